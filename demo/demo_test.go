package demo

import (
	"bytes"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/clean"
	"github.com/opendateline/dateline/link/family"
	"github.com/opendateline/dateline/resolve/actor"
	"github.com/opendateline/dateline/resolve/place"
)

// must fails the test on an error and gives the value.
func must[T any](t *testing.T) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func all(t *testing.T) []dateline.Raw {
	t.Helper()
	var list []dateline.Raw
	for raw, err := range Reports() {
		list = append(list, must[dateline.Raw](t)(raw, err))
	}
	return list
}

// key is the name of a report in the tables: its file name without ending.
func key(raw dateline.Raw) string {
	base := path.Base(raw.Name)
	return strings.TrimSuffix(base, path.Ext(base))
}

// cells reads a file of own/: its rows, cut at their bars.
func cells(t *testing.T, name string) [][]string {
	t.Helper()
	var rows [][]string
	for _, line := range strings.Split(string(must[[]byte](t)(fs.ReadFile(Own(), name))), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		row := append(strings.Split(line, "|"), make([]string, 12)...)
		for i := range row {
			row[i] = strings.TrimSpace(row[i])
		}
		rows = append(rows, row)
	}
	return rows
}

// names gives the words of some cells, which are lists parted by semicolons.
func names(row []string, which ...int) []string {
	var out []string
	for _, i := range which {
		for _, s := range strings.Split(row[i], ";") {
			if s = strings.TrimSuffix(strings.TrimSpace(s), "*"); s != "" {
				out = append(out, s)
			}
		}
	}
	return out
}

func texts(t *testing.T) map[string]string {
	m := map[string]string{}
	for _, raw := range all(t) {
		m[key(raw)] = string(raw.Bytes)
	}
	return m
}

func TestReportsAreManyAndUnlike(t *testing.T) {
	list := all(t)
	if len(list) < 44 {
		t.Errorf("%d reports", len(list))
	}
	seen := map[string]string{}
	kinds := map[string]int{}
	for _, raw := range list {
		if old, twice := seen[string(raw.Bytes)]; twice || len(raw.Bytes) == 0 {
			t.Errorf("%s is empty or has the text of %s", raw.Name, old)
		}
		seen[string(raw.Bytes)] = raw.Name
		kinds[raw.MediaType]++
		if raw.Outlet == "" {
			kinds["bare"]++
		}
		if raw.ExternalID != "" && raw.ExternalID != key(raw) {
			t.Errorf("%s calls itself %s", raw.Name, raw.ExternalID)
		}
	}
	if kinds["text/html"] < 2 || kinds["bare"] < 4 {
		t.Errorf("kinds of reports: %v", kinds)
	}
}

func TestReportsAreTheSameEveryTime(t *testing.T) {
	a, b := all(t), all(t)
	same := func(x, y dateline.Raw) bool { return x.Name == y.Name && bytes.Equal(x.Bytes, y.Bytes) }
	if !slices.EqualFunc(a, b, same) || !slices.IsSortedFunc(a, func(x, y dateline.Raw) int { return strings.Compare(x.Name, y.Name) }) {
		t.Error("two readings differ")
	}
}

func TestPublishedInTheFirstQuarter(t *testing.T) {
	for _, raw := range all(t) {
		if raw.Published == "" {
			continue
		}
		at := must[time.Time](t)(time.Parse(time.RFC3339, raw.Published))
		if at.Year() != 2024 || at.Month() > 3 {
			t.Errorf("%s is published %s", raw.Name, raw.Published)
		}
	}
}

var address = regexp.MustCompile(`[a-z0-9-]+\.(?:example\.(?:com|net|org)|[a-z]{2,4})\b`)

func TestAddressesAreReserved(t *testing.T) {
	for _, raw := range all(t) {
		for _, host := range address.FindAllString(raw.URL+" "+string(raw.Bytes), -1) {
			if !strings.Contains(host, ".example.") {
				t.Errorf("%s holds the address %s", raw.Name, host)
			}
		}
	}
}

func TestPlacesAreInvented(t *testing.T) {
	real, with := must[*place.Gazetteer](t)(place.Open()), must[*place.Gazetteer](t)(place.Open(Own()))
	for _, row := range cells(t, "places.txt") {
		for _, name := range names(row, 1, 8) {
			if found := real.Named(name); len(found) > 0 {
				t.Errorf("%s is a place in %s", name, found[0].Country)
			}
			if len(with.Named(name)) == 0 {
				t.Errorf("%s is not in the gazetteer", name)
			}
		}
		for _, p := range with.Named(row[1]) {
			if near := real.Nearest(*p.Lat, *p.Lon, 1); len(near) > 0 {
				t.Errorf("%s lies near %s", p.Name, near[0].Name)
			}
		}
	}
}

func TestActorsAreInvented(t *testing.T) {
	real := map[string]bool{}
	for _, a := range must[*actor.Registry](t)(actor.Open()).Actors() {
		real[strings.ToLower(a.Name)] = true
		for _, alias := range a.Aliases {
			real[strings.ToLower(alias.Text)] = true
		}
	}
	for _, row := range append(cells(t, "groups.txt"), cells(t, "states.txt")...) {
		for _, name := range names(row, 0, 2) {
			if len(name) > 3 && real[strings.ToLower(name)] {
				t.Errorf("%s is the name of a real actor", name)
			}
		}
	}
}

