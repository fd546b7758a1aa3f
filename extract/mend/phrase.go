package mend

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file mends noun phrases: which word is the head, and what hangs on it.

// compound: of two subjects or objects of a verb that stand side by side the first only
// says what the second is: "a VILLAGE chief was killed", "hit an APARTMENT block", "killed
// three POLICE officers". Of two objects the second must be a person.
func (m *Mender) compound(s Sentence, i int) {
	j, verb := i+1, s[i].Head
	if j >= len(s) || !nounish(s[i]) || !nounish(s[j]) || verb < 0 || verb != s[j].Head {
		return
	}
	switch {
	case s[i].Rel == "obj" && verb < i && s[j].Rel == "nsubj":
		s[j].Rel = "obj"
	case s[i].Rel != s[j].Rel || !s.subject(i) && !m.sufferers(s, i, j):
		return
	}
	s.handOver(i, j)
	s.hang(i, j, "compound")
}

// sufferers: two common nouns are objects, and the second is of people.
func (m *Mender) sufferers(s Sentence, i, j int) bool {
	return s[i].Rel == "obj" && s[i].POS == "NOUN" && s[j].POS == "NOUN" && m.lex.Nouns[s[j].Lemma].Person
}

// bothNouns: two nouns with "and" and an article, possessive or number between are two
// and no compound: "A TOURIST and his guide were stabbed".
func bothNouns(s Sentence, i int) {
	j := s[i].Head
	if j <= i || i+2 >= len(s) || !nounish(s[i]) || s[i].Rel != "compound" || s[i+1].Lemma != "and" || s[i+2].POS != "DET" && s[i+2].POS != "NUM" && s[i+2].Tag != "PRP$" {
		return
	}
	s.replace(i, j)
	s.hang(j, i, "conj")
	for k := range s[:i] {
		if s[k].Head == j {
			s[k].Head = i
		}
	}
}

// hitMen: "hit men" and a "hit squad" are people.
func hitMen(s Sentence, i int) {
	if i+1 >= len(s) || !s.reads(i, "hit") || s[i].Head == i+1 || !slices.Contains([]string{"man", "men", "squad", "team"}, s[i+1].Lemma) {
		return
	}
	j := i + 1
	s.hang(j, s[i].Head, "obl")
	if i > 0 && s[i-1].Lemma == "by" {
		s[j].Rel, s[i-1].POS, s[i-1].Rel = "obl:agent", "ADP", "case"
	}
	s.handOver(i, j)
	s.retag(i, "NOUN", "NN", "hit")
	s.hang(i, j, "compound")
}

// label hangs the name before a colon that opens a sentence apart, so that it is
// neither subject nor part of one: "QUETTA: nine people were hurt".
func label(s Sentence, i int) {
	if s[i].Text != ":" || i == 0 || i > 3 || slices.ContainsFunc(s[:i], func(t dateline.Token) bool { return t.POS != "PROPN" }) {
		return
	}
	for k := range i {
		if s[k].Head > i {
			hangOn(s, k, i)
			s[k].Rel = "dep"
		}
	}
}

// hangOn gives what stands behind the colon at i and hangs on the label k to what
// the label hangs on: "SUKKUR: TWO people lost their lives".
func hangOn(s Sentence, k, i int) {
	above := s[k].Head
	for c := i + 1; c < len(s); c++ {
		if s[c].Head == k && c != above {
			s[c].Head = above
			if s[c].POS == "NUM" {
				s[c].Rel = "nummod"
			}
		}
	}
}

// suspected: a participle that opens a sentence right before a noun describes it:
// "SUSPECTED militants ambushed a lorry".
func (m *Mender) suspected(s Sentence, i int) {
	word := lower(s[i].Text)
	if word != "suspected" && word != "alleged" || s[i].POS != "VERB" || i > 0 && s[i-1].POS == "AUX" {
		return
	}
	who, end := s.nominalFrom(i + 1)
	if who < 0 || !m.lex.Nouns[s[who].Lemma].Person || i > 0 && nounish(s[i-1]) {
		return
	}
	if s[who].Head == i && !lifted(s, i, who, end) {
		return
	}
	s.handOver(i, who)
	s.retag(i, "ADJ", "JJ", word)
	s.hang(i, who, "amod")
}

// lifted gives the noun at who, which hangs on the participle at i, its place: that of
// an agent behind "by", else of the subject of the verb behind it. It says whether
// there is one.
func lifted(s Sentence, i, who, end int) bool {
	verb := s.mainVerb(end)
	switch {
	case verb < 0 && i > 0 && s[i-1].Lemma == "by":
		s.hang(who, s[i].Head, "obl:agent")
		s[i-1].Rel = "case"
		return true
	case verb < 0 || s.hasSubject(verb):
		return false
	case s.above(i, verb):
		s.replace(verb, i)
	}
	s.subjectOf(who, verb)
	return true
}

