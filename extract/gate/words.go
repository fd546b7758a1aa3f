package gate

import (
	"unicode"
	"unicode/utf8"

	"github.com/opendateline/dateline"
)

// opening is how many words, the title's first, count as the opening.
const opening = 60

// stems calls yield for every word of the title and of what is read of the text,
// as a stem, with whether it stands in the opening, and gives their number. The
// slice is used again.
func stems(r *dateline.Report, yield func(stem []byte, opens bool)) int {
	s := scanner{yield: yield}
	if r.TitleSpan == nil {
		s.scan(r.Title)
	}
	for start, end := range r.Readable() {
		s.scan(r.Text[start:end])
	}
	return s.seen
}

type scanner struct {
	word  []byte
	seen  int
	yield func([]byte, bool)
}

func (s *scanner) scan(text string) {
	for _, c := range text {
		switch {
		case unicode.IsLetter(c):
			s.word = utf8.AppendRune(s.word, unicode.ToLower(c))
		case c == '\'' || c == '’': // inside a word, not kept
		default:
			s.end()
		}
	}
	s.end()
}

func (s *scanner) end() {
	if len(s.word) == 0 {
		return
	}
	s.yield(stem(s.word), s.seen < opening)
	s.seen++
	s.word = s.word[:0]
}
