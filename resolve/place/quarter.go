package place

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/resolve/place/table"
)

// A quarter is part of a city: "Wekwe", or "the Aran neighbourhood" where the
// word says so. Its reference names both, the quarter as the place and the city
// as its town, so that reports which name one or the other agree.

const (
	kindQuarter = "quarter"
	cityPeople  = 100_000 // a city has quarters from about so many people on
)

// quarterWord: "the Aran neighbourhood", "Wekwe's Aran section" call the name a
// quarter; "an Aran neighbourhood" is a quarter of Aran.
func (r *resolver) quarterWord(before, after []string) bool {
	if len(after) == 0 || len(before) == 0 || !r.g.words.is("quarter", strings.Trim(after[0], ".,;:")) {
		return false
	}
	last := strings.ToLower(before[len(before)-1])
	return last == "the" || strings.HasSuffix(last, "'s") || strings.HasSuffix(last, "’s")
}

// spotOf: "the Aran AREA OF Kalme" calls Aran a part of Kalme.
func (r *resolver) spotOf(between string) bool {
	w := strings.Fields(strings.ToLower(between))
	return len(w) > 1 && (w[0] == "area" || r.g.words.is("quarter", w[0])) && w[1] == "of"
}

// isTown: the likeliest bearer of the name, before the report is looked at, is a settlement.
func (r *resolver) isTown(n *name) bool { return classOf(n.namesakes) == ClassCity }

// owns: a mark of possession and words for a part stand between two names, "Kherson'S
// northern Dniprovskyi district".
func (r *resolver) owns(between string) bool {
	rest, mark := strings.CutPrefix(strings.ReplaceAll(between, "’", "'"), "'s ")
	return mark && !slices.ContainsFunc(strings.Fields(rest), func(w string) bool { return !r.g.words.is("cardinal", w) && !r.g.words.is("filler", w) })
}

// ownerCity is the settlement that owns the name as its part, "Kherson's Dniprovskyi district",
// and false if there is none.
func (r *resolver) ownerCity(n *name) (table.Entry, bool) {
	for _, o := range n.owners {
		if len(o.scored) == 0 || n.kind != "admin2" && n.kind != kindQuarter {
			continue
		}
		if e := r.g.table.Entry(o.scored[0].row); r.g.code(e)[0] == 'P' {
			return e, true
		}
	}
	return table.Entry{}, false
}

// inCity: a bearer of the name lies within the reach of a city, or in its division where
// that bears the city's name.
func (r *resolver) inCity(n *name, city table.Entry) bool {
	return slices.ContainsFunc(n.scored, func(c Candidate) bool {
		e := r.g.table.Entry(c.row)
		return r.nearCity(e, city) || e.Admin1 >= 0 && e.Admin1 == city.Admin1 && r.g.table.Entry(e.Admin1).Name == city.Name
	})
}

// quarterPoints: what is called a quarter lies in a city and is not one.
func (g *Gazetteer) quarterPoints(n *name, c namesake) float64 {
	if n.kind != kindQuarter || c.code[0] != 'P' {
		return 0
	}
	if g.cityOf(c.entry) == "" {
		return -4
	}
	return 4
}

// city is the city of a place that is a quarter, "" of one that is none.
func (r *resolver) city(n *name, row int) string {
	e := r.g.table.Entry(row)
	if city := r.inCityCounty(row); city != "" {
		return city
	}
	if city := r.statedCity(n, e); city != "" {
		return city
	}
	if code := r.g.code(e); code != "P.PPLX" && (n.kind != kindQuarter || code[0] != 'P') {
		return ""
	}
	return r.g.cityOf(e)
}

// cityOfQuarter is the city of a settlement that is listed as part of one, "" for others.
func (r *resolver) cityOfQuarter(row int) string {
	e := r.g.table.Entry(row)
	if city := r.inCityCounty(row); city != "" || r.g.code(e) != "P.PPLX" {
		return city
	}
	return r.g.cityOf(e)
}

// statedCity is the larger settlement of which the text calls a name a part, and which it
// lies beside, "" if there is none.
func (r *resolver) statedCity(n *name, e table.Entry) string {
	code := r.g.code(e)
	if n.kind != kindQuarter && code != "P.PPLX" || code[0] != 'P' {
		return ""
	}
	for _, holder := range slices.Concat(n.containers, n.owners) {
		if len(holder.scored) == 0 {
			continue
		}
		if c := r.g.table.Entry(holder.scored[0].row); r.g.code(c)[0] == 'P' && r.nearCity(e, c) {
			return c.Name
		}
	}
	return ""
}

// nearCity: a settlement lies within the reach of a city or a little outside.
func (r *resolver) nearCity(e, city table.Entry) bool {
	return Distance(e.Lat, e.Lon, city.Lat, city.Lon) <= cityReach*float64(radiusM(city, r.g.code(city)))+2000
}

// inCityCounty is the city of a settlement whose county is that one city, "" for
// the city itself and all others.
func (r *resolver) inCityCounty(row int) string {
	p := r.place(row)
	city := r.g.words.cityCounty[p.Country2+"\t"+p.Admin1+"\t"+p.Admin2]
	if p.FeatureClass != "P" || p.Name == city {
		return ""
	}
	return city
}

// A quarter may lie a little outside of the reach estimated for its city.
const cityReach = 1.1

// cityOf is the city whose reach holds a smaller settlement, by the share of
// the reach the nearest; "" if there is none.
func (g *Gazetteer) cityOf(e table.Entry) string {
	nearest, city := cityReach, ""
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			g.table.Cell(floor(e.Lat)+dy, floor(e.Lon)+dx, func(row int) {
				c := g.table.Entry(row)
				code := g.code(c)
				if c.Population < cityPeople || c.Population <= e.Population || c.Country != e.Country || code[0] != 'P' || code == "P.PPLX" {
					return
				}
				if share := Distance(e.Lat, e.Lon, c.Lat, c.Lon) / float64(radiusM(c, code)); share < nearest {
					nearest, city = share, c.Name
				}
			})
		}
	}
	return city
}

// town is the town of a reference: the city of a quarter, else the settlement.
func (r Resolved) town(p *dateline.Place) string {
	if r.City != "" {
		return r.City
	}
	return p.Name
}
