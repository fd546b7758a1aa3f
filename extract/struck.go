package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file mends verbs of harm that a tagger took for nouns or adjectives, as
// it does with most that headlines leave bare: "Two teens shot while hunting",
// "Boy, 11, shot by brother", "a man shot his wife and then turned".

// notVerbs are the tags beside those of nouns that taggers give a bare "shot".
var notVerbs = []string{"ADJ", "PART"}

// bareHarm: a participle of harm with an adjunct or nothing after it, whatever
// its tag: "5-year-old shot in …".
func bareHarm(tokens []dateline.Token, i int) bool {
	return participles[lower(tokens[i].Text)] != "" && (i+1 == len(tokens) || slices.Contains([]string{"ADP", "SCONJ", "PUNCT", "CCONJ", "PART"}, tokens[i+1].POS))
}

// struck makes a verb of the participle of harm at i, if those before it can
// have done or suffered it: done, if an object follows.
func (r *Reader) struck(tokens []dateline.Token, i int) {
	base, ok := participles[lower(tokens[i].Text)]
	if !ok || i == 0 || !nounish(tokens[i]) && !slices.Contains(notVerbs, tokens[i].POS) {
		return
	}
	who := r.whoBefore(tokens, i)
	object := r.objectAfter(tokens, i)
	if who < 0 || object < 0 && !r.nothingAfter(tokens, i) {
		return
	}
	tokens[i].POS, tokens[i].Tag, tokens[i].Lemma = "VERB", "VBN", base
	raise(tokens, i, who)
	tokens[who].Rel = "nsubj:pass"
	if object >= 0 {
		tokens[i].Tag, tokens[who].Rel = "VBD", "nsubj"
		if !above(tokens, object, i) && tokens[i+1].Lemma != "and" {
			tokens[object].Head, tokens[object].Rel = i, "obj"
		}
	}
}

// whoBefore is the person or bare number right before token i, past an age and
// adverbs; -1 if there is none.
func (r *Reader) whoBefore(tokens []dateline.Token, i int) int {
	k := i
	for k > 0 && (tokens[k-1].POS == "ADV" || lower(tokens[k-1].Text) == "found") {
		k--
	}
	k = beforeAge(tokens, k) - 1
	switch {
	case k < 0:
		return -1
	case tokens[k].POS == "NUM":
		if k == 0 || tokens[k-1].POS == "PUNCT" || tokens[k-1].POS == "CCONJ" || r.lex.Is(lexicon.LeansRight, tokens[k-1].Lemma) {
			return k
		}
	case r.lex.Nouns[tokens[k].Lemma].Person && nounish(tokens[k]), tokens[k].Lemma == "year-old":
		return k
	}
	return -1
}

// objectAfter is the head of a noun phrase that begins right after the verb at
// i, or after the one coordinated with it, if it is one of people: "shot his
// wife", "shot two men", "shot himself", "shot and killed a man".
func (r *Reader) objectAfter(tokens []dateline.Token, i int) int {
	if i+2 < len(tokens) && tokens[i+1].Lemma == "and" && participles[lower(tokens[i+2].Text)] != "" {
		i += 2
	}
	end := i + 1
	for end < len(tokens) && (inNominal(tokens[end]) || tokens[end].POS == "PRON") {
		end++
	}
	head := phraseHead(tokens, i+1, end)
	if head < 0 || !r.lex.Nouns[tokens[head].Lemma].Person && tokens[head].POS != "PRON" {
		return -1
	}
	return head
}

// nothingAfter: the clause ends or goes on with an adjunct.
func (r *Reader) nothingAfter(tokens []dateline.Token, i int) bool {
	if i+1 >= len(tokens) {
		return true
	}
	next := tokens[i+1]
	return r.lex.Is(lexicon.EndsClause, next.Lemma) || next.POS == "SCONJ" || next.POS == "ADV" || next.POS == "ADP"
}

// raise puts token i where the higher of i and its subject stands, and hangs
// the subject on it. A verb whose subject i was goes on from it.
func raise(tokens []dateline.Token, i, subject int) {
	if above(tokens, subject, i) {
		tokens[i].Head, tokens[i].Rel = tokens[subject].Head, tokens[subject].Rel
	}
	tokens[subject].Head = i
	if v := tokens[i].Head; v > i && tokens[v].POS == "VERB" && (tokens[i].Rel == "nsubj" || tokens[i].Rel == "nsubj:pass") {
		tokens[i].Head, tokens[i].Rel = tokens[v].Head, tokens[v].Rel
		tokens[v].Head, tokens[v].Rel = i, "conj"
	}
}

