package place

import (
	"slices"
	"testing"

	"github.com/opendateline/dateline"
)

// TestDoubtful: names that are no places by themselves, but may be a town of the
// division that the outlet reports from or the report names most.
func TestDoubtful(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct {
		name, text, outlet string
		want               []string // name, division
	}{
		{"a common word, a town of the outlet's state", "Garner Teen Dies After Shooting.", "wral.com", []string{"Garner, North Carolina"}},
		{"none of that name in the outlet's state", "Garner Teen Dies After Shooting.", "seattletimes.com", nil},
		{"the state stands in the text", "A Forest man was shot on Sunday. Police in Mississippi made an arrest.", "", []string{"Forest, Mississippi"}},
		{"nothing says which state", "A Forest man was shot on Sunday.", "", nil},
		{"a name that is a place is not doubtful", "A man was shot in Jackson, Mississippi, on Sunday.", "", nil},
	} {
		doc := document(c.text)
		doc.Report.Outlet = c.outlet
		_, setting := g.ResolveAll(doc, g.FindAll(doc))
		var got []string
		for _, x := range setting.Doubtful {
			ref := g.Ref(x, dateline.PlaceSite)
			got = append(got, ref.Name+", "+ref.Admin1)
			if ref.Span.Of(c.text) != x.Expression.Text {
				t.Errorf("%s: span %v of %q", c.name, ref.Span, x.Expression.Text)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestNoPlace: words that some place bears as a name and that name none here.
func TestNoPlace(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct {
		why, text, name string
		want            bool
	}{
		{"a rifle", "The man fired an AR-15 at the house.", "AR", false},
		{"a body", "The VA said on Monday that the man was ill.", "VA", false},
		{"behind the town", "Two were shot in Norfolk, VA on Monday.", "VA", true},
		{"alone where it is no word", "Two were shot in NJ on Monday.", "NJ", true},
		{"a part of the town", "Two were shot on Chicago's South Side on Monday.", "South Side", false},
		{"a region, not a side", "Two were shot in the West Bank on Monday.", "West Bank", true},
	} {
		found := false
		for _, e := range g.Find(document(c.text)) {
			found = found || e.Text == c.name
		}
		if found != c.want {
			t.Errorf("%s: %q is found as a place: %v, want %v", c.why, c.name, found, c.want)
		}
	}
}
