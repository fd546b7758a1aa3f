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
	reader, err := extract.New()
	if err != nil {
		return nil, err
	}
	return lessons(ctx, r, dir, reader, func(ctx context.Context, l lesson) ([]Accused, error) {
		options, err := reader.Suspects(ctx, l.read.Doc, l.notes)
		return accusedOf(l.report, options, notedOf(l)), err
	})
}

// notedOf are the accounts of a report, by their triggers, that readers noted too: as
// ScoreRecords pairs them, or because the words that readers say tell of a record hold the
// trigger.
func notedOf(l lesson) map[dateline.Span]eval.Record {
	out := map[dateline.Span]eval.Record{}
	var triggers []dateline.Span
	var records []eval.Record
	for _, m := range l.read.Reading.Mentions {
		if x, made := l.alone(m); made {
			triggers, records = append(triggers, m.Trigger), append(records, x)
		}
	}
	for i, of := range eval.PairedWith(l.answers, records) {
		if of >= 0 {
			out[triggers[i]] = l.answers[of]
		}
	}
	for _, t := range triggers {
		for _, a := range l.answers {
			if _, noted := out[t]; !noted && inWords([]dateline.Span{t}, a.Told) > 0 {
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

// RecordsBlaming scores the reports of a corpus of records, each read with weights of package
// extract/who of its own.
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
