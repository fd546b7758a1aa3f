package clean

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	dateline "github.com/opendateline/dateline"
)

// published finds the day of publication and where it was read. Without one
// the basis is unknown; nothing is guessed (DAT-15).
func published(raw dateline.Raw, m meta, r *dateline.Report) dateline.Published {
	lines := sync.OnceValue(func() []line { return cutLines(r.Text) })
	for _, try := range []struct {
		read  func() string
		basis dateline.PublishedBasis
	}{
		{func() string { return raw.Published }, dateline.PublishedMetadata},
		{func() string { return m.published }, dateline.PublishedMetadata},
		{func() string { return printedDate(lines()) }, dateline.PublishedPrinted},
		{func() string { return stampDate(lines()) }, dateline.PublishedPrinted},
		{func() string { return labelledDate(lines()) }, dateline.PublishedPrinted},
		{func() string { return datelineDate(r.DatelineText) }, dateline.PublishedDateline},
		{func() string { return leadDate(lines()) }, dateline.PublishedPrinted},
		{func() string { return namedIssue(lines()) }, dateline.PublishedPrinted},
		{func() string { return signOff(lines()) }, dateline.PublishedPrinted},
		{func() string { return flatDate(lines()) }, dateline.PublishedPrinted},
		{func() string { return imprintMonth(lines()) }, dateline.PublishedPrinted},
		{func() string { return copyrightDate(r.DatelineText, lines()) }, dateline.PublishedDateline},
		{func() string { return urlDate(firstOf(r.URL, r.CanonicalURL)) }, dateline.PublishedURL},
		{func() string { return addressDate(lines()) }, dateline.PublishedURL},
	} {
		p, ok := readPublished(try.read())
		if !ok {
			continue
		}
		p.Basis = try.basis
		if given := try.basis == dateline.PublishedMetadata && raw.Published != ""; given {
			return printedOver(p, lines(), r.DatelineText)
		}
		return p
	}
	return dateline.Published{Basis: dateline.PublishedUnknown}
}

// printedOver is the day that the head of a text prints, where it contradicts the day
// that was handed over beside the text: a list may give the day of an event or the day
// on which it was gathered, and the text says on which day it was put out. A day apart
// may be one of zones, and the weekday that the text names first tells which is meant.
func printedOver(given dateline.Published, lines []line, opening string) dateline.Published {
	head := lines[:min(len(lines), headLines)]
	if !namesYear(opening) && !slices.ContainsFunc(head, func(l line) bool { return namesYear(l.text) }) {
		return given
	}
	if p, ok := readPublished(headDate(head, opening)); !ok || !given.Day().Known() || p.Day() == given.Day() {
		return given // most texts print no other day
	}
	head = slices.DeleteFunc(slices.Clone(head), func(l line) bool { return lifeForm.MatchString(l.text) })
	p, ok := readPublished(headDate(head, opening))
	if chronology := daysOpening(head) > 1; !ok || chronology || stands(given, p, lines, head) {
		return given
	}
	p.Basis = dateline.PublishedPrinted
	return p
}

// namesYear: four figures of a year of this or the last century stand in the text.
func namesYear(text string) bool {
	for i := 0; i+3 < len(text); i++ {
		if (text[i:i+2] == "19" || text[i:i+2] == "20") && isDigit(text[i+2]) && isDigit(text[i+3]) {
			return true
		}
	}
	return false
}

// stands: the day given holds against the printed one: the head prints it too, or prints a
// revision; of two days next to each other the weekday of the text decides.
func stands(given, printed dateline.Published, lines, head []line) bool {
	if near(printed.Day(), given.Day()) {
		return !weekdayTells(lines, printed.Day(), given.Day())
	}
	return printsDay(head, given.Day()) || updatedOnly(head) && printed.Day() > given.Day()
}

