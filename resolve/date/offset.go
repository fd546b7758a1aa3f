package date

import (
	"slices"

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

// opened counts "Two days after gunmen killed a man, …" back from the day that its
// sentence goes on to.
func (c *context) opened(out []Resolved) {
	for i := range out[:max(0, len(out)-1)] {
		f, next := &c.forms[i], &c.forms[i+1]
		q, _ := f.quantity()
		u, _ := f.unit()
		if f.rule != "came" || f.from > 0 || f.sentence != next.sentence || u < day || q.vague || !isDay(out[i+1]) || !f.comma(next.from) {
			continue
		}
		rd := out[i].reading
		rd.p = containing(shift(out[i+1].reading.p.start, -int(q.low), u), coarse(u))
		c.current = &c.exprs[i]
		out[i].reading, out[i].Date = rd, c.date(f, rd)
	}
}

// comma says that one stands between the expression and atom end.
func (f *form) comma(end int) bool {
	return slices.ContainsFunc(f.atoms[f.to:end], func(a atom) bool { return a.lower == "," })
}

// overnight puts "overnight" before the day of those who tell of it: "killed
// overnight, police said on Tuesday", whenever that appears; else on the night or
// morning that is named later.
func (c *context) overnight(out []Resolved) {
	for i := range out[:max(0, len(out)-1)] {
		f := &c.forms[i]
		part, _ := f.get("TONIGHT")
		if f.rule != "step" || part >= 0 || !out[i].reading.known {
			continue
		}
		n := i + 1
		if !c.saidOn(out, n) || c.forms[n].sentence != f.sentence {
			n = c.nightNamed(out, n)
		}
		if n < 0 {
			continue
		}
		out[i].reading.p, out[i].reading.constraint = out[n].reading.p, nil
		c.current = &c.exprs[i]
		out[i].Date = c.date(f, out[i].reading)
	}
}

// saidOn: expression n is the day on which somebody spoke.
func (c *context) saidOn(out []Resolved, n int) bool {
	f := &c.forms[n]
	return isDay(out[n]) && (f.is(f.from-1, "SAYS") || f.before(1) == "on" && f.is(f.from-2, "SAYS"))
}

// nightNamed is the first part of a day from expression n on, if it is a night, an
// evening or a morning of the two days before publication; else -1.
func (c *context) nightNamed(out []Resolved, n int) int {
	for ; n < len(out); n++ {
		rd := out[n].reading
		if c.forms[n].rule != "day" || rd.dayPart == 0 || !rd.known || rd.p.unit != day {
			continue
		}
		if back := c.now.Sub(rd.p.start).Hours() / 24; rd.dayPart == 3 || back < 0 || back > 2 {
			return -1
		}
		return n
	}
	return -1
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

// weekAround reads "the week of 3 March" and "the week ending 9 March".
func (c *context) weekAround(f *form) reading {
	rd := c.plainDay(f)
	if !rd.known {
		return reading{typ: "DATE"}
	}
	rd.constraint, rd.also = nil, nil
	switch {
	case f.word("ending"):
		rd.p = period{spans + 7, rd.p.start.AddDate(0, 0, -6)}
	case f.word("of"):
		rd.p = containing(rd.p.start, week)
	default:
		rd.p = period{spans + 7, rd.p.start}
	}
	return rd
}

// lastDay reads "the first day of May" and "the last day of February".
func (c *context) lastDay(f *form) reading {
	rd := c.monthOf(f)
	if !rd.known {
		return rd
	}
	rd.also = nil
	if n, nth := f.get("ORDINAL"); nth {
		rd.p = period{day, rd.p.start.AddDate(0, 0, n-1)}
	} else {
		rd.p = period{day, rd.p.last()}
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

// clocks puts a time of day on the day that is named after it: "around 9:10 pm on
// New Year's Eve". Where no day was spoken of before, that of a part of a day in the
// next sentence will do: "a late night raid. Police came on Sunday evening".
func (c *context) clocks(out []Resolved) {
	for i := range out[:max(0, len(out)-1)] {
		next := out[i+1].reading
		if c.forms[i].rule != "clock" || c.forms[i+1].rule == "clock" || !next.known || next.p.unit != day || next.p.start.After(c.now) && c.dated {
			continue
		}
		undated := out[i].reading.basis == dateline.BasisPublication
		inNext := c.forms[i+1].sentence == c.forms[i].sentence+1 && next.typ == "TIME"
		if !c.adjoin(i) && !c.oneVerb(i) && !(undated && inNext) {
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
	comma := gap == 1 && next.before(1) == ","
	return f.sentence == next.sentence && (gap == 0 || comma || gap > 0 && gap <= clockGap && next.before(1) == "on")
}

// oneVerb says that expression i and the next, behind "on", hang on one verb: "it
// began at 5 p.m. in the second block of a road on Saturday".
func (c *context) oneVerb(i int) bool {
	f, next := &c.forms[i], &c.forms[i+1]
	if f.sentence != next.sentence || next.before(1) != "on" {
		return false
	}
	v := c.verbOf(f)
	return v >= 0 && v == c.verbOf(next)
}

// verbOf is the token of the verb that the expression hangs on, -1 without a parse.
func (c *context) verbOf(f *form) int {
	tokens := c.doc.Sentences[f.sentence].Tokens
	i := slices.IndexFunc(tokens, func(t dateline.Token) bool { return t.End > f.atoms[f.from].start })
	for steps := 0; i >= 0 && tokens[i].POS != "VERB" && steps < len(tokens); steps++ {
		i = tokens[i].Head
	}
	return i
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
