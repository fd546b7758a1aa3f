package place

import (
	"regexp"
	"slices"

	"github.com/opendateline/dateline"
)

// This file tells names that are borne by places far from what a report speaks of, and mean
// none of these.

// foreign: the text puts the name into a country where no place known bears it, or
// speaks of that country alone, and the bearers elsewhere are small: it is another
// place of that name.
func (r *resolver) foreign(n *name) bool {
	return r.fewer(n, namedAnywhere) && (r.putElsewhere(n) || r.strange(n) && r.asSettlement(n))
}

// fewer: the likeliest bearer of the name has fewer people.
func (r *resolver) fewer(n *name, people int) bool {
	return !n.demonym && len(n.scored) > 0 && r.g.table.Entry(n.scored[0].row).Population < people
}

// putElsewhere: a container of the name in the text holds none of its bearers.
func (r *resolver) putElsewhere(n *name) bool {
	if city, ok := r.ownerCity(n); ok {
		return !r.inCity(n, city)
	}
	for _, container := range n.containers {
		if len(container.scored) == 0 {
			continue
		}
		holder := r.g.table.Entry(container.scored[0].row)
		if n.kind == kindQuarter && r.g.code(holder)[0] == 'P' {
			return !r.inCity(n, holder)
		}
		if code := r.g.code(holder); code[0] != 'A' && code != "L.RGN" {
			continue
		}
		return !slices.ContainsFunc(n.scored, func(c Candidate) bool { return r.mayLieIn(r.g.table.Entry(c.row), holder) })
	}
	return false
}

// oneCountry is the share of a report's other names that lie in the country which it
// speaks of, where a small place elsewhere is not meant.
const oneCountry = 2. / 3

// strange: the other names of a report that is no local paper's lie in one country,
// none of them in that of the likeliest bearer, which is far away and no large city,
// and no bearer lies in that one. It is another settlement of that name, or the name
// of a building or a person.
func (r *resolver) strange(n *name) bool {
	if r.home.admin1 >= 0 || !r.fewer(n, namedAfar) {
		return false
	}
	best := r.g.table.Entry(n.scored[0].row)
	if code := r.g.code(best); best.Country < 0 || code[0] != 'P' && code != "A.ADM1" && code != "A.ADM2" || r.countries[best.Country]-n.weight > 0.01 {
		return false
	}
	country := r.onlyCountry(n)
	return country >= 0 && country != best.Country && !r.borders(country, best.Country) &&
		!slices.ContainsFunc(n.scored, func(c Candidate) bool { return c.country(r.g) == country })
}

// onlyCountry is the country that the names of a report but one lie in, -1 for none.
// One of them must place something: the country alone may be an actor elsewhere.
func (r *resolver) onlyCountry(but *name) int {
	for country, weight := range r.countries {
		if country == but.country {
			weight -= but.weight
		}
		if weight > 0.01 && weight >= oneCountry*(r.total-but.weight) && r.placesIn(country, but) {
			return country
		}
	}
	return -1
}

// placesIn: a name but one places something in a country.
func (r *resolver) placesIn(country int, but *name) bool {
	for i, e := range r.exprs {
		n := r.names[i]
		if n != nil && n != but && n.country == country && n.weight > 0 && !n.demonym && (e.Locative || e.Class != ClassCountry) {
			return true
		}
	}
	return false
}

// borders: two countries are neighbours.
func (r *resolver) borders(a, b int) bool {
	return b >= 0 && slices.Contains(r.g.countries[a].Neighbours, r.g.countries[b].Alpha2)
}

// asSettlement: the name stands alone behind a preposition and never in the name of a
// building or ground ("Al Shifa hospital").
func (r *resolver) asSettlement(n *name) bool {
	alone := false
	for i, e := range r.exprs {
		if r.names[i] != n {
			continue
		}
		if r.inSite(e) {
			return false
		}
		alone = alone || e.Locative && placedAt.MatchString(r.doc.Text()[max(0, e.Start-12):e.Start]) && !goesOn.MatchString(r.doc.Text()[e.End:])
	}
	return alone
}

// ofHouse: the name of an expression stands nowhere but in the names of houses that guests
// come to ("the Orvane Grill restaurant"), and the report names places, none in the country
// of its likeliest bearer. Such houses are called after far cities.
func (r *resolver) ofHouse(at int) bool {
	n := r.names[at]
	if n == nil || n.demonym || len(n.scored) == 0 || !r.inHouse(r.exprs[at]) {
		return false
	}
	country := r.g.table.Entry(n.scored[0].row).Country
	elsewhere := false
	for i, e := range r.exprs {
		o := r.names[i]
		switch {
		case o == n && !r.inHouse(e), o != n && o != nil && !o.demonym && o.weight > 0 && o.country == country:
			return false
		case o != n && o != nil && !o.demonym && o.weight > 0 && e.Locative:
			elsewhere = true
		}
	}
	return elsewhere
}

// inHouse: an expression stands in the name of a restaurant, hotel, club or the like, or begins
// that of a police station ("the ORVANE Garden police station").
func (r *resolver) inHouse(e dateline.Expression) bool {
	return slices.ContainsFunc(r.exprs, func(o dateline.Expression) bool {
		if o.Class != ClassSite || o.Start > e.Start || e.End >= o.End {
			return false
		}
		code := r.g.headCode(o.Text)
		return houses[code] || code == "S.PP" && goesOn.MatchString(o.Text[e.End-o.Start:])
	})
}

// houses are the codes of houses that guests come to.
var houses = map[string]bool{"S.REST": true, "S.HTL": true, "S.RECG": true, "S.THTR": true, "S.MALL": true}

// inSite: an expression is part of the name of a building or ground.
func (r *resolver) inSite(e dateline.Expression) bool {
	return slices.ContainsFunc(r.exprs, func(o dateline.Expression) bool { return o.Class == ClassSite && o.Start <= e.Start && e.End <= o.End })
}

var (
	placedAt = regexp.MustCompile(`(?:^|\s)(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round|of)\s$`)
	goesOn   = regexp.MustCompile(`^(?:[-'’]|\s\p{Lu})`)
)

// namedAfar is the population of a town that is meant even where the text speaks of
// another country alone.
const namedAfar = 200_000

// namedAnywhere is the population of a town that is meant even where the text
// names another country behind it.
const namedAnywhere = 500_000
