package wording

import (
	"strconv"
	"strings"
	"time"

	"github.com/opendateline/dateline"
)

// Date is a date for readers: "12 March 2024", "March 2024", "between 1 and 5
// March 2024", "12 March 2024, about 05:30 local".
func Date(d dateline.Date) string {
	if !d.Known() {
		return "date not known"
	}
	s := Days(d.Earliest, d.Latest)
	if m := Masked(d.EDTF); m != "" {
		s = m
	}
	if s == "" {
		s = d.EDTF
	}
	if t := d.LocalTime; t != nil {
		about := ""
		if t.Approximate {
			about = "about "
		}
		s += ", " + about + t.HHMM + " local"
	}
	return s
}

// ShortDate is a date for tables: "2024-03-12", "2024-03", "2024", "2021 to
// 2026", "year not known".
func ShortDate(d dateline.Date) string {
	a, b := string(d.Earliest), string(d.Latest)
	switch whole := Days(d.Earliest, d.Latest); {
	case !d.Known():
		return "not known"
	case Masked(d.EDTF) != "":
		return "year not known"
	case a == "" || b == "":
		return whole
	case a == b:
		return a
	case len(whole) == 4:
		return whole
	case whole == d.Earliest.Time().Format("January 2006"):
		return a[:7]
	case a[:7] == b[:7]:
		return a + " to " + b[8:]
	case a[:4] == b[:4]:
		return a + " to " + b[5:]
	}
	return a[:4] + " to " + b[:4]
}

// Masked is an EDTF date without its year in words: "9 June, year not known";
// "" if the date has its year.
func Masked(edtf string) string {
	rest, ok := strings.CutPrefix(edtf, "XXXX-")
	if !ok {
		return ""
	}
	if t, err := time.Parse("01-02", rest); err == nil {
		return t.Format("2 January") + ", year not known"
	}
	if t, err := time.Parse("01", rest); err == nil {
		return t.Format("January") + ", year not known"
	}
	return ""
}

// Days is a range of days as narrow as it can be said; "" if both ends are open.
func Days(first, last dateline.Day) string {
	switch {
	case !first.Known() && !last.Known():
		return ""
	case !first.Known():
		return "on or before " + Day(last)
	case !last.Known():
		return "on or after " + Day(first)
	case first == last:
		return Day(first)
	}
	return span(first.Time(), last.Time())
}

func span(a, b time.Time) string {
	switch {
	case a.Day() == 1 && b.AddDate(0, 0, 1).Day() == 1 && a.Month() == b.Month() && a.Year() == b.Year():
		return a.Format("January 2006")
	case a.YearDay() == 1 && b.AddDate(0, 0, 1).YearDay() == 1 && a.Year() == b.Year():
		return a.Format("2006")
	case a.Year() == b.Year() && a.Month() == b.Month():
		return "between " + strconv.Itoa(a.Day()) + " and " + b.Format("2 January 2006")
	case a.Year() == b.Year():
		return "between " + a.Format("2 January") + " and " + b.Format("2 January 2006")
	}
	return "between " + a.Format("2 January 2006") + " and " + b.Format("2 January 2006")
}

// Day is "12 March 2024".
func Day(d dateline.Day) string { return d.Time().Format("2 January 2006") }

// datePrecisions never show the code itself.
var datePrecisions = map[dateline.DatePrecision]string{
	dateline.D0: "day and time of day known", dateline.D1: "day known", dateline.D2: "within 5 days", dateline.D3: "week known",
	dateline.D4: "month known", dateline.D5: "year known", dateline.D6: "longer than a year", dateline.D9: "date not known",
}

// DateAndPrecision is a date with how finely it is known: "5 September 2022, day
// known", "date not known".
func DateAndPrecision(d dateline.Date) string {
	if !d.Known() {
		return Date(d)
	}
	return Date(d) + ", " + DatePrecision(d.Precision)
}

// DatePrecision says how finely a date is known.
func DatePrecision(p dateline.DatePrecision) string {
	if w, ok := datePrecisions[p]; ok {
		return w
	}
	return datePrecisions[dateline.D9]
}

// Time is an instant, "12 March 2024 15:10 UTC", from RFC 3339; "" if it is none.
func Time(rfc3339 string) string {
	t, err := time.Parse(time.RFC3339, rfc3339)
	if err != nil {
		return ""
	}
	return t.UTC().Format("2 January 2006 15:04 UTC")
}

// Published says when a report appeared; a date that is not printed is said
// so, with its window (DAT-15, DAT-16).
func Published(p dateline.Published) string {
	if at := Time(p.At); at != "" {
		return at
	}
	window := Days(p.Earliest, p.Latest)
	switch {
	case p.Basis == dateline.PublishedInferred && window != "":
		return "publication date not known; " + window + ", from the text"
	case p.Basis == dateline.PublishedUnknown && window != "":
		return "publication date not known; " + window
	case window == "":
		return "publication date not known"
	}
	return window
}

// Appeared is Published where there is little room: beside a number, in a list.
func Appeared(p dateline.Published) string {
	if p.At != "" || p.Basis != dateline.PublishedInferred && p.Basis != dateline.PublishedUnknown {
		return Published(p)
	}
	if window := Days(p.Earliest, p.Latest); window != "" {
		return "undated, " + window
	}
	return "undated"
}
