package clean

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// stamp is the day that a line gives on which a page was put out, or put out
// again, in a form that readPublished reads.
type stamp struct {
	date    string
	updated bool
}

// stampWords is the most that a line with a stamp has.
const stampWords = 20

// stampWord stands before the day on which a page was put out.
const stampWord = `(?:(?:first |originally )?(?:published|posted|issued|released|created|filed|uploaded)|dated?|closed|(?:last )?(?:updated?|modified|edited|revised))(?:\s+(?:on|at|online))?\s*:?\s*`

// clockForm is a time of day as pages print it: "18.30 CEST", "09:30 PM", "at 04:00 (local time)".
const clockForm = `(?:at\s+)?\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\b\.?)?(?:\s*\(?(?:\p{Lu}{2,5}|local time)(?:[+-]\d{1,2})?\b\)?)?`

var (
	stampBefore = regexp.MustCompile(`^(?i:on\s+|` + stampWord + `)?(?:` + clockForm + `[,\s]*)?(?:(?i:on\s+)?(?i:` + weekdayWords + `)\.?,?\s*(?:(?i:the|,)\s+)?)?$`)
	stampAfter  = regexp.MustCompile(`^[\s,T–—\-]*(?:` + clockForm + `)?[\s,;.)\]–—\-]*(?i:(?:and\s+)?` + stampWord + `.*)?$`)
	signedForm  = regexp.MustCompile(`^(?i:by)\s+(?:\p{Lu}[\p{L}'’.\-]*[,\s]+){1,6}`)
	placedForm  = regexp.MustCompile(`^\p{Lu}{4,}(?: \p{Lu}+){0,2},?\s+$`) // "MARVESK Jan 22, 2031, 10:17"
	updateForm  = regexp.MustCompile(`(?i)updated?|modified|edited|revised`)
	numericForm = regexp.MustCompile(`\b(\d{1,2})([/.\-])(\d{1,2})[/.\-](\d{4})\b`)
	shortForm   = regexp.MustCompile(`(?i)^(\d{1,2})\s+(` + monthWords + `)\s+(\d{2})$`)
	stopForm    = regexp.MustCompile(`(\p{Ll}{4}|\p{Lu}{3}|\d{4})\. `)
)

// stampOf reads a line that is nothing but the day on which a page was put out
// and what is printed beside it: hours, the day of an update, and between bars
// names or how long it takes to read.
func stampOf(text string) (stamp, bool) {
	if len(strings.Fields(text)) > stampWords || !strings.ContainsAny(text, "0123456789") {
		return stamp{}, false
	}
	for _, part := range strings.Split(stampBreaks.Replace(stopForm.ReplaceAllString(text, "$1\n")), "\n") {
		if s, ok := stampPart(strings.Trim(part, " \t()[]*•–—-")); ok {
			return s, true
		}
	}
	return stamp{}, false
}

var stampBreaks = strings.NewReplacer("|", "\n", "•", "\n", "·", "\n", " - ", "\n", " / ", "\n", " – ", "\n", " — ", "\n")

func stampPart(text string) (stamp, bool) {
	if m := shortForm.FindStringSubmatch(text); m != nil {
		return stamp{date: m[1] + " " + shortMonth(m[2]) + " " + m[3]}, true
	}
	date, from, to := firstDate(text)
	if date == "" {
		return stamp{}, false
	}
	before := strings.TrimPrefix(text[:from], signedForm.FindString(text[:from]))
	if strings.Contains(text[to:], ":") {
		before = strings.TrimPrefix(before, placedForm.FindString(before))
	}
	if !stampBefore.MatchString(before) || !stampAfter.MatchString(text[to:]) {
		return stamp{}, false
	}
	return stamp{date, updateForm.MatchString(before)}, true
}

// firstDate is the first full date of a text and where it stands.
func firstDate(text string) (date string, from, to int) {
	at := printedForm.FindStringIndex(text)
	n := numericForm.FindStringSubmatchIndex(text)
	if n != nil && (at == nil || n[0] < at[0]) {
		return numericDate(text[n[2]:n[3]], text[n[4]:n[5]], text[n[6]:n[7]], text[n[8]:n[9]]), n[0], n[1]
	}
	if at == nil {
		return "", 0, 0
	}
	return normalDate(printedForm.FindStringSubmatch(text)), at[0], at[1]
}

// numericDate reads "17/07/2033" and "4.02.2034". Which of two numbers up to
// twelve is the day is not known between slashes; between points it is the
// first.
func numericDate(a, mark, b, year string) string {
	day, _ := strconv.Atoi(a) // one or two digits
	month, _ := strconv.Atoi(b)
	switch {
	case month > 12 && day <= 12:
		a, b = b, a
	case day <= 12 && mark != "." && day != month, month > 12:
		return ""
	}
	return year + "-" + pad(b) + "-" + pad(a)
}

func pad(s string) string { return strings.Repeat("0", max(0, 2-len(s))) + s }

// stampDate is the day of the stamp at the head of a page. A stamp of an update
// counts only if there is no other.
func stampDate(lines []line) string {
	updated := ""
	for i, l := range lines[:min(len(lines), headLines)] {
		s, ok := stampOf(l.text)
		if l.prose && !ok && i > 0 && !strings.HasSuffix(l.text, "?") { // a title may ask
			break
		}
		if !ok {
			continue
		}
		if !s.updated {
			return s.date
		}
		updated = firstOf(updated, s.date)
	}
	return updated
}

// labelledForm is a day behind a word in capitals that says what it is, in the midst of a line of
// a page that lost its layout: "… for attack Published duration 18 January 2034 image copyright",
// "By STAFF / DAILY PUBLISHED: WEDNESDAY, MARCH 13, 2033, 2:29 PM", "Last updated at Jul 012034".
var labelledForm = regexp.MustCompile(`\b(?:(?:Date of publication|(?:First |Originally )?(?:Published|PUBLISHED|Posted|POSTED))(?:\s+(?:duration|time|date|on|at|On))?|((?:Last )?(?:Updated|UPDATED|updated)(?:\s+(?:on|at))?))\s*:?\s*(?:` +
	clockForm + `[,\s]+)?(?i:` + weekdayWords + `\.?,?\s+)?(?i:` + printedDay + `|(` + monthWords + `)\s+(\d{2})(20\d{2})\b)`)

// labels are in each word that labelledForm begins with.
var labels = []string{"ublished", "UBLISHED", "ublication", "pdated", "PDATED", "osted", "OSTED"}

// labelledBytes is how far into a line such a day begins at most.
const labelledBytes = 300

// labelledDate is the day so marked in one of the first lines. That of an update counts only
// without another.
func labelledDate(lines []line) string {
	updated := ""
	for _, l := range lines[:min(len(lines), headLines)] {
		text := l.text[:min(len(l.text), labelledBytes)]
		if !slices.ContainsFunc(labels, func(w string) bool { return strings.Contains(text, w) }) {
			continue
		}
		for _, m := range labelledForm.FindAllStringSubmatch(text, -1) {
			date := glued(m[2:])
			if m[1] == "" {
				return date
			}
			updated = firstOf(updated, date)
		}
	}
	return updated
}

// glued reads the parts of printedForm, or of a month, a day and a year of which the last two
// run together.
func glued(m []string) string {
	if month, day, year := m[len(m)-3], m[len(m)-2], m[len(m)-1]; month != "" {
		return day + " " + shortMonth(month) + " " + year
	}
	return normalDate(append([]string{""}, m[:len(m)-3]...))
}
