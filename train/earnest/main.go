// Command earnest learns the weights of package extract/earnest: from reports that
// people filed as violence, from other news, each whole and by its first sentence alone, from short reports written to learn from
// (package told) and from the half of the eighth unfamiliar set that was read (seen.txt). It
// says by cross-validation in how many reports of each set an account is left.
//
//	go run ./train/earnest [--data ../shared/data] [--out extract/earnest/data] [--folds 5]
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
	"github.com/opendateline/dateline/extract"
	"github.com/opendateline/dateline/extract/earnest"
	"github.com/opendateline/dateline/extract/gist/learn"
	"github.com/opendateline/dateline/extract/weigh"
	"github.com/opendateline/dateline/train/artifact"
)

func main() {
	data := flag.String("data", "../shared/data", "folder of the data sets")
	out := flag.String("out", "", "folder for weights.tsv and manifest.json")
	folds := flag.Int("folds", 5, "folds of the cross-validation")
	o := learn.Options{Penalty: 1, Steps: 300, Rate: 0.3, Rare: 4, Slight: 0.02}
	flag.Float64Var(&o.Penalty, "penalty", o.Penalty, "L2 penalty")
	flag.Parse()
	if err := train(*data, *out, *folds, o); err != nil {
		fmt.Fprintln(os.Stderr, "earnest:", err)
		os.Exit(1)
	}
}

func train(data, out string, folds int, o learn.Options) error {
	runner, err := run.New()
	if err != nil {
		return err
	}
	reader, err := extract.New()
	if err != nil {
		return err
	}
	s := source{context.Background(), runner, reader, data}
	accounts, err := s.accounts()
	if err != nil {
		return err
	}
	scores := map[string]*tally{}
	for fold := range folds {
		measure(scores, accounts, fold, folds, o)
	}
	for _, set := range slices.Sorted(maps.Keys(scores)) {
		fmt.Printf("%-32s of %3d reports with an account %3d keep one; from %v: %v\n", set, scores[set].Reports, scores[set].Kept, bounds, scores[set].at)
	}
	if out == "" {
		return nil
	}
	return artifact.Weights(out, weightsOf(slices.DeleteFunc(accounts, func(x account) bool { return x.unseen }), o), artifact.About[map[string]*tally]{Does: "how likely an account is one of violence in earnest",
		Data: names(), Licence: "parameters only", Command: "go run ./train/earnest --out extract/earnest/data", Scores: scores})
}

// account is one of a report of which it is known whether it tells of violence.
type account struct {
	set, report string
	real        bool // whether the report tells of violence
	unseen      bool // only measured, not learned from
	signs       []weigh.Feature
}

// rounds is how often the account that speaks for a report is chosen anew.
const rounds = 3

// weightsOf learns the log-odds of being meant. A report of violence also tells of other
// things, and one account in earnest is enough for it: from the second round on, only
// the likeliest account of each is learned from.
func weightsOf(list []account, o learn.Options) map[string]float64 {
	weights := fit(list, o)
	for range rounds - 1 {
		weights = fit(speaking(list, weights), o)
	}
	return weights
}

// speaking are the accounts of no violence, and of each report of violence the likeliest.
func speaking(list []account, model weigh.Table) []account {
	best := map[string]int{}
	for i, x := range list {
		if b, ok := best[x.id()]; x.real && (!ok || model.Sum(x.signs) > model.Sum(list[b].signs)) {
			best[x.id()] = i
		}
	}
	var out []account
	for i, x := range list {
		if !x.real || best[x.id()] == i {
			out = append(out, x)
		}
	}
	return out
}

func (x account) id() string { return x.set + " " + x.report }

func fit(list []account, o learn.Options) map[string]float64 {
	var examples []learn.Example
	for _, x := range list {
		e := learn.Verdict(table, x.signs, x.real)
		examples = append(examples, e)
		for n := 1; n < x.often(); n++ {
			examples = append(examples, e)
		}
	}
	return learn.Train(examples, o)[table]
}

// often is how often an account counts: there are few look-alikes, and few reports of
// violence that are none of the day.
func (x account) often() int {
	if x.set == "told" || x.set == "unfamiliar_eighth" {
		return 4
	}
	return 1
}

const table = "earnest"

// tally counts the reports in which the reading finds an account, and those that are
// left with one.
type tally struct {
	Reports int              `json:"reports"`
	Kept    int              `json:"kept"`
	at      [len(bounds)]int // kept, were the bound another
}

// bounds are tried beside the one that is used.
var bounds = [...]float64{0.02, 0.03, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5}

// measure learns without the reports of a fold and counts how the others do.
func measure(scores map[string]*tally, all []account, fold, folds int, o learn.Options) {
	var rest, held []account
	for _, x := range all {
		if learn.Fold(x.report, folds) == fold {
			held = append(held, x)
		} else {
			rest = append(rest, x)
		}
	}
	count(scores, held, weightsOf(slices.DeleteFunc(rest, func(x account) bool { return x.unseen }), o))
}

// count adds up which reports are left with an account.
func count(scores map[string]*tally, held []account, model weigh.Table) {
	chances, of := map[string]float64{}, map[string]string{}
	for _, x := range held {
		chances[x.id()] = max(chances[x.id()], model.Chance(x.signs))
		of[x.id()] = x.name()
	}
	for id, chance := range chances {
		n := scores[of[id]]
		if n == nil {
			n = &tally{}
			scores[of[id]] = n
		}
		n.Reports++
		if chance >= earnest.Unlikely {
			n.Kept++
		}
		for i, b := range bounds {
			if chance >= b {
				n.at[i]++
			}
		}
	}
}

func (x account) name() string {
	if x.real {
		return x.set + ", violence"
	}
	return x.set + ", none"
}
