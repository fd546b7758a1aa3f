package mend

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file mends the subjects of passives. News puts the number first and the verb
// last, with lists and asides between ("Six members of one family, including four
// children, were killed"), and a greedy parser loses the one before it meets the
// other.

// countedSubject gives a passive of harm the number of people that its clause
// opens with, if the parser gave it none: "six members of …, were killed", "and
// up to ten others were injured".
func (m *Mender) countedSubject(s Sentence, verb int) {
	if s[verb].POS != "VERB" || s.participle(verb) == "" && (verb+1 == len(s) || s.participle(verb+1) == "") {
		return // "were killed", "were reported killed"
	}
	be := s.auxiliary(verb)
	if be < 1 || s[verb].Head >= 0 && s.overOwn(s[verb].Head, verb) {
		return // and not "a man who wounded four passengers WAS SHOT DEAD"
	}
	end := m.beforeAside(s, be)
	noun := m.firstCounted(s, end)
	if noun < 0 || m.hasNumbered(s, verb, end) || s.inClauseOf(noun) {
		return
	}
	if s.Conjoined(noun) && !s.hasCase(s[noun].Head) && s[s[noun].Head].Rel != "obj" { // not "on SUNDAY, six people", but "killed two and SIX OTHERS were hurt"
		return
	}
	s.onlySubject(noun, verb, end, be)
	if s[noun].POS == "PROPN" && m.numeral(s, noun) {
		s[noun].POS = "NUM"
	}
	if s.above(noun, verb) {
		s.hang(verb, s[noun].Head, "conj")
		if s[verb].Head < 0 {
			s[verb].Rel = "root"
		}
	}
	s.hang(noun, verb, "nsubj:pass")
}

// inClauseOf: the noun is the object of a clause that says something of another one before
// it: "the driver of a bus CARRYING 20 PILGRIMS was killed", "a teacher WHO TAUGHT FOUR
// CHILDREN was shot".
func (s Sentence) inClauseOf(noun int) bool {
	v := s[noun].Head
	return s[noun].Rel == "obj" && v >= 0 && v < noun && strings.HasPrefix(s[v].Rel, "acl") && s[v].Head >= 0 && s[v].Head < v && nounish(s[s[v].Head])
}

// onlySubject takes from a passive the subjects beside the number at noun: what stands before
// it is none, and what stands in the aside between end and the auxiliary belongs to it.
func (s Sentence) onlySubject(noun, verb, end, be int) {
	for k := range s {
		switch subject := s[k].Head == verb && s[k].Rel == "nsubj:pass"; {
		case subject && k < noun && !s.JoinedByAnd(k, noun):
			s[k].Rel = "dep"
		case subject && k > end && end < be:
			s.hang(k, noun, "nmod") // the last of "including two women and a man"
		}
	}
}

// beforeAside is the end of the subject before token be: an aside between
// commas, "most of them women", is left out, and a list that "including" opens,
// whatever its commas.
func (m *Mender) beforeAside(s Sentence, be int) int {
	end, set := be, slices.Contains([]string{",", "–", "—"}, s[be-1].Text)
	for k := be - 2; k > 0; k-- {
		switch behind := s[k-1].POS == "PUNCT"; {
		case s[k].Tag == "VBD" && !relative(s, k) || s[k].Text == ";" || end == be && opensClause(s[k]):
			return end
		case lower(s[k].Text) == "including" && behind:
			return k - 1
		case lower(s[k].Text) == "including" && nounish(s[k-1]):
			return k
		case set && end == be && s[k].POS == "PUNCT" && m.lex.Is(lexicon.OpensAside, s[k+1].Lemma) && !m.endsDate(s[k-1]):
			end = k
		}
	}
	return end
}

// opensClause: the word begins a clause, of time or condition too: "AFTER a clerk was
// shot".
func opensClause(t dateline.Token) bool { return t.POS == "SCONJ" || t.Rel == "mark" }

