package date

import (
	"time"

	"github.com/opendateline/dateline"
)

// base is the day that "last year" counts from: publication in news, the date
// last spoken of in a chronicle.
func (c *context) base() time.Time {
	if (c.chronicle || !c.dated) && c.spoken {
		return c.text.start
	}
	return c.now
}

// leans says whether there is a day to count from.
func (c *context) leans() bool { return c.dated || c.spoken }

func (c *context) basis() dateline.DateBasis {
	if c.chronicle || !c.dated || c.byTellers {
		return dateline.BasisTextDate
	}
	return dateline.BasisPublication
}

// yearless reads a day and month without a year (DAT-1, DAT-4 by analogy).
func (c *context) yearless(f *form, m, d int) reading {
	w, weekdayGiven := f.get("WEEKDAY", "WDABBR")
	if !c.dated {
		return c.undatedDay(m, d, w)
	}
	base := c.base()
	y := nearestYear(base, m, d, c.tense(f), c.chronicle)
	if weekdayGiven {
		for back := 0; back < 12; back++ {
			if isoWeekday(civil(y-back, m, d)) == w {
				rd := at(period{day, civil(y-back, m, d)}, dateline.BasisWeekday)
				rd.note = "year chosen by the weekday"
				return rd
			}
		}
	}
	if civil(y, m, d).Day() != d {
		return reading{typ: "DATE", note: "there is no such day"}
	}
	return at(period{day, civil(y, m, d)}, c.basis())
}

// nearestYear puts a day without a year near base: in a chronicle the next
// one unless it is little before; in news by tense, the past by default.
func nearestYear(base time.Time, m, d, tense int, chronicle bool) int {
	y := base.Year()
	t := civil(y, m, d)
	days := int(t.Sub(base).Hours() / 24)
	switch {
	case chronicle && days < -270:
		return y + 1
	case chronicle:
		return y
	case tense > 0 && days < -100:
		return y + 1
	case tense <= 0 && days > 75 || tense < 0 && days > 45:
		return y - 1
	}
	return y
}

// bareMonth reads a month without a year (DAT-4).
func (c *context) bareMonth(f *form, m int) reading {
	if s, ok := f.get("STEP"); ok && c.leans() {
		return at(c.stepMonth(m, s), c.basis())
	}
	if !c.dated {
		return c.undatedMonth(f, m)
	}
	base := c.base()
	p := period{month, civil(base.Year(), m, 1)}
	if c.chronicle {
		if int(base.Month()) >= 10 && m <= 2 {
			p = p.add(1, year)
		}
		return at(p, dateline.BasisTextDate)
	}
	rd := at(p, dateline.BasisPublication)
	switch diff := m - int(base.Month()); {
	case c.tense(f) > 0:
		if diff < 0 {
			rd.p = p.add(1, year)
		}
	case diff > 0:
		rd.p = p.add(-1, year)
	case diff == 0 && c.tense(f) < 0 && !f.word("early"):
		rd.also = []period{p.add(-1, year)}
	}
	return rd
}

func (c *context) stepMonth(m, s int) period {
	base := c.base()
	p := period{month, civil(base.Year(), m, 1)}
	switch {
	case s < 0 && m >= int(base.Month()):
		return p.add(-1, year)
	case s > 0 && m <= int(base.Month()):
		return p.add(1, year)
	}
	return p
}

func (c *context) seasonNear(f *form, s int) reading {
	if !c.leans() {
		return reading{typ: "DATE"}
	}
	base := c.base()
	p := period{season, civil(base.Year(), 3*(s-20), 1)}
	step, stepped := f.get("STEP")
	switch {
	case c.chronicle && !stepped:
		if s == 24 && base.Month() <= 3 {
			p = p.add(-1, year)
		}
	case stepped && step < 0 && !p.last().Before(base), !stepped && c.tense(f) <= 0 && p.start.After(base):
		p = p.add(-1, year)
	case stepped && step > 0 && !p.start.After(base), !stepped && c.tense(f) > 0 && p.last().Before(base):
		p = p.add(1, year)
	}
	return at(p, c.basis())
}

