package mend

import (
	"slices"

	"github.com/opendateline/dateline"
)

// leftSo: who a verb of leaving takes as its object is described by the participle of
// harm right behind, and nobody else is: "LEAVING four citizens killed".
func leftSo(s Sentence, i int) {
	if i < 2 || !nounish(s[i-1]) || s[i-1].Rel != "obj" || s[i].Head == i-1 {
		return
	}
	base := s.participle(i)
	if base == "" {
		return
	}
	if leave := s[i-1].Head; leave < 0 || leave > i || s[leave].Lemma != "leave" || s.above(i, leave) {
		return
	}
	s.retag(i, "VERB", "VBN", base)
	s.hang(i, i-1, "acl")
}

// asWellAs: who stands behind "as well as" is one more of those before it: "killed a
// commander AS WELL AS four of his guards", "a trader ALONG WITH his son".
func asWellAs(s Sentence, i int) {
	width := s.addingWords(i)
	if i < 1 || width == 0 || i+width >= len(s) {
		return
	}
	before, behind := s.lastNominal(i), s.behindCase(i+width)
	if before < 0 || behind < 0 || s[behind].Rel == "conj" || s.above(behind, before) {
		return
	}
	s.hang(behind, before, "conj")
	s.hang(i, behind, "cc")
}

// addingWords is how many words from token i on say that more follow, 0 for none.
func (s Sentence) addingWords(i int) int {
	switch {
	case i+2 < len(s) && s.reads(i, "as") && s.reads(i+1, "well") && s.reads(i+2, "as"):
		return 3
	case i+1 < len(s) && (s.reads(i, "along") || s.reads(i, "together")) && s.reads(i+1, "with"):
		return 2
	}
	return 0
}

// lastNominal is the subject or object that stands nearest before a token with no verb
// between, -1 without one.
func (s Sentence) lastNominal(i int) int {
	for k := i - 1; k >= 0 && s[k].POS != "VERB"; k-- {
		if nounish(s[k]) && (s[k].Rel == "obj" || s.subject(k)) {
			return k
		}
	}
	return -1
}

// behindCase is the head of the phrase that begins at a token, a number with "of" and
// whom it counts included ("four of his guards"); -1 without one.
func (s Sentence) behindCase(from int) int {
	head, end := s.nominalFrom(from)
	if head < 0 && end > from && end < len(s) && s[end].Lemma == "of" {
		head, _ = s.nominalFrom(end + 1)
	}
	return head
}

// disagrees: a plural behind "and" is no subject of "was", which has one of its own before
// it: "the bombing that killed the mayor and six OTHERS was condemned".
func disagrees(s Sentence, i int) {
	v := s[i].Head
	if !s.subject(i) || !isPlural(s[i]) || v <= i || !s.singularAux(v) {
		return
	}
	from := i
	for from > 0 && InNominal(s[from-1]) {
		from--
	}
	if from < 2 || s[from-1].Lemma != "and" || s[from-1].Head == v && s[from-1].Rel != "cc" {
		return
	}
	who := s.lastNominal(from - 1)
	if who < 0 || s[who].Rel != "obj" {
		return
	}
	relative := s[who].Head
	subject := s[relative].Head
	if s[relative].Rel != "acl:relcl" || subject < 0 || isPlural(s[subject]) {
		return
	}
	s.hang(i, who, "conj")
	s.hang(from-1, i, "cc")
	s.replace(v, subject)
	s.subjectOf(subject, v)
}

// singularAux: an auxiliary of the verb is of one: "was", "is", "has".
func (s Sentence) singularAux(v int) bool {
	return slices.ContainsFunc(s, func(t dateline.Token) bool {
		w := lower(t.Text)
		return t.Head == v && (t.Rel == "aux" || t.Rel == "aux:pass" || t.Rel == "cop") && (w == "was" || w == "is" || w == "has")
	})
}
