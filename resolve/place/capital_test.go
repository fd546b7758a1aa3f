package place

import (
	"testing"

	"github.com/opendateline/dateline"
)

// TestCapitalsPLC10: a capital that is told by whose it is, and by nothing else,
// is the city of that day, and inferred.
func TestCapitalsPLC10(t *testing.T) {
	for _, c := range []struct {
		text      string
		published dateline.Day
		want      string // "" for no capital read
	}{
		{"Two bombs exploded in the Afghan capital on Friday.", "2031-05-20", "Kabul"},
		{"In Kenya's capital, gunmen killed two officers.", "2031-05-20", "Nairobi"},
		{"A car bomb exploded in the capital of Somalia.", "2031-05-20", "Mogadishu"},
		{"Shells hit the outskirts of the capital of Borno State in Nigeria.", "2031-05-20", "Maiduguri"},
		{"Rebels in Chad fired rockets at the government's capital.", "2031-05-20", "N'Djamena"},
		{"Gunmen killed two people in the capital. Officials in Abéché, Chad, said so.", "2031-05-20", "N'Djamena"},
		{"A bomb went off in the Nigerian capital.", "1986-10-20", "Lagos"},
		{"A bomb went off in the Nigerian capital.", "2031-05-20", "Abuja"},
		{"A bomb went off in the Kazakh capital.", "1995-01-10", "Almaty"},
		{"Two bombs exploded in the Taliban capital on Friday.", "2031-05-20", "Kabul"},
		{"Two bombs exploded in the Taliban capital on Friday.", "2015-05-20", ""},
		{"Air strikes hit the outskirts of the Houthis' capital on Friday.", "2031-05-20", "Sanaa"},
		{"Shots were fired in Puntland's capital on Friday.", "2031-05-20", "Garoowe"},
		{"Two bombs exploded in the Afghan capital, Kabul, on Friday.", "2031-05-20", ""},
		{"Fighting went on in Nairobi, the Kenyan capital.", "2031-05-20", ""},
		{"Prices fell in the Kenyan capital market.", "2031-05-20", ""},
		{"Gunmen killed two people in the provincial capital. Kenya and Chad sent help.", "2031-05-20", ""},
		{"Gunmen killed two people in the capital. Kenya and Chad sent help to those in Mombasa and Abéché.", "2031-05-20", ""},
	} {
		doc := document(c.text)
		doc.Report.Published = dateline.Published{EDTF: string(c.published), Earliest: c.published, Latest: c.published}
		got, inferred := "", true
		for _, r := range gazetteer(t).Resolve(doc, gazetteer(t).Find(doc)) {
			if r.Expression.Class == ClassCapital && r.Place != nil {
				got, inferred = r.Place.Name, r.Inferred && r.Expression.Locative
			}
		}
		if got != c.want || !inferred {
			t.Errorf("%q of %s: %q, want %q; inferred and locative: %v", c.text, c.published, got, c.want, inferred)
		}
	}
}
