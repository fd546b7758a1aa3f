package run

import (
	"context"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/extract"
)

// Dated is a report as the stages annotate it, with the date in EDTF that people
// filed for its incident: "" if they filed none, or several.
type Dated struct {
	Doc  *dateline.Document
	Ann  extract.Annotations
	Date string
}

// Dated reads a corpus of the task fields or incidents to learn from.
func (r *Runner) Dated(ctx context.Context, dir string) ([]Dated, error) {
	c, err := eval.Open(dir)
	if err != nil {
		return nil, err
	}
	dates, err := filedDates(c)
	if err != nil {
		return nil, err
	}
	return each(ctx, c, func(_ context.Context, in eval.Report) (Dated, error) {
		doc, ann := r.Annotated(in)
		return Dated{doc, ann, dates[in.ID]}, nil
	})
}

// Annotated is a report as the stages before extraction see it, an empty one if
// it cannot be read: that teaches nothing.
func (r *Runner) Annotated(in eval.Report) (*dateline.Document, extract.Annotations) {
	report, err := r.stages.Clean.Clean(raw(in))
	if err != nil {
		return &dateline.Document{Report: &dateline.Report{}}, extract.Annotations{}
	}
	doc := r.stages.Parse.Parse(report)
	return doc, r.stages.Annotate.Annotate(doc)
}

// AnnotatedReport parses and annotates a report that was cleaned.
func (r *Runner) AnnotatedReport(report *dateline.Report) (*dateline.Document, extract.Annotations) {
	doc := r.stages.Parse.Parse(report)
	return doc, r.stages.Annotate.Annotate(doc)
}

// filedDates are the dates by report.
func filedDates(c *eval.Corpus) (map[string]string, error) {
	dates := map[string]string{}
	file := func(report, date string) {
		if _, twice := dates[report]; twice {
			date = ""
		}
		dates[report] = date
	}
	if c.Task == "fields" {
		rows, err := eval.Gold[eval.FieldsRow](c)
		for _, row := range rows {
			file(row.Report, row.Date)
		}
		return dates, err
	}
	rows, err := eval.Gold[eval.IncidentRow](c)
	for _, row := range rows {
		for _, report := range row.Reports {
			file(report, row.Date)
		}
	}
	return dates, err
}
