package run

import (
	"context"
	"path/filepath"

	"github.com/opendateline/dateline/eval"
)

// nameTypes are the types of wnut17 by those of the entities task. Its products
// and creative works have no finder; companies are not told from groups.
var nameTypes = map[string]string{"Location": "location", "Person": "person", "Organisation": "group"}

// names gives places, persons and groups of the development split.
func (r *Runner) names(_ context.Context, c *eval.Corpus) (eval.Result, error) {
	c.Split = "dev"
	reports, gold, err := eval.Names(filepath.Join(c.Dir, "dev.conll"))
	if err != nil {
		return eval.Result{}, err
	}
	for i := range gold {
		for k, e := range gold[i].Entities {
			if e.Type == "corporation" {
				gold[i].Entities[k].Type = "group"
			}
		}
	}
	var predicted []eval.EntitiesRow
	for _, in := range reports {
		row := eval.EntitiesRow{Report: in.ID}
		if doc, err := r.document(in); err == nil { // a text that cannot be read names nobody
			for _, e := range annotated(r.stages.Annotate.Annotate(doc)) {
				if kind, ok := nameTypes[e.Type]; ok {
					e.Type = kind
					row.Entities = append(row.Entities, e)
				}
			}
		}
		predicted = append(predicted, row)
	}
	return eval.ScoreEntities(gold, predicted), nil
}
