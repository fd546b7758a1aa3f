package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file reads numbers of which the report itself says that they were the
// first ones heard: "INITIAL reports said two", "at first", "was initially put at
// three". Where the report tells another number, they have had their day (CAS-7). What
// others have become, "the toll ROSE TO nine", is only newer than those (CAS-13).

// toldFirst: words before token i in its part of the sentence say so.
func (t *tree) toldFirst(i int) bool {
	for k := i - 1; k >= 0; k-- {
		switch l := t.lemmaAt(k); {
		case l == "but" || l == "later" || l == ";" || l == "though" || l == "although":
			return false
		case l == "initial" || l == "initially" || l == "preliminary", l == "first" && t.lemmaAt(k-1) == "at":
			return true
		case t.lex.Is(lexicon.Earlier, l) || l == "early" || l == "first":
			if t.toldOf(k+1) || t.lemmaAt(k+2) == "toll" {
				return true
			}
		case t.gaveBefore(k):
			return true
		}
	}
	return t.toldAtFirst(i)
}

// toldOf: token k is a report, a toll or a verb of telling: "an earlier TOLL", "had earlier
// SAID".
func (t *tree) toldOf(k int) bool {
	return k < len(t.Tokens) && (t.lex.Is(lexicon.Reported, t.lemmaAt(k)) || t.lex.Is(lexicon.SaysWhen, t.lemmaAt(k)) || t.lemmaAt(k) == "toll" || t.lemmaAt(k) == "give")
}

// gaveBefore: who counts HAD GIVEN another number before: the verb at token k is one of
// counting in the past perfect, and not only for being reported: "said that he had counted 18".
func (t *tree) gaveBefore(k int) bool {
	if counts := t.isVerb(k) && (t.lex.Is(lexicon.Tallies, t.lemmaAt(k)) || t.lemmaAt(k) == "give" || t.lemmaAt(k) == "report"); !counts {
		return false
	}
	had := t.have(k)
	return had >= 0 && t.Tokens[had].Tag == "VBD" && !(t.rel(t.mainVerb(k), "ccomp") && t.child(k, "mark") >= 0)
}

// toldAtFirst: who says it says so at first: "killing five people, police said AT FIRST".
func (t *tree) toldAtFirst(i int) bool {
	for k := i + 1; k < min(i+10, len(t.Tokens)) && t.lemmaAt(k) != ";"; k++ {
		if t.lemmaAt(k) == "at" && t.lemmaAt(k+1) == "first" {
			return true
		}
	}
	return false
}

// revisedTo: token i is what a number has become: "has risen TO seven", "was revised to
// at least nine".
func (t *tree) revisedTo(i int) bool {
	if t.lemmaAt(i-1) != "to" {
		return false
	}
	for k := i - 2; k >= max(0, i-6); k-- {
		if t.isVerb(k) {
			return t.lex.Is(lexicon.Rises, t.lemmaAt(k)) || t.lex.Is(lexicon.Revises, t.lemmaAt(k))
		}
	}
	return false
}

// settleFirst sets aside the numbers first heard of an account that gives others.
func (p *pass) settleFirst(a *account) {
	for i := range a.harms {
		h := &a.harms[i]
		n := stem(h.count)
		h.bettered = h.first && n != nil && !p.single(*h) && slices.ContainsFunc(a.harms, func(x harm) bool {
			of := stem(x.count)
			return !x.first && of != nil && *of != *n && *of > 1 && x.count.Measure == h.count.Measure && x.count.Population != dateline.PopPerpetrators && p.ofAnybody(x)
		})
	}
}
