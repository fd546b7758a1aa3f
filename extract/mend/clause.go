package mend

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file mends arcs between clauses: which verb is the main one, and what is said
// by whom.

// afterSemicolon: a noun phrase that opens what stands behind a semicolon is the
// subject of the verb there, and nothing of the clause before: "…; his BROTHER,
// who ran to help, also DIED".
func afterSemicolon(s Sentence, i int) {
	if s[i].Text != ";" {
		return
	}
	who, _ := s.nominalFrom(i + 1)
	if who < 0 || s[who].Head >= i || s[who].Head < 0 {
		return
	}
	verb := s.mainVerb(who + 1)
	if verb < 0 || s.hasSubject(verb) {
		return
	}
	before := s.climb(s[who].Head, func(k int) bool { return s[k].Head >= 0 && s[k].Head < i })
	s.subjectOf(who, verb)
	if s[verb].Head >= 0 {
		s.hang(verb, before, "parataxis")
	}
}

// deedTime: what stands behind the deed that somebody is tried for is of the deed:
// "sentenced two men for the killing of a pupil IN 2019".
func (m *Mender) deedTime(s Sentence, i int) {
	verb := s[i].Head
	if !m.coarse(s, i) || verb < 0 || verb > i || !m.lex.Is(lexicon.Prosecution, s[verb].Lemma) {
		return
	}
	for k := i - 1; k > verb; k-- {
		if s[k].Head == verb && s[k].Rel == "obl" && m.lex.NamesAct(s[k].Lemma) {
			s.hang(i, k, "nmod")
			return
		}
	}
}

// dayOn: a day behind "on" says when, nothing befalls it, and it is no part of who acts: "ON
// SUNDAY two soldiers were killed", "ON SUNDAY army planes bombed".
func (m *Mender) dayOn(s Sentence, i int) {
	if i == 0 || s[i-1].Lemma != "on" || s[i-1].Head == i || !m.lex.Is(lexicon.BareTime, s[i].Lemma) || s[i].Head < 0 {
		return
	}
	verb := s[i].Head
	switch s[i].Rel {
	case "nsubj", "nsubj:pass":
	case "compound":
		who := s[i].Head
		verb = s[who].Head
		if who < i || verb < who || s[verb].POS != "VERB" || s.hasSubject(verb) || s[i-1].Head != who {
			return
		}
		s[who].Rel = "nsubj"
	default:
		return
	}
	s.hang(i, verb, "obl")
	s.hang(i-1, i, "case")
}

// doneBy: people behind "by" did what the passive tells, and do not belong to the place
// before them: "was taken from his home by ARMED MEN", "was shot outside a bar by A MAN".
func (m *Mender) doneBy(s Sentence, i int) {
	at := s[i].Head
	if at < 0 || at > i || s[i].Rel != "nmod" || !m.lex.Nouns[s[i].Lemma].Person || s.caseOf(i) != "by" || s[at].Rel != "obl" || m.lex.Is(lexicon.Happening, s[at].Lemma) {
		return
	}
	verb := s[at].Head
	if place := s.caseOf(at); verb >= 0 && s.has(verb, "aux:pass") && !s.has(verb, "obl:agent") && (place == "from" || place == "in" || place == "at" || place == "near" || place == "outside" || place == "on") {
		s.hang(i, verb, "obl:agent")
	}
}

// caseOf is the preposition of a nominal, "" for none.
func (s Sentence) caseOf(i int) string {
	if k := s.child(i, "case"); k >= 0 {
		return s[k].Lemma
	}
	return ""
}

// coarse: the token is a year or month, a date with its year, or a stretch of time as long as a week that hangs without a
// preposition: "IN 2019", "on 3 MAY 2019", "last YEAR".
func (m *Mender) coarse(s Sentence, i int) bool {
	switch s[i].Rel {
	case "obl":
		return s[i].POS == "NUM" && len(s[i].Text) == 4 || s.inFull(i) || m.lex.Is(lexicon.Month, s[i].Lemma)
	case "obl:unmarked":
		return m.lex.Is(lexicon.LongWhile, s[i].Lemma) && s[i].Lemma != "day"
	}
	return false
}

// inFull: the token is the day of a date with its year, "on 3 MAY 2019".
func (s Sentence) inFull(i int) bool {
	return slices.ContainsFunc(s, func(t dateline.Token) bool {
		return t.Head == i && t.Rel == "nmod:unmarked" && t.POS == "NUM" && len(t.Text) == 4
	})
}

// trailingSpeech cuts ", police said" and ", the ministry said on Monday" from
// the end of a sentence: the speaker is the subject of the verb of speech, and
// all that stands before the comma is what was said.
func (m *Mender) trailingSpeech(s Sentence) {
	verb := m.lastSpeech(s)
	if verb < 0 {
		return
	}
	comma := verb - 1
	for comma >= 0 && s[comma].Text != "," && s[comma].POS != "VERB" && s[comma].POS != "AUX" {
		comma--
	}
	if comma < 3 || s[comma].Text != "," || verb-comma < 2 || verb-comma > 15 {
		return
	}
	root, speaker := firstFinite(s[:comma]), s.phraseHead(comma+1, verb)
	if root < 0 || speaker < 0 {
		return
	}
	for i := range s {
		inside := i > comma && i <= verb
		head := s[i].Head
		switch {
		case i == verb || i == speaker || i == root:
		case inside && (head < comma || head > verb):
			s[i].Head = speaker
		case !inside && i < comma && head > comma && head <= verb:
			s[i].Head = root
		}
	}
	s.unhook(root)
	s.hang(root, -1, "root")
	s.hang(verb, root, "parataxis")
	s.hang(speaker, verb, "nsubj")
}

