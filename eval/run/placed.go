package run

import (
	"context"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/extract"
)

// Placed is a report as the stages annotate it, with the place that people
// filed for its incident: a zero row if they filed none, or several.
type Placed struct {
	Doc      *dateline.Document
	Ann      extract.Annotations
	Incident eval.IncidentRow
}

// Placed reads a corpus of the task incidents to learn from.
func (r *Runner) Placed(ctx context.Context, dir string) ([]Placed, error) {
	c, err := eval.Open(dir)
	if err != nil {
		return nil, err
	}
	gold, err := eval.Gold[eval.IncidentRow](c)
	if err != nil {
		return nil, err
	}
	rows := map[string]eval.IncidentRow{}
	for _, row := range gold {
		for _, report := range row.Reports {
			if _, twice := rows[report]; twice {
				row = eval.IncidentRow{}
			}
			rows[report] = row
		}
	}
	return each(ctx, c, func(_ context.Context, in eval.Report) (Placed, error) {
		report, err := r.stages.Clean.Clean(raw(in))
		if err != nil {
			return Placed{Doc: &dateline.Document{Report: &dateline.Report{}}}, nil // what cannot be read teaches nothing
		}
		doc := r.stages.Parse.Parse(report)
		return Placed{doc, r.stages.Annotate.Annotate(doc), rows[in.ID]}, nil
	})
}
