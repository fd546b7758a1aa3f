package main

import (
	"context"
	"fmt"
	"runtime/debug"
	"sort"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/eval/run"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/store/sqlite"
	"github.com/opendateline/dateline/wording"
)

type statusCmd struct {
	Job string `arg:"" optional:"" help:"J-…: one job with what became of its inputs."`
}

func (c statusCmd) Run(ctx context.Context, a *app) error {
	return a.view(ctx, func(tx store.Tx) error {
		if c.Job != "" {
			return a.jobStatus(ctx, tx, c.Job)
		}
		reports, err := tx.CountReports(ctx, store.ReportFilter{})
		if err != nil {
			return err
		}
		buckets, err := tx.CountIncidents(ctx, store.Filter{}, store.ByStatus)
		if err != nil {
			return err
		}
		fmt.Fprintf(a.stdout, "%s\t%s\n", "store", a.storeDir())
		fmt.Fprintf(a.stdout, "%s\t%s\n", "reports", wording.Thousands(reports))
		for _, b := range buckets {
			fmt.Fprintf(a.stdout, "incidents, %s\t%s\n", b.Value, wording.Thousands(b.N))
		}
		for j, err := range tx.ListJobs(ctx, 5) {
			if err != nil {
				return err
			}
			names, err := tx.Public(ctx, j.ID)
			if err != nil {
				return err
			}
			fmt.Fprintf(a.stdout, "job %s\t%s, %s, %d new, %d duplicates, %d rejected\n", names[j.ID], j.Started, j.Status, j.Counts["new"], j.Counts["duplicate"], j.Counts["rejected"])
		}
		return nil
	})
}

func (a *app) jobStatus(ctx context.Context, tx store.Tx, typed string) error {
	id, _, err := a.find(ctx, tx, typed)
	if err != nil {
		return err
	}
	job, err := tx.Job(ctx, id)
	if err != nil {
		return err
	}
	return listing(a, []column[dateline.Outcome]{
		{name: "input", show: func(o dateline.Outcome) string { return o.Input }},
		{name: "outcome", show: func(o dateline.Outcome) string { return o.Result }},
		{name: "reason", show: func(o dateline.Outcome) string { return o.Reason }},
	}, job.Outcomes)
}

type verifyCmd struct{}

func (verifyCmd) Run(ctx context.Context, a *app) error {
	s, err := a.open(ctx)
	if err != nil {
		return err
	}
	v, err := s.Verify(ctx)
	if err != nil {
		return err
	}
	if a.format() == "json" {
		return a.writeJSON(v)
	}
	kinds := make([]string, 0, len(v.Checked))
	for k := range v.Checked {
		kinds = append(kinds, k)
	}
	sort.Strings(kinds)
	for _, k := range kinds {
		fmt.Fprintf(a.stdout, "%s\t%s checked\n", k, wording.Thousands(v.Checked[k]))
	}
	for _, p := range v.Problems {
		fmt.Fprintf(a.stdout, "PROBLEM\t%s\t%s\t%s\n", p.Check, p.Public, p.What)
	}
	if !v.OK() {
		a.exit = exitNo
		a.talk("%s found. Nothing was changed; a backup holds the last good state.", plural(len(v.Problems), "problem"))
		return nil
	}
	a.talk("Everything agrees with its hashes.")
	return nil
}

type doctorCmd struct{}

func (doctorCmd) Run(ctx context.Context, a *app) error {
	s, err := a.open(ctx)
	if err != nil {
		return err
	}
	advice, err := s.Doctor(ctx)
	if err != nil {
		return err
	}
	for _, x := range advice {
		if !x.OK {
			a.exit = exitNo
		}
	}
	return listing(a, []column[store.Advice]{
		{name: "check", show: func(x store.Advice) string { return x.Check }},
		{name: "ok", show: func(x store.Advice) string {
			if x.OK {
				return "yes"
			}
			return "no"
		}},
		{name: "found", show: func(x store.Advice) string { return x.Found }},
		{name: "next", show: func(x store.Advice) string { return x.Next }},
	}, advice)
}

type backupCmd struct {
	Dir string `arg:"" help:"A folder that is empty or not there yet."`
}

func (c backupCmd) Run(ctx context.Context, a *app) error {
	s, err := a.open(ctx)
	if err != nil {
		return err
	}
	if err := s.Backup(ctx, c.Dir); err != nil {
		return err
	}
	a.talk("Backup written to %s.", c.Dir)
	return nil
}

type restoreCmd struct {
	Dir string `arg:"" help:"A folder that dateline backup wrote."`
}

func (c restoreCmd) Run(ctx context.Context, a *app) error {
	if err := sqlite.Restore(ctx, c.Dir, a.storeDir()); err != nil {
		return err
	}
	a.talk("Restored into %s. Check it: dateline verify", a.storeDir())
	return nil
}

type evalCmd struct {
	Dirs []string `arg:"" help:"Folders of a labelled corpus." name:"dir"`
}

func (c evalCmd) Run(ctx context.Context, a *app) error {
	runner, err := run.New()
	if err != nil {
		return err
	}
	var results []eval.Result
	for _, dir := range c.Dirs {
		result, err := runner.Corpus(ctx, dir)
		if err != nil {
			return err
		}
		results = append(results, result)
	}
	if a.global.JSON {
		return eval.PrintJSON(a.stdout, results)
	}
	return eval.PrintTable(a.stdout, results)
}

type versionCmd struct {
	Topic string `hidden:""`
}

func (c versionCmd) Run(a *app) error {
	if c.Topic != "" {
		text, err := topic(c.Topic)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(a.stdout, text)
		return err
	}
	version := "development"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		version = info.Main.Version
	}
	_, err := fmt.Fprintf(a.stdout, "dateline %s, store schema %d\n", version, sqlite.SchemaVersion)
	return err
}
