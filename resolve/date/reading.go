package date

import (
	"slices"
	"time"

	"github.com/opendateline/dateline"
)

// reading is what an expression says before it is put as a dateline.Date.
type reading struct {
	typ, value string // TIMEX3; value only where p does not give it
	p          period
	known      bool // p is given
	anchors    bool // later expressions may lean on p
	basis      dateline.DateBasis
	part       int // 1 early, 2 middle, 3 late
	approx     bool
	dayPart    int
	clock      string
	candidates []time.Time // DAT-1: days that fit, more than one
	also       []period    // other readings, kept as alternatives
	constraint *dateline.Constraint
	open       *period // a length that ends, or begins, at this date
	n          int     // of units of that length
	oneYear    bool    // the year is not written, and only one fits
	note       string
}

func ref(value string) reading { return reading{typ: "DATE", value: value} }

func at(p period, basis dateline.DateBasis) reading {
	return reading{typ: "DATE", p: p, known: true, anchors: true, basis: basis}
}

// interpreters read the rules of grammar.txt.
var interpreters = map[string]func(*context, *form) reading{
	"date": (*context).calendar, "iso": (*context).iso, "slash": (*context).slash, "feast": (*context).feast,
	"lunar": (*context).lunar, "solar": (*context).solar, "holyday": (*context).holyDay,
	"half": (*context).half, "quarter": (*context).quarterOf, "decade": (*context).decadeOf, "century": (*context).centuryOf,
	"intoday": (*context).intoDay, "fromday": (*context).fromDay, "came": (*context).came, "weekof": (*context).weekOf, "weekaround": (*context).weekAround, "lastday": (*context).lastDay, "dayof": (*context).dayOfMonthAlone,
	"day": (*context).dayOf, "step": (*context).step, "ago": (*context).ago, "weekdaysago": (*context).weekdaysAgo, "later": (*context).later,
	"here": (*context).here, "clock": (*context).clockOf, "duration": (*context).duration, "set": (*context).set,
	"happening": (*context).happening, "during": (*context).during,
	"lastquarter": (*context).lastQuarter, "yearquarter": (*context).quarterOfYear, "yearago": (*context).quarterYearAgo, "ended": (*context).ended,
	"thatyear": (*context).thatYear,
	"recent":   (*context).recent, "coming": (*context).recent,
	"agoref":   func(*context, *form) reading { return ref("PAST_REF") },
	"heretime": func(*context, *form) reading { return ref("PAST_REF") },
	"present":  func(*context, *form) reading { return ref("PRESENT_REF") },
	"past":     func(*context, *form) reading { return ref("PAST_REF") },
	"future":   func(*context, *form) reading { return ref("FUTURE_REF") },
}

func (c *context) interpret(f *form) reading {
	read, ok := interpreters[f.rule]
	if !ok {
		return reading{}
	}
	if y, ok := f.year(); ok && (y > 9999 || y < -9999) {
		return reading{} // EDTF of level 1 has years of four digits
	}
	rd := read(c, f)
	rd.part = max(rd.part, f.part())
	rd.approx = rd.approx || f.has("MOD")
	return rd
}

// calendar reads "Monday, 5 September 2022" and every shorter form.
func (c *context) calendar(f *form) reading {
	y, yearGiven := f.year()
	m, monthGiven := f.month()
	d, dayGiven := f.dayOfMonth()
	basis := dateline.BasisExplicit
	if s, ok := f.get("STEP"); ok && !yearGiven && f.word("year") && c.leans() {
		y, yearGiven, basis = c.base().Year()+s, true, dateline.BasisPublication
	}
	s, seasonGiven := f.get("SEASONANY", "SEASON")
	if monthGiven && !yearGiven {
		y, yearGiven = c.sharedYear(f, m)
	}
	switch {
	case seasonGiven && yearGiven:
		return at(containing(civil(y, 3*(s-20), 1), season), basis)
	case seasonGiven:
		return c.seasonNear(f, s)
	case monthGiven && dayGiven && yearGiven:
		return c.fullDate(f, y, m, d)
	case monthGiven && dayGiven:
		return c.yearless(f, m, d)
	case monthGiven && yearGiven:
		return at(period{month, civil(y, m, 1)}, basis)
	case monthGiven:
		return c.bareMonth(f, m)
	}
	return at(period{year, civil(y, 1, 1)}, basis)
}

// fullDate checks the weekday, if one stands beside the date (§12 case 19).
func (c *context) fullDate(f *form, y, m, d int) reading {
	p := period{day, civil(y, m, d)}
	if p.start.Day() != d {
		return reading{typ: "DATE", note: "there is no such day"}
	}
	rd := at(p, dateline.BasisExplicit)
	if w, ok := f.get("WEEKDAY", "WDABBR"); ok && isoWeekday(p.start) != w {
		rd.note = "the weekday does not fit the date"
		off := mod(w-isoWeekday(p.start)+3, 7) - 3
		rd.also = []period{p.add(off, day)}
	}
	return rd
}

func isoWeekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

func (c *context) iso(f *form) reading {
	y, _ := f.get("Y4")
	m, _ := f.get("M1")
	d, _ := f.get("D1")
	return c.fullDate(f, y, m, d)
}

