package extract

import (
	"slices"

	"github.com/opendateline/dateline"
)

// This file adds up the numbers that a report gives one after the other: "killed 11
// drivers … three soldiers were ALSO killed" is 14 (CAS-3).

// settleAlso adds to the number of one group that of another which a later sentence
// tells of with "also". A number of people as such holds everybody, and is not added to.
func (p *pass) settleAlso(a *account) {
	for _, m := range []dateline.Measure{dateline.Killed, dateline.Wounded} {
		if slices.ContainsFunc(a.harms, func(h harm) bool { return p.ofAll(h, m) }) {
			continue
		}
		base := slices.IndexFunc(a.harms, func(h harm) bool { return p.ofGroup(h, m) })
		if base < 0 || p.toldAgain(a, base) {
			continue
		}
		counts, nouns := []dateline.Count{bare(a.harms[base])}, []string{p.countedNoun(a.harms[base])}
		for _, h := range a.harms[base+1:] {
			if noun := p.countedNoun(h); p.ofGroup(h, m) && p.toldToo(h) && !slices.Contains(nouns, noun) {
				counts, nouns = append(counts, bare(h)), append(nouns, noun)
			}
		}
		if len(counts) > 1 {
			sum := a.harms[base]
			sum.count, sum.rule, sum.names = p.total(counts, m), "CAS-3/also", nil
			a.harms = append(a.harms, sum)
		}
	}
}

// toldAgain: harm i stands in the headline, or another sentence gives its number as well:
// it is of everybody, and "also" adds to somebody told of before.
func (p *pass) toldAgain(a *account, i int) bool {
	if p.doc.Sentences[a.harms[i].sentence].Role == dateline.RoleHeadline {
		return true
	}
	return slices.ContainsFunc(a.harms, func(h harm) bool {
		n := stem(h.count)
		return h.sentence != a.harms[i].sentence && h.count.Measure == a.harms[i].count.Measure && n != nil && *n == *stem(a.harms[i].count)
	})
}

// counts: the harm gives a number of a measure that is no part and no inference.
func (h harm) counts(m dateline.Measure) bool {
	return h.count.Measure == m && stem(h.count) != nil && !h.partial && !h.inferred && !h.bettered
}

// ofAll: the number is one of a measure and of people as such.
func (p *pass) ofAll(h harm, m dateline.Measure) bool {
	return h.counts(m) && p.ofAnybody(h) && !(h.count.Derived && p.toldToo(h))
}

// ofGroup: the number is one of a measure, of a group and not of people as such, and of
// nobody who attacked.
func (p *pass) ofGroup(h harm, m dateline.Measure) bool {
	return h.counts(m) && !h.own && h.count.Population != dateline.PopPerpetrators && p.countedNoun(h) != ""
}

// bare is the count of a harm without the parts it may have.
func bare(h harm) dateline.Count {
	c := h.count
	c.Parts = nil
	return c
}

// toldToo: "were ALSO killed", "died AS WELL", "was killed, TOO".
func (p *pass) toldToo(h harm) bool {
	t := p.trees[h.sentence]
	if h.anchor < 0 || h.anchor >= len(t.Tokens) {
		return false
	}
	for k := h.anchor + 1; k < min(h.anchor+4, len(t.Tokens)); k++ {
		if t.lemmaAt(k) == "too" || t.lemmaAt(k) == "as" && t.lemmaAt(k+1) == "well" && t.lemmaAt(k+2) != "as" {
			return true
		}
	}
	return t.also(h.anchor)
}
