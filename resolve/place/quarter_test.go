package place

import (
	"testing"

	"github.com/opendateline/dateline"
)

func TestQuarter(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct{ text, name, city, place string }{
		{"Three men were hurt in Logan Square, Chicago, on Friday.", "Logan Square", "Chicago", "Logan Square"},
		{"Three men were hurt in the Kensington section of Brooklyn, New York.", "Kensington", "Brooklyn", "Kensington"},
		{"In Chicago, Illinois, three men were hurt in the Austin neighborhood.", "Austin", "Chicago", "Austin"}, // not the city in Texas
		{"In Chicago, Illinois, three men were hurt in the Memphis neighborhood.", "Memphis", "", "Memphis"},     // nor that in Tennessee
		{"Three men were hurt in an Austin neighborhood, Texas police said.", "Austin", "Austin", "Austin"},
		{"Three men were hurt in Evanston, Illinois.", "Evanston", "Evanston", "Evanston"}, // a suburb is a town
		{"Three men were hurt in Bushwick, New York.", "Bushwick", "Brooklyn", "Bushwick"}, // the county is that one city
		{"A patrol was hit in Sitio Tesk Orvanule, Barangay Kalmeule, Patikul, Sulu.", "Tesk Orvanule", "Patikul", "Tesk Orvanule"},
		{"A man was shot in West Philadelphia on Sunday.", "West Philadelphia", "Philadelphia", "Philadelphia"},
		{"A boy was shot in the Cherry Hill neighborhood of South Baltimore, Maryland.", "Cherry Hill", "Baltimore", "Cherry Hill"}, // not that in New Jersey
		{"Three rebels died in a clash in Barangay Orvanul-an, Placer, Masbate.", "Orvanul-an", "Placer", "Orvanul-an"},
		{"DIGOS CITY – A councilman was shot dead in Barangay Orvanule 3 here on Monday night.", "Orvanule", "Digos", "Orvanule"},
		{"A van came under fire in the Orvanule area of Kajuru in Kaduna State.", "Orvanule", "Kajuru", "Orvanule"},
		{"A teacher was killed in the vereda Orvanule, rural area of Tumaco, Colombia.", "Orvanule", "Tumaco", "Orvanule"},
		{"Three men were hurt in Brooklyn, New York.", "Brooklyn", "Brooklyn", "Brooklyn"},
	} {
		doc := document(c.text)
		ref, found := dateline.PlaceRef{}, false
		exprs := g.Find(doc)
		for i, r := range g.Resolve(doc, exprs) {
			if exprs[i].Text == c.name {
				ref, found = g.Ref(r, dateline.PlaceSite), true
			}
		}
		if !found || ref.City != c.city || ref.Name != c.place || (ref.Place == "") != (c.city == "") {
			t.Errorf("%s\n%s is %q in %q (found %v, known %v); want it in %q", c.text, c.name, ref.Name, ref.City, found, ref.Place != "", c.city)
		}
	}
}
