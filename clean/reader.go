package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	dateline "github.com/opendateline/dateline"
)

// line is one line of a report that is not empty, without the space around it.
type line struct {
	start, end int
	text       string
	words      int
	prose      bool // running text: long, or a full sentence
	kind       string
}

// reader looks at the lines of one report.
type reader struct {
	r           *dateline.Report
	lines       []line
	first, last int // first and last line of running text
	title       int // line of the title, -1 if none
}

func newReader(r *dateline.Report) *reader {
	rd := &reader{r: r, lines: cutFlat(cutOpening(cutLines(r.Text), r.Title)), title: -1}
	rd.first, rd.last = len(rd.lines), -1
	for i, l := range rd.lines {
		if l.prose && stock.kindOf(l.text) == "" {
			rd.first, rd.last = min(rd.first, i), i
		}
	}
	return rd
}

func cutLines(text string) []line {
	var out []line
	for at := 0; at < len(text); {
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			end = len(text) - at
		}
		if l, ok := newLine(text, at, at+end); ok {
			out = append(out, l)
		}
		at += end + 1
	}
	return out
}

func newLine(text string, start, end int) (line, bool) {
	for start < end {
		r, size := utf8.DecodeRuneInString(text[start:end])
		if !unicode.IsSpace(r) {
			break
		}
		start += size
	}
	for start < end {
		r, size := utf8.DecodeLastRuneInString(text[start:end])
		if !unicode.IsSpace(r) {
			break
		}
		end -= size
	}
	if start == end {
		return line{}, false
	}
	l := line{start: start, end: end, text: text[start:end]}
	l.words = len(strings.Fields(l.text))
	l.prose = isProse(l.text, l.words)
	return l, true
}

// isProse says whether a line is running text: twelve words and a mark that
// ends a sentence, or so long that it can be nothing else. Text in capitals
// without marks (telegrams) counts from twenty words.
func isProse(text string, words int) bool {
	if words >= 20 || words == 1 && len(text) > 400 {
		return true
	}
	return words >= 8 && endsSentence(text) && !strings.Contains(text, " | ")
}

func endsSentence(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, "\"'”’»)]"))
	return strings.ContainsRune(".!?…。؟।:", last)
}

// read fills title, byline, outlet, credits, line of place and date, and marks
// the boilerplate.
func (rd *reader) read() {
	rd.markStock()
	rd.findTitle()
	rd.markHead()
	rd.markLinks()
	rd.markTail()
	rd.markDonations()
	rd.markRepeats()
	rd.markFilms()
	rd.markFrame()
	rd.findDateline()
	rd.findCredits()
	rd.file()
}

// markStock marks the lines that stock words make boilerplate. A whole-line
// word inside running text ("World") may be a heading of the report: it counts
// only at the head and the tail.
func (rd *reader) markStock() {
	for i := range rd.lines {
		l := &rd.lines[i]
		kind := stock.kindOf(l.text)
		inside := i > rd.first && i < rd.last
		if kind == "" || l.prose && kind == "navigation" && l.words > 20 || inside && l.words == 1 && !l.isLabel() {
			continue
		}
		l.kind = kind
	}
}

// isLabel says whether a one-word line stands for a control of a page rather
// than for a heading.
func (l *line) isLabel() bool {
	small := strings.ToLower(strings.TrimRight(l.text, ".:"))
	return small == "advertisement" || small == "share" || small == "comments" || small == "tweet"
}

// file writes the marked lines into the report, neighbours of one kind as one
// stretch.
func (rd *reader) file() {
	runes := dateline.NewRunes(rd.r.Text)
	for i := 0; i < len(rd.lines); {
		kind := rd.lines[i].kind
		j := i + 1
		for j < len(rd.lines) && rd.lines[j].kind == kind {
			j++
		}
		if kind != "" {
			rd.r.Boilerplate = append(rd.r.Boilerplate, dateline.Boilerplate{Span: runes.Span(rd.lines[i].start, rd.lines[j-1].end), Kind: kind})
		}
		i = j
	}
	if rd.title >= 0 {
		span := runes.Span(rd.lines[rd.title].start, rd.lines[rd.title].end)
		rd.r.TitleSpan = &span
		rd.r.Title = firstOf(rd.r.Title, rd.lines[rd.title].text)
	}
}
