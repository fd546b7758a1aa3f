package place

import (
	"testing"

	"github.com/opendateline/dateline"
)

// TestNamesakes: which of several places of a name is meant is told by what else
// the report names, and by what its outlet is named after (PLC-9).
func TestNamesakes(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct {
		why, outlet, text, name string
		want                    string // name, division; "" where nothing is chosen
	}{
		{"the town of the county named", "", "Two men were shot in Paris on Sunday. The Henry County sheriff made an arrest.", "Paris", "Paris, Tennessee"},
		{"a county without a town of the name", "", "Two men were shot in Paris on Sunday. A minister of Edgar spoke.", "Paris", "Paris, Île-de-France"},
		{"a state is not the hamlet of its name", "", "The Ohio Department of Health said so. Deputies of Butler County were called to Hamilton, Ohio.", "Ohio", "Ohio, Ohio"},
		{"a body is no department", "", "The Indiana Department of Natural Resources found two dead outside of Indiana. Hammond, Ind., is near.", "Indiana", "Indiana, Indiana"},
		{"a county in short", "", "A teenager was shot in Burke Co., N.C., on Sunday.", "Burke Co", "Burke County, North Carolina"},
		{"the township beside the town", "kalamazoogazette.com", "A man was shot in Kalamazoo Township. Police of Kalamazoo were called.", "Kalamazoo", "Kalamazoo, Michigan"},
		{"the town that the paper is named after", "richmondregister.com", "A Richmond man was shot in Berea. The Madison County sheriff said so.", "Berea", "Berea, Kentucky"},
	} {
		doc := document(c.text)
		doc.Report.Outlet = c.outlet
		got := ""
		for _, x := range g.Resolve(doc, g.Find(doc)) {
			if x.Expression.Text == c.name && x.Place != nil {
				got = x.Place.Name + ", " + x.Place.Admin1
			}
		}
		if got != c.want {
			t.Errorf("%s: %s is %q, want %q", c.why, c.name, got, c.want)
		}
	}
}

// TestTownsOfTheName: a name that is undecided, or taken for a place elsewhere, is
// offered as the town of that name in the report's own division.
func TestTownsOfTheName(t *testing.T) {
	g := gazetteer(t)
	doc := document("A man was shot in Berlin on Sunday.")
	doc.Report.Outlet = "wfsb.com" // of Connecticut
	_, setting := g.ResolveAll(doc, g.FindAll(doc))
	for _, x := range append(setting.Undecided, setting.Namesakes...) {
		if ref := g.Ref(x, dateline.PlaceSite); ref.City == "Berlin" && ref.Admin1 == "Connecticut" {
			return
		}
	}
	t.Errorf("Berlin, Connecticut, is not offered: %+v", setting)
}
