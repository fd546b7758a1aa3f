package main

import (
	"context"
	"encoding/json"
	"errors"
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

// line is one row of status: what is counted, and the count in words.
type line struct {
	what  string
	words string
	value any
}

func (l line) MarshalJSON() ([]byte, error) {
	return json.Marshal(object{{"what", l.what}, {"value", l.value}})
}

func (c statusCmd) Run(ctx context.Context, a *app) error {
	return a.view(ctx, func(tx store.Tx) error {
		if c.Job != "" {
			id, _, err := a.find(ctx, tx, c.Job)
			if err != nil {
				return err
			}
			return a.jobStatus(ctx, tx, id)
		}
		lines, err := a.statusLines(ctx, tx)
		if err != nil {
			return err
		}
		return listing(a, []column[line]{
			{name: "what", show: func(l line) string { return l.what }},
			{name: "value", show: func(l line) string { return l.words }, data: func(l line) any { return l.value }},
		}, lines)
	})
}

func (a *app) statusLines(ctx context.Context, tx store.Tx) ([]line, error) {
	reports, err := tx.CountReports(ctx, store.ReportFilter{})
	if err != nil {
		return nil, err
	}
	buckets, err := tx.CountIncidents(ctx, store.Filter{}, store.ByStatus)
	if err != nil {
		return nil, err
	}
	out := []line{{"store", a.storeDir(), a.storeDir()}, {"reports", wording.Thousands(reports), reports}}
	for _, b := range buckets {
		out = append(out, line{"incidents, " + b.Value, wording.Thousands(b.N), b.N})
	}
	first, last, err := coverage(ctx, tx)
	if err != nil {
		return nil, err
	}
	if first != "" {
		out = append(out, line{"covers", string(first) + " to " + string(last), string(first) + "/" + string(last)})
	}
	for j, err := range tx.ListJobs(ctx, 5) {
		if err != nil {
			return nil, err
		}
		names, err := tx.Public(ctx, j.ID)
		if err != nil {
			return nil, err
		}
		words := fmt.Sprintf("%s, %s, %s", a.when(j.Started), j.Status, inputsOf(j))
		out = append(out, line{"job " + string(names[j.ID]), words, words})
	}
	return out, nil
}

func (a *app) jobStatus(ctx context.Context, tx store.Tx, id dateline.ID) error {
	if id.Prefix() != dateline.PrefixJob {
		return dateline.Errorf(dateline.Invalid, "status takes a job (J-…); other records: dateline show ID")
	}
	job, err := tx.Job(ctx, id)
	if err != nil {
		return err
	}
	var ids []dateline.ID
	for _, o := range job.Outcomes {
		ids = append(ids, o.Report)
	}
	names, err := tx.Public(ctx, ids...)
	if err != nil {
		return err
	}
	a.talk("Job of %s: %s, %s.", job.Started, job.Status, inputsOf(job))
	return listing(a, []column[dateline.Outcome]{
		{name: "outcome", show: func(o dateline.Outcome) string { return o.Result }},
		{name: "report", kind: "id", show: func(o dateline.Outcome) string { return string(names[o.Report]) }},
		{name: "input", show: func(o dateline.Outcome) string { return o.Input }},
		{name: "reason", show: func(o dateline.Outcome) string { return o.Reason }},
	}, job.Outcomes)
}

// inputsOf says how many inputs of a job came to what.
func inputsOf(j *dateline.Job) string {
	words := fmt.Sprintf("%d new, %d duplicates, %d rejected", j.Counts["new"], j.Counts["duplicate"], j.Counts["rejected"])
	if n := j.Counts["set_aside"]; n > 0 {
		words += fmt.Sprintf(", %d set aside", n)
	}
	return words
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
	if !v.OK() {
		a.exit = exitNo
	}
	if a.json() {
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
		{name: "next", show: func(x store.Advice) string {
			if x.OK {
				return ""
			}
			return x.Next
		}},
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
	if a.global.DryRun {
		a.talk("Would copy %s to %s. Nothing was written.", a.storeDir(), c.Dir)
		return nil
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
	if a.global.DryRun {
		a.talk("Would make a store at %s from %s. Nothing was written.", a.storeDir(), c.Dir)
		return nil
	}
	if err := sqlite.Restore(ctx, c.Dir, a.storeDir()); err != nil {
		return err
	}
	a.talk("Restored into %s. Check it: dateline verify", a.storeDir())
	return nil
}

type evalCmd struct {
	Dirs        []string `arg:"" help:"Folders of a labelled corpus." name:"dir"`
	Reliability bool     `help:"How far the confidence of claims can be trusted: errors of calibration, and a table of what is said and what is right."`
}

func (c evalCmd) Run(ctx context.Context, a *app) error {
	runner, err := run.New()
	if err != nil {
		return err
	}
	if c.Reliability {
		return c.reliability(ctx, a, runner)
	}
	var results []eval.Result
	for _, dir := range c.Dirs {
		result, err := runner.Corpus(ctx, dir)
		if err != nil {
			return err
		}
		results = append(results, result)
	}
	if a.json() {
		return eval.PrintJSON(a.stdout, results)
	}
	return eval.PrintTable(a.stdout, results)
}

// reliability prints for each corpus the errors of calibration and their bins.
func (c evalCmd) reliability(ctx context.Context, a *app, runner *run.Runner) error {
	for _, dir := range c.Dirs {
		result, bins, err := runner.Reliability(ctx, dir)
		if err != nil {
			return err
		}
		if a.json() {
			err = eval.PrintBinsJSON(a.stdout, result, bins)
		} else {
			err = errors.Join(eval.PrintTable(a.stdout, []eval.Result{result}), eval.PrintBins(a.stdout, bins))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

type versionCmd struct{}

func (versionCmd) Run(a *app) error {
	version := "development"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		version = info.Main.Version
	}
	_, err := fmt.Fprintf(a.stdout, "dateline %s, store schema %d\n", version, sqlite.SchemaVersion)
	return err
}
