package mend

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file mends numbers: what a number counts.

// numberWord: a word of number before a plural counts it, whatever the tagger took
// it for: "EIGHT soldiers were killed".
func (m *Mender) numberWord(s Sentence, i int) {
	if slices.Contains([]string{"NUM", "DET", "ADJ"}, s[i].POS) {
		return
	}
	head, _ := s.nominalFrom(i + 1)
	if head < 0 || !isPlural(s[head]) || s.above(i, head) {
		return
	}
	if c, ok := m.counts.Read(s, i); !ok || c.End != i+1 || c.Count.Anchor == nil {
		return
	}
	s[i].POS, s[i].Tag = "NUM", "CD"
	s.hang(i, head, "nummod")
}

// numeral: the word is one of number, whatever its tag: "injuring twelve".
func (m *Mender) numeral(s Sentence, n int) bool {
	c, ok := m.counts.Read(s, n)
	return ok && c.End == n+1
}

// numberOverName gives a number before a name and a plural to the plural: "TWELVE
// Rohingya villagers".
func numberOverName(s Sentence, i int) {
	if i+2 >= len(s) || s[i].POS != "NUM" || s[i].Head != i+1 || s[i+1].POS != "PROPN" || s[i+2].Tag != "NNS" || s[i+2].Head == i || s[i+2].Head == i+1 {
		return
	}
	s.hang(i, i+2, "nummod")
	s.hang(i+1, i+2, "compound")
}

// bareNumber: a number that stands alone after a verb of harm is its object:
// "kills 1, injures 3".
func (m *Mender) bareNumber(s Sentence, i int) {
	if s[i].POS != "NUM" {
		return
	}
	verb := i - 1
	if verb > 0 && s[verb].POS != "VERB" {
		if c, ok := m.counts.Read(s, verb); ok && c.End == i+1 {
			verb-- // "wounded around 30 more"
		}
	}
	if verb < 0 || s[verb].POS != "VERB" || m.lex.HarmVerb[s[verb].Lemma] == "" || s.above(i, verb) {
		return
	}
	if i+2 < len(s) && s[i+1].POS != "NUM" && s[i+2].POS == "NUM" && s[i+2].Start == s[i+1].End && s[i+1].Start == s[i].End {
		return // "slaughtered 5-0"
	}
	if i+1 == len(s) || m.lex.Is(lexicon.EndsClause, s[i+1].Lemma) || s[i+1].POS == "SCONJ" || s[i+1].Lemma == "more" {
		s.hang(i, verb, "obj")
	}
}

// numberBeforePassive: a number that was hung on a passive without a subject counts those
// who suffer it: "said 20 MORE HAVE BEEN WOUNDED".
func numberBeforePassive(s Sentence, i int) {
	v := s[i].Head
	if s[i].Rel == "nummod" && v > i && s[v].POS == "VERB" && s.has(v, "aux:pass") && !s.hasSubject(v) {
		s.subjectOf(i, v)
	}
}

// looseNumber: a number right before a plural of people belongs to it, "left
// five people", whatever the two hang on; behind a day too, "2031, AT LEAST 14
// identified CIVILIANS", "On Thursday FOUR PEOPLE were killed".
func (m *Mender) looseNumber(s Sentence, i int) {
	if s[i].POS != "NUM" || s[i].Head < 0 {
		return
	}
	who := m.peopleAfter(s, i)
	if who < 0 || s[i].Head == who {
		return
	}
	if s[who].Head == i {
		s.replace(who, i)
	}
	opens := i > 0 && (s[i-1].Text == "," || m.lex.Is(lexicon.BareTime, s[i-1].Lemma) || m.lex.Is(lexicon.LeansRight, s[i-1].Lemma) || m.issues(s[i-1]))
	if s[who].Head == s[i].Head && s[i].Rel == "obj" && s[who].Rel == "xcomp" {
		s[who].Rel = "obj" // "stabbed FOUR PEOPLE"
	}
	if s[who].Head == s[i].Head || opens && !s.above(i, who) {
		s.hang(i, who, "nummod")
	}
}

