package place

import (
	"testing"

	"github.com/opendateline/dateline"
)

// TestOneCity: every division of the table is one of the gazetteer and holds its
// city, and who names it names the city.
func TestOneCity(t *testing.T) {
	g := gazetteer(t)
	for _, f := range rows("onecity.tsv") {
		var division *dateline.Place
		for _, p := range g.Named(f[1]) {
			if p.FeatureCode == "ADM1" && p.Country2 == f[0] && p.Name == f[1] {
				division = &p
			}
		}
		if division == nil {
			t.Errorf("%s has no division %q", f[0], f[1])
			continue
		}
		ref := g.Ref(Resolved{Place: division, Precision: dateline.P4, RadiusM: *division.RadiusM}, dateline.PlaceSite)
		if ref.City != f[2] {
			t.Errorf("%s: city %q, want %q", f[1], ref.City, f[2])
		}
		held := false
		for _, p := range g.Named(f[2]) {
			held = held || p.FeatureClass == "P" && p.Country2 == f[0] && p.Admin1 == division.Admin1
		}
		if !held {
			t.Errorf("%s: no town %q lies in it", f[1], f[2])
		}
	}
}
