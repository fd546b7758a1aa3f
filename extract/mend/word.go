package mend

import (
	"slices"
	"strings"
	"unicode"

	"github.com/opendateline/dateline/extract/lexicon"
)

// This file mends words: a tagger took them for another part of speech, or a
// tokeniser cut them.

// openingNoun: a plural that opens a sentence is no name for its capital: "GANGS
// attacked the town".
func (m *Mender) openingNoun(s Sentence) {
	if len(s) < 2 || s[0].POS != "PROPN" || s[1].POS == "PROPN" {
		return
	}
	one, plural := strings.CutSuffix(lower(s[0].Text), "s")
	if _, known := m.lex.Nouns[one]; plural && (known || m.lex.Is(lexicon.Doer, one)) {
		s.retag(0, "NOUN", "NNS", one)
	}
}

// capitalWord: a word with a capital that is no word of its own is a name: the
// "al-Shabaab" before "militants", which taggers take for a preposition.
func capitalWord(s Sentence, i int) {
	if s[i].POS != "SCONJ" && s[i].POS != "ADP" && s[i].POS != "ADV" || i+1 >= len(s) || !nounish(s[i+1]) {
		return
	}
	if _, rest, ok := strings.Cut(s[i].Text, "-"); !ok || rest == "" || !unicode.IsUpper(rune(rest[0])) {
		return
	}
	s[i].POS, s[i].Tag = "PROPN", "NNP"
	s.hang(i, i+1, "compound")
}

// peopleNoun: an adjective of a people behind an article or an age, with no noun
// after it, is somebody: "shot dead a 15-year-old Palestinian".
func peopleNoun(s Sentence, i int) {
	if i == 0 || s[i].POS != "ADJ" && s[i].POS != "PROPN" || !ofPeople(s[i].Text) || !unicode.IsUpper(rune(s[i].Text[0])) {
		return
	}
	old := lower(s[i-1].Text) == "old" && s[i-1].POS != "VERB"
	alone := s[i].POS == "ADJ" && lower(s[i-1].Text) != "the" && s[i-1].POS == "DET" && slices.Contains([]string{"nsubj", "nsubj:pass", "obj"}, s[i].Rel)
	if !old && !alone || i+1 < len(s) && (nounish(s[i+1]) || s[i+1].POS == "ADJ") {
		return
	}
	s.retag(i, "NOUN", "NN", "person")
}

// ofPeople: the word ends like one for a people that may stand for a person, and not
// like "Turkish".
func ofPeople(word string) bool {
	return slices.ContainsFunc([]string{"ian", "ani", "eli", "aqi", "eni", "udi", "ese", "can"}, func(end string) bool { return strings.HasSuffix(word, end) })
}

// bareName: a word with a capital that a tagger took for an adverb behind a verb or a
// preposition is a name: "attacked KENSCOFF before dawn".
func bareName(s Sentence, i int) {
	if i == 0 || s[i].Tag != "RB" || !unicode.IsUpper(rune(s[i].Text[0])) || s[i-1].POS != "VERB" && s[i-1].POS != "ADP" || unicode.IsUpper(rune(s[i-1].Text[0])) {
		return
	}
	s.retag(i, "PROPN", "NNP", lower(s[i].Text))
	if s[i-1].POS == "VERB" {
		s.hang(i, i-1, "obj")
	}
}

// personWord: "Man" and "Woman" are nouns wherever a headline puts them.
func personWord(s Sentence, i int) {
	if s[i].POS != "ADJ" {
		return
	}
	if word := lower(s[i].Text); lexicon.Sex(word) != 0 {
		s.retag(i, "NOUN", "NN", word)
	}
}

// menNoun: "Gunmen" at the head of a sentence is no name.
func (m *Mender) menNoun(s Sentence, i int) {
	if s[i].POS != "PROPN" {
		return
	}
	stem, ok := strings.CutSuffix(lower(s[i].Text), "men")
	if !ok || !m.lex.Nouns[stem+"man"].Person {
		return
	}
	s.retag(i, "NOUN", "NNS", stem+"man")
}

// pluralPersons: a plural of people that a tagger took for an auxiliary is a noun:
// "after BANDITS ambushed them".
func (m *Mender) pluralPersons(s Sentence, i int) {
	if s[i].POS != "AUX" {
		return
	}
	one, ok := strings.CutSuffix(lower(s[i].Text), "s")
	if !ok || !m.lex.Nouns[one].Person {
		return
	}
	s[i].POS, s[i].Tag, s[i].Lemma, s[i].Rel = "NOUN", "NNS", one, "nsubj"
}

