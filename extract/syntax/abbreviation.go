package syntax

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed abbreviations.txt
var abbreviationLines string

// abbreviation says what the period behind a word may mean.
type abbreviation uint8

const (
	notAbbreviation abbreviation = iota
	beforeName                   // "Brig.": something follows that belongs to it
	beforeNumber                 // "No." only before a digit
	maybeLast                    // "U.S.", "Inc.": may end the sentence too
)

var abbreviations = readAbbreviations(abbreviationLines)

func readAbbreviations(lines string) map[string]abbreviation {
	kinds := map[string]abbreviation{"title": beforeName, "number": beforeNumber, "plain": maybeLast}
	table := map[string]abbreviation{}
	for line := range strings.Lines(lines) {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		for _, w := range words[1:] {
			if _, known := table[w]; !known {
				table[w] = kinds[words[0]]
			}
		}
	}
	return table
}

// abbreviationOf judges a word without its last period: listed words, single
// capitals (initials) and letters with periods between them (acronyms).
func abbreviationOf(word string) abbreviation {
	if a, ok := abbreviations[strings.ToLower(word)]; ok {
		return a
	}
	r, size := utf8.DecodeRuneInString(word)
	if size == len(word) && unicode.IsUpper(r) && r != 'I' {
		return beforeName
	}
	if dotted(word) {
		return maybeLast
	}
	return notAbbreviation
}

// dotted says whether word is single letters with periods between: "U.S".
func dotted(word string) bool {
	letter := true
	for _, r := range word {
		if letter != unicode.IsLetter(r) || !letter && r != '.' {
			return false
		}
		letter = !letter
	}
	return !letter && strings.Contains(word, ".")
}
