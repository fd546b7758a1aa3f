package mend

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file mends verbs that were hung on the last noun of an aside, relative clause
// or participle before them, and are said of the noun before it.

// diedAside: a verb of dying hung on the noun of an aside is said of the noun before
// the aside: "four villagers, INCLUDING A CHILD, died".
func (m *Mender) diedAside(s Sentence, i int) {
	aside := s[i].Head
	if s[i].POS != "VERB" || aside < 1 || aside >= i || !m.lex.Is(lexicon.PassesAway, s[i].Lemma) || s[aside].Head < 0 || s[aside].Head >= aside || s[i].Rel == "acl:relcl" && s[i-1].Tag == "WP" {
		return
	}
	who := s[aside].Head
	if !nounish(s[who]) || !slices.ContainsFunc(s[who+1:aside], func(t dateline.Token) bool { return m.lex.Is(lexicon.OpensAside, lower(t.Text)) }) || s.has(i, "nsubj") {
		return
	}
	s.replace(i, who)
	s[i].Tag = "VBD"
	s.hang(who, i, "nsubj")
}

// overAppended: behind a relative clause between commas whose verb was taken for that
// of the Sentence, the verb that follows has the noun before the clause for a subject:
// "the ministry, WHICH OVERSEES THE FORCES, gave the toll as two".
func overAppended(s Sentence, i int) {
	v := s[i].Head
	if v < 2 || v > i || s[i].Tag != "VBD" && s[i].Tag != "VBZ" && s[i].Tag != "VBP" || s[i-1].Text != "," || s[i].Rel != "conj" && s[i].Rel != "parataxis" || s.hasSubject(i) {
		return
	}
	which := slices.IndexFunc(s, func(t dateline.Token) bool { return t.Head == v && (t.Tag == "WDT" || t.Tag == "WP") })
	who := slices.IndexFunc(s, func(t dateline.Token) bool { return t.Head == v && t.Rel == "nsubj" && nounish(t) })
	if which < 1 || who < 0 || who > which || s[which-1].Text != "," || which > v {
		return
	}
	s.replace(i, v)
	s[who].Head = i
	s.hang(v, who, "acl:relcl")
}

// overParticiple: behind a participle that says more of a noun, a passive without a
// subject that was hung on it has the noun for one: "three bodies SHOWING signs of
// torture were left".
func overParticiple(s Sentence, i int) {
	p := s[i].Head
	if s[i].Tag != "VBN" || p < 1 || p > i || s[p].Rel != "acl" || !s.has(i, "aux:pass") || s.has(i, "mark") || s.has(i, "nsubj") {
		return
	}
	second := slices.IndexFunc(s, func(t dateline.Token) bool { return t.Head == i && t.Rel == "nsubj:pass" })
	who := s[p].Head
	if who < 0 || who > p || !nounish(s[who]) || slices.ContainsFunc(s[p:i], func(t dateline.Token) bool { return t.Tag == "WP" || t.Tag == "WDT" || t.Tag == "WRB" }) {
		return
	}
	if second >= 0 {
		if second < p || !slices.ContainsFunc(s[p:second], func(t dateline.Token) bool { return t.Lemma == "and" }) {
			return
		}
		s.hang(second, who, "conj") // "a worker IDENTIFIED as Juan and a teenager were injured"
	}
	s.replace(i, who)
	s.hang(who, i, "nsubj:pass")
}

// afterAside: a passive without a subject has the bare noun before an aside between
// commas for one: "their BODIES, bearing bullet wounds, were found".
func afterAside(s Sentence, i int) {
	be := s.auxiliary(i)
	if be < 2 || s[i].Tag != "VBN" || s[be-1].Text != "," || !s.has(i, "aux:pass") || s.hasSubject(i) {
		return
	}
	comma := be - 2
	for comma > 0 && s[comma].Text != "," && s[comma].Text != ";" {
		comma--
	}
	who := comma - 1
	if who < 0 || s[comma].Text != "," || !nounish(s[who]) || s.hasCase(who) || s.above(who, i) || !slices.Contains([]string{"obl", "obl:unmarked", "dep", "nmod", "conj", "parataxis"}, s[who].Rel) {
		return
	}
	s.hang(who, i, "nsubj:pass")
}