// weekdayTells: the weekday that a text names first, beside no date, is that of the first day or
// of the one before it, and not of the other.
func weekdayTells(lines []line, day, other dateline.Day) bool {
	bare := make([]line, len(lines))
	for i, l := range lines {
		bare[i].text = datedWeekday.ReplaceAllString(l.text, "")
	}
	named := firstWeekday(bare)
	return lately(day.Time(), named) && !lately(other.Time(), named)
}

// datedWeekday is a weekday with its date.
var datedWeekday = regexp.MustCompile(`(?i)` + weekdayWords + `\.?,?\s+(?:` + printedDay + `)`)

// headDate is the day that the head of a text prints, "" without one.
func headDate(head []line, opening string) string {
	for _, read := range []func([]line) string{labelledDate, stampDate, func([]line) string { return datelineDate(opening) }, leadDate, flatDate} {
		if day := read(head); day != "" {
			return day
		}
	}
	return ""
}

// updatedOnly: the head says on which day the text was revised, and not on which it was put out.
func updatedOnly(head []line) bool {
	revised := func(l line) bool {
		s, ok := stampOf(l.text)
		return ok && s.updated || strings.Contains(strings.ToLower(labelForm.FindString(l.text)), "updated")
	}
	return slices.ContainsFunc(head, revised) && !slices.ContainsFunc(head, func(l line) bool { return firstPublished.MatchString(l.text) })
}

// firstPublished says that a text was put out.
var firstPublished = regexp.MustCompile(`\b(?i:published|posted|created)\b`)

// lifeForm is from which day to which, of somebody who died.
var lifeForm = regexp.MustCompile(`(?i)(?:` + printedDay + `)\s*[-–—]\s*(?:` + printedDay + `)`)

// daysOpening is how many of the lines begin with a day and go on.
func daysOpening(lines []line) int {
	n := 0
	for _, l := range lines {
		if at := printedForm.FindStringIndex(l.text); at != nil && at[0] == 0 && l.words > imprintWords/2 {
			n++
		}
	}
	return n
}

// near: the days are one or next to each other.
func near(a, b dateline.Day) bool {
	days := a.DaysUntil(b)
	return -1 <= days && days <= 1
}

// printsDay: one of the lines gives the day too, in words or in figures of either order.
func printsDay(lines []line, day dateline.Day) bool {
	for _, l := range lines {
		for _, m := range printedForm.FindAllStringSubmatch(l.text, -1) {
			if p, ok := readPublished(normalDate(m)); ok && near(p.Day(), day) {
				return true
			}
		}
		for _, m := range numericForm.FindAllStringSubmatch(l.text, -1) {
			of := func(t time.Time) bool { return near(dateline.NewDay(t.Year(), t.Month(), t.Day()), day) }
			if of(civil(m[1], m[3], m[4])) || of(civil(m[3], m[1], m[4])) {
				return true
			}
		}
	}
	return false
}

// layouts of dates in metadata, most exact first. Those with a time of day and
// a zone also give the instant.
var zoned = []string{time.RFC3339, "2006-01-02T15:04:05-0700", "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05 -0700", time.RFC1123Z, time.RFC1123}

var layouts = []string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02", "2006/01/02", "20060102",
	"2 January 2006", "2 Jan 2006", "January 2 2006", "Jan 2 2006", "2 January 06", "2 Jan 06"}

func readPublished(s string) (dateline.Published, bool) {
	s = strings.TrimSpace(s)
	for _, layout := range zoned {
		if t, err := time.Parse(layout, s); err == nil && sane(t) {
			p := onDay(t)
			p.At = t.UTC().Format(time.RFC3339)
			return p, true
		}
	}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil && sane(t) {
			return onDay(t), true
		}
	}
	return readPeriod(s)
}

func sane(t time.Time) bool { return t.Year() >= 1800 && t.Year() <= 2200 }