// issues: the noun is one for those who give numbers: "according to the COMMITTEE 17
// people were killed".
func (m *Mender) issues(t dateline.Token) bool {
	_, ok := m.lex.Issuers[t.Lemma]
	return ok && t.POS == "NOUN"
}

// peopleAfter is the plural of people right after token i, with nothing but
// adjectives between, or -1.
func (m *Mender) peopleAfter(s Sentence, i int) int {
	k := i + 1
	for k < min(i+4, len(s)) && (s[k].POS == "ADJ" || s[k].Tag == "VBN") {
		k++
	}
	if k < len(s) && isPlural(s[k]) && m.lex.Nouns[s[k].Lemma].Person {
		return k
	}
	return -1
}

// fewerThan gives the noun behind "no fewer than six" the place of its adverb: "NO
// FEWER THAN SIX members lost their lives".
func fewerThan(s Sentence, i int) {
	if i == 0 || i+3 >= len(s) || s[i-1].Lemma != "no" && s[i-1].Lemma != "not" || lower(s[i].Text) != "fewer" && lower(s[i].Text) != "less" {
		return
	}
	who, _ := s.nominalFrom(i + 2)
	verb := s[i].Head
	if who < 0 || verb < 0 || s[who].Head != i && (s[who].Head != verb || s[who].Rel != "obl") {
		return
	}
	switch {
	case verb > who && !s.hasSubject(verb):
		s.subjectOf(who, verb)
	case verb < i && !s.has(verb, "obj"):
		s.hang(who, verb, "obj")
	default:
		return
	}
	s.hang(i, who, "advmod")
	for k := range s {
		if s[k].Head == who && s[k].Rel == "case" {
			s.hang(k, i, "fixed")
		}
	}
}

// ranges makes one phrase of "between four and five members": both numbers hang
// on the noun, and the noun on what the first of them hung on.
func (m *Mender) ranges(s Sentence) {
	for i := range s {
		if l := s[i].Lemma; l != "between" && l != "from" && l != "at" {
			continue
		}
		noun := m.rangeNoun(s, i)
		if noun < 0 {
			continue
		}
		if h := s[noun].Head; h >= i && h < noun {
			s[noun].Head, s[noun].Rel = outside(s, i, noun)
		} else if i > 0 && s[i-1].POS == "VERB" && !s.above(noun, i-1) {
			s.hang(noun, i-1, "obj") // "killed between four and five people"
		}
		for k := range s {
			if inside := s[k].Head >= i && s[k].Head < noun; inside && (k < i || k > noun) {
				s[k].Head = noun
			}
		}
		below(s, i, noun)
	}
}

// rangeNoun is the noun that the range beginning at token i counts, or -1.
func (m *Mender) rangeNoun(s Sentence, i int) int {
	c, ok := m.counts.Read(s, i)
	if !ok || c.Count.Qualifier != dateline.Between {
		return -1
	}
	for k := c.End; k < min(c.End+3, len(s)); k++ {
		switch {
		case s[k].POS == "NOUN" && (k+1 >= len(s) || s[k+1].POS != "NOUN"):
			return k
		case s[k].POS != "ADJ" && s[k].POS != "NOUN":
			return -1
		}
	}
	return -1
}

// outside is the first arc that leaves s [from,to) upwards, other than to
// the noun at to.
func outside(s Sentence, from, to int) (head int, rel string) {
	for k := from; k < to; k++ {
		if h := s[k].Head; h < from || h > to {
			return h, s[k].Rel
		}
	}
	return -1, "root"
}

// below hangs the words of a range on its noun. Where the range had been the
// root, the verb that the noun belongs to becomes it.
func below(s Sentence, from, noun int) {
	for k := from; k < noun; k++ {
		if s[k].Head < 0 && s[noun].Head >= 0 {
			v := s[noun].Head
			s.hang(v, -1, "root")
		}
		rel := s[k].Rel
		switch s[k].POS {
		case "NUM", "NOUN":
			rel = "nummod"
		case "ADP", "CCONJ", "PART":
			rel = "advmod"
		}
		s.hang(k, noun, rel)
	}
}

