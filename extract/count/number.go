package count

import (
	"math"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// word is one lower-case word of the token stream; a hyphened token gives
// several words, all with the index of their token.
type word struct {
	text  string
	token int
}

// words lowers the tokens from i to end and opens hyphens, so that
// "twenty-three" and "two-dozen" read like their spaced forms.
func words(tokens []dateline.Token, from, end int) []word {
	out := make([]word, 0, end-from)
	for i := from; i < end; i++ {
		text := strings.ToLower(tokens[i].Text)
		if !hyphened(text) || isRange(text) || i > from && i+1 < end && allDigits(tokens[i-1].Text) && allDigits(tokens[i+1].Text) {
			out = append(out, word{text, i})
			continue
		}
		for _, part := range strings.FieldsFunc(text, hyphen) {
			out = append(out, word{part, i})
		}
	}
	return out
}

func hyphened(text string) bool { return strings.ContainsFunc(text, hyphen) }

func hyphen(r rune) bool { return r == '-' || r == '‑' }

// number reads a cardinal at the front of ws and says how many words it took;
// 0 if there is none.
func (g *Grammar) number(ws []word) (value, width int) {
	if len(ws) == 0 {
		return 0, 0
	}
	if v, ok := digits(ws[0].text); ok {
		return g.scaled(v, ws)
	}
	return g.spelled(ws)
}

// scaled takes "1.5 million", "3 dozen", "20 thousand" after digits.
func (g *Grammar) scaled(v float64, ws []word) (value, width int) {
	if len(ws) > 1 {
		if entry, ok := g.numbers[ws[1].text]; ok && entry.kind == scaleWord {
			return int(math.Round(v * float64(entry.value))), 2
		}
	}
	if v != math.Trunc(v) {
		return 0, 0
	}
	return int(v), 1
}

// spelled reads "twenty three", "a hundred and five", "half a dozen".
func (g *Grammar) spelled(ws []word) (value, width int) {
	total, part, i, read := 0, 0, 0, 0
	half := false
loop:
	for i < len(ws) {
		entry, ok := g.numbers[ws[i].text]
		switch {
		case !ok && ws[i].text == "and" && read > 0 && (part >= 100 || total > 0) && g.isUnit(ws, i+1):
			i++
			continue
		case !ok:
			break loop
		case entry.kind == halfWord:
			half = true
		case entry.kind == articleWord:
			if read > 0 || !half && !g.isScale(ws, i+1) {
				break loop
			}
			part = 1
		case entry.kind == unitWord:
			if !fits(part, entry.value) {
				break loop
			}
			part += entry.value
			read = i + 1
		case entry.kind == scaleWord:
			if part == 0 && !half {
				break loop
			}
			if half {
				part, half = max(part, 1)*entry.value/2, false
			} else if entry.value >= 1000 {
				total, part = total+part*entry.value, 0
			} else {
				part *= entry.value
			}
			read = i + 1
		}
		i++
	}
	return total + part, read
}

// fits says whether a unit word may follow the part read so far: tens then
// ones, hundreds then tens or ones.
func fits(part, unit int) bool {
	switch {
	case part == 0:
		return true
	case part%100 == 0:
		return unit < 100
	default:
		return part%100 >= 20 && part%10 == 0 && unit < 10
	}
}

func (g *Grammar) isUnit(ws []word, i int) bool {
	return i < len(ws) && g.numbers[ws[i].text].kind == unitWord && g.numbers[ws[i].text].value > 0
}

func (g *Grammar) isScale(ws []word, i int) bool {
	return i < len(ws) && g.numbers[ws[i].text].kind == scaleWord
}

// digits reads "43", "1,200", "2.5"; thousands must be grouped in threes.
func digits(s string) (float64, bool) {
	if s == "" || s[0] < '0' || s[0] > '9' {
		return 0, false
	}
	s = strings.TrimSuffix(s, "+")
	if whole, groups, ok := strings.Cut(s, ","); ok {
		for _, g := range strings.Split(groups, ",") {
			if len(g) != 3 {
				return 0, false
			}
		}
		s = whole + strings.ReplaceAll(groups, ",", "")
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil && v < 1e9
}

// isRange says whether one token holds a range of digits: "12-15", "12–15".
func isRange(s string) bool {
	_, _, ok := digitRange(s)
	return ok
}

// allDigits: the token is a number in figures: the dash of "4 - 5" is one of a range.
func allDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

func digitRange(s string) (lo, hi int, ok bool) {
	for _, dash := range []string{"-", "–", "‑"} {
		a, b, cut := strings.Cut(s, dash)
		if !cut {
			continue
		}
		x, okA := digits(a)
		y, okB := digits(b)
		if okA && okB && x < y {
			return int(x), int(y), true
		}
	}
	return 0, 0, false
}