// pastPlural: a word in "s" is no past; before a verb it is its subject: "US WARPLANES
// struck a market".
func (m *Mender) pastPlural(s Sentence, i int) {
	if s[i].Tag != "VBD" {
		return
	}
	one, plural := strings.CutSuffix(lower(s[i].Text), "s")
	v := i + 1
	if !plural || i == 0 || v >= len(s) || s[v].POS != "VERB" || !m.lex.Is(lexicon.Aircraft, one) && !m.lex.Nouns[one].Person && !m.lex.Is(lexicon.Projectile, one) {
		return
	}
	s.retag(i, "NOUN", "NNS", one)
	if s.above(i, v) {
		s.replace(v, i)
	}
	s.handOver(i, v)
	s.hang(i, v, "nsubj")
	s[v].Tag = "VBD"
	if nounish(s[i-1]) && s[i-1].Head == v {
		s.hang(i-1, i, "compound")
	}
}

// mineNoun: behind an article or an adjective a "mine" is a thing.
func mineNoun(s Sentence, i int) {
	if i == 0 || s[i].POS != "PRON" || !s.reads(i, "mine") {
		return
	}
	switch s[i-1].POS {
	case "DET", "ADJ", "NOUN", "NUM":
		s.retag(i, "NOUN", "NN", "mine")
	case "VERB":
		if s[i-1].Tag == "VBN" {
			s.retag(i, "NOUN", "NN", "mine")
		}
	}
}

// actNoun: a gerund behind a preposition that names an act and has no object is a
// noun: "were killed in FIGHTING near the border".
func (m *Mender) actNoun(s Sentence, i int) {
	if i == 0 || s[i].Tag != "VBG" || s[i-1].POS != "ADP" || s[i-1].Head != i || !m.lex.NamesAct(lower(s[i].Text)) || s.has(i, "obj") || s.has(i, "nsubj") {
		return
	}
	s[i].POS, s[i].Tag, s[i].Lemma, s[i].Rel = "NOUN", "NN", lower(s[i].Text), "obl"
	s[i-1].Rel = "case"
}

// siteAct: a gerund that names an act, without an object and right behind one thing that
// may be a target, is what befell it: "jailed for the 2009 hotel BOMBING in Jakarta".
func (m *Mender) siteAct(s Sentence, i int) {
	if i == 0 || s[i].Tag != "VBG" || s[i].Rel != "acl" || s[i].Head != i-1 || s[i-1].Tag != "NN" || !m.lex.NamesAct(lower(s[i].Text)) || s.has(i, "obj") {
		return
	}
	if site := m.lex.Nouns[s[i-1].Lemma]; site.Category == "" || site.Person {
		return
	}
	s.retag(i, "NOUN", "NN", lower(s[i].Text))
	s.replace(i, i-1)
	s.handOver(i-1, i)
	s.hang(i-1, i, "compound")
}

// headlineNoun: the "Shooting" that opens a headline and has an adjunct right
// after it is an act and not what somebody does: "Shooting in Tarn leaves two
// dead", "Stabbing outside a school".
func (m *Mender) headlineNoun(s Sentence, i int) {
	if i > 0 || len(s) < 2 || s[i].POS != "VERB" && s[i].POS != "AUX" || s[1].POS != "ADP" && s[1].POS != "ADV" || !m.lex.NamesAct(lower(s[i].Text)) {
		return
	}
	s.retag(i, "NOUN", "NN", lower(s[i].Text))
	if s[i].Rel == "csubj" {
		s[i].Rel = "nsubj"
	}
}

// thrown: a plural right behind a verb of throwing is what is thrown, and no adverb:
// "threw STONES at the police".
func (m *Mender) thrown(s Sentence, i int) {
	if i == 0 || s[i].POS != "ADV" {
		return
	}
	if one, plural := strings.CutSuffix(lower(s[i].Text), "s"); plural && m.lex.Is(lexicon.Hurls, s[i-1].Lemma) {
		s.retag(i, "NOUN", "NNS", one)
		s.hang(i, i-1, "obj")
	}
}

