package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/ingest/file"
	"github.com/opendateline/dateline/pipeline"
	"github.com/opendateline/dateline/store"
)

type ingestCmd struct {
	Paths []string `arg:"" help:"Files, folders, globs, .jsonl, or - for standard input." name:"path"`
	Jobs  int      `help:"How many reports are read at a time. Default: one a processor."`
}

func (c ingestCmd) Run(ctx context.Context, a *app) error {
	if a.global.DryRun {
		return c.count(a)
	}
	s, err := a.openOrCreate(ctx)
	if err != nil {
		return err
	}
	p, err := a.pipeline(s)
	if err != nil {
		return err
	}
	p.Workers, p.Notify = c.Jobs, a.progress()
	job, err := p.Run(ctx, file.Read(c.Paths, file.Options{Stdin: a.stdin}))
	if a.talkTTY && !a.global.Quiet {
		fmt.Fprint(a.stderr, "\r\x1b[K")
	}
	if job != nil {
		a.finished(ctx, s, job)
	}
	return err
}

func (c ingestCmd) count(a *app) error {
	n := 0
	for _, err := range file.Read(c.Paths, file.Options{Stdin: a.stdin}) {
		if err != nil {
			a.talk("rejected: %v", err)
			continue
		}
		n++
	}
	a.talk("Would read %s. Nothing was written.", plural(n, "report"))
	return nil
}

// pipeline wires the stages over a store; it loads models and registries.
func (a *app) pipeline(s store.Store) (*pipeline.Pipeline, error) {
	return pipeline.New(s, pipeline.Options{Preset: a.global.Preset, Now: a.now, Own: a.own(), Ceiling: dateline.Day(a.now().UTC().Format("2006-01-02"))})
}

// own is the folder of the store with places, actors and sources of one's own,
// nil if there is none.
func (a *app) own() fs.FS {
	dir := filepath.Join(a.storeDir(), "own")
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil
	}
	return os.DirFS(dir)
}

// progress redraws one line on a terminal.
func (a *app) progress() func(pipeline.Progress) {
	if a.global.Quiet || !a.talkTTY || a.global.Plain {
		return nil
	}
	return func(p pipeline.Progress) {
		fmt.Fprintf(a.stderr, "\rReading  %d done  %d new  %d duplicates  %d rejected", p.Done, p.New, p.Duplicates, p.Rejected)
	}
}

// finished says what became of the inputs, and what to look at next.
func (a *app) finished(ctx context.Context, s store.Store, job *dateline.Job) {
	counts := job.Counts
	a.talk("Done: %d new reports, %d duplicates, %d rejected → %s new, %d revised, %d merged.",
		counts["new"], counts["duplicate"], counts["rejected"], plural(counts["incidents"], "incident"), counts["revised"], counts["merged"])
	if counts["rejected"] == 0 {
		return
	}
	a.exit = exitPart
	for _, o := range a.rejected(ctx, s, job.ID) {
		a.talk("  rejected %s: %s", o.Input, o.Reason)
	}
	a.talk("Rejected inputs and reasons: dateline status %s", job.Public)
}

func (a *app) rejected(ctx context.Context, s store.Store, id dateline.ID) []dateline.Outcome {
	var out []dateline.Outcome
	err := s.View(ctx, func(tx store.Tx) error {
		job, err := tx.Job(ctx, id)
		if err != nil {
			return err
		}
		for _, o := range job.Outcomes {
			if o.Result == "rejected" {
				o.Reason = strings.ReplaceAll(o.Reason, "\n", " ")
				out = append(out, o)
			}
		}
		return nil
	})
	if err != nil {
		a.talk("The list of rejected inputs could not be read: %v", err)
	}
	return out
}
