package reconcile

import (
	"sort"

	"github.com/opendateline/dateline"
)

// supersede marks, within each origin, the counts that a newer count of the
// same population replaces, even by a lower number (CAS-7). A count of unknown
// age replaces nothing, and a vaguer one never replaces a number (CAS-17).
func supersede(voices []*voice) {
	for _, old := range voices {
		if next := successor(old, voices); next != nil {
			old.claim.Status, old.claim.SupersededBy = dateline.Superseded, next.claim.ID
		}
	}
}

// successor is the newest voice that replaces old, or nil.
func successor(old *voice, voices []*voice) *voice {
	var next *voice
	for _, v := range voices {
		if v != old && replaces(v, old) && (next == nil || newer(v, next)) {
			next = v
		}
	}
	return next
}

func replaces(v, old *voice) bool {
	a, b := v.claim.Value.Count, old.claim.Value.Count
	return a != nil && b != nil && v.origin.ID == old.origin.ID &&
		v.claim.Status != dateline.Withdrawn && old.claim.Status != dateline.Withdrawn &&
		v.claim.Modality != dateline.Denied && v.claim.Population == old.claim.Population &&
		weigh(*a) >= weigh(*b) && newer(v, old)
}

// newer says whether v is surely newer than o: by its as_of, or because its
// report is a later version of the other's (CAS-17).
func newer(v, o *voice) bool {
	if v.asOf.known && o.asOf.known {
		return v.asOf.after(o.asOf)
	}
	return laterVersion(v.report, o.report) || laterVersionInverse(v.report, o.report)
}

func laterVersion(r, of *dateline.Report) bool {
	return r != nil && of != nil && r.VersionOf == of.ID && r.VersionOrder == "later"
}

func laterVersionInverse(r, of *dateline.Report) bool {
	return r != nil && of != nil && of.VersionOf == r.ID && of.VersionOrder == "earlier"
}

// collapse leaves one reading per origin, the most telling one (CAS-17), in
// the order of origin ids.
func collapse(readings []reading) []reading {
	byOrigin := map[dateline.ID]reading{}
	for _, r := range readings {
		if old, ok := byOrigin[r.origin.ID]; !ok || preferred(r, old) {
			byOrigin[r.origin.ID] = r
		}
	}
	out := make([]reading, 0, len(byOrigin))
	for _, r := range byOrigin {
		out = append(out, r)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].origin.ID < out[j].origin.ID })
	return out
}

// collapseTo leaves the single most telling reading of a non-empty list.
func collapseTo(readings []reading) reading {
	best := readings[0]
	for _, r := range readings[1:] {
		if preferred(r, best) {
			best = r
		}
	}
	return best
}

// preferred orders readings of one origin whose age does not decide: numbers
// before vague words, what needs no guess at its population, final and revised counts,
// complete breakdowns, closed before open; then the higher of two floors ("at
// least 40", "at least 62") and the lower of two closed numbers.
func preferred(a, b reading) bool {
	if a.weight != b.weight {
		return a.weight > b.weight
	}
	for _, better := range []func(reading) bool{
		func(r reading) bool { return !r.shifted },
		func(r reading) bool { return r.count.Final },
		func(r reading) bool { return r.count.Revised },
		reading.exhaustive,
		func(r reading) bool { return !r.open() },
		func(r reading) bool { return r.claim.Modality != dateline.Inferred },
		func(r reading) bool { return !r.count.Approximate },
		func(r reading) bool { return r.asOf.known },
	} {
		if better(a) != better(b) {
			return better(a)
		}
	}
	if x, y := orZero(a.count.Lo), orZero(b.count.Lo); x != y {
		return (x > y) == a.open()
	}
	if x, y := orZero(a.top()), orZero(b.top()); x != y {
		return x < y
	}
	if !a.asOf.from.Equal(b.asOf.from) {
		return a.asOf.from.After(b.asOf.from)
	}
	return a.claim.ID < b.claim.ID
}

func orZero(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}
