package link

import (
	"strings"
	"time"

	"github.com/opendateline/dateline"
)

// slack is by how many days a date of each precision is padded: an outlet's
// day may be the day before or after the local one (DAT-12).
var slack = map[dateline.DatePrecision]int{dateline.D0: 1, dateline.D1: 1, dateline.D2: 1, dateline.D3: 2}

// unit is one unit of each precision in days, for LNK-3.
var unit = map[dateline.DatePrecision]int{
	dateline.D0: 2, dateline.D1: 2, dateline.D2: 3, dateline.D3: 7, dateline.D4: 31,
}

// dateAxis compares when two mentions happened.
func dateAxis(a, b *dateline.Date) axis {
	if !a.Known() || !b.Known() {
		return graded("date", Silent, shownDates)
	}
	return graded("date", gradeDates(*a, *b), shownDates)
}

func shownDates(_ *Linker, a, b *dateline.Mention) []string {
	return []string{shownDate(a.Date), shownDate(b.Date)}
}

func shownDate(d *dateline.Date) string {
	if !d.Known() {
		return "not given"
	}
	if d.EDTF != "" {
		return d.EDTF
	}
	return string(d.Earliest) + "/" + string(d.Latest)
}

func gradeDates(a, b dateline.Date) Grade {
	if ma, mb := maskOf(a), maskOf(b); ma.set() || mb.set() {
		if g, decided := gradeMasks(a, b, ma, mb); decided {
			return g
		}
	}
	gap := gapDays(a, b)
	switch {
	case isDay(a) && isDay(b) && gap <= 1:
		return Exact
	case gap <= max(slack[a.Precision], slack[b.Precision]):
		return overlapping(a, b)
	case gap <= max(unit[a.Precision], unit[b.Precision])+1:
		return nearOr(a, b)
	}
	return otherReading(a, b)
}

// overlapping grades dates that can be one: equal at one precision, or merely
// compatible. An open or unknown date says nothing by overlapping.
func overlapping(a, b dateline.Date) Grade {
	switch {
	case a.Precision == dateline.D9 || b.Precision == dateline.D9:
		return Silent
	case a.Earliest == b.Earliest && a.Latest == b.Latest && a.Earliest.Known() && a.Latest.Known():
		return Coarse
	}
	return Compatible
}

func nearOr(a, b dateline.Date) Grade {
	if g := otherReading(a, b); g != Conflict {
		return g
	}
	return Near
}

// otherReading looks whether an alternative reading of one date fits a reading
// of the other: "2018-11" fits "2018-11-06".
func otherReading(a, b dateline.Date) Grade {
	for _, x := range append([]string{a.EDTF}, a.Alternatives...) {
		for _, y := range append([]string{b.EDTF}, b.Alternatives...) {
			if x != "" && y != "" && (strings.HasPrefix(x, y) || strings.HasPrefix(y, x)) {
				return Compatible
			}
		}
	}
	return Conflict
}

func isDay(d dateline.Date) bool { return d.Precision == dateline.D0 || d.Precision == dateline.D1 }

// gapDays is the number of days between two intervals, 0 if they overlap.
func gapDays(a, b dateline.Date) int {
	switch {
	case a.Latest.Known() && b.Earliest.Known() && a.Latest < b.Earliest:
		return a.Latest.DaysUntil(b.Earliest)
	case b.Latest.Known() && a.Earliest.Known() && b.Latest < a.Earliest:
		return b.Latest.DaysUntil(a.Earliest)
	}
	return 0
}

// mask is what a date without a year still says.
type mask struct {
	month   time.Month // 0 if not said
	day     int        // 0 if not said
	weekday *time.Weekday
}

func (m mask) set() bool { return m.month != 0 || m.weekday != nil }

// fits says whether a day obeys the mask, give or take slack days.
func (m mask) fits(d dateline.Day, slack int) bool {
	for k := -slack; k <= slack; k++ {
		t := d.Add(k).Time()
		if (m.month == 0 || t.Month() == m.month) && (m.day == 0 || t.Day() == m.day) && (m.weekday == nil || t.Weekday() == *m.weekday) {
			return true
		}
	}
	return false
}

// maskOf reads the mask of a date that is not known to the day: from its EDTF
// (XXXX-06-09) or its constraint.
func maskOf(d dateline.Date) mask {
	var m mask
	if isDay(d) && d.Earliest.Known() && d.Earliest == d.Latest {
		return m
	}
	if rest, ok := strings.CutPrefix(d.EDTF, "XXXX-"); ok && len(rest) >= 2 {
		m.month = time.Month(atoi(rest[:2]))
		if len(rest) >= 5 {
			m.day = atoi(rest[3:5])
		}
	}
	if c := d.Constraint; c != nil && c.Anchor != dateline.AnchorHappening {
		m.weekday = c.Weekday
		if c.Month != nil {
			m.month = *c.Month
		}
		if c.Day != nil {
			m.day = *c.Day
		}
	}
	return m
}

func atoi(s string) int {
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' {
			return 0
		}
		n = n*10 + int(r-'0')
	}
	return n
}

// gradeMasks compares dates of which at least one lacks its year or its week.
func gradeMasks(a, b dateline.Date, ma, mb mask) (Grade, bool) {
	if gapDays(a, b) > 1 {
		return Conflict, true
	}
	if ma.set() && mb.set() {
		if ma.month != 0 && mb.month != 0 && (ma.month != mb.month || ma.day != 0 && mb.day != 0 && ma.day != mb.day) {
			return Conflict, true
		}
		if ma.month != 0 && ma.month == mb.month && ma.day == mb.day {
			return Coarse, true
		}
		return Compatible, true
	}
	known, m := b, ma
	if mb.set() {
		known, m = a, mb
	}
	if !isDay(known) || known.Earliest != known.Latest || !known.Earliest.Known() {
		return Silent, false
	}
	switch {
	case !m.fits(known.Earliest, 1):
		return Conflict, true
	case m.day != 0:
		return Coarse, true
	}
	return Compatible, true
}
