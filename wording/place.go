package wording

import (
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

var placePrecisions = map[dateline.PlacePrecision]string{
	dateline.P0: "site", dateline.P1: "settlement", dateline.P2: "near a settlement", dateline.P3: "district", dateline.P4: "province",
	dateline.P5: "region", dateline.P6: "country", dateline.P7: "sea or airspace", dateline.P9: "place not known",
}

// PlacePrecision says how finely a place is known.
func PlacePrecision(p dateline.PlacePrecision) string {
	if w, ok := placePrecisions[p]; ok {
		return w
	}
	return placePrecisions[dateline.P9]
}

// PrecisionKey is the word of a place precision in the query grammar.
func PrecisionKey(p dateline.PlacePrecision) string {
	switch p {
	case dateline.P2:
		return "near"
	case dateline.P7:
		return "sea_air"
	case dateline.P9:
		return "unknown"
	}
	return placePrecisions[p]
}

// Radius is "settlement, ±4 km"; without a radius the precision alone.
func Radius(p *dateline.PlaceRef) string {
	s := PlacePrecision(p.Precision)
	if p.RadiusM == nil || *p.RadiusM == 0 {
		return s
	}
	if *p.RadiusM < 1000 {
		return s + ", ±" + strconv.Itoa(*p.RadiusM) + " m"
	}
	return s + ", ±" + strconv.Itoa((*p.RadiusM+500)/1000) + " km"
}

// Mappable says whether a place of this precision may be drawn as a point.
func Mappable(p dateline.PlacePrecision) bool {
	return p == dateline.P0 || p == dateline.P1 || p == dateline.P2 || p == dateline.P3
}

// NotMapped says why a place is not on a map; "" for one that is.
func NotMapped(p *dateline.PlaceRef) string {
	switch {
	case p == nil || p.Precision == dateline.P9:
		return "not mapped: place not known"
	case Mappable(p.Precision) || p.Precision == dateline.P7:
		return ""
	}
	return "not mapped: known only to " + PlacePrecision(p.Precision)
}

// Place names a place from the narrow to the wide, without saying a name
// twice: "bus station, Sirvaz Bazaar, Harvashan, XVE".
func Place(p *dateline.PlaceRef) string {
	if p == nil {
		return "not reported"
	}
	name := p.Name
	if name == "" {
		name = p.Text
	}
	if Unresolved(p) {
		name += " (not resolved)"
	}
	if p.Precision == dateline.P2 && !strings.HasPrefix(strings.ToLower(name), "near ") {
		name = "near " + name
	}
	for _, wider := range []string{p.City, p.Admin2, p.Admin1, country(p)} {
		if wider != "" && !strings.Contains(name, wider) {
			name += ", " + wider
		}
	}
	return name
}

// Disputed says who claims the territory of a place, "" where that is no
// question (PLC-12). It takes no side.
func Disputed(p *dateline.PlaceRef) string {
	if p == nil || len(p.Disputed) == 0 {
		return ""
	}
	names := make([]string, len(p.Disputed))
	for i, c := range p.Disputed {
		names[i] = c.Name
	}
	return "disputed territory, claimed by " + List(names)
}

// ShortPlace is a place for tables: its own name and that of its settlement.
func ShortPlace(p *dateline.PlaceRef) string {
	if p == nil || p.Name == "" || Unresolved(p) {
		return Place(p)
	}
	s := p.Name
	if p.NotProper {
		s = "near " + s
	}
	if p.City != "" && !strings.Contains(s, p.City) {
		s += ", " + p.City
	}
	return s
}

// Unresolved says that a place is named and the record does not know which
// one it is.
func Unresolved(p *dateline.PlaceRef) bool { return p != nil && p.Place == "" && len(p.Candidates) > 0 }

// country is the name of the country of a place, or its code where the name is
// not known.
func country(p *dateline.PlaceRef) string {
	if p.CountryName != "" {
		return p.CountryName
	}
	return p.Country
}
