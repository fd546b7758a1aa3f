package place

import "testing"

// TestPostOffices: a hamlet with a post office of its own is a town, once.
func TestPostOffices(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct {
		name, county, state string
	}{
		{"Iaeger", "McDowell County", "West Virginia"},
		{"Trout Run", "Lycoming County", "Pennsylvania"},
		{"Fort Riley", "Geary County", "Kansas"},
		{"Lancaster", "Lancaster County", "Pennsylvania"}, // a settlement that has one too
	} {
		n := 0
		for _, p := range g.Named(c.name) {
			if p.FeatureClass == "P" && p.Country == "USA" && p.Admin1 == c.state && p.Name == c.name {
				n++
				if p.Admin2 != c.county {
					t.Errorf("%s lies in %q, want %q", c.name, p.Admin2, c.county)
				}
			}
		}
		if n != 1 {
			t.Errorf("%s, %s: %d entries", c.name, c.state, n)
		}
	}
}
