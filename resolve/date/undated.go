package date

import (
	"strings"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/resolve/date/edtf"
)

// undatedDay is DAT-1 and DAT-17 for "[Thursday,] May 12th" in an undated
// report: the years that fit the weekday inside the bounds; without a weekday
// the year stays masked unless the bounds leave one.
func (c *context) undatedDay(m, d, w int) reading {
	k := calendarConstraint(m, d, w)
	rd := reading{typ: "DATE", basis: dateline.BasisUnknown, constraint: k, p: period{unit: day}}
	if p, ok := c.inFrame(m, d, w); ok {
		rd := at(p, dateline.BasisTextDate)
		rd.note = "in the month of the latest date that is written out"
		return rd
	}
	if w == 0 && !(c.window.Earliest.Known() && c.window.Latest.Known()) {
		return rd
	}
	fits := c.candidates(m, d, w)
	switch {
	case w == 0 && len(fits) != 1 || len(fits) == 0:
		return rd
	case len(fits) == 1:
		rd.p.start, rd.known, rd.anchors, rd.oneYear = fits[0], true, true, w == 0
	default:
		rd.candidates = fits
	}
	rd.basis = dateline.BasisWindow
	if w > 0 {
		rd.basis, rd.note = dateline.BasisWeekday, "years in which the weekday fits"
	}
	return rd
}

func calendarConstraint(m, d, w int) *dateline.Constraint {
	mm := time.Month(m)
	k := &dateline.Constraint{Anchor: dateline.AnchorNone, Month: &mm}
	if d > 0 {
		k.Day = &d
	}
	if w > 0 {
		k.Weekday = weekdayOf(w)
	}
	return k
}

// inFrame reads a day of the same month as the latest date that an undated
// report writes out: "3 March" in a note of March 2032 (§4.2 no. 5). A weekday
// must fit.
func (c *context) inFrame(m, d, w int) (period, bool) {
	if c.frame.start.IsZero() || int(c.frame.start.Month()) != m {
		return period{}, false
	}
	t := civil(c.frame.start.Year(), m, d)
	return containing(t, day), t.Day() == d && (w == 0 || isoWeekday(t) == w)
}

// latestWritten is the latest day or month that is written out with its year
// and does not lie ahead.
func (c *context) latestWritten(resolved []Resolved) period {
	var latest period
	for i, e := range resolved {
		p := e.reading.p
		if e.Date.Basis != dateline.BasisExplicit || !e.Date.Earliest.Known() || e.Date.Precision > dateline.D4 || c.tense(&c.forms[i]) > 0 {
			continue
		}
		if latest.start.Before(p.start) {
			latest = p
		}
	}
	return latest
}

// candidates are the days d.m. on weekday w (0: any) inside the bounds.
func (c *context) candidates(m, d, w int) []time.Time {
	lo := dateline.NewDay(c.options.FloorYear, 1, 1)
	if c.window.Earliest > lo {
		lo = c.window.Earliest
	}
	hi := c.ceiling()
	if !hi.Known() {
		return nil
	}
	var fits []time.Time
	for y := lo.Time().Year(); y <= hi.Time().Year(); y++ {
		t := civil(y, m, d)
		if t.Day() == d && dayOf(t) >= lo && dayOf(t) <= hi && (w == 0 || isoWeekday(t) == w) {
			fits = append(fits, t)
		}
	}
	return fits
}

func (c *context) ceiling() dateline.Day {
	hi := c.options.Ceiling
	if l := c.window.Latest; l.Known() && (!hi.Known() || l < hi) {
		hi = l
	}
	return hi
}

// undatedWeekday keeps "on Friday" as a constraint (DAT-3, DAT-16).
func (c *context) undatedWeekday(w, step int, stepped bool) reading {
	if rd, ok := c.weekdayWritten(w); ok && !stepped {
		rd.note = "the weekday of a day that is written out"
		return rd
	}
	k := &dateline.Constraint{Anchor: dateline.AnchorPublication, Weekday: weekdayOf(w), MinDays: -6}
	if stepped && step < 0 {
		k.MinDays, k.MaxDays = -7, -1
	} else if stepped && step > 0 {
		k.MinDays, k.MaxDays = 1, 7
	}
	return reading{typ: "DATE", basis: dateline.BasisWindow, constraint: k}
}

