package extract

import (
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file mends the second half of news that tells two fates in one breath:
// "three were killed and ANOTHER INJURED", "killed 12 and INJURED 34". A greedy
// parser takes its participle for an adjective and leaves it nobody to befall.

// elided gives the participle of harm at i, or a verb of dying, the "another" or
// "a third" before it as the one it befell (CAS-5).
func (r *Reader) elided(tokens []dateline.Token, i int) {
	base, ok := participles[lower(tokens[i].Text)]
	dies := r.lex.Is(lexicon.PassesAway, tokens[i].Lemma)
	if !ok && !dies || i+1 < len(tokens) && !inTimeWord(r, tokens[i+1]) && !r.nothingAfter(tokens, i) {
		return
	}
	who := r.nextOf(tokens, i)
	if who < 0 {
		who = r.kinOf(tokens, i)
	}
	if who < 0 {
		return
	}
	tokens[i].POS, tokens[i].Tag, tokens[who].POS, tokens[who].Tag = "VERB", "VBN", "NOUN", "NN"
	raise(tokens, i, who)
	tokens[who].Rel = "nsubj:pass"
	if dies {
		tokens[i].Tag, tokens[who].Rel, base = "VBD", "nsubj", tokens[i].Lemma
	}
	tokens[i].Lemma = base
	if who > 0 && tokens[who-1].POS == "DET" {
		tokens[who-1].Head, tokens[who-1].Rel = who, "det"
	}
}

func inTimeWord(r *Reader, t dateline.Token) bool { return r.lex.Is(lexicon.BareTime, t.Lemma) }

// nextOf is the "another" or the "third" of "a third" that stands before token i
// with nothing but adverbs and auxiliaries between, or -1.
func (r *Reader) nextOf(tokens []dateline.Token, i int) int {
	who := i - 1
	for who > 0 && (tokens[who].POS == "ADV" && !r.lex.Is(lexicon.OtherPerson, tokens[who].Lemma) || tokens[who].POS == "AUX") {
		who--
	}
	switch {
	case who < 0 || !r.lex.Is(lexicon.OtherPerson, tokens[who].Lemma) && ordinals[tokens[who].Lemma] < 2 || isPlural(tokens[who]):
		return -1
	case tokens[who].Lemma == "another", who > 0 && tokens[who-1].POS == "DET":
		return who
	}
	return -1
}

// kinOf is the person behind "and his" that stands before token i with nothing but
// adverbs between, "and HIS BROTHER seriously hurt", or -1.
func (r *Reader) kinOf(tokens []dateline.Token, i int) int {
	who := i - 1
	for who > 0 && tokens[who].POS == "ADV" {
		who--
	}
	if who < 2 || !r.lex.Nouns[tokens[who].Lemma].Person || isPlural(tokens[who]) || tokens[who-1].Tag != "PRP$" || tokens[who-2].Lemma != "and" {
		return -1
	}
	return who
}

// secondHarm gives the participle of harm at i, joined by "and" or a comma to a
// verb of harm that has its own object, the people right after it.
func (r *Reader) secondHarm(tokens []dateline.Token, i int) {
	base, ok := participles[lower(tokens[i].Text)]
	if gerunds[lower(tokens[i].Text)] != "" {
		base, ok = gerunds[lower(tokens[i].Text)], true
		bareBefore(tokens, i)
	}
	if !ok || i < 3 || i+1 >= len(tokens) || tokens[i-1].Lemma != "and" && tokens[i-1].Text != "," {
		return
	}
	object := r.objectAfter(tokens, i)
	if n := i + 1; object < 0 && (tokens[n].POS == "NUM" || r.numeral(tokens, n)) && (n+1 == len(tokens) || r.lex.Is(lexicon.EndsClause, tokens[n+1].Lemma) || tokens[n+1].Lemma == "more") {
		object = n
	}
	verb := r.harmBefore(tokens, i)
	if object < 0 || verb < 0 || tokens[object].Head == i || above(tokens, i, verb) {
		return
	}
	tokens[i].POS, tokens[i].Tag, tokens[i].Lemma = "VERB", tokens[verb].Tag, base
	tokens[i].Head, tokens[i].Rel = verb, "conj"
	if tokens[object].Head >= 0 && tokens[i-1].Head == object {
		tokens[i-1].Head = i
	}
	tokens[object].Head, tokens[object].Rel = i, "obj"
}

// gerunds of harm, with their verbs.
var gerunds = map[string]string{"killing": "kill", "wounding": "wound", "injuring": "injure", "hurting": "hurt"}

// bareBefore gives the bare number before "and" and the gerund at i to the verb it
// stands behind: "killing THREE and injuring twelve".
func bareBefore(tokens []dateline.Token, i int) {
	if i < 3 || tokens[i-1].Lemma != "and" || tokens[i-2].POS != "NUM" || tokens[i-2].Head <= i || tokens[i-3].POS != "VERB" {
		return
	}
	tokens[i-2].Head, tokens[i-2].Rel = i-3, "obj"
}

// numeral: the word is one of number, whatever its tag: "injuring twelve".
func (r *Reader) numeral(tokens []dateline.Token, n int) bool {
	c, ok := r.counts.Read(tokens, n)
	return ok && c.End == n+1
}

// harmBefore is the nearest verb of harm before token i in its clause that has an
// object before i, or -1.
func (r *Reader) harmBefore(tokens []dateline.Token, i int) int {
	for k := i - 2; k >= 0; k-- {
		switch {
		case tokens[k].POS != "VERB":
		case r.lex.HarmVerb[tokens[k].Lemma] == "":
			return -1
		default:
			for o := k + 1; o < i; o++ {
				if tokens[o].Head == k && tokens[o].Rel == "obj" {
					return k
				}
			}
			return -1
		}
	}
	return -1
}
