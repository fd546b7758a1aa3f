package extract

import "github.com/opendateline/dateline"

// sumParts counts for a whole that gives no number of its own what its parts
// give, if every one is told with a number: "the first killed five, the second
// twelve" is 17 (CAS-3). The sum is derived, and cites the first of them.
func (p *pass) sumParts() {
	parts := map[*account][]*account{}
	for _, a := range p.accounts {
		if a.whole != nil {
			parts[a.whole] = append(parts[a.whole], a)
		}
	}
	for _, whole := range p.accounts {
		list := parts[whole]
		if len(list) < 2 || len(list) != whole.subCount {
			continue
		}
		for _, m := range []dateline.Measure{dateline.Killed, dateline.Wounded} {
			if h, ok := p.summed(list, m); ok && !measures(whole, m) {
				whole.harms = append(whole.harms, h)
			}
		}
	}
}

// measures: the account gives a number of a measure, or one that may hold it.
func measures(a *account, m dateline.Measure) bool {
	for _, h := range a.harms {
		if h.count.Measure == m || h.count.Measure == dateline.KilledOrWounded {
			return true
		}
	}
	return false
}

// summed is the sum of one number of each part; ok is false where a part gives
// none, or more than one.
func (p *pass) summed(parts []*account, m dateline.Measure) (sum harm, ok bool) {
	var counts []dateline.Count
	for _, part := range parts {
		found := 0
		for _, h := range part.harms {
			if h.count.Measure != m || h.partial || h.inferred || stem(h.count) == nil {
				continue
			}
			if found++; len(counts) == 0 {
				sum = h
			}
			counts = append(counts, bare(h))
		}
		if found != 1 {
			return harm{}, false
		}
	}
	sum.count, sum.rule, sum.names = p.total(counts, m), "CAS-3/parts", nil
	return sum, true
}
