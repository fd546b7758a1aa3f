package syntax

import (
	"strings"
	"unicode"

	dateline "github.com/opendateline/dateline"
)

// filing gives the number of tokens of the filing line that opens a sentence:
// "MARVESK, Velmara (AP) —" or "(AP) Marvesk, 3 March —" and the bracketed labels
// behind it ("[Text]"). It is no part of the sentence's grammar; 0 means that there is none.
func filing(text string, tokens []dateline.Token) int {
	const longest = 24
	agency := len(tokens) > 4 && tokens[0].Text == "(" && tokens[2].Text == ")" && capitals(tokens[1].Text)
	if len(tokens) < 4 || !agency && !capitals(text[tokens[0].Start:tokens[0].End]) {
		return 0
	}
	for i, t := range tokens[:min(longest, len(tokens)-1)] {
		surface := text[t.Start:t.End]
		switch {
		case surface == "—" || surface == "–" || surface == "--" || surface == "-" && spaced(tokens, i):
			return labels(tokens, i+1)
		case surface == ":" && i > 0 && i < 5 && inCapitals(text, tokens[:i]):
			return labels(tokens, i+1)
		case strings.ContainsAny(surface, "\"“.!?;") && !strings.HasSuffix(surface, "."), surface == ".":
			return 0
		}
	}
	return 0
}

func capitals(word string) bool {
	return len(word) > 1 && word == strings.ToUpper(word) && unicode.IsLetter(firstRune(word))
}

func spaced(tokens []dateline.Token, i int) bool {
	return i > 0 && tokens[i-1].End < tokens[i].Start && tokens[i].End < tokens[i+1].Start
}

// labels passes over labels in square brackets from token i on.
func labels(tokens []dateline.Token, i int) int {
	for i < len(tokens) && tokens[i].Text == "[" {
		k := i
		for k < len(tokens) && tokens[k].Text != "]" {
			k++
		}
		if k-i > 12 || k+1 >= len(tokens) {
			break
		}
		i = k + 1
	}
	return i
}

// inCapitals: the words are in capitals throughout, as the town before the colon of
// "DERA ISMAIL KHAN: Two policemen".
func inCapitals(text string, tokens []dateline.Token) bool {
	for _, t := range tokens {
		if word := text[t.Start:t.End]; !capitals(word) {
			return false
		}
	}
	return true
}
