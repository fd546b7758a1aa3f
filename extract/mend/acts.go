package mend

import (
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file mends the plurals of acts of violence, which news uses more than any
// treebank.

// actPlural: a word in "s" of which the singular names an act is its plural, and no
// singular: "air RAIDS on Douma".
func (m *Mender) actPlural(s Sentence, i int) {
	if s[i].Tag != "NN" {
		return
	}
	word := lower(s[i].Text)
	if one, plural := strings.CutSuffix(word, "s"); plural && m.lex.NamesAct(one) && !m.lex.NamesAct(word) {
		s.retag(i, "NOUN", "NNS", one)
	}
}

// actOpens: "AIR STRIKES on the town killed nine", "revenge for AIR STRIKES": the two words that
// name an act are no verb with its subject where another verb follows or a preposition leads
// them.
func (m *Mender) actOpens(s Sentence, i int) {
	if i == 0 || s[i].Tag != "VBZ" {
		return
	}
	one, plural := strings.CutSuffix(lower(s[i].Text), "s")
	if !plural || !nounish(s[i-1]) || s[i-1].Head != i || !m.namesTogether(lower(s[i-1].Text), one) || !s.pastBehind(i) && !s.has(i-1, "case") {
		return
	}
	s.retag(i-1, "NOUN", "NN", lower(s[i-1].Text))
	s.retag(i, "NOUN", "NNS", one)
	s.hang(i-1, i, "compound")
	if c := s.child(i-1, "case"); c > 0 {
		s.behindNoun(i, c)
	}
}

// behindNoun hangs noun i with its preposition at c on the noun that stands before that.
func (s Sentence) behindNoun(i, c int) {
	for k := c - 1; k >= 0; k-- {
		if nounish(s[k]) {
			s.hang(c, i, "case")
			s.hang(i, k, "nmod")
		}
		if s[k].POS != "PUNCT" {
			return
		}
	}
}

// namesTogether: the two words are a noun that names an act.
func (m *Mender) namesTogether(first, second string) bool {
	pair := []dateline.Token{{Text: first, Lemma: first, POS: "NOUN", Tag: "NN"}, {Text: second, Lemma: second, POS: "NOUN", Tag: "NN"}}
	t, width, ok := m.lex.Trigger(pair, 0)
	return ok && width == len(pair) && t.Role == lexicon.Event && t.POS == "N"
}

// pastBehind: a verb of the past or a participle hangs on token i behind it.
func (s Sentence) pastBehind(i int) bool {
	for k := i + 1; k < len(s); k++ {
		if s[k].Head == i && (s[k].Tag == "VBD" || s[k].Tag == "VBN") {
			return true
		}
	}
	return false
}