func TestSourcesAreInventedAndComplete(t *testing.T) {
	real, with := must[*actor.Registry](t)(actor.Open()), must[*actor.Registry](t)(actor.Open(Own()))
	for _, row := range cells(t, "sources.txt") {
		for _, name := range names(row, 0, 5) {
			if found, ok := real.SourceByName(name); ok {
				t.Errorf("%s is a name of %s", name, found.Name)
			}
		}
		if row[4] != "" && !strings.Contains(row[4], ".example.") {
			t.Errorf("%s has the domain %s", row[0], row[4])
		}
	}
	for _, raw := range all(t) {
		if _, ok := with.SourceByName(raw.Outlet); raw.Outlet != "" && !ok {
			t.Errorf("%s comes from %s, which is no source", raw.Name, raw.Outlet)
		}
	}
}

func TestTruthStandsInTheReports(t *testing.T) {
	text, known := texts(t), map[string]bool{}
	stands := func(what, report, passage string) {
		known[report] = true
		if !strings.Contains(text[report], passage) {
			t.Errorf("%s: %q does not stand in %s", what, passage, report)
		}
	}
	list := truth(t)
	if len(list) < 16 {
		t.Errorf("%d incidents", len(list))
	}
	for _, in := range list {
		if len(in.told) == 0 {
			t.Errorf("nothing tells of %s", in.key)
		}
		if in.low != nil && (*in.low > *in.best || *in.best > *in.high) {
			t.Errorf("killed of %s is not in order", in.key)
		}
		for _, x := range in.told {
			stands(in.key, x.report, x.passage)
		}
	}
	for _, x := range others(t) {
		stands(x.kind, x.report, x.passage)
	}
	for report := range text {
		if !known[report] {
			t.Errorf("%s tells of nothing that the tables know", report)
		}
	}
}

// TestNoPersonIsNamed: inside sentences, capitals belong to the country, its
// bodies, the calendar and the made-up names that armed groups gave a bomber.
func TestNoPersonIsNamed(t *testing.T) {
	known := map[string]bool{}
	allow := func(list ...string) {
		for _, s := range list {
			for _, w := range strings.FieldsFunc(s, notLetter) {
				known[w] = true
			}
		}
	}
	for _, file := range []string{"places.txt", "states.txt", "groups.txt", "sources.txt"} {
		for _, row := range cells(t, file) {
			allow(names(row, 0, 1, 2)...)
		}
	}
	allow("Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March Ostramiri Velmaran Abu Abou Sahm Sahem al Harvashani Sirvazi Marveski Grey Heron")
	inside := regexp.MustCompile(`[\p{L},] (\p{Lu}\p{Ll}+)`)
	for _, raw := range all(t) {
		if raw.MediaType != "text/plain" || raw.Outlet == "" {
			continue
		}
		for _, m := range inside.FindAllStringSubmatch(string(raw.Bytes), -1) {
			if !known[m[1]] && !unicode.IsDigit(rune(m[1][0])) {
				t.Errorf("%s writes %s with a capital", raw.Name, m[1])
			}
		}
	}
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// TestLedgerCopiesTheWire: experience: a copy with a little of its own (IND-2).
func TestLedgerCopiesTheWire(t *testing.T) {
	sign := map[string]*family.Signature{}
	for _, raw := range all(t) {
		report := must[*dateline.Report](t)((&clean.Cleaner{}).Clean(raw))
		sign[key(raw)] = family.Sign(report)
	}
	for _, pair := range [][2]string{{"0312-4-wire", "0312-6-ledger"}, {"0219-1-wire", "0220-1-chronicle"}, {"0219-1-wire", "0220-2-today"}, {"0219-1-wire", "0220-3-gazette"}, {"0219-1-wire", "0221-1-echo"}} {
		if shared := family.Compare(sign[pair[0]], sign[pair[1]]); !family.Same(shared) {
			t.Errorf("%v are no family: %+v", pair, shared)
		} else {
			t.Logf("%v share %.0f %%", pair, 100*shared.Containment)
		}
	}
	for _, pair := range [][2]string{{"0312-4-wire", "0312-5-coast"}, {"0312-4-wire", "0312-3-radio"}, {"0312-4-wire", "0312-7-meridian"}} {
		if shared := family.Compare(sign[pair[0]], sign[pair[1]]); family.Same(shared) {
			t.Errorf("%v are one family: %+v", pair, shared)
		}
	}
}

// TestAccountIsMasked: ETH-10: no number of an account is stored in the clear.
func TestAccountIsMasked(t *testing.T) {
	for _, raw := range all(t) {
		if key(raw) != "0322-1-undated" {
			continue
		}
		report := must[*dateline.Report](t)((&clean.Cleaner{}).Clean(raw))
		if len(report.Masked) == 0 {
			t.Errorf("nothing is masked in %q", report.Text)
		}
	}
}
