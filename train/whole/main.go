// Command whole learns the weights of package extract/whole from reports whose
// incident people counted, and from real and invented news with answers of our own; it says
// by cross-validation how often the number chosen is theirs.
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

	"github.com/opendateline/dateline"
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

// noted are the sets with answers of our own; what is not in sets by time may be learned from.
var noted = []string{"eval/real/first", "eval/real/second", "eval/real/third", "eval/real/fourth", "eval/unfamiliar", "eval/unfamiliar/second", "eval/unfamiliar/third", "eval/unfamiliar/fifth", "eval/unfamiliar/seventh", "eval/unfamiliar/ninth", "eval/unfamiliar/eleventh"}

// often is how many times each account of those sets is shown, beside the many of local papers.
const often = 3

func train(data, out string, folds int, held bool, o learn.Options) error {
	runner, err := run.New()
	if err != nil {
		return err
	}
	filed, err := read(runner, filepath.Join(data, "gva_violent_corpus", "train"))
	if err != nil {
		return err
	}
	var told []choice
	for _, dir := range noted {
		some, err := readNoted(runner, dir)
		if err != nil {
			return err
		}
		told = append(told, some...)
	}
	sum := tally{News: &tally{}}
	for fold := range folds {
		sum.measure(filed, told, fold, folds, o)
	}
	fmt.Printf("%d choices between numbers, %d hold the right one; the lowest is right for %d, the chosen one for %d\n", sum.Choices, sum.Named, sum.Lowest, sum.Right)
	fmt.Printf("%d choices in news, %d hold the right one; the chosen one is right for %d\n", sum.News.Choices, sum.News.Named, sum.News.Right)
	if out == "" {
		return nil
	}
	weights := choiceOf(shown(filed, told), o)
	if held {
		if weights, err = chosenBy(filepath.Join(out, "weights.tsv")); err != nil {
			return err
		}
	}
	maps.Copy(weights, heldBy(whole.NewModel(weights), filed, o))
	return artifact.Weights(out, weights, artifact.About[tally]{Does: "which number of an account is that of everybody",
		Data: append([]string{"gva_violent_corpus/train"}, noted...), Licence: "parameters only", Command: "go run ./train/whole --out extract/whole/data", Scores: sum})
}

// shown are all choices, those of the few sets with answers of our own often.
func shown(filed, told []choice) []choice { return slices.Concat(filed, slices.Repeat(told, often)) }

// choice is the numbers of an account under one measure, and which of them people filed or
// noted.
type choice struct {
	report  string
	numbers []whole.Candidate
	right   []bool
}

// holds: one of the numbers is right.
func (c choice) holds() bool { return slices.Contains(c.right, true) }

// read takes the accounts of a corpus that give numbers under a measure.
func read(runner *run.Runner, dir string) ([]choice, error) {
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
		accounts, err := reader.Numbers(context.Background(), c.Doc, c.Ann)
		if err != nil {
			return nil, err
		}
		for _, a := range accounts {
			if a.Main {
				out = append(out, choices("", a.Numbers, func(m dateline.Measure, x whole.Candidate) (right, known bool) {
					n, known := c.Filed[m]
					return known && x.Holds(n), known
				})...)
			}
		}
	}
	return out, nil
}

// readNoted takes the accounts of a set with answers of our own. A number is right if it
// lies between the lowest and the highest that readers noted; they noted none for words.
func readNoted(runner *run.Runner, dir string) ([]choice, error) {
	list, err := runner.Numbered(context.Background(), dir)
	var out []choice
	for _, a := range list {
		out = append(out, choices(a.Report, a.Numbers, func(m dateline.Measure, x whole.Candidate) (right, known bool) {
			r := a.Noted[m]
			return r != nil && !x.Open && *r.Low <= x.N && x.N <= *r.High, !x.Open
		})...)
	}
	return out, err
}

// choices are those of an account, by measure; the first number says whether anything is
// known of the measure.
func choices(report string, numbers map[dateline.Measure][]whole.Candidate, right func(dateline.Measure, whole.Candidate) (right, known bool)) []choice {
	var out []choice
	for _, m := range slices.Sorted(maps.Keys(numbers)) {
		c := choice{report: report, numbers: numbers[m]}
		if len(c.numbers) == 0 {
			continue
		}
		if _, known := right(m, c.numbers[0]); !known {
			continue
		}
		for _, x := range c.numbers {
			is, _ := right(m, x)
			c.right = append(c.right, is)
		}
		out = append(out, c)
	}
	return out
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
		if len(c.numbers) == 1 || c.report != "" && !c.holds() {
			continue
		}
		e := learn.Example{Question: gist.Question{Name: table}, Right: c.right}
		for _, x := range c.numbers {
			e.Options = append(e.Options, learn.Option("", table, x.Features))
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
		examples[i] = learn.Verdict(table, whole.Signs(m.Best(c.numbers)), c.holds())
	}
	return learn.Train(examples, o)[table]
}

const table = "whole"

// tally counts the choices, those that hold the right number, and those for
// which the lowest and the chosen number are right.
type tally struct {
	Choices int    `json:"choices"`
	Named   int    `json:"hold_the_right_number"`
	Lowest  int    `json:"lowest_right"`
	Right   int    `json:"chosen_right"`
	News    *tally `json:"news,omitempty"` // of the sets with answers of our own
}

// measure learns without a fold and counts how the choice does on it. Folds of filed reports
// are runs of them, which follow each other in time: reports of one incident stand near each
// other; the others are held out by report.
func (n *tally) measure(filed, told []choice, fold, folds int, o learn.Options) {
	from, to := fold*len(filed)/folds, (fold+1)*len(filed)/folds
	held := func(c choice) bool { return learn.Fold(c.report, folds) == fold }
	model := whole.NewModel(choiceOf(shown(slices.Concat(filed[:from], filed[to:]), slices.DeleteFunc(slices.Clone(told), held)), o))
	for _, c := range filed[from:to] {
		n.count(c, model)
	}
	for _, c := range told {
		if held(c) {
			n.News.count(c, model)
		}
	}
}

func (n *tally) count(c choice, model *whole.Model) {
	if len(c.numbers) == 1 {
		return
	}
	n.Choices++
	if c.holds() {
		n.Named++
	}
	if c.right[0] {
		n.Lowest++
	}
	if c.right[chosen(c, model)] {
		n.Right++
	}
}

// chosen is the index of the number that a model would choose.
func chosen(c choice, model *whole.Model) int {
	shares := model.Shares(c.numbers)
	return slices.Index(shares, slices.Max(shares))
}
