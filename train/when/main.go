// Command when learns the weights of package extract/when from reports whose
// incident people dated, and says by cross-validation how often the date
// chosen is theirs.
//
//	go run ./train/when [--data ../shared/data] [--out extract/when/data] [--folds 5]
//
// With --folds 0 nothing is measured; without --out nothing is written.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/opendateline/dateline/eval/run"
	"github.com/opendateline/dateline/extract"
	"github.com/opendateline/dateline/extract/gist"
	"github.com/opendateline/dateline/extract/gist/learn"
	"github.com/opendateline/dateline/extract/when"
	"github.com/opendateline/dateline/train/artifact"
)

func main() {
	data := flag.String("data", "../shared/data", "folder of the data sets")
	out := flag.String("out", "", "folder for weights.tsv and manifest.json")
	folds := flag.Int("folds", 5, "folds of the cross-validation")
	o := learn.Options{Penalty: 3, Steps: 200, Rate: 0.3, Rare: 8, Slight: 0.08}
	flag.Float64Var(&o.Penalty, "penalty", o.Penalty, "L2 penalty")
	flag.IntVar(&o.Rare, "rare", o.Rare, "features seen in fewer reports are left out")
	flag.Parse()
	if err := train(*data, *out, *folds, o); err != nil {
		fmt.Fprintln(os.Stderr, "when:", err)
		os.Exit(1)
	}
}

func train(data, out string, folds int, o learn.Options) error {
	runner, err := run.New()
	if err != nil {
		return err
	}
	var cases []dated
	for _, set := range []string{"gva_violent_corpus", "hrdsattack"} {
		some, err := read(runner, filepath.Join(data, set, "train"))
		if err != nil {
			return err
		}
		cases = append(cases, some...)
	}
	sum := tally{}
	for fold := range folds {
		sum.measure(cases, fold, folds, o)
	}
	fmt.Printf("%d reports, %d name the date; a date given for %d, right for %d\n", sum.Reports, sum.Named, sum.Given, sum.Right)
	if out == "" {
		return nil
	}
	return artifact.Weights(out, weightsOf(cases, o), artifact.About[tally]{Does: "which date of a report is that of its incident",
		Data: []string{"gva_violent_corpus/train", "hrdsattack/train"}, Licence: "parameters only", Command: "go run ./train/when --out extract/when/data", Scores: sum})
}

// dated is a report with the dates it names and the one that people filed.
type dated struct {
	candidates []when.Candidate
	date       string
}

// read takes the reports of a corpus that people filed one day for.
func read(runner *run.Runner, dir string) ([]dated, error) {
	filed, err := runner.Dated(context.Background(), dir)
	if err != nil {
		return nil, err
	}
	reader, err := extract.New()
	if err != nil {
		return nil, err
	}
	var out []dated
	for _, f := range filed {
		if len(f.Date) != len("2006-01-02") {
			continue
		}
		candidates, err := reader.Dates(context.Background(), f.Doc, f.Ann)
		if err != nil {
			return nil, err
		}
		out = append(out, dated{candidates, f.Date})
	}
	return out, nil
}

// weightsOf learns from the cases; leaving the date open is right where a
// report does not name it.
func weightsOf(cases []dated, o learn.Options) map[string]float64 {
	examples := make([]learn.Example, len(cases))
	for i, c := range cases {
		e := learn.Example{Question: gist.Question{Name: table, Options: []gist.Option{{}}}, Right: []bool{false}}
		named := false
		for _, x := range c.candidates {
			e.Options, e.Right = append(e.Options, learn.Option(x.EDTF, table, x.Features)), append(e.Right, x.EDTF == c.date)
			named = named || x.EDTF == c.date
		}
		e.Right[0] = !named
		examples[i] = e
	}
	return learn.Train(examples, o)[table]
}

const table = "when"

// tally counts reports, those that name their date, those for which a date was
// chosen, and those for which it is the right one.
type tally struct {
	Reports int `json:"reports"`
	Named   int `json:"name_the_date"`
	Given   int `json:"date_chosen"`
	Right   int `json:"right"`
}

// measure learns without a fold and counts how the choice does on it.
func (n *tally) measure(cases []dated, fold, folds int, o learn.Options) {
	var rest []dated
	for i, c := range cases {
		if i%folds != fold {
			rest = append(rest, c)
		}
	}
	model := when.NewModel(weightsOf(rest, o))
	for i := fold; i < len(cases); i += folds {
		c := cases[i]
		n.Reports++
		if slices.ContainsFunc(c.candidates, func(x when.Candidate) bool { return x.EDTF == c.date }) {
			n.Named++
		}
		if best, ok := model.Best(c.candidates); ok {
			n.Given++
			if best.EDTF == c.date {
				n.Right++
			}
		}
	}
}
