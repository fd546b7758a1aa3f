package export

import (
	"cmp"
	"maps"
	"slices"

	"github.com/opendateline/dateline"
)

// family is an operation with those of its parts that an export has met
// (LNK-7). Its rows are the parts; a site that no part tells of is a row of the
// whole. Who is counted for all sites together is divided among the rows whose
// own number nobody gives (CAS-9).
type family struct {
	whole *Record
	parts []*Record
}

// families are held back until all records were seen, in the order in which they
// were met.
type families struct {
	order []dateline.ID
	of    map[dateline.ID]*family
}

// hold takes a record that belongs to an operation of several sites; others are
// left to the caller.
func (f *families) hold(r *Record) bool {
	i := r.Incident
	switch {
	case len(i.Sites) > 0:
		f.at(i.ID).whole = r
	case i.Operation != "" && i.Ordinal == 0:
		x := f.at(i.Operation)
		x.parts = append(x.parts, r)
	default:
		return false
	}
	return true
}

func (f *families) at(id dateline.ID) *family {
	if f.of == nil {
		f.of = map[dateline.ID]*family{}
	}
	if f.of[id] == nil {
		f.of[id] = &family{}
		f.order = append(f.order, id)
	}
	return f.of[id]
}

// rows are the records that stand for the family, each at one site.
func (f *family) rows() []*Record {
	slices.SortStableFunc(f.parts, func(x, y *Record) int {
		return cmp.Or(cmp.Compare(x.Incident.Date.Earliest, y.Incident.Date.Earliest), cmp.Compare(x.Incident.Title, y.Incident.Title), cmp.Compare(x.Incident.ID, y.Incident.ID))
	})
	if f.whole == nil {
		return f.parts
	}
	rows := slices.Clone(f.parts)
	sites := f.untold()
	for n, site := range sites {
		r := f.whole.piece(piece{of: "sites", n: n + 1, all: len(sites)}, nil)
		r.Incident.Place.Ref, r.Incident.Sites = &site, nil
		r.Incident.Figures = slices.DeleteFunc(slices.Clone(r.Incident.Figures), func(x dateline.Figure) bool { return x.Measure == dateline.Killed })
		rows = append(rows, r)
	}
	f.share(rows)
	return rows
}

// untold are the sites of the whole that no part is at.
func (f *family) untold() []dateline.PlaceRef {
	return slices.DeleteFunc(slices.Clone(f.whole.Incident.Sites), func(site dateline.PlaceRef) bool {
		return slices.ContainsFunc(f.parts, func(r *Record) bool {
			p := r.place()
			return p.Country == site.Country && p.City == site.City
		})
	})
}

// share divides what the whole counts beyond its parts among the rows that have
// no number of their own.
func (f *family) share(rows []*Record) {
	if f.whole.deathsUnknown() {
		return
	}
	figure := f.whole.Incident.Figure(dateline.Killed, dateline.PopAll)
	left, open := *figure.Best, []*Record{}
	for _, r := range rows {
		if r.deathsUnknown() {
			open = append(open, r)
		} else {
			left -= *r.number(dateline.Killed, dateline.PopAll)
		}
	}
	if len(open) == 0 || left < 0 {
		return
	}
	for i, n := range evenly(left, len(open)) {
		r := open[i]
		r.pieces = append(r.pieces, piece{of: "sites", n: i + 1, all: len(open), total: &left, whole: f.whole.id()})
		r.setKilled(*n, figure.BestClaims)
		r.cite(f.whole, figure.BestClaims)
	}
}

// cite takes claims of another record along, with what they cite.
func (r *Record) cite(from *Record, claims []dateline.ID) {
	for _, c := range from.Claims {
		if slices.Contains(claims, c.ID) && !slices.ContainsFunc(r.Claims, func(x dateline.Claim) bool { return x.ID == c.ID }) {
			r.Claims = append(slices.Clone(r.Claims), c)
		}
	}
	r.Reports, r.Public = joinedMaps(from.Reports, r.Reports), joinedMaps(from.Public, r.Public)
	r.seals = r.seals.with(from.seals)
}

func joinedMaps[K comparable, V any](a, b map[K]V) map[K]V {
	out := maps.Clone(a)
	if out == nil {
		return b
	}
	maps.Copy(out, b)
	return out
}
