// Command roles learns the models of package extract/roles from reports in which
// people marked events and who takes part.
//
//	go run ./train/roles [--out extract/roles/data] DIR...
//
// It first measures on every fifth report of each corpus what is learned from
// the others, and then, with --out, learns from all. Triggers are learned from
// corpora that mark all events of a report.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/eval/run"
	"github.com/opendateline/dateline/extract/logit"
	logitlearn "github.com/opendateline/dateline/extract/logit/learn"
	"github.com/opendateline/dateline/extract/roles"
	"github.com/opendateline/dateline/extract/roles/learn"
	"github.com/opendateline/dateline/train/artifact"
)

func main() {
	out := flag.String("out", "", "folder for the models and manifest.json")
	o := logitlearn.Options{Epochs: 6, Rate: 0.05, Penalty: 3e-3, Rare: 10, Slight: 0.15}
	measure := flag.Bool("measure", true, "measure on every fifth report first")
	flag.Float64Var(&o.Penalty, "penalty", o.Penalty, "L2 penalty")
	flag.IntVar(&o.Epochs, "epochs", o.Epochs, "passes over the examples")
	flag.IntVar(&o.Rare, "rare", o.Rare, "features seen in fewer examples are left out")
	flag.Float64Var(&o.Slight, "slight", o.Slight, "features that weigh less are left out")
	flag.Parse()
	if err := train(flag.Args(), *out, *measure, o); err != nil {
		fmt.Fprintln(os.Stderr, "roles:", err)
		os.Exit(1)
	}
}

const fold = 5

// marked are the reports of one corpus.
type marked struct {
	corpus  *eval.Corpus
	reports []run.Eventful
}

func train(dirs []string, out string, measure bool, o logitlearn.Options) error {
	runner, err := run.New()
	if err != nil {
		return err
	}
	var sets []marked
	for _, dir := range dirs {
		c, err := eval.Open(dir)
		if err != nil {
			return err
		}
		reports, err := runner.Eventful(context.Background(), c)
		if err != nil {
			return err
		}
		sets = append(sets, marked{c, reports})
	}
	var scores map[string]map[string]float64
	if measure {
		if scores, err = measured(sets, o); err != nil {
			return err
		}
	}
	if out == "" {
		return nil
	}
	return write(out, sets, learned(sets, o, func(int) bool { return true }), scores)
}

// measured scores every fifth report, by the others.
func measured(sets []marked, o logitlearn.Options) (map[string]map[string]float64, error) {
	reader := learned(sets, o, func(i int) bool { return i%fold != 0 })
	scores := map[string]map[string]float64{}
	var results []eval.Result
	for _, s := range sets {
		var fifth []run.Eventful
		for i := 0; i < len(s.reports); i += fold {
			fifth = append(fifth, s.reports[i])
		}
		result := run.RolesScore(s.corpus.Set, fifth, func(int) *roles.Reader { return reader })
		result.Set, result.Split = s.corpus.Set, "every fifth of "+s.corpus.Split
		results = append(results, result)
		scores[s.corpus.Set] = artifact.Scores(result)
	}
	return scores, eval.PrintTable(os.Stdout, results)
}

// leastEvents is how many events of a type its triggers are learned from.
const leastEvents = 5

func learned(sets []marked, o logitlearn.Options, use func(int) bool) *roles.Reader {
	set := learn.NewSet(types(sets, use))
	eachReport(sets, use, func(_ marked, r run.Eventful) {
		for _, m := range events(r) {
			set.Roles(m)
		}
	})
	eachReport(sets, use, func(s marked, r run.Eventful) {
		if s.markAll() {
			set.AddTriggers(r.Text, events(r))
		}
		for _, m := range events(r) {
			set.AddFillers(r.Text, r.Report.Text, m)
		}
	})
	triggers, fillers := set.Train(o)
	return &roles.Reader{Triggers: triggers, Fillers: fillers, Roles: set.Table(), Bounds: roles.Chosen}
}

// markAll says that all events of a text are marked: some text has several.
func (s marked) markAll() bool {
	return slices.ContainsFunc(s.reports, func(r run.Eventful) bool { return len(r.Gold.Mentions) > 1 })
}

func eachReport(sets []marked, use func(int) bool, do func(marked, run.Eventful)) {
	for _, s := range sets {
		for i, r := range s.reports {
			if use(i) {
				do(s, r)
			}
		}
	}
}

func types(sets []marked, use func(int) bool) []string {
	seen := map[string]int{}
	eachReport(sets, use, func(s marked, r run.Eventful) {
		for _, m := range r.Gold.Mentions {
			if s.markAll() {
				seen[m.Type]++
			}
		}
	})
	maps.DeleteFunc(seen, func(_ string, n int) bool { return n < leastEvents })
	return slices.Sorted(maps.Keys(seen))
}

// events are the marked events of a report; one that is marked several times
// at one word has the fillers of all.
func events(r run.Eventful) []learn.Marked {
	var out []learn.Marked
	for _, m := range r.Gold.Mentions {
		trigger := roles.Range{Start: m.Trigger.Start, End: m.Trigger.End}
		at := slices.IndexFunc(out, func(e learn.Marked) bool { return e.Type == m.Type && e.Trigger == trigger })
		if at < 0 {
			at = len(out)
			out = append(out, learn.Marked{Type: m.Type, Trigger: trigger})
		}
		for _, a := range m.Args {
			out[at].Fillers = append(out[at].Fillers, learn.Filler{Role: a.Role, Range: roles.Range{Start: a.Start, End: a.End}, Words: a.Text})
		}
	}
	return out
}

// manifest says where the models come from.
type manifest struct {
	Name    string                        `json:"name"`
	Does    string                        `json:"does"`
	Data    []string                      `json:"data"`
	Licence string                        `json:"licence"`
	Command string                        `json:"command"`
	SHA256  map[string]string             `json:"sha256"`
	Scores  map[string]map[string]float64 `json:"every_fifth"`
}

func write(out string, sets []marked, reader *roles.Reader, scores map[string]map[string]float64) error {
	m := manifest{Name: "roles", Does: "events of a report and who takes part in which role", Licence: "parameters only; annotations MIT or without a licence",
		SHA256: map[string]string{}, Scores: scores}
	for _, s := range sets {
		m.Data = append(m.Data, s.corpus.Set+"/"+s.corpus.Split)
	}
	m.Command = "go run ./train/roles --out extract/roles/data " + strings.Join(m.Data, " ")
	for name, model := range map[string]*logit.Model{"trigger.tsv": reader.Triggers, "filler.tsv": reader.Fillers} {
		_, sum, err := artifact.Model(out, name, model)
		if err != nil {
			return err
		}
		m.SHA256[name] = sum
	}
	var table bytes.Buffer
	for _, typ := range slices.Sorted(maps.Keys(reader.Roles)) {
		fmt.Fprintf(&table, "%s\t%s\n", typ, strings.Join(reader.Roles[typ], " "))
	}
	sum, err := artifact.File(out, "roles.tsv", table.Bytes())
	if err != nil {
		return err
	}
	m.SHA256["roles.tsv"] = sum
	return artifact.Manifest(out, m)
}
