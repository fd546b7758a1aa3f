package run

import (
	"context"

	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/eval/muc4"
	"github.com/opendateline/dateline/eval/muc4/fill"
)

// templates fills the templates of a corpus and scores them.
func (r *Runner) templates(ctx context.Context, c *eval.Corpus) (eval.Result, error) {
	key, err := c.Templates()
	if err != nil {
		return eval.Result{}, err
	}
	messages, err := c.Messages()
	if err != nil {
		return eval.Result{}, err
	}
	reader, err := fill.NewReader(r.stages)
	if err != nil {
		return eval.Result{}, err
	}
	model, err := fill.Default()
	if err != nil {
		return eval.Result{}, err
	}
	var answers []muc4.Template
	for _, m := range messages {
		read, err := reader.Read(ctx, m)
		if err != nil {
			return eval.Result{}, err
		}
		answers = append(answers, model.Fill(read)...)
	}
	return eval.ScoreTemplates(key, answers), nil
}
