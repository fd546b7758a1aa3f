package run

import (
	"context"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/pipeline"
)

// Made is the incident that a report by itself makes, by the trigger of its account.
type Made struct {
	Trigger dateline.Span
	Right   bool // a careful reader notes it too
}

// Made reads the reports of a corpus of records and says of each incident found whether
// it is one of the answer.
func (r *Runner) Made(ctx context.Context, dir string) (map[string][]Made, []eval.Report, error) {
	c, err := eval.Open(dir)
	if err != nil {
		return nil, nil, err
	}
	gold, err := eval.Gold[eval.RecordsRow](c)
	if err != nil {
		return nil, nil, err
	}
	answers := map[string][]eval.Record{}
	for _, row := range gold {
		for i := range row.Records {
			row.Records[i].Perpetrator = r.actor(row.Records[i].Perpetrator)
		}
		answers[row.Report] = row.Records
	}
	matcher, err := pipeline.NewMatcher(r.registries, pipeline.Options{})
	if err != nil {
		return nil, nil, err
	}
	out := map[string][]Made{}
	var reports []eval.Report
	for in, err := range c.Reports() {
		if err != nil {
			return nil, nil, err
		}
		reports = append(reports, in)
		read, err := r.stages.Read(ctx, raw(in))
		if err != nil {
			continue
		}
		var records []eval.Record
		var triggers []dateline.Span
		for i := range read.Reading.Mentions {
			one := *read
			one.Reading.Mentions = read.Reading.Mentions[i : i+1]
			for _, incident := range matcher.Each(&one) {
				records = append(records, record(&incident))
				triggers = append(triggers, read.Reading.Mentions[i].Trigger)
			}
		}
		for i, right := range eval.Paired(answers[in.ID], records) {
			out[in.ID] = append(out[in.ID], Made{triggers[i], right})
		}
	}
	return out, reports, nil
}
