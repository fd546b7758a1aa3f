package reconcile

import (
	_ "embed"
	"strings"
	"unicode"
)

// lintWords are words that generated text never uses (ETH-5), one a line.
//
//go:embed lint.txt
var lintWords string

var banned = readLines(lintWords)

func readLines(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if w := strings.TrimSpace(line); w != "" && !strings.HasPrefix(w, "#") {
			out = append(out, w)
		}
	}
	return out
}

// Lint gives the words of a generated text that it must not use (ETH-5). A
// listed word also stands for the words that begin with it.
func Lint(text string) []string {
	var found []string
	notLetter := func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' }
	for _, word := range strings.FieldsFunc(strings.ToLower(text), notLetter) {
		for _, b := range banned {
			if strings.HasPrefix(word, b) {
				found = append(found, word)
				break
			}
		}
	}
	return found
}
