package run

import (
	"context"

	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/eval/muc4"
	"github.com/opendateline/dateline/eval/muc4/fill"
	"github.com/opendateline/dateline/extract/syntax"
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
	parser, err := syntax.New()
	if err != nil {
		return eval.Result{}, err
	}
	model, err := fill.Default()
	if err != nil {
		return eval.Result{}, err
	}
	var answers []muc4.Template
	for _, m := range messages {
		if err := ctx.Err(); err != nil {
			return eval.Result{}, err
		}
		answers = append(answers, model.Fill(fill.Read(parser, m))...)
	}
	return eval.ScoreTemplates(key, answers), nil
}
