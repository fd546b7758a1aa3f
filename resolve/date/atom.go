package date

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/opendateline/dateline"
)

// An atom is a run of letters, a run of digits, or one mark. Tokens are cut
// into atoms so that the grammar reads "5:30am", "mid-1990s" and "two-year"
// the same way however the tokeniser cut them.
type atom struct {
	start, end int    // bytes of Report.Text
	lower      string // lower case
	tag        string // Penn tag of the token, or ""
	capital    bool   // starts with a capital
	glued      bool   // no space before it
	meanings   []meaning
}

// atoms cuts one sentence into atoms, reusing buf.
func (g *grammar) atoms(doc *dateline.Document, s *dateline.Sentence, buf []atom) []atom {
	buf = slices.Grow(buf[:0], 2*len(s.Tokens))
	text := doc.Text()
	for i := range s.Tokens {
		t := &s.Tokens[i]
		words := t.Text
		if len(words) != t.End-t.Start { // truecased text of another length
			words = text[t.Start:t.End]
		}
		buf = cut(buf, words, t.Start, t.Tag)
	}
	for i := range buf {
		buf[i].meanings = g.meanings(&buf[i])
		buf[i].glued = i > 0 && buf[i-1].end == buf[i].start
	}
	for i := range buf {
		if len(buf[i].lower) == 4 && figure(buf[i]) && (decimal(buf, i) || telephone(buf, i) || g.houseNumber(buf, i)) {
			buf[i].meanings = buf[i].meanings[:1] // any number
		}
	}
	return buf
}

func figure(a atom) bool { return runeClass(rune(a.lower[0])) == digitRune }

// decimal says whether atom i is the whole part of a number such as 2082.1.
func decimal(buf []atom, i int) bool {
	return i+2 < len(buf) && buf[i+1].lower == "." && buf[i+1].glued && buf[i+2].glued && figure(buf[i+2])
}

// telephone says whether atom i ends a number such as 555-1947.
func telephone(buf []atom, i int) bool {
	return i >= 2 && buf[i].glued && buf[i-1].lower == "-" && buf[i-1].glued && len(buf[i-2].lower) == 3 && figure(buf[i-2])
}

// houseNumber says whether atom i stands before the name of a street: "1555 E.
// Main St.".
func (g *grammar) houseNumber(buf []atom, i int) bool {
	for k := i + 1; k < len(buf) && k <= i+6; k++ {
		a := buf[k]
		switch {
		case slices.ContainsFunc(a.meanings, func(m meaning) bool { return m.symbol == g.street }):
			return k > i+1
		case !a.capital && !figure(a) && a.lower != ".":
			return false
		}
	}
	return false
}

func cut(buf []atom, words string, base int, tag string) []atom {
	for i := 0; i < len(words); {
		n, first := runLength(words[i:])
		if unicode.IsSpace(first) {
			i += n
			continue
		}
		part := words[i : i+n]
		a := atom{start: base + i, end: base + i + n, lower: part, tag: tag}
		if unicode.IsUpper(first) {
			a.capital = true
			a.lower = strings.ToLower(part)
		} else if first == '’' || first == '‘' {
			a.lower = "'"
		} else if first == '–' || first == '—' || first == '‑' {
			a.lower = "-"
		}
		buf = append(buf, a)
		i += n
	}
	return buf
}

// runLength is the length of the first atom of s, and its first rune.
func runLength(s string) (int, rune) {
	first, n := utf8.DecodeRuneInString(s)
	class := runeClass(first)
	if class == markRune {
		return n, first
	}
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if runeClass(r) != class {
			break
		}
		n += size
	}
	return n, first
}

type runeKind int

const (
	markRune runeKind = iota
	letterRune
	digitRune
)

func runeClass(r rune) runeKind {
	switch {
	case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
		return letterRune
	case r >= '0' && r <= '9':
		return digitRune
	case r < utf8.RuneSelf:
		return markRune
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return letterRune
	}
	return markRune
}
