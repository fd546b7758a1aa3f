package run

import (
	"context"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/extract"
	"github.com/opendateline/dateline/extract/whole"
	"github.com/opendateline/dateline/pipeline"
)

// Numbered is an account of a report that readers noted too, with the numbers that it gives
// and those that they noted, by measure; none where they found no number.
type Numbered struct {
	Report  string
	Numbers map[dateline.Measure][]whole.Candidate
	Noted   map[dateline.Measure]*eval.Range
}

// Numbered reads a corpus of records to learn from.
func (r *Runner) Numbered(ctx context.Context, dir string) ([]Numbered, error) {
	c, err := eval.Open(dir)
	if err != nil {
		return nil, err
	}
	gold, err := r.noted(c)
	if err != nil {
		return nil, err
	}
	answers := map[string][]eval.Record{}
	for _, row := range gold {
		answers[row.Report] = row.Records
	}
	reader, err := extract.New()
	if err != nil {
		return nil, err
	}
	matcher, err := pipeline.NewMatcher(r.registries, pipeline.Options{})
	if err != nil {
		return nil, err
	}
	of, err := each(ctx, c, func(ctx context.Context, in eval.Report) ([]Numbered, error) {
		read, err := r.stages.Read(ctx, raw(in))
		if err != nil || read.Refused != nil {
			return nil, nil // a report that cannot be read tells of nothing
		}
		accounts, err := reader.Numbers(ctx, read.Doc, r.stages.Annotate.Annotate(read.Doc))
		if err != nil {
			return nil, err
		}
		return numberedOf(in.ID, matcher.Each(read), read.Reading.Claims, accounts, answers[in.ID]), nil
	})
	var out []Numbered
	for _, some := range of {
		out = append(out, some...)
	}
	return out, err
}

// numberedOf joins the accounts of a report to the answers by the incidents made of them.
func numberedOf(report string, incidents []dateline.Incident, claims []dateline.Claim, accounts []extract.Numbered, answers []eval.Record) []Numbered {
	records := make([]eval.Record, len(incidents))
	for i := range incidents {
		records[i] = record(&incidents[i], claims)
	}
	var out []Numbered
	for i, noted := range eval.Partners(answers, records) {
		for _, a := range accounts {
			if noted != nil && a.Mention == incidents[i].Mentions[0] {
				out = append(out, Numbered{report, a.Numbers, map[dateline.Measure]*eval.Range{dateline.Killed: noted.Killed, dateline.Wounded: noted.Wounded}})
			}
		}
	}
	return out
}