// reduced: of two verbs with a noun before both, the participle with an agent says
// more of the noun, and the finite verb has it for a subject: "when a rocket FIRED by
// the Front hit their vehicle".
func reduced(s Sentence, p int) {
	who := p - 1
	if p == 0 || s[p].Tag != "VBN" || !nounish(s[who]) || s[who].Head != p || s.has(p, "obj") || s.has(p, "aux:pass") || s.has(p, "aux") {
		return
	}
	v := slices.IndexFunc(s[p+1:], func(t dateline.Token) bool { return t.POS == "VERB" || t.POS == "PUNCT" || t.POS == "CCONJ" })
	if v < 0 {
		return
	}
	if v += p + 1; s[v].Tag != "VBD" || !(s[v].Head == p || s.has(p, "obl:agent") && s[v].Head == s[p].Head) || s.hasSubject(v) || s.has(v, "aux:pass") {
		return
	}
	if s[v].Head == p {
		s.replace(v, p)
	}
	for k := range s[:who] {
		if s[k].Head == p {
			s[k].Head = v
		}
	}
	s.hang(who, v, "nsubj")
	s.hang(p, who, "acl")
}

// heldToBe: a participle behind a noun that says who the noun is held to be was
// taken for the verb of the sentence; the verb behind it is: "gunmen BELIEVED to be
// herders KILLED nine farmers".
func (m *Mender) heldToBe(s Sentence, i int) {
	if i == 0 || i+2 >= len(s) || s[i].POS != "VERB" || s[i-1].Head != i || !isPlural(s[i-1]) && s[i-1].Tag != "NN" || s.has(i, "aux") || s.has(i, "aux:pass") {
		return
	}
	if s[i+1].POS == "NUM" && m.lex.Speech[s[i].Lemma] != "" {
		return // "rescuers SAID 20 more have been wounded"
	}
	link, verb := s[i+1].Lemma, s.mainVerb(i+2)
	held := m.lex.Is(lexicon.HeldToBe, s[i].Lemma) && (link == "to" || link == "of" || link == "as")
	if !held && (verb < 0 || m.clauseBetween(s, i, verb) || !s.has(verb, "aux:pass") || s.has(verb, "mark")) {
		return
	}
	if verb < 0 || s.hasSubject(verb) || s[verb].Rel == "conj" || slices.ContainsFunc(s[i:verb], func(t dateline.Token) bool {
		return t.Tag == "WP" || t.Tag == "WDT" || t.Text == "," || t.POS == "SCONJ" || t.POS == "CCONJ"
	}) {
		return
	}
	s.replace(verb, i)
	s.subjectOf(i-1, verb)
	s.hang(i, i-1, "acl")
	s[i].Tag = "VBN"
}

// clauseBetween: a word that opens a clause stands between two tokens.
func (m *Mender) clauseBetween(s Sentence, from, to int) bool {
	return slices.ContainsFunc(s[from:to], func(t dateline.Token) bool { return m.lex.Is(lexicon.OpensClause, t.Lemma) })
}

// relativeClause: what "who" is the subject of says more of the noun right before it
// or before its comma, whatever it was hung on: "the killers of an activist WHO was
// shot", "a service for a general, WHO WAS KILLED four years before".
func relativeClause(s Sentence, who int) {
	if !s.reads(who, "who") {
		return
	}
	v, noun := s[who].Head, who-1
	loose := []string{"advcl", "conj", "parataxis", "ccomp"}
	if noun > 0 && s[noun].Text == "," {
		noun--
	} else {
		loose = append(loose, "xcomp", "dep")
	}
	if noun < 0 || v < who || !nounish(s[noun]) || !s.subject(who) || s.above(v, noun) {
		return
	}
	if slices.Contains(loose, s[v].Rel) {
		s.hang(v, noun, "acl:relcl")
	}
}

// whichClause: what "which" is the subject of behind a comma, or "that" behind a noun, says
// more of the thing before it, and behind a comma of the happening among those that the
// thing belongs to: "days after THE ATTACK on a bus, WHICH KILLED six", "a fire THAT
// killed dozens".
func (m *Mender) whichClause(s Sentence, which int) {
	noun := s.beforeRelative(which)
	if noun < 0 {
		return
	}
	v := s[which].Head
	if v < which || s.above(v, noun) {
		return
	}
	event := m.happeningOf(s, noun)
	switch {
	case noun == which-1:
		event = noun
	case event < 0 && s[v].Rel != "advcl:relcl":
		event = noun
	}
	if event >= 0 && slices.Contains([]string{"advcl", "conj", "parataxis", "ccomp", "advcl:relcl"}, s[v].Rel) {
		s.hang(v, event, "acl:relcl")
	}
}

// beforeRelative is the noun before a relative "that", or before the comma of a "which",
// that is the subject of its clause; -1 for any other word.
func (s Sentence) beforeRelative(i int) int {
	noun := i - 1
	if s.reads(i, "which") && noun > 0 && s[noun].Text == "," {
		noun--
	} else if !s.reads(i, "that") || s[i].Tag != "WDT" {
		return -1
	}
	if noun < 0 || !nounish(s[noun]) || !s.subject(i) {
		return -1
	}
	return noun
}

