// Package mend mends arcs that a greedy parser gets wrong in news.
//
// A parser of treebanks has seldom seen how news tells of violence: headlines
// without auxiliaries ("Two teens shot while hunting"), two fates told in one
// breath ("three were killed and another injured"), the number first and the verb
// last with lists and asides between. It errs there in few ways, and mending
// those arcs serves every rule that reads the tree.
//
// A rule looks at one token and what stands around it, and moves arcs or corrects
// a word where a premise about words, tags and arcs holds; where it does not, it
// leaves the sentence as it is. Rules run in passes, token by token; a pass may
// rely on what the passes before it mended. Words come first, then the phrases
// and numbers made of them, then verbs with those they befall, then clauses.
// What comes out is one tree, whatever the rules did (Mender.Mend).
package mend

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/count"
	"github.com/opendateline/dateline/extract/lexicon"
)

// Mender mends sentences. It keeps nothing of them, so one Mender serves many
// goroutines.
type Mender struct {
	lex    *lexicon.Lexicon
	counts *count.Grammar
	forms  forms
	passes []pass
}

// pass is a number of rules that run in turn on each token, from left to right.
type pass []rule

// rule mends what stands at token i of a Sentence, if its premise holds there.
type rule func(s Sentence, i int)

// once makes a rule of one that looks at the whole sentence.
func once(mend func(s Sentence)) rule {
	return func(s Sentence, i int) {
		if i == 0 {
			mend(s)
		}
	}
}

// New makes a Mender of the words and numbers of a language.
func New(lex *lexicon.Lexicon, counts *count.Grammar) *Mender {
	m := &Mender{lex: lex, counts: counts, forms: newForms(lex)}
	m.passes = []pass{
		{once(m.openingNoun), once(m.openingNumber)},
		{
			m.auxiliaryPerson, m.onePerson, peopleNoun, capitalWord, personWord, m.menNoun, m.headman, bareName, m.compound, m.noDative, bothNouns, inLaw, shotVerb, hitMen,
		},
		{
			m.forms.mend, label, m.actNoun, fatalAct, m.siteAct, m.actPlural, m.actOpens, passersBy, m.saidAgain, numberOverName, besidePeople, m.pluralPersons, m.pastPlural, m.headlineVerb, m.numberWord, m.numberOfHarm, m.suspected, mineNoun, ageNoun,
			m.headlineNoun, m.ofAge, ages, manner, shotDead, shotAt, m.setAblaze, m.thrown, passive, m.copular, m.struck, m.didHarm, m.tookOn, m.pastVerb, m.harmsCounted, pairOfHarms,
			anotherSubject, m.ofTwo, gunnedDown, hadHarmed, m.foundSo, m.shotTimes,
			m.elided, m.nursing, m.anotherHurt, m.bareNumber, m.looseNumber,
		},
		{once(m.ranges)},
		{
			whoseClause, m.whoShotDead, numberBeforePassive, befellNoun, describedSubject, fewerThan, m.heldToBe, m.deedTime, m.dayOn, m.districtNoun, m.dayBetween, nearerVerb, m.harmedOthers, twoVerbs, m.ownObject,
			afterSemicolon, m.died, saidToBe, m.clauseSubject, m.listBefore, m.personBehind, m.listBehind, m.headlinePassive, secondSuffers, m.countedSubject, m.namedSubject, m.andSubject, m.numberSuffers, deadAfter,
		},
		{once(twoSubjects)},
		{
			m.diedAside, overRelative, overAppended, overParticiple, afterAside, relativeClause, m.whichClause, reduced,
		},
		{once(lateSubjects)},
		{someOfThem, ofWhom, setOff, alsoDone, leftSo, asWellAs, disagrees},
		{ofAuxiliary, joinedVerb, sameCase, m.secondHarm, m.sufferedToo, m.afterSpeech, m.saidOf, m.saidBetween, relativeObject, hadDone, m.didTo, fought, foundShot},
		{once(m.trailingSpeech)},
		{liftNoun, m.lastOfPhrase},
		{once(slugSubject)},
		{once(promoteVerb)},
		{m.bareOblique, m.doneBy},
		{bareSubject},
	}
	return m
}

// Mend gives the tokens of a sentence with their arcs and words mended, as one
// tree: every token leads up to a root. The tokens given stay as they are.
func (m *Mender) Mend(tokens []dateline.Token) []dateline.Token {
	s := Sentence(slices.Clone(tokens))
	for _, p := range m.passes {
		for i := range s {
			for _, mend := range p {
				mend(s, i)
			}
		}
	}
	s.rooted()
	return s
}
