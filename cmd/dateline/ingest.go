package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/ingest/file"
	"github.com/opendateline/dateline/pipeline"
	"github.com/opendateline/dateline/store"
)

type ingestCmd struct {
	Paths    []string `arg:"" help:"Files, folders, globs, .jsonl, or - for standard input." name:"path"`
	Jobs     int      `help:"How many reports are read at a time. Default: one a processor."`
	Gate     string   `help:"on: reports whose words do not speak of violence are kept and not read; off: all are read, also those set aside before." enum:"on,off" default:"on"`
	Progress string   `help:"auto, json (a line for each input on standard error) or none." enum:"auto,json,none" default:"auto"`
}

func (c ingestCmd) Run(ctx context.Context, a *app) error {
	if a.global.DryRun {
		return c.count(a)
	}
	s, err := a.openOrCreate(ctx)
	if err != nil {
		return err
	}
	p, err := a.gated(s, c.Gate == "on")
	if err != nil {
		return err
	}
	p.Workers, p.Notify = c.Jobs, a.progress(c.Progress)
	job, err := p.Run(ctx, file.Read(c.Paths, file.Options{Stdin: a.stdin}))
	if a.talkTTY && !a.global.Quiet && !a.plain() {
		fmt.Fprint(a.stderr, "\r\x1b[K")
	}
	if job != nil {
		a.finished(context.WithoutCancel(ctx), s, job)
	}
	if errors.Is(err, context.Canceled) {
		return failure{exitStopped, dateline.Errorf(dateline.Unavailable, "stopped. What was read is kept; the same command goes on where it stopped, because nothing is read twice")}
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
func (a *app) pipeline(s store.Store) (*pipeline.Pipeline, error) { return a.gated(s, false) }

func (a *app) gated(s store.Store, gate bool) (*pipeline.Pipeline, error) {
	return pipeline.New(s, pipeline.Options{Gate: gate, Preset: a.global.Preset, Now: a.now, Own: a.own(), Ceiling: dateline.Day(a.now().UTC().Format("2006-01-02"))})
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

// everySoLong is how often plain progress says where it is.
const everySoLong = 10 * time.Second

// progress redraws one line on a terminal; plain output has a full line every
// ten seconds, programs a line of JSON for each input.
func (a *app) progress(kind string) func(pipeline.Progress) {
	switch {
	case kind == "json":
		e := json.NewEncoder(a.stderr)
		return func(p pipeline.Progress) {
			_ = e.Encode(object{{"done", p.Done}, {"new", p.New}, {"duplicates", p.Duplicates}, {"set_aside", p.Aside}, {"rejected", p.Rejected}, {"input", p.Last.Input}, {"outcome", p.Last.Result}}) // talk; the job holds the result
		}
	case a.global.Quiet || !a.talkTTY || kind == "none":
		return nil
	case a.plain():
		said := a.now()
		return func(p pipeline.Progress) {
			if now := a.now(); now.Sub(said) >= everySoLong {
				said = now
				a.talk("%d done, %d new, %d duplicates, %d set aside, %d rejected", p.Done, p.New, p.Duplicates, p.Aside, p.Rejected)
			}
		}
	}
	return func(p pipeline.Progress) {
		fmt.Fprintf(a.stderr, "\rReading  %d done  %d new  %d duplicates  %d set aside  %d rejected", p.Done, p.New, p.Duplicates, p.Aside, p.Rejected)
	}
}

// finished says what became of the inputs, and what to look at next.
func (a *app) finished(ctx context.Context, s store.Store, job *dateline.Job) {
	counts := job.Counts
	a.talk("%s: %s, %s, %d rejected → %s new, %d revised, %d merged.",
		ended(job), plural(counts["new"], "new report"), plural(counts["duplicate"], "duplicate"), counts["rejected"], plural(counts["incidents"], "incident"), counts["revised"], counts["merged"])
	if n := counts["set_aside"]; n > 0 {
		a.talk("  %s set aside: kept, not read, since their words do not speak of violence. Which and why: dateline reports, dateline show R-…. To read them: the same command with --gate off", plural(n, "report"))
	}
	if counts["rejected"] == 0 {
		return
	}
	a.exit = exitPart
	for _, o := range a.rejected(ctx, s, job.ID) {
		a.talk("  rejected %s: %s", o.Input, o.Reason)
	}
	a.talk("Rejected inputs and reasons: dateline status %s", job.Public)
}

// ended is how a job ended, and in what time.
func ended(job *dateline.Job) string {
	begin, err1 := time.Parse(time.RFC3339, job.Started)
	end, err2 := time.Parse(time.RFC3339, job.Ended)
	word := "Done"
	if job.Status == "stopped" {
		word = "Stopped"
	}
	if took := end.Sub(begin); err1 == nil && err2 == nil && took >= time.Second {
		word += " in " + took.String()
	}
	return word
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
