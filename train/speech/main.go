// Command speech learns the models of package extract/speech from reports in
// which people marked who says what.
//
//	go run ./train/speech [--data ../shared/data/polnear/train] [--out extract/speech/data]
//
// It first measures on every fifth report what is learned from the others, and
// then, with --out, learns from all.
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
	logitlearn "github.com/opendateline/dateline/extract/logit/learn"
	"github.com/opendateline/dateline/extract/speech"
	"github.com/opendateline/dateline/extract/speech/learn"
	"github.com/opendateline/dateline/train/artifact"
)

func main() {
	data := flag.String("data", "../shared/data/polnear/train", "corpus of the task attributions to learn from")
	out := flag.String("out", "", "folder for the models and manifest.json")
	least := flag.Float64("least", 0.4, "probability from which a word is taken for a cue, in measuring")
	flag.Parse()
	if err := train(*data, *out, *least); err != nil {
		fmt.Fprintln(os.Stderr, "speech:", err)
		os.Exit(1)
	}
}

const fold = 5

// The options are the best on every fifth report.
var (
	cues  = logitlearn.Options{Epochs: 6, Rate: 0.025, Penalty: 1e-3, Rare: 4, Slight: 0.05}
	units = logitlearn.Options{Epochs: 6, Rate: 0.05, Penalty: 1e-3, Rare: 4, Slight: 0.05}
)

func train(data, out string, least float64) error {
	runner, err := run.New()
	if err != nil {
		return err
	}
	reports, err := runner.Attributed(context.Background(), data)
	if err != nil {
		return err
	}
	cue, unit := learned(reports, func(i int) bool { return i%fold != 0 })
	result := measured(reports, speech.With(cue, unit, least))
	if err := eval.PrintTable(os.Stdout, []eval.Result{result}); err != nil || out == "" {
		return err
	}
	cue, unit = learned(reports, func(int) bool { return true })
	return write(out, data, map[string]*logit.Model{"cue.tsv": cue, "unit.tsv": unit}, result)
}

func learned(reports []run.Attributed, use func(int) bool) (cue, unit *logit.Model) {
	set := learn.NewSet()
	for i, r := range reports {
		if !use(i) {
			continue
		}
		marked := sayings(r.Gold)
		for k := range r.Sentences {
			set.Add(&r.Sentences[k], marked)
		}
	}
	return set.Train(cues, units)
}

// sayings are the marked attributions as sayings.
func sayings(row eval.AttributionsRow) []speech.Saying {
	var out []speech.Saying
	for _, a := range row.Attributions {
		out = append(out, speech.Saying{Source: ranges(a.Source), Cue: ranges(a.Cue), Content: ranges(a.Content)})
	}
	return out
}

func ranges(spans []eval.Span) []speech.Range {
	var out []speech.Range
	for _, s := range spans {
		out = append(out, speech.Range{Start: s.Start, End: s.End})
	}
	return out
}

func measured(reports []run.Attributed, finder *speech.Finder) eval.Result {
	var gold, predicted []eval.AttributionsRow
	for i := 0; i < len(reports); i += fold {
		r := reports[i]
		acts := make([][]speech.Act, len(r.Sentences))
		for k := range r.Sentences {
			acts[k] = finder.Find(&r.Sentences[k])
		}
		gold = append(gold, r.Gold)
		predicted = append(predicted, run.Attributions(r.Gold.Report, speech.Report(r.Sentences, acts)))
	}
	result := eval.ScoreAttributions(gold, predicted)
	result.Set, result.Split = "speech", "every fifth"
	return result
}

// manifest says where the models come from.
type manifest struct {
	Name    string             `json:"name"`
	Does    string             `json:"does"`
	Data    []string           `json:"data"`
	Licence string             `json:"licence"`
	Command string             `json:"command"`
	SHA256  map[string]string  `json:"sha256"`
	Scores  map[string]float64 `json:"every_fifth"`
}

func write(out, data string, models map[string]*logit.Model, result eval.Result) error {
	m := manifest{Name: "speech", Does: "who says what in a sentence", Data: []string{filepath.Base(filepath.Dir(data)) + "/" + filepath.Base(data)},
		Licence: "parameters only; no licence found for the annotations", Command: "go run ./train/speech --out extract/speech/data",
		SHA256: map[string]string{}, Scores: artifact.Scores(result)}
	for name, model := range models {
		_, sum, err := artifact.Model(out, name, model)
		if err != nil {
			return err
		}
		m.SHA256[name] = sum
	}
	return artifact.Manifest(out, m)
}
