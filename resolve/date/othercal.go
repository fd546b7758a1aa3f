package date

import (
	"time"

	"github.com/opendateline/dateline"
)

// This file reads dates of other calendars (§12 case 17). A month of the Islamic
// calendar begins when the moon is seen, and a computed day can be off by one
// either way: its days are spans of three days, its months approximate and a day
// wider on both sides. The Solar Hijri calendar of Iran and Afghanistan is exact.
// The feasts of churches that keep the Julian calendar are days of it.

// julianDayOf1970 is the Julian day number of 1 January 1970.
const julianDayOf1970 = 2440588

func fromJulianDay(n int) time.Time { return civil(1970, 1, 1).AddDate(0, 0, n-julianDayOf1970) }

// lunarDay is a day of the Islamic calendar by its arithmetic form, in which 11
// of 30 years are leap years.
func lunarDay(y, m, d int) time.Time {
	return fromJulianDay(d + (59*(m-1)+1)/2 + (y-1)*354 + (3+11*y)/30 + 1948439)
}

// solarDay is a day of the Solar Hijri calendar, in which 8 of 33 years are leap
// years; that holds from 1799 to 2256.
func solarDay(y, m, d int) time.Time {
	return fromJulianDay(1948320 + 365*(y-1) + (8*y+21)/33 + 30*(m-1) + min(m-1, 6) + d - 1)
}

// lunarYear is the year of the Islamic calendar in which a day lies.
func lunarYear(t time.Time) int {
	y := (t.Year() - 622) * 33 / 32
	for !lunarDay(y+1, 1, 1).After(t) {
		y++
	}
	return y
}

// commonEra says that a number beside a month of another calendar is a year of
// ours: "Ramadan 2014".
func commonEra(y int) bool { return y > 1700 }

// lunar reads "14 Safar 1446", "Ramadan 1445", "Ramadan 2014", "during Ramadan".
func (c *context) lunar(f *form) reading {
	m, _ := f.get("LUNAR", "FASTING", "RABI", "JUMADA", "DHU")
	d, dayGiven := f.get("D1")
	y, yearGiven := f.get("Y4")
	if !yearGiven {
		return c.nearLunar(f, m)
	}
	if commonEra(y) {
		y = lunarIn(y, m)
	}
	if dayGiven {
		return at(around(lunarDay(y, m, d)), dateline.BasisExplicit)
	}
	return approximate(moon(y, m), dateline.BasisExplicit)
}

// lunarIn is the Islamic year whose month m begins in a year of ours; of two,
// the first.
func lunarIn(year, m int) int {
	y := lunarYear(civil(year, 1, 1))
	if lunarDay(y, m, 1).Year() < year {
		y++
	}
	return y
}

// nearLunar is the last such month that began, or the next where the words
// point ahead.
func (c *context) nearLunar(f *form, m int) reading {
	if !c.leans() {
		return reading{typ: "DATE"}
	}
	y := lunarYear(c.base())
	begun := !lunarDay(y, m, 1).After(c.base())
	switch ahead := c.tense(f) > 0; {
	case ahead && begun:
		y++
	case !ahead && !begun:
		y--
	}
	return approximate(moon(y, m), c.basis())
}

func approximate(p period, basis dateline.DateBasis) reading {
	rd := at(p, basis)
	rd.approx = true
	return rd
}

// moon is a month of the Islamic calendar, a day wider on both sides.
func moon(y, m int) period {
	return daysFrom(lunarDay(y, m, 1).AddDate(0, 0, -1), lunarDay(y, m+1, 1).AddDate(0, 0, 1))
}

// daysFrom is the span of the days from start to before next.
func daysFrom(start, next time.Time) period {
	return period{spans + unit(next.Sub(start).Hours()/24), start}
}

// around is a day that may be the one before or after.
func around(t time.Time) period { return period{spans + 3, t.AddDate(0, 0, -1)} }

// solar reads "3 Farvardin 1390" and "Mehr 1399".
func (c *context) solar(f *form) reading {
	m, _ := f.get("SOLAR")
	y, given := f.get("Y4")
	if !given || commonEra(y) {
		return reading{typ: "DATE"}
	}
	if d, ok := f.get("D1"); ok {
		return at(period{day, solarDay(y, m, d)}, dateline.BasisExplicit)
	}
	start, next := solarDay(y, m, 1), solarDay(y, m+1, 1)
	if m == 12 {
		next = solarDay(y+1, 1, 1)
	}
	return at(daysFrom(start, next), dateline.BasisExplicit)
}

// holyDay reads feasts of the moon and of Easter: "Eid al-Fitr", "Good Friday",
// "Orthodox Easter". Without a year it is the last one, or the next where the
// words point ahead.
func (c *context) holyDay(f *form) reading {
	if y, ok := f.get("Y4"); ok {
		return at(holy(f, y), dateline.BasisExplicit)
	}
	if !c.leans() {
		return reading{typ: "DATE"}
	}
	p := holy(f, c.base().Year())
	switch ahead := c.tense(f) > 0; {
	case !ahead && p.start.After(c.base()):
		p = holy(f, c.base().Year()-1)
	case ahead && p.last().Before(c.base()):
		p = holy(f, c.base().Year()+1)
	}
	return at(p, c.basis())
}

// holy is the feast in a year of ours, or the day of it that is counted.
func holy(f *form, y int) period {
	if md, ok := f.get("MOONFEAST", "MOONDAY"); ok {
		n, _ := f.get("ORDINAL")
		return around(lunarDay(lunarIn(y, md/100), md/100, md%100+max(n-1, 0)))
	}
	if f.has("NOWRUZ") {
		return period{day, solarDay(y-621, 1, 1)}
	}
	sunday := easter(y)
	if f.has("ORTHODOX") {
		sunday = julianEaster(y)
	}
	return period{day, sunday.AddDate(0, 0, fromEaster(f))}
}

// fromEaster is how many days a feast lies after Easter Sunday.
func fromEaster(f *form) int {
	days, named := f.get("FROMEASTER")
	switch {
	case named && f.word("monday") && days < 0:
		return days - 1
	case named && f.word("monday"):
		return days + 1
	case named:
		return days
	case f.word("mardi"):
		return -47
	case f.word("thursday"):
		return -3
	case f.word("saturday"):
		return -1
	case f.word("monday"):
		return 1
	case f.word("good"):
		return -2
	case f.word("palm"):
		return -7
	}
	return 0
}

// easter is Easter Sunday of the Gregorian calendar.
func easter(y int) time.Time {
	golden, century := y%19, y/100
	epact := (century - century/4 - (8*century+13)/25 + 19*golden + 15) % 30
	epact -= epact / 28 * (1 - epact/28*(29/(epact+1))*((21-golden)/11))
	weekday := (y + y/4 + epact + 2 - century + century/4) % 7
	return civil(y, 3, 28+epact-weekday)
}

// julianEaster is Easter Sunday of the Julian calendar, as a day of ours.
func julianEaster(y int) time.Time {
	moon := (19*(y%19) + 15) % 30
	weekday := (2*(y%4) + 4*(y%7) - moon + 34) % 7
	month, d := (moon+weekday+114)/31, (moon+weekday+114)%31+1
	return civil(y, month, d).AddDate(0, 0, y/100-y/400-2)
}