// bracket: an opening bracket stands in s [from,to).
func (s Sentence) bracket(from, to int) bool {
	for k := from; k < min(to, len(s)); k++ {
		if s[k].Text == "(" {
			return true
		}
	}
	return false
}

// saidAgain hangs a number in brackets on the one in words that it says again, which
// takes its place: "SEVEN (7) persons".
func (m *Mender) saidAgain(s Sentence, i int) {
	if !s.bracket(i, i+6) {
		return
	}
	c, ok := m.counts.Read(s, i)
	n := c.End - 2
	if !ok || n < i+2 || n+1 >= len(s) || s[n-1].Text != "(" || s[n+1].Text != ")" {
		return
	}
	i = n - 2
	if noun := s[n].Head; noun > n && s[n].Rel == "nummod" {
		if s.above(i, noun) {
			s.replace(noun, i)
		}
		s.hang(i, noun, "nummod")
	} else if s.above(n, i) {
		s.replace(i, n)
	}
	s[i].POS, s[i].Tag = "NUM", "CD"
	s.hang(n, i, "appos")
	s.handOver(n, i)
	s.hang(n-1, n, "punct")
	s.hang(n+1, n, "punct")
}

// besidePeople: of two subjects of a verb the number right before the people of a country
// counts them: "ONE Palestinian was killed".
func besidePeople(s Sentence, i int) {
	if s[i].POS != "NUM" || i+1 >= len(s) || s[i].Head < 0 || !s.subject(i) || s[i+1].Head != s[i].Head || !s.subject(i+1) {
		return
	}
	s.hang(i, i+1, "nummod")
	if s[i+1].POS == "ADJ" {
		s[i+1].POS = "NOUN"
	}
}

// numberOfHarm: a word of number right before a participle of harm or "others" is one,
// whatever the tagger took it for: "two killed, NINE wounded".
func (m *Mender) numberOfHarm(s Sentence, i int) {
	if s[i].POS == "NUM" || s[i].POS == "DET" || i+1 >= len(s) || s.participle(i+1) == "" && s[i+1].Lemma != "other" {
		return
	}
	if c, ok := m.counts.Read(s, i); ok && c.End == i+1 && c.Count.Anchor != nil && *c.Count.Anchor > 1 {
		s.retag(i, "NUM", "CD", lower(s[i].Text))
	}
}

// openingNumber: a word of number that opens the sentence counts the plural behind it,
// and a participle between the two is no verb: "SIX suspected rebels died".
func (m *Mender) openingNumber(s Sentence) {
	if len(s) < 4 || s[0].POS != "PROPN" && s[0].POS != "NUM" || !m.numeral(s, 0) {
		return
	}
	noun := 1
	for noun < min(6, len(s)) && !isPlural(s[noun]) {
		if !InNominal(s[noun]) && s[noun].Tag != "VBD" && s[noun].Tag != "VBN" && s[noun].Lemma != "my" {
			return
		}
		noun++
	}
	verb := s.mainVerb(min(noun+1, len(s)))
	if noun >= min(6, len(s)) || noun == 1 || verb < 0 {
		return
	}
	s.retag(0, "NUM", "CD", lower(s[0].Text))
	for k := 1; k < noun; k++ {
		m.intoPhrase(s, k, noun, verb)
	}
	if s[noun].Head < noun && !s.hasSubject(verb) {
		s.subjectOf(noun, verb)
	}
	if !s.above(0, noun) {
		s.hang(0, noun, "nummod")
	}
}

// intoPhrase makes the word at k, taken for a verb or a pronoun, one of the phrase of a
// noun behind it; what hung on a verb hangs on the main verb, which takes its place.
func (m *Mender) intoPhrase(s Sentence, k, noun, verb int) {
	switch {
	case s[k].POS == "VERB":
		if s.above(k, verb) {
			s.replace(verb, k)
		}
		s.handOver(k, verb)
		s[k].POS = "ADJ"
		s.hang(k, noun, "amod")
	case s[k].Lemma == "my":
		s.retag(k, "NOUN", "NN", "mine")
		s.hang(k, noun, "compound")
	}
}
