package place

import (
	"slices"
	"strings"
)

// A report seldom says which Paris or which Henry County it means; that it names
// both says that it means the Paris of a Henry County (PLC-9 b).

// counties are the second-order divisions that the report names with their kind
// ("Henry County") and those that hold a town of a name of the report.
type counties struct{ named, holding map[int]bool }

// link notes which counties and towns of the report may belong together.
func (r *resolver) link() {
	r.counties = counties{map[int]bool{}, map[int]bool{}}
	for _, n := range r.order {
		county := r.county(n)
		for _, c := range n.namesakes {
			switch {
			case c.code == "A.ADM2" && county:
				r.counties.named[c.row] = true
			case c.code[0] == 'P' && !c.alternate && c.entry.Admin2 >= 0:
				r.counties.holding[c.entry.Admin2] = true
			}
		}
	}
}

// county: the name ends in its kind.
func (r *resolver) county(n *name) bool {
	at := strings.LastIndexByte(n.key, ' ')
	return at > 0 && r.g.words.is("admin2", n.key[at+1:])
}

// What it is worth that a report names a town and its county.
const (
	countyNamed = 6
	townNamed   = 2
)

func (r *resolver) countyPoints(n *name, c namesake) float64 {
	switch {
	case c.code == "A.ADM2" && r.counties.named[c.row] && r.counties.holding[c.row] && r.county(n):
		return townNamed
	case c.code[0] == 'P' && !c.alternate && r.counties.named[c.entry.Admin2] && !r.ofDivision(n, c):
		return countyNamed
	}
	return 0
}

// divisionPoints: a hamlet is not meant by the name of a division of its country.
func (r *resolver) divisionPoints(n *name, c namesake) float64 {
	if n.kind != "" || c.code[0] != 'P' || c.entry.Population >= cityPeople || !r.ofDivision(n, c) {
		return 0
	}
	return -3
}

// inCountry: the name of a country stands behind the name.
func (n *name) inCountry() bool {
	return slices.ContainsFunc(n.containers, func(o *name) bool { return classOf(o.namesakes) == ClassCountry })
}

// ofDivision: the name is also that of a first-order division of the country, which is
// meant where nothing says otherwise ("Ohio"), unless the settlement is its seat and a
// country stands behind the name ("Gao, Mali").
func (r *resolver) ofDivision(n *name, c namesake) bool {
	return slices.ContainsFunc(n.namesakes, func(o namesake) bool {
		seat := c.code == "P.PPLA" && c.entry.Admin1 == o.row && n.inCountry()
		return o.code == "A.ADM1" && !o.alternate && o.entry.Country == c.entry.Country && !seat
	})
}