// slash reads 05/09/2022, which is two days unless one order is impossible.
func (c *context) slash(f *form) reading {
	var n [3]int
	i := 0
	for _, cp := range f.caps {
		if i < len(n) && slices.Contains(figureClasses, f.g.names[cp.symbol]) {
			n[i], i = int(cp.value), i+1
		}
	}
	y := n[2]
	if y < 100 {
		y += 1900
		if y < 1950 {
			y += 100
		}
	}
	rd := reading{typ: "DATE", note: "day and month cannot be told apart"}
	for _, dm := range [2][2]int{{n[0], n[1]}, {n[1], n[0]}} {
		if dm[1] >= 1 && dm[1] <= 12 && dm[0] >= 1 && dm[0] <= 31 {
			rd.candidates = append(rd.candidates, civil(y, dm[1], dm[0]))
		}
	}
	switch {
	case len(rd.candidates) == 0:
		return reading{}
	case len(rd.candidates) == 1 || rd.candidates[0].Equal(rd.candidates[1]):
		return at(period{day, rd.candidates[0]}, dateline.BasisExplicit)
	}
	if past := c.behind(f, rd.candidates); past.IsZero() {
		rd.p, rd.known, rd.basis = period{day, rd.candidates[1]}, true, dateline.BasisExplicit
	} else {
		rd = at(period{day, past}, dateline.BasisExplicit)
	}
	return rd
}

// behind is the one of two days that news can look back on: the other comes
// after publication, where nothing speaks of what is to come, or it is of the last
// fortnight and the other months before.
func (c *context) behind(f *form, days []time.Time) time.Time {
	first, second := days[0].After(c.now), days[1].After(c.now)
	switch {
	case c.dated && !first && !second && c.fresh(days[0]) != c.fresh(days[1]):
		if c.fresh(days[0]) {
			return days[0]
		}
		return days[1]
	case !c.dated || first == second || c.tense(f) > 0:
		return time.Time{}
	case first:
		return days[1]
	}
	return days[0]
}

// fresh: the day is of the fortnight before publication.
func (c *context) fresh(day time.Time) bool { return c.now.Sub(day) <= 14*24*time.Hour }

func (c *context) half(f *form) reading {
	n, _ := f.get("HALFNAME")
	y, ok := c.yearOr(f)
	if !ok {
		return reading{typ: "DATE"}
	}
	return at(period{half, civil(y, 6*n-5, 1)}, dateline.BasisPublication)
}

// yearOr is the year that is written out, or so many years from the day to count
// from, if there is one.
func (c *context) yearOr(f *form) (int, bool) {
	if y, ok := f.year(); ok {
		return y, true
	}
	s, _ := f.get("STEP")
	return c.base().Year() + s, c.leans()
}

func (c *context) decadeOf(f *form) reading {
	y, ok := f.get("DECADENAME")
	if y *= 10; !ok {
		y, _ = f.year()
	}
	return at(containing(civil(y, 1, 1), decade), dateline.BasisExplicit)
}

func (c *context) centuryOf(f *form) reading {
	n, _ := f.ordinal()
	if f.bc() {
		return reading{typ: "DATE", value: "BC" + twoDigits(n-1)}
	}
	return reading{typ: "DATE", p: period{century, civil(100*(n-1), 1, 1)}, known: true, basis: dateline.BasisExplicit}
}

func twoDigits(n int) string { return string([]byte{byte('0' + n/10%10), byte('0' + n%10)}) }

// during is the time of a happening; the text may date it elsewhere.
func (c *context) during(*form) reading { return reading{} }

// recent reads "recent months" and "coming weeks".
func (c *context) recent(f *form) reading {
	u, _ := f.unit()
	return reading{typ: "DURATION", value: durationTIMEX(quantity{vague: true}, u)}
}

// duration reads a length of time. "The past 18 months" also says when.
func (c *context) duration(f *form) reading {
	u, ok := f.unit()
	q, counted := f.quantity()
	if !ok {
		return reading{typ: "DURATION"}
	}
	if f.has("UNIT") && !counted {
		q = quantity{low: 1, high: 1}
	}
	if f.has("UNITS") && !counted {
		q = quantity{vague: true}
	}
	rd := reading{typ: "DURATION", value: durationTIMEX(q, u)}
	if f.has("PASTSTEP") || f.has("STEP") && !f.word("next") && !f.word("coming") {
		rd.n, rd.open = int(q.high), c.recentAnchor(u)
	}
	return rd
}

// recentAnchor is where "the past 18 months" ends: at a date of the same
// sentence, else at publication (DAT-10).
func (c *context) recentAnchor(u unit) *period {
	if c.spoken && c.textAt == c.current.Sentence {
		return &c.text
	}
	if c.dated && u >= hours {
		p := containing(c.now, min(u, month))
		return &p
	}
	return nil
}

func (c *context) set(f *form) reading {
	rd := reading{typ: "SET"}
	q, counted := f.quantity()
	if !counted || q.vague {
		q = quantity{low: 1, high: 1}
	}
	switch {
	case f.has("WEEKDAY") || f.has("WEEKDAYS"):
		w, _ := f.get("WEEKDAY", "WEEKDAYS")
		rd.value = "XXXX-WXX-" + twoDigits(w)[1:]
		if p := f.dayPart(); p > 0 {
			rd.value += "T" + dayPartTIMEX[p]
		}
	case f.hasMonth():
		m, _ := f.month()
		rd.value = "XXXX-" + twoDigits(m)
	case f.has("SETADV"):
		u, _ := f.get("SETADV")
		rd.value = durationTIMEX(q, unit(u))
	default:
		u, _ := f.unit()
		rd.value = durationTIMEX(q, u)
	}
	return rd
}

var dayPartTIMEX = [...]string{"", "MO", "MI", "AF", "EV", "NI", "DT"}
