package reconcile

import (
	"slices"
	"time"

	"github.com/opendateline/dateline"
)

// rung is one step of a ladder: it finds the readings that carry the best
// number, all with the same number, or none. Its number is that of CAS-13.
type rung struct {
	n       int
	because string
	pick    func(readings []reading, number numberOf) []reading
}

// numberOf reads the number that a preset takes from a reading; nil for none.
type numberOf func(reading) *int

func anchor(r reading) *int {
	if r.weight == numeric || r.weight == named {
		return r.count.Anchor
	}
	return nil
}

// The rungs of CAS-13.
var (
	rungFinal      = rung{1, "an official final count", pickFinal}
	rungMajority   = rung{2, "stated by the most independent origins", pickMajority}
	rungNewest     = rung{3, "the newest count, a day or more after all others or told as what they became", pickNewest}
	rungExhaustive = rung{4, "the count that itemises all its dead or hurt", pickExhaustive}
	rungSurest     = rung{5, "of the numbers that equally many state, the one far more surely meant of everybody", pickSurest}
	rungCommon     = rung{5, "stated by the most origins, whatever their basis, the lowest of equals", pickCommon}
	rungLowest     = rung{5, "the lowest number stated", pickLowest}
)

const aDay = 24 * time.Hour

func pickFinal(readings []reading, number numberOf) []reading {
	final := keep(readings, func(r reading) bool { return r.count.Final })
	if newest := pickNewestBy(final, number, 0); newest != nil {
		return newest
	}
	return pickLowest(final, number)
}

// pickMajority counts origins per number: those of known origin first, all of
// them to break ties. Fewer than two of known origin are no majority.
func pickMajority(readings []reading, number numberOf) []reading {
	groups := byNumber(readings, number)
	var best, second backing
	var top []reading
	for _, g := range groups {
		if b := back(g); b.beats(best) {
			best, second, top = b, best, g
		} else if b.beats(second) {
			second = b
		}
	}
	if best.known < 2 || !best.beats(second) {
		return nil
	}
	return top
}

// backing is how many origins stand behind a number: of known kind, and all.
type backing struct{ known, all int }

func (b backing) beats(o backing) bool {
	return b.known > o.known || (b.known == o.known && b.all > o.all)
}

func back(group []reading) backing {
	b := backing{all: len(group)}
	for _, r := range group {
		if r.origin.Kind != dateline.UnknownSecondary {
			b.known++
		}
	}
	return b
}

// pickNewest picks no number that is much less surely one of everybody than a rival is.
func pickNewest(readings []reading, number numberOf) []reading {
	newest := pickNewestBy(readings, number, aDay)
	if newest == nil {
		newest = pickRevised(readings, number)
	}
	if len(newest) > 0 && slices.ContainsFunc(readings, func(rival reading) bool { return newest[0].claim.Confidence*surer < rival.claim.Confidence }) {
		return nil
	}
	return newest
}

// pickRevised picks the number that others are said to have become, the highest of
// several, if none is higher.
func pickRevised(readings []reading, number numberOf) []reading {
	groups := byNumber(readings, number)
	if len(groups) == 0 {
		return nil
	}
	return keep(groups[len(groups)-1], func(r reading) bool { return r.count.Revised })
}

// pickNewestBy picks the reading that is surely newer than each of its rivals
// by the given time; with no rival there is nothing to be newer than.
func pickNewestBy(readings []reading, number numberOf, by time.Duration) []reading {
	if len(readings) < 2 {
		return nil
	}
	for i, r := range readings {
		newest := number(r) != nil
		for j, rival := range readings {
			newest = newest && (i == j || (r.asOf.laterBy(rival.asOf, by) && r.asOf.after(rival.asOf)))
		}
		if newest {
			return []reading{r}
		}
	}
	return nil
}

func pickExhaustive(readings []reading, number numberOf) []reading {
	return pickLowest(keep(readings, reading.exhaustive), number)
}

// pickSurest picks, of several numbers that as many origins state, the one that is much more
// surely one of everybody than each of the others; none if there is no such.
func pickSurest(readings []reading, number numberOf) []reading {
	most := len(pickCommon(readings, number))
	equals := slices.DeleteFunc(byNumber(readings, number), func(g []reading) bool { return len(g) < most })
	for i, g := range equals {
		others := slices.Concat(slices.Delete(slices.Clone(equals), i, i+1)...)
		if len(others) > 0 && sure(others)*surer < sure(g) {
			return g
		}
	}
	return nil
}

// pickCommon counts all origins alike, also those that may lean on each other:
// more of them than for any rival are no proof, and a better guess than the
// lowest number. Of equals it is the lowest.
func pickCommon(readings []reading, number numberOf) []reading {
	var top []reading
	for _, g := range byNumber(readings, number) {
		if len(g) > len(top) {
			top = g
		}
	}
	return top
}

func pickLowest(readings []reading, number numberOf) []reading {
	groups := byNumber(readings, number)
	if len(groups) == 0 {
		return nil
	}
	return groups[0]
}

// byNumber groups readings by their number, lowest first.
func byNumber(readings []reading, number numberOf) [][]reading {
	groups := map[int][]reading{}
	for _, r := range readings {
		if n := number(r); n != nil {
			groups[*n] = append(groups[*n], r)
		}
	}
	out := make([][]reading, 0, len(groups))
	for _, n := range sortedInts(groups) {
		out = append(out, groups[n])
	}
	return out
}

func keep(readings []reading, wanted func(reading) bool) []reading {
	var out []reading
	for _, r := range readings {
		if wanted(r) {
			out = append(out, r)
		}
	}
	return out
}

// sure is how sure the surest of some readings is.
func sure(readings []reading) float64 {
	most := 0.0
	for _, r := range readings {
		most = max(most, r.claim.Confidence)
	}
	return most
}
