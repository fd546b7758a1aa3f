package export

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// blot replaces the bytes [start,end) of text, as far as they lie in it, by
// one block for each character.
func blot(text string, start, end int) string {
	start, end = max(start, 0), min(end, len(text))
	if start >= end {
		return text
	}
	return text[:start] + strings.Repeat("█", utf8.RuneCountInString(text[start:end])) + text[end:]
}

// firstWords keeps the first n words as they stand, and an ellipsis for the
// rest.
func firstWords(text string, n int) string {
	inWord := false
	for i, r := range text {
		space := unicode.IsSpace(r)
		if !space && !inWord {
			if n == 0 {
				return strings.TrimRightFunc(text[:i], unicode.IsSpace) + " …"
			}
			n--
		}
		inWord = !space
	}
	return text
}

// rounded is a coordinate to about a kilometre.
func rounded(x *float64) *float64 {
	if x == nil {
		return nil
	}
	y := math.Round(*x*100) / 100
	return &y
}
