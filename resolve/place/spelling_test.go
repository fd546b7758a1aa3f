package place

import (
	"testing"

	"github.com/opendateline/dateline"
)

// TestSpelling: an Arabic name is found in whatever romanisation, but only in a
// country that the report names (ACT-7); a region that is a division has its name.
func TestSpelling(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct{ why, text, name, want string }{
		{"another vowel", "Four were killed in Bani Suhaila, in the south of the Gaza Strip.", "Bani Suhaila", "Banī Suhaylā, Gaza Strip"},
		{"without the article", "Nine were killed in Deir Balah, Gaza Strip.", "Deir Balah", "Dayr al Balaḩ, Gaza Strip"},
		{"the article of the letter", "Two men were killed in Ash-Shajara, Syria.", "Ash-Shajara", "Ash Shajarah, Daraa"},
		{"no country named that has it", "Two men were killed in Bani Suhaila.", "Bani Suhaila", ""},
		{"a region that is a division", "Nine were killed in the Gaza Strip.", "Gaza Strip", "Gaza, Gaza Strip"},
		{"part of a division", "A man was shot in northern Virginia.", "Virginia", "Virginia, Virginia"},
		{"part of a country", "A man was shot in northern Mali.", "Mali", "Mali, "},
	} {
		if got := placed(g, c.text, c.name); got != c.want {
			t.Errorf("%s: %s is %q, want %q", c.why, c.name, got, c.want)
		}
	}
}

// placed is the name and the division of the place that a name of a text means, ""
// if none is chosen.
func placed(g *Gazetteer, text, name string) string {
	doc := document(text)
	for _, x := range g.Resolve(doc, g.Find(doc)) {
		if ref := g.Ref(x, dateline.PlaceSite); x.Expression.Text == name && x.Place != nil {
			return ref.Name + ", " + ref.Admin1
		}
	}
	return ""
}

// TestFamilies: the name of a family is no place, unless a large town bears it.
func TestFamilies(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct{ text, name, want string }{
		{"A strike on the Halawa family home killed nine in Baghdad.", "Halawa", ""},
		{"Members of the Safi and Baraka families were killed in Baghdad.", "Safi", ""},
		{"The shot hit the home of the Chicago family on Monday.", "Chicago", "Chicago, Illinois"},
	} {
		if got := placed(g, c.text, c.name); got != c.want {
			t.Errorf("%s: %s is %q, want %q", c.text, c.name, got, c.want)
		}
	}
}

// TestPossessiveName: the 's of a name stands apart as a word of its own.
func TestPossessiveName(t *testing.T) {
	g := gazetteer(t)
	doc := &dateline.Document{Report: &dateline.Report{Text: "Police in Lee’s Summit, Missouri"}}
	s := dateline.Sentence{End: len(doc.Report.Text)}
	for _, at := range [][2]int{{0, 6}, {7, 9}, {10, 13}, {13, 17}, {18, 24}, {24, 25}, {26, 34}} {
		s.Tokens = append(s.Tokens, dateline.Token{Start: at[0], End: at[1], Text: doc.Report.Text[at[0]:at[1]], Head: -1})
	}
	doc.Sentences = []dateline.Sentence{s}
	if list := g.Find(doc); len(list) != 2 || list[0].Text != "Lee’s Summit" {
		t.Errorf("found %+v, want Lee’s Summit and Missouri", list)
	}
}
