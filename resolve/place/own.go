package place

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"strings"

	"github.com/opendateline/dateline/resolve/place/table"
)

// addOwn reads places.txt of a folder, if it has one. One row is one place, cut
// at its bars, and one that holds others stands before them:
//
//	key | name | kind | in | lat | lon | radius km | population | other names | codes | adjectives
//
// kind is a GeoNames class and code ("P.PPL", "A.ADM1"); "in" is the key of a
// row above, a country's code or a GeoNames number. A country (A.PCLI) has its
// two codes of two and three letters and the adjectives of its people. Lists
// are parted by semicolons.
//
// outlets.tsv, if it is there, says where outlets report from; its columns are
// those of the built-in table.
func (g *Gazetteer) addOwn(files fs.FS) error {
	outlets, err := fs.ReadFile(files, "outlets.tsv")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := g.words.addBeats(fields(string(outlets))); err != nil {
		return err
	}
	f, err := files.Open("places.txt")
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	if err := g.addRows(f, true); err != nil {
		return fmt.Errorf("places.txt: %w", err)
	}
	return nil
}

// addRows reads the rows of one file; alternate says whether their other names count
// less than the first.
func (g *Gazetteer) addRows(text io.Reader, alternate bool) error {
	g.table.byKey = map[string]int{}
	lines := bufio.NewScanner(text)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		if err := g.addRow(ownRow(strings.Split(line, "|")), alternate); err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
	}
	return lines.Err()
}

// ownRow is one row of places.txt.
type ownRow []string

func (r ownRow) cell(i int) string {
	if i < len(r) {
		return strings.TrimSpace(r[i])
	}
	return ""
}

func (r ownRow) list(i int) []string {
	var out []string
	for _, s := range strings.Split(r.cell(i), ";") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

func (g *Gazetteer) addRow(r ownRow, alternate bool) error {
	e, err := g.ownEntry(r)
	if err != nil {
		return err
	}
	if r.cell(2) == "A.PCLI" {
		if err := g.addCountry(r, &e); err != nil {
			return err
		}
	}
	row := g.table.add(e, g.id(e))
	g.table.byKey[r.cell(0)] = row
	g.table.name(e.Name, row, false)
	for _, name := range r.list(8) {
		g.table.name(name, row, alternate)
	}
	return nil
}

func (g *Gazetteer) ownEntry(r ownRow) (table.Entry, error) {
	e := table.Entry{ID: ownIDs | uint32(table.Hash("own "+r.cell(0))>>33), Name: r.cell(1), Country: -1, Admin1: -1, Admin2: -1}
	if _, twice := g.table.byKey[r.cell(0)]; twice || r.cell(0) == "" || e.Name == "" {
		return e, fmt.Errorf("the key %q is empty or taken, or the name is missing", r.cell(0))
	}
	code := r.cell(2)
	if len(code) < 3 || code[1] != '.' {
		return e, fmt.Errorf("%q is no kind of place; a town is P.PPL, a province A.ADM1", code)
	}
	e.Code = g.codeOf(code)
	for i, to := range []*float64{&e.Lat, &e.Lon} {
		v, err := strconv.ParseFloat(r.cell(4+i), 64)
		if err != nil {
			return e, fmt.Errorf("%q is no coordinate", r.cell(4+i))
		}
		*to = v
	}
	for i, to := range []*int{&e.RadiusKM, &e.Population} {
		if r.cell(6+i) == "" {
			continue
		}
		v, err := strconv.Atoi(r.cell(6 + i))
		if err != nil || v < 0 {
			return e, fmt.Errorf("%q is no whole number", r.cell(6+i))
		}
		*to = v
	}
	return e, g.put(&e, r.cell(3))
}

// put places an entry in what holds it.
func (g *Gazetteer) put(e *table.Entry, in string) error {
	if in == "" {
		return nil
	}
	row, ok := g.table.byKey[in]
	if c, country := g.Country(in); country {
		row, ok = g.table.ByNumber(c.GeonameID)
	} else if id, err := strconv.ParseUint(in, 10, 31); err == nil && !ok {
		row, ok = g.table.ByNumber(uint32(id))
	}
	if !ok {
		return fmt.Errorf("%q, which should hold it, stands nowhere above and is no code of a country", in)
	}
	holder := g.table.Entry(row)
	e.Country, e.Admin1, e.Admin2 = holder.Country, holder.Admin1, holder.Admin2
	switch g.code(holder) {
	case "A.ADM1":
		e.Admin1 = row
	case "A.ADM2":
		e.Admin2 = row
	}
	return nil
}

func (g *Gazetteer) addCountry(r ownRow, e *table.Entry) error {
	codes := strings.Fields(r.cell(9))
	if len(codes) != 2 || len(codes[0]) != 2 || len(codes[1]) != 3 {
		return fmt.Errorf("a country has its codes of two and three letters, not %q", r.cell(9))
	}
	for _, code := range codes {
		if _, taken := g.byAlpha[code]; taken {
			return fmt.Errorf("the code %s is taken", code)
		}
		g.byAlpha[code] = len(g.countries)
	}
	e.Country = len(g.countries)
	g.countries = append(g.countries, Country{Alpha2: codes[0], Alpha3: codes[1], GeonameID: e.ID, Name: e.Name, Demonyms: r.list(10)})
	g.words.addDemonyms(codes[0], r.list(10))
	return nil
}

// codeOf gives the number of a class and code, a new one if it has none yet.
func (g *Gazetteer) codeOf(code string) int {
	for i, known := range g.codes {
		if known == code {
			return i
		}
	}
	g.codes = append(g.codes, code)
	return len(g.codes) - 1
}