// endsDate: the word before a comma may end a date, which no aside follows: "on
// TUESDAY, at least two people".
func (m *Mender) endsDate(t dateline.Token) bool {
	return t.POS == "NUM" || m.lex.Is(lexicon.BareTime, t.Lemma)
}

// relative: the verb at k is that of a relative clause, "one of WHOM was pregnant".
func relative(s Sentence, k int) bool {
	for i := k - 1; i >= max(0, k-4) && s[i].POS != "AUX" && s[i].POS != "VERB"; i-- {
		if s[i].Tag == "WP" || s[i].Tag == "WDT" {
			return true
		}
	}
	return false
}

// firstCounted is the noun of the first number of people in the clause that
// ends before token end, -1 if there is none.
func (m *Mender) firstCounted(s Sentence, end int) int {
	for k := clauseStart(s, end); k < end; k++ {
		c, ok := m.counts.Read(s, k)
		if !ok {
			continue
		}
		if m.someOfPeople(s, c.End, end) {
			return c.End - 1
		}
		if c.Count.Vague && c.End < end && s[c.End].Lemma == "of" && nounish(s[c.End-1]) {
			return c.End - 1 // "a NUMBER of civilians were"
		}
		if c.End == end && lower(s[min(end+1, len(s)-1)].Text) == "including" {
			return c.End - 1 // "seven, including two soldiers, were"
		}
		for n := c.End; n < min(c.End+4, end); n++ {
			if m.lex.Nouns[s[n].Lemma].Person && (s[n].POS == "NOUN" || s[n].Lemma == "other") && !(n+1 < end && s[n+1].POS == "NOUN") { // "police OFFICERS"
				return n
			}
			if s[n].POS != "ADJ" && s[n].POS != "NOUN" && s[n].POS != "PROPN" && s[n].POS != "VERB" {
				break
			}
		}
	}
	return -1
}

// someOfPeople: "of his ESCORTS" follows at token from.
func (m *Mender) someOfPeople(s Sentence, from, end int) bool {
	if from+1 >= end || s[from].Lemma != "of" || s[from+1].POS != "DET" && s[from+1].Tag != "PRP$" {
		return false
	}
	return slices.ContainsFunc(s[from+2:min(from+5, end)], func(t dateline.Token) bool { return m.lex.Nouns[t.Lemma].Person && isPlural(t) })
}

// clauseStart is where the clause that ends before token end may begin: after
// the last finite verb, conjunction or semicolon before it.
func clauseStart(s Sentence, end int) int {
	for k := end - 1; k >= 0; k-- {
		switch t := s[k]; {
		case t.Tag == "VBD" || t.Tag == "VBZ" || t.Tag == "VBP" || t.Tag == "MD" || t.POS == "AUX":
			return k + 1
		case opensClause(t) || t.Text == ";" || t.Text == ":" || t.Tag == "WP" || t.Tag == "WDT":
			return k + 1
		case t.POS == "CCONJ" && participleBefore(s, k):
			return k + 1
		}
	}
	return 0
}

// participleBefore: the word before a conjunction at k is a participle, so that a
// new clause may follow: "were killed and ten others".
func participleBefore(s Sentence, k int) bool {
	return k > 0 && (s[k-1].Tag == "VBN" || s.participle(k-1) != "")
}

// hasNumbered: the verb has a subject already that begins with a number before
// token end.
func (m *Mender) hasNumbered(s Sentence, verb, end int) bool {
	return slices.ContainsFunc(s[:end], func(t dateline.Token) bool {
		if t.Rel != "nummod" && t.POS != "NUM" || t.Head < 0 {
			return false
		}
		noun := t
		if t.Rel == "nummod" {
			noun = s[t.Head]
		}
		return noun.Head == verb && (noun.Rel == "nsubj:pass" || noun.Rel == "nsubj")
	})
}