// shotVerb: a verb "shot" is the past of "shoot", whatever the tagger made of it.
func shotVerb(s Sentence, i int) {
	if s[i].POS != "VERB" || !s.reads(i, "shot") || s[i].Lemma == "shoot" {
		return
	}
	s[i].Lemma, s[i].Tag = "shoot", "VBD"
}

// died is always a verb; the person before it, taken for an adjective, is who
// did: "one civilian died".
func (m *Mender) died(s Sentence, i int) {
	if i == 0 || s[i].POS == "VERB" || !s.reads(i, "died") {
		return
	}
	s.retag(i, "VERB", "VBD", "die")
	who := i - 1
	if s[who].POS == "NUM" {
		s.raise(i, who)
		s[who].Rel = "nsubj" // "at least a dozen died"
		return
	}
	if !m.lex.Nouns[s[who].Lemma].Person || s[who].Head != i {
		return
	}
	s[who].POS, s[who].Rel = "NOUN", "nsubj"
	for k := range s[:who] {
		if s[k].Head == i {
			s[k].Head = who
		}
	}
}

// inLaw gives the "law" of a mother-in-law, which is cut at its hyphens, the word that
// it ends.
func inLaw(s Sentence, i int) {
	if i < 4 || s[i-1].Text != "-" || lower(s[i].Text) != "law" || lower(s[i-2].Text) != "in" || s[i-3].Text != "-" {
		return
	}
	s[i].Lemma = s[i-4].Lemma + "-in-law"
	for k := i - 4; k < i; k++ {
		if s[k].Head != i && s[k].Head < i-4 && s[k].Head >= 0 && s[i].Head >= i-4 && s[i].Head < i {
			s.replace(i, k)
		}
		s.hang(k, i, "compound")
	}
}

// passersBy makes one noun of the "passers-by" that a tokeniser cuts.
func passersBy(s Sentence, i int) {
	if i+2 >= len(s) || !s.reads(i+2, "by") || s[i+2].Head == i {
		return
	}
	word := lower(s[i].Text)
	if word != "passers" && word != "passer" {
		return
	}
	by := i + 2
	s.retag(i, "NOUN", "NN", "passer-by")
	if word == "passers" {
		s[i].Tag = "NNS"
	}
	s.replace(i, by)
	if h := s[by].Head; h >= 0 && h < i && s[h].POS == "VERB" {
		s[i].Rel = "obj"
	}
	for k := range s {
		if s[k].Head == by && k != i {
			s[k].Head = i
		}
	}
	s.hang(by, i, "compound")
	s[by].POS = "NOUN"
	if h := s[i].Head; s[i].Rel == "case" && h > i && s.participle(h) != "" {
		s[i].Rel = "nsubj:pass" // "four PASSERS-BY injured"
	}
}

// headman: the head of a village is its chief, and no part of a body.
func (m *Mender) headman(s Sentence, i int) {
	if i > 0 && s[i].Lemma == "head" && s[i].POS == "NOUN" && m.lex.Is(lexicon.Headed, s[i-1].Lemma) {
		s[i].Lemma = "chief"
	}
}

// auxiliaryPerson: a person that a tagger took for an auxiliary is whom the verb behind
// it befalls: "Coroner identifies TEEN killed in shooting".
func (m *Mender) auxiliaryPerson(s Sentence, i int) {
	v := s[i].Head
	if s[i].POS != "AUX" || v <= i || s[v].POS != "VERB" {
		return
	}
	word := lower(s[i].Text)
	if !m.lex.Nouns[word].Person {
		return
	}
	s.retag(i, "NOUN", "NN", word)
	if above := s[v].Head; above >= 0 && above < i {
		s.hang(i, above, "obj")
		s.hang(v, i, "acl")
		return
	}
	s[i].Rel = "nsubj:pass"
}

// onePerson: a noun of a person without the ending of a plural is one person, whatever
// its tag: "a shooting that killed TEEN".
func (m *Mender) onePerson(s Sentence, i int) {
	if s[i].Tag != "NNS" {
		return
	}
	word := lower(s[i].Text)
	if m.lex.Nouns[word].Person && !strings.HasSuffix(word, "s") && !m.lex.Is(lexicon.Collective, word) && !m.lex.Is(lexicon.Anybody, word) {
		s[i].Tag, s[i].Lemma = "NN", word
	}
}
