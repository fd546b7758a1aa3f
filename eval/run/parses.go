package run

import (
	"context"
	"path/filepath"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
)

// parsing reads the texts of a treebank's development split as plain text.
func (r *Runner) parsing(_ context.Context, c *eval.Corpus) (eval.Result, error) {
	c.Split = "dev"
	gold, err := eval.Treebank(filepath.Join(c.Dir, "dev.conllu"))
	if err != nil {
		return eval.Result{}, err
	}
	var predicted []eval.ParsedRow
	for _, g := range gold {
		doc, err := r.document(eval.Report{ID: g.Report, Text: g.Text, Language: "en"})
		if err != nil {
			return eval.Result{}, err
		}
		predicted = append(predicted, parsed(g.Report, doc))
	}
	return eval.ScoreParses(gold, predicted), nil
}

func parsed(report string, doc *dateline.Document) eval.ParsedRow {
	row := eval.ParsedRow{Report: report}
	for _, s := range doc.Sentences {
		first := len(row.Words)
		for _, t := range s.Tokens {
			head := -1
			if t.Head >= 0 {
				head = first + t.Head
			}
			row.Words = append(row.Words, eval.Word{Span: eval.Span{Start: t.Start, End: t.End}, POS: t.POS, Head: head, Rel: t.Rel})
		}
	}
	return row
}
