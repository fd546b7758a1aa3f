// Package place finds the names of places in a report and says which places
// they are (domain §5, PLC-1 … PLC-12).
//
// # How
//
// [Gazetteer.Find] looks up every run of capitalised words in the gazetteer,
// longest first, and adds up evidence for and against its being a place where
// it stands: a preposition, a container ("Paris, Texas"), a kind word ("Kano
// state"), a title, a given name, the name of a newspaper. [Gazetteer.Resolve]
// then scores the entries of that name: size, container, the country and the
// division that the report is about, distance to the places that are already
// sure. Every addition is kept, so that a choice can be shown (PLC-9). Where
// the best two entries are within ten per cent, nothing is chosen.
//
// # Data
//
// The gazetteer is one embedded file that is read in place (package table).
// Word lists and small tables are the text files in data.
package place

import (
	_ "embed"
	"io/fs"
	"math"
	"sort"
	"strconv"
	"strings"
	"sync"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/resolve/place/table"
)

//go:embed data/gazetteer.bin
var gazetteerData string

// Version names the gazetteer data in decisions.
const Version = "gazetteer-2"

// Gazetteer answers questions about places. It is safe for concurrent use.
type Gazetteer struct {
	table     *layers
	codes     []string
	countries []Country
	byAlpha   map[string]int // alpha-2 and alpha-3
	words     *lexicon
	seats     map[string]int // rows of capitals, by realmKey
	seatsOnce sync.Once
}

// Country is one country or territory with an ISO 3166 code (Kosovo: XK).
type Country struct {
	Alpha2, Alpha3 string
	GeonameID      uint32
	Name           string
	Neighbours     []string // alpha-2
	Claimants      []string // alpha-3, of disputed territory (PLC-12)
	Demonyms       []string
}

// Open opens the embedded gazetteer and adds the places of the given folders:
// places.txt, in the format that addOwn tells. It fails with code Invalid where
// such a file cannot be read, and with code Damaged only if the program was
// built with a broken data file.
func Open(own ...fs.FS) (*Gazetteer, error) {
	g, err := open(gazetteerData)
	if err != nil {
		return nil, err
	}
	if err := g.builtIn(); err != nil {
		return nil, dateline.Errorf(dateline.Damaged, "opening the gazetteer: %w", err)
	}
	for _, files := range own {
		if err := g.addOwn(files); err != nil {
			return nil, dateline.Errorf(dateline.Invalid, "places of your own: %w", err)
		}
	}
	return g, nil
}

func open(data string) (*Gazetteer, error) {
	t, err := table.Open(data)
	if err != nil {
		return nil, dateline.Errorf(dateline.Damaged, "opening the gazetteer: %w", err)
	}
	g := &Gazetteer{table: newLayers(t), codes: strings.Split(t.Codes(), "\n"), byAlpha: map[string]int{}}
	for i, line := range strings.Split(strings.TrimSpace(t.Countries()), "\n") {
		f := strings.Split(line, "\t")
		if len(f) < 5 {
			return nil, dateline.Errorf(dateline.Damaged, "opening the gazetteer: country line %d has %d fields", i+1, len(f))
		}
		id, err := strconv.ParseUint(f[2], 10, 32)
		if err != nil {
			return nil, dateline.Errorf(dateline.Damaged, "opening the gazetteer: country line %d: %w", i+1, err)
		}
		g.countries = append(g.countries, Country{Alpha2: f[0], Alpha3: f[1], GeonameID: uint32(id), Name: f[3], Neighbours: strings.Split(f[4], ",")})
		g.byAlpha[f[0]], g.byAlpha[f[1]] = i, i
	}
	g.words = newLexicon(g)
	return g, nil
}

// Len is the number of entries.
func (g *Gazetteer) Len() int { return g.table.Len() }

// Country finds a country by its alpha-2 or alpha-3 code.
func (g *Gazetteer) Country(alpha string) (Country, bool) {
	i, ok := g.byAlpha[alpha]
	if !ok {
		return Country{}, false
	}
	return g.countries[i], true
}

// Named gives the entries that bear the name, whatever its case and
// diacritics, preferred names before alternate ones, then by population.
func (g *Gazetteer) Named(name string) []dateline.Place {
	var places []dateline.Place
	for _, c := range g.named(table.Hash(table.Fold(name))) {
		places = append(places, g.place(c.row))
	}
	return places
}

type namesake struct {
	row       int
	alternate bool
	spelled   bool // it bears the name in another romanisation
	entry     table.Entry
	code      string
}

// maxNamesakes bounds the entries of one name that are scored.
const maxNamesakes = 40

func (g *Gazetteer) named(hash uint64) []namesake {
	var list []namesake
	g.table.Name(hash, func(row int, alternate bool) bool {
		e := g.table.Entry(row)
		list = append(list, namesake{row: row, alternate: alternate, entry: e, code: g.code(e)})
		return true
	})
	sort.SliceStable(list, func(i, j int) bool {
		a, b := list[i], list[j]
		if a.alternate != b.alternate {
			return b.alternate
		}
		return a.entry.Population > b.entry.Population
	})
	return list[:min(len(list), maxNamesakes)]
}

func (g *Gazetteer) code(e table.Entry) string {
	if e.Code < len(g.codes) {
		return g.codes[e.Code]
	}
	return ""
}

