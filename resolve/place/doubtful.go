package place

import (
	"slices"

	"github.com/opendateline/dateline"
)

// Found are the expressions of a text that may name places, each list in text order.
type Found struct {
	Places   []dateline.Expression
	Doubtful []dateline.Expression // names that may be towns of the outlet's own parts
}

// leastDoubtful is how little may speak for a doubtful name being a place.
const leastDoubtful = -4

// doubtful finds names that too little speaks for where they stand, though a
// town of the outlet's own division bears them, or any town where the outlet is
// not known: "Marvesk Teen Dies", "a Garner home". Which of them is meant, if
// any, package locus decides beside all else that the report names.
func (r *reader) doubtful() []dateline.Expression {
	var out []dateline.Expression
	for _, s := range r.spans {
		if s.accepted || s.class == ClassDemonym || s.score < leastDoubtful || !slices.ContainsFunc(s.names, r.mayBeLocal) {
			continue
		}
		out = append(out, r.expression(s))
	}
	return out
}

func (r *reader) mayBeLocal(n namesake) bool {
	return n.code[0] == 'P' && !n.alternate && (r.home.admin1 < 0 || n.entry.Admin1 == r.home.admin1)
}

// undecided: several places are too close for the name (PLC-9).
func undecided(x Resolved) bool { return x.Place == nil && len(x.Candidates) > 0 }

// decided: one place is likeliest for the name; its own town is no other place.
func decided(x Resolved) bool { return x.Place != nil }

// namesakes gives, for the names of which it is asked, the towns that bear them in
// the divisions of the report: that of the outlet and those that the text names.
// "York" or "Berlin" may be a town of those, whatever is likelier by its size.
func (r *resolver) namesakes(all []Resolved, of func(Resolved) bool) []Resolved {
	var out []Resolved
	divisions := r.divisions(all)
	for i, x := range all {
		if class := x.Expression.Class; class != ClassCity && class != ClassAdmin || !of(x) {
			continue
		}
		for _, division := range divisions {
			t, ok := townAmong(r.names[i].namesakes, division)
			if !ok {
				continue
			}
			if p := r.place(t.row); x.Place == nil || apart(*x.Place, p) {
				out = append(out, Resolved{Expression: x.Expression, Place: &p, Precision: p.Precision, RadiusM: *p.RadiusM, Span: x.Span, City: r.cityOfQuarter(t.row)})
			}
		}
	}
	return out
}

// divisions are the rows of the first-order divisions that a report is from or names.
func (r *resolver) divisions(all []Resolved) []int {
	var out []int
	add := func(row int) {
		if row >= 0 && !slices.Contains(out, row) {
			out = append(out, row)
		}
	}
	add(r.home.admin1)
	for i, x := range all {
		if x.Place != nil && x.Place.FeatureCode == "ADM1" && r.names[i] != nil && len(r.names[i].scored) > 0 {
			add(r.names[i].scored[0].row)
		}
	}
	add(r.mainDivision())
	return out
}

// resolvedDoubtful gives the doubtful names that a town bears in the division of
// the outlet or, where that is not known, in the one that the report names most.
func (r *resolver) resolvedDoubtful(exprs []dateline.Expression, runes *dateline.Runes) []Resolved {
	division := r.home.admin1
	if division < 0 {
		division = r.mainDivision()
	}
	if division < 0 {
		return nil
	}
	var out []Resolved
	for _, e := range exprs {
		if t, ok := r.g.townIn(e.Text, division); ok {
			p := r.place(t.row)
			out = append(out, Resolved{Expression: e, Place: &p, Precision: p.Precision, RadiusM: *p.RadiusM, Span: runes.Span(e.Start, e.End), City: r.cityOfQuarter(t.row)})
		}
	}
	return out
}

// mainDivision is the division that most of the report's places lie in, -1 if
// it names none. Of equals the first of the table is taken.
func (r *resolver) mainDivision() int {
	best, most := -1, 0.0
	for row, share := range r.admins {
		if share > most || share == most && row < best {
			best, most = row, share
		}
	}
	return best
}
