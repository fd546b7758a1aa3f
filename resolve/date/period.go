package date

import (
	"fmt"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/resolve/date/edtf"
)

// unit is a calendar unit, numbered as UNIT in lexicon.tsv.
type unit int

const (
	seconds unit = 1 + iota
	minutes
	hours
	day
	week
	month
	quarter
	season
	year
	decade
	century
	millennium
	weekend
	half
	night // from one day into the next
	spans // spans+n is n days that are no unit of this calendar
)

// period is one calendar unit: the day, week, month … that begins at start.
type period struct {
	unit  unit
	start time.Time
}

func civil(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

// containing is the period of unit u in which t lies.
func containing(t time.Time, u unit) period {
	y, m, d := t.Year(), int(t.Month()), t.Day()
	switch u {
	case week:
		return period{week, civil(y, m, d-(int(t.Weekday())+6)%7)}
	case weekend:
		return period{weekend, civil(y, m, d-(int(t.Weekday())+6)%7+5)}
	case month:
		return period{month, civil(y, m, 1)}
	case quarter:
		return period{quarter, civil(y, (m-1)/3*3+1, 1)}
	case half:
		return period{half, civil(y, (m-1)/6*6+1, 1)}
	case season:
		return period{season, civil(y, m/3*3, 1)}
	case year:
		return period{year, civil(y, 1, 1)}
	case decade:
		return period{decade, civil(y-mod(y, 10), 1, 1)}
	case century:
		return period{century, civil(y-mod(y, 100), 1, 1)}
	case millennium:
		return period{millennium, civil(y-mod(y, 1000), 1, 1)}
	}
	return period{day, civil(y, m, d)}
}

func mod(a, b int) int { return ((a % b) + b) % b }

// add moves the period by n units of u, keeping its own unit.
func (p period) add(n int, u unit) period { return period{p.unit, shift(p.start, n, u)} }

func shift(t time.Time, n int, u unit) time.Time {
	switch u {
	case seconds, minutes, hours:
		return t
	case week, weekend:
		return t.AddDate(0, 0, 7*n)
	case day:
		return t.AddDate(0, 0, n)
	}
	months := monthsOf(u) * n
	first := civil(t.Year(), int(t.Month())+months, 1)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(t.Day(), last)-1)
}

func monthsOf(u unit) int {
	return map[unit]int{month: 1, quarter: 3, season: 3, half: 6, year: 12, decade: 120, century: 1200, millennium: 12000}[u]
}

// last is the last day of the period.
func (p period) last() time.Time {
	switch p.unit {
	case day:
		return p.start
	case weekend, night:
		return p.start.AddDate(0, 0, 1)
	case week:
		return p.start.AddDate(0, 0, 6)
	}
	if p.unit > spans {
		return p.start.AddDate(0, 0, int(p.unit-spans)-1)
	}
	return p.start.AddDate(0, monthsOf(p.unit), -1)
}

func (p period) bounds() (first, last dateline.Day) {
	if p.start.Year() < 1 {
		return "", ""
	}
	return dayOf(p.start), dayOf(p.last())
}

func dayOf(t time.Time) dateline.Day { return dateline.Day(t.Format(time.DateOnly)) }

// third is the early, middle or late part of the period (DAT-6): of a month
// 1–10, 11–20, 21–end; of longer units thirds in months or years.
func (p period) third(part int) (first, last time.Time) {
	if part == 0 {
		return p.start, p.last()
	}
	cuts := [4]time.Time{p.start, {}, {}, p.last().AddDate(0, 0, 1)}
	total := int(cuts[3].Sub(cuts[0]).Hours() / 24)
	for i := 1; i < 3; i++ {
		switch {
		case p.unit == month:
			cuts[i] = p.start.AddDate(0, 0, 10*i)
		case p.unit == year:
			cuts[i] = p.start.AddDate(0, 4*i, 0)
		case p.unit == decade:
			cuts[i] = p.start.AddDate(3*i+i/2, 0, 0)
		default:
			cuts[i] = p.start.AddDate(0, 0, total*i/3)
		}
	}
	return cuts[part-1], cuts[part].AddDate(0, 0, -1)
}

// precision is the code of §4.1.
func (p period) precision() dateline.DatePrecision {
	switch p.unit {
	case day:
		return dateline.D1
	case weekend, night:
		return dateline.D2
	case week, spans + 7:
		return dateline.D3
	case spans + 3:
		return dateline.D2
	case month, spans + 29, spans + 30, spans + 31, spans + 32:
		return dateline.D4
	case quarter, season, half, year:
		return dateline.D5
	}
	return dateline.D6
}

// edtf writes the period; what EDTF has no word for becomes an interval.
func (p period) edtf(approx bool) edtf.Value {
	q := edtf.Plain
	if approx {
		q = edtf.Approximate
	}
	y := fmt.Sprintf("%04d", p.start.Year())
	d := edtf.Date{Year: y}
	switch p.unit {
	case day:
		d = edtfDate(p.start, day)
	case month:
		d = edtfDate(p.start, month)
	case season:
		d.Month = fmt.Sprint(20 + int(p.start.Month())/3)
	case year:
	case decade:
		d.Year = y[:len(y)-1] + "X"
	case century:
		d.Year = y[:len(y)-2] + "XX"
	case quarter, half:
		return edtf.Between(edtfDate(p.start, month).Qualified(q), edtfDate(p.last(), month).Qualified(q))
	default:
		return edtf.Between(edtfDate(p.start, day).Qualified(q), edtfDate(p.last(), day).Qualified(q))
	}
	return edtf.Of(d.Qualified(q))
}

func edtfDate(t time.Time, u unit) edtf.Date {
	y := fmt.Sprintf("%04d", t.Year())
	if t.Year() < 0 {
		y = fmt.Sprintf("-%04d", -t.Year())
	}
	d := edtf.Date{Year: y}
	if u == month || u == day {
		d.Month = fmt.Sprintf("%02d", t.Month())
	}
	if u == day {
		d.Day = fmt.Sprintf("%02d", t.Day())
	}
	return d
}

var seasonTIMEX = [...]string{"SP", "SU", "FA", "WI"}

// timex writes the period as a TIMEX3 value.
func (p period) timex() string {
	y, era := p.start.Year(), ""
	if y < 1 {
		y, era = 1-y, "BC"
	}
	head := fmt.Sprintf("%s%04d", era, y)
	switch p.unit {
	case day, night:
		return fmt.Sprintf("%s-%02d-%02d", head, p.start.Month(), p.start.Day())
	case week, weekend:
		wy, w := p.start.ISOWeek()
		if p.unit == weekend {
			return fmt.Sprintf("%04d-W%02d-WE", wy, w)
		}
		return fmt.Sprintf("%04d-W%02d", wy, w)
	case month:
		return fmt.Sprintf("%s-%02d", head, p.start.Month())
	case quarter:
		return fmt.Sprintf("%s-Q%d", head, (p.start.Month()+2)/3)
	case half:
		return fmt.Sprintf("%s-H%d", head, (p.start.Month()+5)/6)
	case season:
		return head + "-" + seasonTIMEX[int(p.start.Month())/3-1]
	case decade:
		return head[:len(head)-1]
	case century, millennium:
		return head[:len(head)-2]
	}
	if p.unit > spans {
		return fmt.Sprintf("%s-%02d-%02d", head, p.start.Month(), p.start.Day())
	}
	return head
}
