package export

import (
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/opendateline/dateline"
)

// country is one line of data/countries.tsv.
type country struct {
	Alpha3, Alpha2, Numeric, Name string
	ACLED, GTD, UCDP              string // region
}

var countries = sync.OnceValue(func() map[string]country {
	table := map[string]country{}
	for line := range strings.Lines(readData("countries.tsv")) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(f) == 7 && !strings.HasPrefix(line, "#") {
			table[f[0]] = country{f[0], f[1], f[2], f[3], f[4], f[5], f[6]}
		}
	}
	return table
})

// countryOf is what is known of an alpha-3 code; one that the table does not
// hold is its own name.
func countryOf(alpha3 string) country {
	if c, ok := countries()[alpha3]; ok {
		return c
	}
	return country{Alpha3: alpha3, Name: alpha3}
}

// placeCodes are the precisions of domain §5.1 in other schemes; "" where the
// scheme accepts none.
var placeCodes = map[dateline.PlacePrecision]struct{ ucdp, acled, gtd, plover string }{
	dateline.P0: {"1", "1", "1", "5"},
	dateline.P1: {"1", "1", "1", "4"},
	dateline.P2: {"2", "2", "1", "4"},
	dateline.P3: {"3", "2", "3", "3"},
	dateline.P4: {"4", "3", "4", "2"},
	dateline.P5: {"5", "3", "5", "1"},
	dateline.P6: {"6", "", "5", "1"},
	dateline.P7: {"7", "3", "5", ""},
}

// dateCodes are the precisions of domain §4.1 in other schemes.
var dateCodes = map[dateline.DatePrecision]struct{ ucdp, acled string }{
	dateline.D0: {"1", "1"},
	dateline.D1: {"1", "1"},
	dateline.D2: {"2", "2"},
	dateline.D3: {"3", "2"},
	dateline.D4: {"4", "3"},
	dateline.D5: {"5", ""},
}

// priogrid is the number of the half-degree cell of PRIO-GRID that holds a
// point: rows from the south, columns from the west, counted from 1.
func priogrid(lat, lon *float64) string {
	if lat == nil || lon == nil {
		return ""
	}
	row := min(max(int(math.Floor((*lat+90)*2)), 0), 359)
	col := min(max(int(math.Floor((*lon+180)*2)), 0), 719)
	return strconv.Itoa(row*720 + col + 1)
}

// bounded says whether both ends of a date are known.
func bounded(d dateline.Date) bool { return d.Earliest.Known() && d.Latest.Known() }

// middle is the day in the middle of a bounded date.
func middle(d dateline.Date) dateline.Day {
	return d.Earliest.Add(d.Earliest.DaysUntil(d.Latest) / 2)
}

// located is the name of the finest thing known of a place.
func located(p dateline.PlaceRef) string {
	for _, name := range []string{p.Name, p.City, p.Admin2, p.Admin1} {
		if name != "" {
			return name
		}
	}
	return countryOf(p.Country).Name
}

// wellPlaced refuses records whose place is too coarse for a scheme that wants
// a point.
func (r *Record) wellPlaced(coarsest string) *Refusal {
	p := r.place()
	switch {
	case p.Precision == dateline.P9 || p.Country == "" && p.Precision != dateline.P7:
		return &Refusal{"place_unknown", "no country is known"}
	case p.Precision == dateline.P6 && coarsest != string(dateline.P6):
		return &Refusal{"place_too_coarse", "placed no better than country"}
	case p.Lat == nil || p.Lon == nil:
		return &Refusal{"no_coordinates", "the place has no coordinates"}
	}
	return nil
}
