package mend

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file mends verbs of harm that a tagger took for nouns or adjectives, as it
// does with most that headlines leave bare: "Two teens shot while hunting", "Boy,
// 11, shot by brother", "a man shot his wife and then turned".

// notVerbs are the tags beside those of nouns that taggers give a bare "shot".
var notVerbs = []string{"ADJ", "PART"}

// bareHarm: a participle of harm with an adjunct or nothing after it, whatever
// its tag: "5-year-old shot in …".
func bareHarm(s Sentence, i int) bool {
	return s.participle(i) != "" && (i+1 == len(s) || slices.Contains([]string{"ADP", "SCONJ", "PUNCT", "CCONJ", "PART"}, s[i+1].POS))
}

// struck makes a verb of the participle of harm at i, if those before it can
// have done or suffered it: done, if an object follows.
func (m *Mender) struck(s Sentence, i int) {
	if i == 0 || !nounish(s[i]) && !slices.Contains(notVerbs, s[i].POS) {
		return
	}
	base := s.participle(i)
	if base == "" {
		return
	}
	who := m.whoBefore(s, i)
	object := m.objectAfter(s, i)
	if who < 0 || object < 0 && !m.nothingAfter(s, i) {
		return
	}
	s.retag(i, "VERB", "VBN", base)
	s.raise(i, who)
	s[who].Rel = "nsubj:pass"
	if object >= 0 {
		s[i].Tag, s[who].Rel = "VBD", "nsubj"
		if !s.above(object, i) && s[i+1].Lemma != "and" {
			s.hang(object, i, "obj")
		}
	}
}

// whoBefore is the person or bare number right before token i, past an age and
// adverbs; -1 if there is none.
func (m *Mender) whoBefore(s Sentence, i int) int {
	k := i
	for k > 0 && (s[k-1].POS == "ADV" || lower(s[k-1].Text) == "found" || lower(s[k-1].Text) == "more") {
		k--
	}
	k = s.beforeAge(k) - 1
	switch {
	case k < 0:
		return -1
	case s[k].POS == "NUM":
		if k == 0 || s[k-1].POS == "PUNCT" || s[k-1].POS == "CCONJ" || m.lex.Is(lexicon.LeansRight, s[k-1].Lemma) {
			return k
		}
	case m.lex.Nouns[s[k].Lemma].Person && (nounish(s[k]) || k > 0 && s[k].POS == "ADJ" && (s[k-1].POS == "DET" || s[k-1].POS == "ADJ")), s[k].Lemma == "year-old":
		return k
	}
	return -1
}

// objectAfter is the head of a noun phrase that begins right after the verb at
// i, or after the one coordinated with it, if it is one of people: "shot his
// wife", "shot two men", "shot himself", "shot and killed a man".
func (m *Mender) objectAfter(s Sentence, i int) int {
	if i+2 < len(s) && s[i+1].Lemma == "and" && s.participle(i+2) != "" {
		i += 2
	}
	from := i + 1
	if from == len(s) {
		return -1
	}
	if c, ok := m.counts.Read(s, from); ok {
		from = c.End - 1 // "at least 17 people"
	}
	end := from
	for end < len(s) && (InNominal(s[end]) || s[end].POS == "PRON") {
		end++
	}
	head := s.phraseHead(from, end)
	if head < 0 || !m.lex.Nouns[s[head].Lemma].Person && s[head].POS != "PRON" {
		return -1
	}
	return head
}

// nothingAfter: the clause ends or goes on with an adjunct.
func (m *Mender) nothingAfter(s Sentence, i int) bool {
	if i+1 >= len(s) {
		return true
	}
	next := s[i+1]
	return m.lex.Is(lexicon.EndsClause, next.Lemma) || next.POS == "SCONJ" || next.POS == "ADV" || next.POS == "ADP"
}

// didHarm makes a verb of the past of harm that a tagger took for a noun behind a party
// and before those it was done to: "the IRA SHOT a policeman", "a mob BEAT two men".
func (m *Mender) didHarm(s Sentence, i int) {
	base := s.participle(i)
	if lower(s[i].Text) == "beat" {
		base = "beat"
	}
	if base == "" || !nounish(s[i]) || i+1 >= len(s) || !m.opensObject(s, i+1) {
		return
	}
	object := m.objectAfter(s, i)
	switch who := m.partyBefore(s, i); {
	case object < 0:
		return
	case s[i].Rel == "conj" && s[i].Head >= 0 && s[s[i].Head].POS == "VERB": // "rounded up and SHOT nine villagers"
		s.retag(i, "VERB", "VBD", base)
		s.hang(object, i, "obj")
	case who >= 0:
		s.active(i, who, object, base)
	default:
		return
	}
	if dead := object + 1; dead < len(s) && s[dead].Lemma == "dead" {
		s.hang(dead, i, "xcomp") // "shot a judge DEAD"
	}
}