// onDay takes the civil day where the report was published.
func onDay(t time.Time) dateline.Published {
	day := dateline.NewDay(t.Year(), t.Month(), t.Day())
	return dateline.Published{EDTF: string(day), Earliest: day, Latest: day}
}

var periodForm = regexp.MustCompile(`^(\d{4})(?:-(\d{2}))?$`)

// readPeriod reads EDTF years, months and intervals of days.
func readPeriod(s string) (dateline.Published, bool) {
	if a, b, ok := strings.Cut(s, "/"); ok {
		x, okA := readPublished(a)
		y, okB := readPublished(b)
		if okA && okB && x.Earliest <= y.Latest {
			return dateline.Published{EDTF: s, Earliest: x.Earliest, Latest: y.Latest}, true
		}
		return dateline.Published{}, false
	}
	m := periodForm.FindStringSubmatch(s)
	if m == nil {
		return dateline.Published{}, false
	}
	year, _ := strconv.Atoi(m[1]) // four digits
	first, last := 1, 12
	if m[2] != "" {
		first, _ = strconv.Atoi(m[2]) // two digits
		last = first
	}
	if first < 1 || first > 12 {
		return dateline.Published{}, false
	}
	return dateline.Published{EDTF: s, Earliest: dateline.NewDay(year, time.Month(first), 1), Latest: dateline.NewDay(year, time.Month(last)+1, 0)}, true
}

// labelWords stand before the day on which a page was put out.
const labelWords = `(?:first )?(?:published|posted|updated|last updated|date of publication|dated?)(?: on| at)?\s*:?\s*`

var (
	labelForm   = regexp.MustCompile(`(?i)^` + labelWords)
	printedForm = regexp.MustCompile(`(?i)` + printedDay)
)

// printedDay is a day in words or as a number of the calendar, in any case of letters: a
// part of the forms that have one.
const printedDay = `(\d{1,2})(?:st|nd|rd|th)?\s+(` + monthWords + `)\.?,?\s+(\d{4})|(` + monthWords + `)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})|(\d{4}-\d{2}-\d{2})`

// placeAndDate is a line that is nothing but a place and a date, "MARVESK,
// Harvashan - June 12, 2033".
var placeAndDate = regexp.MustCompile(`^\p{Lu}[\p{L}.'’\-]+(?:[ ,]+\p{Lu}[\p{L}.'’\-]*){0,4}\s*(?:--|[-–—|,])\s*(.+)$`)

// dateOfLine is the date of a line that is nothing but a date, or a place and a
// date; "" for any other line.
func dateOfLine(text string) string {
	if m := placeAndDate.FindStringSubmatch(text); m != nil && isDateLine(m[1]) {
		text = m[1]
	}
	if !isDateLine(text) {
		return ""
	}
	return normalDate(printedForm.FindStringSubmatch(text))
}

// printedDate reads a publication line: a line at the head or the end that is
// nothing but a date, or that says "Published". A line that says "Updated"
// counts only if no other does.
func printedDate(lines []line) string {
	updated := ""
	for i, l := range lines {
		if i >= headLines && i < len(lines)-3 {
			continue
		}
		date := dateOfLine(l.text)
		if date == "" {
			continue
		}
		label := strings.ToLower(labelForm.FindString(l.text))
		if i >= headLines && label == "" {
			continue
		}
		if strings.Contains(label, "updated") {
			updated = firstOf(updated, date)
			continue
		}
		return date
	}
	return firstOf(updated, imprintDate(lines))
}

// leadForm is a line of text that opens with the day on which it was filed, after
// an agency, a place or alone: "12 May 2031 - A mill …", "MARVESK (July 5, 2032) — Four …",
// "(AFP) Marvesk, 12 May 2031 - A mill …".
var leadForm = regexp.MustCompile(`^(?:\([A-Z][\w./ \-]{1,30}\)\s+)?(?:\p{Lu}[\p{L}.'’\-]+(?:[ ,]+\p{Lu}[\p{L}.'’\-]*){0,5}(?:,? \(\p{Lu}[\p{L}. ]{2,30}\))?,?\s+)?[(\[]?(?i:(?:` + weekdayWords + `,?\s+)?(?:` +
	printedDay + `))[)\]]?\s*(?:\([\w./ \-]{2,30}\)\s*)?\.?(?:--|[-–—:])\s+\S`)

