package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// piece is a token's place in the text.
type piece struct{ start, end int }

// scanner cuts a stretch of text into tokens. See the package comment for what
// is kept whole.
type scanner struct {
	text   string
	pieces []piece
}

func (s *scanner) emit(start, end int) {
	if start < end {
		s.pieces = append(s.pieces, piece{start, end})
	}
}

// scan adds the tokens of text[start:end].
func (s *scanner) scan(start, end int) {
	for start < end {
		r, size := utf8.DecodeRuneInString(s.text[start:end])
		if blank(r) {
			start += size
			continue
		}
		stop := start
		for stop < end {
			r, size := utf8.DecodeRuneInString(s.text[stop:end])
			if blank(r) {
				break
			}
			stop += size
		}
		s.chunk(start, stop)
		start = stop
	}
}

func blank(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

// chunk cuts what stands between two spaces.
func (s *scanner) chunk(start, end int) {
	for start < end {
		r, size := utf8.DecodeRuneInString(s.text[start:end])
		switch {
		case address(s.text[start:end]):
			stop := start + addressLen(s.text[start:end])
			s.emit(start, stop)
			start = stop
		case inWord(r) || leadsNumber(s.text[start:end]):
			stop := s.wordEnd(start, end)
			s.word(start, stop)
			start = stop
		default:
			stop := start + size + repeated(s.text[start+size:end], r)
			s.emit(start, stop)
			start = stop
		}
	}
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_'
}

// leadsNumber accepts ".38" and "'90s".
func leadsNumber(chunk string) bool {
	if len(chunk) < 2 || chunk[1] < '0' || chunk[1] > '9' {
		return false
	}
	return chunk[0] == '.' || chunk[0] == '\'' && strings.HasSuffix(chunk, "s")
}

// repeated is the length of the run of further marks that belong to r: dots of
// an ellipsis, dashes, repeated stops.
func repeated(rest string, r rune) int {
	if !strings.ContainsRune(".-–—!?=*~_", r) {
		if (r == '\'' || r == '`') && strings.HasPrefix(rest, string(r)) {
			return 1
		}
		return 0
	}
	n := 0
	for _, next := range rest {
		if next != r && !(strings.ContainsRune("!?", r) && strings.ContainsRune("!?", next)) {
			break
		}
		n += utf8.RuneLen(next)
	}
	return n
}

// wordEnd is where the word that begins at start ends: letters, digits and the
// marks that may stand between them, and the period of an abbreviation.
func (s *scanner) wordEnd(start, end int) int {
	at := start
	if !inWord(firstRune(s.text[at:])) {
		at++
	}
	for at < end {
		r, size := utf8.DecodeRuneInString(s.text[at:end])
		if inWord(r) {
			at += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(s.text[at+size : end])
		if at+size >= end || !inWord(next) || !s.inside(start, at, r, next) {
			break
		}
		at += size
	}
	if at < end && s.text[at] == '.' && s.keepsPeriod(start, at, end) {
		at++
	}
	return at
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

// inside says whether mark r, between text[start:at] and next, is part of the
// word.
func (s *scanner) inside(start, at int, r, next rune) bool {
	before, _ := utf8.DecodeLastRuneInString(s.text[start:at])
	digits := unicode.IsDigit(before) && unicode.IsDigit(next)
	switch r {
	case '-', '‑', '\'', '’', '@':
		return true
	case ',', ':', '/':
		return digits
	case '&':
		return unicode.IsUpper(before) && unicode.IsUpper(next)
	case '.':
		if digits {
			return true
		}
		word := s.text[start:at]
		if unicode.IsDigit(next) && abbreviationOf(word) == beforeNumber || unicode.IsDigit(before) != unicode.IsDigit(next) {
			return false
		}
		return utf8.RuneCountInString(word[strings.LastIndexByte(word, '.')+1:]) == 1 || unicode.IsLower(before) && unicode.IsLower(next)
	}
	return false
}

// keepsPeriod says whether the period at byte at belongs to text[start:at].
func (s *scanner) keepsPeriod(start, at, end int) bool {
	if strings.HasPrefix(s.text[at:end], "..") {
		return false
	}
	word := s.text[start:at]
	if cut := strings.LastIndexAny(word, "-/"); cut >= 0 {
		word = word[cut+1:]
	}
	switch abbreviationOf(word) {
	case beforeName, maybeLast:
		return true
	case beforeNumber:
		next := firstRune(strings.TrimLeft(s.text[at+1:], " \u00a0\n"))
		return unicode.IsDigit(next)
	}
	return false
}

// word cuts one word: at hyphens unless it is kept whole, then at clitics.
func (s *scanner) word(start, end int) {
	word := s.text[start:end]
	if !strings.ContainsAny(word, "-‑") || keepWhole(word) {
		s.clitic(start, end)
		return
	}
	from := start
	for i, r := range word {
		if (r == '-' || r == '‑') && !prefixed(s.text[from:start+i]) {
			s.clitic(from, start+i)
			s.emit(start+i, start+i+utf8.RuneLen(r))
			from = start + i + utf8.RuneLen(r)
		}
	}
	s.clitic(from, end)
}

// clitic cuts 's, n't, 'll and the like from the end of a word.
func (s *scanner) clitic(start, end int) {
	if cut := cliticAt(s.text[start:end]); cut > 0 && cut < end-start {
		s.clitic(start, start+cut)
		s.emit(start+cut, end)
		return
	}
	s.emit(start, end)
}
