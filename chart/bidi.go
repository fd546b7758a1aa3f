package chart

import (
	"fmt"
	"strings"
	"unicode"
)

const (
	fsi = '\u2068' // first strong isolate
	pdi = '\u2069' // pop directional isolate
)

// iso makes an isolate of a number, range or date.
func iso(s string) string {
	if s == "" {
		return ""
	}
	return string(fsi) + s + string(pdi)
}

// name makes an isolate of words from a report. Characters that control the
// direction or nothing at all are shown as what they are.
func name(s string) string { return iso(visible(strings.Join(strings.Fields(s), " "))) }

func visible(s string) string {
	if strings.IndexFunc(s, hidden) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if hidden(r) {
			fmt.Fprintf(&b, "[U+%04X]", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func hidden(r rune) bool {
	return unicode.IsControl(r) || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == unicode.ReplacementChar || r >= 0xFFFE && r <= 0xFFFF
}

// bare takes isolates away, for forms without direction.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if r == fsi || r == pdi {
			return -1
		}
		return r
	}, s)
}

// run is text of one direction.
type run struct {
	text []rune
	rtl  bool
}

// visual cuts a line into runs, in the order in which they stand from left to
// right. The line itself runs left to right; an isolate runs as its first strong
// character does. Isolates inside isolates are not told apart.
func visual(s string) []run {
	var out []run
	for len(s) > 0 {
		start := strings.IndexRune(s, fsi)
		if start < 0 {
			return append(out, order(segments([]rune(bare(s)), false), false)...)
		}
		out = append(out, order(segments([]rune(bare(s[:start])), false), false)...)
		end := strings.IndexRune(s, pdi)
		if end < start {
			end = len(s)
		}
		inside := []rune(bare(s[start:end]))
		rtl := startsRTL(inside)
		out = append(out, order(segments(inside, rtl), rtl)...)
		s = strings.TrimPrefix(s[end:], string(pdi))
	}
	return out
}

func order(runs []run, rtl bool) []run {
	if rtl {
		for i, k := 0, len(runs)-1; i < k; i, k = i+1, k-1 {
			runs[i], runs[k] = runs[k], runs[i]
		}
	}
	return runs
}

// segments cuts text where its direction changes. What has none of its own
// follows its neighbours if they agree, and the base direction if not.
func segments(text []rune, base bool) []run {
	var out []run
	for i := 0; i < len(text); {
		rtl, n := directed(text, i, base)
		if len(out) > 0 && out[len(out)-1].rtl == rtl {
			last := &out[len(out)-1]
			last.text = append(last.text, text[i:i+n]...)
		} else {
			out = append(out, run{append([]rune(nil), text[i:i+n]...), rtl})
		}
		i += n
	}
	return out
}

// directed is the direction at text[i] and for how many runes it surely holds.
func directed(text []rune, i int, base bool) (rtl bool, n int) {
	if d := strong(text[i]); d != 0 {
		return d < 0, 1
	}
	end := i
	for end < len(text) && strong(text[end]) == 0 {
		end++
	}
	before, after := base, base
	if i > 0 {
		before = strong(text[i-1]) < 0
	}
	if end < len(text) {
		after = strong(text[end]) < 0
	}
	if before == after {
		return before, end - i
	}
	return base, end - i
}

// strong is 1 for what runs left to right, digits too, -1 for right to left
// and 0 for what follows its neighbours.
func strong(r rune) int {
	switch {
	case unicode.Is(unicode.Mn, r):
		return 0
	case unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko) && !unicode.IsDigit(r) && unicode.IsLetter(r):
		return -1
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		return 1
	}
	return 0
}

func startsRTL(text []rune) bool {
	for _, r := range text {
		if unicode.IsLetter(r) {
			return strong(r) < 0
		}
	}
	return false
}
