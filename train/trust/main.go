// Command trust learns the weights of package extract/trust from claims whose
// answers people filed, and says how far the probabilities are off: by
// cross-validation and on corpora that nothing was learned from.
//
//	go run ./train/trust [--data ../shared/data] [--out extract/trust/data] [--folds 5]
//
// Without --out nothing is written.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/eval/run"
	"github.com/opendateline/dateline/extract/logit"
	"github.com/opendateline/dateline/extract/logit/learn"
	"github.com/opendateline/dateline/extract/trust"
	"github.com/opendateline/dateline/train/artifact"
)

// learned and measured are the corpora to learn from and those kept apart. The
// answers of hrdsattack are of a report as a whole, not of its main account, and
// decide no claim.
var (
	learned  = []string{"gva_violent_corpus/train"}
	measured = []string{"gva_violent_corpus/dev", "gvdb/dev", "airwars_gaza/dev", "muc34/tst1", "muc34/tst2"}
)

func main() {
	data := flag.String("data", "../shared/data", "folder of the corpora")
	out := flag.String("out", "", "folder for weights.tsv and manifest.json")
	folds := flag.Int("folds", 5, "folds of the cross-validation, each a run of reports")
	o := learn.Options{Epochs: 12, Rate: 0.05, Penalty: 1e-4, Rare: 10, Slight: 0.02}
	flag.Float64Var(&o.Rate, "rate", o.Rate, "length of the steps")
	flag.Float64Var(&o.Penalty, "penalty", o.Penalty, "L2 penalty")
	flag.IntVar(&o.Rare, "rare", o.Rare, "features seen in fewer claims are left out")
	flag.Parse()
	if err := train(context.Background(), *data, *out, *folds, o); err != nil {
		fmt.Fprintln(os.Stderr, "trust:", err)
		os.Exit(1)
	}
}

func train(ctx context.Context, data, out string, folds int, o learn.Options) error {
	runner, err := run.New()
	if err != nil {
		return err
	}
	var all []run.Tested
	used := map[string]int{}
	for _, set := range learned {
		tested, err := read(ctx, runner, data, set)
		if err != nil {
			return err
		}
		all, used[set] = append(all, tested...), len(tested)
	}
	results := []eval.Result{validate(all, folds, o)}
	model := learnFrom(all, o)
	for _, set := range measured {
		tested, err := read(ctx, runner, data, set)
		if err != nil {
			return err
		}
		result := rated(tested, trust.New(model))
		result.Set, result.Split = filepath.Split(set)
		results = append(results, result)
	}
	if err := eval.PrintTable(os.Stdout, results); err != nil || out == "" {
		return err
	}
	return write(out, used, model, results)
}

func read(ctx context.Context, runner *run.Runner, data, set string) ([]run.Tested, error) {
	c, err := eval.Open(filepath.Join(data, set))
	if err != nil {
		return nil, err
	}
	return runner.Tested(ctx, c)
}

func learnFrom(tested []run.Tested, o learn.Options) *logit.Model {
	set := learn.NewSet(trust.Labels...)
	for _, t := range tested {
		if !trust.Attributes[t.Claim.Attribute] {
			continue
		}
		label := 0
		if t.Right {
			label = 1
		}
		set.Add(trust.Features(t.Doc, t.Reading, t.Claim), label)
	}
	return set.Train(o)
}

// rated scores the claims with the confidence that a model gives them.
func rated(tested []run.Tested, m *trust.Model) eval.Result {
	for _, t := range tested {
		m.Rate(t.Doc, t.Reading)
	}
	result, _ := eval.ScoreReliability(run.JudgedOf(tested))
	return result
}

// block is how many claims in a row go into one fold, so that those of one report
// mostly stay together.
const block = 200

// validate rates every claim by weights learned without its fold.
func validate(tested []run.Tested, folds int, o learn.Options) eval.Result {
	var rows []eval.Judged
	for fold := range folds {
		var rest, held []run.Tested
		for i, t := range tested {
			if i/block%folds == fold {
				held = append(held, t)
			} else {
				rest = append(rest, t)
			}
		}
		m := trust.New(learnFrom(rest, o))
		for _, t := range held {
			m.Rate(t.Doc, t.Reading)
		}
		rows = append(rows, run.JudgedOf(held)...)
	}
	result, _ := eval.ScoreReliability(rows)
	result.Set, result.Split = "trust", "cross-validated"
	return result
}

func write(out string, used map[string]int, m *logit.Model, results []eval.Result) error {
	return artifact.MeasuredModel(out, m, results, artifact.Measured[map[string]int]{Does: "how likely a claim is to be what is filed in the end", Data: used,
		Licence: "parameters only: weights of how a claim was taken", Command: "go run ./train/trust --out extract/trust/data"})
}
