// Command who learns the weights of package extract/who: from the real reports with
// answers of our own that may be read (eval/real) and from the invented ones in view
// (eval/unfamiliar). It says by cross-validation how often the actor chosen is the one that
// readers noted, and how the records of each set score.
//
//	go run ./train/who [--out extract/who/data] [--folds 5]
//
// Without --out nothing is written.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/opendateline/dateline/eval/run"
	"github.com/opendateline/dateline/extract/gist"
	"github.com/opendateline/dateline/extract/gist/learn"
	"github.com/opendateline/dateline/extract/weigh"
	"github.com/opendateline/dateline/train/artifact"
)

var learned = run.Taught()

func main() {
	out := flag.String("out", "", "folder for weights.tsv and manifest.json")
	folds := flag.Int("folds", 5, "folds of the cross-validation")
	score := flag.Bool("score", false, "score the records of each set too, with weights learned without its fold")
	o := learn.Options{Penalty: 3, Steps: 300, Rate: 0.3, Rare: 4, Slight: 0.03}
	flag.Float64Var(&o.Penalty, "penalty", o.Penalty, "L2 penalty")
	flag.IntVar(&o.Rare, "rare", o.Rare, "signs seen in fewer accounts are left out")
	flag.Parse()
	if err := train(*out, *folds, *score, o); err != nil {
		fmt.Fprintln(os.Stderr, "who:", err)
		os.Exit(1)
	}
}

func train(out string, folds int, score bool, o learn.Options) error {
	runner, err := run.New()
	if err != nil {
		return err
	}
	sets := map[string][]run.Accused{}
	var all []run.Accused
	for _, dir := range learned {
		if sets[dir], err = runner.Accused(context.Background(), dir); err != nil {
			return err
		}
		all = append(all, sets[dir]...)
	}
	models := make([]weigh.Table, folds)
	for fold := range folds {
		models[fold] = weightsOf(slices.DeleteFunc(slices.Clone(all), func(x run.Accused) bool { return learn.Fold(x.Report, folds) == fold }), o)
	}
	without := func(report string) weigh.Table { return models[learn.Fold(report, folds)] }
	scores := map[string]tally{}
	for _, dir := range learned {
		var n tally
		for _, x := range sets[dir] {
			n.count(x, without(x.Report))
		}
		scores[dir] = n
		fmt.Printf("%-26s %+v\n", dir, n)
	}
	var real, invented tally
	for _, dir := range learned {
		if slices.Contains(run.Real, dir) {
			real.add(scores[dir])
		} else {
			invented.add(scores[dir])
		}
	}
	fmt.Println("real", real, "invented", invented)
	if score {
		for _, dir := range run.Real {
			result, err := runner.RecordsBlaming(context.Background(), dir, without)
			if err != nil {
				return err
			}
			for _, m := range result.Metrics {
				if strings.HasPrefix(m.Name, "perp") || m.Name == "records_f" {
					fmt.Printf("%-26s %s %.3f\n", dir, m.Name, m.Value)
				}
			}
		}
	}
	if out == "" {
		return nil
	}
	return artifact.Weights(out, weightsOf(all, o), artifact.About[map[string]tally]{Does: "which actor that a report names did what an account tells of",
		Data: learned, Licence: "parameters only", Command: "go run ./train/who --out extract/who/data", Scores: scores})
}

const table = "who"

// weightsOf learns from the accounts; nobody is right where none of those named did it.
func weightsOf(list []run.Accused, o learn.Options) weigh.Table {
	var examples []learn.Example
	for _, x := range list {
		e := learn.Example{Question: gist.Question{Name: table, Options: []gist.Option{{}}}, Right: []bool{!slices.Contains(x.Right, true)}}
		for i, name := range x.Names {
			e.Options, e.Right = append(e.Options, learn.Option(name, table, x.Signs[i])), append(e.Right, x.Right[i])
		}
		examples = append(examples, e)
	}
	return learn.Train(examples, o)[table]
}

// tally counts accounts, those for which readers noted one of the actors named, those for
// which one was chosen, and those for which it is that one; and the same of the rules.
type tally struct {
	Accounts int `json:"accounts"`
	Named    int `json:"name_who_did_it"`
	Given    int `json:"chosen"`
	Right    int `json:"right"`
	Ruled    int `json:"chosen_by_rules"`
	RuledOK  int `json:"right_by_rules"`
}

func (n *tally) add(m tally) {
	n.Accounts, n.Named, n.Given, n.Right, n.Ruled, n.RuledOK = n.Accounts+m.Accounts, n.Named+m.Named, n.Given+m.Given, n.Right+m.Right, n.Ruled+m.Ruled, n.RuledOK+m.RuledOK
}

func (n *tally) count(x run.Accused, model weigh.Table) {
	n.Accounts++
	if slices.Contains(x.Right, true) {
		n.Named++
	}
	best, most, ruled := -1, 0.0, -1
	for i, signs := range x.Signs {
		if score := model.Sum(signs); score > most {
			best, most = i, score
		}
		for _, s := range signs {
			if ruled < 0 && (s.Name == "rules: did it" || s.Name == "rules: claimed" || s.Name == "rules: attributed") {
				ruled = i
			}
		}
	}
	if best >= 0 {
		n.Given++
		if x.Right[best] {
			n.Right++
		}
	}
	if ruled >= 0 {
		n.Ruled++
		if x.Right[ruled] {
			n.RuledOK++
		}
	}
}
