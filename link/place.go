package link

import (
	"strings"

	"github.com/opendateline/dateline"
)

// placeAxis compares where two mentions happened, by the gazetteer's fields.
func (l *Linker) placeAxis(a, b *dateline.Mention) axis {
	p, q := a.Place, b.Place
	if !located(p) || !located(q) {
		return graded("place", Silent, shownPlaces)
	}
	g := l.gradePlaces(p, q)
	if g == Conflict && (crosses(a.Start, q) || crosses(b.Start, p)) {
		g = Compatible // one report names where it was fired from (PLC-6)
	}
	return graded("place", g, shownPlaces)
}

func shownPlaces(_ *Linker, a, b *dateline.Mention) []string {
	return []string{shownPlace(a.Place), shownPlace(b.Place)}
}

func located(p *dateline.PlaceRef) bool {
	return p != nil && p.Precision != dateline.P9 && (p.Country != "" || p.Place != "" || p.Precision == dateline.P7 || len(p.Candidates) > 0)
}

func crosses(start, p *dateline.PlaceRef) bool {
	return located(start) && (start.Place != "" && start.Place == p.Place || start.City != "" && start.City == p.City && start.Country == p.Country)
}

func shownPlace(p *dateline.PlaceRef) string {
	if p == nil {
		return "not given"
	}
	return p.Name
}

// fine says whether the place is a populated place or finer.
func fine(p *dateline.PlaceRef) bool {
	return p.Precision == dateline.P0 || p.Precision == dateline.P1 || p.Precision == dateline.P2
}

func (l *Linker) gradePlaces(p, q *dateline.PlaceRef) Grade {
	switch {
	case p.Place != "" && p.Place == q.Place:
		return equalAt(p)
	case p.Place == "" && len(p.Candidates) > 0 || q.Place == "" && len(q.Candidates) > 0:
		return gradeCandidates(p, q)
	case fine(p) && fine(q):
		return l.gradeFine(p, q)
	case p.Country != q.Country:
		return Conflict
	case !sameOrUnknown(p.Admin1, q.Admin1):
		return Conflict
	case p.Precision == q.Precision:
		return gradeUnits(p, q)
	}
	return Compatible
}

func equalAt(p *dateline.PlaceRef) Grade {
	if fine(p) {
		return Exact
	}
	return Coarse
}

// gradeUnits compares two regions of one precision in one country.
func gradeUnits(p, q *dateline.PlaceRef) Grade {
	switch p.Precision {
	case dateline.P6:
		return Coarse
	case dateline.P4:
		if p.Admin1 != "" && p.Admin1 == q.Admin1 {
			return Coarse
		}
	case dateline.P3:
		if p.Admin2 != "" && p.Admin2 == q.Admin2 {
			return Coarse
		}
		if p.Admin2 != "" && q.Admin2 != "" {
			return Conflict
		}
	}
	return Compatible
}

// gradeFine compares two populated places or sites.
func (l *Linker) gradeFine(p, q *dateline.PlaceRef) Grade {
	km, measured := p.Kilometres(q)
	switch {
	case sameCity(p, q) && p.Precision == dateline.P0 && q.Precision == dateline.P0 && p.Place != "" && q.Place != "":
		return Compatible // two sites of one city
	case sameCity(p, q), measured && km <= l.SiteKm:
		return Exact
	case measured && km <= l.SuburbKm:
		return Compatible
	case measured && km <= l.NearKm:
		return Near
	}
	return Conflict
}

func sameCity(p, q *dateline.PlaceRef) bool {
	return p.City != "" && strings.EqualFold(p.City, q.City) && p.Country == q.Country && sameOrUnknown(p.Admin1, q.Admin1)
}

func sameOrUnknown(a, b string) bool { return a == "" || b == "" || a == b }

// gradeCandidates compares names that may mean several places (PLC-9).
func gradeCandidates(p, q *dateline.PlaceRef) Grade {
	for _, x := range readings(p) {
		for _, y := range readings(q) {
			if x == y {
				return Compatible
			}
		}
	}
	return Conflict
}

func readings(p *dateline.PlaceRef) []dateline.ID {
	if p.Place != "" {
		return []dateline.ID{p.Place}
	}
	return p.Candidates
}
