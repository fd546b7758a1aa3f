package mend

import (
	"strconv"

	"github.com/opendateline/dateline/extract/lexicon"
)

// This file mends ages, "a 2-year-old", "a man of 22".

// ageNoun makes a noun of the "old" of "a 2-year-old": with no noun after it,
// it is the person.
func ageNoun(s Sentence, i int) {
	if i < 3 || !s.reads(i, "old") || !lexicon.AgeUnit(s[i-1].Lemma) && !(s[i-1].POS == "PUNCT" && lexicon.AgeUnit(s[i-2].Lemma)) {
		return
	}
	if i+1 < len(s) && !bareHarm(s, i+1) && (nounish(s[i+1]) || i+2 < len(s) && s[i+1].POS == "ADJ" && nounish(s[i+2])) {
		return
	}
	s.retag(i, "NOUN", "NN", "year-old")
	h := s[i].Head
	if h < 0 || s[i].Rel != "amod" && s[i].Rel != "dep" && s[i].Rel != "advmod" && s[i].Rel != "obl" {
		return
	}
	switch {
	case h > i && (s[h].POS == "VERB" || s.participle(h) != "" && s.has(h, "cop")):
		s[i].Rel = "nsubj"
		for _, t := range s {
			if t.Head == h && (t.Rel == "aux:pass" || t.Rel == "cop") {
				s[i].Rel = "nsubj:pass"
			}
		}
	case h < i && s[h].POS == "VERB" && !s.hasCase(i):
		s[i].Rel = "obj"
	}
	for k := range s {
		if k < i-3 && s[k].POS == "DET" && s[k].Head == h && i-k <= 5 {
			s.hang(k, i, "det")
		}
	}
}

// ages hangs the words of an age on the noun it describes: "7-year-old boy".
func ages(s Sentence, i int) {
	unit := i + 1
	if s[i].POS != "NUM" {
		return
	}
	if unit < len(s) && s[unit].POS == "PUNCT" {
		unit++
	}
	old := unit + 1
	if old < len(s) && s[old].POS == "PUNCT" {
		old++
	}
	if old >= len(s) || !lexicon.AgeUnit(s[unit].Lemma) || lower(s[old].Text) != "old" {
		return
	}
	end := old + 1
	for end < min(old+5, len(s)) && (s[end].POS == "ADJ" || nounish(s[end])) {
		end++
	}
	noun := s.phraseTop(old+1, end)
	if noun <= old || !nounish(s[noun]) {
		return
	}
	if h := s[i].Head; s[noun].Head >= i && s[noun].Head <= old && (h < i || h > noun) {
		s.hang(noun, h, s[i].Rel)
	}
	s.hang(i, unit, "nummod")
	s.hang(unit, noun, "compound")
	s.hang(old, noun, "amod")
}

// ofAge: in "a man of 22 was shot" the man is the subject, and not his age.
func (m *Mender) ofAge(s Sentence, i int) {
	if i < 2 || s[i].POS != "NUM" || s[i-1].Lemma != "of" || s[i-2].Tag != "NN" || !m.lex.Nouns[s[i-2].Lemma].Person {
		return
	}
	who, verb := i-2, s[i-1].Head
	if verb <= i || s[verb].POS != "VERB" || s[verb].Head != who {
		return
	}
	s.replace(verb, who)
	s.hang(who, verb, "nsubj")
	if s.has(verb, "aux:pass") {
		s[who].Rel = "nsubj:pass"
	}
	s.hang(i-1, i, "case")
	s.hang(i, who, "nmod")
}

// beforeAge steps back over ", 35", ", 35," and ", ages 3 and 5," to the end of
// a name or noun.
func (s Sentence) beforeAge(end int) int {
	k := end
	if k > 0 && s[k-1].Text == "," {
		k--
	}
	if k > 2 && s[k-1].POS == "NUM" && s.AgeNumber(k-1) {
		for k > 0 && s[k-1].Text != "," {
			k--
		}
		return max(k-1, 0)
	}
	if k >= 3 && s[k-1].POS == "NUM" && s[k-2].Text == "," {
		if n, err := strconv.Atoi(s[k-1].Text); err == nil && n <= 110 {
			return k - 2
		}
	}
	return end
}

// AgeNumber: the token tells an age, "ages 3 and 5", "aged 3, 5 and 8".
func (s Sentence) AgeNumber(i int) bool {
	if s.agesSetOff(i) {
		return true
	}
	if s[i].Lemma == "age" {
		return true
	}
	for k := i; k > 0 && (s[k].POS == "NUM" || s[k].Text == "," || s[k].Lemma == "and"); k-- {
		switch lower(s[k-1].Text) {
		case "age", "ages", "aged":
			return s[i].POS == "NUM"
		}
	}
	return false
}

// agesSetOff: the number at i stands among numbers alone that commas set off after a
// noun, "two of the boys, 14 and 15, were".
func (s Sentence) agesSetOff(i int) bool {
	if _, err := strconv.Atoi(s[i].Text); err != nil {
		return false
	}
	among := func(k int) bool { return s[k].POS == "NUM" || s[k].Text == "," || s[k].Lemma == "and" }
	from, to := i, i+1
	for from > 0 && among(from-1) {
		from--
	}
	for to < len(s) && among(to) {
		to++
	}
	return from > 0 && s[from-1].POS == "NOUN" && s[from].Text == "," && s[to-1].Text == ","
}
