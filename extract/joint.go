package extract

import (
	"slices"

	"github.com/opendateline/dateline"
)

// settleJoint leaves out of an account what several deeds in different countries cost
// together: "the BOMBINGS in KENYA and TANZANIA killed 224" is the number of neither (CAS-9).
// An account of all its sites keeps it (LNK-7).
func (p *pass) settleJoint(a *account) {
	if len(a.sites) > 0 {
		return
	}
	a.harms = slices.DeleteFunc(a.harms, func(h harm) bool {
		n := stem(h.count)
		if n == nil || *n < 2 || !p.ofSeveralLands(h) {
			return false
		}
		p.leaveOut(h.span, "it counts those of several attacks")
		return true
	})
}

// ofSeveralLands: the sentence of the number tells of several deeds, and of places in two
// countries side by side; a town named elsewhere in it may be where the counted were.
func (p *pass) ofSeveralLands(h harm) bool {
	t := p.trees[h.sentence]
	abroad := slices.ContainsFunc(p.places[h.sentence], func(x Place) bool {
		return slices.ContainsFunc(p.places[h.sentence], func(y Place) bool {
			return t.besideAbroad(x, y) && !slices.ContainsFunc(p.places[h.sentence], func(z Place) bool { return z.Ref.City != "" && (z.End <= x.Start || z.Start >= y.End) })
		})
	})
	return abroad && slices.ContainsFunc(p.triggers(t), func(f found) bool { return t.isNoun(f.head) && isPlural(t.Tokens[f.head]) })
}

// besideAbroad: "in KENYA and TANZANIA", "in NAIROBI, the Kenyan capital, and DAR ES SALAAM".
func (t *tree) besideAbroad(x, y Place) bool {
	if x.Ref.Country == "" || y.Ref.Country == "" || x.Ref.Country == y.Ref.Country || y.Start < x.End {
		return false
	}
	i, j := tokenAt(t, x.Start), tokenAt(t, y.Start)
	between := t.Tokens[i+1 : j]
	and := slices.ContainsFunc(between, func(w dateline.Token) bool { return w.Lemma == "and" })
	parted := slices.ContainsFunc(between, func(w dateline.Token) bool { return w.POS == "VERB" || w.POS == "ADP" && w.Lemma != "of" })
	return t.marker(i) == "in" && and && !parted && len(between) <= farthestBeside
}

// farthestBeside is how many words may stand between two places that are named side by side.
const farthestBeside = 9
