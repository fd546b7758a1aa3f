package main

import (
	"bufio"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/eval/run"
	"github.com/opendateline/dateline/train/told"
)

// counts are the reports of a set that were learned from.
type counts struct {
	Violence int `json:"violence"`
	Other    int `json:"other"`
}

// most is how many reports of one set and one kind are learned from, so that
// none sets the tone.
const most = 500

// source is a corpus to learn from. Of a set that nobody filed, or that was filed whole
// (political news names attacks too), the reading without a gate says which reports tell
// of violence; only those of one kind are
// taken, since it errs on the other: it misses some and takes few for what they
// are not.
type source struct {
	dir    string
	told   bool // judged by the reading
	wanted bool // which kind is taken of a told set
}

var sources = []source{
	{dir: "gva_violent_corpus/train"}, {dir: "hrdsattack/train"}, {dir: "muc34/dev"}, {dir: "wikievents/train"},
	{dir: "ecbplus/train"}, {dir: "polnear/train", told: true},
	{dir: "fa_kes/dev", told: true, wanted: true}, {dir: "timex_tempeval3/train", told: true},
	{dir: "lgl/dev", told: true},
}

// treebanks hold texts of many kinds; of these the ones that tell of no
// violence are taken.
var treebanks = []string{"gum/train.conllu", "ud_ewt/train.conllu"}

// real are reports with answers of our own: whether one holds an incident is known better
// than by the set that it was drawn from, where it is not taken again.
var real = run.Real

// written names the reports of package told. Those of violence are learned from: the
// corpora hold the news of the day, and a feature tells of it in one sentence of ten.
// The look-alikes are not: they share its words, and the reading refuses them.
const written = "train/told"

// taken is a report to learn from, and the set that it comes from.
type taken struct {
	run.Sifted
	set string
}

func (t taken) real() bool { return slices.Contains(real, t.set) }

func gather(ctx context.Context, runner *run.Runner, data string) ([]taken, map[string]counts, error) {
	var all []taken
	used := map[string]counts{}
	known := map[string]bool{}
	take := func(name string, reports []run.Sifted) {
		kept, n := limited(slices.DeleteFunc(reports, func(r run.Sifted) bool { return known[r.Report.ExternalID] }))
		used[name] = n
		for _, r := range kept {
			all = append(all, taken{r, name})
		}
	}
	for _, dir := range real {
		reports, err := sifted(ctx, runner, dir)
		if err != nil {
			return nil, nil, err
		}
		take(dir, reports)
	}
	for _, r := range all {
		known[r.Report.ExternalID] = true
	}
	for _, s := range sources {
		reports, err := s.read(ctx, runner, data)
		if err != nil {
			return nil, nil, err
		}
		take(s.dir, reports)
	}
	for _, bank := range treebanks {
		reports, err := quiet(ctx, runner, filepath.Join(data, bank))
		if err != nil {
			return nil, nil, err
		}
		take(bank, reports)
	}
	take(written, serious(runner))
	return all, used, nil
}

// sifted are the reports of a set of the project.
func sifted(ctx context.Context, runner *run.Runner, dir string) ([]run.Sifted, error) {
	c, err := eval.Open(dir)
	if err != nil {
		return nil, err
	}
	return runner.Sift(ctx, c)
}

// serious are the reports of violence among the written ones.
func serious(runner *run.Runner) (out []run.Sifted) {
	for _, r := range told.Reports() {
		if r.Serious {
			doc, _ := runner.Annotated(r.Report)
			out = append(out, run.Sifted{Report: doc.Report, Relevant: true})
		}
	}
	return out
}

func (s source) read(ctx context.Context, runner *run.Runner, data string) ([]run.Sifted, error) {
	c, err := eval.Open(filepath.Join(data, s.dir))
	if err != nil {
		return nil, err
	}
	if !s.told {
		return runner.Sift(ctx, c)
	}
	reports, err := runner.Tells(ctx, c.Reports())
	return slices.DeleteFunc(reports, func(r run.Sifted) bool { return r.Relevant != s.wanted }), err
}

// limited takes at most [most] reports of each kind, evenly.
func limited(reports []run.Sifted) (kept []run.Sifted, n counts) {
	var violence, other []run.Sifted
	for _, r := range reports {
		if r.Relevant {
			violence = append(violence, r)
		} else {
			other = append(other, r)
		}
	}
	violence, other = evenly(violence), evenly(other)
	return append(violence, other...), counts{len(violence), len(other)}
}

func evenly(reports []run.Sifted) []run.Sifted {
	if len(reports) <= most {
		return reports
	}
	out := make([]run.Sifted, most)
	for i := range out {
		out[i] = reports[i*len(reports)/most]
	}
	return out
}

// quiet are the documents of a treebank that tell of no incident.
func quiet(ctx context.Context, runner *run.Runner, path string) ([]run.Sifted, error) {
	texts, err := documents(path)
	if err != nil {
		return nil, err
	}
	told, err := runner.Tells(ctx, func(yield func(eval.Report, error) bool) {
		for _, text := range texts {
			if !yield(eval.Report{Text: text}, nil) {
				return
			}
		}
	})
	return slices.DeleteFunc(told, func(r run.Sifted) bool { return r.Relevant }), err
}

// documents are the texts of a CoNLL-U file.
func documents(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var texts []string
	var text strings.Builder
	end := func() {
		if text.Len() > 0 {
			texts = append(texts, text.String())
			text.Reset()
		}
	}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), "# newdoc") {
			end()
		}
		if sentence, ok := strings.CutPrefix(lines.Text(), "# text = "); ok {
			text.WriteString(sentence + "\n")
		}
	}
	end()
	return texts, lines.Err()
}

// marginFor is the sum that the given share of the real reports with an incident reaches:
// of the others it is only known what they were filed as.
func marginFor(reports []example, sums []float64, recall float64) float64 {
	var violence []float64
	for i, r := range reports {
		if r.Relevant && r.real() {
			violence = append(violence, sums[i])
		}
	}
	slices.Sort(violence)
	return violence[int(float64(len(violence))*(1-recall))]
}