// leadDate reads the day that opens the text. Two lines of the form are a
// chronology, whose days are those of what happened.
func leadDate(lines []line) string {
	date := ""
	for _, l := range lines[:min(len(lines), headLines)] {
		if !strings.ContainsAny(l.text[:min(len(l.text), leadLength)], "0123456789") {
			continue
		}
		m := leadForm.FindStringSubmatch(l.text)
		switch {
		case m == nil:
		case date != "":
			return ""
		default:
			date = normalDate(m)
		}
	}
	return date
}

// leadLength is within how many bytes of a line its date stands.
const leadLength = 80

// monthForm is an imprint that gives the month of an issue, "Magazine, May 2034".
var monthForm = regexp.MustCompile(`^(?:\p{Lu}[\p{L} ]{2,30},\s*)?((?i:` + monthWords + `))\s+(\d{4})$`)

// imprintMonth reads the month of an issue from the last line, as EDTF.
func imprintMonth(lines []line) string {
	if len(lines) < 2 {
		return ""
	}
	m := monthForm.FindStringSubmatch(lines[len(lines)-1].text)
	if m == nil {
		return ""
	}
	t, err := time.Parse("Jan 2006", shortMonth(m[1])+" "+m[2])
	if err != nil {
		return ""
	}
	return t.Format("2006-01")
}

// imprintDate reads the date of an imprint: a short line below the title or the
// last one that names who published and when, "Field note, 12 September 2033",
// "June 12, 2032, The Inland Record", "(Published 13 August 2031)", "Live page of
// Thursday, 30 March 2034. All times local."
func imprintDate(lines []line) string {
	for i, l := range lines {
		if i == 0 || i >= headLines && i < len(lines)-1 {
			continue
		}
		if !strings.ContainsAny(l.text, "0123456789") || len(strings.Fields(l.text)) > imprintWords {
			continue
		}
		text := strings.TrimRight(strings.Trim(l.text, "()[] "), ".")
		at := printedForm.FindStringSubmatchIndex(text)
		if at == nil || !imprintBefore.MatchString(text[:at[0]]) || !imprintAfter.MatchString(text[at[1]:]) {
			continue
		}
		return normalDate(printedForm.FindStringSubmatch(text))
	}
	return ""
}

// imprintWords is the most that an imprint has, a date among them.
const imprintWords = 12

var (
	imprintBefore = regexp.MustCompile(`(?i)^(?:.*[,–—|]\s*|.*\b(?:published|posted|updated)(?: on)?:?\s+|.*\bof\s+(?:[a-z]+day,?\s+))?(?:` + weekdayWords + `,?\s+)?$`)
	imprintAfter  = regexp.MustCompile(`^(?:\.\s.*|,?\s*\d{1,2}[:.]\d{2}.*|(?:[,–—|]?\s+\(?(?:\p{Lu}[\p{L}.’']*|of|the|and))+)?$`)
)

// issueForm is a title that names a paper which somebody puts out and ends with its day,
// "Report of the ministry on the operation (3 June 2032)", "Announcement, 24 June 2031,
// 21:40".
var issueForm = regexp.MustCompile(`^.*\b(?i:report|statement|announcement|communiqu[eé]|bulletin|brief|briefing|release|summary|update|note|post|alert|log|digest)\b.*(?:[^\p{Ll}\s]\s+|\s\()(?i:` + weekdayWords + `,?\s+)?(?i:(` + printedDay + `))\)?(?:,?\s+` + clockForm + `)?\.?$`)

