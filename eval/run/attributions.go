package run

import (
	"context"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/extract"
	"github.com/opendateline/dateline/extract/speech"
)

// attributions reads who says what in every report.
func (r *Runner) attributions(ctx context.Context, c *eval.Corpus) (eval.Result, error) {
	gold, err := eval.Gold[eval.AttributionsRow](c)
	if err != nil {
		return eval.Result{}, err
	}
	reader, err := extract.New()
	if err != nil {
		return eval.Result{}, err
	}
	predicted, err := each(ctx, c, func(_ context.Context, in eval.Report) (eval.AttributionsRow, error) {
		doc, err := r.document(in)
		if err != nil {
			return eval.AttributionsRow{}, err
		}
		return Attributions(in.ID, reader.Sayings(doc)), nil
	})
	if err != nil {
		return eval.Result{}, err
	}
	return eval.ScoreAttributions(gold, predicted), nil
}

// Attributions is the row of a report's sayings.
func Attributions(report string, sayings []speech.Saying) eval.AttributionsRow {
	row := eval.AttributionsRow{Report: report}
	for _, s := range sayings {
		row.Attributions = append(row.Attributions, eval.Attribution{Source: spans(s.Source), Cue: spans(s.Cue), Content: spans(s.Content)})
	}
	return row
}

func spans(ranges []speech.Range) []eval.Span {
	var out []eval.Span
	for _, r := range ranges {
		out = append(out, eval.Span{Start: r.Start, End: r.End})
	}
	return out
}

// Attributed is a report with its arcs mended and who says what in it, as people
// marked it.
type Attributed struct {
	Sentences []dateline.Sentence
	Gold      eval.AttributionsRow
}

// Attributed reads a corpus of the task attributions to learn from.
func (r *Runner) Attributed(ctx context.Context, dir string) ([]Attributed, error) {
	c, err := eval.Open(dir)
	if err != nil {
		return nil, err
	}
	gold, err := eval.Gold[eval.AttributionsRow](c)
	if err != nil {
		return nil, err
	}
	byID := map[string]eval.AttributionsRow{}
	for _, g := range gold {
		byID[g.Report] = g
	}
	reader, err := extract.New()
	if err != nil {
		return nil, err
	}
	return each(ctx, c, func(_ context.Context, in eval.Report) (Attributed, error) {
		doc, err := r.document(in)
		if err != nil {
			return Attributed{}, err
		}
		return Attributed{reader.Mended(doc), byID[in.ID]}, nil
	})
}
