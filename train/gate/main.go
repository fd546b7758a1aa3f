// Command gate learns the weights of package extract/gate and says by
// cross-validation how many reports of violence pass and how many others are
// refused.
//
//	go run ./train/gate [--data ../shared/data] [--out extract/gate/data] [--folds 5]
//
// Without --out nothing is written.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/eval/run"
	"github.com/opendateline/dateline/extract/gate"
	gistlearn "github.com/opendateline/dateline/extract/gist/learn"
	"github.com/opendateline/dateline/extract/logit"
	"github.com/opendateline/dateline/extract/logit/learn"
	"github.com/opendateline/dateline/train/artifact"
)

// options of the training.
type options struct {
	learn.Options
	folds  int
	recall float64 // share of the real reports with an incident that must pass, cross-validated
}

func main() {
	data := flag.String("data", "../shared/data", "folder of the corpora")
	out := flag.String("out", "", "folder for weights.tsv and manifest.json")
	o := options{Options: learn.Options{Epochs: 4, Rate: 0.02, Penalty: 1, Rare: 15, Slight: 0.02}}
	flag.IntVar(&o.folds, "folds", 5, "folds of the cross-validation")
	flag.Float64Var(&o.recall, "recall", 0.982, "share of the real reports with an incident that must pass")
	flag.Float64Var(&o.Rate, "rate", o.Rate, "length of the steps")
	flag.Float64Var(&o.Penalty, "penalty", o.Penalty, "L2 penalty")
	flag.IntVar(&o.Rare, "rare", o.Rare, "features seen in fewer reports are left out")
	flag.IntVar(&o.Epochs, "epochs", o.Epochs, "rounds of the training")
	flag.Float64Var(&o.Slight, "slight", o.Slight, "features that weigh less are left out")
	flag.Parse()
	if err := train(context.Background(), *data, *out, o); err != nil {
		fmt.Fprintln(os.Stderr, "gate:", err)
		os.Exit(1)
	}
}

func train(ctx context.Context, data, out string, o options) error {
	runner, err := run.New()
	if err != nil {
		return err
	}
	reports, used, err := gather(ctx, runner, data)
	if err != nil {
		return err
	}
	v, err := gate.English()
	if err != nil {
		return err
	}
	examples := examplesOf(v, reports, o)
	margin, validated := validate(v, examples, o)
	model := shifted(learnFrom(examples, o), margin)
	results, err := measure(ctx, runner, data, gate.New(v, model), reports)
	if err != nil {
		return err
	}
	results = append(validated, results...)
	if err := eval.PrintTable(os.Stdout, results); err != nil || out == "" {
		return err
	}
	return write(out, used, model, results)
}

// example is a report as the weights see it.
type example struct {
	taken
	features []string
}

// examplesOf takes the features that are common, and common to several sets. What was
// written to learn from brings in none: its manner would be learned with it.
func examplesOf(v gate.Vocabulary, reports []taken, o options) []example {
	words, sets, often := commonWords(reports), map[string]map[string]bool{}, map[string]int{}
	out := make([]example, len(reports))
	for i, r := range reports {
		out[i] = example{r, append(v.Features(r.Report), gate.Bias)}
		if r.set == written {
			continue
		}
		for _, f := range out[i].features {
			if sets[f] == nil {
				sets[f] = map[string]bool{}
			}
			sets[f][r.set] = true
			often[f]++
		}
	}
	for i := range out {
		out[i].features = slices.DeleteFunc(out[i].features, func(f string) bool { return len(sets[f]) < several || often[f] < o.Rare || !words.has(f) })
	}
	return out
}

// several is how many sets must show a feature.
const several = 4

// learnFrom learns weights from all examples.
func learnFrom(examples []example, o options) *logit.Model {
	set := learn.NewSet(gate.Labels...)
	for _, e := range examples {
		label := 0
		if e.Relevant {
			label = 1
		}
		for range e.often() {
			set.Add(e.features, label)
		}
	}
	return set.Train(o.Options)
}

// often is how often an example counts: there are few reports of violence that are none
// of the day, and few that were judged one by one.
func (e example) often() int {
	switch {
	case e.set == written:
		return 3
	case e.real():
		return 8
	}
	return 1
}

