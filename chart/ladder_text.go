package chart

import (
	"fmt"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/opendateline/dateline/wording"
)

const (
	textLabel = 38 // characters
	textTrack = 40
)

// text writes the ladder in characters, one row a rung.
func (l *ladder) text() {
	l.Lines = []string{l.Title, bare(l.record.heading()), bare(l.Conclusion), ""}
	if len(l.rungs) == 0 {
		return
	}
	l.Lines = append(l.Lines, pad("", textLabel)+l.textRuler())
	for _, e := range l.rungs {
		said, note := l.number(e)
		if note != "" {
			said += "  (" + note + ")"
		}
		if fitOf(e, l.figure) == against {
			said = "▲ " + said
		}
		label := l.who(e) + " (" + outlet(e.report) + ")"
		if e.from == copied {
			label = "  copied (" + outlet(e.report) + ")"
		}
		if e.folded > 0 {
			label = "  " + l.who(e)
		}
		l.Lines = append(l.Lines, pad(cutText(bare(label), textLabel-2), textLabel)+pad(l.textMark(e), textTrack+6)+said)
	}
	if f := l.figure; f != nil {
		l.Lines = append(l.Lines, "", "  "+bare(bounds(f)))
	}
}

func (l *ladder) column(v int) int {
	if float64(v) > l.top {
		return textTrack - 1
	}
	last := textTrack - 1
	if l.cut {
		last -= 4
	}
	return int(math.Round(float64(v) / l.top * float64(last)))
}

func (l *ladder) textRuler() string {
	out := []rune(strings.Repeat(" ", textTrack+8))
	for _, v := range ticks(l.top, 6) {
		copy(out[l.column(int(v)):], []rune(numberLabel(v)))
	}
	if l.cut {
		copy(out[textTrack-4:], []rune("//"))
	}
	return strings.TrimRight(string(out), " ")
}

var textMarks = []string{ownOrigin: "●", copied: "○", noBasis: "■", superseded: "×"}

func (l *ladder) textMark(e entry) string {
	c := e.claim.Value.Count
	at := standsAt(*c)
	if at < 0 {
		return ""
	}
	lead, mark := strings.Repeat("·", l.column(at)), textMarks[e.from]
	switch {
	case c.Vague || c.PluralOnly:
		return lead + "[- - →"
	case c.Anchor == nil && c.Lo != nil && c.Hi != nil && !upTo(*c):
		return lead + mark + strings.Repeat("─", max(0, l.column(*c.Hi)-l.column(*c.Lo)-1)) + "┤"
	case c.Lo != nil && c.Hi == nil:
		return lead + "├──→"
	case upTo(*c):
		return strings.Repeat("·", max(0, l.column(at)-3)) + "←──┤"
	case l.cut && float64(at) > l.top:
		return lead + mark + " " + wording.Thousands(at)
	}
	return lead + mark
}

// pad fills text with spaces to a number of columns.
func pad(s string, n int) string { return s + strings.Repeat(" ", max(0, n-columnsOf(s))) }

// columnsOf counts the columns that text takes on a terminal.
func columnsOf(s string) int {
	n := utf8.RuneCountInString(s)
	for _, r := range s {
		if unicode.Is(unicode.Mn, r) || r == fsi || r == pdi {
			n--
		}
	}
	return n
}

func cutText(s string, n int) string {
	if columnsOf(s) <= n {
		return s
	}
	return fmt.Sprintf("%s…", string([]rune(s)[:n-1]))
}
