package reconcile

import (
	"sort"

	"github.com/opendateline/dateline"
)

// Rules is one way to get low, best and high out of readings (§3.2). It is
// data: whose readings count for what, and the rungs of its ladder.
type Rules struct {
	Name        string
	Version     string
	Populations []dateline.Population // the only ones it has figures for; nil for all that claims speak of

	ladder    []rung                    // empty: no best
	number    numberOf                  // the number a reading gives
	only      func([]reading) []reading // which readings it looks at at all; nil for all
	pool      func([]reading) []reading // whose readings set low and best
	ceiling   func([]reading) []reading // whose readings set high; nil: no high
	low       bool
	fromVague bool // with no number, a vague word gives its least as best
	zero      bool // with nothing at all, best is 0

	laterDeaths bool // who is hurt in one report may be dead in another (CAS-12)
}

// Presets are the names of all presets, the default first.
var Presets = []string{"dateline-1", "acled", "ucdp", "gtd", "ibc", "range", "latest"}

// Preset gives the rules of a name; the error says which names there are.
func Preset(name string) (Rules, error) {
	for _, r := range []Rules{DatelineOne(), acled(), ucdp(), gtd(), ibc(), rangeOnly(), latest()} {
		if r.Name == name {
			return r, nil
		}
	}
	return Rules{}, &dateline.Error{Code: dateline.Invalid, What: "unknown preset " + name, Next: "Choose one of " + list(Presets)}
}

// DatelineOne is the default: the ladder of CAS-13, low from CAS-15, high from
// CAS-14.
func DatelineOne() Rules {
	return Rules{Name: "dateline-1", Version: Version, number: anchor, low: true, fromVague: true, laterDeaths: true,
		ladder: []rung{rungFinal, rungMajority, rungNewest, rungExhaustive, rungSurest, rungCommon},
		pool:   independentFirst, ceiling: everyone}
}

// acled: the lowest number reported, attackers included, unknown as 0.
func acled() Rules {
	return Rules{Name: "acled", Version: Version, number: acledNumber, zero: true,
		Populations: []dateline.Population{dateline.PopAll},
		ladder:      []rung{rungLowest}, pool: independentFirst}
}

// ucdp: low, best and high of the reliable; what only others say is a high.
func ucdp() Rules {
	return Rules{Name: "ucdp", Version: Version, number: anchor, low: true, fromVague: true,
		ladder: []rung{rungFinal, rungMajority, rungNewest, rungExhaustive, rungLowest},
		pool:   reliable, ceiling: reliableFirst}
}

// gtd: the most recent reliable number, else the majority, else the lowest;
// too vague is left blank.
func gtd() Rules {
	return Rules{Name: "gtd", Version: Version, number: anchor,
		Populations: []dateline.Population{dateline.PopAll, dateline.PopPerpetrators},
		ladder:      []rung{rungNewest, rungMajority, rungLowest}, pool: reliable}
}

// ibc: lowest and highest credible number of civilians, no best.
func ibc() Rules {
	return Rules{Name: "ibc", Version: Version, number: anchor, low: true,
		Populations: []dateline.Population{dateline.PopCivilians}, pool: reliable, ceiling: reliable}
}

// rangeOnly: the least and the most that anyone says.
func rangeOnly() Rules {
	return Rules{Name: "range", Version: Version, number: anchor, low: true, pool: everyone, ceiling: everyone}
}

// latest: the newest claim alone.
func latest() Rules {
	return Rules{Name: "latest", Version: Version, number: anchor, low: true, fromVague: true,
		ladder: []rung{rungLowest}, only: newestOnly, pool: everyone, ceiling: everyone}
}

func everyone(readings []reading) []reading { return readings }

// independentFirst sets the parties aside as long as somebody else gives a
// number (CAS-8).
func independentFirst(readings []reading) []reading {
	others := keep(readings, func(r reading) bool { return !r.interested })
	parties := keep(readings, func(r reading) bool { return r.interested })
	if len(others) == 0 || (!numbered(others) && numbered(parties)) {
		return parties
	}
	return others
}

func numbered(readings []reading) bool {
	return len(keep(readings, func(r reading) bool { return r.weight >= named })) > 0
}

// reliable are the voices that are not a party and not graded D or E (§8.5).
func reliable(readings []reading) []reading {
	return keep(readings, func(r reading) bool { return !r.interested && !doubtful(r.voice) })
}

func reliableFirst(readings []reading) []reading {
	if good := reliable(readings); len(good) > 0 {
		return good
	}
	return readings
}

// newestOnly keeps the readings that no other is surely newer than, of those
// whose age is known.
func newestOnly(readings []reading) []reading {
	return keep(readings, func(r reading) bool {
		for _, o := range readings {
			if o.asOf.known && o.asOf.from.After(r.asOf.from) {
				return false
			}
		}
		return r.asOf.known
	})
}

func sortedInts[V any](m map[int]V) []int {
	keys := make([]int, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Ints(keys)
	return keys
}
