package demo

import (
	"os"
	"strconv"
	"strings"
	"testing"
)

// incident is one happening that the reports were written to tell of. low, best
// and high are the number killed that the reports warrant, attackers counted
// where reports count them; nil where none gives a number.
type incident struct {
	key             string
	date            string // EDTF; "" if no report lets a reader find it
	place           string // name; "" if no report names a place
	admin1          string
	kind            string
	low, best, high *int
	told            []told
}

// told is one passage by which a report tells of an incident.
type told struct{ report, passage string }

// other is a passage that tells of something that is no incident: a threat, a
// plot, an aggregate, a forecast, or a text that only looks like violence.
type other struct{ kind, report, passage string }

// table reads a tab-separated file of testdata: every line has the given number
// of cells.
func table(t *testing.T, name string, cells int) [][]string {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for i, line := range strings.Split(string(b), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		r := strings.Split(line, "\t")
		if len(r) != cells {
			t.Fatalf("line %d of %s has %d cells, not %d", i+1, name, len(r), cells)
		}
		for k := range r {
			r[k] = strings.TrimPrefix(r[k], "-")
		}
		rows = append(rows, r)
	}
	return rows
}

func number(t *testing.T, s string) *int {
	if s == "" {
		return nil
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatalf("%q is no number", s)
	}
	return &n
}

// truth lists the incidents by date, those without one last.
func truth(t *testing.T) []incident {
	tellings := map[string][]told{}
	for _, r := range table(t, "told.tsv", 3) {
		tellings[r[0]] = append(tellings[r[0]], told{r[1], r[2]})
	}
	var list []incident
	for _, r := range table(t, "incidents.tsv", 10) {
		in := incident{key: r[0], date: r[1], place: r[2], admin1: r[3], kind: r[4], told: tellings[r[0]],
			low: number(t, r[5]), best: number(t, r[6]), high: number(t, r[7])}
		delete(tellings, r[0])
		list = append(list, in)
	}
	for key := range tellings {
		t.Errorf("told.tsv knows an incident %q", key)
	}
	return list
}

func others(t *testing.T) []other {
	var list []other
	for _, r := range table(t, "other.tsv", 3) {
		list = append(list, other{r[0], r[1], r[2]})
	}
	return list
}
