package reconcile

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/opendateline/dateline"
)

// This file brings words that a report sets in capitals, as wires did in the
// 1980s, into small letters. Short words that are no common ones may be acronyms
// and stay.

// calmName writes a name in capitals as a name: "KABRIKHA" is Kabrikha.
func calmName(s string) string { return calm(s, 5, upperFirst) }

// calmWords writes a description in capitals small: "SEVERAL GUNMEN".
func calmWords(s string) string { return calm(s, 5, func(w string) string { return w }) }

// calm changes words of at least so many letters.
func calm(s string, least int, long func(string) string) string {
	if utf8.RuneCountInString(s) < 5 || strings.ToUpper(s) != s || strings.ToLower(s) == s {
		return s
	}
	words := strings.Fields(s)
	for i, w := range words {
		switch small := strings.ToLower(w); {
		case shortWords[small]:
			words[i] = small
		case letters(w) >= least:
			words[i] = long(small)
		}
	}
	return strings.Join(words, " ")
}

func letters(w string) int {
	return utf8.RuneCountInString(strings.Map(onlyLetters, w))
}

func onlyLetters(r rune) rune {
	if unicode.IsLetter(r) {
		return r
	}
	return -1
}

var shortWords = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields("the a an of and in on at by from with de la el los las del two some few six five four nine ten men man boy girl army mob gang crew unit") {
		out[w] = true
	}
	return out
}()

// calmActor writes the words of an actor whom no registry names.
func calmActor(a dateline.ActorRef) dateline.ActorRef {
	switch {
	case a.Actor != "":
	case a.Kind == dateline.ActorUnidentified || a.Kind == dateline.ActorCrowd:
		a.Name = calmWords(a.Name)
	default:
		a.Name = calmName(a.Name)
	}
	return a
}

// calmPlace writes the words of a place, "near" and the like before its name.
func calmPlace(s string) string {
	if name, ok := strings.CutPrefix(s, "near "); ok {
		return "near " + calm(name, 1, upperFirst)
	}
	return calm(s, 1, upperFirst)
}
