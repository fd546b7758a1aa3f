package place

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/resolve/place/table"
)

//go:embed data/settlements.txt
var settlementData string

// layers is the built-in table with rows written by hand behind its own: those of
// data/settlements.txt, and those of the folders that Open is given.
type layers struct {
	*table.Table
	own      []table.Entry
	byName   map[uint64][]ownName
	byKey    map[string]int // key of a row of the file that is read -> row
	byNumber map[uint32]int
	byID     map[uint64][]int
	cells    map[[2]int][]int
}

type ownName struct {
	row       int
	alternate bool
}

func newLayers(t *table.Table) *layers {
	return &layers{Table: t, byName: map[uint64][]ownName{}, byNumber: map[uint32]int{}, byID: map[uint64][]int{}, cells: map[[2]int][]int{}}
}

// Len is the number of rows.
func (l *layers) Len() int { return l.Table.Len() + len(l.own) }

// Entry gives row i.
func (l *layers) Entry(i int) table.Entry {
	if n := i - l.Table.Len(); n >= 0 && n < len(l.own) {
		return l.own[n]
	}
	return l.Table.Entry(i)
}

// ByNumber finds the row whose number is given.
func (l *layers) ByNumber(id uint32) (int, bool) {
	if row, ok := l.byNumber[id]; ok {
		return row, true
	}
	return l.Table.ByNumber(id)
}

// Name calls yield with the rows of a name until it says false.
func (l *layers) Name(h uint64, yield func(row int, alternate bool) bool) {
	for _, n := range l.byName[h] {
		if !yield(n.row, n.alternate) {
			return
		}
	}
	l.Table.Name(h, yield)
}

// HasName says whether any name has hash h.
func (l *layers) HasName(h uint64) bool { return len(l.byName[h]) > 0 || l.Table.HasName(h) }

// ByID calls yield with rows whose id may have hash h.
func (l *layers) ByID(h uint64, yield func(row int) bool) {
	for _, row := range l.byID[h] {
		if !yield(row) {
			return
		}
	}
	l.Table.ByID(h, yield)
}

// Cell calls yield with the rows of the one-degree cell that holds the point.
func (l *layers) Cell(lat, lon int, yield func(row int)) {
	l.Table.Cell(lat, lon, yield)
	for _, row := range l.cells[[2]int{lat, lon}] {
		yield(row)
	}
}

func (l *layers) name(text string, row int, alternate bool) {
	h := table.Hash(table.Fold(text))
	l.byName[h] = append(l.byName[h], ownName{row, alternate})
}

// add puts an entry behind the rows, under its number, its id and its cell.
func (l *layers) add(e table.Entry, id dateline.ID) (row int) {
	row = l.Len()
	l.own = append(l.own, e)
	l.byNumber[e.ID] = row
	h, cell := table.Hash(string(id)), [2]int{floor(e.Lat), floor(e.Lon)}
	l.byID[h], l.cells[cell] = append(l.byID[h], row), append(l.cells[cell], row)
	return row
}

// builtIn adds the settlements and the spellings of the data folder.
func (g *Gazetteer) builtIn() error {
	if err := g.addRows(strings.NewReader(settlementData), false); err != nil {
		return fmt.Errorf("settlements.txt: %w", err)
	}
	for _, f := range rows("spellings.tsv") {
		id, err := strconv.ParseUint(f[0], 10, 31)
		row, ok := g.table.ByNumber(uint32(id))
		if err != nil || !ok {
			return fmt.Errorf("spellings.tsv: no place has the number %q", f[0])
		}
		for _, name := range strings.Split(f[2], "|") {
			g.table.name(name, row, g.besideTown(name, row))
		}
	}
	return nil
}

// besideTown: the row is a division, and a settlement of its country bears the name
// too, which is meant where nothing says otherwise.
func (g *Gazetteer) besideTown(name string, row int) bool {
	e := g.table.Entry(row)
	return g.code(e)[0] == 'A' && slices.ContainsFunc(g.named(table.Hash(table.Fold(name))), func(n namesake) bool {
		return n.code[0] == 'P' && n.entry.Country == e.Country
	})
}
