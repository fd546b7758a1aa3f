package mend

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file mends voice: what is done to the subject, and what the subject does.

// passive makes a verb of "were shot" and of the headline's "Four shot": the
// subject suffers it.
func passive(s Sentence, i int) {
	base := s.participle(i)
	if base == "" || i == 0 || s[i].POS == "VERB" && s.has(i, "aux:pass") {
		return
	}
	be := slices.ContainsFunc(s[max(0, i-3):i], func(t dateline.Token) bool { return t.Lemma == "be" || t.Lemma == "get" })
	headline := s[i].POS != "VERB" && s[i-1].POS == "NUM" && s[i-1].Head != i
	if !be && !headline {
		return
	}
	s.retag(i, "VERB", "VBN", base)
	s.suffers(i, "cop", "aux")
	if headline && !be {
		up := s[i-1]
		s.hang(i, up.Head, up.Rel)
		s.hang(i-1, i, "nsubj:pass")
	}
}

// copular: a form of harm with a copula is a passive that was taken for an
// adjective: "five people were hacked to death".
func (m *Mender) copular(s Sentence, i int) {
	if s[i].Tag != "VBD" || m.lex.HarmVerb[s[i].Lemma] == "" || !s.has(i, "cop") {
		return
	}
	s[i].Tag = "VBN"
	s.suffers(i, "cop")
}

// noObject: what stands at k is no object of the verb at i: it is behind a preposition
// that follows the verb and opens no number ("killed AT LEAST 12"), or is what
// somebody was doing ("shot COMING home").
func (m *Mender) noObject(s Sentence, i, k int) bool {
	if k <= i+1 {
		return k == i+1 && s[k].Tag == "VBG"
	}
	_, counts := m.counts.Read(s, i+1)
	return s[i+1].POS == "ADP" && !counts
}

// onNamed: "on West Side" is a place, "on the crowd" who was shot at.
func (s Sentence) onNamed(on int) bool { return on+1 < len(s) && s[on+1].POS == "PROPN" }

// headlinePassive: "Woman killed, boy hurt in shooting": a verb that cannot do
// without an object and has none is a passive.
func (m *Mender) headlinePassive(s Sentence, i int) {
	base := s.participle(i)
	next := i + 1
	if next < len(s) && lower(s[next].Text) == "dead" {
		next++ // "Mayor shot dead in …"
	}
	if base == "" || s[i].POS != "VERB" || next < len(s) && s[next].Tag != "VBG" && !m.lex.Is(lexicon.EndsClause, s[next].Lemma) && (next == i+1 || s[next].POS != "ADP") {
		return
	}
	if base == "shoot" && i+1 < len(s) && (s[i+1].Lemma == "at" || s[i+1].Lemma == "on" && !s.onNamed(i+1) || s[i+1].Lemma == "and") {
		return // "shot at the crowd", "shot and killed a man"
	}
	subject := -1
	for k := range s {
		if s[k].Head != i || k == i+1 && next > k {
			continue
		}
		switch s[k].Rel {
		case "nsubj":
			subject = k
		case "obl:unmarked":
			if k == i-1 && m.lex.Nouns[s[k].Lemma].Person {
				subject = k
			}
		case "obj", "ccomp", "xcomp", "nsubj:pass":
			if m.noObject(s, i, k) {
				continue
			}
			return
		}
	}
	if subject >= 0 && s[subject].POS != "PRON" {
		s[subject].Rel, s[i].Tag, s[i].Lemma = "nsubj:pass", "VBN", base
	}
}

// foundSo: who is found dead or shot is said to be so by the verb, whatever stands
// between: "found the teen dead inside", "was found fatally shot".
func (m *Mender) foundSo(s Sentence, i int) {
	so := s[i].Tag == "VBN" && s.participle(i) != "" || s[i].POS == "ADJ" && m.lex.Is(lexicon.Gone, s[i].Lemma)
	k := i - 1
	for k > 0 && s[k].POS == "ADV" {
		k--
	}
	if !so || k < 0 {
		return
	}
	if nounish(s[k]) {
		k = findingOf(s, k)
	}
	if k < 0 || s[k].POS != "VERB" || !m.lex.Is(lexicon.Finds, s[k].Lemma) || s.above(i, k) || s[i].Rel == "xcomp" {
		return
	}
	s.hang(i, k, "xcomp")
	if s.has(k, "aux:pass") {
		s.suffers(k)
	}
}

// findingOf is the verb whose object the noun at k is, by itself or as the last of
// several; -1 if it is none.
func findingOf(s Sentence, k int) int {
	for s[k].Rel == "conj" && s[k].Head >= 0 && s[k].Head < k {
		k = s[k].Head
	}
	if s[k].Rel != "obj" || s[k].Head > k {
		return -1
	}
	return s[k].Head
}

// saidToBe: what somebody "was reported killed" tells is done to the subject of
// the reporting.
func saidToBe(s Sentence, i int) {
	if i > 0 && s[i].Tag == "VBN" && s[i].Head == i-1 && s[i].Rel == "ccomp" && s.has(i-1, "aux:pass") {
		s[i].Rel = "xcomp"
	}
}

// hadDone: with a form of "have" and none of "be" a verb is active.
func hadDone(s Sentence, i int) {
	if v := s[i].Head; s[i].Rel == "nsubj:pass" && v > i && !s.has(v, "aux:pass") &&
		slices.ContainsFunc(s[i:v], func(t dateline.Token) bool { return t.Head == v && t.Rel == "aux" && t.Lemma == "have" }) {
		s[i].Rel = "nsubj"
	}
}

