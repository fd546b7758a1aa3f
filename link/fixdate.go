package link

import (
	"fmt"
	"sort"
	"strings"

	"github.com/opendateline/dateline"
)

// Fixed is the date on which the accounts of one incident agree (DAT-17), and
// the dates of those accounts that it narrows.
type Fixed struct {
	Date     dateline.Date
	Narrowed map[dateline.ID]dateline.Date // by mention
	Decision dateline.Decision
}

// FixDates gives the common date of a cluster's mentions. A day that reports
// state outright decides, the one of most reports, the earliest among equals.
// Otherwise the bounds of all are laid over one another, the most precise
// first, and days that a missing year or a weekday excludes are struck out.
// Dates that do not fit are left as they are: they are contradictions, for
// reconciling to show. ok is false if no mention is dated.
func FixDates(mentions []*dateline.Mention) (f Fixed, ok bool) {
	dated := byPrecision(mentions)
	if len(dated) == 0 {
		return Fixed{}, false
	}
	w, used := statedDay(dated)
	if used == nil {
		w, used = overlay(dated)
	}
	f.Date = w.date()
	f.Decision = dateDecision(dated, used, f.Date)
	f.Narrowed = narrowed(dated, used, f.Date)
	return f, true
}

// byPrecision are the mentions with a date, the most precise first.
func byPrecision(mentions []*dateline.Mention) []*dateline.Mention {
	var out []*dateline.Mention
	for _, m := range mentions {
		if m.Date.Known() {
			out = append(out, m)
		}
	}
	sort.Slice(out, func(i, k int) bool {
		x, y := out[i], out[k]
		if x.Date.Precision != y.Date.Precision {
			return x.Date.Precision < y.Date.Precision
		}
		return x.ID < y.ID
	})
	return out
}

// stretch is a row of days with open ends as "", and, if set, the only days of
// it that are possible.
type stretch struct {
	from, to dateline.Day
	days     []dateline.Day
}

// statedDay is the day that most reports state, and the mentions that state it.
func statedDay(dated []*dateline.Mention) (stretch, map[dateline.ID]bool) {
	reports := map[dateline.Day]map[dateline.ID]bool{}
	for _, m := range dated {
		if d := m.Date; isDay(*d) && d.Earliest.Known() && d.Earliest == d.Latest {
			if reports[d.Earliest] == nil {
				reports[d.Earliest] = map[dateline.ID]bool{}
			}
			reports[d.Earliest][m.ReportID] = true
		}
	}
	var best dateline.Day
	for day, who := range reports {
		if best == "" || len(who) > len(reports[best]) || len(who) == len(reports[best]) && day < best {
			best = day
		}
	}
	if best == "" {
		return stretch{}, nil
	}
	used := map[dateline.ID]bool{}
	for _, m := range dated {
		used[m.ID] = m.Date.Earliest == best && m.Date.Latest == best
	}
	return stretch{from: best, to: best}, used
}

// overlay lays bounds and masks over one another.
func overlay(dated []*dateline.Mention) (stretch, map[dateline.ID]bool) {
	var w stretch
	used := map[dateline.ID]bool{}
	for _, m := range dated {
		if next := w.meet(m.Date); next.possible() {
			w, used[m.ID] = next, true
		}
	}
	for _, m := range dated {
		if next := w.strike(maskOf(*m.Date)); used[m.ID] && next.possible() {
			w = next
		}
	}
	return w, used
}

func (w stretch) meet(d *dateline.Date) stretch {
	if d.Earliest > w.from {
		w.from = d.Earliest
	}
	if d.Latest.Known() && (!w.to.Known() || d.Latest < w.to) {
		w.to = d.Latest
	}
	return w
}

func (w stretch) possible() bool {
	return !w.from.Known() || !w.to.Known() || w.from <= w.to && (w.days == nil || len(w.days) > 0)
}

// strike keeps the days that a mask allows, in a stretch short enough to count.
func (w stretch) strike(m mask) stretch {
	if !m.set() || !w.from.Known() || !w.to.Known() || w.from.DaysUntil(w.to) > 20*366 {
		return w
	}
	days := []dateline.Day{}
	for d := w.from; d <= w.to; d = d.Add(1) {
		if m.fits(d, 0) && (w.days == nil || has(w.days, d)) {
			days = append(days, d)
		}
	}
	w.days = days
	if len(days) > 0 {
		w.from, w.to = days[0], days[len(days)-1]
	}
	return w
}