// harmedOthers: a participle of harm right behind a person and before those whom it befell
// is the first verb of the person: "a man KILLED two women and wounded three others",
// "a man STABBED four passengers before police shot him".
func (m *Mender) harmedOthers(s Sentence, i int) {
	who := i - 1
	if i == 0 || i+1 >= len(s) || s[i].Rel != "acl" || s[i].Head != who || s.participle(i) == "" || s[who].Rel != "nsubj" || !m.opensObject(s, i+1) {
		return
	}
	object, later := s.child(i, "obj"), s[who].Head
	if object < 0 || later < object || !m.lex.Nouns[s[object].Lemma].Person {
		return
	}
	s[i].Tag = "VBD"
	s.replace(i, later)
	s[who].Head = i
	s.hang(later, i, "conj")
	s.dateBefore(i, later)
}

// dateBefore: "before" and a noun between a verb and one behind it are the mark and the
// subject of the latter: "stabbed four before POLICE SHOT him".
func (s Sentence) dateBefore(verb, later int) {
	doer := later - 1
	mark := s.child(doer, "case")
	if s[doer].Head != verb || mark < 0 || s[mark].Lemma != "before" {
		return
	}
	s.hang(doer, later, "nsubj")
	s.hang(mark, later, "mark")
	s[later].Rel = "advcl"
}

// opensObject: a number, an article or a possessive stands at token i.
func (m *Mender) opensObject(s Sentence, i int) bool {
	_, number := m.counts.Read(s, i)
	return number || s[i].POS == "DET" || s[i].Tag == "PRP$"
}

// partyBefore is the subject of token i, else the name or the noun for those who do
// harm that stands right before it or its aside in brackets; -1 without one.
func (m *Mender) partyBefore(s Sentence, i int) int {
	if k := slices.IndexFunc(s[:i], func(t dateline.Token) bool { return t.Head == i && t.Rel == "nsubj" }); k >= 0 {
		return k
	}
	k := i - 1
	if k > 0 && s[k].Text == ")" {
		for k > 0 && s[k].Text != "(" {
			k--
		}
		k--
	}
	for k > 0 && s[k].Rel == "nmod" && s[k].Head >= 0 && s[k].Head < k {
		k = s[k].Head // "GUNMEN on a motorcycle"
	}
	if k >= 0 && (s[k].POS == "PROPN" || s[k].POS == "NOUN" && (isPlural(s[k]) || m.lex.Nouns[s[k].Lemma].Person || m.lex.Is(lexicon.Doer, s[k].Lemma))) {
		return k
	}
	return -1
}

// active makes token i a verb in the past, of a subject before it and an object behind it.
func (s Sentence) active(i, who, object int, verb string) {
	s.retag(i, "VERB", "VBD", verb)
	if s.above(object, i) {
		s.replace(i, object)
	}
	s.raise(i, who)
	s[who].Rel = "nsubj"
	if s[who].POS == "ADJ" {
		s[who].POS = "NOUN" // "one WOUNDED"
	}
	for k := i + 1; k < len(s); k++ {
		if s[k].Head == who {
			s[k].Head = i
		}
	}
	if !s.above(object, i) {
		s.hang(object, i, "obj")
	}
}

// pastVerb makes a verb of a past that a tagger took for an adjective, between people and
// what it was done to: "youths BURNED tyres and threw stones".
func (m *Mender) pastVerb(s Sentence, i int) {
	if s[i].Rel != "amod" {
		return
	}
	past, known := m.forms[lower(s[i].Text)]
	who, what := i-1, s[i].Head
	if !known || past.tag != "VBD" || who < 0 || what < i || s[what].Head != who || s[what].Rel == "nmod" || !isPlural(s[who]) || !m.lex.Nouns[s[who].Lemma].Person {
		return
	}
	s.active(i, who, what, past.lemma)
}

// taken are pasts that taggers take for adjectives of their objects, and their verbs.
var taken = map[string]string{"sustained": "sustain", "suffered": "suffer", "received": "receive", "owned": "own", "accused": "accuse", "nursing": "nurse"}

// tookOn makes a verb of one that stands behind those who took it on themselves or laid
// it on others: "seven others SUSTAINED injuries", "the Army OWNED responsibility",
// "relatives ACCUSED the forces of …".
func (m *Mender) tookOn(s Sentence, i int) {
	if i == 0 || s[i].POS == "VERB" {
		return
	}
	verb := taken[lower(s[i].Text)]
	if verb == "" {
		return
	}
	who := m.whoBefore(s, i)
	if who < 0 {
		who = m.partyBefore(s, i)
	}
	what, end := s.nominalFrom(i + 1)
	if who < 0 || what < 0 {
		return
	}
	accused := verb == "accuse" && end < len(s) && s[end].Lemma == "of" && (isPlural(s[i-1]) || s[i-1].POS == "PROPN")
	if accused || m.lex.Is(lexicon.Wounds, s[what].Lemma) || s[what].Lemma == "responsibility" {
		s.active(i, who, what, verb)
	}
}

