package mend

import (
	"slices"

	"github.com/opendateline/dateline/extract/lexicon"
)

// This file mends what stands around "shot".

// shotDead makes a verb of "shot dead", which taggers take for two nouns or
// adjectives: "gunmen shot dead two traders", "two traders shot dead".
func shotDead(s Sentence, i int) {
	if !s.reads(i, "shot") || i == 0 || i+1 >= len(s) || !s.reads(i+1, "dead") || s[i].POS == "VERB" {
		return
	}
	if v := s.passiveGoingOn(i); v >= 0 { // "were pulled off a bus and SHOT DEAD"
		s.unhook(v)
		s.retag(i, "VERB", "VBN", "shoot")
		s.hang(i, v, "conj")
		s.hang(i+1, i, "xcomp")
		return
	}
	start := s.lastBreak(i)
	end := i + 2
	for end < len(s) && s[end].Text != "," && s[end].Tag != "WP" {
		end++
	}
	before, after := s.phraseHead(start, i), s.phraseHead(i+2, end)
	if start > 0 && s[start-1].Lemma == "leave" && before >= 0 {
		leftDead(s, start-1, before, i)
		return
	}
	if before < 0 {
		before = s.phraseHead(0, i) // "Police in Lagos, Nigeria, shot dead …"
	}
	s.shotRoot(i, before, after)
}

// shotRoot makes the "shot dead" at i the verb of the sentence: of those before it who shot
// those behind, or, where nobody stands behind, who were shot; -1 stands for nobody.
func (s Sentence) shotRoot(i, before, after int) {
	tag, rel := "VBD", "nsubj"
	if after < 0 {
		tag, rel = "VBN", "nsubj:pass"
	}
	s.unhook(i)
	s.retag(i, "VERB", tag, "shoot")
	s.hang(i, -1, "root")
	s.hang(i+1, i, "xcomp")
	if before >= 0 {
		s.hang(before, i, rel)
	}
	if after >= 0 {
		s.hang(after, i, "obj")
	}
}

// passiveGoingOn is the passive that the word at i goes on from with "and", -1 without one.
func (s Sentence) passiveGoingOn(i int) int {
	if s[i-1].Lemma != "and" {
		return -1
	}
	for k := i - 2; k >= 0 && s[k].Text != "," && s[k].POS != "AUX"; k-- {
		if s[k].POS == "VERB" {
			if s.has(k, "aux:pass") && s.above(k, i) {
				return k
			}
			return -1
		}
	}
	return -1
}

// leftDead: who is left "shot dead" is the object of the verb of leaving.
func leftDead(s Sentence, leave, who, shot int) {
	if s.above(shot, leave) || s.above(who, leave) {
		s.unhook(leave)
		s.hang(leave, -1, "root")
	}
	s.hang(who, leave, "obj")
	s.retag(shot, "VERB", "VBN", "shoot")
	s.hang(shot, who, "acl")
	s.hang(shot+1, shot, "xcomp")
}

// shotAt: who "shot at" somebody was not shot, whatever the tagger makes of "shot".
func shotAt(s Sentence, i int) {
	if !s.reads(i, "shot") || i == 0 || i+2 >= len(s) || !s.reads(i+1, "at") || s[i].POS == "VERB" ||
		!nounish(s[i-1]) && s[i-1].POS != "PRON" || s[i+2].POS == "NUM" || meeting(s, i+2) {
		return
	}
	who, at := i-1, s[i+1].Head
	s.raise(i, who)
	s.retag(i, "VERB", "VBD", "shoot")
	s[who].Rel = "nsubj"
	if at > i && !s.above(at, i) {
		s.hang(at, i, "obl")
	}
}

// meetings are gatherings and premises where people are shot, not what is shot at.
var meetings = []string{"party", "funeral", "vigil", "wedding", "concert", "festival", "nightclub", "club", "bar", "mall", "store", "park", "school", "playground"}

// meeting: the phrase from token i on, up to its next preposition, ends in one.
func meeting(s Sentence, i int) bool {
	_, end := s.nominalFrom(i)
	return end > i && slices.Contains(meetings, s[end-1].Lemma)
}

// shotTimes: who was "shot multiple times" was shot, and the times were not.
func (m *Mender) shotTimes(s Sentence, i int) {
	if h := s[i].Head; s[i].Lemma == "time" && s[i].Rel == "obj" && h >= 0 && h < i && s.participle(h) != "" {
		s[i].Rel = "obl:unmarked"
	}
}

// foundShot: in "found two people shot" it is the people who were shot, not
// the ones who found them.
func foundShot(s Sentence, i int) {
	verb := s[i].Head
	if s[i].Rel != "xcomp" && !(s[i].Rel == "advcl" && i > 0 && s[i-1].Head == verb && s[i-1].Rel == "obj" && !s.has(i, "obj") && !s.has(i, "mark")) || s[i].Tag != "VBN" && s[i].Tag != "VBD" || verb < 0 || verb > i {
		return
	}
	for k := verb + 1; k < i; k++ {
		if s[k].Head == verb && s[k].Rel == "obj" {
			s.hang(i, k, "acl")
			s[i].Tag = "VBN"
			return
		}
	}
}

// gunnedDown: who is told of right behind "gunned down" is its object and no place, and
// those before it did it: "security forces GUNNED DOWN a rebel".
func gunnedDown(s Sentence, i int) {
	if !s.reads(i, "gunned") || i == 0 || i+1 >= len(s) || !s.reads(i+1, "down") {
		return
	}
	object, _ := s.nominalFrom(i + 2)
	if object >= 0 && s[i+1].Rel == "case" && s[i+1].Head == object {
		s.hang(object, i, "obj")
	}
	s.hang(i+1, i, "compound:prt")
	if who := s[i].Head; object >= 0 && s[i].Rel == "acl" && who == i-1 && nounish(s[who]) && s[object].Head == i && s[object].Rel == "obj" {
		s[i].Tag = "VBD"
		s.raise(i, who)
		s[who].Rel = "nsubj"
	}
}

// whoShotDead: those who were shot dead are what was shot and not what "dead" has, and
// who shot them did not do it to "dead": "had shot dead FIVE MEMBERS", "was shot dead by
// POLICE".
func (m *Mender) whoShotDead(s Sentence, i int) {
	if i == 0 || !s.reads(i, "dead") || s[i-1].Lemma != "shoot" || s[i].Head != i-1 || s[i].Rel != "obj" && s[i].Rel != "xcomp" {
		return
	}
	s[i].Rel = "xcomp"
	for k := i + 1; k < len(s); k++ {
		switch bare := s[k].Head == i && !s.hasCase(k); {
		case s[k].Head == i && s[k].Rel == "obl:agent":
			s[k].Head = i - 1
		case bare && (s[k].Rel == "obj" || s[k].Rel == "nmod" || s[k].Rel == "obl" && !m.lex.Is(lexicon.BareTime, s[k].Lemma)):
			s.hang(k, i-1, "obj")
			return
		}
	}
}
