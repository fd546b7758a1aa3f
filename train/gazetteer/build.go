package main

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/resolve/place"
	"github.com/opendateline/dateline/resolve/place/table"
)

// row is an entry while it is built; divisions are known by their codes.
type row struct {
	table.Entry
	country, admin1, admin2 string // alpha-2, "US.TX", "US.TX.123"
	key                     string // own code of a country or division
	code                    string // "P.PPL"
	short                   []string
	alternates              []string
	lats, lons              []float64 // of the members of a division
}

type builder struct {
	rows       []*row
	byCode     map[string]*row
	arabic     map[string]bool // alpha-2 of the countries that write in Arabic letters
	alpha      []string        // alpha-2 in order of the countries section
	countryTSV strings.Builder
}

func newBuilder() *builder { return &builder{byCode: map[string]*row{}, arabic: map[string]bool{}} }

// lines calls f with the tab-separated fields of each line that is not a comment.
func lines(path string, f func(field []string) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	scanner := bufio.NewScanner(file)
	scanner.Buffer(nil, 1<<20)
	for scanner.Scan() {
		if strings.HasPrefix(scanner.Text(), "#") || scanner.Text() == "" {
			continue
		}
		fields := append(strings.Split(scanner.Text(), "\t"), make([]string, 8)...)
		if err := f(fields); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	return scanner.Err()
}

func (b *builder) countries(info, own string) error {
	tables := map[string][]string{}
	if err := lines(own, func(f []string) error { tables[f[0]] = f; return nil }); err != nil {
		return err
	}
	return lines(info, func(f []string) error {
		t, ok := tables[f[0]]
		if f[0] == "ISO" || !ok {
			return nil
		}
		id, err := strconv.ParseUint(f[16], 10, 32)
		if err != nil {
			return err
		}
		area, _ := strconv.ParseFloat(f[6], 64)
		r := &row{country: f[0], code: "A.PCLI", alternates: split(t[3])}
		r.Entry = table.Entry{ID: uint32(id), Name: f[4], Lat: number(t[1]), Lon: number(t[2]), Population: int(number(f[7])), RadiusKM: int(math.Sqrt(area / math.Pi))}
		b.rows = append(b.rows, r)
		b.alpha = append(b.alpha, f[0])
		first, _, _ := strings.Cut(f[15], ",")
		language, _, _ := strings.Cut(first, "-")
		b.arabic[f[0]] = slices.Contains(arabicScript, language)
		fmt.Fprintf(&b.countryTSV, "%s\t%s\t%d\t%s\t%s\n", f[0], f[1], id, f[4], f[17])
		return nil
	})
}

// arabicScript are the languages whose names of places are romanised in many ways.
var arabicScript = []string{"ar", "fa", "ps", "ur"}

func number(s string) float64 {
	v, _ := strconv.ParseFloat(s, 64)
	return v
}

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

func (b *builder) divisions(path, code string) error {
	return lines(path, func(f []string) error {
		id, err := strconv.ParseUint(f[3], 10, 32)
		if err != nil {
			return err
		}
		r := &row{country: f[0][:2], key: f[0], code: "A." + code, alternates: []string{f[2]}}
		if code == "ADM2" {
			r.admin1 = f[0][:strings.LastIndexByte(f[0], '.')]
		}
		r.ID, r.Name = uint32(id), f[1]
		r.alternates = append(r.alternates, bare(f[1]), bare(f[2]))
		b.rows = append(b.rows, r)
		b.byCode[f[0]] = r
		return nil
	})
}

var kinds = map[string]bool{"county": true, "district": true, "province": true, "state": true, "region": true, "governorate": true,
	"oblast": true, "parish": true, "municipality": true, "department": true, "prefecture": true, "raion": true, "division": true,
	"borough": true, "sheng": true, "shi": true, "wilaya": true, "zone": true, "autonomous": true, "republic": true, "city": true,
	"muhafazat": true, "al": true, "mohafazat": true, "ostan": true, "of": true, "the": true, "departement": true, "provincia": true, "departamento": true}

// bare strips the words of kind from the ends of a division's name, so that
// "Al Anbar Governorate" is also found as "Anbar".
func bare(name string) string {
	words := strings.Fields(strings.NewReplacer("’", "", "-", " ").Replace(name))
	for len(words) > 1 && kinds[table.Fold(words[len(words)-1])] {
		words = words[:len(words)-1]
	}
	for len(words) > 1 && kinds[table.Fold(words[0])] {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

func (b *builder) cities(path string) error {
	return lines(path, func(f []string) error {
		id, err := strconv.ParseUint(f[0], 10, 32)
		if err != nil {
			return err
		}
		r := &row{country: f[8], admin1: f[8] + "." + f[10], code: "P." + f[7]}
		r.admin2 = r.admin1 + "." + f[11]
		r.ID, r.Name, r.Population = uint32(id), f[1], int(number(f[14]))
		r.Lat, r.Lon = number(f[4]), number(f[5])
		r.alternates = append(latin(f[3]), f[2])
		b.rows = append(b.rows, r)
		for _, key := range []string{r.admin1, r.admin2} {
			if d := b.byCode[key]; d != nil {
				d.lats, d.lons = append(d.lats, r.Lat), append(d.lons, r.Lon)
				if f[7] != "PPLX" {
					d.Population += r.Population
				}
			}
		}
		return nil
	})
}

// post adds the places of the United States that have a post office of their own
// and no entry yet: hamlets, quarters and bases too small or too near a city for
// the table of settlements. They lie in the middle of their post codes; how many
// live there is not told.
func (b *builder) post(path string) error {
	known, offices := b.settlements("US"), map[string]*row{}
	err := lines(path, func(f []string) error {
		admin1, key := f[0]+"."+f[4], f[4]+" "+table.Fold(f[2])
		if known[key] || b.byCode[admin1] == nil {
			return nil
		}
		r := offices[key]
		if r == nil {
			r = &row{country: f[0], admin1: admin1, admin2: admin1 + "." + f[6], code: "P.PPL"}
			r.ID, r.Name = 1<<31|uint32(table.Hash("post "+key)>>33), f[2]
			offices[key] = r
			b.rows = append(b.rows, r)
		}
		r.lats, r.lons = append(r.lats, number(f[9])), append(r.lons, number(f[10]))
		return nil
	})
	for _, r := range offices {
		r.Lat, r.Lon, _ = centre(r.lats, r.lons)
		r.lats, r.lons = nil, nil
	}
	return err
}

// settlements are the settlements of a country by the code of their division and
// each of their names.
func (b *builder) settlements(country string) map[string]bool {
	known := map[string]bool{}
	for _, r := range b.rows {
		if r.country != country || r.code[0] != 'P' {
			continue
		}
		for _, name := range append(r.alternates, r.Name) {
			known[r.admin1[len(country)+1:]+" "+table.Fold(name)] = true
		}
	}
	return known
}

// latin keeps the alternate names that a text in Latin script could use: a
// capital first, at least four letters.
func latin(list string) []string {
	var keep []string
	for _, name := range strings.Split(list, ",") {
		letters, ok := 0, name != ""
		for i, r := range name {
			ok = ok && (r < 0x250 || (r >= 0x1e00 && r < 0x1f00) || r == '’' || r == '‘' || r == 'ə')
			ok = ok && (i > 0 || unicode.IsUpper(r) || r == '\'' || r == '’')
			if unicode.IsLetter(r) {
				letters++
			}
		}
		if ok && letters >= 4 && len(name) <= 40 {
			keep = append(keep, name)
		}
	}
	return keep
}

// regions adds the project's own places; their numbers start at 1<<31.
func (b *builder) regions(path string) error {
	return lines(path, func(f []string) error {
		r := &row{code: class(f[1]) + "." + f[1], alternates: split(f[6])}
		if one := split(strings.ReplaceAll(f[5], ",", "|")); len(one) == 1 {
			r.country = one[0]
			r.admin1 = b.divisionNamed(one[0], append(split(f[6]), f[0]))
		}
		name := strings.TrimSuffix(f[0], " region")
		r.Entry = table.Entry{ID: 1<<31 | uint32(table.Hash(f[0])>>33), Name: name, Lat: number(f[2]), Lon: number(f[3]), RadiusKM: int(number(f[4]))}
		b.rows = append(b.rows, r)
		return nil
	})
}

// divisionNamed is the code of the first-order division of a country that bears one
// of the names, "" if none does: "the Gaza Strip" is a region and a division.
func (b *builder) divisionNamed(country string, names []string) string {
	for _, r := range b.rows {
		if r.code == "A.ADM1" && r.country == country && slices.ContainsFunc(names, func(n string) bool { return table.Fold(n) == table.Fold(r.Name) }) {
			return r.key
		}
	}
	return ""
}

func class(code string) string {
	switch code {
	case "RGN", "CONT":
		return "L"
	case "MTS", "ISL", "ISLS", "VAL", "PASS", "DSRT":
		return "T"
	}
	return "H"
}

// locate gives divisions their centre: the project's own where it has one,
// else the middle of their settlements.
func (b *builder) locate(path string) error {
	for _, r := range b.rows {
		if len(r.lats) > 0 {
			r.Lat, r.Lon, r.RadiusKM = centre(r.lats, r.lons)
		}
	}
	for _, r := range b.rows {
		if parent := b.byCode[r.admin1]; r.code == "A.ADM2" && len(r.lats) == 0 && parent != nil {
			r.Lat, r.Lon, r.RadiusKM = parent.Lat, parent.Lon, parent.RadiusKM
		}
	}
	return lines(path, func(f []string) error {
		r := b.byCode[f[0]]
		if r == nil {
			return fmt.Errorf("no division %s", f[0])
		}
		r.Lat, r.Lon = number(f[1]), number(f[2])
		r.short = append(r.short, split(f[3])...)
		return nil
	})
}

func centre(lats, lons []float64) (lat, lon float64, radius int) {
	for i := range lats {
		lat += lats[i] / float64(len(lats))
		lon += lons[i] / float64(len(lons))
	}
	far := make([]float64, len(lats))
	for i := range lats {
		far[i] = 111 * math.Hypot(lats[i]-lat, (lons[i]-lon)*math.Cos(lat*math.Pi/180))
	}
	sort.Float64s(far)
	return lat, lon, max(int(far[len(far)*9/10]), 10)
}

func (b *builder) encode() (out []byte, entries, names int) {
	rows := b.located()
	codes, codeOf := b.codes(rows)
	at := map[*row]int{}
	for i, r := range rows {
		at[r] = i
	}
	list := make([]table.Entry, len(rows))
	var byName, byID []table.Pair
	for i, r := range rows {
		r.Code, r.Country = codeOf[r.code], index(b.alpha, r.country)
		r.Admin1, r.Admin2 = b.rowOf(at, r.admin1), b.rowOf(at, r.admin2)
		list[i] = r.Entry
		byName = append(byName, namePairs(r, uint32(i))...)
		if b.arabic[r.country] && r.code != "A.PCLI" {
			byName = append(byName, spellings(r, uint32(i))...)
		}
		id := dateline.NewID(dateline.PrefixPlace, "gazetteer", strconv.Itoa(int(r.ID)))
		byID = append(byID, table.Pair{Hash: table.Hash(string(id)), Value: uint32(i)})
	}
	return table.Encode(list, codes, b.countryTSV.String(), byName, byID), len(rows), len(byName)
}

// located gives the rows that have a position, sorted by id, each id once.
func (b *builder) located() []*row {
	sort.SliceStable(b.rows, func(i, j int) bool { return b.rows[i].ID < b.rows[j].ID })
	var rows []*row
	for _, r := range b.rows {
		if (r.Lat == 0 && r.Lon == 0 && len(r.lats) == 0) || (len(rows) > 0 && rows[len(rows)-1].ID == r.ID) {
			continue
		}
		rows = append(rows, r)
	}
	return rows
}

func (b *builder) codes(rows []*row) (string, map[string]int) {
	seen := map[string]bool{}
	for _, r := range rows {
		seen[r.code] = true
	}
	var list []string
	for c := range seen {
		list = append(list, c)
	}
	sort.Strings(list)
	of := map[string]int{}
	for i, c := range list {
		of[c] = i
	}
	return strings.Join(list, "\n"), of
}

func (b *builder) rowOf(at map[*row]int, key string) int {
	if r := b.byCode[key]; r != nil {
		if i, ok := at[r]; ok {
			return i
		}
	}
	return -1
}

func index(list []string, s string) int {
	for i, v := range list {
		if v == s {
			return i
		}
	}
	return -1
}

func namePairs(r *row, i uint32) []table.Pair {
	own := table.Fold(r.Name)
	pairs := []table.Pair{{Hash: table.Hash(own), Value: i}}
	seen := map[string]bool{own: true, "": true}
	strong := r.code == "A.PCLI" || r.ID>>31 == 1
	add := func(name string, strong bool) {
		name = table.Fold(strings.TrimPrefix(name, "the "))
		if seen[name] || (!strong && len(name) < 3) {
			return
		}
		seen[name] = true
		v := i
		if !strong {
			v |= table.Alternate
		}
		pairs = append(pairs, table.Pair{Hash: table.Hash(name), Value: v})
	}
	for n, name := range r.alternates {
		add(name, strong || (strings.HasPrefix(r.code, "A.ADM1") && n < 3) || table.Fold(name) == own)
	}
	for _, name := range r.short {
		add(name, true)
	}
	return pairs
}

// spellings are the names of a row reduced to what all romanisations share (ACT-7).
func spellings(r *row, i uint32) []table.Pair {
	var pairs []table.Pair
	seen := map[string]bool{}
	for _, name := range append(r.alternates, r.Name) {
		key := place.Spelling(name)
		if name == "" || seen[key] {
			continue
		}
		seen[key] = true
		pairs = append(pairs, table.Pair{Hash: table.Hash(key), Value: i | table.Alternate})
	}
	return pairs
}
