package reconcile

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
)

// surer is how many times likelier one number of an account must be than another
// to set it aside, farSurer how many times where the other is a rival's.
const (
	surer    = 2
	farSurer = 5
)

// wholes leaves out the numbers by which an account counts only some of its
// people: "one victim was pronounced dead" after "two men are dead". What the
// account gives more surely as the number of everybody (its confidence) speaks
// for it. Numbers of several people from different origins are rivals and stay
// unless they are very unlikely, as do numbers about equally sure and those of other
// accounts.
func wholes(readings []reading) []reading {
	beside := map[dateline.ID][]reading{}
	for _, r := range readings {
		if r.weighed() {
			beside[r.claim.MentionID] = append(beside[r.claim.MentionID], r)
		}
	}
	return underFloor(outweighed(keep(readings, func(r reading) bool {
		return !r.weighed() || !slices.ContainsFunc(beside[r.claim.MentionID], func(whole reading) bool { return surerOf(whole, r) })
	})))
}

// surerOf: a number of the same account is so much surer to be of everybody that the
// other is set aside.
func surerOf(whole, r reading) bool {
	odds := float64(surer)
	if !partOf(r, whole) {
		odds = farSurer
	}
	return r.claim.Confidence*odds < whole.claim.Confidence
}

// weighed: the reading gives a number or a range of numbers.
func (r reading) weighed() bool { return r.weight == numeric || r.weight == named }

// partOf: the reading may count some of those that the other counts. A single
// person or a sum of single ones may, and those of whom it is told how or where they
// are; a number of several by another voice is a rival else.
func partOf(r, whole reading) bool {
	a, b := r.claim.Innermost(), whole.claim.Innermost()
	return orZero(greater(r.count.Lo, r.count.Anchor)) <= 1 || r.derived || r.ofPatients() || r.origin.ID == whole.origin.ID && (a.Text == b.Text || a.Role == dateline.SpeakerOutlet || b.Role == dateline.SpeakerOutlet)
}

// ofPatients: the count was read from a condition or a hospital, "two are in critical
// condition", which is nobody's number of all.
func (r reading) ofPatients() bool {
	return strings.HasPrefix(r.claim.Rule, "CAS-2/condition") || strings.HasPrefix(r.claim.Rule, "CAS-2/hospital")
}

// outweighed leaves out the numbers of others that a report cites below the least that
// it gives in its own voice: it has weighed them, and says that there were no fewer (§1.7).
func outweighed(readings []reading) []reading {
	least := map[dateline.ID]*int{}
	for _, r := range readings {
		if r.weight == numeric && !r.derived && r.claim.Innermost().Role == dateline.SpeakerOutlet {
			least[r.claim.MentionID] = lesser(least[r.claim.MentionID], r.count.Lo)
		}
	}
	return keep(readings, func(r reading) bool {
		return !r.weighed() || r.claim.Innermost().Role == dateline.SpeakerOutlet || orZero(r.count.Lo) >= orZero(least[r.claim.MentionID])
	})
}

// underFloor leaves out the numbers that are lower than what the same origin gives, in
// the same account, as the least of all: beside "more than 50 were killed" its "15
// civilians and 27 fighters" count some of them (§1.7).
func underFloor(readings []reading) []reading {
	type voice struct{ account, origin dateline.ID }
	floors := map[voice]*int{}
	of := func(r reading) voice { return voice{r.claim.MentionID, r.origin.ID} }
	for _, r := range readings {
		if r.weight == numeric && r.open() && !r.derived {
			floors[of(r)] = greater(floors[of(r)], r.count.Lo)
		}
	}
	return keep(readings, func(r reading) bool {
		return r.weight != numeric || r.open() || floors[of(r)] == nil || orZero(r.top()) >= *floors[of(r)]
	})
}
