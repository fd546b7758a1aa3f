package dateline

import "unicode/utf8"

// Span is a half-open range of a report's text, in bytes and, beside it, in
// runes. Text offsets of the program are spans of Report.Text as stored.
type Span struct {
	Start     int `json:"start"`
	End       int `json:"end"`
	RuneStart int `json:"rune_start"`
	RuneEnd   int `json:"rune_end"`
}

// NewSpan makes the span of text[start:end]; it counts the runes before start
// and inside. start and end must lie on rune boundaries of text.
func NewSpan(text string, start, end int) Span {
	runes := utf8.RuneCountInString(text[:start])
	return Span{start, end, runes, runes + utf8.RuneCountInString(text[start:end])}
}

// Of cuts the span out of its text.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Len is the length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains says whether o lies inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps says whether s and o share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Check says whether s is a span of text: in range, on rune boundaries, and
// with rune offsets that agree with its bytes.
func (s Span) Check(text string) error {
	if s.Start < 0 || s.End < s.Start || s.End > len(text) {
		return Errorf(Damaged, "span [%d,%d) lies outside a text of %d bytes", s.Start, s.End, len(text))
	}
	if !boundary(text, s.Start) || !boundary(text, s.End) {
		return Errorf(Damaged, "span [%d,%d) cuts a character", s.Start, s.End)
	}
	if NewSpan(text, s.Start, s.End) != s {
		return Errorf(Damaged, "span [%d,%d) has rune offsets [%d,%d) that do not fit its bytes", s.Start, s.End, s.RuneStart, s.RuneEnd)
	}
	return nil
}

func boundary(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }

// Runes converts byte offsets of one text to rune offsets. Making many spans
// of a long text through one Runes costs one pass over the text.
type Runes struct {
	text string
	at   []int // runes before byte i*runeStep
}

const runeStep = 64

// NewRunes prepares the conversion for text.
func NewRunes(text string) *Runes {
	r := &Runes{text: text, at: make([]int, 0, len(text)/runeStep+1)}
	count := 0
	for i := 0; i < len(text); i++ {
		if i%runeStep == 0 {
			r.at = append(r.at, count)
		}
		if utf8.RuneStart(text[i]) {
			count++
		}
	}
	return r
}

// Span makes the span of bytes [start,end).
func (r *Runes) Span(start, end int) Span {
	return Span{start, end, r.before(start), r.before(end)}
}

func (r *Runes) before(i int) int {
	block := i / runeStep
	if block >= len(r.at) {
		block = len(r.at) - 1
	}
	if block < 0 {
		return 0
	}
	count := r.at[block]
	if block+1 < len(r.at) && r.at[block+1]-count == runeStep {
		return count + i - block*runeStep // ASCII alone
	}
	for j := block * runeStep; j < i; j++ {
		if utf8.RuneStart(r.text[j]) {
			count++
		}
	}
	return count
}
