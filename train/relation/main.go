// Command relation learns the model of package extract/relation from sentences
// labelled with a root code of PLOVER.
//
//	go run ./train/relation [--data ../shared/data/plover_zsp/train] [--out extract/relation/data]
//
// It first measures by cross-validation in five folds; copies of one sentence
// lie in one fold.
package main

import (
	"flag"
	"fmt"
	"hash/fnv"
	"os"
	"slices"

	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/eval/run"
	"github.com/opendateline/dateline/extract/logit"
	"github.com/opendateline/dateline/extract/logit/learn"
	"github.com/opendateline/dateline/extract/relation"
	"github.com/opendateline/dateline/train/artifact"
)

func main() {
	data := flag.String("data", "../shared/data/plover_zsp/train", "corpus of the task types to learn from")
	out := flag.String("out", "", "folder for weights.tsv and manifest.json")
	o := learn.Options{Epochs: 15, Rate: 0.05, Penalty: 3e-4, Rare: 2, Slight: 0.1}
	flag.Float64Var(&o.Penalty, "penalty", o.Penalty, "L2 penalty")
	flag.IntVar(&o.Epochs, "epochs", o.Epochs, "passes over the examples")
	flag.Parse()
	if err := train(*data, *out, o); err != nil {
		fmt.Fprintln(os.Stderr, "relation:", err)
		os.Exit(1)
	}
}

const folds = 5

func train(data, out string, o learn.Options) error {
	c, err := eval.Open(data)
	if err != nil {
		return err
	}
	gold, err := eval.Gold[eval.LabelRow](c)
	if err != nil {
		return err
	}
	var predicted []eval.LabelRow
	for f := range uint32(folds) {
		rest := slices.DeleteFunc(slices.Clone(gold), func(row eval.LabelRow) bool { return foldOf(row) == f })
		model := relation.With(learned(rest, o))
		for _, row := range gold {
			if foldOf(row) == f {
				predicted = append(predicted, run.Label(model, row))
			}
		}
	}
	result := eval.ScoreLabels(gold, predicted)
	result.Set, result.Split = c.Set, "cross-validated"
	if err := eval.PrintTable(os.Stdout, []eval.Result{result}); err != nil || out == "" {
		return err
	}
	return write(out, c, learned(gold, o), result)
}

// manifest says where the weights come from and how well they do.
type manifest struct {
	Name    string             `json:"name"`
	Does    string             `json:"does"`
	Data    []string           `json:"data"`
	Licence string             `json:"licence"`
	Command string             `json:"command"`
	SHA256  map[string]string  `json:"sha256"`
	Scores  map[string]float64 `json:"cross_validated"`
}

func write(out string, c *eval.Corpus, model *logit.Model, result eval.Result) error {
	_, sum, err := artifact.Model(out, "weights.tsv", model)
	if err != nil {
		return err
	}
	return artifact.Manifest(out, manifest{Name: "relation", Does: "what one actor does to another in a sentence, as a root code of PLOVER",
		Data: []string{c.Set + "/" + c.Split}, Licence: "parameters only; no licence file in the source",
		Command: "go run ./train/relation --out extract/relation/data", SHA256: map[string]string{"weights.tsv": sum}, Scores: artifact.Scores(result)})
}

// foldOf puts copies of one sentence into one fold.
func foldOf(row eval.LabelRow) uint32 {
	h := fnv.New32a()
	h.Write([]byte(row.Text))
	return h.Sum32() % folds
}

func learned(rows []eval.LabelRow, o learn.Options) *logit.Model {
	var labels []string
	for _, row := range rows {
		labels = append(labels, row.Label)
	}
	slices.Sort(labels)
	labels = slices.Compact(labels)
	set := learn.NewSet(labels...)
	for _, row := range rows {
		set.Add(relation.Features(row.Text, row.Source.Text(), row.Target.Text()), slices.Index(labels, row.Label))
	}
	return set.Train(o)
}
