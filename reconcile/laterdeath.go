package reconcile

import (
	"strconv"

	"github.com/opendateline/dateline"
)

// toll is how many one report counts as dead and as hurt, the most of each.
type toll struct{ killed, wounded int }

// laterDeaths takes those out of the number of the wounded who may have died
// since (CAS-12, across reports): the reports that count all the dead know of
// nobody hurt, and no other report counts more hurt than it lacks dead. Who was
// hurt in the one is then dead in the other. The highest number stays.
func (d *docket) laterDeaths(wounded []dateline.Figure, killed *dateline.Figure) {
	if !d.Rules.laterDeaths || killed == nil || killed.Best == nil || !d.diedSince(*killed.Best) {
		return
	}
	for i := range wounded {
		d.Rules.died(&wounded[i], killed.BestClaims)
	}
}

func (r Rules) died(f *dateline.Figure, dead []dateline.ID) {
	if f.Low == nil || *f.Low == 0 && orZero(f.Best) == 0 {
		return
	}
	if f.Best != nil {
		f.Explanation = "Best 0: the " + strconv.Itoa(*f.Best) + " counted as hurt may be among the dead of reports that know of nobody hurt."
		f.Best, f.BestClaims = ptr(0), union(f.BestClaims, dead)
	}
	f.Low, f.LowClaims = ptr(0), union(f.LowClaims, dead)
	f.Status, f.Rule, f.Approximate, f.Vague = dateline.FigureDerived, r.Name+"/CAS-12@"+r.Version, false, false
}

// diedSince: somebody counts all the dead, nobody who does counts a wounded
// person, and whoever counts wounded lacks as many dead.
func (d *docket) diedSince(dead int) bool {
	full := false
	for _, t := range d.tolls() {
		switch {
		case t.killed >= dead && t.wounded > 0, t.wounded > dead-t.killed:
			return false
		case t.killed >= dead:
			full = true
		}
	}
	return full
}

// tolls reads, by report, the most that it counts of each measure, older
// counts of an origin too.
func (d *docket) tolls() map[dateline.ID]toll {
	out := map[dateline.ID]toll{}
	for _, m := range []dateline.Measure{dateline.Killed, dateline.Wounded} {
		for _, v := range d.byAttr[dateline.Attribute(m)] {
			n := v.claim.Value.Count
			if n == nil || v.claim.Modality == dateline.Denied || v.claim.Status == dateline.Withdrawn {
				continue
			}
			t, said := out[v.claim.ReportID], orZero(greater(n.Lo, greater(n.Anchor, n.Hi)))
			if m == dateline.Killed {
				t.killed = max(t.killed, said)
			} else {
				t.wounded = max(t.wounded, said)
			}
			out[v.claim.ReportID] = t
		}
	}
	return out
}
