package clean

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Pages that lost their layout open a line with the day on which they were put out
// and go on with the text: "Published April 6 2034 Activists say …", "Wednesday 10
// Aug 2033 Rebel fire …", "24-08-2034 Army kills …".
var (
	flatForm    = regexp.MustCompile(`^(?i:` + labelWords + `)?(?i:(?:` + weekdayWords + `)\.?,?\s+)?(?i:` + printedForm.String()[len("(?i)"):] + `)\s+(?:\d{1,2}[:.]\d{2}\s+)?["“]?\p{Lu}`)
	openingForm = regexp.MustCompile(`^` + numericForm.String() + `(?:[ .]+["“]?\p{Lu}|$)`)
	weekdayForm = regexp.MustCompile(`\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b`)
)

// flatDate reads the day that opens a line of text with nothing between. Two such lines
// are a chronology, whose days are those of what happened.
func flatDate(lines []line) string {
	i, _ := flatLine(lines)
	if i < 0 {
		return ""
	}
	if m := flatForm.FindStringSubmatch(lines[i].text); m != nil {
		return normalDate(m)
	}
	m := openingForm.FindStringSubmatch(lines[i].text)
	return firstOf(numericDate(m[1], m[2], m[3], m[4]), datedByWeekday(m[1], m[3], m[4], lines))
}

// flatLine is the only line at the head that a day opens, and where its text goes on;
// -1 without one or with several.
func flatLine(lines []line) (at, text int) {
	at = -1
	for i, l := range lines[:min(len(lines), headLines)] {
		end := flatEnd(l.text)
		if end == 0 {
			continue
		}
		if at >= 0 {
			return -1, 0
		}
		at, text = i, end
	}
	return at, text
}

// flatEnd is where the text behind the day that opens a line begins, 0 without one.
func flatEnd(text string) int {
	if flatForm.MatchString(text) && len(strings.Fields(text)) > imprintWords {
		return stampEnd(text)
	}
	if m := openingForm.FindStringSubmatchIndex(text); m != nil {
		return m[9]
	}
	return 0
}

// cutFlat cuts the day that opens a line off the text behind it.
func cutFlat(lines []line) []line {
	i, text := flatLine(lines)
	if i < 0 || !opensSentence(lines[i].text[text:]) {
		return lines
	}
	parts := cutAt(lines[i], []int{text}, []string{"navigation", ""})
	return slices.Replace(lines, i, i+1, parts...)
}

// datedByWeekday reads "05-02-2034", whose day comes first in most countries and second in
// some, as the day that the text names first as a weekday, or the day after it; "" where
// both fit or neither does.
func datedByWeekday(a, b, year string, lines []line) string {
	named := firstWeekday(lines)
	dayFirst, monthFirst := civil(a, b, year), civil(b, a, year)
	switch x, y := lately(dayFirst, named), lately(monthFirst, named); {
	case x && !y:
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
