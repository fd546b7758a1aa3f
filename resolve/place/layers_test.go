package place

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
)

// TestSpellings: a row of spellings.tsv tells its place by the name that the table has,
// stands once, and gives names that the place does not bear there.
func TestSpellings(t *testing.T) {
	g, err := open(gazetteerData)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, f := range rows("spellings.tsv") {
		id, _ := strconv.ParseInt(f[0], 10, 64)
		p, ok := g.ByGeonameID(id)
		if !ok || f[1] != p.Country2+" "+p.Name || seen[f[0]] {
			t.Errorf("%s is %s %s, not %s, or stands twice", f[0], p.Country2, p.Name, f[1])
		}
		seen[f[0]] = true
		for _, name := range strings.Split(f[2], "|") {
			if slices.ContainsFunc(g.Named(name), func(n dateline.Place) bool { return n.ID == p.ID }) {
				t.Errorf("%s bears the name %s in the table", f[1], name)
			}
		}
	}
}

// TestHandWritten: places that the GeoNames tables lack or spell otherwise.
func TestHandWritten(t *testing.T) {
	g := gazetteer(t)
	for name, in := range map[string]string{"Hodeidah": "YE", "Huwara": "PS", "Kibumba": "CD", "Bulo Burde": "SO", "Pont-Sonde": "HT", "Puncak Jaya": "ID"} {
		found := g.Named(name)
		if len(found) == 0 || found[0].Country2 != in {
			t.Errorf("%s: %+v", name, found)
			continue
		}
		if again, ok := g.PlaceOf(found[0].ID); !ok || again.Name != found[0].Name {
			t.Errorf("%s is not found by its id", name)
		}
	}
}