// undatedMonth reads a month without a year in an undated report: by a dated
// neighbour that the text puts after or before it, else by the window.
func (c *context) undatedMonth(f *form, m int) reading {
	if p, ok := c.neighbour(m); ok {
		rd := at(p, dateline.BasisTextDate)
		rd.note = "placed by a dated happening beside it"
		return rd
	}
	rd := reading{typ: "DATE", basis: dateline.BasisUnknown, constraint: calendarConstraint(m, 0, 0), p: period{unit: month}}
	rd.candidates = c.monthReadings(m)
	if len(rd.candidates) == 1 {
		rd.p.start, rd.known = rd.candidates[0], true
	}
	if len(rd.candidates) > 0 {
		rd.basis = dateline.BasisWindow
	}
	return rd
}

// monthReadings applies DAT-4 for every month in which the report can have
// appeared.
func (c *context) monthReadings(m int) []time.Time {
	w := c.window
	if !w.Earliest.Known() || !w.Latest.Known() || w.Earliest.DaysUntil(w.Latest) > 3*366 {
		return nil
	}
	var out []time.Time
	for t := containing(w.Earliest.Time(), month).start; !t.After(w.Latest.Time()); t = t.AddDate(0, 1, 0) {
		read := civil(t.Year(), m, 1)
		if !read.Before(t) {
			read = read.AddDate(-1, 0, 0)
		}
		if len(out) == 0 || !out[len(out)-1].Equal(read) {
			out = append(out, read)
		}
	}
	return out
}

// neighbour is the month just before the next full date, if words between say
// that it came later ("weeks later, on 12 July 2019").
func (c *context) neighbour(m int) (period, bool) {
	text, from := c.doc.Text(), c.current.End
	for i := range c.exprs {
		e, f := &c.exprs[i], &c.forms[i]
		y, dated := f.year()
		if e.Start < from || e.Sentence > c.current.Sentence+1 || f.rule != "date" || !dated {
			continue
		}
		between := strings.ToLower(text[from:e.Start])
		if !strings.Contains(between, "later") && !strings.Contains(between, "before") && !strings.Contains(between, "followed") && !strings.Contains(between, "ahead of") {
			return period{}, false
		}
		p := period{month, civil(y, m, 1)}
		if month, ok := f.month(); ok && m > month {
			p = p.add(-1, year)
		}
		return p, true
	}
	return period{}, false
}

// PublishedWindow is DAT-16: from the latest securely dated past happening of
// the text, or what "more than three years since" says, to the ceiling. Dates
// in a future clause and dates of doubtful basis bound nothing.
func (r *Resolver) PublishedWindow(doc *dateline.Document, resolved []Resolved) dateline.Published {
	if p := doc.Report.Published; p.Day().Known() && p.Basis != dateline.PublishedUnknown {
		return p
	}
	return r.window(doc, resolved)
}

func (r *Resolver) window(doc *dateline.Document, resolved []Resolved) dateline.Published {
	w := dateline.Published{Basis: dateline.PublishedUnknown, Latest: r.options.Ceiling}
	given := doc.Report.Published
	if given.Earliest.Known() || given.Latest.Known() {
		w.Earliest = given.Earliest
		if given.Latest.Known() {
			w.Latest = given.Latest
		}
	}
	c := r.context(doc, expressions(resolved))
	for i, e := range resolved {
		first := e.Date.Earliest
		if e.Date.Basis != dateline.BasisExplicit || !first.Known() || c.tense(&c.forms[i]) > 0 ||
			r.options.Ceiling.Known() && first > r.options.Ceiling {
			continue
		}
		w.Earliest = max(w.Earliest, first)
		if lo, hi, ok := c.elapsed(i, e.Date); ok {
			w.Earliest = max(w.Earliest, lo)
			if !w.Latest.Known() || hi < w.Latest {
				w.Latest = hi
			}
		}
	}
	return w
}

func expressions(resolved []Resolved) []dateline.Expression {
	out := make([]dateline.Expression, len(resolved))
	for i := range resolved {
		out[i] = resolved[i].Expression
	}
	return out
}

// elapsed reads "more than three years since X in May 2015": a length of time
// earlier in the sentence, with "since" between it and the date.
func (c *context) elapsed(i int, d dateline.Date) (lo, hi dateline.Day, ok bool) {
	for j := i - 1; j >= 0 && c.exprs[j].Sentence == c.exprs[i].Sentence; j-- {
		f := &c.forms[j]
		u, hasUnit := f.unit()
		q, counted := f.quantity()
		between := c.doc.Text()[c.exprs[j].End:c.exprs[i].Start]
		if f.rule != "duration" || !hasUnit || !counted || q.vague || u < day || !strings.Contains(between, "since") {
			continue
		}
		start := d.Earliest.Time()
		n := int(q.low)
		lo, hi = dayOf(shift(start, n, u)), dayOf(shift(d.Latest.Time(), n+1, u))
		return lo, hi, true
	}
	return "", "", false
}