// ByGeonameID finds an entry by its GeoNames number.
func (g *Gazetteer) ByGeonameID(id int64) (dateline.Place, bool) {
	if id <= 0 || id >= ownIDs {
		return dateline.Place{}, false
	}
	row, ok := g.table.ByNumber(uint32(id))
	if !ok {
		return dateline.Place{}, false
	}
	return g.place(row), true
}

// ownIDs is the first number of the project's own entries.
const ownIDs = 1 << 31

// PlaceOf finds an entry by its id. Sites are not entries: their ids are
// found in the store, not here.
func (g *Gazetteer) PlaceOf(id dateline.ID) (dateline.Place, bool) {
	found := -1
	g.table.ByID(table.Hash(string(id)), func(row int) bool {
		if g.id(g.table.Entry(row)) == id {
			found = row
		}
		return found < 0
	})
	if found < 0 {
		return dateline.Place{}, false
	}
	return g.place(found), true
}

func (g *Gazetteer) id(e table.Entry) dateline.ID {
	return dateline.NewID(dateline.PrefixPlace, "gazetteer", strconv.Itoa(int(e.ID)))
}

// Nearest gives the populated places around a point, nearest first, at most n
// and none farther than about a hundred kilometres.
func (g *Gazetteer) Nearest(lat, lon float64, n int) []dateline.Place {
	type hit struct {
		row int
		d   float64
	}
	var hits []hit
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			g.table.Cell(floor(lat)+dy, floor(lon)+dx, func(row int) {
				e := g.table.Entry(row)
				if strings.HasPrefix(g.code(e), "P.") {
					hits = append(hits, hit{row, Distance(lat, lon, e.Lat, e.Lon)})
				}
			})
		}
	}
	sort.Slice(hits, func(i, j int) bool {
		if hits[i].d != hits[j].d {
			return hits[i].d < hits[j].d
		}
		return hits[i].row < hits[j].row
	})
	var out []dateline.Place
	for _, h := range hits[:min(n, len(hits))] {
		out = append(out, g.place(h.row))
	}
	return out
}

func floor(v float64) int { return int(math.Floor(v)) }

// Containers gives the divisions and the country that a place lies in, the
// smallest first.
func (g *Gazetteer) Containers(p dateline.Place) []dateline.Place {
	var out []dateline.Place
	for id := p.Parent; id != ""; {
		parent, ok := g.PlaceOf(id)
		if !ok || len(out) > 4 {
			break
		}
		out = append(out, parent)
		id = parent.Parent
	}
	return out
}

func (g *Gazetteer) place(row int) dateline.Place {
	e := g.table.Entry(row)
	code := g.code(e)
	lat, lon, radius := e.Lat, e.Lon, radiusM(e, code)
	p := dateline.Place{
		ID: g.id(e), Name: e.Name, FeatureClass: code[:1], FeatureCode: code[2:], Population: e.Population,
		Lat: &lat, Lon: &lon, RadiusM: &radius, Precision: precisionOf(code),
	}
	if ascii := table.Fold(e.Name); ascii != strings.ToLower(e.Name) {
		p.ASCII = ascii
	}
	if e.ID < ownIDs {
		p.GeonameID = int64(e.ID)
	}
	if e.Country >= 0 {
		c := g.countries[e.Country]
		p.Country, p.Country2, p.Disputed = c.Alpha3, c.Alpha2, c.Claimants
		if row, ok := g.table.ByNumber(c.GeonameID); ok && code != "A.PCLI" {
			p.Parent = g.id(g.table.Entry(row))
		}
	}
	for _, admin := range []struct {
		row  int
		name *string
		code string
	}{{e.Admin1, &p.Admin1, "A.ADM1"}, {e.Admin2, &p.Admin2, "A.ADM2"}} {
		if admin.row >= 0 {
			a := g.table.Entry(admin.row)
			*admin.name, p.Parent = a.Name, g.id(a)
		}
	}
	switch code {
	case "A.ADM1":
		p.Admin1 = e.Name
	case "A.ADM2":
		p.Admin2 = e.Name
	}
	if list, ok := g.words.disputed[p.Country2+"\t"+p.Admin1]; ok {
		p.Disputed = list
	}
	return p
}

func precisionOf(code string) dateline.PlacePrecision {
	switch {
	case code == "A.PCLI":
		return dateline.P6
	case code == "A.ADM1":
		return dateline.P4
	case code == "A.ADM2":
		return dateline.P3
	case strings.HasPrefix(code, "P."):
		return dateline.P1
	case code == "H.SEA" || code == "H.OCN" || code == "H.GULF" || code == "H.STRT" || code == "H.BAY" || code == "H.CHN":
		return dateline.P7
	}
	return dateline.P5
}

// radiusM is how far the place reaches from its centre, roughly: measured for
// divisions and regions, estimated from the population for settlements.
func radiusM(e table.Entry, code string) int {
	if e.RadiusKM > 0 {
		return e.RadiusKM * 1000
	}
	if code == "P.PPLX" {
		return 2000
	}
	return int(math.Round(math.Max(1000, math.Min(25000, 12*math.Sqrt(float64(e.Population))))/500)) * 500
}

// Distance is the great-circle distance of two points in metres.
func Distance(lat1, lon1, lat2, lon2 float64) float64 {
	const earth, rad = 6371008.8, math.Pi / 180
	s1, s2 := math.Sin((lat2-lat1)*rad/2), math.Sin((lon2-lon1)*rad/2)
	return 2 * earth * math.Asin(math.Sqrt(math.Min(1, s1*s1+math.Cos(lat1*rad)*math.Cos(lat2*rad)*s2*s2)))
}
