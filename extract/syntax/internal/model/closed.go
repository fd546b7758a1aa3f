package model

import (
	_ "embed"
	"strings"
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

// forbids says that the word at i cannot carry a Penn tag.
func (c closed) forbids(penn uint32, words []Word, i int) bool {
	return c.tags[penn] && (!c.may[two(0, penn, words[i].lower)] || penn == modal && monthOfMay(words, i))
}

var modal = hash("MD")

// monthOfMay: beside a number "May" is a month.
func monthOfMay(words []Word, i int) bool {
	return words[i].Form == "May" && (isNumber(at(words, i-1)) || isNumber(at(words, i+1)))
}

func isNumber(w *Word) bool { return w.Lower != "" && strings.Trim(w.Lower, "0") == "" }
