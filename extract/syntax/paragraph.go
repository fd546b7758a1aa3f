package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"

	dateline "github.com/opendateline/dateline"
)

// line is one line of the text without its newline and outer blanks.
type line struct {
	start, end int
	indented   bool
}

func (l line) of(text string) string { return text[l.start:l.end] }

// paragraphs finds the paragraphs of a report outside its boilerplate. Blank
// lines separate them. Where the text is hard-wrapped, the lines of a block
// are one paragraph; elsewhere each line is one.
func paragraphs(r *dateline.Report) []piece {
	var out []piece
	for _, region := range readable(r) {
		blocks := blocksOf(r.Text, region)
		wrapped := wrapped(r.Text, blocks)
		for _, block := range blocks {
			out = joinLines(out, r.Text, block, wrapped)
		}
	}
	return out
}

// readable gives the stretches of the text between boilerplate, with the title
// as a stretch of its own.
func readable(r *dateline.Report) []piece {
	var out []piece
	for start, end := range r.Readable() {
		out = append(out, piece{start, end})
	}
	if t := r.TitleSpan; t != nil {
		out = cutAround(out, piece{t.Start, t.End})
	}
	return out
}

func cutAround(regions []piece, p piece) []piece {
	var out []piece
	for _, r := range regions {
		if p.start < r.start || p.end > r.end || p.start >= p.end {
			out = append(out, r)
			continue
		}
		for _, part := range []piece{{r.start, p.start}, p, {p.end, r.end}} {
			if part.start < part.end {
				out = append(out, part)
			}
		}
	}
	return out
}

// blocksOf cuts a region into blocks of lines at blank lines.
func blocksOf(text string, region piece) [][]line {
	var blocks [][]line
	var block []line
	for at := region.start; at < region.end; {
		end := region.end
		if i := strings.IndexByte(text[at:region.end], '\n'); i >= 0 {
			end = at + i
		}
		l := trimLine(text, at, end)
		if l.start < l.end {
			block = append(block, l)
		} else if len(block) > 0 {
			blocks, block = append(blocks, block), nil
		}
		at = end + 1
	}
	if len(block) > 0 {
		blocks = append(blocks, block)
	}
	return blocks
}

func trimLine(text string, start, end int) line {
	s := text[start:end]
	front := len(s) - len(strings.TrimLeftFunc(s, blank))
	l := line{start: start + front, end: start + len(strings.TrimRightFunc(s, blank)), indented: front >= 2}
	l.end = max(l.end, l.start)
	return l
}

// wrapped says whether the lines of the text were broken at a fixed width:
// most lines that have a next one in their block come near the longest, which
// is short enough for a terminal.
func wrapped(text string, blocks [][]line) bool {
	longest, inner := 0, 0
	for _, b := range blocks {
		for i, l := range b {
			longest = max(longest, width(text, l))
			if i+1 < len(b) {
				inner++
			}
		}
	}
	if inner < 2 || longest < 45 || longest > 100 {
		return false
	}
	near := 0
	for _, b := range blocks {
		for _, l := range b[:len(b)-1] {
			if width(text, l) >= longest-18 {
				near++
			}
		}
	}
	return near*3 >= inner*2
}

func width(text string, l line) int { return utf8.RuneCountInString(l.of(text)) }

// joinLines adds the paragraphs of one block.
func joinLines(out []piece, text string, block []line, wrapped bool) []piece {
	longest := 0
	for _, l := range block {
		longest = max(longest, width(text, l))
	}
	for i, l := range block {
		if i > 0 && runsOn(text, block[i-1], l, wrapped, longest) {
			out[len(out)-1].end = l.end
			continue
		}
		out = append(out, piece{l.start, l.end})
	}
	return out
}

// runsOn says whether line b continues the paragraph of line a.
func runsOn(text string, a, b line, wrapped bool, longest int) bool {
	ends := endsSentence(a.of(text))
	if !wrapped {
		return !ends && unicode.IsLower(firstRune(b.of(text)))
	}
	if ends && (b.indented && !a.indented || width(text, a) < longest*11/20) {
		return false
	}
	return true
}

// endsSentence says whether s ends in a full stop, question or exclamation
// mark or an ellipsis, with quotes and brackets behind it ignored.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)] \t")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…", r)
}
