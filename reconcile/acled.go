package reconcile

import (
	_ "embed"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// acledWords holds ACLED's numbers for vague words, one word and number a line
// (CAS-1, last column).
//
//go:embed acled_words.tsv
var acledWords string

var acledTable = readTable(acledWords)

func readTable(text string) map[string]int {
	table := map[string]int{}
	for word, number := range readWords(text) {
		if n, err := strconv.Atoi(number); err == nil {
			table[word] = n
		}
	}
	return table
}

// acledNumber is the whole number that ACLED's codebook takes from a count:
// the lower end of what is said, and its own numbers for vague words. A
// ceiling gives none of its own (lowest reads 1 when nothing else is said).
func acledNumber(r reading) *int {
	c := r.count
	switch {
	case r.weight == silent || (c.Derived && (r.weight == plural || r.weight == vague)):
		return c.Lo
	case r.weight == plural:
		return ptr(acledTable["plural"])
	case r.weight == vague:
		return acledVague(c)
	case r.weight == ceiling:
		return nil
	case c.Qualifier == dateline.Nearly || c.Anchor == nil:
		return c.Lo
	}
	return c.Anchor
}

func acledVague(c dateline.Count) *int {
	if n, ok := acledTable[strings.ToLower(c.Word)]; ok {
		return &n
	}
	return ptr(acledTable["several"])
}
