package actor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	dateline "github.com/opendateline/dateline"
)

// word is one run of letters and digits of a text. Apostrophes inside it
// belong to it; a possessive 's does not. "U.S." is one word.
type word struct {
	start, end int
	fold       string
	title      bool // begins with a capital
	caps       bool // all its letters are capitals
	stop       bool // a mark that no name crosses stands before it
}

// splitWords cuts text into words; offsets are relative to text.
func splitWords(text string) []word {
	return appendWords(make([]word, 0, len(text)/6+1), text)
}

func appendWords(out []word, text string) []word {
	stop := false
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !wordRune(r) {
			stop = stop || breaks(r)
			i += size
			continue
		}
		end := wordEnd(text, i)
		w := newWord(text[i:end])
		w.start, w.end, w.stop = i, end, stop
		out = append(out, w)
		i, stop = skipPossessive(text, end), false
	}
	return out
}

func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

func breaks(r rune) bool {
	switch r {
	case '.', ';', ':', '!', '?', '(', ')', '[', ']', '|', '\n':
		return true
	}
	return false
}

func apostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʿ', 'ʾ', 'ʼ', '`':
		return true
	}
	return false
}

// wordEnd finds the end of the word at i.
func wordEnd(text string, i int) int {
	if end := dottedEnd(text, i); end > i {
		return end
	}
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !wordRune(r) {
			next, _ := utf8.DecodeRuneInString(text[i+size:])
			if !apostrophe(r) || !wordRune(next) || skipPossessive(text, i) > i {
				break
			}
		}
		i += size
	}
	return i
}

// dottedEnd is the end of an initialism such as "U.S." or "F.B.I." at i, or i.
func dottedEnd(text string, i int) int {
	end, letters := i, 0
	for end+1 < len(text) && text[end] >= 'A' && text[end] <= 'Z' && text[end+1] == '.' {
		end += 2
		letters++
	}
	if letters < 2 {
		return i
	}
	return end
}

// skipPossessive moves past 's at i.
func skipPossessive(text string, i int) int {
	if i >= len(text) || text[i] != '\'' && text[i] != "’"[0] {
		return i
	}
	for _, mark := range [...]string{"'s", "’s", "'S", "’S"} {
		if strings.HasPrefix(text[i:], mark) {
			if r, _ := utf8.DecodeRuneInString(text[i+len(mark):]); !wordRune(r) {
				return i + len(mark)
			}
		}
	}
	return i
}

func newWord(s string) word {
	if small(s) {
		return word{fold: s}
	}
	first, _ := utf8.DecodeRuneInString(s)
	return word{fold: strings.ReplaceAll(fold(s), ".", ""), title: unicode.IsUpper(first), caps: allCaps(s)}
}

// small says whether a word has only small letters of ASCII, as most have.
func small(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

func allCaps(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 0
}

// sentenceWords cuts a sentence into words with offsets in the report. In a
// sentence all in capitals the case comes from the truecased tokens; where
// there is none either, every word counts as capitalised. The memory of buf is
// used again.
func sentenceWords(buf []word, doc *dateline.Document, s *dateline.Sentence) []word {
	text := doc.Text()
	words := appendWords(buf[:0], text[s.Start:s.End])
	for i := range words {
		words[i].start += s.Start
		words[i].end += s.Start
	}
	if shouting(words) {
		recase(text, s, words)
	}
	return words
}

func shouting(words []word) bool {
	caps, letters := 0, 0
	for _, w := range words {
		if w.end-w.start > 3 {
			letters++
			if w.caps {
				caps++
			}
		}
	}
	return letters >= 3 && caps*10 >= letters*8
}

func recase(text string, s *dateline.Sentence, words []word) {
	t := 0
	for i := range words {
		for t < len(s.Tokens) && s.Tokens[t].End <= words[i].start {
			t++
		}
		if t == len(s.Tokens) {
			return
		}
		token := s.Tokens[t]
		if token.Start != words[i].start || token.Text == text[token.Start:token.End] {
			words[i].caps = words[i].caps && !functionWords[words[i].fold]
			continue
		}
		first, _ := utf8.DecodeRuneInString(token.Text)
		words[i].title, words[i].caps = unicode.IsUpper(first), allCaps(token.Text)
	}
}

// functionWords are never acronyms in text that is all in capitals.
var functionWords = setOf("is it us an a i at in on no so to up we he be by do if me my of or as am far was has had his mas pac par can new per pan sin mit dea cam fal arena")

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
