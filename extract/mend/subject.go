package mend

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file mends subjects and objects that a greedy parser gave to another verb, or
// to none, before it met their own.

// clauseSubject: what stands between a conjunction and a finite verb without a
// subject is that subject, where the conjunction was taken for a preposition: "an
// investigation after A TEENAGER was stabbed".
func (m *Mender) clauseSubject(s Sentence, verb int) {
	if s[verb].POS != "VERB" || s.hasSubject(verb) || s.has(verb, "csubj") {
		return
	}
	be := s.auxiliary(verb)
	if be < 0 && s[verb].Tag != "VBD" {
		return
	}
	last := verb - 1
	if be >= 0 {
		last = be - 1
	}
	for last > 0 && s[last].POS == "ADV" {
		last--
	}
	who, conjunction := m.opening(s, last)
	if who < 0 {
		return
	}
	if s.above(who, verb) {
		s.hang(verb, s[who].Head, "advcl")
	}
	s.subjectOf(who, verb)
	s.hang(conjunction, verb, "mark")
}

// opening is the noun that ends at token last, or the one that it belongs to, with
// the conjunction that opens a clause with it and hangs on it as a preposition; -1
// if there is none.
func (m *Mender) opening(s Sentence, last int) (who, conjunction int) {
	for who, steps := last, 0; who > 0 && steps < 4 && nounish(s[who]) && (s[who].Rel == "nmod" || s[who].Rel == "obl"); who, steps = s[who].Head, steps+1 {
		k := slices.IndexFunc(s[:who], func(t dateline.Token) bool { return t.Head == who && t.Rel == "case" })
		if k >= 0 && m.lex.Is(lexicon.OpensClause, s[k].Lemma) {
			return who, k
		}
		if s[who].Head > who {
			break
		}
	}
	return -1, -1
}

// ownObject: the noun phrase right behind a verb is its object, though it was joined
// to a noun before the verb: "abducted six people and shot dead FOUR OTHERS".
func (m *Mender) ownObject(s Sentence, verb int) {
	from := verb + 1
	if s[verb].POS != "VERB" || s[verb].Tag != "VBD" || m.lex.HarmVerb[s[verb].Lemma] == "" {
		return
	}
	if from < len(s) && s[from].Lemma == "dead" {
		from++
	}
	object, _ := s.nominalFrom(from)
	if object < 0 || s[object].Head >= verb || s[object].Head < 0 || s.hasCase(object) || s[object].Lemma == "other" && !s.has(object, "nummod") || s.above(object, verb) {
		return
	}
	s.hang(object, verb, "obj")
	if n := object - 1; n > verb && s[n].POS == "NUM" && s[n].Head != object {
		if s[verb].Head == n {
			s.hang(verb, s[n].Head, "conj")
		}
		s.hang(n, object, "nummod")
	}
}

// nearerVerb: of two objects of a verb the later is that of the gerund with a preposition
// between them: "shot dead two men suspected of ROBBING A BANK".
func nearerVerb(s Sentence, i int) {
	v := s[i].Head
	if s[i].Rel != "obj" || v < 0 || v > i {
		return
	}
	first := slices.IndexFunc(s, func(t dateline.Token) bool { return t.Head == v && t.Rel == "obj" })
	for k := i - 1; k > first && s[k].POS != "CCONJ" && s[k].POS != "PUNCT"; k-- {
		if s[k].Tag == "VBG" && s.has(k, "mark") && !s.has(k, "obj") {
			s[i].Head = k
			return
		}
	}
}

// lateSubjects: of two subjects of an active verb without an object the one behind
// it is its object: "the Front also claimed a grenade ATTACK".
func lateSubjects(s Sentence) {
	for i, t := range s {
		v := t.Head
		if t.Rel != "nsubj" || v < 0 || v > i || s[v].POS != "VERB" || s.has(v, "obj") || s.has(v, "aux:pass") || s.hasCase(i) {
			continue
		}
		if slices.ContainsFunc(s[:v], func(o dateline.Token) bool { return o.Head == v && o.Rel == "nsubj" }) {
			s[i].Rel = "obj"
		}
	}
}

// saidBetween: of two subjects of a verb of saying the first is that of what is
// said: "the group officials say was behind the attack".
func (m *Mender) saidBetween(s Sentence, i int) {
	verb := s[i].Head
	if s[i].Rel != "nsubj" || s[i].Tag == "WDT" || verb < i || m.lex.Speech[s[verb].Lemma] == "" {
		return
	}
	said := slices.IndexFunc(s, func(t dateline.Token) bool { return t.Head == verb && t.Rel == "ccomp" })
	closer := slices.ContainsFunc(s[i+1:verb], func(t dateline.Token) bool { return t.Head == verb && t.Rel == "nsubj" })
	if said < verb || !closer || s.hasSubject(said) {
		return
	}
	s[i].Head = said
	if s.has(said, "aux:pass") {
		s[i].Rel = "nsubj:pass"
	}
}

// saidOf: what stands between a verb of saying and a finite verb without a subject is the
// subject of that verb: "said ONE of its men had carried out the attack".
func (m *Mender) saidOf(s Sentence, i int) {
	verb := s[i].Head
	if s[i].Rel != "obj" || verb < 0 || verb > i || m.lex.Speech[s[verb].Lemma] == "" {
		return
	}
	said := slices.IndexFunc(s, func(t dateline.Token) bool { return t.Head == verb && t.Rel == "ccomp" })
	if said > i && !s.hasSubject(said) && !s.has(said, "mark") && (s.auxiliary(said) > i || s[said].Tag == "VBD") {
		s.subjectOf(i, said)
	}
}

