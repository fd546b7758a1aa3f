package mend

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file mends lists of people: "a man, two women and a child were killed", "A.
// Karim, 35; B. Lund, 34; and C. Roth, 26, died". A greedy parser hands out their
// members one by one.

// listBefore coordinates the people listed before token i, if i says what
// befell them.
func (m *Mender) listBefore(s Sentence, i int) {
	end := i
	switch {
	case s.participle(i) != "" || s[i].Lemma == "find":
		if be := s.auxiliary(i); be >= 1 {
			end = m.beforeAside(s, be)
		}
	case s[i].Lemma == "die" && s[i].POS == "VERB":
	case s[i].POS == "ADJ" && m.lex.Is(lexicon.Gone, s[i].Lemma):
		if be := s.auxiliary(i); be >= 1 {
			end = be
		} else if !leaves(s, i) {
			return
		}
	default:
		return
	}
	spelt := end > 0 && s[end-1].Text == "," // "two civilians, a writer and a child, were"
	if spelt {
		end--
	}
	heads := m.peopleBefore(s, end)
	if len(heads) < 2 || spelt && m.beforeName(s, end) == end && (!m.lex.Is(lexicon.Anybody, s[heads[0]].Lemma) || !s.has(heads[0], "nummod")) {
		return
	}
	if body := m.bodyBefore(s, heads[0]); body >= 0 {
		s.bodiesOf(body, heads, i)
		return
	}
	first := heads[0]
	head, rel := listArc(s, heads, i)
	if head >= 0 && s.above(first, head) {
		s.replace(head, first)
	}
	s.hang(first, head, rel)
	for _, k := range heads[1:] {
		s.hang(k, first, "conj")
	}
}

// leaves: a form of "leave" stands before the words that end in the "dead" at i.
func leaves(s Sentence, i int) bool {
	return slices.ContainsFunc(s[max(0, i-12):i], func(t dateline.Token) bool { return t.Lemma == "leave" })
}

// listArc is what the first member of a list hangs on: what some member hung on
// as subject or object, else the word at i as its subject.
func listArc(s Sentence, heads []int, i int) (head int, rel string) {
	for _, k := range heads {
		if h := s[k].Head; h >= 0 && h != heads[0] && !slices.Contains(heads, h) && slices.Contains([]string{"nsubj", "nsubj:pass", "obj"}, s[k].Rel) {
			return h, s[k].Rel
		}
	}
	switch {
	case s[i].POS == "ADJ" && s.auxiliary(i) >= 1:
		return i, "nsubj"
	case s[i].POS == "ADJ":
		return s[heads[0]].Head, s[heads[0]].Rel
	case s[i].Lemma == "die":
		return i, "nsubj"
	}
	return i, "nsubj:pass"
}

// peopleBefore gives the head of each member of a list of people that ends
// before token end, in order; nil if it is no list with an "and".
func (m *Mender) peopleBefore(s Sentence, end int) []int {
	var heads []int
	and := false
	end = m.beforeName(s, end)
	for end > 0 {
		end = beforeDashes(s, end)
		last := s.beforeAge(end) - 1
		start := last
		for start > 0 && InNominal(s[start-1]) {
			start--
		}
		start = m.kinBefore(s, start)
		if start > 0 && lower(s[start-1].Text) == "at" && (s[start].Lemma == "least" || s[start].Lemma == "most") {
			start--
		}
		if last < 0 || !m.listMember(s, start, last, end) {
			break
		}
		heads = append([]int{s.phraseTop(start, last+1)}, heads...)
		if start < 2 || len(heads) > 1 && s[start-1].POS == "ADP" {
			if start >= 2 {
				heads = heads[1:] // "in Sukkur, a man and a woman": the place is no member
			}
			break
		}
		end = start
		switch {
		case s[end-1].Lemma == "and":
			and = true
			end--
			if t := s[end-1].Text; end > 0 && (t == "," || t == ";") {
				end--
			}
		case and && (s[end-1].Text == "," || s[end-1].Text == ";"):
			end--
		default:
			end = 0
		}
	}
	if !and {
		return nil
	}
	return heads
}

// beforeName steps back over the name that ends before token end and that a comma
// sets behind the last member of a list: "A. Lund and her son, JAN LUND".
func (m *Mender) beforeName(s Sentence, end int) int {
	start := end
	for start > 0 && InNominal(s[start-1]) {
		start--
	}
	if start < 3 || end-start < 2 || s[end-1].POS != "PROPN" || s[start-1].Text != "," || s[start-2].POS != "NOUN" || isPlural(s[start-2]) || !m.lex.Nouns[s[start-2].Lemma].Person {
		return end
	}
	for k := start - 2; k >= 0; k-- {
		if s[k].Lemma == "and" {
			return start - 1
		}
		if !InNominal(s[k]) {
			break
		}
	}
	return end
}

