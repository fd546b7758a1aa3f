package place

import (
	"strings"
	"testing"
	"testing/fstest"
)

const ownPlaces = `# two countries, of which one is real
ex | Examplia | A.PCLI | | -40 | 60 | 100 | 500000 | Republic of Examplia | XZ XZX | Examplian
no | Nordmark | A.ADM1 | ex | -40 | 60 | 30 | | Nordmark province | |
ha | Haselwyk | P.PPLA | no | -40.1 | 60.1 | 4 | 8000 | Hasselwick; Haselwijk | |
em | Emdrup Camp | P.PPL | KEN | 0.05 | 40.3 | 3 | 900 | | |
`

func ownGazetteer(t *testing.T, text string) (*Gazetteer, error) {
	t.Helper()
	return Open(fstest.MapFS{"places.txt": {Data: []byte(text)}})
}

func TestOwnPlaces(t *testing.T) {
	g, err := ownGazetteer(t, ownPlaces)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Haselwyk", "Hasselwick", "haselwijk"} {
		found := g.Named(name)
		if len(found) != 1 || found[0].Name != "Haselwyk" || found[0].Country != "XZX" || found[0].Admin1 != "Nordmark" || *found[0].RadiusM != 4000 {
			t.Errorf("%s: %+v", name, found)
			continue
		}
		if again, ok := g.PlaceOf(found[0].ID); !ok || again.ID != found[0].ID {
			t.Errorf("%s is not found by its id", name)
		}
		holders := g.Containers(found[0])
		if len(holders) != 2 || holders[0].Name != "Nordmark" || holders[1].Name != "Examplia" {
			t.Errorf("%s lies in %+v", name, holders)
		}
	}
	if camp := g.Named("Emdrup Camp"); len(camp) != 1 || camp[0].Country != "KEN" {
		t.Errorf("a camp in a real country: %+v", camp)
	}
	if near := g.Nearest(-40, 60, 3); len(near) != 1 || near[0].Name != "Haselwyk" {
		t.Errorf("near it: %+v", near)
	}
	if kabul := g.Named("Kabul"); len(kabul) == 0 {
		t.Error("the built-in places are gone")
	}
}

func TestOwnPlacesThatCannotBeRead(t *testing.T) {
	for text, says := range map[string]string{
		"a | A | town | KEN | 1 | 1":                       "no kind of place",
		"a | A | P.PPL | nowhere | 1 | 1":                  "stands nowhere above",
		"a | A | P.PPL | KEN | north | 1":                  "no coordinate",
		"a | A | P.PPL | KEN | 1 | 1 | wide":               "no whole number",
		"a | A | P.PPL | KEN | 1 | 1\na | B | P.PPL | KEN": "taken",
		"a | A | A.PCLI | | 1 | 1 | | | | KE KEN":          "code KE is taken",
		"a | A | A.PCLI | | 1 | 1 | | | | XZ":              "two and three letters",
	} {
		if _, err := ownGazetteer(t, text); err == nil || !strings.Contains(err.Error(), says) || !strings.Contains(err.Error(), "places.txt") {
			t.Errorf("%q: %v", text, err)
		}
	}
}
