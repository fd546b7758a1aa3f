package edtf

import (
	"strings"
	"time"

	"github.com/opendateline/dateline"
)

// Bounds gives the first and the last day that the value can mean. An end that
// is open, unknown, masked in the year, or before the year 1 is the empty Day.
// Qualifiers do not widen bounds. Seasons are those of the northern half of the
// earth, winter reaching into the next year.
func (v Value) Bounds() (earliest, latest dateline.Day) {
	if len(v.Ends) == 0 {
		return "", ""
	}
	earliest, latest = v.Ends[0].Bounds()
	for _, e := range v.Ends[1:] {
		first, last := e.Bounds()
		if v.Form == Interval {
			return earliest, last
		}
		earliest, latest = minDay(earliest, first), maxDay(latest, last)
	}
	return earliest, latest
}

// Bounds gives the first and the last day of the date.
func (d Date) Bounds() (earliest, latest dateline.Day) {
	if d.Year == "" || d.Year == "XXXX" || d.Year[0] == '-' || d.Year[0] == 'Y' || d.Year == "0000" {
		return "", ""
	}
	first, last := number(strings.ReplaceAll(d.Year, "X", "0")), number(strings.ReplaceAll(d.Year, "X", "9"))
	if first == 0 {
		first = 1
	}
	if d.Month == "" || d.Month == "XX" {
		return dateline.NewDay(first, 1, 1), dateline.NewDay(last, 12, 31)
	}
	month := number(d.Month)
	if month > 20 {
		start := time.Month(3 * (month - 20))
		return dateline.NewDay(first, start, 1), dateline.NewDay(first, start+3, 0)
	}
	if d.Day == "" || d.Day == "XX" {
		return dateline.NewDay(first, time.Month(month), 1), dateline.NewDay(first, time.Month(month)+1, 0)
	}
	day := dateline.NewDay(first, time.Month(month), number(d.Day))
	return day, day
}

// Compare orders values by earliest and then by latest day; an open start
// comes before, an open end after every known day.
func Compare(a, b Value) int {
	a1, a2 := a.Bounds()
	b1, b2 := b.Bounds()
	if a1 != b1 {
		return order(a1 < b1)
	}
	if a2 == b2 {
		return 0
	}
	if !a2.Known() || !b2.Known() {
		return order(a2.Known())
	}
	return order(a2 < b2)
}

func order(less bool) int {
	if less {
		return -1
	}
	return 1
}

// Overlap says whether a and b can mean the same day. Sets overlap where one
// of their members does.
func Overlap(a, b Value) bool {
	for _, x := range a.spans() {
		for _, y := range b.spans() {
			if startsBy(x[0], y[1]) && startsBy(y[0], x[1]) {
				return true
			}
		}
	}
	return false
}

func (v Value) spans() [][2]dateline.Day {
	if v.Form != Set {
		first, last := v.Bounds()
		return [][2]dateline.Day{{first, last}}
	}
	spans := make([][2]dateline.Day, len(v.Ends))
	for i, e := range v.Ends {
		spans[i][0], spans[i][1] = e.Bounds()
	}
	return spans
}

func startsBy(start, end dateline.Day) bool {
	return !start.Known() || !end.Known() || start <= end
}

func minDay(a, b dateline.Day) dateline.Day {
	if !a.Known() || !b.Known() {
		return ""
	}
	return min(a, b)
}

func maxDay(a, b dateline.Day) dateline.Day {
	if !a.Known() || !b.Known() {
		return ""
	}
	return max(a, b)
}
