// Command retold learns the weights of package extract/retold from pairs of
// accounts that were judged by eye (judged.tsv) and from the messages of MUC-4,
// whose keys say whom and what each incident befell, and says by cross-validation
// how often accounts that it takes for one are one.
//
//	go run ./train/retold [--data ../shared/data] [--out extract/retold/data] [--folds 5]
//
// With --folds 0 nothing is measured; without --out nothing is written.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"github.com/opendateline/dateline/eval/run"
	"github.com/opendateline/dateline/extract"
	"github.com/opendateline/dateline/extract/gist/learn"
	"github.com/opendateline/dateline/extract/retold"
	"github.com/opendateline/dateline/extract/weigh"
	"github.com/opendateline/dateline/train/artifact"
)

func main() {
	data := flag.String("data", "../shared/data", "folder of the data sets")
	out := flag.String("out", "", "folder for weights.tsv and manifest.json")
	folds := flag.Int("folds", 5, "folds of the cross-validation")
	o := learn.Options{Penalty: 2, Steps: 300, Rate: 0.3, Rare: 4, Slight: 0.05}
	flag.Float64Var(&o.Penalty, "penalty", o.Penalty, "L2 penalty")
	flag.Parse()
	if err := train(*data, *out, *folds, o); err != nil {
		fmt.Fprintln(os.Stderr, "retold:", err)
		os.Exit(1)
	}
}

// judged is a pair of accounts and whether they are one.
type judged struct {
	set, report string
	signs       []weigh.Feature
	one         bool
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
	pairs, err := s.pairs()
	if err != nil {
		return err
	}
	scores := map[string]*tally{}
	for fold := range folds {
		measure(scores, pairs, fold, folds, o)
	}
	for set, n := range scores {
		fmt.Printf("%s: of %d pairs %d are one; joined %d, rightly %d\n", set, n.Pairs, n.One, n.Joined, n.Rightly)
	}
	if out == "" {
		return nil
	}
	return artifact.Weights(out, weightsOf(pairs, o), artifact.About[map[string]*tally]{Does: "how likely two accounts of one report tell of one happening",
		Data: []string{"gva_violent_corpus/train (judged.tsv)", "muc34/dev"}, Licence: "parameters only", Command: "go run ./train/retold --out extract/retold/data", Scores: scores})
}

// weightsOf learns the log-odds of being one.
func weightsOf(pairs []judged, o learn.Options) map[string]float64 {
	examples := make([]learn.Example, len(pairs))
	for i, x := range pairs {
		examples[i] = learn.Verdict(table, x.signs, x.one)
	}
	return learn.Train(examples, o)[table]
}

const table = "retold"

// tally counts pairs, those that are one, those taken for one, and those rightly.
type tally struct {
	Pairs   int `json:"pairs"`
	One     int `json:"one"`
	Joined  int `json:"joined"`
	Rightly int `json:"rightly"`
}

// measure learns without the reports of a fold and counts how the others do.
func measure(scores map[string]*tally, pairs []judged, fold, folds int, o learn.Options) {
	var rest, held []judged
	for _, x := range pairs {
		if learn.Fold(x.report, folds) == fold {
			held = append(held, x)
		} else {
			rest = append(rest, x)
		}
	}
	model := weigh.Table(weightsOf(rest, o))
	for _, x := range held {
		if scores[x.set] == nil {
			scores[x.set] = &tally{}
		}
		scores[x.set].count(x.one, model.Chance(x.signs) > retold.Likely)
	}
}

func (n *tally) count(one, joined bool) {
	n.Pairs++
	if one {
		n.One++
	}
	if joined {
		n.Joined++
	}
	if one && joined {
		n.Rightly++
	}
}