// handOver hangs what hangs on one token on another.
func handOver(tokens []dateline.Token, from, to int) {
	for k := range tokens {
		if tokens[k].Head == from {
			tokens[k].Head = to
		}
	}
}

// above says whether token a stands on the way from token i to the root.
func above(tokens []dateline.Token, a, i int) bool {
	for h, steps := tokens[i].Head, 0; h >= 0 && steps < len(tokens); h, steps = tokens[h].Head, steps+1 {
		if h == a {
			return true
		}
	}
	return false
}

// bareNumber: a number that stands alone after a verb of harm is its object:
// "kills 1, injures 3".
func (r *Reader) bareNumber(tokens []dateline.Token, i int) {
	if i == 0 || tokens[i].POS != "NUM" || tokens[i-1].POS != "VERB" || r.lex.HarmVerb[tokens[i-1].Lemma] == "" || above(tokens, i, i-1) {
		return
	}
	if i+2 < len(tokens) && tokens[i+1].POS != "NUM" && tokens[i+2].POS == "NUM" && tokens[i+2].Start == tokens[i+1].End && tokens[i+1].Start == tokens[i].End {
		return // "slaughtered 5-0"
	}
	if i+1 == len(tokens) || r.lex.Is(lexicon.EndsClause, tokens[i+1].Lemma) || tokens[i+1].POS == "SCONJ" {
		tokens[i].Head, tokens[i].Rel = i-1, "obj"
	}
}

// looseNumber: a number right before a plural of people belongs to it, "left
// five people", whatever the two hang on; behind a date too, "2031, AT LEAST 14
// identified CIVILIANS".
func (r *Reader) looseNumber(tokens []dateline.Token, i int) {
	if tokens[i].POS != "NUM" || tokens[i].Head < 0 {
		return
	}
	who := r.peopleAfter(tokens, i)
	if who < 0 || tokens[i].Head == who {
		return
	}
	if tokens[who].Head == i {
		tokens[who].Head, tokens[who].Rel = tokens[i].Head, tokens[i].Rel
	}
	opens := i > 0 && (tokens[i-1].Text == "," || r.lex.Is(lexicon.LeansRight, tokens[i-1].Lemma) || r.issues(tokens[i-1]))
	if tokens[who].Head == tokens[i].Head || opens && !above(tokens, i, who) {
		tokens[i].Head, tokens[i].Rel = who, "nummod"
	}
}

// issues: the noun is one for those who give numbers: "according to the COMMITTEE 17
// people were killed".
func (r *Reader) issues(t dateline.Token) bool {
	_, ok := r.lex.Issuers[t.Lemma]
	return ok && t.POS == "NOUN"
}

// peopleAfter is the plural of people right after token i, with nothing but
// adjectives between, or -1.
func (r *Reader) peopleAfter(tokens []dateline.Token, i int) int {
	k := i + 1
	for k < min(i+4, len(tokens)) && (tokens[k].POS == "ADJ" || tokens[k].Tag == "VBN") {
		k++
	}
	if k < len(tokens) && isPlural(tokens[k]) && r.lex.Nouns[tokens[k].Lemma].Person {
		return k
	}
	return -1
}

// ofAge: in "a man of 22 was shot" the man is the subject, and not his age.
func (r *Reader) ofAge(tokens []dateline.Token, i int) {
	if i < 2 || tokens[i].POS != "NUM" || tokens[i-1].Lemma != "of" || tokens[i-2].Tag != "NN" || !r.lex.Nouns[tokens[i-2].Lemma].Person {
		return
	}
	who, verb := i-2, tokens[i-1].Head
	if verb <= i || tokens[verb].POS != "VERB" || tokens[verb].Head != who {
		return
	}
	tokens[verb].Head, tokens[verb].Rel = tokens[who].Head, tokens[who].Rel
	tokens[who].Head, tokens[who].Rel = verb, "nsubj"
	if has(tokens, verb, "aux:pass") {
		tokens[who].Rel = "nsubj:pass"
	}
	tokens[i-1].Head, tokens[i-1].Rel = i, "case"
	tokens[i].Head, tokens[i].Rel = who, "nmod"
}