// namedIssue reads the day of a report from such a title.
func namedIssue(lines []line) string {
	if len(lines) == 0 || len(strings.Fields(lines[0].text)) > stampWords+issueWords {
		return ""
	}
	if m := issueForm.FindStringSubmatch(lines[0].text); m != nil {
		return normalDate(printedForm.FindStringSubmatch(m[1]))
	}
	return ""
}

// issueWords is how many words longer than a stamp such a title may be.
const issueWords = 10

// signedOff is how agencies close a text: who wrote it, the day and the hour, "ABC DEF
// 28072028 1915 IST", or the day in brackets.
var signedOff = regexp.MustCompile(`(?:(?:^|\s)(?:\p{Lu}{2,5}\s+)+(\d{2})(\d{2})(\d{4})\s+\d{4}\s+\p{Lu}{2,4}|\((\d{1,2})\s+(` + "(?i:" + monthWords + ")" + `)\s+(\d{4})\))$`)

// signOff reads the day that closes the last line.
func signOff(lines []line) string {
	if len(lines) < 2 {
		return ""
	}
	m := signedOff.FindStringSubmatch(lines[len(lines)-1].text)
	switch {
	case m == nil:
		return ""
	case m[1] != "":
		return m[3] + "-" + m[2] + "-" + m[1]
	}
	return m[4] + " " + shortMonth(m[5]) + " " + m[6]
}

// normalDate turns the parts of printedForm into "2 Jan 2006" or the ISO form.
func normalDate(m []string) string {
	switch {
	case m == nil:
		return ""
	case m[7] != "":
		return m[7]
	case m[1] != "":
		return m[1] + " " + shortMonth(m[2]) + " " + m[3]
	}
	return m[5] + " " + shortMonth(m[4]) + " " + m[6]
}

func shortMonth(s string) string {
	return strings.ToUpper(s[:1]) + strings.ToLower(s[1:min(3, len(s))])
}

var (
	datelineDay = regexp.MustCompile(`(?i)(\d{1,2})\s+(` + monthWords + `)\.?,?\s+(\d{2,4})$|(` + monthWords + `)\.?\s+(\d{1,2}),?\s+(\d{4})$`)
	urlDay      = regexp.MustCompile(`/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$|\D)`)
)

func datelineDate(s string) string {
	m := datelineDay.FindStringSubmatch(s)
	switch {
	case m == nil:
		return ""
	case m[1] != "":
		return m[1] + " " + shortMonth(m[2]) + " " + m[3]
	}
	return m[5] + " " + shortMonth(m[4]) + " " + m[6]
}

// copyrightForm is a line below the text that says of which year its rights are.
var copyrightForm = regexp.MustCompile(`(?i)(?:©|\(c\)|\bcopyright\b)\D{0,40}((?:19|20)\d{2})\b[^\d–-]*$`)

// copyrightDate is the day of a dateline without a year ("MARVESK, Oct 27"), in the year of
// the rights that one of the last lines names.
func copyrightDate(opening string, lines []line) string {
	if opening == "" {
		return ""
	}
	for _, l := range lines[max(0, len(lines)-3):] {
		if m := copyrightForm.FindStringSubmatch(l.text); m != nil {
			return datelineDate(strings.TrimRight(opening, ". ") + " " + m[1])
		}
	}
	return ""
}

// addressForm is the address of a page, which a tokeniser may have pulled apart.
var addressForm = regexp.MustCompile(`^https?\s?:\s?/\s?/`)

// addressDate reads the day in the address that a text opens with.
func addressDate(lines []line) string {
	if len(lines) == 0 || !addressForm.MatchString(lines[0].text) {
		return ""
	}
	return urlDate(strings.ReplaceAll(lines[0].text, " ", ""))
}

func urlDate(url string) string {
	m := urlDay.FindStringSubmatch(url)
	if m == nil {
		return ""
	}
	return m[1] + "-" + pad(m[2]) + "-" + pad(m[3])
}
