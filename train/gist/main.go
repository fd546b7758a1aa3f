// Command gist learns the weights of package extract/gist from reports that
// people filed, and says by cross-validation how well they do.
//
//	go run ./train/gist [--data ../shared/data/hrdsattack/train] [--out extract/gist/data] [--folds 5]
//
// With --folds 0 nothing is measured; without --out nothing is written.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/eval/run"
	"github.com/opendateline/dateline/extract/gist"
	"github.com/opendateline/dateline/extract/gist/learn"
	"github.com/opendateline/dateline/train/artifact"
)

func main() {
	data := flag.String("data", "../shared/data/hrdsattack/train", "corpus of the task fields to learn from")
	out := flag.String("out", "", "folder for weights.tsv and manifest.json")
	folds := flag.Int("folds", 5, "folds of the cross-validation")
	o := learn.Default
	flag.Float64Var(&o.Penalty, "penalty", o.Penalty, "L2 penalty")
	flag.Float64Var(&o.Slight, "slight", o.Slight, "features that weigh less are left out")
	flag.IntVar(&o.Steps, "steps", o.Steps, "steps of the training")
	flag.IntVar(&o.Rare, "rare", o.Rare, "features seen in fewer reports are left out")
	show := flag.Bool("show", false, "print what was filed and what was judged, a line a report")
	flag.Parse()
	if err := train(*data, *out, *folds, *show, o); err != nil {
		fmt.Fprintln(os.Stderr, "gist:", err)
		os.Exit(1)
	}
}

func train(data, out string, folds int, show bool, o learn.Options) error {
	runner, err := run.New()
	if err != nil {
		return err
	}
	filed, err := runner.Filed(context.Background(), data)
	if err != nil {
		return err
	}
	result, err := validate(filed, folds, show, o)
	if err != nil {
		return err
	}
	if folds > 0 {
		if err := eval.PrintTable(os.Stdout, []eval.Result{result}); err != nil {
			return err
		}
	}
	if out == "" {
		return nil
	}
	examples, err := examplesOf(filed)
	if err != nil {
		return err
	}
	return write(out, data, learn.Train(examples, o), result)
}

// examplesOf asks every question about every report.
func examplesOf(filed []run.Filed) ([]learn.Example, error) {
	reader, err := gist.With(gist.NewModel(nil))
	if err != nil {
		return nil, err
	}
	var out []learn.Example
	for _, f := range filed {
		out = append(out, learn.Examples(reader.Survey(f.Doc, f.Ann, &f.Reading), learn.Answer{
			Violations: f.Gold.Types, Perpetrator: f.Gold.PerpetratorType, Countries: run.Codes(f.Gold.Country), Province: f.Gold.Admin1, Place: f.Gold.Place, Date: f.Gold.Date})...)
	}
	return out, nil
}

// validate judges every report by weights learned without its fold.
func validate(filed []run.Filed, folds int, show bool, o learn.Options) (eval.Result, error) {
	gold, predicted := make([]eval.FieldsRow, len(filed)), make([]eval.FieldsRow, len(filed))
	for i, f := range filed {
		gold[i] = f.Gold
	}
	errs := make([]error, folds)
	var group sync.WaitGroup
	for fold := range folds {
		group.Add(1)
		go func() {
			defer group.Done()
			errs[fold] = judge(filed, fold, folds, o, predicted)
		}()
	}
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return eval.Result{}, err
		}
	}
	for i := range gold {
		if show {
			g, a := gold[i], predicted[i]
			fmt.Printf("%s\t%s|%s\t%s|%s\t%s|%s\t%s|%s\t%v|%v\n", g.Report, g.Date, a.Date, g.Country, a.Country, g.Place, a.Place, g.PerpetratorType, a.PerpetratorType, g.Types, a.Types)
		}
	}
	result := eval.ScoreFields(gold, predicted)
	result.Set, result.Split = "gist", "cross-validated"
	return result, nil
}

func judge(filed []run.Filed, fold, folds int, o learn.Options, predicted []eval.FieldsRow) error {
	var rest []run.Filed
	for i, f := range filed {
		if i%folds != fold {
			rest = append(rest, f)
		}
	}
	examples, err := examplesOf(rest)
	if err != nil {
		return err
	}
	reader, err := gist.With(gist.NewModel(learn.Train(examples, o)))
	if err != nil {
		return err
	}
	for i := fold; i < len(filed); i += folds {
		f := &filed[i]
		predicted[i] = run.FromGist(f.Gold.Report, reader.Read(context.Background(), f.Doc, f.Ann, &f.Reading))
	}
	return nil
}

// manifest says where the weights come from.
type manifest struct {
	Name    string             `json:"name"`
	Does    string             `json:"does"`
	Data    []string           `json:"data"`
	Licence string             `json:"licence"`
	Command string             `json:"command"`
	Bytes   int                `json:"bytes"`
	SHA256  string             `json:"sha256"`
	Scores  map[string]float64 `json:"cross_validated,omitempty"`
}

func write(out, data string, weights map[string]map[string]float64, result eval.Result) error {
	var tsv bytes.Buffer
	for _, table := range slices.Sorted(maps.Keys(weights)) {
		for _, name := range slices.Sorted(maps.Keys(weights[table])) {
			fmt.Fprintf(&tsv, "%s\t%s\t%.3f\n", table, name, weights[table][name])
		}
	}
	m := manifest{Name: "weights.tsv", Does: "what a report as a whole is about", Data: []string{filepath.Base(filepath.Dir(data)) + "/" + filepath.Base(data)},
		Licence: "parameters only; annotations of the data MIT", Command: "go run ./train/gist --out extract/gist/data",
		Bytes: tsv.Len(), Scores: artifact.Scores(result)}
	var err error
	if m.SHA256, err = artifact.File(out, m.Name, tsv.Bytes()); err != nil {
		return err
	}
	return artifact.Manifest(out, m)
}