// kinBefore takes the kin or other person whose "of" leads to the words from start:
// "THE WIFE OF a spokesman".
func (m *Mender) kinBefore(s Sentence, start int) int {
	if start < 2 || s[start-1].Lemma != "of" || s[start-2].POS != "NOUN" || isPlural(s[start-2]) || !m.lex.Nouns[s[start-2].Lemma].Person {
		return start
	}
	for start -= 2; start > 0 && InNominal(s[start-1]); start-- {
	}
	return start
}

// beforeDashes steps back over an aside between dashes that ends before token end.
func beforeDashes(s Sentence, end int) int {
	dash := func(k int) bool { return s[k].Text == "–" || s[k].Text == "—" }
	if end == 0 || !dash(end-1) {
		return end
	}
	for k := end - 2; k > 0; k-- {
		if dash(k) {
			return k
		}
	}
	return end
}

// listMember: s [start,last] end in a noun for a person, or are a name of
// two words or one with an age; the member's own words end before token end.
func (m *Mender) listMember(s Sentence, start, last, end int) bool {
	if s[last].POS != "PROPN" {
		n := m.lex.Nouns[s[last].Lemma]
		return n.Person && s[last].POS == "NOUN" || s[last].Lemma == "year-old"
	}
	for _, t := range s[start:last] {
		if t.POS == "NOUN" && !m.lex.Nouns[t.Lemma].Person && !lexicon.AgeUnit(t.Lemma) {
			return false
		}
	}
	return last+1 < end || last > start && s[last-1].POS == "PROPN"
}

// setOff: one phrase with "a" between commas after a name says who that is, and is
// nobody else: "Ilan Torvik, a 49-year-old welder, was shot". No "and" joins them.
func setOff(s Sentence, i int) {
	h := s[i].Head
	if s[i].Rel != "conj" || h < 0 || h >= i || s[h].POS != "PROPN" {
		return
	}
	start := h + 1
	for start < i && s[start].Text != "," {
		start++
	}
	if start+1 >= i || start > h+4 || lower(s[start+1].Text) != "a" && lower(s[start+1].Text) != "an" {
		return
	}
	end := i + 1
	for end < len(s) && s[end].Head == i && s[end].Text != "," {
		end++
	}
	if end >= len(s) || s[end].Text != "," || end+1 < len(s) && s[end+1].POS == "CCONJ" {
		return
	}
	for k := range s {
		if k != i && s[k].Head == h && s[k].Rel == "conj" || k < end && s[k].Rel == "cc" && (s[k].Head == i || s[k].Head == h) {
			return
		}
	}
	s[i].Rel = "appos"
}

// sameCase: a noun with a preposition behind "and" that was joined to the verb goes on from
// the noun with the same preposition: "responsibility for a bomb in Mach and FOR THE
// SHOOTING of a man".
func sameCase(s Sentence, i int) {
	v := s[i].Head
	if !nounish(s[i]) || s[i].Rel != "conj" || v < 0 || v > i || s[v].POS != "VERB" {
		return
	}
	and := slices.IndexFunc(s[v:i], func(t dateline.Token) bool { return t.Head == i && t.POS == "CCONJ" }) + v
	if and < v || s[and+1].Head != i || s[and+1].Rel != "case" {
		return
	}
	for k := and - 1; k > v; k-- {
		if s[k].Rel == "case" && s[k].Lemma == s[and+1].Lemma && s[k].Head > k && s[k].Head < and {
			s[i].Head = s[k].Head
			return
		}
	}
}

// twoSubjects: of two subjects of one verb with "and" between them the second
// is coordinated with the first: "Eleven fighters and four soldiers were killed".
func twoSubjects(s Sentence) {
	first := -1
	for i, t := range s {
		if t.Rel != "nsubj" && t.Rel != "nsubj:pass" {
			continue
		}
		if first >= 0 && s[first].Head == t.Head && i < t.Head && s.JoinedByAnd(first, i) {
			s.hang(i, first, "conj")
			continue
		}
		first = i
	}
}

