package mend

import (
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file mends the second half of news that tells two fates in one breath: "three
// were killed and ANOTHER INJURED", "killed 12 and INJURED 34". A greedy parser
// takes its participle for an adjective and leaves it nobody to befall.

// elided gives the participle of harm at i, or a verb of dying, the "another" or
// "a third" before it as the one it befell (CAS-5).
func (m *Mender) elided(s Sentence, i int) {
	who := m.nextOf(s, i)
	if who < 0 {
		who = m.kinOf(s, i)
	}
	if who < 0 {
		return
	}
	base := s.participle(i)
	dies := m.lex.Is(lexicon.PassesAway, s[i].Lemma)
	if base == "" && !dies || i+1 < len(s) && !m.inTimeWord(s[i+1]) && !m.nothingAfter(s, i) {
		return
	}
	s[i].POS, s[i].Tag, s[who].POS, s[who].Tag = "VERB", "VBN", "NOUN", "NN"
	s.raise(i, who)
	s[who].Rel = "nsubj:pass"
	if dies {
		s[i].Tag, s[who].Rel, base = "VBD", "nsubj", s[i].Lemma
	}
	s[i].Lemma = base
	if who > 0 && s[who-1].POS == "DET" {
		s.hang(who-1, who, "det")
	}
}

func (m *Mender) inTimeWord(t dateline.Token) bool { return m.lex.Is(lexicon.BareTime, t.Lemma) }

// nextOf is the "another" or the "third" of "a third" that stands before token i
// with nothing but adverbs and auxiliaries between, or -1.
func (m *Mender) nextOf(s Sentence, i int) int {
	who := i - 1
	for who > 0 && (s[who].POS == "ADV" && !m.lex.Is(lexicon.OtherPerson, s[who].Lemma) || s[who].POS == "AUX") {
		who--
	}
	switch {
	case who < 0 || s[who].Lemma != "another" && (who == 0 || s[who-1].POS != "DET"):
		return -1
	case isPlural(s[who]) || !m.lex.Is(lexicon.OtherPerson, s[who].Lemma) && lexicon.Ordinal(s[who].Lemma) < 2:
		return -1
	}
	return who
}

// kinOf is the person behind "and his" that stands before token i with nothing but
// adverbs between, "and HIS BROTHER seriously hurt", or -1.
func (m *Mender) kinOf(s Sentence, i int) int {
	who := i - 1
	for who > 0 && s[who].POS == "ADV" {
		who--
	}
	if who < 2 || s[who-1].Tag != "PRP$" || s[who-2].Lemma != "and" || isPlural(s[who]) || !m.lex.Nouns[s[who].Lemma].Person {
		return -1
	}
	return who
}

// secondHarm gives the participle of harm at i, joined by "and" or a comma to a
// verb of harm that has its own object, the people right after it.
func (m *Mender) secondHarm(s Sentence, i int) {
	if i < 3 || s[i-1].Lemma != "and" && s[i-1].Text != "," {
		return
	}
	base := s.participle(i)
	if verb := gerunds[lower(s[i].Text)]; verb != "" {
		base = verb
		bareBefore(s, i)
	}
	if base == "" || i+1 >= len(s) {
		return
	}
	object := m.objectAfter(s, i)
	if n := i + 1; object < 0 && (s[n].POS == "NUM" || m.numeral(s, n)) && (n+1 == len(s) || m.lex.Is(lexicon.EndsClause, s[n+1].Lemma) || s[n+1].Lemma == "more") {
		object = n
	}
	if object < 0 {
		object = m.others(s, i+1)
	}
	verb := m.harmBefore(s, i)
	if object < 0 || verb < 0 || s[object].Head == i || s.above(i, verb) {
		return
	}
	s.retag(i, "VERB", s[verb].Tag, base)
	s.hang(i, verb, "conj")
	if s[object].Head >= 0 && s[i-1].Head == object {
		s[i-1].Head = i
	}
	s.hang(object, i, "obj")
}

// anotherHurt: an "another" with no noun of its own behind a verb of harm is whom it
// befell: "shot a ranger dead and wounded ANOTHER in the park".
func (m *Mender) anotherHurt(s Sentence, i int) {
	v := i - 1
	if v < 0 || s[i].Lemma != "another" || s[i].Rel != "det" || s[v].POS != "VERB" || m.lex.HarmVerb[s[v].Lemma] == "" || s[i].Head == i+1 || i+1 < len(s) && InNominal(s[i+1]) {
		return
	}
	s[i].POS, s[i].Tag = "NOUN", "NN"
	s.hang(i, v, "obj")
}

// anotherSubject: an "another" or "a fourth" right before a form of "be" is its subject
// and stands before no noun: "one man is dead and ANOTHER is in critical condition".
func anotherSubject(s Sentence, i int) {
	head := s[i].Head
	nth := lexicon.Ordinal(s[i].Lemma) > 1 && s[i].Rel == "amod" && i > 0 && s[i-1].POS == "DET"
	if !nth && (s[i].Lemma != "another" || s[i].Rel != "det") || i+1 >= len(s) || s[i+1].Lemma != "be" || head <= i || s[i+1].Head != head {
		return
	}
	s[i].POS, s[i].Tag = "NOUN", "NN"
	s.subjectOf(i, head)
	if nth {
		s.hang(i-1, i, "det")
	}
}

// fatalGerunds are acts that somebody does "fatally", with their verbs.
var fatalGerunds = map[string]string{"shooting": "shoot", "stabbing": "stab", "beating": "beat"}

// fatalAct: what is done "fatally" is a verb, and who is named behind it suffers it:
// "accused of fatally SHOOTING a colleague".
func fatalAct(s Sentence, i int) {
	verb := fatalGerunds[lower(s[i].Text)]
	if verb == "" || i == 0 || i+1 >= len(s) || !s.reads(i-1, "fatally") {
		return
	}
	if s[i].POS != "VERB" {
		s[i].Rel = "advcl"
		if c := s.child(i, "case"); c >= 0 {
			s[c].Rel = "mark"
		}
	}
	s.retag(i, "VERB", "VBG", verb)
	s.retag(i-1, "ADV", "RB", "fatally")
	s.hang(i-1, i, "advmod")
	if who, _ := s.nominalFrom(i + 1); who >= 0 && (s[who].Head == i || s[who].Rel == "appos") {
		s.hang(who, i, "obj")
	}
}

// gerunds of harm, with their verbs.
var gerunds = map[string]string{"killing": "kill", "wounding": "wound", "injuring": "injure", "hurting": "hurt"}

// bareBefore gives the bare number before "and" and the gerund at i to the verb it
// stands behind: "killing THREE and injuring twelve".
func bareBefore(s Sentence, i int) {
	if i < 3 || s[i-1].Lemma != "and" || s[i-2].POS != "NUM" || s[i-2].Head <= i || s[i-3].POS != "VERB" {
		return
	}
	s.hang(i-2, i-3, "obj")
}

// harmBefore is the nearest verb of harm before token i in its clause that has an
// object before i, or -1.
func (m *Mender) harmBefore(s Sentence, i int) int {
	for k := i - 2; k >= 0; k-- {
		switch {
		case s[k].POS != "VERB":
		case m.lex.HarmVerb[s[k].Lemma] == "":
			return -1
		default:
			for o := k + 1; o < i; o++ {
				if s[o].Head == k && s[o].Rel == "obj" {
					return k
				}
			}
			return -1
		}
	}
	return -1
}

// others are those "others" that a number at token i counts, or the number itself where
// another verb follows it, "injured 31 AND DESTROYED a school"; -1 if there are none.
func (m *Mender) others(s Sentence, i int) int {
	c, ok := m.counts.Read(s, i)
	if !ok || c.Count.Anchor == nil && c.Count.Lo == nil || c.End >= len(s) {
		return -1
	}
	last := c.End - 1
	switch next := s[c.End]; {
	case s[last].Lemma == "other" || s[last].Lemma == "others":
		return last
	case next.Lemma == "other" || next.Lemma == "others":
		return c.End
	case s[last].POS == "NUM" && next.POS == "CCONJ":
		return last
	}
	return -1
}

// numberSuffers: a bare number between "and" and a form of "be" is the subject of the
// participle of harm behind, and whoever the parser gave to that suffers what is told
// before: "nine people are dead and FOURTEEN are injured".
func (m *Mender) numberSuffers(s Sentence, i int) {
	verb := i + 2
	if i < 2 || verb >= len(s) || s[i-1].Lemma != "and" || s[i+1].Lemma != "be" || !m.numeral(s, i) || s.participle(verb) == "" || s[i].Head == verb && s.subject(i) {
		return
	}
	before := i - 2
	for before > 0 && s[before].Lemma != "dead" && s.participle(before) == "" {
		before--
	}
	if s[before].Lemma != "dead" && s.participle(before) == "" {
		return
	}
	for k := range before {
		if s[k].Head == verb && s.subject(k) {
			s.subjectOf(k, before)
		}
	}
	if s[before].Head == verb {
		s.replace(before, verb)
		s.hang(verb, before, "conj")
	}
	s.retag(i, "NUM", "CD", lower(s[i].Text))
	s.hang(i-1, verb, "cc")
	s.hang(i+1, verb, "aux:pass")
	s.subjectOf(i, verb)
}

// deadAfter: a noun with "after" before it, behind "dead", is the subject of the verb
// whose auxiliary follows it, and "dead" is not: "nine people are DEAD after a grenade
// was thrown into a bar".
func deadAfter(s Sentence, i int) {
	if s[i].Lemma != "dead" || !s.has(i, "cop") || i+2 >= len(s) || s[i+1].Lemma != "after" || s[i+1].Rel != "case" || !s.subject(i) {
		return
	}
	noun, verb := s[i+1].Head, s[i].Head
	if s[noun].Head != i || verb < noun || s.auxiliary(verb) != noun+1 {
		return
	}
	s.replace(i, verb)
	s.hang(verb, i, "advcl")
	s.hang(i+1, verb, "mark")
	s.subjectOf(noun, verb)
}

// nursing: who is "NURSING injuries" has them; the word is no adjective and they are no verb.
func (m *Mender) nursing(s Sentence, i int) {
	if i == 0 || s[i-1].Lemma != "be" || lower(s[i].Text) != "nursing" {
		return
	}
	wounds := i + 1
	for wounds < min(i+4, len(s)) && !m.lex.Is(lexicon.Wounds, strings.TrimSuffix(s[wounds].Lemma, "s")) && s[wounds].Lemma != "injuries" {
		wounds++
	}
	if wounds >= min(i+4, len(s)) {
		return
	}
	if !s.above(i, wounds) {
		s.replace(i, wounds)
	}
	s.retag(i, "VERB", "VBG", "nurse")
	s.retag(wounds, "NOUN", "NNS", strings.TrimSuffix(strings.Replace(s[wounds].Lemma, "injuries", "injury", 1), "s"))
	for k := range s {
		switch {
		case k > i && k < wounds:
			s.hang(k, wounds, "compound")
		case k != i && s[k].Head == wounds:
			s[k].Head = i
		}
	}
	s.hang(i-1, i, "aux")
	s.hang(wounds, i, "obj")
}

// bareSubject: a noun right before a verb that has an object and no subject, with no
// preposition, is its subject: "and two OTHERS sustained injuries".
func bareSubject(s Sentence, i int) {
	if s[i].Rel == "nmod" && s[i].Head == i+1 && s[i+1].POS == "VERB" && s.has(i+1, "obj") && !s.hasCase(i) && !s.hasSubject(i+1) {
		s.subjectOf(i, i+1)
	}
}