// dayOf reads days named from publication or by weekday, with a time of day.
func (c *context) dayOf(f *form) reading {
	rd := c.plainDay(f)
	if f.word("eve") {
		rd = eveOf(rd)
	}
	rd.dayPart = f.dayPart()
	rd.clock, _ = f.clock()
	if rd.dayPart > 0 || rd.clock != "" {
		rd.typ = "TIME"
	}
	return rd
}

// eveOf is the day before a day that is known.
func eveOf(rd reading) reading {
	if !rd.known {
		return reading{typ: "DATE"}
	}
	rd.p, rd.also, rd.constraint = rd.p.add(-1, day), nil, nil
	return rd
}

func (c *context) plainDay(f *form) reading {
	if n, ok := f.get("DAYNAME"); ok {
		if f.word("before") || f.word("after") {
			n *= 2 // "the day before yesterday"
		}
		return c.dayName(n)
	}
	if f.hasMonth() {
		return c.calendar(f)
	}
	w, _ := f.get("WEEKDAY", "WDABBR")
	step, stepped := f.get("STEP")
	if !c.dated {
		return c.undatedWeekday(w, step, stepped)
	}
	if f.word("week") && !f.word("ago") {
		if f.word("before") {
			step = -2 // "the week before last"
		}
		monday := containing(c.now, week).add(step, week)
		return at(period{day, monday.start.AddDate(0, 0, w-1)}, dateline.BasisPublication)
	}
	rd := c.weekday(f, w, step, stepped)
	if f.word("ago") {
		rd.p = rd.p.add(-1, week)
	}
	return rd
}

// intoDay reads "the night of 12 to 13 September" and "overnight into Tuesday":
// the day that ends the night stands last (DAT-13).
func (c *context) intoDay(f *form) reading { return nightFrom(c.plainDay(f), -1) }

// fromDay reads "the night between Friday and Saturday", whose first day leads.
func (c *context) fromDay(f *form) reading { return nightFrom(c.plainDay(f), 0) }

// nightFrom widens a day to the night that begins on it, or days before it.
func nightFrom(rd reading, days int) reading {
	rd.typ = "TIME"
	if rd.known && rd.p.unit == day {
		rd.p = period{night, rd.p.start.AddDate(0, 0, days)}
		rd.constraint = nil
	}
	return rd
}

func (c *context) dayName(n int) reading {
	if !c.dated {
		rd := reading{typ: "DATE", basis: dateline.BasisWindow}
		rd.constraint = &dateline.Constraint{Anchor: dateline.AnchorPublication, MinDays: n, MaxDays: n}
		return rd
	}
	if n == 0 && c.chronicle {
		return ref("PRESENT_REF")
	}
	rd := at(period{day, c.now}.add(n, day), dateline.BasisPublication)
	rd.constraint = &dateline.Constraint{Anchor: dateline.AnchorPublication, MinDays: n, MaxDays: n}
	return rd
}

// weekday reads DAT-2 and DAT-3 against a known publication day.
func (c *context) weekday(f *form, w, step int, stepped bool) reading {
	base := c.base()
	back := mod(isoWeekday(base)-w, 7)
	p := period{day, base}
	k := &dateline.Constraint{Anchor: dateline.AnchorPublication, Weekday: weekdayOf(w)}
	rd := at(p, c.basis())
	switch {
	case c.chronicle:
		rd.p = p.add(mod(-back, 7), day)
	case stepped && step > 0:
		rd.p, k.MinDays, k.MaxDays = p.add(7-back, day), 1, 7
	case stepped && step < 0:
		rd.p, rd.also = lastWeekday(p, back)
		k.MinDays, k.MaxDays = -7, -1
		if f.word("past") {
			rd.also = nil // "this past Monday" is no Monday but the last
		}
	case c.tense(f) > 0:
		rd.p, k.MinDays, k.MaxDays = p.add(mod(-back, 7), day), 0, 6
	default:
		rd.p, k.MinDays, k.MaxDays = p.add(-back, day), -6, 0
	}
	rd.constraint = k
	return rd
}

// lastWeekday is DAT-2: strictly before publication; where that lies in the
// week of publication, the week before is kept as another reading.
func lastWeekday(p period, back int) (period, []period) {
	if back == 0 {
		back = 7
	}
	best := p.add(-back, day)
	if containing(best.start, week) == containing(p.start, week) {
		return best, []period{best.add(-1, week)}
	}
	return best, nil
}

