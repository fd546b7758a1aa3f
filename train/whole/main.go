// Command whole learns the weights of package extract/whole from reports whose
// incident people counted, and says by cross-validation how often the number
// chosen is theirs.
//
//	go run ./train/whole [--data ../shared/data] [--out extract/whole/data] [--folds 5]
//
// With --folds 0 nothing is measured; without --out nothing is written.
package main

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/opendateline/dateline/eval/run"
	"github.com/opendateline/dateline/extract"
	"github.com/opendateline/dateline/extract/gist"
	"github.com/opendateline/dateline/extract/gist/learn"
	"github.com/opendateline/dateline/extract/whole"
	"github.com/opendateline/dateline/train/artifact"
)

func main() {
	data := flag.String("data", "../shared/data", "folder of the data sets")
	out := flag.String("out", "", "folder for weights.tsv and manifest.json")
	folds := flag.Int("folds", 5, "folds of the cross-validation")
	o := learn.Options{Penalty: 3, Steps: 200, Rate: 0.3, Rare: 8, Slight: 0.08}
	flag.Float64Var(&o.Penalty, "penalty", o.Penalty, "L2 penalty")
	flag.IntVar(&o.Rare, "rare", o.Rare, "features seen in fewer reports are left out")
	flag.Parse()
	if err := train(*data, *out, *folds, o); err != nil {
		fmt.Fprintln(os.Stderr, "whole:", err)
		os.Exit(1)
	}
}

func train(data, out string, folds int, o learn.Options) error {
	cases, err := read(filepath.Join(data, "gva_violent_corpus", "train"))
	if err != nil {
		return err
	}
	sum := tally{}
	for fold := range folds {
		sum.measure(cases, fold, folds, o)
	}
	fmt.Printf("%d choices between numbers, %d hold the right one; the lowest is right for %d, the chosen one for %d\n", sum.Choices, sum.Named, sum.Lowest, sum.Right)
	if out == "" {
		return nil
	}
	return artifact.Weights(out, weightsOf(cases, o), artifact.About[tally]{Does: "which number of an account is that of everybody",
		Data: []string{"gva_violent_corpus/train"}, Licence: "parameters only", Command: "go run ./train/whole --out extract/whole/data", Scores: sum})
}

// choice is the numbers of an account under one measure and the one that was
// filed.
type choice struct {
	numbers []whole.Candidate
	filed   int
}

// read takes the accounts of a corpus that give several numbers under a measure.
func read(dir string) ([]choice, error) {
	runner, err := run.New()
	if err != nil {
		return nil, err
	}
	counted, err := runner.Counted(context.Background(), dir)
	if err != nil {
		return nil, err
	}
	reader, err := extract.New()
	if err != nil {
		return nil, err
	}
	var out []choice
	for _, c := range counted {
		numbers, err := reader.Numbers(context.Background(), c.Doc, c.Ann)
		if err != nil {
			return nil, err
		}
		for _, measure := range slices.Sorted(maps.Keys(numbers)) {
			if n, known := c.Filed[measure]; known && len(numbers[measure]) > 1 {
				out = append(out, choice{numbers[measure], n})
			}
		}
	}
	return out, nil
}

// weightsOf learns from the choices that hold the right number.
func weightsOf(cases []choice, o learn.Options) map[string]float64 {
	examples := make([]learn.Example, len(cases))
	for i, c := range cases {
		e := learn.Example{Question: gist.Question{Name: table}}
		for _, x := range c.numbers {
			e.Options, e.Right = append(e.Options, learn.Option("", table, x.Features)), append(e.Right, x.Holds(c.filed))
		}
		examples[i] = e
	}
	return learn.Train(examples, o)[table]
}

const table = "whole"

// tally counts the choices, those that hold the right number, and those for
// which the lowest and the chosen number are right.
type tally struct {
	Choices int `json:"choices"`
	Named   int `json:"hold_the_right_number"`
	Lowest  int `json:"lowest_right"`
	Right   int `json:"chosen_right"`
}

// measure learns without a fold and counts how the choice does on it. Folds are
// runs of reports, which follow each other in time: reports of one incident
// stand near each other.
func (n *tally) measure(cases []choice, fold, folds int, o learn.Options) {
	from, to := fold*len(cases)/folds, (fold+1)*len(cases)/folds
	model := whole.NewModel(weightsOf(slices.Concat(cases[:from], cases[to:]), o))
	for _, c := range cases[from:to] {
		n.Choices++
		if slices.ContainsFunc(c.numbers, func(x whole.Candidate) bool { return x.Holds(c.filed) }) {
			n.Named++
		}
		if c.numbers[0].Holds(c.filed) {
			n.Lowest++
		}
		if model.Best(c.numbers).Holds(c.filed) {
			n.Right++
		}
	}
}