// headlineVerb makes a verb of the "kill" of "Bandits kill six vigilantes" and the
// "wounds" of "kills two, wounds five", which taggers take for nouns or auxiliaries:
// a number or an article follows, and a noun or a verb of harm with a comma stands
// before.
func (m *Mender) headlineVerb(s Sentence, i int) {
	if i == 0 || i+1 >= len(s) || s[i].POS == "VERB" {
		return
	}
	from := i + 1
	if s[from].Lemma == "away" {
		from++
	}
	if !slices.Contains([]string{"NUM", "DET"}, s[i+1].POS) && s[i+1].Tag != "PRP$" && from == i+1 {
		return
	}
	base := strings.TrimSuffix(lower(s[i].Text), "s")
	if m.lex.HarmVerb[base] == "" {
		return
	}
	object, _ := s.nominalFrom(from)
	if object < 0 {
		object = i + 1 // "wounds five in Gao"
	}
	harm := -1
	if s[i-1].Text == "," || s[i-1].Lemma == "and" {
		harm = m.harmBefore(s, i)
	}
	who := i - 1
	if harm < 0 && (!nounish(s[who]) || lower(s[i].Text) == base && !isPlural(s[who])) {
		return
	}
	s.retag(i, "VERB", "VBZ", base)
	if harm >= 0 {
		s.hang(i, harm, "conj")
	} else {
		s.unhook(i)
		s.hang(i, -1, "root")
		s.hang(who, i, "nsubj")
	}
	s.hang(object, i, "obj")
	if s[i+1].POS == "NUM" && i+1 != object {
		s.hang(i+1, object, "nummod")
	}
}

// hadHarmed: behind a form of "have" a participle of harm is its verb and no
// adjective of its object: "a bomb had KILLED four officers".
func hadHarmed(s Sentence, i int) {
	have := i - 1
	for have > 0 && s[have].POS == "ADV" {
		have--
	}
	if have < 1 || s[have].Lemma != "have" || s.participle(i) == "" || s[i].Rel != "amod" {
		return
	}
	object := s[i].Head
	if object <= i || s[object].Head != have || !nounish(s[object]) {
		return
	}
	s.retag(i, "VERB", "VBN", s.participle(i))
	s.replace(i, have)
	s.handOver(have, i)
	s.hang(have, i, "aux")
	s[have].POS = "AUX"
	s[object].Rel = "obj"
}

// dayBetween mends a passive with its day in the middle, "was ON SATURDAY killed by
// gunmen", as papers of West Africa write it.
func (m *Mender) dayBetween(s Sentence, i int) {
	if i < 4 || s[i-2].POS != "ADP" || s[i-3].Lemma != "be" || !m.lex.Is(lexicon.BareTime, s[i-1].Lemma) {
		return
	}
	base := s.participle(i)
	if base == "" {
		return
	}
	aux := i - 3
	who := s.phraseHead(s.lastBreak(aux), aux)
	if who < 0 {
		return
	}
	top := s.climb(s[aux].Head, func(k int) bool { return s[k].Head > aux })
	if top < 0 {
		return
	}
	if top != i {
		s.replace(i, top)
		s.hang(top, i, "obl")
	}
	s.retag(i, "VERB", "VBN", base)
	for _, arc := range []struct {
		at  int
		rel string
	}{{who, "nsubj:pass"}, {aux, "aux:pass"}, {i - 1, "obl"}} {
		s.hang(arc.at, i, arc.rel)
	}
	s.hang(i-2, i-1, "case")
	if i+1 < len(s) && s[i+1].Lemma == "by" {
		s[i+1].Rel = "case"
	}
}

// harmsCounted: a participle of harm between a noun and a number of people is a verb and
// no adjective: "on Saturday a bomb WOUNDED two soldiers".
func (m *Mender) harmsCounted(s Sentence, i int) {
	base := s.participle(i)
	if base == "" || i == 0 || i+1 >= len(s) || !nounish(s[i-1]) {
		return
	}
	if s[i].POS == "VERB" && !slices.Contains([]string{"acl", "nsubj"}, s[i].Rel) || s[i].POS != "VERB" && s[i].Head <= i {
		return
	}
	object := m.objectAfter(s, i)
	if c, ok := m.counts.Read(s, i+1); !ok || c.Count.Anchor == nil || object < c.End || s[object].Head == i {
		return
	}
	s.active(i, i-1, object, base)
}

// pairOfHarms: of two verbs of harm with nothing but "and" between, the second goes on
// from the first, whatever verb stands over both: "police say a man shot and KILLED his wife".
func pairOfHarms(s Sentence, i int) {
	if i < 2 || s[i].POS != "VERB" || s[i].Rel != "conj" || s[i-1].Lemma != "and" || s[i-2].POS != "VERB" || s.participle(i) == "" || s.participle(i-2) == "" || s.above(i, i-2) {
		return
	}
	s.hang(i, i-2, "conj")
}