func has(days []dateline.Day, d dateline.Day) bool {
	i := sort.Search(len(days), func(i int) bool { return days[i] >= d })
	return i < len(days) && days[i] == d
}

// fewDays is up to how many single days a date is written as a set of them.
const fewDays = 12

func (w stretch) date() dateline.Date {
	d := dateline.Date{Earliest: w.from, Latest: w.to, Basis: dateline.BasisPropagated, Precision: dateline.D9}
	if !w.from.Known() || !w.to.Known() {
		d.EDTF = openEDTF(w)
		return d
	}
	d.EDTF, d.Precision = closedEDTF(w)
	if len(w.days) > 1 && len(w.days) <= fewDays && len(w.days) < w.from.DaysUntil(w.to)+1 {
		var s []string
		for _, day := range w.days {
			s = append(s, string(day))
		}
		d.EDTF = "[" + strings.Join(s, ",") + "]"
	}
	return d
}

func openEDTF(w stretch) string {
	switch {
	case w.from.Known():
		return string(w.from) + "/.."
	case w.to.Known():
		return "../" + string(w.to)
	}
	return ""
}

// closedEDTF writes a stretch as a day, month, year or interval.
func closedEDTF(w stretch) (string, dateline.DatePrecision) {
	n, from, to := w.from.DaysUntil(w.to)+1, string(w.from), string(w.to)
	switch {
	case n == 1:
		return from, dateline.D1
	case n <= 6:
		return from + "/" + to, dateline.D2
	case n == 7:
		return from + "/" + to, dateline.D3
	case from[8:] == "01" && from[:7] == to[:7] && w.to.Add(1).Time().Day() == 1:
		return from[:7], dateline.D4
	case from[5:] == "01-01" && to[5:] == "12-31" && from[:4] == to[:4]:
		return from[:4], dateline.D5
	case n <= 31:
		return from + "/" + to, dateline.D4
	case n <= 366:
		return from + "/" + to, dateline.D5
	}
	return from + "/" + to, dateline.D6
}

func dateDecision(dated []*dateline.Mention, used map[dateline.ID]bool, d dateline.Date) dateline.Decision {
	var parts []dateline.Part
	key := []string{version, "DAT-17"}
	out := dateline.Decision{By: version, Action: dateline.ActResolve, Rule: "DAT-17/common", Version: version, After: d.EDTF}
	for _, m := range dated {
		what := "does not fit"
		switch {
		case used[m.ID]:
			what = "agrees"
		case fits(*m.Date, d):
			what = "is narrowed"
		}
		parts = append(parts, dateline.Part{What: fmt.Sprintf("%s %s", shownDate(m.Date), what), Values: []string{m.Date.Expr, string(m.ID)}})
		key, out.Targets = append(key, string(m.ID)), append(out.Targets, m.ID)
	}
	out.Parts, out.ID = parts, dateline.NewID(dateline.PrefixDecision, key...)
	return out
}

// fits says whether the common date is possible under a mention's own.
func fits(own, common dateline.Date) bool {
	g := gradeDates(own, common)
	return g != Conflict && g != Near
}

// narrowed gives the mentions whose own date is wider than the common one and
// allows it.
func narrowed(dated []*dateline.Mention, used map[dateline.ID]bool, common dateline.Date) map[dateline.ID]dateline.Date {
	out := map[dateline.ID]dateline.Date{}
	for _, m := range dated {
		if m.Date.EDTF == common.EDTF || isDay(*m.Date) && !maskOf(*m.Date).set() || !used[m.ID] && !fits(*m.Date, common) {
			continue
		}
		d := common
		d.Expr, d.Constraint = m.Date.Expr, m.Date.Constraint
		d.Chain = append(append([]string{}, m.Date.Chain...), "narrowed from "+shownDate(m.Date)+" by other accounts of the incident")
		out[m.ID] = d
	}
	return out
}
