// Command earnest learns the weights of package extract/earnest: from reports that
// people filed as violence, from other news, from short reports written to learn from
// (told.txt) and from the half of the eighth unfamiliar set that was read (seen.txt). It
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
	"hash/fnv"
	"os"

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
	for set, n := range scores {
		fmt.Printf("%s: of %d reports with an account %d keep one\n", set, n.Reports, n.Kept)
	}
	if out == "" {
		return nil
	}
	return artifact.Weights(out, weightsOf(accounts, o), artifact.About[map[string]*tally]{Does: "how likely an account is one of violence in earnest",
		Data: names(), Licence: "parameters only", Command: "go run ./train/earnest --out extract/earnest/data", Scores: scores})
}

// account is one of a report of which it is known whether it tells of violence.
type account struct {
	set, report string
	real        bool
	signs       []weigh.Feature
}

// lookalike is how often an account of no violence counts: there are few of them.
const lookalike = 4

// weightsOf learns the log-odds of being meant.
func weightsOf(list []account, o learn.Options) map[string]float64 {
	var examples []learn.Example
	for _, x := range list {
		e := learn.Verdict(table, x.signs, x.real)
		examples = append(examples, e)
		for n := 1; n < lookalike && !x.real; n++ {
			examples = append(examples, e)
		}
	}
	return learn.Train(examples, o)[table]
}

const table = "earnest"

// tally counts the reports in which the reading finds an account, and those that are
// left with one.
type tally struct {
	Reports int `json:"reports"`
	Kept    int `json:"kept"`
}

// measure learns without the reports of a fold and counts how the others do.
func measure(scores map[string]*tally, all []account, fold, folds int, o learn.Options) {
	var rest, held []account
	for _, x := range all {
		if foldOf(x.report, folds) == fold {
			held = append(held, x)
		} else {
			rest = append(rest, x)
		}
	}
	model, left := weigh.Table(weightsOf(rest, o)), map[string]bool{}
	for _, x := range held {
		n := scores[x.name()]
		if n == nil {
			n = &tally{}
			scores[x.name()] = n
		}
		kept, seen := left[x.report]
		if !seen {
			n.Reports++
		}
		left[x.report] = kept || model.Chance(x.signs) >= earnest.Unlikely
		if left[x.report] && !kept {
			n.Kept++
		}
	}
}

func (x account) name() string {
	if x.real {
		return x.set + ", violence"
	}
	return x.set + ", none"
}

// foldOf puts all accounts of a report into one fold.
func foldOf(report string, folds int) int {
	h := fnv.New32a()
	h.Write([]byte(report))
	return int(h.Sum32()>>3) % folds
}
