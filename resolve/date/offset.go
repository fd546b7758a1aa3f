package date

import (
	"github.com/opendateline/dateline"
)

// offsets counts "two days after" from the day that is named right after it, or
// after a happening: "two days after the attack of 3 March" (DAT-7).
func (c *context) offsets(out []Resolved) {
	for i := range out[:max(0, len(out)-1)] {
		f, next := &c.forms[i], &c.forms[i+1]
		gap := next.from - f.to
		q, counted := f.quantity()
		u, _ := f.unit()
		sign, after := f.get("THENCE", "AFTER", "BEFORE")
		switch {
		case f.sentence != next.sentence || !after || !counted || q.vague || u < day || !out[i+1].reading.known:
			continue
		case f.rule == "happening" && gap == 1 && (next.before(1) == "of" || next.before(1) == "on"):
		case (f.rule == "later" || f.rule == "came") && gap == 0:
		default:
			continue
		}
		anchor := out[i+1].reading.p
		rd := at(containing(shift(anchor.start, sign*int(q.low), u), max(coarse(u), anchor.unit)), dateline.BasisTextDate)
		rd.note = "counted from " + anchor.edtf(false).String()
		c.current = &c.exprs[i]
		out[i].reading, out[i].Date = rd, c.date(f, rd)
	}
}

// overnight puts "overnight" before the day of those who tell of it: "killed
// overnight, police said on Tuesday", whenever that appears.
func (c *context) overnight(out []Resolved) {
	for i := range out[:max(0, len(out)-1)] {
		f, next := &c.forms[i], &c.forms[i+1]
		part, _ := f.get("TONIGHT")
		said := next.is(next.from-1, "SAYS") || next.before(1) == "on" && next.is(next.from-2, "SAYS")
		if f.rule != "step" || part >= 0 || f.sentence != next.sentence || !said || !isDay(out[i+1]) || !out[i].reading.known {
			continue
		}
		out[i].reading.p, out[i].reading.constraint = out[i+1].reading.p, nil
		c.current = &c.exprs[i]
		out[i].Date = c.date(f, out[i].reading)
	}
}

// weekOf reads "the first week of March" and "the last weekend of June".
func (c *context) weekOf(f *form) reading {
	rd := c.monthOf(f)
	if !rd.known {
		return rd
	}
	n, nth := f.get("ORDINAL")
	rd.p = part(rd.p, n, !nth, f.word("weekend"))
	rd.also = nil
	if c.dated && rd.p.start.After(c.now) && c.tense(f) <= 0 && !f.has("Y4") {
		rd.p = part(containing(rd.p.start.AddDate(-1, 0, 0), month), n, !nth, f.word("weekend"))
	}
	return rd
}

// monthOf is the month that "the first week of …" names.
func (c *context) monthOf(f *form) reading {
	step, stepped := f.get("STEP")
	m, named := f.month()
	y, yearGiven := f.year()
	switch {
	case yearGiven:
		return at(period{month, civil(y, m, 1)}, dateline.BasisExplicit)
	case !named && !c.leans():
		return windowed(step, step, month)
	case !named:
		return at(containing(c.base(), month).add(step, month), c.basis())
	case stepped && c.leans():
		return at(period{month, civil(c.base().Year()+step, m, 1)}, c.basis())
	}
	return c.bareMonth(f, m)
}

// part is the n-th week or weekend of a month, or its last.
func part(m period, n int, last, ends bool) period {
	const saturday = 6
	switch {
	case ends && last:
		sunday := m.last().AddDate(0, 0, -mod(isoWeekday(m.last()), 7))
		return period{weekend, sunday.AddDate(0, 0, -1)}
	case ends:
		return period{weekend, m.start.AddDate(0, 0, mod(saturday-isoWeekday(m.start), 7)+7*(n-1))}
	case last:
		return period{spans + 7, m.last().AddDate(0, 0, -6)}
	}
	return period{spans + 7, m.start.AddDate(0, 0, 7*(n-1))}
}

// dayOfMonthAlone reads "the 28th of last month" and "on the 10th": in the month
// just spoken of, else the latest such day before publication.
func (c *context) dayOfMonthAlone(f *form) reading {
	d, _ := f.dayOfMonth()
	step, stepped := f.get("STEP")
	rd := reading{typ: "DATE"}
	m := containing(c.base(), month)
	switch {
	case !stepped && c.spoken && c.text.unit <= month && c.textAt >= f.sentence-1:
		m = containing(c.text.start, month)
	case !c.leans():
		return rd
	case stepped:
		m = m.add(step, month)
	case m.start.AddDate(0, 0, d-1).After(c.base()) && c.tense(f) <= 0:
		m = m.add(-1, month)
	}
	if t := m.start.AddDate(0, 0, d-1); t.Month() == m.start.Month() {
		rd = at(period{day, t}, c.basis())
		rd.dayPart = f.dayPart()
	}
	return rd
}

// clocks puts a time of day on the day that is named right after it: "around
// 9:10 pm on New Year's Eve".
func (c *context) clocks(out []Resolved) {
	for i := range out[:max(0, len(out)-1)] {
		next := out[i+1].reading
		if c.forms[i].rule != "clock" || c.forms[i+1].rule == "clock" || !next.known || next.p.unit != day || !c.adjoin(i) {
			continue
		}
		rd := out[i].reading
		rd.p, rd.known, rd.basis = next.p, true, dateline.BasisTextDate
		c.current = &c.exprs[i]
		out[i].reading, out[i].Date = rd, c.date(&c.forms[i], rd)
	}
}

// adjoin says that expression i stands right before the next, or with few
// words and "on" between.
func (c *context) adjoin(i int) bool {
	f, next := &c.forms[i], &c.forms[i+1]
	gap := next.from - f.to
	return f.sentence == next.sentence && (gap == 0 || gap > 0 && gap <= clockGap && next.before(1) == "on")
}

// clockGap is how many words stand at most between a clock and its day.
const clockGap = 4

// sharedYear is the year of a date that is joined to a month or day without
// one: "in April and June 1955", "between 3 March and 5 April 2024".
func (c *context) sharedYear(f *form, m int) (int, bool) {
	i := c.at + 1
	if i >= len(c.forms) || c.forms[i].sentence != f.sentence || c.forms[i].rule != "date" {
		return 0, false
	}
	next := &c.forms[i]
	y, dated := next.year()
	of, named := next.month()
	if !dated || !named || next.from-f.to > 2 || !f.joined(next.from) {
		return 0, false
	}
	if m > of {
		y--
	}
	return y, true
}

// joined says that only words that join two dates stand between the expression
// and atom end.
func (f *form) joined(end int) bool {
	for i := f.to; i < end; i++ {
		if !f.is(i, "UNTIL") && !f.is(i, "DASH") && f.atoms[i].lower != "and" && f.atoms[i].lower != "or" && f.atoms[i].lower != "on" {
			return false
		}
	}
	return end > f.to
}
