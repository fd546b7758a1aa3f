package muc4

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed modifiers.txt
var modifierList string

// nonessential are the words that add nothing to a string fill: articles,
// quantifiers, nationalities, titles (guidelines 3.1.1.1).
var nonessential = words(modifierList)

// breaks are the words after which a noun phrase only describes its head.
var breaks = words("OF IN ON AT FROM FOR TO WITH WHO WHICH THAT WHOSE WHERE BY AND NEAR BELONGING , -")

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

// phrase gives the words of a string fill that matter.
func phrase(text string) []string {
	clean := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`"[]().'`+"`", r) {
			return -1
		}
		return r
	}, strings.ToUpper(text))
	all := strings.Fields(strings.ReplaceAll(strings.ReplaceAll(clean, ",", " , "), "-", " "))
	essential := all
	for len(essential) > 1 && isNonessential(essential[0]) {
		essential = essential[1:]
	}
	return essential
}

func isNonessential(word string) bool {
	return nonessential[word] || strings.Trim(word, "0123456789") == ""
}

// judgeString compares a string fill with the alternatives of the key.
func judgeString(key []string, answer string) Judgement {
	best := Incorrect
	given := phrase(answer)
	for _, alternative := range key {
		best = max(best, judgePhrase(phrase(alternative), given))
	}
	return best
}

// judgePhrase: the same words are correct, and so is a phrase that only puts
// more modifiers before the key's (3.1.1.1). A phrase that goes on after the
// key's, a part of the key's, or one with the same head is partial (3.1.1.2).
func judgePhrase(key, given []string) Judgement {
	switch {
	case slices.Equal(key, given):
		return Correct
	case len(key) == 0 || len(given) == 0:
		return Incorrect
	case within(key, given) >= 0:
		return Partial
	case within(given, key) >= 0, head(key) == head(given):
		return Partial
	}
	return Incorrect
}

// within gives the place of the words part in whole, or -1.
func within(part, whole []string) int {
	for i := 0; i+len(part) <= len(whole); i++ {
		if slices.Equal(part, whole[i:i+len(part)]) {
			return i
		}
	}
	return -1
}

// Head is the head word of a string fill, in capitals; empty if the fill has no
// word.
func Head(text string) string {
	words := phrase(text)
	if len(words) == 0 {
		return ""
	}
	return head(words)
}

// head is the last word before the phrase begins to describe its head.
func head(phrase []string) string {
	for i, word := range phrase {
		if i > 0 && breaks[word] {
			return phrase[i-1]
		}
	}
	return phrase[len(phrase)-1]
}