// relativeObject: of two subjects of one verb, a "which" or "that" is its
// object: "the ambush, which the Front claimed".
func relativeObject(s Sentence, i int) {
	verb := s[i].Head
	if s[i].Tag != "WDT" || s[i].Rel != "nsubj" || verb <= i {
		return
	}
	for k := i + 1; k < verb; k++ {
		if s[k].Head == verb && s[k].Rel == "nsubj" {
			s[i].Rel = "obj"
			if s[verb].Rel == "parataxis" {
				s[verb].Rel = "acl:relcl"
			}
			return
		}
	}
}

// bareOblique: a nominal of a verb without a preposition is its subject before
// the verb, its object after it.
func (m *Mender) bareOblique(s Sentence, i int) {
	t := s[i]
	if t.Rel != "obl" && !((t.Rel == "obl:unmarked" || t.Rel == "nmod:unmarked") && m.lex.Nouns[t.Lemma].Person) || t.Head < 0 || s[t.Head].POS != "VERB" || t.POS != "NOUN" && t.POS != "PROPN" && t.POS != "PRON" || s.hasCase(i) || m.lex.Is(lexicon.BareTime, t.Lemma) {
		return
	}
	has := func(rels ...string) bool {
		return slices.ContainsFunc(s, func(o dateline.Token) bool { return o.Head == t.Head && slices.Contains(rels, o.Rel) })
	}
	switch {
	case i < t.Head && !has("nsubj", "nsubj:pass", "csubj"):
		s[i].Rel = "nsubj"
	case i > t.Head && !has("obj", "nsubj:pass"):
		s[i].Rel = "obj"
	}
}

// slugSubject: what stands before the colon that opens a text is no subject of the
// verb behind it, "KANDARA: A ranger was killed".
func slugSubject(s Sentence) {
	colon := slices.IndexFunc(s[:min(len(s), 6)], func(t dateline.Token) bool { return t.Text == ":" })
	for i := range s[:max(colon, 0)] {
		if v := s[i].Head; v > colon && s.subject(i) {
			s[i].Rel = "dep"
		}
	}
}

// twoVerbs: of two finite verbs that one subject has, an object before the second
// is that of the first, and the second is joined to it: "rebels TOOK six people and
// SHOT two others".
func twoVerbs(s Sentence, object int) {
	second := s[object].Head
	if s[object].Rel != "obj" || second < object || s[second].Tag != "VBD" || !slices.ContainsFunc(s[object:second], func(t dateline.Token) bool { return t.Lemma == "and" }) {
		return
	}
	first := object - 1
	for first > 0 && s[first].POS != "VERB" {
		first--
	}
	if first < 1 || s[first].Tag != "VBD" || s[first].Head != second {
		return
	}
	s[object].Head = first
	s.replace(first, second)
	s.hang(second, first, "conj")
	for k := range s[:first] {
		if s[k].Head == second {
			s[k].Head = first
		}
	}
}

// namedSubject gives a passive of harm without a subject the one person before it, past
// the name that was given: "a WOMAN named Mara Lund was killed".
func (m *Mender) namedSubject(s Sentence, verb int) {
	be := s.auxiliary(verb)
	if s[verb].POS != "VERB" || s.participle(verb) == "" || be < 2 || s.hasSubject(verb) {
		return
	}
	for k := be - 2; k >= max(0, be-12) && s[k+1].POS != "ADP" && s[k+1].Text != ","; k-- {
		if s[k].POS == "NOUN" && m.lex.Nouns[s[k].Lemma].Person && m.lex.Is(lexicon.Naming, s[k+1].Lemma) && !s.hasCase(k) && !s.above(k, verb) {
			s.subjectOf(k, verb)
			return
		}
	}
}

// andSubject gives a passive without a subject the noun between "and" and its
// auxiliary, which the parser joined to a noun before: "two men died at the scene and A
// WOMAN was flown to hospital".
func (m *Mender) andSubject(s Sentence, verb int) {
	be := s.auxiliary(verb)
	if s[verb].POS != "VERB" || be < 2 || s[be].Lemma != "be" || s.hasSubject(verb) || !nounish(s[be-1]) {
		return
	}
	start := be - 1
	for start > 0 && InNominal(s[start-1]) {
		start--
	}
	who := s.phraseHead(start, be)
	if start < 2 || s[start-1].Lemma != "and" || who < 0 || s[who].Head < 0 || !m.lex.Nouns[s[who].Lemma].Person || s[who].Rel != "conj" || s.above(who, verb) || s.subject(s[who].Head) {
		return
	}
	s.subjectOf(who, verb)
}

// ofTwo: a parent "of two" is the subject of the verb of harm behind, and the two are
// not: "a FATHER of two killed three neighbours".
func (m *Mender) ofTwo(s Sentence, i int) {
	if s[i].POS != "NUM" || i < 2 || i+2 >= len(s) || s[i-1].Lemma != "of" || !m.lex.Nouns[s[i-2].Lemma].Person || isPlural(s[i-2]) || s.participle(i+1) == "" {
		return
	}
	who, verb := i-2, i+1
	object := m.objectAfter(s, verb)
	if object < 0 {
		return
	}
	s.hang(i-1, i, "case")
	s.hang(i, who, "nmod")
	s.active(verb, who, object, s.participle(verb))
}
