package reconcile

import (
	"cmp"

	"github.com/opendateline/dateline"
)

// tally counts the origins behind some claims, apart by kind (IND-5, IND-6).
type tally struct{ known, unknown, interested int }

func count(voices []*voice) tally {
	var t tally
	seen := map[dateline.ID]bool{}
	for _, v := range voices {
		if seen[v.origin.ID] {
			continue
		}
		seen[v.origin.ID] = true
		switch {
		case v.interested:
			t.interested++
		case v.origin.Kind == dateline.UnknownSecondary:
			t.unknown++
		default:
			t.known++
		}
	}
	return t
}

// origins is the interval of independent origins (IND-5): without those of
// unknown kind at least, with them at most, and never none where somebody
// speaks.
func origins(voices []*voice) (atLeast, atMost int) {
	if len(voices) == 0 {
		return 0, 0
	}
	t := count(voices)
	return max(1, t.known), max(1, t.known+t.unknown)
}

func (d *docket) independence() dateline.Independence {
	t := count(d.voices)
	ind := dateline.Independence{Reports: len(d.reportIDs()), Interested: t.interested, UnknownSecondary: t.unknown}
	ind.OriginsMin, ind.OriginsMax = origins(d.voices)
	outlets, families := map[string]bool{}, map[dateline.ID]bool{}
	for _, id := range d.reportIDs() {
		r := d.in.Reports[id]
		outlet, family := "", id
		if r != nil {
			outlet, family = r.OutletKey(), cmp.Or(r.Family, id)
		}
		families[family] = true
		if outlet == "" {
			ind.OutletsUnknown++
			continue
		}
		outlets[outlet] = true
	}
	ind.Outlets, ind.Families = len(outlets), len(families)
	return ind
}