// happeningOf is the first noun that names an act of violence among a noun and those
// that it belongs to, "THE ATTACK on a bus in Kolofata"; -1 without one.
func (m *Mender) happeningOf(s Sentence, noun int) int {
	for ; noun >= 0 && nounish(s[noun]); noun = s[noun].Head {
		if m.lex.NamesAct(s[noun].Lemma) {
			return noun
		}
	}
	return -1
}

// overRelative: behind a relative clause that was given the verb of the Sentence, or has
// its place, a passive without a subject has the noun before the clause for one: "two
// gunmen WHO ATTACKED A POST were shot dead", "the bodies of five men WHO HAD BEEN SHOT
// were found".
func overRelative(s Sentence, i int) {
	v := s[i].Head
	if v < 2 || v > i || !slices.Contains([]string{"parataxis", "ccomp", "advcl", "xcomp"}, s[i].Rel) || s.has(i, "mark") || !s.has(i, "aux:pass") || s.hasSubject(i) {
		return
	}
	who := v - 2
	switch {
	case s.overOwn(v, i):
		who = s[s.opening(v)].Head
		s.replace(i, who)
	case (s[i].Tag == "VBN" || s[i].Tag == "VBD") && lower(s[v-1].Text) == "who" && s[who].Head == v && nounish(s[who]):
		s.replace(i, v)
		s[i].Tag = "VBN"
		s.hang(v, who, "acl:relcl")
	default:
		return
	}
	s.hang(who, i, "nsubj:pass")
}

// opening is the verb that opens the clause of the verb v, "WANTED to bomb a church", -1
// without one.
func (s Sentence) opening(v int) int {
	return s.climb(v, func(k int) bool { return s[k].Rel == "conj" || s[k].Rel == "xcomp" })
}

// overOwn: the clause of the verb v hangs rightly on its noun, and v has the passive at i
// for its own.
func (s Sentence) overOwn(v, i int) bool {
	first := s.opening(v)
	goesOn := s[i].Rel == "advcl" || s[i].Rel == "xcomp" || s[i].Rel == "parataxis" && !slices.ContainsFunc(s[v:max(v, i)], func(t dateline.Token) bool { return t.POS == "PUNCT" })
	return first >= 0 && goesOn && s[first].Rel == "acl:relcl" && s[first].Head >= 0 && nounish(s[s[first].Head]) && s[i-1].POS == "AUX" && i-1 > v
}

// whoseClause: what is somebody's is the subject of the verb behind it, and somebody that of
// the verb of the sentence: "a MAN whose FATHER was killed SAID", "a WOMAN, who was 14 when
// her MOTHER was killed, SAID".
func whoseClause(s Sentence, i int) {
	own := s.climb(s[i].Head, func(k int) bool { return s[k].Rel == "compound" })
	if s[i].Rel != "nmod:poss" || s[i].Tag != "WP$" && s[i].Tag != "PRP$" || own < i {
		return
	}
	who := s.subjectBefore(i)
	if who < 0 || s[i].Tag == "PRP$" && !(s.subject(own) && s[own].Head == s[who].Head) {
		return
	}
	verb := s[who].Head
	main := s.verbBehind(verb)
	if main < 0 {
		return
	}
	if s[verb].Head != main {
		s.replace(main, verb)
	}
	s.hang(verb, who, "acl:relcl")
	s.subjectOf(who, main)
	s.subjectOf(own, verb)
}

// subjectBefore is the nearest noun before token i that is the subject of a verb behind it,
// with an aside or relative between; -1 without one.
func (s Sentence) subjectBefore(i int) int {
	for k := i - 1; k >= 0 && s[k].Text != ";"; k-- {
		if nounish(s[k]) && s.subject(k) && s[k].Head > i && s[s[k].Head].POS == "VERB" {
			return k
		}
	}
	return -1
}

// verbBehind is the verb that goes on behind the clause of a verb: the one it hangs on, or
// the next behind a comma; -1 without one.
func (s Sentence) verbBehind(verb int) int {
	if h := s[verb].Head; h > verb && s[h].POS == "VERB" {
		return h
	}
	for k := verb + 2; k < len(s); k++ {
		if s[k].POS == "VERB" && s[k-1].Text == "," && (s[k].Tag == "VBD" || s[k].Tag == "VBZ" || s[k].Tag == "VBN") && !s.hasSubject(k) {
			return k
		}
	}
	return -1
}
