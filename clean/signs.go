package clean

import (
	"iter"
	"strings"
)

// signs are what one look at a text tells about the identifiers that it cannot
// hold. Most reports have none, and a look costs less than ten searches.
type signs struct {
	at, plus, paren bool // "@", "+" and "(" with a digit behind the latter two
	code            bool // two capitals with two digits behind them
	house           bool // a digit with white space behind it
	word            bool // a run of 26 letters and digits
	stretch         int  // bytes of the longest run of digits and " ()-./" from digit to digit
}

// number says whether a number can be there that takes so many bytes.
func number(bytes int) func(signs) bool { return func(s signs) bool { return s.stretch >= bytes } }

func signsOf(text string) signs {
	var s signs
	begin, run := -1, 0
	for i := 0; i < len(text); i++ {
		b, next := text[i], byte(0)
		if i+1 < len(text) {
			next = text[i+1]
		}
		if run++; !isDigit(b) && !isLetter(b) {
			run = 0
		}
		s.word = s.word || run >= 26
		switch {
		case isDigit(b):
			if begin < 0 {
				begin = i
			}
			s.stretch = max(s.stretch, i+1-begin)
			s.house = s.house || isBlank(next)
			s.code = s.code || i > 2 && isDigit(text[i-1]) && isCapital(text[i-2]) && isCapital(text[i-3])
		case b == '@':
			s.at = true
		case b == '+':
			s.plus = s.plus || isDigit(next)
		case b == '(':
			s.paren = s.paren || isDigit(next)
		}
		if begin >= 0 && !isDigit(b) && !joinsDigits(b) {
			begin = -1
		}
	}
	return s
}

// starts goes over the places of a text where a word begins with one of the
// beginnings, given in small letters, in whatever case. It is a quick look before
// a search for a form that has such a word.
func starts(text string, beginnings []string) iter.Seq[int] {
	return func(yield func(int) bool) {
		inside := false
		for i := 0; i < len(text); i++ {
			if !inside && opens(text[i:], beginnings) && !yield(i) {
				return
			}
			inside = isDigit(text[i]) || isLetter(text[i]) || text[i] == '_'
		}
	}
}

func opens(text string, beginnings []string) bool {
	for _, b := range beginnings {
		if text[0]|32 == b[0] && len(text) >= len(b) && strings.EqualFold(text[:len(b)], b) {
			return true
		}
	}
	return false
}

// holds says whether a word of the text begins with one of the beginnings.
func holds(text string, beginnings []string) bool {
	for range starts(text, beginnings) {
		return true
	}
	return false
}

// leads says whether such a word stands before a digit, with no more between than
// "account number is: ABCD" has.
func leads(text string, beginnings []string) bool {
	for i := range starts(text, beginnings) {
		for k, printed := i, 0; k < len(text) && printed < 32; k++ {
			if isDigit(text[k]) {
				return true
			}
			if !isBlank(text[k]) {
				printed++
			}
		}
	}
	return false
}

func isDigit(b byte) bool   { return b >= '0' && b <= '9' }
func isCapital(b byte) bool { return b >= 'A' && b <= 'Z' }
func isLetter(b byte) bool  { return b|32 >= 'a' && b|32 <= 'z' }
func isBlank(b byte) bool   { return b == ' ' || b >= 9 && b <= 13 }

func joinsDigits(b byte) bool {
	return b == ' ' || b == '(' || b == ')' || b == '-' || b == '.' || b == '/'
}
