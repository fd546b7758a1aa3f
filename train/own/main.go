// Command own learns the weights of package extract/own: from the real reports with
// answers of our own that may be read (eval/real) and from the invented ones in view
// (eval/unfamiliar). It says by cross-validation, and of the sets that are only scored, how
// many records that readers noted and how many others would be left at several bounds.
//
//	go run ./train/own [--out extract/own/data] [--folds 5]
//
// Without --out nothing is written.
package main

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"

	"github.com/opendateline/dateline/eval/run"
	"github.com/opendateline/dateline/extract/gist/learn"
	"github.com/opendateline/dateline/extract/weigh"
	"github.com/opendateline/dateline/train/artifact"
)

var (
	learned  = run.Taught()
	measured = []string{"eval/real/first_kept", "eval/real/second_kept", "eval/real/third_kept"}
)

// bounds are tried beside the one that is used.
var bounds = [...]float64{0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5}

func main() {
	out := flag.String("out", "", "folder for weights.tsv and manifest.json")
	folds := flag.Int("folds", 5, "folds of the cross-validation")
	o := learn.Options{Penalty: 4, Steps: 300, Rate: 0.3, Rare: 4, Slight: 0.02}
	flag.Float64Var(&o.Penalty, "penalty", o.Penalty, "L2 penalty")
	flag.Parse()
	if err := train(*out, *folds, o); err != nil {
		fmt.Fprintln(os.Stderr, "own:", err)
		os.Exit(1)
	}
}

func train(out string, folds int, o learn.Options) error {
	runner, err := run.New()
	if err != nil {
		return err
	}
	sets := map[string][]run.Made{}
	var all []run.Made
	for _, dir := range slices.Concat(learned, measured) {
		if sets[dir], err = runner.Made(context.Background(), dir); err != nil {
			return err
		}
		if slices.Contains(learned, dir) {
			all = append(all, sets[dir]...)
		}
	}
	scores := map[string]*tally{}
	for fold := range folds {
		model := weightsOf(slices.DeleteFunc(slices.Clone(all), func(x run.Made) bool { return learn.Fold(x.Report, folds) == fold }), o)
		for _, dir := range learned {
			held := slices.DeleteFunc(slices.Clone(sets[dir]), func(x run.Made) bool { return learn.Fold(x.Report, folds) != fold })
			count(scores, dir, held, model)
		}
	}
	model := weightsOf(all, o)
	for _, dir := range measured {
		count(scores, dir, sets[dir], model)
	}
	for _, dir := range slices.Sorted(maps.Keys(scores)) {
		fmt.Printf("%-26s right and wrong left from %v: %v\n", dir, bounds, *scores[dir])
	}
	if out == "" {
		return nil
	}
	return artifact.Weights(out, model, artifact.About[map[string]*tally]{Does: "how likely an account is an incident of its own",
		Data: learned, Licence: "parameters only", Command: "go run ./train/own --out extract/own/data", Scores: scores})
}

// tally is how many records that readers noted, and how many others, each bound leaves.
type tally [len(bounds)][2]int

// count adds up what each bound leaves of a set; the likeliest of a report always stays.
func count(scores map[string]*tally, set string, held []run.Made, model weigh.Table) {
	best := map[string]float64{}
	for _, x := range held {
		best[x.Report] = max(best[x.Report], model.Chance(x.Signs))
	}
	if scores[set] == nil {
		scores[set] = &tally{}
	}
	for _, x := range held {
		for i, b := range bounds {
			chance := model.Chance(x.Signs)
			switch {
			case chance < b && chance < best[x.Report]:
			case x.Right:
				scores[set][i][0]++
			default:
				scores[set][i][1]++
			}
		}
	}
}

const table = "own"

func weightsOf(list []run.Made, o learn.Options) weigh.Table {
	var examples []learn.Example
	for _, x := range list {
		examples = append(examples, learn.Verdict(table, x.Signs, x.Right))
	}
	return learn.Train(examples, o)[table]
}
