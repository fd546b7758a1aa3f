package run

import (
	"context"
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/extract"
	"github.com/opendateline/dateline/extract/weigh"
	"github.com/opendateline/dateline/pipeline"
)

// Accused are the actors that a report names and of whom one may have done what an account
// tells of (package extract/who).
type Accused struct {
	Report string
	Names  []string
	Signs  [][]weigh.Feature
	Right  []bool // readers noted that they did it
}

// Accused reads the reports of a corpus of records and gives the suspects of each account
// that readers noted too.
func (r *Runner) Accused(ctx context.Context, dir string) ([]Accused, error) {
	c, err := eval.Open(dir)
	if err != nil {
		return nil, err
	}
	gold, err := r.noted(c)
	if err != nil {
		return nil, err
	}
	answers := byReport(gold)
	reader, err := extract.New()
	if err != nil {
		return nil, err
	}
	matcher, err := pipeline.NewMatcher(r.registries, pipeline.Options{})
	if err != nil {
		return nil, err
	}
	of, err := each(ctx, c, func(ctx context.Context, in eval.Report) ([]Accused, error) {
		read, err := r.stages.Read(ctx, raw(in))
		if err != nil || read.Refused != nil {
			return nil, nil // a report that cannot be read tells of nothing
		}
		options, err := reader.Suspects(ctx, read.Doc, r.stages.Annotate.Annotate(read.Doc))
		if err != nil {
			return nil, err
		}
		return accusedOf(in.ID, options, notedOf(matcher, read, answers[in.ID])), nil
	})
	return slices.Concat(of...), err
}

func byReport(gold []eval.RecordsRow) map[string][]eval.Record {
	out := map[string][]eval.Record{}
	for _, row := range gold {
		out[row.Report] = row.Records
	}
	return out
}

// notedOf are the accounts of a report, by their triggers, that readers noted too: as
// ScoreRecords pairs them, or because the words that readers say tell of a record hold the
// trigger.
func notedOf(matcher *pipeline.Matcher, read *pipeline.Account, answers []eval.Record) map[dateline.Span]eval.Record {
	out := map[dateline.Span]eval.Record{}
	var triggers []dateline.Span
	var records []eval.Record
	for i, m := range read.Reading.Mentions {
		one := *read
		one.Reading.Mentions = read.Reading.Mentions[i : i+1]
		for _, incident := range matcher.Each(&one) {
			triggers, records = append(triggers, m.Trigger), append(records, record(&incident, read.Reading.Claims))
		}
	}
	for i, of := range eval.PairedWith(answers, records) {
		if of >= 0 {
			out[triggers[i]] = answers[of]
		}
	}
	for _, t := range triggers {
		for _, a := range answers {
			if _, noted := out[t]; !noted && slices.ContainsFunc(a.Told, func(w [2]int) bool { return w[0] <= t.Start && t.End <= w[1] }) {
				out[t] = a
			}
		}
	}
	return out
}

func accusedOf(report string, options []extract.Options, noted map[dateline.Span]eval.Record) []Accused {
	var out []Accused
	for _, o := range options {
		answer, ok := noted[o.Trigger]
		if !ok {
			continue
		}
		x := Accused{Report: report, Names: o.Names, Signs: o.Signs}
		for _, name := range o.Names {
			x.Right = append(x.Right, slices.Contains(strings.Split(answer.Perpetrator, ","), name))
		}
		out = append(out, x)
	}
	return out
}

// RecordsBlaming scores the reports of a corpus of records that keep holds of, read with
// other weights of package extract/who.
func (r *Runner) RecordsBlaming(ctx context.Context, dir string, weightsFor func(report string) weigh.Table) (eval.Result, error) {
	c, err := eval.Open(dir)
	if err != nil {
		return eval.Result{}, err
	}
	reader, err := extract.New()
	if err != nil {
		return eval.Result{}, err
	}
	return r.recordsBy(ctx, c, func(report string) *pipeline.Stages {
		stages := *r.stages
		stages.Extract = reader.Blaming(weightsFor(report))
		return &stages
	})
}
