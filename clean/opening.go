package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// agencyForm is the name of an agency before a day.
const agencyForm = `(?:\p{Lu}{2,5}|Reuters)\s+`

// stampForm is a day on which a page was put out, at the start of running text:
// "Fri Apr 29 2016", "AFP Sunday 5 Jun 2016", "Tuesday 26 April 2016 21:41".
var stampForm = regexp.MustCompile(`^\s*(?:` + agencyForm + `)?(?i:` + labelWords + `)?(?i:` + weekdayWords + `,?\s+)?(?i:` + printedDay + `)(?:\s+\d{1,2}:\d{2})?\s+`)

// cutOpening cuts the first line where a title, a date of publication and the text
// run on without a break, as they do where a page was read without its layout:
// "Four hurt in fire - Town RecordMARVESK — Four people …". The title must be one
// that the carrier gave and say something, and what follows must open as a
// sentence does.
func cutOpening(lines []line, title string) []line {
	if len(lines) == 0 || len(strings.Fields(title)) < tellingWords {
		return lines
	}
	first := lines[0]
	stamp := stampEnd(first.text)
	rest := first.text[stamp:]
	end, ok := titleEnd(rest, title)
	if !ok || !opensSentence(rest[end:]) {
		return lines
	}
	telling, ok := titleEnd(rest, headline(title))
	if !ok {
		telling = end
	}
	cuts := []int{stamp, stamp + telling, stamp + end, stamp + end}
	if again := stampEnd(rest[end:]); opensSentence(rest[end+again:]) {
		cuts[3] += again
	}
	return append(cutAt(first, cuts, []string{"navigation", "", "outlet", "navigation", ""}), lines[1:]...)
}

func stampEnd(text string) int { return len(stampForm.FindString(text)) }

// titleEnd is where a title that opens the text ends, with the marks that close it.
func titleEnd(text, title string) (int, bool) {
	rest, ok := cutStart(text, title)
	if !ok {
		return 0, false
	}
	closing := len(rest) - len(strings.TrimLeft(rest, ".?!…\"”’»)"))
	return len(text) - len(rest) + closing, true
}

// opensSentence says whether text begins as a sentence of some length does.
func opensSentence(text string) bool {
	text = strings.TrimLeft(text, " \t.:-–—|\"“‘«([")
	r, _ := utf8.DecodeRuneInString(text)
	return len(strings.Fields(text)) >= tellingWords && (unicode.IsUpper(r) || unicode.IsDigit(r))
}

// cutAt cuts a line at the offsets into parts of the kinds; an empty part is none.
func cutAt(l line, cuts []int, kinds []string) []line {
	var out []line
	start := 0
	for i, end := range append(cuts, len(l.text)) {
		if part, ok := newLine(l.text, min(start, end), end); ok {
			part.start, part.end, part.kind = part.start+l.start, part.end+l.start, kinds[i]
			out = append(out, part)
		}
		start = max(start, end)
	}
	return out
}
