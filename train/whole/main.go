// Command whole learns the weights of package extract/whole from reports whose
// incident people counted, and says by cross-validation how often the number
// chosen is theirs.
//
//	go run ./train/whole [--data ../shared/data] [--out extract/whole/data] [--folds 5]
//
// With --held the choice stays what it is, and only how likely the numbers hold the
// right one is learned anew. With --folds 0 nothing is measured; without --out nothing is written.
package main

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/opendateline/dateline/eval/run"
	"github.com/opendateline/dateline/extract"
	"github.com/opendateline/dateline/extract/gist"
	"github.com/opendateline/dateline/extract/gist/learn"
	"github.com/opendateline/dateline/extract/weigh"
	"github.com/opendateline/dateline/extract/whole"
	"github.com/opendateline/dateline/train/artifact"
)

func main() {
	data := flag.String("data", "../shared/data", "folder of the data sets")
	out := flag.String("out", "", "folder for weights.tsv and manifest.json")
	folds := flag.Int("folds", 5, "folds of the cross-validation")
	held := flag.Bool("held", false, "learn only how likely the numbers given hold the right one")
	o := learn.Options{Penalty: 3, Steps: 200, Rate: 0.3, Rare: 8, Slight: 0.08}
	flag.Float64Var(&o.Penalty, "penalty", o.Penalty, "L2 penalty")
	flag.IntVar(&o.Rare, "rare", o.Rare, "features seen in fewer reports are left out")
	flag.Parse()
	if err := train(*data, *out, *folds, *held, o); err != nil {
		fmt.Fprintln(os.Stderr, "whole:", err)
		os.Exit(1)
	}
}

func train(data, out string, folds int, held bool, o learn.Options) error {
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
	choose := choiceOf(cases, o)
	if held {
		if choose, err = chosenBy(filepath.Join(out, "weights.tsv")); err != nil {
			return err
		}
	}
	maps.Copy(choose, heldBy(whole.NewModel(choose), cases, o))
	return artifact.Weights(out, choose, artifact.About[tally]{Does: "which number of an account is that of everybody",
		Data: []string{"gva_violent_corpus/train"}, Licence: "parameters only", Command: "go run ./train/whole --out extract/whole/data", Scores: sum})
}

// choice is the numbers of an account under one measure and the one that was
// filed.
type choice struct {
	numbers []whole.Candidate
	filed   int
}

// read takes the accounts of a corpus that give numbers under a measure.
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
			if n, known := c.Filed[measure]; known && len(numbers[measure]) > 0 {
				out = append(out, choice{numbers[measure], n})
			}
		}
	}
	return out, nil
}

// chosenBy reads the weights of the choice that stand in a file.
func chosenBy(file string) (map[string]float64, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	weights, err := weigh.Read(string(text), file)
	maps.DeleteFunc(weights, func(name string, _ float64) bool { return strings.HasPrefix(name, whole.Held) })
	return weights, err
}

// choiceOf learns from the choices that hold the right number.
func choiceOf(cases []choice, o learn.Options) map[string]float64 {
	var examples []learn.Example
	for _, c := range cases {
		if len(c.numbers) == 1 {
			continue
		}
		e := learn.Example{Question: gist.Question{Name: table}}
		for _, x := range c.numbers {
			e.Options, e.Right = append(e.Options, learn.Option("", table, x.Features)), append(e.Right, x.Holds(c.filed))
		}
		examples = append(examples, e)
	}
	return learn.Train(examples, o)[table]
}

// heldBy learns how likely the numbers given hold the right one, from the number
// that a model would choose.
func heldBy(m *whole.Model, cases []choice, o learn.Options) map[string]float64 {
	examples := make([]learn.Example, len(cases))
	for i, c := range cases {
		holds := slices.ContainsFunc(c.numbers, func(x whole.Candidate) bool { return x.Holds(c.filed) })
		examples[i] = learn.Verdict(table, whole.Signs(m.Best(c.numbers)), holds)
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
	model := whole.NewModel(choiceOf(slices.Concat(cases[:from], cases[to:]), o))
	for _, c := range cases[from:to] {
		if len(c.numbers) == 1 {
			continue
		}
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