// didTo: a verb without a form of "be" and with an object is active: "a man killed
// four of his children".
func (m *Mender) didTo(s Sentence, i int) {
	v := s[i].Head
	if s[i].Rel != "nsubj:pass" || v <= i || v+1 >= len(s) || s.has(v, "aux:pass") || s.auxiliary(v) >= 0 {
		return
	}
	if _, number := m.counts.Read(s, v+1); s[v+1].POS == "ADP" && !number { // but "killed AT LEAST nine"
		return
	}
	if o := m.doneTo(s, v); o >= 0 {
		s[i].Rel, s[o].Rel = "nsubj", "obj"
	}
}

// doneTo is the object behind the verb at v, or the noun that hangs on it without a
// preposition and is no time; -1 without one.
func (m *Mender) doneTo(s Sentence, v int) int {
	for k := v + 1; k < len(s); k++ {
		if s[k].Head == v && (s[k].Rel == "obj" || s[k].Rel == "obl" && nounish(s[k]) && !s.hasCase(k) && !m.lex.Is(lexicon.BareTime, s[k].Lemma)) {
			return k
		}
	}
	return -1
}

// sufferedToo: a verb of harm without an object that goes on from a passive is one: "was
// dragged out of his house and KILLED with axes".
func (m *Mender) sufferedToo(s Sentence, i int) {
	v := s[i].Head
	if s[i].Tag == "VBD" && s[i].Rel == "conj" && v >= 0 && v < i && s.participle(i) != "" && s.has(v, "aux:pass") && !s.has(i, "obj") && !s.hasSubject(i) {
		s[i].Tag = "VBN"
	}
}

// fought: nobody is "fought" or "clashed" without a form of "be": "two gangs FOUGHT with
// machetes".
func fought(s Sentence, i int) {
	v := s[i].Head
	if s[i].Rel == "nsubj:pass" && v > i && !s.has(v, "aux:pass") && slices.Contains([]string{"fight", "clash", "battle", "riot", "march"}, s[v].Lemma) {
		s[i].Rel, s[v].Tag = "nsubj", "VBD"
	}
}

// setAblaze: what stands behind "set ablaze" is what was set so: "set ablaze A CHURCH".
func (m *Mender) setAblaze(s Sentence, i int) {
	if i == 0 || s[i-1].Lemma != "set" {
		return
	}
	word := lower(s[i].Text)
	if word != "ablaze" && word != "alight" && word != "afire" {
		return
	}
	s.retag(i, "ADJ", "JJ", word)
	s.hang(i, i-1, "xcomp")
	if what, _ := s.nominalFrom(i + 1); what >= 0 && !s.above(what, i-1) && !s.has(i-1, "aux:pass") && !m.lex.Is(lexicon.BareTime, s[what].Lemma) {
		s.hang(what, i-1, "obj")
	}
}

// noDative: nothing is killed or wounded to somebody: "killed ONE PERSON, wounded three".
func (m *Mender) noDative(s Sentence, i int) {
	if v := s[i].Head; s[i].Rel == "iobj" && v >= 0 && m.lex.HarmVerb[s[v].Lemma] != "" {
		s[i].Rel = "obj"
	}
}

// befellNoun: a participle of harm behind a noun, with no subject, pronoun or object of
// its own, tells what befell the noun: "two brothers INJURED in a clash".
func befellNoun(s Sentence, i int) {
	if i == 0 || s[i].Head != i-1 || s.participle(i) == "" {
		return
	}
	if s[i].Rel == "advmod" && nounish(s[i-1]) && i+1 < len(s) && s[i+1].Lemma == "by" {
		s[i].Rel, s[i].Tag = "acl", "VBN"
	}
	if s[i].Rel == "acl:relcl" && s[i].Tag == "VBN" && !s.has(i, "obj") && !s.has(i, "nsubj") && !s.has(i, "aux") {
		s[i].Rel = "acl"
	}
}

// secondSuffers: what goes on from a passive with nothing but "and" between, and has no
// object, is one too: "Teen shot and KILLED near school".
func secondSuffers(s Sentence, i int) {
	h := s[i].Head
	if i < 2 || h != i-2 || s[i].Rel != "conj" || s[i-1].Lemma != "and" || s[h].Tag != "VBN" || !s.has(h, "nsubj:pass") || s.participle(i) == "" {
		return
	}
	for k := i + 1; k < len(s); k++ {
		if s[k].Head == i && s[k].Rel == "obj" && !s.hasCase(k) {
			return
		}
	}
	s[i].Tag = "VBN"
}

// alsoDone: a participle of harm behind a comma goes on from the passive before it: "was
// beaten, SHOT to death".
func alsoDone(s Sentence, i int) {
	if i < 3 || s[i-1].Text != "," || s.participle(i) == "" || s.participle(i-2) == "" || !s.has(i-2, "aux:pass") || s[i].Head == i-2 && s[i].Rel == "conj" || s.has(i, "aux:pass") || s.has(i, "obj") {
		return
	}
	if s.above(i, i-2) || s.hasSubject(i) {
		return
	}
	s.retag(i, "VERB", "VBN", s.participle(i))
	s.hang(i, i-2, "conj")
}
