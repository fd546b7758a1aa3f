package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file reads numbers of people that somebody saw in pictures: "a video shows two
// injured children". They are some of those an account counts (CAS-4).

// settleShown makes parts of the people seen in pictures where an account counts
// people otherwise.
func (p *pass) settleShown(a *account) {
	for _, m := range []dateline.Measure{dateline.Killed, dateline.Wounded} {
		counts := func(h harm) bool { return h.count.Measure == m && !h.partial && !p.shown(h) }
		if !slices.ContainsFunc(a.harms, counts) {
			continue
		}
		for i := range a.harms {
			if h := &a.harms[i]; h.count.Measure == m && !h.partial && p.shown(*h) {
				h.partial, h.rule = true, "CAS-4/shown"
				h.count.Population, h.count.Parts = dateline.PrefixNamedGroup+"shown", nil
			}
		}
	}
}

// shown: before the counted phrase, in its part of the sentence, stand a picture and a
// verb of showing or an "of" behind it: "IMAGES SHOW at least one man", "a VIDEO OF two boys".
func (p *pass) shown(h harm) bool {
	t := p.trees[h.sentence]
	from := tokenAt(t, h.span.Start)
	shows := false
	for k := from - 1; k >= max(0, from-20) && t.lemmaAt(k) != ";"; k-- {
		switch {
		case t.lex.Is(lexicon.Picture, t.lemmaAt(k)) && t.isNoun(k):
			return shows || k == from-2 && t.lemmaAt(k+1) == "of"
		case t.lex.Is(lexicon.Shows, t.lemmaAt(k)):
			shows = true
		}
	}
	return false
}