// manner: in "the shooting death" the first noun only says how; the second
// stands where it stood.
func manner(s Sentence, i int) {
	if i == 0 || s[i].Lemma != "death" || !nounish(s[i]) || !nounish(s[i-1]) || s[i-1].Head == i || !strings.HasSuffix(s[i-1].Lemma, "ing") {
		return
	}
	if h := s[i-1].Head; h != i {
		s.hang(i, h, s[i-1].Rel)
	}
	s.handOver(i-1, i)
	s.hang(i-1, i, "compound")
}

// describedSubject: of a noun and the adjective or participle behind it that a parser took for
// the subject the noun is the subject: "MEN accused of theft were lynched".
func describedSubject(s Sentence, i int) {
	if i == 0 || !strings.HasSuffix(s[i].Text, "ed") && s[i].POS != "ADJ" || nounish(s[i]) || !nounish(s[i-1]) || s[i-1].Head != i || !s.subject(i) {
		return
	}
	s.replace(i-1, i)
	s.hang(i, i-1, "amod")
	if strings.HasSuffix(s[i].Text, "ed") {
		s[i].Rel, s[i].POS, s[i].Tag = "acl", "VERB", "VBN"
		return
	}
	for k := range s {
		if s[k].Head == i && s[k].Rel == "obl" {
			s.hang(k, i-1, "nmod") // "fighters loyal to the FRONT"
		}
	}
}

// districtNoun hangs "district" on the name before it, whatever the parser made of
// it: "in Odisha's Ganjam DISTRICT".
func (m *Mender) districtNoun(s Sentence, i int) {
	if i < 1 || s[i].POS != "NOUN" || s[i-1].POS != "PROPN" || !m.lex.Is(lexicon.Terrain, s[i].Lemma) || s[i].Head == i-1 || s[i-1].Head < 0 {
		return
	}
	if s[i-1].Head == i {
		for k := range s[:i-1] {
			if s[k].Head == i-1 && (s[k].Rel == "case" || s[k].Rel == "nmod:poss") {
				s[k].Head = i
			}
		}
		return
	}
	if s.above(i, i-1) || slices.ContainsFunc(s, func(t dateline.Token) bool { return t.Head == i }) {
		return
	}
	s.hang(i, i-1, "flat")
}

// liftNoun: in "on the Russian and Pakistani embassies" the noun, not its first
// adjective, is what the preposition takes.
func liftNoun(s Sentence, i int) {
	adj := s[i]
	if adj.POS != "ADJ" || !nominal(adj.Rel) || adj.Rel == "conj" && adj.Head >= 0 && s[adj.Head].POS == "ADJ" {
		return
	}
	j := i + 1
	for j < len(s) && (s[j].POS == "ADJ" || s[j].POS == "CCONJ" || s[j].Text == ",") {
		j++
	}
	if j == i+1 && (j >= len(s) || s[j].Head == i) || j >= len(s) || s[j].POS != "NOUN" && s[j].POS != "PROPN" || adj.Head == j || adj.Head >= 0 && s.above(j, adj.Head) {
		return
	}
	s.hang(j, adj.Head, adj.Rel)
	s.hang(i, j, "amod")
	for k := range s {
		if s[k].Head == i && (s[k].Rel == "case" || s[k].Rel == "det") {
			s[k].Head = j
		}
	}
}

func nominal(rel string) bool {
	switch rel {
	case "obl", "nmod", "obj", "nsubj", "nsubj:pass", "conj":
		return true
	}
	return false
}

// lastOfPhrase: a noun without a preposition right behind one that has it is the head
// of the phrase: "by Papuan REBELS".
func (m *Mender) lastOfPhrase(s Sentence, i int) {
	j := i + 1
	if j >= len(s) || !nounish(s[i]) || s[j].POS != "NOUN" || s[i].Head < 0 || s[i].Head >= i || s[j].Head != s[i].Head || !s.hasCase(i) || s.hasCase(j) || m.lex.Is(lexicon.BareTime, s[j].Lemma) {
		return
	}
	if s[i].Rel != "obl" && s[i].Rel != "obl:agent" || s[j].Rel != "obl" && s[j].Rel != "obl:unmarked" {
		return
	}
	s[j].Rel = s[i].Rel
	s.handOver(i, j)
	s.hang(i, j, "compound")
}
