package export

import (
	"slices"
	"strconv"

	"github.com/opendateline/dateline"
)

// This file divides a record for formats that have one row a day and site
// (DAT-13, CAS-9): whom the record counts goes to its pieces in equal shares,
// and the first takes what is left over. No report says that so many died on one
// of the days; the row, its notes and its provenance say that it was divided.

// piece is the part of a record that one row tells.
type piece struct {
	of    string // days, sites
	n     int    // which one, from 1
	all   int    // how many pieces there are
	total *int   // whom all pieces count together; nil if that is not known
	whole string // public id of the record that counts them, where it is another one
}

// MostDays is the longest span of which every day counts as one on which
// something happened; of a longer one ACLED does not assume that.
const MostDays = 6

// days are the records of the single days of something that went on for some.
func (r *Record) days() []*Record {
	d := r.Incident.Date.Date
	if !d.Lasting || d.Earliest.DaysUntil(d.Latest) >= MostDays {
		return []*Record{r}
	}
	n := d.Earliest.DaysUntil(d.Latest) + 1
	out := make([]*Record, n)
	for i, share := range r.shares(n) {
		day := d.Earliest.Add(i)
		out[i] = r.piece(piece{of: "days", n: i + 1, all: n, total: r.number(dateline.Killed, dateline.PopAll)}, share)
		out[i].Incident.Date.Date = dateline.Date{EDTF: string(day), Earliest: day, Latest: day, Precision: dateline.D1, Basis: d.Basis}
	}
	return out
}

// shares are the killed of a record in n shares; nil for each if they are not
// known.
func (r *Record) shares(n int) []*int {
	if r.deathsUnknown() {
		return make([]*int, n)
	}
	return evenly(*r.number(dateline.Killed, dateline.PopAll), n)
}

// evenly divides whole persons evenly; the first share takes the remainder.
func evenly(total, n int) []*int {
	out := make([]*int, n)
	for i := range out {
		share := total / n
		if i == 0 {
			share += total % n
		}
		out[i] = &share
	}
	return out
}

// piece is a copy of the record that counts a share of its killed.
func (r *Record) piece(p piece, killed *int) *Record {
	out := *r
	out.pieces = append(slices.Clone(r.pieces), p)
	out.own = nil // ranges are those of the whole
	if killed != nil {
		out.setKilled(*killed, r.Incident.Figure(dateline.Killed, dateline.PopAll).BestClaims)
	}
	return &out
}

// setKilled gives a record a number of killed that was divided, with the claims
// that state the number it was divided from.
func (r *Record) setKilled(n int, claims []dateline.ID) {
	r.Incident.Figures = slices.DeleteFunc(slices.Clone(r.Incident.Figures), func(f dateline.Figure) bool {
		return f.Measure == dateline.Killed && f.Population == dateline.PopAll
	})
	r.Incident.Figures = append(r.Incident.Figures, dateline.Figure{Measure: dateline.Killed, Population: dateline.PopAll, Best: &n,
		BestClaims: claims, Status: dateline.FigureDerived, Rule: "acled/even-share@1"})
}

// suffix tells the rows of one record apart: "-2" for the second day, "" where
// there is only one.
func (r *Record) suffix() string {
	s := ""
	for _, p := range r.pieces {
		if p.whole == "" {
			s += "-" + strconv.Itoa(p.n)
		}
	}
	return s
}

// divided says in words how the killed of a row were divided, "" if they were
// not.
func (r *Record) divided() string {
	for _, p := range r.pieces {
		if p.total == nil {
			continue
		}
		words := num(p.total) + " killed in all, divided evenly over " + strconv.Itoa(p.all) + " " + p.of
		if p.whole != "" {
			words += " (" + p.whole + ")"
		}
		return words
	}
	return ""
}

// pieceTags are the tags of a row that is not the whole record.
func (r *Record) pieceTags() []string {
	var tags []string
	for _, p := range r.pieces {
		tags = append(tags, "dl:"+p.of+"="+strconv.Itoa(p.n)+"/"+strconv.Itoa(p.all))
		if p.total != nil {
			tags = append(tags, "dl:killed_together="+num(p.total))
		}
	}
	return tags
}
