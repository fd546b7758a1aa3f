package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// headLines bounds how far from the top a title, byline or breadcrumb is
// looked for.
const headLines = 14

// findTitle finds the line that is the title: the one the carrier gave; else a
// line of the head that the head repeats; else the first line before the running
// text that says something and has the form of a title, else the longest of that
// form.
func (rd *reader) findTitle() {
	if rd.r.Title != "" {
		if rd.title = rd.lineLike(rd.r.Title); rd.title < 0 {
			rd.title = rd.lineLike(headline(rd.r.Title))
		}
		return
	}
	if rd.title = rd.repeatedLine(); rd.title >= 0 {
		return
	}
	for _, telling := range []int{tellingWords + 1, tellingWords} {
		for i := 0; i < min(rd.first, headLines, len(rd.lines)); i++ {
			if rd.lines[i].words >= telling && rd.titleForm(i) {
				rd.title = i
				return
			}
		}
	}
}

// titleForm says whether a line of the head can be a title: it is no byline, date,
// outlet or list of links, no point of a list, and neither addresses the reader
// nor leads over to what stands below.
func (rd *reader) titleForm(i int) bool {
	l := rd.lines[i]
	return l.kind == "" && !isByline(l.text) && !breadcrumb(l.text) && !isStamp(l.text) && !rd.looksLikeOutlet(i) &&
		!strings.ContainsAny(l.text[:1], "-*") && !strings.HasPrefix(l.text, "•") && !strings.HasSuffix(l.text, ",") && !strings.HasSuffix(l.text, ":")
}

func (rd *reader) lineLike(title string) int {
	for i := 0; i < min(len(rd.lines), headLines); i++ {
		if sameLine(rd.lines[i].text, title) {
			return i
		}
	}
	return -1
}

func (rd *reader) repeatedLine() int {
	n := min(len(rd.lines), headLines)
	for i := 0; i < n; i++ {
		if rd.lines[i].words < 4 || rd.lines[i].kind != "" {
			continue
		}
		for j := i + 1; j < n; j++ {
			if sameLine(rd.lines[i].text, rd.lines[j].text) {
				return i
			}
		}
	}
	return -1
}

// sameLine compares two lines without case, marks and space. Lines without
// letters and digits are the same only if they are equal.
func sameLine(a, b string) bool {
	if a == b {
		return true
	}
	rest, same := cutStart(a, b)
	more, _ := nextSign(rest)
	first, _ := nextSign(b)
	return same && more == 0 && first != 0
}

// cutStart gives what follows in a line after the signs of start, without regard
// to case, marks and space; ok is false if the line does not begin with them.
func cutStart(line, start string) (rest string, ok bool) {
	for {
		var want, have rune
		if want, start = nextSign(start); want == 0 {
			return line, true
		}
		if have, line = nextSign(line); have != want {
			return "", false
		}
	}
}

// nextSign is the first letter or digit of s, in lower case, and what follows
// it; 0 at the end.
func nextSign(s string) (rune, string) {
	for i, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r), s[i+utf8.RuneLen(r):]
		}
	}
	return 0, ""
}

// markHead marks what stands before the running text and is not the title:
// bylines, dates, breadcrumbs, the outlet's name.
func (rd *reader) markHead() {
	for i := 0; i < min(rd.first+1, headLines, len(rd.lines)); i++ {
		l := &rd.lines[i]
		if i == rd.title || l.kind != "" || l.prose {
			continue
		}
		switch {
		case isByline(l.text):
			l.kind = "byline"
			rd.addByline(l.text)
		case breadcrumb(l.text), isStamp(l.text):
			l.kind = "navigation"
		case rd.looksLikeOutlet(i):
			l.kind = "outlet"
			rd.r.Outlet = firstOf(rd.r.Outlet, strings.Trim(l.text, " |-–—"))
		}
	}
}

var (
	bylineForm = regexp.MustCompile(`^(?:[-–—•*]\s*)?(?:[Bb]y|BY)\s+(\p{Lu}[\p{L}'’.\-]+(?:\s+(?:\p{Lu}[\p{L}'’.\-]*|de|la|van|von|bin|al|el|and|,|&)){0,12})\s*,?\s*(?:(?:[|•·].*)|(?:Staff Writers?|Correspondent|Reporter|Associated Press|Reuters|AFP).*)?$`)
	joinNames  = regexp.MustCompile(`\s*(?:,|&|\band\b)\s*`)
)

// isByline says whether a line is "By" and names.
func isByline(text string) bool { return len(text) < 160 && bylineForm.MatchString(text) }

func (rd *reader) addByline(text string) {
	m := bylineForm.FindStringSubmatch(text)
	if m == nil || len(rd.r.Byline) > 0 {
		return
	}
	for _, name := range joinNames.Split(m[1], -1) {
		if name = strings.TrimSpace(name); name != "" {
			rd.r.Byline = append(rd.r.Byline, name)
		}
	}
}

// breadcrumb says whether a line is a list of places on a site: "Home >
// World", "Features | Security | Asia".
func breadcrumb(text string) bool {
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("|>»›•·", r) })
	if len(parts) < 2 || len(text) > 160 {
		return false
	}
	for _, p := range parts {
		if len(strings.Fields(p)) > 4 {
			return false
		}
	}
	return true
}

var outletWords = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields("times post news herald journal tribune gazette press radio tv television monitor review observer chronicle daily weekly today magazine eye watch network agency mail telegraph star sun globe guardian mirror independent examiner standard dispatch courier bulletin inquirer register advertiser record citizen mercury argus echo express reporter sentinel ledger nation online digital mexican republic diplomat economist insider wire dawn voice broadcasting media institute observatory") {
		set[w] = true
	}
	return set
}()

// looksLikeOutlet says whether line i of the head is an outlet's name: at most
// six words, each of weight with a capital, one of them a word that outlets
// bear, and standing first or alone before the running text.
func (rd *reader) looksLikeOutlet(i int) bool {
	text := rd.lines[i].text
	fields := strings.Fields(text)
	if i > 1 || len(fields) > 6 || len(rd.lines) < 2 || strings.ContainsAny(text, ":?!;,\"“") {
		return false
	}
	known := false
	for _, w := range fields {
		first, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(first) && !smallWords[w] {
			return false
		}
		known = known || outletWords[strings.ToLower(strings.Trim(w, ".,"))]
	}
	return known
}

var smallWords = map[string]bool{"of": true, "the": true, "on": true, "in": true, "and": true, "for": true, "de": true, "la": true, "le": true, "el": true}

var dateLineForm = regexp.MustCompile(`(?i)^(?:(?:published|updated|posted|last updated|last modified|first published|date)(?: on| at)?\s*:?\s*)?(?:` + weekdayWords + `,?\s+)?(?:(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:` + monthWords + `)\.?,?\s+\d{4})|(?:(?:` + monthWords + `)\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})|(?:\d{4}-\d{2}-\d{2}))(?:[ T,|–—\-at]*\d{1,2}[:.]\d{2}.{0,20})?$`)

// Names of weekdays and months as patterns, without regard to case.
const weekdayWords = `(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\b)`

const monthWords = `jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?`

// isDateLine says whether a line is nothing but a date, with or without a word
// such as "Published".
func isDateLine(text string) bool { return len(text) < 80 && dateLineForm.MatchString(text) }

// isStamp says whether a line gives no more than when a page was put out, and by
// whom.
func isStamp(text string) bool {
	_, ok := stampOf(text)
	return ok || isDateLine(text)
}
