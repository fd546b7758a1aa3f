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

// terms writes the table of word weights.
func terms(data, out string) error {
	weights := map[string]float64{}
	for _, sets := range domains {
		share, err := shares(data, sets)
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
	return writeTerms(out, weights)
}

// shares gives the share of the reports of some sets that use each word or name.
func shares(data string, sets []string) (map[string]float64, error) {
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
			words, names := link.Count(&dateline.Report{Title: r.Title, Text: r.Text})
			for w := range words {
				counts[w]++
			}
			for w := range names {
				counts[w]++
			}
		}
	}
	for w := range counts {
		counts[w] /= n
	}
	return counts, nil
}

func writeTerms(path string, weights map[string]float64) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	fmt.Fprintln(w, `# How telling a word, or a pair of capitalised words, is: minus the natural
# logarithm of the share of reports that use it; the larger share of local crime
# news and of war and world news counts. What is not listed is rarer than one
# report in 550 and weighs 7. Columns: word, weight. Made by train/link.`)
	for _, word := range slices.Sorted(maps.Keys(weights)) {
		fmt.Fprintf(w, "%s\t%.1f\n", word, weights[word])
	}
	return w.Flush()
}
