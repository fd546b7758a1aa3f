package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/opendateline/dateline/extract/gate"
)

// common are the stems that are no names: in texts that are not all capitals
// they stand at least half the time in lower case. Names would tie the weights
// to the people and places of the texts, and people's names must not stand in
// them (ETH-2).
type common map[string]struct{ lower, all int }

func commonWords(reports []taken) common {
	c := common{}
	for _, r := range reports {
		if capitals(r.Report.Text) {
			continue
		}
		for _, w := range strings.FieldsFunc(r.Report.Text, notLetter) {
			stem := gate.Stem(strings.ToLower(strings.NewReplacer("'", "", "’", "").Replace(w)))
			n := c[stem]
			n.all++
			if first, _ := utf8.DecodeRuneInString(w); unicode.IsLower(first) {
				n.lower++
			}
			c[stem] = n
		}
	}
	return c
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }

// capitals says whether a text is written in capitals throughout.
func capitals(text string) bool {
	lower := 0
	for _, r := range text {
		if unicode.IsLower(r) {
			lower++
		}
	}
	return lower*2 < len(text)/2
}

// has says whether a feature is about a common stem, or about none.
func (c common) has(feature string) bool {
	if feature == gate.Bias || strings.HasPrefix(feature, "#") {
		return true
	}
	n := c[strings.TrimPrefix(feature, "^")]
	return n.all > 0 && n.lower*2 >= n.all
}