// ofAuxiliary: a pronoun that hangs on an auxiliary is the subject of its verb: "said that
// IT had fired".
func ofAuxiliary(s Sentence, i int) {
	if h := s[i].Head; s[i].POS == "PRON" && h >= 0 && (s[h].Rel == "aux" || s[h].Rel == "aux:pass") && s[h].Head >= 0 && s.subject(i) && !s.hasSubject(s[h].Head) {
		s.subjectOf(i, s[h].Head)
	}
}

// afterSpeech: a verb behind ", police said, and" goes on from what was said and not from
// the saying: "Rebels KILLED a guard, police said, and LEFT a leaflet".
func (m *Mender) afterSpeech(s Sentence, i int) {
	said := s[i].Head
	if s[i].POS != "VERB" || s[i].Rel != "conj" || said < 0 || said > i || m.lex.Speech[s[said].Lemma] == "" || s[said+1].Text != "," || s.hasSubject(i) {
		return
	}
	if main := s[said].Head; main >= 0 && main < said && s[main].POS == "VERB" && slices.Contains([]string{"advcl", "parataxis"}, s[said].Rel) {
		s[said].Rel, s[i].Head = "parataxis", main
	}
}

// joinedVerb: a finite verb behind "and" that was joined to a noun or adjective of the
// clause before is joined to the verb of that clause: "killed 14 people on Sunday night
// and WOUNDED nine".
func joinedVerb(s Sentence, i int) {
	h := s[i].Head
	if s[i].Tag != "VBD" || s[i].Rel != "conj" || h < 0 || h > i || s[h].POS == "VERB" || s[h].POS == "AUX" || s.hasSubject(i) || s[i-1].POS != "CCONJ" {
		return
	}
	verb := s.climb(h, func(k int) bool { return s[k].POS != "VERB" })
	if verb >= 0 && verb < i && s[verb].Tag == "VBD" && s.has(verb, "nsubj") {
		s[i].Head = verb
	}
}

// lastSpeech is a verb of speech near the end of the sentence with nothing but
// an adjunct after it, or -1.
func (m *Mender) lastSpeech(s Sentence) int {
	for i := len(s) - 1; i >= max(0, len(s)-10); i-- {
		if s[i].POS == "VERB" {
			if _, ok := m.lex.Speech[s[i].Lemma]; ok && (s[i].Tag == "VBD" || s[i].Tag == "VBZ" || s[i].Tag == "VBP" || s[i].Tag == "VBN") {
				return i
			}
			return -1
		}
	}
	return -1
}

// firstFinite is the root if it lies in the s, else their first finite verb.
func firstFinite(s Sentence) int {
	for i, t := range s {
		if t.Head < 0 && t.POS == "VERB" {
			return i
		}
	}
	return slices.IndexFunc(s, func(t dateline.Token) bool {
		return t.POS == "VERB" && (t.Tag == "VBD" || t.Tag == "VBZ" || t.Tag == "VBP" || t.Tag == "VBN")
	})
}

// promoteVerb: a sentence whose root is a noun with a participle after it, and
// that has no finite verb, is a clause: "armed men attacked the post".
func promoteVerb(s Sentence) {
	root := slices.IndexFunc(s, func(t dateline.Token) bool { return t.Head < 0 })
	if root < 0 || s[root].POS != "NOUN" && s[root].POS != "PROPN" {
		return
	}
	verb := -1
	for i, t := range s {
		if t.Tag == "WDT" || t.Tag == "WP" {
			break // what a relative clause says is not the sentence's own verb
		}
		if t.Tag == "VBZ" || t.Tag == "VBP" || t.Tag == "MD" || t.Tag == "VBD" && t.Head != root {
			return
		}
		if verb < 0 && t.Head == root && t.Rel == "acl" && (t.Tag == "VBN" || t.Tag == "VBD") && i > root {
			verb = i
		}
	}
	if verb < 0 || passiveParticiple(s, verb) {
		return
	}
	s.hang(verb, -1, "root")
	s[verb].Tag = "VBD"
	s.hang(root, verb, "nsubj")
}

// passiveParticiple: "a man killed by gunmen", "two people wounded in a blast"
// keep their noun as head: an agent follows, or nothing to act on.
func passiveParticiple(s Sentence, verb int) bool {
	for k := verb + 1; k < len(s); k++ {
		if s[k].Head != verb {
			continue
		}
		if s[k].Rel == "obl:agent" {
			return true
		}
	}
	for k := verb + 1; k < len(s); k++ {
		if s[k].Head == verb && (s[k].Rel == "obj" || s[k].Rel == "obl" && !s.hasCase(k)) {
			return false
		}
	}
	return !followedByNominal(s, verb)
}

// followedByNominal: a determiner or noun without a preposition comes in the
// clause after the verb.
func followedByNominal(s Sentence, verb int) bool {
	for k := verb + 1; k < len(s) && k < verb+8; k++ {
		if s[k].POS == "DET" && (k == 0 || s[k-1].POS != "ADP") {
			return true
		}
		if s[k].Text == "," || s[k].POS == "CCONJ" {
			return false
		}
	}
	return false
}
