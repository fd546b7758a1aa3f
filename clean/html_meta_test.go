package clean

import "testing"

// TestPageTitle: the heading that says what the page declares itself to be, not a
// section of the site; never the outlet's own words.
func TestPageTitle(t *testing.T) {
	for _, row := range []struct{ name, html, want string }{
		{"heading of the article", `<title>Nine killed at market | Coast Radio</title><h1>Nine killed at market</h1>`, "Nine killed at market"},
		{"a section stands first", `<title>Nine killed at market | Coast Radio</title><h1>World</h1><h1>Nine killed at the market</h1>`, "Nine killed at the market"},
		{"the outlet's name stands first", `<title>Nine killed at market - Coast Radio</title><h1>Coast Radio</h1>`, "Nine killed at market"},
		{"declared for sharing", `<meta property="og:title" content="Bus attacked near Sirvaz"><title>Coast Radio</title><h1>Latest</h1>`, "Bus attacked near Sirvaz"},
		{"heading said in other words than when shared", `<meta property="og:title" content="Bus attacked near Sirvaz, police say"><h1>Bus attacked near Sirvaz</h1>`, "Bus attacked near Sirvaz"},
		{"nothing but a heading", `<h1>World</h1>`, "World"},
		{"nothing", `<p>Police said.</p>`, ""},
	} {
		p, err := readPage(row.html)
		if err != nil {
			t.Fatal(err)
		}
		if p.meta.title != row.want {
			t.Errorf("%s: %q, want %q", row.name, p.meta.title, row.want)
		}
	}
}
