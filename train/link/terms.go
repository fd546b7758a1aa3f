package main

import (
	"bufio"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/extract"
	"github.com/opendateline/dateline/extract/syntax"
	"github.com/opendateline/dateline/link"
)

// domains are the sets of each kind of news. A word weighs by the kind that
// uses it most, so that what is common in either is never taken for telling.
var domains = [][]string{
	{"gva_violent_corpus/train"},
	{"hrdsattack/train", "ecbplus/train", "wikievents/train", "polnear/train", "fa_kes/dev"},
}

// listed is the weight from which a word is not listed: one report in 550.
const listed = 6.3

// counter gives what a report holds of what is weighed.
type counter func(*dateline.Report) map[string]bool

// asWritten gives the words and the pairs of capitalised words of a report.
func asWritten(r *dateline.Report) map[string]bool {
	held := map[string]bool{}
	words, names := link.Count(r)
	for w := range words {
		held[w] = true
	}
	for w := range names {
		held[w] = true
	}
	return held
}

// lemmas gives the content lemmas of a report, those of the words of an account.
func lemmas(parser *syntax.Parser) counter {
	return func(r *dateline.Report) map[string]bool {
		held := map[string]bool{}
		for _, s := range parser.Parse(r).Sentences {
			for _, t := range s.Tokens {
				if extract.Content(t) {
					held[t.Lemma] = true
				}
			}
		}
		return held
	}
}

// words writes the table of the weights of lemmas.
func words(data, out string) error {
	parser, err := syntax.New()
	if err != nil {
		return err
	}
	return table(data, out, "lemma of a noun, name, verb or adjective", lemmas(parser))
}

// terms writes the table of the weights of words as written.
func terms(data, out string) error {
	return table(data, out, "word, or a pair of capitalised words,", asWritten)
}

// table writes how telling each thing is that reports hold.
func table(data, out, what string, held counter) error {
	weights := map[string]float64{}
	for _, sets := range domains {
		share, err := shares(data, sets, held)
		if err != nil {
			return err
		}
		for w, x := range share {
			if weight := -math.Log(x); weight < listed {
				old, known := weights[w]
				if !known || weight < old {
					weights[w] = weight
				}
			}
		}
	}
	return writeTable(out, what, weights)
}

// shares gives the share of the reports of some sets that hold each thing.
func shares(data string, sets []string, held counter) (map[string]float64, error) {
	counts, n := map[string]float64{}, 0.0
	for _, set := range sets {
		c, err := eval.Open(filepath.Join(data, set))
		if err != nil {
			return nil, err
		}
		for r, err := range c.Reports() {
			if err != nil {
				return nil, err
			}
			n++
			for w := range held(&dateline.Report{Title: r.Title, Text: r.Text}) {
				counts[w]++
			}
		}
	}
	for w := range counts {
		counts[w] /= n
	}
	return counts, nil
}

func writeTable(path, what string, weights map[string]float64) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	fmt.Fprintf(w, `# How telling a %s is: minus the natural
# logarithm of the share of reports that use it; the larger share of local crime
# news and of war and world news counts. What is not listed is rarer than one
# report in 550 and weighs 7. Columns: what, weight. Made by train/link.
`, what)
	for _, word := range slices.Sorted(maps.Keys(weights)) {
		fmt.Fprintf(w, "%s\t%.1f\n", word, weights[word])
	}
	return w.Flush()
}
