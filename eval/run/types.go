package run

import (
	"context"

	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/extract/relation"
)

// renamed are root codes of the first edition of PLOVER by their names in the
// later one.
var renamed = map[string]string{"CONCEDE": "YIELD", "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "FIGHT": "ASSAULT"}

// types says of every sentence what its source does to its target. Gold of the
// first edition of the codes is read by their later names.
func (r *Runner) types(ctx context.Context, c *eval.Corpus) (eval.Result, error) {
	gold, err := eval.Gold[eval.LabelRow](c)
	if err != nil {
		return eval.Result{}, err
	}
	model, err := relation.English()
	if err != nil {
		return eval.Result{}, err
	}
	var predicted []eval.LabelRow
	for i, row := range gold {
		if name, ok := renamed[row.Label]; ok {
			gold[i].Label = name
		}
		predicted = append(predicted, Label(model, row))
	}
	return eval.ScoreLabels(gold, predicted), ctx.Err()
}

// Label is the row as the model labels it.
func Label(m *relation.Model, row eval.LabelRow) eval.LabelRow {
	code, _ := m.Code(row.Text, row.Source.Text(), row.Target.Text())
	return eval.LabelRow{ID: row.ID, Text: row.Text, Label: code}
}
