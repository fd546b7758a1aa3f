package model

import (
	_ "embed"
	"strings"
	"unicode"
)

//go:embed closed.tsv
var closedTSV string

// closed holds which words may carry the tags of closed classes: "attacked" is no
// predeterminer, whatever stands beside it.
type closed struct {
	tags map[uint32]bool
	may  map[key]bool
}

func readClosed() closed {
	c := closed{map[uint32]bool{}, map[key]bool{}}
	for line := range strings.Lines(closedTSV) {
		tag, forms, found := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !found {
			continue
		}
		c.tags[hash(tag)] = true
		for _, form := range strings.Fields(forms) {
			c.may[two(0, hash(tag), hash(Normal(form)))] = true
		}
	}
	return c
}

var modal, thirdPerson = hash("MD"), hash("VBZ")

// forbids says that the word at i cannot carry a Penn tag.
func (c closed) forbids(penn uint32, words []Word, i int) bool {
	switch {
	case c.tags[penn] && !c.may[two(0, penn, words[i].lower)]:
		return true
	case penn == modal:
		return monthOfMay(words, i)
	case penn == thirdPerson:
		return initialsIS(words, i)
	}
	return false
}

// monthOfMay: beside a number "May" is a month.
func monthOfMay(words []Word, i int) bool {
	return words[i].Form == "May" && (isNumber(at(words, i-1)) || isNumber(at(words, i+1)))
}

func isNumber(w *Word) bool { return w.Lower != "" && strings.Trim(w.Lower, "0") == "" }

// opensWithNoun says that a third person is several of a kind: what opens a sentence and ends in s is several, "Officers also
// said", but for short verbs ("Is it") and those of a headline whose subject is
// left out ("Kills 5").
func opensWithNoun(penn uint32, words []Word, i int) bool {
	return penn == thirdPerson && i == 0 && len(words) > 3 && len(words[0].Form) > 4 && unicode.IsUpper(rune(words[0].Form[0])) && !isNumber(&words[1])
}

// initialsIS: "IS" among words in small letters is the Islamic State.
func initialsIS(words []Word, i int) bool {
	return words[i].Form == "IS" && !inCapitals(at(words, i-1)) && !inCapitals(at(words, i+1))
}

func inCapitals(w *Word) bool {
	return len(w.Form) > 1 && w.Form == strings.ToUpper(w.Form) && w.Form != w.Lower
}
