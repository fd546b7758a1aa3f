package run

import (
	"context"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/extract"
)

// Counted is a report as the stages annotate it, with the numbers of people that
// were filed for its incident, by measure; none if it stands under several.
type Counted struct {
	Doc   *dateline.Document
	Ann   extract.Annotations
	Filed map[dateline.Measure]int
}

// Counted reads a corpus of the task incidents to learn from.
func (r *Runner) Counted(ctx context.Context, dir string) ([]Counted, error) {
	c, err := eval.Open(dir)
	if err != nil {
		return nil, err
	}
	rows, err := eval.Gold[eval.IncidentRow](c)
	if err != nil {
		return nil, err
	}
	filed := filedCounts(rows)
	return each(ctx, c, func(_ context.Context, in eval.Report) (Counted, error) {
		doc, ann := r.Annotated(in)
		return Counted{doc, ann, filed[in.ID]}, nil
	})
}

// filedCounts are the numbers by report.
func filedCounts(rows []eval.IncidentRow) map[string]map[dateline.Measure]int {
	filed := map[string]map[dateline.Measure]int{}
	for _, row := range rows {
		for _, report := range row.Reports {
			if _, twice := filed[report]; twice {
				filed[report] = nil
				continue
			}
			filed[report] = map[dateline.Measure]int{}
			for measure, n := range map[dateline.Measure]*int{dateline.Killed: row.Killed, dateline.Wounded: row.Wounded} {
				if n != nil {
					filed[report][measure] = *n
				}
			}
		}
	}
	return filed
}
