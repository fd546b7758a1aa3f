package syntax

import (
	"strings"
	"unicode"

	dateline "github.com/opendateline/dateline"
)

// filing gives the number of tokens of the filing line that opens a sentence:
// "MARVESK, Velmara (AP) —" or "(AP) Marvesk, 3 March —" and the bracketed labels
// behind it ("[Text]"); the dash may be lost. It is no part of the sentence's grammar; 0
// means that there is none.
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
			return unmarked(text, tokens)
		}
	}
	return unmarked(text, tokens)
}

// unmarked gives the number of tokens of a filing line that lost its dash: a town in
// capitals, and a country behind its comma, before a word that opens a sentence, "MARVESK
// Two policemen", "MARVESK, Velmara A bomb".
func unmarked(text string, tokens []dateline.Token) int {
	i, long := 0, false
	for ; i < min(4, len(tokens)) && capitals(text[tokens[i].Start:tokens[i].End]); i++ {
		long = long || tokens[i].End-tokens[i].Start > 3
	}
	if !long || i == len(tokens) {
		return 0
	}
	if tokens[i].Text == "," {
		for i++; i < min(8, len(tokens)) && unicode.IsUpper(firstRune(tokens[i].Text)) && !openers[tokens[i].Text]; i++ {
		}
	}
	if i == len(tokens) || !openers[tokens[i].Text] {
		return 0
	}
	return i
}

// openers are words that open the first sentence of a report.
var openers = set("A An The At On In More Several Some Dozens Scores Hundreds One Two Three Four Five Six Seven Eight Nine Ten " +
	"Gunmen Police Suspected Unidentified Unknown Militants Rebels Troops Soldiers")

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