// windowEDTF writes the window in months where both ends are whole months.
func windowEDTF(w dateline.Published) string {
	switch {
	case !w.Earliest.Known() && !w.Latest.Known():
		return ""
	case !w.Earliest.Known():
		return "../" + edtf.OfDay(w.Latest).String()
	case !w.Latest.Known():
		return edtf.OfDay(w.Earliest).String() + "/.."
	}
	a, b := w.Earliest.Time(), w.Latest.Time()
	u := day
	if a.Day() == 1 && b.AddDate(0, 0, 1).Day() == 1 {
		u = month
	}
	return edtf.Between(edtfDate(a, u), edtfDate(b, u)).String()
}

// narrativeOrder is DAT-9: bare months of an undated report that the text puts
// in order ("more recently … in April … in November … now") are read together.
func (c *context) narrativeOrder(resolved []Resolved) {
	var months []int
	for i := range resolved {
		if resolved[i].reading.p.unit == month && resolved[i].Date.Basis == dateline.BasisWindow {
			months = append(months, i)
		}
	}
	if len(months) < 2 || !chronological(c.doc.Text()) {
		return
	}
	fits := c.orderedReadings(resolved, months)
	for n, i := range months {
		if len(fits) == 1 {
			p := period{month, fits[0][n]}
			d := &resolved[i].Date
			d.EDTF, d.Precision, d.Basis = p.edtf(false).String(), dateline.D4, dateline.BasisNarrative
			d.Earliest, d.Latest = p.bounds()
			d.Chain = append(d.Chain, "the order in which the text tells leaves one year")
		}
	}
}

func chronological(text string) bool {
	lower := strings.ToLower(text)
	return strings.Contains(lower, "more recently") || strings.Contains(lower, "most recently")
}

// orderedReadings are the distinct rows of months, over all publication
// months, that do not run backwards.
func (c *context) orderedReadings(resolved []Resolved, months []int) [][]time.Time {
	var rows [][]time.Time
	w := c.window
	for t := containing(w.Earliest.Time(), month).start; !t.After(w.Latest.Time()); t = t.AddDate(0, 1, 0) {
		row := make([]time.Time, len(months))
		ordered := true
		for n, i := range months {
			k := resolved[i].Date.Constraint
			row[n] = civil(t.Year(), int(*k.Month), 1)
			if !row[n].Before(t) {
				row[n] = row[n].AddDate(-1, 0, 0)
			}
			ordered = ordered && (n == 0 || row[n-1].Before(row[n]))
		}
		if ordered && (len(rows) == 0 || !equalRows(rows[len(rows)-1], row)) {
			rows = append(rows, row)
		}
	}
	return rows
}

func equalRows(a, b []time.Time) bool {
	for i := range a {
		if !a[i].Equal(b[i]) {
			return false
		}
	}
	return true
}

// weekdayWritten is DAT-17 within a report: in an undated text "on Thursday" is
// the one Thursday that it writes out, if that is not long before the latest day
// written.
func (c *context) weekdayWritten(w int) (reading, bool) {
	var found reading
	for _, e := range c.first {
		rd := e.reading
		k := rd.constraint
		masked := k != nil && k.Day != nil && k.Weekday != nil && *k.Weekday == *weekdayOf(w)
		full := e.Date.Basis == dateline.BasisExplicit && rd.known && rd.p.unit == day && isoWeekday(rd.p.start) == w && c.frame.start.Sub(rd.p.start).Hours() <= 7*24
		switch {
		case masked:
			rd = c.undatedDay(int(*k.Month), *k.Day, w)
		case full:
			rd = at(rd.p, dateline.BasisTextDate)
		default:
			continue
		}
		if found.typ != "" && !sameReading(found, rd) {
			return reading{}, false
		}
		found = rd
	}
	return found, found.typ != ""
}

// tellersDay is the day on which those speak whom an undated report first cites, "officials
// said Saturday, September 19, 2020", if it writes out none later: the news is of that day
// (DAT-17).
func (c *context) tellersDay(resolved []Resolved) (time.Time, bool) {
	for i, e := range resolved {
		said := c.forms[i].sentence < tellersWithin && e.Date.Basis == dateline.BasisExplicit && c.saidOn(resolved, i)
		if said && e.reading.p.start.Equal(c.frame.start) {
			return e.reading.p.start, true
		}
	}
	return time.Time{}, false
}

// tellersWithin is how many sentences from the top such a day stands at most.
const tellersWithin = 3

// sameReading: both stand for one day, known or of an unknown year.
func sameReading(a, b reading) bool {
	if a.known || b.known {
		return a.known == b.known && a.p == b.p
	}
	return *a.constraint.Month == *b.constraint.Month && *a.constraint.Day == *b.constraint.Day
}
