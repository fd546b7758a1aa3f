package syntax

import (
	"unicode"
	"unicode/utf8"
)

// quotations finds the stretches between quotation marks in one paragraph,
// without the marks. A quotation that is not closed runs to the end of the
// paragraph, as it does where a speaker goes on in the next one. Quotations
// inside quotations are part of the outer one.
func quotations(text string, p piece) []piece {
	var out []piece
	open, start := rune(0), 0
	for at := p.start; at < p.end; {
		r, size := utf8.DecodeRuneInString(text[at:p.end])
		switch {
		case open == 0 && opensQuote(text, p, at, r, size):
			open, start = r, at+size
		case open != 0 && closesQuote(text, p, at, r, size, open):
			if start < at {
				out = append(out, piece{start, at})
			}
			open = 0
		}
		at += size
	}
	if open != 0 && open != '‘' && open != '\'' && start < p.end {
		out = append(out, piece{start, p.end})
	}
	return out
}

func opensQuote(text string, p piece, at int, r rune, size int) bool {
	switch r {
	case '“', '«', '„':
		return true
	case '"':
		return at+size < p.end
	case '‘', '\'':
		before, _ := utf8.DecodeLastRuneInString(text[p.start:at])
		after, _ := utf8.DecodeRuneInString(text[at+size : p.end])
		free := at == p.start || !unicode.IsLetter(before) && !unicode.IsDigit(before)
		return free && unicode.IsLetter(after) && hasClose(text[at+size:p.end], r)
	}
	return false
}

// hasClose says whether a single quote is closed before a letterless border.
func hasClose(rest string, open rune) bool {
	for at, r := range rest {
		if (r == '’' || r == open) && at > 0 {
			before, _ := utf8.DecodeLastRuneInString(rest[:at])
			after, _ := utf8.DecodeRuneInString(rest[at+utf8.RuneLen(r):])
			if !unicode.IsLetter(after) && !unicode.IsSpace(before) && (open == '‘' || before != 's') {
				return true
			}
		}
	}
	return false
}

func closesQuote(text string, p piece, at int, r rune, size int, open rune) bool {
	switch open {
	case '“', '„':
		return r == '”' || r == '"'
	case '"':
		return r == '"' || r == '”'
	case '«':
		return r == '»'
	}
	after, _ := utf8.DecodeRuneInString(text[at+size : p.end])
	before, _ := utf8.DecodeLastRuneInString(text[p.start:at])
	return (r == '’' || r == open) && !unicode.IsLetter(after) && !unicode.IsSpace(before)
}