// someOfThem: "two of them seriously" after the verb tells of some of its subject,
// "Four people were wounded, TWO OF THEM seriously", and is none.
func someOfThem(s Sentence, i int) {
	verb := s[i].Head
	if s[i].POS != "NUM" || verb < 0 || verb > i || !s.subject(i) || i+2 >= len(s) || s[i+1].Lemma != "of" {
		return
	}
	if t := lower(s[i+2].Text); t != "them" && t != "whom" {
		return
	}
	for k := range s[:verb] {
		if s[k].Head == verb && s.subject(k) {
			s[i].Rel = "dep"
		}
	}
}

// ofWhom: the number before "of whom" is the subject of the verb behind it: "six people
// were shot, TWO of whom have died".
func ofWhom(s Sentence, i int) {
	if s[i].POS != "NUM" || i+3 >= len(s) || s[i+1].Lemma != "of" || lower(s[i+2].Text) != "whom" {
		return
	}
	verb := i + 3
	for verb < len(s)-1 && (s[verb].POS == "AUX" || s[verb].POS == "ADV") {
		verb++
	}
	if s[verb].POS != "VERB" {
		return
	}
	s.raise(verb, i)
	s[i].Rel = "nsubj"
	for k := range s[:verb] {
		switch {
		case k != i && s[k].Head == verb && k > i+2 && s[k].Lemma == "be":
			s[i].Rel = "nsubj:pass"
		case k < i && s[k].Head == verb && s.subject(k):
			s[k].Rel = "dep"
		}
	}
	s.hang(i+1, i+2, "case")
	s.hang(i+2, i, "nmod")
}

// personBehind: the people right behind an active verb of harm are whom it befell: "shelling
// killed ONE PERSON and left five injured".
func (m *Mender) personBehind(s Sentence, verb int) {
	if s[verb].POS != "VERB" || s[verb].Tag == "VBN" || m.lex.HarmVerb[s[verb].Lemma] == "" || s.has(verb, "obj") || s.has(verb, "aux:pass") {
		return
	}
	who, end := s.nominalFrom(verb + 1)
	if who == end-1 && who > verb && m.lex.Nouns[s[who].Lemma].Person && s[who].Head == verb && !s.subject(who) {
		s[who].Rel = "obj"
	}
}

// listBehind coordinates the people listed right behind a verb of harm: "killed a
// pastor, HIS WIFE AND THEIR SON".
func (m *Mender) listBehind(s Sentence, verb int) {
	if s[verb].POS != "VERB" || m.lex.HarmVerb[s[verb].Lemma] == "" {
		return
	}
	first, end := s.nominalFrom(verb + 1)
	if first < 0 || first != end-1 || !m.lex.Nouns[s[first].Lemma].Person {
		return
	}
	members := m.peopleBehind(s, end)
	if len(members) == 0 {
		return
	}
	for _, k := range members {
		if !s.above(k, first) {
			s.hang(k, first, "conj")
		}
	}
}

// peopleBehind are the heads of the further members of a list that goes on at token
// k, each with a word before it that begins a phrase; nil if no "and" ends it.
func (m *Mender) peopleBehind(s Sentence, k int) []int {
	var heads []int
	for k+1 < len(s) && (s[k].Text == "," || s[k].Lemma == "and") {
		last := s[k].Lemma == "and"
		if k++; !last && s[k].Lemma == "and" {
			last, k = true, k+1
		}
		head, end := s.nominalFrom(k)
		if head < 0 || head != end-1 || s[k].POS != "NUM" && s[k].POS != "DET" && s[k].Tag != "PRP$" || !m.lex.Nouns[s[head].Lemma].Person {
			return nil
		}
		if heads, k = append(heads, head), end; last {
			return heads
		}
	}
	return nil
}

// bodyBefore is the noun of bodies with "of" that a list of people hangs on, of which
// token i is a member: "the BODIES of a man, a woman and their child"; -1 without one.
func (m *Mender) bodyBefore(s Sentence, i int) int {
	k := i - 1
	for k > 0 && (InNominal(s[k]) || s[k].Text == "," || s[k].Lemma == "and") {
		k--
	}
	if k < 1 || s[k].Lemma != "of" || !m.lex.Is(lexicon.Remains, s[k-1].Lemma) {
		return -1
	}
	return k - 1
}

// bodiesOf hangs the list on the noun of bodies, and that on what befell them.
func (s Sentence) bodiesOf(body int, heads []int, i int) {
	first := s.phraseHead(body+2, heads[0])
	if first < 0 {
		first = heads[0]
	}
	if s.above(body, i) {
		s.replace(i, body)
	}
	s.hang(body, i, "nsubj:pass")
	s.hang(first, body, "nmod")
	for _, k := range heads {
		if k != first {
			s.hang(k, first, "conj")
		}
	}
}
