package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file tells totals of many happenings from what one happening cost (CAS-9).

// daysSince: the days of the account are those that a "since" leads back to, "since
// fighting broke out on 3 MAY 2023".
func (p *pass) daysSince(a *account) bool {
	return !slices.ContainsFunc(a.times, func(x Time) bool {
		t := p.trees[x.Sentence]
		before := t.Tokens[:max(0, tokenAt(t, x.Start))]
		return x.Date.Known() && x.Date.Precision <= dateline.D1 && !slices.ContainsFunc(before, func(w dateline.Token) bool { return w.Lemma == "since" })
	})
}

// tallied: a line adds up a month or longer, or many happenings: "TOTALS for July: 7
// events, 23 killed", "counts 143 EVENTS, with 420 dead".
func (p *pass) tallied(a *account) bool {
	return !hasDay(a) && slices.ContainsFunc(a.harms, func(h harm) bool {
		t := p.trees[h.sentence]
		long := slices.ContainsFunc(p.times[h.sentence], func(x Time) bool { return x.Date.Precision >= dateline.D4 })
		return (lower(t.Tokens[0].Text) == "total" || lower(t.Tokens[0].Text) == "totals") && long || slices.ContainsFunc(t.Tokens, func(w dateline.Token) bool { return p.countsMany(t, w) })
	})
}

// fewestMany happenings are more than a report tells of one by one.
const fewestMany = 20

// countsMany: the noun counts so many happenings.
func (p *pass) countsMany(t *tree, w dateline.Token) bool {
	n := t.child(tokenAt(t, w.Start), "nummod")
	if n < 0 || !isPlural(w) || !t.lex.Is(lexicon.Happening, w.Lemma) {
		return false
	}
	c, ok := p.counts.Read(t.Tokens, n)
	return ok && c.Count.Lo != nil && *c.Count.Lo >= fewestMany
}