// validate judges every report by weights learned without its fold, and gives
// the margin below which so few real reports with an incident lie that the recall is met.
func validate(v gate.Vocabulary, reports []example, o options) (margin float64, results []eval.Result) {
	sums := make([]float64, len(reports))
	for fold := range o.folds {
		rest := slices.DeleteFunc(slices.Clone(reports), func(r example) bool { return r.fold(o.folds) == fold })
		g := gate.New(v, learnFrom(rest, o))
		for i, r := range reports {
			if r.fold(o.folds) == fold {
				sums[i], _ = g.Sum(r.Report)
			}
		}
	}
	margin = marginFor(reports, sums, o.recall)
	all := []eval.Result{validated("all", reports, sums, margin, func(string) bool { return true })}
	for _, dir := range real {
		all = append(all, validated(dir, reports, sums, margin, func(set string) bool { return set == dir }))
	}
	return margin, all
}

// validated scores the reports of some sets by their sums.
func validated(name string, reports []example, sums []float64, margin float64, of func(set string) bool) eval.Result {
	var rows []eval.GateRow
	for i, r := range reports {
		if of(r.set) {
			rows = append(rows, eval.GateRow{Report: r.Report.ExternalID, Relevant: r.Relevant, LetsPass: sums[i] >= margin})
		}
	}
	result := eval.ScoreGate(rows)
	result.Set, result.Split = name, "cross-validated"
	return result
}

// fold is the one that a report is held out with: the reports of one topic of ECB+
// ("27_10ecb"), and texts that begin alike, tell of the same things.
func (e example) fold(folds int) int {
	topic, _, many := strings.Cut(e.Report.ExternalID, "_")
	if !many || !strings.Contains(e.Report.ExternalID, "ecb") {
		topic = e.Report.Text[:min(len(e.Report.Text), alike)]
	}
	return gistlearn.Fold(topic, folds)
}

// alike is how many bytes at the start of two texts make them alike.
const alike = 60

// shifted is the model with its zero at the margin.
func shifted(m *logit.Model, margin float64) *logit.Model {
	weights := map[string][]float64{gate.Bias: {0}}
	for name, w := range m.All() {
		weights[name] = w
	}
	weights[gate.Bias] = []float64{weights[gate.Bias][0] - margin}
	return logit.New(m.Labels(), weights)
}

// invented are sets of the project that nothing was learned from.
var invented = []string{"eval/unfamiliar", "eval/unfamiliar/seventh", "eval/unfamiliar/eighth", "eval/unfamiliar/ninth", "eval/unfamiliar/tenth"}

// measured are the corpora that nothing was learned from but reports of [real], which are
// left out of them.
var measured = []string{"gva_violent_corpus/dev", "gvdb/dev", "airwars_gaza/dev", "hrdsattack/dev", "wikievents/dev", "muc34/tst1", "muc34/tst2",
	"ecbplus/dev", "giveme5w1h/dev", "polnear/dev", "geovirus/dev"}

func measure(ctx context.Context, runner *run.Runner, data string, g *gate.Gate, learned []taken) ([]eval.Result, error) {
	seen := map[string]bool{}
	for _, r := range learned {
		seen[r.Report.ExternalID] = true
	}
	var out []eval.Result
	folders := slices.Clone(invented)
	for _, set := range measured {
		folders = append(folders, filepath.Join(data, set))
	}
	for _, folder := range folders {
		c, err := eval.Open(folder)
		if err != nil {
			return nil, err
		}
		sifted, err := runner.Sift(ctx, c)
		if err != nil {
			return nil, err
		}
		sifted = slices.DeleteFunc(sifted, func(s run.Sifted) bool { return seen[s.Report.ExternalID] })
		r := eval.ScoreGate(run.GateRows(g, sifted))
		r.Set, r.Split = c.Set, c.Split
		out = append(out, r)
	}
	return out, nil
}

func write(out string, used map[string]counts, m *logit.Model, results []eval.Result) error {
	return artifact.MeasuredModel(out, m, results, artifact.Measured[map[string]counts]{Does: "whether a report can tell of violence, by its words", Data: used,
		Licence: "parameters only: weights of words and pairs of words", Command: "go run ./train/gate --out extract/gate/data"})
}
