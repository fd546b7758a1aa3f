package velmara

import (
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// row is one line of a table; the first cell that could not be read is kept in
// the table it belongs to.
type row struct {
	cells []string
	table *table
}

type table struct {
	name string
	rows []row
	bad  error
}

// open reads a tab-separated file of data/. Empty lines and those that begin
// with "#" are passed over; every other one has the given number of cells.
func open(name string, cells int) *table {
	t := &table{name: name}
	b, err := files.ReadFile("data/" + name)
	if err != nil {
		t.bad = dateline.Errorf(dateline.Damaged, "reading %s: %w", name, err)
		return t
	}
	for i, line := range strings.Split(string(b), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		r := row{strings.Split(line, "\t"), t}
		if len(r.cells) != cells {
			t.fail("line %d has %d cells, not %d", i+1, len(r.cells), cells)
			return t
		}
		t.rows = append(t.rows, r)
	}
	return t
}

func (t *table) fail(format string, args ...any) {
	if t.bad == nil {
		t.bad = dateline.Errorf(dateline.Damaged, t.name+": "+format, args...)
	}
}

// list reads names separated by semicolons.
func (r row) list(i int) []string {
	if r.cells[i] == "" {
		return nil
	}
	return strings.Split(r.cells[i], "; ")
}

// number reads a whole number; an empty cell or "-" is unknown.
func (r row) number(i int) *int {
	if r.cells[i] == "" || r.cells[i] == "-" {
		return nil
	}
	n, err := strconv.Atoi(r.cells[i])
	if err != nil {
		r.table.fail("%q is no number", r.cells[i])
		return nil
	}
	return &n
}

// degrees reads a coordinate.
func (r row) degrees(i int) *float64 {
	f, err := strconv.ParseFloat(r.cells[i], 64)
	if err != nil {
		r.table.fail("%q is no coordinate", r.cells[i])
		return nil
	}
	return &f
}
