package date

import (
	"slices"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/resolve/date/edtf"
)

// This file reads DAT-13: days that something went on for. "From 12 to 14 May",
// "12–14 May" and "three days of fighting that ended on Sunday" are one span;
// each expression in it gets the whole. "Between Friday and Sunday" is a span
// too, but something happened at some time in it.

// longestSpan is the number of days from which a span is no incident.
const longestSpan = 31

// stretch is a span from one day to another.
type stretch struct {
	first, last time.Time
	lasting     bool
}

// stretches writes the spans into the dates of the expressions that name them.
func (c *context) stretches(out []Resolved) {
	for i := range out {
		if !isDay(out[i]) {
			continue
		}
		if s, ok := c.fromNumber(out, i); ok {
			s.write(&out[i].Date)
		} else if s, ok := c.toNumber(out, i); ok {
			s.write(&out[i].Date)
		} else if s, ok := c.twoDays(out, i); ok {
			s.write(&out[i].Date)
			s.write(&out[i+1].Date)
		} else if s, ok := c.countedDays(out, i); ok {
			s.write(&out[i].Date)
		}
	}
}

func isDay(r Resolved) bool {
	return r.Date.Precision == dateline.D1 && r.Date.Earliest.Known() && r.Date.Earliest == r.Date.Latest && r.reading.p.unit == day
}

func (s stretch) days() int { return int(s.last.Sub(s.first).Hours()/24) + 1 }

func (s stretch) sound() bool { return s.days() >= 2 && s.days() <= longestSpan }

// write keeps the basis and the words of the date. What the span leans on would
// date one day only, so no constraint is left.
func (s stretch) write(d *dateline.Date) {
	d.EDTF = edtf.Between(edtfDate(s.first, day), edtfDate(s.last, day)).String()
	d.Earliest, d.Latest = dayOf(s.first), dayOf(s.last)
	d.Lasting, d.Constraint, d.Alternatives = s.lasting, nil, nil
	switch n := s.days(); {
	case n < 7:
		d.Precision = dateline.D2
	case n == 7:
		d.Precision = dateline.D3
	default:
		d.Precision = dateline.D4
	}
}

// fromNumber reads "from 12 to 14 May" and "12–14 May" at the expression that
// names the month.
func (c *context) fromNumber(out []Resolved, i int) (stretch, bool) {
	f, to := &c.forms[i], out[i].reading.p.start
	n, ok := f.dayNumber(f.from - 2)
	if !ok || n >= to.Day() {
		return stretch{}, false
	}
	s := stretch{to.AddDate(0, 0, n-to.Day()), to, f.before(1) != "and" || f.before(3) == "on"}
	switch {
	case f.before(1) == "and" && f.before(3) == "on" && n == to.Day()-1: // "on 26 and 27 January"
	case f.before(1) == "and":
		ok = f.before(3) == "between"
	case f.is(f.from-1, "UNTIL"):
		ok = f.is(f.from-3, "SPANOPENS")
	default:
		ok = f.is(f.from-1, "DASH")
	}
	return s, ok && s.sound()
}

// toNumber reads "May 12–14".
func (c *context) toNumber(out []Resolved, i int) (stretch, bool) {
	f, from := &c.forms[i], out[i].reading.p.start
	n, ok := f.dayNumber(f.to + 1)
	if !ok || !f.is(f.to, "DASH") || !f.atoms[f.to].glued || !f.atoms[f.to+1].glued {
		return stretch{}, false
	}
	s := stretch{from, from.AddDate(0, 0, n-from.Day()), true}
	return s, s.sound()
}

// twoDays reads "from Friday to Sunday", "30 April–2 May" and "between Friday
// and Sunday" at the first of the two. A night from one to the other is no span
// of days.
func (c *context) twoDays(out []Resolved, i int) (stretch, bool) {
	f := &c.forms[i]
	if i+1 >= len(out) || !isDay(out[i+1]) || out[i+1].Expression.Sentence != f.sentence || c.forms[i+1].from != f.to+1 {
		return stretch{}, false
	}
	joined := f.atoms[f.to].lower
	s := stretch{out[i].reading.p.start, out[i+1].reading.p.start, joined != "and" && f.before(2) != "night"}
	if c.forms[i+1].word("week") && s.last.Before(s.first) {
		s.first = s.first.AddDate(0, 0, -7) // "from Monday to Wednesday last week"
	}
	switch {
	case joined == "and":
		return s, f.before(1) == "between" && s.sound()
	case f.is(f.to, "UNTIL"):
		return s, f.before(1) == "from" && s.sound()
	}
	return s, f.is(f.to, "DASH") && s.sound()
}

// countedDays reads "three days of fighting that ended on Sunday" and "a
// three-day siege began on Friday" at the day.
func (c *context) countedDays(out []Resolved, i int) (stretch, bool) {
	f, at := &c.forms[i], out[i].reading.p.start
	if i == 0 || out[i-1].Expression.Sentence != f.sentence || out[i-1].Expression.Class != "duration" {
		return stretch{}, false
	}
	q, counted := c.forms[i-1].quantity()
	u, _ := c.forms[i-1].unit()
	if !counted || q.vague || u != day || q.low != q.high {
		return stretch{}, false
	}
	n := int(q.low) - 1
	for k := 1; k <= 3 && f.from-k >= c.forms[i-1].to; k++ {
		switch {
		case f.is(f.from-k, "ENDS"):
			s := stretch{at.AddDate(0, 0, -n), at, true}
			return s, s.sound()
		case f.is(f.from-k, "BEGINS"):
			s := stretch{at, at.AddDate(0, 0, n), true}
			return s, s.sound()
		}
	}
	return stretch{}, false
}

// dayNumber is the number of a day that stands alone at an atom.
func (f *form) dayNumber(at int) (int, bool) {
	if at < 0 || at >= len(f.atoms) {
		return 0, false
	}
	for _, m := range f.atoms[at].meanings {
		if m.symbol == symD1 {
			return int(m.value), true
		}
	}
	return 0, false
}

// is says whether the atom is a word of the class.
func (f *form) is(at int, class string) bool {
	if at < 0 || at >= len(f.atoms) {
		return false
	}
	s := f.g.symbols[class]
	return slices.ContainsFunc(f.atoms[at].meanings, func(m meaning) bool { return m.symbol == s })
}
