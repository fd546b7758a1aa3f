package reconcile

import (
	"testing"

	"github.com/opendateline/dateline"
)

// TestTitle reads titles as a person would (TAX-6): nothing that the record does
// not hold, and no word that says nothing.
func TestTitle(t *testing.T) {
	day := dateline.Date{EDTF: "2024-03-12", Earliest: "2024-03-12", Latest: "2024-03-12", Precision: dateline.D1}
	town := &dateline.PlaceRef{Name: "Marvesk", Admin1: "Harvashan", Precision: dateline.P1}
	for _, row := range []struct {
		target dateline.Target
		place  *dateline.PlaceRef
		date   dateline.Date
		want   string
	}{
		{dateline.Target{Specific: "victims"}, town, day, "Attack in Marvesk, 12 March 2024"},
		{dateline.Target{Specific: "wife"}, town, day, "Attack on a woman, Marvesk, 12 March 2024"},
		{dateline.Target{Specific: "bus"}, town, day, "Attack on a bus, Marvesk, 12 March 2024"},
		{dateline.Target{Specific: "police officers"}, town, day, "Attack on police officers, Marvesk, 12 March 2024"},
		{dateline.Target{}, &dateline.PlaceRef{Name: "military base", Admin1: "Harvashan", Precision: dateline.P0}, day, "Attack in Harvashan, 12 March 2024"},
		{dateline.Target{}, &dateline.PlaceRef{Name: "Sirvaz Bazaar", Precision: dateline.P0}, day, "Attack at Sirvaz Bazaar, 12 March 2024"},
		{dateline.Target{}, town,
			dateline.Date{EDTF: "../2024-05-01", Latest: "2024-05-01", Precision: dateline.D6, Basis: dateline.BasisWindow}, "Attack in Marvesk, date not known"},
	} {
		inc := &dateline.Incident{Type: dateline.TypeAttack, Facets: dateline.Facets{Act: dateline.Attack}}
		inc.Place.Ref, inc.Date.Date = row.place, row.date
		if row.target.Specific != "" {
			inc.Targets = []dateline.FactTarget{{Target: row.target}}
		}
		if got := title(inc); got != row.want {
			t.Errorf("%q, want %q", got, row.want)
		}
	}
}
