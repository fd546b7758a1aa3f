package link

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"github.com/opendateline/dateline"
)

//go:embed words.tsv
var wordsText string

// unlisted is the weight of a word that words.tsv does not have.
const unlisted = 7

// The tables are read when the first account or report is weighed, not at start.
var wordWeights = sync.OnceValue(func() map[string]float64 { return readWeights(wordsText) })

func readWeights(text string) map[string]float64 {
	out := make(map[string]float64, strings.Count(text, "\n"))
	for _, line := range strings.Split(text, "\n") {
		word, weight, ok := strings.Cut(line, "\t")
		if x, err := strconv.ParseFloat(weight, 64); ok && err == nil {
			out[word] = x
		}
	}
	return out
}

//go:embed terms.tsv
var termsText string

var termWeights = sync.OnceValue(func() map[string]float64 { return readWeights(termsText) })

// termWeight says how telling a word or a pair of capitalised words of a whole
// report is, from a table of the same kind as words.tsv, of words as written.
func termWeight(term string) float64 {
	if w, ok := termWeights()[term]; ok {
		return w
	}
	return unlisted
}

// WordWeight says how telling a word is, from a fixed table of how many reports
// use it: 0 for a word of every report, 7 for one that hardly any uses.
func WordWeight(word string) float64 {
	if w, ok := wordWeights()[word]; ok {
		return w
	}
	return unlisted
}

// New makes a linker with the default thresholds, the table of word weights and
// the learned weights of evidence.
func New(actors Registry, family func(report dateline.ID) dateline.ID) *Linker {
	return &Linker{Config: Default, Actors: actors, Weight: WordWeight, Family: family, Learned: learned()}
}
