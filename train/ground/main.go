// Command ground learns the weights of package extract/ground from the real reports with
// answers of our own that may be read (eval/real) and from the invented ones in view
// (eval/unfamiliar). It says by cross-validation for how many accounts the place is right by
// rule alone and by the weights.
//
//	go run ./train/ground [--out extract/ground/data] [--folds 5]
//
// Without --out nothing is written.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"slices"
	"strconv"

	"github.com/opendateline/dateline/eval/run"
	"github.com/opendateline/dateline/extract/gist"
	"github.com/opendateline/dateline/extract/gist/learn"
	"github.com/opendateline/dateline/extract/ground"
	"github.com/opendateline/dateline/extract/weigh"
	"github.com/opendateline/dateline/train/artifact"
)

var learned = run.Taught()

func main() {
	out := flag.String("out", "", "folder for weights.tsv and manifest.json")
	folds := flag.Int("folds", 5, "folds of the cross-validation")
	o := learn.Options{Penalty: 2, Steps: 300, Rate: 0.3, Rare: 5, Slight: 0.02}
	flag.Float64Var(&o.Penalty, "penalty", o.Penalty, "L2 penalty")
	flag.Float64Var(&o.Slight, "slight", o.Slight, "weights below are left out")
	flag.Parse()
	if err := train(*out, *folds, o); err != nil {
		fmt.Fprintln(os.Stderr, "ground:", err)
		os.Exit(1)
	}
}

func train(out string, folds int, o learn.Options) error {
	runner, err := run.New()
	if err != nil {
		return err
	}
	sets := map[string][]run.Lying{}
	var all []run.Lying
	for _, dir := range learned {
		if sets[dir], err = runner.Lying(context.Background(), dir); err != nil {
			return err
		}
		all = append(all, sets[dir]...)
	}
	scores := map[string]*tally{}
	for fold := range folds {
		model := weightsOf(slices.DeleteFunc(slices.Clone(all), func(x run.Lying) bool { return learn.Fold(x.Report, folds) == fold }), o)
		for _, dir := range learned {
			held := slices.DeleteFunc(slices.Clone(sets[dir]), func(x run.Lying) bool { return learn.Fold(x.Report, folds) != fold })
			if scores[dir] == nil {
				scores[dir] = &tally{}
			}
			scores[dir].count(held, model)
		}
	}
	for _, dir := range learned {
		fmt.Printf("%-26s %+v\n", dir, *scores[dir])
	}
	if out == "" {
		return nil
	}
	return artifact.Weights(out, weightsOf(all, o), artifact.About[map[string]*tally]{Does: "where each account of a report lies",
		Data: learned, Licence: "parameters only", Command: "go run ./train/ground --out extract/ground/data", Scores: scores})
}

// tally counts accounts whose answer has a place, those whose report names it, and for how many it is
// right by rule and by the weights, and the like of accounts whose answer has none.
type tally struct {
	Placed int `json:"placed"`
	Named  int `json:"named"`
	ByRule int `json:"right_by_rule"`
	Right  int `json:"right"`
	Open   int `json:"without_place"`
	OpenBy int `json:"without_place_right_by_rule"`
	OpenOK int `json:"without_place_right"`
}

func (n *tally) count(held []run.Lying, model weigh.Table) {
	for _, x := range held {
		chosen := ground.Best(model, x.Grounds, x.ByRule)
		right := func(i int) int {
			if i < 0 && !slices.Contains(x.Right, true) || i >= 0 && x.Right[i] {
				return 1
			}
			return 0
		}
		if !x.Named {
			n.Open++
			n.OpenBy += right(x.ByRule)
			n.OpenOK += right(chosen)
			continue
		}
		n.Placed++
		if slices.Contains(x.Right, true) {
			n.Named++
		}
		n.ByRule += right(x.ByRule)
		n.Right += right(chosen)
	}
}

const table = "ground"

// weightsOf learns from the accounts; none is right where the report does not name the place.
func weightsOf(list []run.Lying, o learn.Options) weigh.Table {
	var examples []learn.Example
	for _, x := range list {
		e := learn.Example{Question: gist.Question{Name: table, Options: []gist.Option{{}}}, Right: []bool{!slices.Contains(x.Right, true)}}
		for i, signs := range x.Grounds {
			e.Options, e.Right = append(e.Options, learn.Option(strconv.Itoa(i), table, signs)), append(e.Right, x.Right[i])
		}
		examples = append(examples, e)
	}
	return learn.Train(examples, o)[table]
}
