package place

import "testing"

// TestDivisionOfARegion: a region and a division of one name are no close call
// (PLC-9), and what a text puts into either is there, whatever larger town elsewhere
// bears the name.
func TestDivisionOfARegion(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct{ text, expr, name, country, admin1 string }{
		{"Gunmen killed a teacher in Papua, Indonesia, on Monday.", "Papua", "Papua", "IDN", "Papua"},
		{"The army shelled Cabo Delgado, Mozambique, on Monday.", "Cabo Delgado", "Cabo Delgado Province", "MOZ", "Cabo Delgado Province"},
		{"Four fishermen were killed in Palma, Mozambique, on Monday.", "Palma", "Palma", "MOZ", ""},
		{"Four fishermen were killed in the town of Palma in Cabo Delgado, Mozambique, on Monday.", "Palma", "Palma", "MOZ", ""},
		{"Tourists were hurt in Palma, Spain, on Monday.", "Palma", "Palma", "ESP", "Balearic Islands"},
		{"A teacher was killed in Orvane, Papua, Indonesia, on Monday.", "Orvane", "Orvane", "IDN", "Papua"},
	} {
		doc := document(c.text)
		found := false
		for _, r := range g.Resolve(doc, g.Find(doc)) {
			if r.Expression.Text != c.expr {
				continue
			}
			found = true
			switch {
			case r.Place == nil:
				t.Errorf("%s: %s is not resolved: %v", c.text, c.expr, r.Candidates)
			case r.Place.Name != c.name || r.Place.Country != c.country || c.admin1 != "" && r.Place.Admin1 != c.admin1:
				t.Errorf("%s: %s is %s, %s, %s", c.text, c.expr, r.Place.Name, r.Place.Admin1, r.Place.Country)
			}
		}
		if !found {
			t.Errorf("%s: %s is not found", c.text, c.expr)
		}
	}
}