func weekdayOf(iso int) *time.Weekday {
	w := time.Weekday(iso % 7)
	return &w
}

// step reads "last week", "this year", "next month", "last night".
func (c *context) step(f *form) reading {
	n, _ := f.get("STEP")
	u, ok := f.unit()
	switch part := f.dayPart(); {
	case part > 0:
		if part == 5 && n == 1 {
			n = 0
		}
		rd := c.dayName(n)
		rd.typ, rd.dayPart = "TIME", part
		return rd
	case f.hasMonth():
		m, _ := f.month()
		if !c.leans() {
			return c.undatedMonth(f, m)
		}
		return at(c.stepMonth(m, n), c.basis())
	case f.has("SEASONANY"):
		s, _ := f.get("SEASONANY")
		return c.seasonNear(f, s)
	case f.word("weekend"):
		u, ok = weekend, true
	}
	if !ok || u < day {
		return ref("PRESENT_REF")
	}
	if !c.leans() || !c.dated && c.yearSpoken() && (u <= month || u == weekend) {
		return windowed(n, n, u) // no week is the next to a year
	}
	p := containing(c.base(), u).add(n, u)
	if u == weekend && n == 0 && c.tense(f) <= 0 && p.start.After(c.base()) {
		p = p.add(-1, week)
	}
	rd := at(p, c.basis())
	rd.constraint = windowed(n, n, u).constraint
	return rd
}

// yearSpoken: what was last spoken of is no finer than a year.
func (c *context) yearSpoken() bool { return c.text.unit >= year && c.text.unit <= millennium }

// ago reads "two weeks ago" (DAT-7: the coarser precision stays).
func (c *context) ago(f *form) reading {
	q, counted := f.quantity()
	u, _ := f.unit()
	if f.has("UNIT") && !counted {
		q, counted = quantity{low: 1, high: 1}, true
	}
	if q.vague || !counted || u < day {
		return ref("PAST_REF")
	}
	if !c.dated {
		return windowed(-int(q.high), -int(q.low), u)
	}
	if u == year && q.high == 1 && c.spoken && c.text.unit == quarter {
		rd := at(c.text.add(-1, year), dateline.BasisTextDate)
		rd.anchors = false // a comparison; the text stays with its quarter
		return rd
	}
	p := containing(shift(c.now, -int(q.low), u), coarse(u))
	if f.word("today") {
		p = period{day, shift(c.now, -int(q.low), u)} // "a week ago today"
	}
	rd := at(p, dateline.BasisPublication)
	rd.constraint = windowed(-int(q.high), -int(q.low), u).constraint
	return rd
}

// weekdaysAgo reads "four Sundays ago": the last one is the first.
func (c *context) weekdaysAgo(f *form) reading {
	q, counted := f.quantity()
	w, _ := f.get("WEEKDAYS")
	if q.vague || !counted || !c.dated {
		return ref("PAST_REF")
	}
	last, _ := lastWeekday(period{day, c.now}, mod(isoWeekday(c.now)-w, 7))
	return at(last.add(1-int(q.low), week), dateline.BasisPublication)
}

// lately says that the date last spoken of is a day of the month before publication.
func (c *context) lately() bool {
	return c.dated && c.text.unit == day && !c.text.start.After(c.now) && c.text.start.After(c.now.AddDate(0, -1, 0))
}

// came reads "the attack came two years after a man …" and "Ten years after a man
// …": counted back from the date of its sentence, else from the day that the news is
// of, else from publication.
func (c *context) came(f *form) reading {
	if c.chronicle && f.from == 0 {
		return c.later(f) // a story goes on: "Two days after they fell back, …"
	}
	q, counted := f.quantity()
	u, _ := f.unit()
	anchor := period{day, c.now}
	switch {
	case c.spoken && (c.textAt == f.sentence || f.from > 0 && c.lately()):
		anchor = c.text
	case !c.dated:
		counted = false
	}
	if q.vague || !counted || u < day {
		return ref("PAST_REF")
	}
	sign, _ := f.get("AFTER", "BEFORE")
	rd := at(containing(shift(anchor.start, -sign*int(q.low), u), max(coarse(u), anchor.unit)), dateline.BasisTextDate)
	rd.anchors = false
	rd.note = "counted from " + anchor.edtf(false).String()
	return rd
}

