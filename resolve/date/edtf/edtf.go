// Package edtf reads and writes the part of the Extended Date/Time Format in
// which Dateline keeps dates (domain §4.1): all of level 1, and of level 2 sets
// "[a,b]", qualification of the part to the left "2022?-06-09", and a masked
// year before a known month and day "XXXX-06-09".
//
// A [Value] keeps the parts as they are written, so that printing what was
// parsed gives the same string. Bounds are worked out on demand.
package edtf

import "github.com/opendateline/dateline"

// Qualifier says how sure a part and all parts to its left are.
type Qualifier byte

const (
	Plain       Qualifier = 0
	Uncertain   Qualifier = '?'
	Approximate Qualifier = '~'
	Both        Qualifier = '%'
)

// Date is one date: digits as written, with X for a digit that is not given.
// Year is four digits with an optional minus sign, or Y and more than four.
// Month is "", "01"…"12", "21"…"24" for a season, or "XX". Day is "" or two
// digits or "XX". Time is "" or "hh:mm:ss" with an optional zone.
type Date struct {
	Year, Month, Day, Time string
	YearQ, MonthQ, DayQ    Qualifier
}

// End is one end of an interval: a date, an open end "..", or an unknown end "".
type End struct {
	Date
	Open bool
}

// Unknown says whether the end is not given at all.
func (e End) Unknown() bool { return !e.Open && e.Year == "" }

// Form says which of the three shapes a value has.
type Form byte

const (
	Single Form = iota
	Interval
	Set // one of several
)

// Value is one EDTF string. Ends holds one end for a single date, two for an
// interval, and one for each member of a set.
type Value struct {
	Form Form
	Ends []End
}

// Of makes the value of a single date.
func Of(d Date) Value { return Value{Single, []End{{Date: d}}} }

// Between makes the interval from a to b.
func Between(a, b Date) Value { return Value{Interval, []End{{Date: a}, {Date: b}}} }

// OneOf makes the set of the given dates.
func OneOf(dates ...Date) Value {
	v := Value{Form: Set}
	for _, d := range dates {
		v.Ends = append(v.Ends, End{Date: d})
	}
	return v
}

// OfDay is the date of a known civil day.
func OfDay(d dateline.Day) Date {
	return Date{Year: string(d[:4]), Month: string(d[5:7]), Day: string(d[8:10])}
}

// Qualified puts q on the finest part, which qualifies the whole date.
func (d Date) Qualified(q Qualifier) Date {
	switch {
	case d.Day != "":
		d.DayQ = q
	case d.Month != "":
		d.MonthQ = q
	default:
		d.YearQ = q
	}
	return d
}

// String prints the value; the zero value prints as "".
func (v Value) String() string {
	switch v.Form {
	case Interval:
		return v.Ends[0].String() + "/" + v.Ends[1].String()
	case Set:
		s := "["
		for i, e := range v.Ends {
			if i > 0 {
				s += ","
			}
			s += e.String()
		}
		return s + "]"
	}
	if len(v.Ends) == 0 {
		return ""
	}
	return v.Ends[0].String()
}

// String prints the end of an interval.
func (e End) String() string {
	if e.Open {
		return ".."
	}
	return e.Date.String()
}

// String prints the date.
func (d Date) String() string {
	b := make([]byte, 0, 24)
	b = appendPart(b, "", d.Year, d.YearQ)
	b = appendPart(b, "-", d.Month, d.MonthQ)
	b = appendPart(b, "-", d.Day, d.DayQ)
	if d.Time != "" {
		b = append(append(b, 'T'), d.Time...)
	}
	return string(b)
}

func appendPart(b []byte, sep, part string, q Qualifier) []byte {
	if part == "" {
		return b
	}
	b = append(append(b, sep...), part...)
	if q != Plain {
		b = append(b, byte(q))
	}
	return b
}
