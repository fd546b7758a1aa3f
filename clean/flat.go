package clean

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Pages that lost their layout open a line with the day on which they were put out
// and go on with the text: "Published April 6 2034 Activists say …", "AFP Wednesday 10
// Aug 2033 Rebel fire …", "24-08-2034 Army kills …". Beside an agency and a whole day
// the headline may run before them: "Mill burns AFP Sunday 5 Jun 2033 A mill …".
var (
	flatForm    = regexp.MustCompile(`^(?:` + agencyForm + `)?(?i:` + labelWords + `)?(?i:` + weekdayWords + `\.?,?\s+)?(?i:` + printedDay + `)\s+(?:\d{1,2}[:.]\d{2}\s+)?(?:["“]?\p{Lu}|\d{1,4}\s\p{L}|by\s\p{Lu})`)
	titledForm  = regexp.MustCompile(`^((?:\S+\s+){3,60}?)` + agencyForm + `(?i:` + weekdayWords + `\.?,?\s+)(?i:` + printedDay + `)\s+["“]?[\p{Lu}\d]`)
	openingForm = regexp.MustCompile(`^` + numericForm.String() + `(?:[ .]*["“]?(?:\p{Lu}|\d{1,4}\s\p{L})|\s*\(updated|$)`)
	weekdayForm = regexp.MustCompile(`\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b`)
)

// flatDate reads the day that stands in a line of text with nothing between. Two such
// lines are a chronology, whose days are those of what happened.
func flatDate(lines []line) string {
	i, from, to := flatLine(lines)
	if i < 0 {
		return ""
	}
	day := lines[i].text[from:to]
	if m := printedForm.FindStringSubmatch(day); m != nil {
		return normalDate(m)
	}
	m := numericForm.FindStringSubmatch(day)
	return firstOf(numericDate(m[1], m[2], m[3], m[4]), datedByWeekday(m[1], m[3], m[4], lines))
}

// flatLine is the only line at the head with such a day, where the day begins and where
// the text goes on; -1 without one or with several.
func flatLine(lines []line) (at, from, to int) {
	at = -1
	for i, l := range lines[:min(len(lines), headLines)] {
		start, end := flatDay(l.text)
		if end == 0 {
			continue
		}
		if at >= 0 {
			return -1, 0, 0
		}
		at, from, to = i, start, end
	}
	return at, from, to
}

// flatDay is where the day of a line begins and where the text behind it does; zeros
// without one.
func flatDay(text string) (from, to int) {
	if from = titledDay(text); from > 0 {
		return from, from + stampEnd(text[from:])
	}
	if flatForm.MatchString(text) && len(strings.Fields(text)) > imprintWords {
		return 0, stampEnd(text)
	}
	if m := openingForm.FindStringSubmatchIndex(text); m != nil {
		return 0, m[9]
	}
	return 0, 0
}

// titledDay is where an agency and a whole day stand behind a headline, 0 without them.
// The form is slow, and few lines have a year so near their start.
func titledDay(text string) int {
	head := text[:min(len(text), titledBytes)]
	if !strings.Contains(head, " 19") && !strings.Contains(head, " 20") {
		return 0
	}
	if m := titledForm.FindStringSubmatchIndex(head); m != nil {
		return m[3]
	}
	return 0
}

// titledBytes is how far into a line such a day begins.
const titledBytes = 400

// cutFlat cuts the day that opens a line, or stands behind its headline, off the text.
func cutFlat(lines []line) []line {
	i, from, to := flatLine(lines)
	if i < 0 || !opensSentence(lines[i].text[to:]) {
		return lines
	}
	parts := cutAt(lines[i], []int{from, to}, []string{"", "navigation", ""})
	return slices.Replace(lines, i, i+1, parts...)
}

// datedByWeekday reads "05-02-2034", whose day comes first in most countries and second in
// some, as the day that the text names first as a weekday, or the day after it; "" where
// both fit or neither does.
func datedByWeekday(a, b, year string, lines []line) string {
	named := firstWeekday(lines)
	dayFirst, monthFirst := civil(a, b, year), civil(b, a, year)
	switch x, y := lately(dayFirst, named), lately(monthFirst, named); {
	case x && !y, dayFirst.Equal(monthFirst):
		return dayFirst.Format(time.DateOnly)
	case y && !x:
		return monthFirst.Format(time.DateOnly)
	}
	return ""
}

// civil is a day of numbers up to twelve.
func civil(day, month, year string) time.Time {
	d, _ := strconv.Atoi(day) // one or two digits
	m, _ := strconv.Atoi(month)
	y, _ := strconv.Atoi(year)
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
}

// firstWeekday is the weekday that a text names first, "" without one.
func firstWeekday(lines []line) string {
	for _, l := range lines {
		if m := weekdayForm.FindString(l.text); m != "" {
			return m
		}
	}
	return ""
}

// lately: the weekday is that of the day or of the one before.
func lately(day time.Time, weekday string) bool {
	return weekday == day.Weekday().String() || weekday == day.AddDate(0, 0, -1).Weekday().String()
}
