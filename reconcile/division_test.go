package reconcile

import (
	"testing"

	"github.com/opendateline/dateline"
)

// TestDivisionOfANearbyPlace: a place "near" a town may lie in another division than the
// town (PLC-3), and is given the one that all other places of its record lie in.
func TestDivisionOfANearbyPlace(t *testing.T) {
	near := func() dateline.Value {
		v := at("Sarnov", "Sarnov", "VLM", dateline.P2)
		v.Place.NotProper = true
		return v
	}
	within := func(division string) dateline.Value {
		return dateline.Value{Place: &dateline.PlaceRef{Name: division, Admin1: division, Country: "VLM", Role: dateline.PlaceSite, Precision: dateline.P4, Inferred: true}}
	}
	for _, c := range []struct {
		name   string
		others []dateline.Value
		want   string
	}{
		{"nothing else is said", nil, ""},
		{"all else lies in one division", []dateline.Value{within("Keldemar"), within("Keldemar")}, "Keldemar"},
		{"or in two", []dateline.Value{within("Keldemar"), within("Ulbaresh")}, ""},
	} {
		d := newDossier()
		d.add("Coast Radio", dateline.OwnReporting, dateline.AttrPlace, near())
		for i, v := range c.others {
			d.add([]string{"Morning Ledger", "Vale News"}[i], dateline.NewspaperStory, dateline.AttrPlace, v)
		}
		inc, _ := reconciled(d)
		if got := inc.Place.Ref; got == nil || got.Admin1 != c.want || got.Precision != dateline.P2 {
			t.Errorf("%s: the place is %+v, want near Sarnov in %q", c.name, got, c.want)
		}
	}
}
