package date

import (
	"time"

	"github.com/opendateline/dateline"
)

// feast reads days that have a name: fixed ones, and those that fall on a
// weekday of a month.
func (c *context) feast(f *form) reading {
	y, given := f.year()
	if s, ok := f.get("STEP"); ok && !given && c.leans() {
		y, given = c.feastYear(f, s), true
	}
	if given {
		return at(period{day, feastDay(f, y)}, dateline.BasisExplicit)
	}
	if !c.leans() {
		if _, movable := f.get("MOVABLE", "MOVABLEDAY"); movable {
			return reading{typ: "DATE"}
		}
	}
	y = c.base().Year()
	t := feastDay(f, y)
	if !c.dated {
		return c.yearless(f, int(t.Month()), t.Day())
	}
	wanted := nearestYear(c.base(), int(t.Month()), t.Day(), c.tense(f), c.chronicle)
	return at(period{day, feastDay(f, y+wanted-t.Year())}, c.basis())
}

// feastYear is the year of the last or the next feast.
func (c *context) feastYear(f *form, step int) int {
	y := c.base().Year()
	switch t := feastDay(f, y); {
	case step < 0 && !t.Before(c.base()):
		return y - 1
	case step > 0 && !t.After(c.base()):
		return y + 1
	}
	return y
}

// feastDay is the day of the feast in a year; the eve is the day before, "the
// morning after" the next.
func feastDay(f *form, y int) time.Time {
	t := civil(y, 1, 1)
	if md, ok := f.get("FEAST", "FEASTDAY"); ok {
		t = civil(y, md/100, md%100)
	} else if code, ok := f.get("MOVABLE", "MOVABLEDAY"); ok {
		t = nthWeekday(y, code/100, code/10%10, code%10)
	}
	if f.has("EVE") {
		return t.AddDate(0, 0, -1)
	}
	beside, _ := f.get("THENCE")
	return t.AddDate(0, 0, beside)
}

// nthWeekday is the n-th weekday (ISO number) of a month, the last for n = 5.
func nthWeekday(y, m, n, weekday int) time.Time {
	if n == 5 {
		last := civil(y, m+1, 0)
		return last.AddDate(0, 0, -mod(isoWeekday(last)-weekday, 7))
	}
	first := civil(y, m, 1)
	return first.AddDate(0, 0, mod(weekday-isoWeekday(first), 7)+7*(n-1))
}