// coarse is the unit in which an offset of u is known.
func coarse(u unit) unit {
	switch u {
	case season, half:
		return month
	case decade, century, millennium:
		return year
	}
	return u
}

var unitDays = map[unit]int{day: 1, week: 7, weekend: 7, month: 30, quarter: 91, season: 91, half: 182, year: 365, decade: 3652, century: 36524}

// windowed keeps an offset from an unknown publication day as a constraint.
func windowed(lo, hi int, u unit) reading {
	size := unitDays[u]
	k := &dateline.Constraint{Anchor: dateline.AnchorPublication, MinDays: lo*size - size + 1, MaxDays: hi*size + size - 1}
	if hi <= 0 {
		k.MaxDays = min(0, k.MaxDays)
	}
	if u == day {
		k.MinDays, k.MaxDays = lo, hi
	}
	return reading{typ: "DATE", basis: dateline.BasisWindow, constraint: k}
}

// later reads "six years later", "a day earlier" (DAT-7). Counted from a month
// whose year is not known it is not known either.
func (c *context) later(f *form) reading {
	q, counted := f.quantity()
	u, _ := f.unit()
	sign, _ := f.get("AFTER", "BEFORE", "THEN")
	if q.vague || !counted || u < day || !c.leans() || c.yearlessIn == f.sentence+1 {
		return ref(map[int]string{1: "FUTURE_REF", -1: "PAST_REF"}[sign])
	}
	anchor := c.anchor()
	if c.dated && !c.chronicle && sign < 0 && anchor.unit >= year && u < year {
		anchor = period{day, c.now}
	}
	if c.dated && !c.chronicle && sign > 0 && !c.spoken && c.tense(f) <= 0 {
		return ref("FUTURE_REF") // "a week after he was shot a man died"
	}
	to := max(coarse(u), anchor.unit)
	if anchor.unit == quarter && u == year {
		to = quarter
	}
	rd := at(containing(shift(anchor.start, sign*int(q.low), u), to), dateline.BasisTextDate)
	rd.anchors = anchor.unit != quarter // "a year earlier" than a quarter compares
	rd.note = "counted from " + anchor.edtf(false).String()
	return rd
}

// anchor is the date last spoken of, else the publication day.
func (c *context) anchor() period {
	if c.spoken {
		return c.text
	}
	return period{day, c.now}
}

// here reads "the same day", "the following year" (DAT-8), "later that month".
func (c *context) here(f *form) reading {
	u, _ := f.unit()
	n, _ := f.get("HERE")
	if f.word("before") {
		n = -1
	} else if f.word("after") {
		n = 1
	}
	part := f.dayPart()
	if part > 0 {
		u = day
	}
	if w, ok := f.get("WEEKDAY", "WDABBR"); ok && c.spoken {
		rd := at(period{day, c.text.start}.add(mod(w-isoWeekday(c.text.start), 7), day), dateline.BasisTextDate)
		return rd
	}
	if u < day || !c.spoken {
		return reading{typ: "DATE", value: "XXXX"}
	}
	anchor := c.text
	if anchor.unit > u {
		if p, ok := c.last[u]; ok && c.chronicle {
			anchor = p
		}
	}
	to := max(u, minUnit(anchor.unit, u))
	rd := at(containing(anchor.start, to).add(n, u), dateline.BasisTextDate)
	if anchor.unit > u && to == u {
		rd.typ = "DATE"
	}
	rd.note = "counted from " + anchor.edtf(false).String()
	if part > 0 {
		rd.typ, rd.dayPart = "TIME", part
	}
	return rd
}

// minUnit keeps the anchor's unit where it is coarser than what is asked.
func minUnit(anchor, asked unit) unit { return max(anchor, asked) }

// clockOf reads a time of day by itself: on the day last spoken of.
func (c *context) clockOf(f *form) reading {
	rd := reading{typ: "TIME", dayPart: f.dayPart()}
	rd.clock, _ = f.clock()
	if p, ok := c.last[day]; ok {
		rd.p, rd.known, rd.basis = p, true, dateline.BasisTextDate
	} else if c.dated && !c.chronicle {
		rd.p, rd.known, rd.basis = period{day, c.now}, true, dateline.BasisPublication
	}
	return rd
}
