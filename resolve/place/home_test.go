package place

import (
	"slices"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
)

func TestHost(t *testing.T) {
	for _, c := range []struct{ outlet, url, want string }{
		{"www.marveskpost.com", "", "marveskpost.com"},
		{"Marvesk Post", "https://m.marveskpost.com/a", "marveskpost.com"},
		{"", "http://web.archive.org/web/20160713033953/http://news.marvesk.com:80/2016/a", "news.marvesk.com"},
		{"Marvesk Post", "", ""},
		{"", "::", ""},
	} {
		if got := Host(c.outlet, c.url); got != c.want {
			t.Errorf("Host(%q, %q) = %q, want %q", c.outlet, c.url, got, c.want)
		}
	}
}

func TestHomeOf(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct{ outlet, url, title, basis, country, town string }{
		{"macon.com", "", "", "outlet", "US", "Macon"},
		{"", "http://www.macon.com/news", "", "outlet", "US", "Macon"},
		{"", "", "Two hurt in crash - Channel 5 - Memphis, Tennessee", "title", "US", "Memphis"},
		{"", "", "Two hurt in crash in Memphis, Tennessee", "", "", ""},
		{"The Leeds Courier", "", "", "name", "GB", "Leeds"},
		{"", "https://peshawarherald.com.pk/1", "", "name", "PK", "Peshawar"},
		{"", "https://example.ng/1", "", "domain", "NG", ""},
		{"", "https://example.tv/1", "", "", "", ""},
		{"The Observer", "", "", "", "", ""},
	} {
		h := g.homeOf(&dateline.Report{Outlet: c.outlet, URL: c.url, Title: c.title})
		country, town := "", ""
		if h.country >= 0 {
			country = g.countries[h.country].Alpha2
		}
		if h.town >= 0 {
			town = g.table.Entry(h.town).Name
		}
		if h.Basis != c.basis || country != c.country || town != c.town {
			t.Errorf("%q %q %q: %s, %s, %s; want %s, %s, %s", c.outlet, c.url, c.title, h.Basis, country, town, c.basis, c.country, c.town)
		}
	}
}

// TestOutletChooses: the same words mean the place near the outlet, and the
// candidate says so.
func TestOutletChooses(t *testing.T) {
	g := gazetteer(t)
	for outlet, state := range map[string]string{"macon.com": "Georgia", "montgomeryadvertiser.com": "Alabama"} {
		doc := document("A man was shot in Bibb County on Sunday, deputies said.")
		doc.Report.Outlet = outlet
		for _, r := range g.Resolve(doc, g.Find(doc)) {
			if r.Expression.Text != "Bibb County" {
				continue
			}
			if r.Place == nil || r.Place.Admin1 != state {
				t.Errorf("Bibb County in %s: %+v, want %s", outlet, r.Place, state)
			}
			said := false
			for _, p := range r.Candidates[0].Parts {
				said = said || p.What == "division of the outlet"
			}
			if !said {
				t.Errorf("the choice does not name the outlet: %+v", r.Candidates[0].Parts)
			}
		}
	}
}

// TestOutletBehindTitle: the town that an outlet calls itself after behind its title
// is no place of the report.
func TestOutletBehindTitle(t *testing.T) {
	g := gazetteer(t)
	for text, want := range map[string]bool{
		"Two held in Cochran after shooting | The Macon Courier\n\nA man was hurt.": false,
		"Two held in Macon after shooting | The Courier\n\nA man was hurt.":         true,
	} {
		doc := document(text)
		title, _, _ := strings.Cut(text, "\n")
		doc.Report.Outlet, doc.Report.TitleSpan = "macon.com", &dateline.Span{End: len(title)}
		found := slices.ContainsFunc(g.Find(doc), func(e dateline.Expression) bool { return e.Text == "Macon" })
		if found != want {
			t.Errorf("%q: Macon found %v, want %v", text, found, want)
		}
	}
}
