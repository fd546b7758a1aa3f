package table

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold brings a name to the form that names are compared in: lower case,
// without diacritics, apostrophes and full stops, other marks as one space,
// "Saint", "Fort" and "Mount" shortened.
func Fold(s string) string {
	if plain(s) {
		word := strings.ToLower(s)
		if short, ok := shortened[word]; ok {
			return short
		}
		return word
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, word := range strings.FieldsFunc(strip(s), separates) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		if short, ok := shortened[word]; ok {
			word = short
		}
		b.WriteString(word)
	}
	return b.String()
}

// plain says whether a name is one word of ASCII letters and digits.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c|0x20 < 'a' || c|0x20 > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

var shortened = map[string]string{"saint": "st", "fort": "ft", "mount": "mt"}

func separates(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

var special = strings.NewReplacer("ø", "o", "ł", "l", "đ", "d", "ß", "ss", "æ", "ae", "ı", "i", "œ", "oe", "ð", "d", "þ", "th", "ə", "a")

func strip(s string) string {
	ascii := true
	for i := 0; i < len(s); i++ {
		ascii = ascii && s[i] < utf8.RuneSelf
	}
	s = strings.ToLower(s)
	if !ascii {
		s = norm.NFD.String(special.Replace(s))
	}
	return strings.Map(func(r rune) rune {
		if r == '.' || r == '\'' || r == '’' || r == '‘' || r == '`' || r == 'ʻ' || r == 'ʼ' || unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, s)
}
