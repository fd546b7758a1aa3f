// Package run puts the program's own pipeline to the tasks of package eval: it
// reads the reports of a corpus as a user would, turns what came out into the
// rows of the task, and has them scored.
package run

import (
	"context"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"runtime"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/extract/lexicon"
	"github.com/opendateline/dateline/pipeline"
	"golang.org/x/sync/errgroup"
)

// Runner reads corpora with the stages of the pipeline.
type Runner struct {
	stages     *pipeline.Stages
	registries pipeline.Registries
	words      *lexicon.Lexicon
}

// New loads the stages. A corpus is read without a bound on its dates. own are
// folders of places, actors, sources and outlets beside the built-in ones.
func New(own ...fs.FS) (*Runner, error) {
	stages, registries, err := pipeline.NewStages("", own...)
	if err != nil {
		return nil, err
	}
	words, err := lexicon.English()
	if err != nil {
		return nil, err
	}
	return &Runner{stages, registries, words}, nil
}

// Corpus reads one corpus folder and scores it by its task.
func (r *Runner) Corpus(ctx context.Context, dir string) (eval.Result, error) {
	c, err := eval.Open(dir)
	if err != nil {
		return eval.Result{}, err
	}
	tasks := map[string]func(context.Context, *eval.Corpus) (eval.Result, error){
		"fields": r.fields, "incidents": r.incidents, "times": r.times, "toponyms": r.toponyms, "clean": r.clean, "records": r.records,
		"templates": r.templates, "attributions": r.attributions, "stories": r.stories, "roles": r.roles, "types": r.types, "coref": r.coref, "entities": r.entities, "parsing": r.parsing, "names": r.names,
	}
	score, ok := tasks[c.Task]
	if !ok {
		return eval.Result{}, dateline.Errorf(dateline.Unsupported, "%s: no scorer for the task %q yet", dir, c.Task)
	}
	result, err := score(ctx, c)
	if err != nil {
		return eval.Result{}, err
	}
	gated, err := r.gated(ctx, c)
	if err != nil {
		return eval.Result{}, err
	}
	result.Metrics = append(result.Metrics, gated.Metrics...)
	return c.Result(result)
}

// raw is a corpus report as ingest would hand it over.
func raw(r eval.Report) dateline.Raw {
	return dateline.Raw{Bytes: []byte(r.Text), Name: r.ID, MediaType: "text/plain", ExternalID: r.ID, URL: r.URL, Outlet: r.Outlet,
		Title: r.Title, Published: r.Published, Language: r.Language}
}

// each calls read for all reports of a corpus, several at a time, and gives the
// answers in the order of the reports.
func each[Row any](ctx context.Context, c *eval.Corpus, read func(context.Context, eval.Report) (Row, error)) ([]Row, error) {
	return eachOf(ctx, c.Reports(), read)
}

func eachOf[Row any](ctx context.Context, all iter.Seq2[eval.Report, error], read func(context.Context, eval.Report) (Row, error)) ([]Row, error) {
	var reports []eval.Report
	for r, err := range all {
		if err != nil {
			return nil, err
		}
		reports = append(reports, r)
	}
	rows := make([]Row, len(reports))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, r := range reports {
		group.Go(func() (err error) {
			rows[i], err = read(ctx, r)
			return err
		})
	}
	return rows, group.Wait()
}

func (r *Runner) clean(ctx context.Context, c *eval.Corpus) (eval.Result, error) {
	gold, err := eval.Gold[eval.CleanRow](c)
	if err != nil {
		return eval.Result{}, err
	}
	var predicted []eval.CleanRow
	for _, row := range gold {
		html, err := os.ReadFile(filepath.Join(c.Dir, row.HTML))
		if err != nil {
			html, err = os.ReadFile(filepath.Join(c.Dir, "pages", row.HTML))
		}
		if err != nil {
			return eval.Result{}, err
		}
		got := eval.CleanRow{Report: row.Report}
		if report, err := r.stages.Clean.Clean(dateline.Raw{Bytes: html, Name: row.HTML, MediaType: "text/html"}); err == nil {
			got.Text, got.Title, got.Published = readable(report), report.Title, report.Published.EDTF
		}
		predicted = append(predicted, got)
	}
	return eval.ScoreClean(gold, predicted), ctx.Err()
}

// readable is the text of a report without its boilerplate.
func readable(r *dateline.Report) string {
	out := ""
	for start, end := range r.Readable() {
		out += r.Text[start:end]
	}
	return out
}
