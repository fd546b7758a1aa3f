package place

import (
	"math"
	"slices"
	"sort"
	"strings"

	"github.com/opendateline/dateline"
)

// prior is what a bearer of a name is worth before the report is looked at.
func prior(n namesake) float64 {
	p := math.Log10(float64(n.entry.Population) + 10)
	switch {
	case n.code == "A.PCLI":
		p = math.Max(10.5, p)
	case n.code == "A.ADM1":
		p = math.Max(6.2, p)
	case n.code == "A.ADM2":
		p = 3.5
	case n.code[0] != 'P':
		p = 8
	case n.code == "P.PPLC" && !n.alternate:
		p += 2
	case n.code == "P.PPLA":
		p += 0.5
	case n.code == "P.PPLX":
		p -= 1
	}
	if n.alternate {
		p -= 1.5
	}
	return p
}

// share is how much of the rest of the report, without the name itself, lies
// in a country or division.
func (r *resolver) share(of map[int]float64, key int, n *name, own int) float64 {
	rest, sum := r.total-n.weight, of[key]
	if own == key {
		sum -= n.weight
	}
	if rest < 0.05 || sum <= 0 {
		return 0
	}
	return math.Min(1, sum/rest)
}

func (r *resolver) place(row int) dateline.Place {
	p, ok := r.places[row]
	if !ok {
		p = r.g.place(row)
		r.places[row] = p
	}
	return p
}

func (r *resolver) score() {
	for _, n := range r.order {
		n.scored = n.scored[:0]
		for _, c := range n.namesakes {
			n.scored = append(n.scored, r.candidate(n, c))
		}
		sort.SliceStable(n.scored, func(i, j int) bool { return n.scored[i].Score > n.scored[j].Score })
	}
}

func (r *resolver) candidate(n *name, c namesake) Candidate {
	out := Candidate{row: c.row}
	add := func(what string, points float64) {
		if points != 0 {
			p := math.Round(points*100) / 100
			out.Parts = append(out.Parts, dateline.Part{What: what, Points: &p})
			out.Score += p
		}
	}
	add("size and kind", prior(c))
	add("kind word", kindPoints(n.kind, c.code))
	add("called a quarter", r.g.quarterPoints(n, c))
	add("town of that name in it", townPoints(n, c))
	add("container in the text", r.containerPoints(n, c))
	add("a division bears the name", r.divisionPoints(n, c))
	add("its county is named, or a town in it", r.countyPoints(n, c))
	add("holds a place named before it", r.memberPoints(n, c))
	if c.code != "A.PCLI" && c.entry.Country >= 0 {
		add("country of the report", 3*r.share(r.countries, c.entry.Country, n, n.country))
	}
	if c.entry.Admin1 >= 0 {
		add("division of the report", 2*math.Min(1, 2*r.share(r.admins, c.entry.Admin1, n, n.admin)))
	}
	add("near other places", r.nearPoints(n.key, c))
	r.homePoints(c, add)
	return out
}

// homePoints: an outlet speaks of its own country, its own division and the
// towns around it more often than of others that bear their names.
func (r *resolver) homePoints(c namesake, add func(string, float64)) {
	h := r.home
	if !h.Known() || c.code == "A.PCLI" {
		return
	}
	if c.entry.Country == h.country {
		add("country of the outlet", homeCountry)
	}
	if h.admin1 < 0 {
		return
	}
	if c.entry.Admin1 == h.admin1 || c.row == h.admin1 {
		add("division of the outlet", homeDivision*h.Division)
	}
	if h.town >= 0 && c.code != "A.ADM1" {
		km := Distance(h.lat, h.lon, c.entry.Lat, c.entry.Lon) / 1000
		add("near the outlet", homeNear*h.Division*math.Exp(-km/80))
	}
}

// What an outlet's home is worth, in the points of candidates.
const (
	homeCountry  = 1
	homeDivision = 3
	homeNear     = 2
)

// townPoints: a name without a kind word means the town and not the district
// around it that bears the same name, nor the division whose seat it is, nor the
// island that is a large city.
func townPoints(n *name, c namesake) float64 {
	if n.kind == "admin1" || n.kind == "admin2" {
		return 0
	}
	if c.code == "A.ADM1" && slices.ContainsFunc(n.namesakes, func(t namesake) bool { return t.code == "P.PPLA" && t.entry.Admin1 == c.row }) {
		return -1.5
	}
	if c.code != "A.ADM2" && c.code != "T.ISL" {
		return 0
	}
	least, points := 0, -2.0
	if c.code == "T.ISL" {
		least, points = 1_000_000, -3
	}
	for _, town := range n.namesakes {
		if town.entry.Population >= least && town.code[0] == 'P' && town.entry.Country == c.entry.Country && Distance(town.entry.Lat, town.entry.Lon, c.entry.Lat, c.entry.Lon) <= sameSpotM {
			return points
		}
	}
	return 0
}

func kindPoints(kind, code string) float64 {
	want := map[string]string{"admin1": "A.ADM1", "admin2": "A.ADM2", "city": "P."}[kind]
	switch {
	case want == "":
		return 0
	case strings.HasPrefix(code, want):
		return 4
	case kind != "city" && code[0] == 'P':
		return -2
	case kind == "admin2" && code == "A.ADM1", kind == "admin1" && code == "A.ADM2":
		return 1
	}
	return 0
}

func (r *resolver) containerPoints(n *name, c namesake) float64 {
	for _, container := range slices.Concat(n.containers, n.owners) {
		for i, k := range container.namesakes {
			if i < 8 && k.row != c.row && r.g.contains(k, c) && !(container.demonym) {
				if k.code[0] == 'P' {
					return 3
				}
				return 7
			}
		}
	}
	return 0
}

func (r *resolver) memberPoints(n *name, c namesake) float64 {
	if c.code[0] == 'P' {
		return 0
	}
	best := 0.0
	for _, member := range n.members {
		for i, m := range member.namesakes {
			if i < 20 && m.row != c.row && r.g.contains(c, m) {
				best = math.Max(best, math.Min(5, math.Log10(float64(m.entry.Population)+10)))
			}
		}
	}
	return best
}

// nearPoints rewards nearness to the places that are already sure.
func (r *resolver) nearPoints(key string, c namesake) float64 {
	if c.code == "A.PCLI" {
		return 0
	}
	sum := 0.0
	for _, a := range r.anchors {
		if a.key == key || math.Abs(a.lat-c.entry.Lat) > 5 {
			continue
		}
		d := Distance(a.lat, a.lon, c.entry.Lat, c.entry.Lon) / 1000
		sum += a.weight * math.Exp(-d/120)
	}
	return 3 * math.Min(1, sum)
}
