// Command day learns the weights of package extract/day: from the accounts of real and
// invented reports that readers dated (eval/real, eval/unfamiliar) and from the main accounts
// of reports that people filed one day for. It says by cross-validation how many dates would
// be right and wrong at several bounds; at the first, 0, the rules stand.
//
//	go run ./train/day [--data ../shared/data] [--out extract/day/data] [--folds 5]
//
// Without --out nothing is written.
package main

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/eval/run"
	"github.com/opendateline/dateline/extract/day"
	"github.com/opendateline/dateline/extract/gist"
	"github.com/opendateline/dateline/extract/gist/learn"
	"github.com/opendateline/dateline/extract/weigh"
	"github.com/opendateline/dateline/train/artifact"
)

var (
	records = run.Taught()
	filed   = []string{"gva_violent_corpus/train", "hrdsattack/train"}
)

// filedOf: of the filed reports one of so many is learned from, or they would outweigh the others.
const filedOf = 4

// bounds are tried beside the one that is used.
var bounds = [...]float64{0, 0.1, 0.2, day.Unlikely, 0.4, 1}

func main() {
	data := flag.String("data", "../shared/data", "folder of the data sets")
	out := flag.String("out", "", "folder for weights.tsv and manifest.json")
	folds := flag.Int("folds", 5, "folds of the cross-validation")
	o := learn.Options{Penalty: 8, Steps: 200, Rate: 0.3, Rare: 5, Slight: 0.03}
	flag.Float64Var(&o.Penalty, "penalty", o.Penalty, "L2 penalty")
	flag.Parse()
	if err := train(*data, *out, *folds, o); err != nil {
		fmt.Fprintln(os.Stderr, "day:", err)
		os.Exit(1)
	}
}

func train(data, out string, folds int, o learn.Options) error {
	sets, err := read(data)
	if err != nil {
		return err
	}
	all := learnedFrom(sets)
	scores := map[string]*tally{}
	for fold := range folds {
		model := weightsOf(leftOut(all, fold, folds), o)
		for _, set := range slices.Sorted(maps.Keys(sets)) {
			count(scores, set, sets[set], model, fold, folds)
		}
	}
	for _, set := range slices.Sorted(maps.Keys(scores)) {
		fmt.Printf("%-26s right and wrong at %v: %v\n", set, bounds, *scores[set])
	}
	if out == "" {
		return nil
	}
	return artifact.Weights(out, weightsOf(all, o), artifact.About[map[string]*tally]{Does: "which date of a report is that of each of its incidents",
		Data: slices.Concat(records, filed), Licence: "parameters only", Command: "go run ./train/day --out extract/day/data", Scores: scores})
}

func read(data string) (map[string][]run.Day, error) {
	runner, err := run.New()
	if err != nil {
		return nil, err
	}
	sets := map[string][]run.Day{}
	for _, set := range slices.Concat(records, filed) {
		dir := set
		if slices.Contains(filed, set) {
			dir = filepath.Join(data, set)
		}
		if sets[set], err = runner.Days(context.Background(), dir); err != nil {
			return nil, err
		}
	}
	return sets, nil
}

func learnedFrom(sets map[string][]run.Day) []run.Day {
	var all []run.Day
	for _, set := range records {
		all = append(all, sets[set]...)
	}
	for _, set := range filed {
		for _, d := range sets[set] {
			if learn.Fold("filed "+d.Report, filedOf) == 0 {
				all = append(all, d)
			}
		}
	}
	return all
}

func leftOut(all []run.Day, fold, folds int) []run.Day {
	return slices.DeleteFunc(slices.Clone(all), func(d run.Day) bool { return learn.Fold(d.Report, folds) == fold })
}

// tally is how many dates are right and how many wrong at each bound.
type tally [len(bounds)][2]int

func count(scores map[string]*tally, set string, list []run.Day, model weigh.Table, fold, folds int) {
	if scores[set] == nil {
		scores[set] = &tally{}
	}
	for _, d := range list {
		if learn.Fold(d.Report, folds) != fold {
			continue
		}
		for i, b := range bounds {
			date := d.Ruled
			if instead, takes := day.Instead(model, d.Choice, b); takes {
				date = instead
			}
			switch {
			case date == "":
			case right(d.Date, date):
				scores[set][i][0]++
			default:
				scores[set][i][1]++
			}
		}
	}
}

// right: readers gave a date, and the other is it.
func right(gold, date string) bool { return gold != "" && eval.SameDate(gold, date) }

const table = "day"

// weightsOf learns from the accounts; none is right where the report does not name the date.
func weightsOf(list []run.Day, o learn.Options) weigh.Table {
	examples := make([]learn.Example, len(list))
	for i, d := range list {
		e := learn.Example{Question: gist.Question{Name: table, Options: []gist.Option{learn.Option("", table, d.None)}}, Right: []bool{false}}
		for _, c := range d.Dates {
			e.Options, e.Right = append(e.Options, learn.Option(c.EDTF, table, c.Features)), append(e.Right, right(d.Date, c.EDTF))
		}
		e.Right[0] = !slices.Contains(e.Right, true)
		examples[i] = e
	}
	return learn.Train(examples, o)[table]
}
