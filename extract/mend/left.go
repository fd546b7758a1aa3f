package mend

// leftSo: who a verb of leaving takes as its object is described by the participle of
// harm right behind, and nobody else is: "LEAVING four citizens killed".
func leftSo(s Sentence, i int) {
	if i < 2 || s.participle(i) == "" || !nounish(s[i-1]) || s[i-1].Rel != "obj" || s[i].Head == i-1 {
		return
	}
	if leave := s[i-1].Head; leave < 0 || leave > i || s[leave].Lemma != "leave" || s.above(i, leave) {
		return
	}
	s.retag(i, "VERB", "VBN", s.participle(i))
	s.hang(i, i-1, "acl")
}

// asWellAs: who stands behind "as well as" is one more of those before it: "killed a
// commander AS WELL AS four of his guards".
func asWellAs(s Sentence, i int) {
	if i < 1 || i+3 >= len(s) || lower(s[i].Text) != "as" || lower(s[i+1].Text) != "well" || lower(s[i+2].Text) != "as" {
		return
	}
	before, behind := s.lastNominal(i), s.behindCase(i+3)
	if before < 0 || behind < 0 || s[behind].Head == before || s.above(behind, before) {
		return
	}
	s.hang(behind, before, "conj")
	s.hang(i, behind, "cc")
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
