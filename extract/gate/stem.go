package gate

import "bytes"

// stem cuts the endings of English inflection off a word in lower case, roughly:
// the same word must give the same stem, two words may share one. It writes into
// the word.
func stem(w []byte) []byte {
	w = uninflected(w)
	n := len(w)
	if n > 4 && w[n-1] == 'e' {
		n--
	}
	if n > 4 && w[n-1] == w[n-2] && w[n-1] != 's' && w[n-1] != 'l' {
		n--
	}
	return w[:n]
}

// endings with the length that a word must exceed to lose one, longest first.
var endings = []struct {
	ending string
	longer int
}{{"ings", 6}, {"ing", 5}, {"ed", 4}, {"es", 4}, {"s", 3}}

func uninflected(w []byte) []byte {
	n := len(w)
	if n > 4 && bytes.HasSuffix(w, []byte("ies")) {
		w[n-3] = 'y'
		return w[:n-2]
	}
	if bytes.HasSuffix(w, []byte("ss")) {
		return w
	}
	for _, e := range endings {
		if n > e.longer && bytes.HasSuffix(w, []byte(e.ending)) {
			return w[:n-len(e.ending)]
		}
	}
	return w
}

// Stem is the stem of a word in lower case.
func Stem(word string) string { return string(stem([]byte(word))) }
