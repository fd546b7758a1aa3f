package fill

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// What the reading of reports finds in a message, and what its lexicon says of
// the words, as features. The reading is not learned from the keys: it knows what
// a threat, a plan, an accident or an arrest is, which few messages teach.

// senses names what the lexicon says of a word.
func senses(words *lexicon.Lexicon, w *Word) []string {
	var out []string
	add := func(is bool, what ...string) {
		if is {
			out = append(out, strings.Join(what, " "))
		}
	}
	form := strings.ToLower(w.Form)
	noun, known := words.Nouns[w.Lemma]
	if !known {
		noun, known = words.Nouns[form]
	}
	known = known && (w.POS == "NOUN" || w.POS == "PROPN" || w.POS == "ADJ")
	add(known, "noun", string(noun.Category))
	add(known && noun.Person, "person", string(noun.Population))
	add(known && noun.Thing, "thing")
	harm, harms := harmOf(words, w)
	add(harms, "harm", string(harm))
	state, hurt := words.State[form]
	add(hurt, "state", string(state))
	means, armed := words.Weapons[w.Lemma]
	add(armed, "weapon", string(means))
	issuer, speaks := words.Issuers[w.Lemma]
	add(speaks, "issuer", string(issuer.Class))
	speech, says := words.Speech[w.Lemma]
	add(says && w.POS == "VERB", "speech", string(speech))
	return out
}

// harmOf is what a verb does to its object, or a noun counts.
func harmOf(words *lexicon.Lexicon, w *Word) (harm dateline.Measure, harms bool) {
	switch w.POS {
	case "VERB":
		harm, harms = words.HarmVerb[w.Lemma]
	case "NOUN":
		harm, harms = words.HarmNoun[w.Lemma]
	}
	return harm, harms
}

func (s *Sentence) senses(words *lexicon.Lexicon) [][]string {
	out := make([][]string, len(s.Words))
	for i := range s.Words {
		out[i] = senses(words, &s.Words[i])
	}
	return out
}

// senseFeatures are the senses of a word of a sentence, alone and below what it
// hangs on.
func (v *view) senseFeatures(b *bag, sentence, i int) {
	rel, up := v.step(sentence, i)
	for _, sense := range v.senses[sentence][i] {
		b.add("wk", sense)
		if up < 0 {
			continue
		}
		b.add("kl", sense, rel, v.Sentences[sentence].Words[up].Lemma)
		for _, above := range v.senses[sentence][up] {
			b.add("kk", sense, rel, above)
		}
	}
}

// headSenses are the senses of a head and of the words before it.
func (v *view) headSenses(b *bag, i int) {
	h := v.heads[i]
	for _, sense := range v.senses[h.sentence][h.word] {
		b.add("kind", sense)
		for _, path := range v.paths[i] {
			b.add("gkind", path, sense)
		}
	}
	for j := h.first(); j < h.word; j++ {
		for _, sense := range v.senses[h.sentence][j] {
			b.add("mk", sense)
		}
	}
}

// foundFeatures are what the reading makes of a head, of its phrase and of its
// sentence.
func (v *view) foundFeatures(b *bag, i int) {
	h := v.heads[i]
	s, w := v.sentence(h), v.word(h)
	for _, x := range w.Found {
		b.add("told", x)
		b.add("toldp", x, w.POS)
		b.add("toldl", x, w.Lemma)
	}
	for _, x := range s.Words[v.tops[h.sentence][h.word]].Found {
		b.add("toldt", x)
	}
	if len(w.Found) == 0 {
		b.add("untold", small(len(s.Found)))
	}
	for _, x := range s.Found {
		b.add("tell", x)
		b.add("tellp", x, w.POS)
	}
}

// counted are the findings that a sentence is judged by the number of.
var countedFindings = []string{"kind incident main", "kind incident", "kind ", "unused", "claim killed", "claim wounded", "claim perpetrator", "claim target", "claim abducted"}

// foundRow counts what is found in a sentence, beside it and in the message.
func (r *reading) foundRow(s int) []float32 {
	var row []float32
	for _, what := range countedFindings {
		all := 0.
		for k := range r.Sentences {
			all += r.found(k, what)
		}
		row = append(row, floats(r.found(s, what), r.found(s-1, what)+r.found(s+1, what), all)...)
	}
	return append(row, float32(len(r.accountsIn(s))))
}

// found counts the findings of a sentence that begin so.
func (v *view) found(sentence int, what string) float64 {
	n := 0.
	if sentence >= 0 && sentence < len(v.Sentences) {
		for _, x := range v.Sentences[sentence].Found {
			n += one(strings.HasPrefix(x, what))
		}
	}
	return n
}

// accountsIn lists the accounts that a sentence is part of.
func (v *view) accountsIn(sentence int) []*Account {
	var out []*Account
	for i := range v.Accounts {
		if slices.Contains(v.Accounts[i].Sentences, sentence) {
			out = append(out, &v.Accounts[i])
		}
	}
	return out
}
