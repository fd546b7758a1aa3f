package run

import (
	"context"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/resolve/date"
	"github.com/opendateline/dateline/resolve/place"
)

// document cleans and parses a corpus report. Offsets of the gold index the
// report as it came: a title beside the text is not read, and plain text is
// stored unchanged.
func (r *Runner) document(in eval.Report) (*dateline.Document, error) {
	in.Title = ""
	report, err := r.stages.Clean.Clean(raw(in))
	if err != nil {
		return nil, err
	}
	report.Boilerplate = nil // the gold marks every part of the text
	return r.stages.Parse.Parse(report), nil
}

func (r *Runner) times(ctx context.Context, c *eval.Corpus) (eval.Result, error) {
	gold, err := eval.Gold[eval.TimesRow](c)
	if err != nil {
		return eval.Result{}, err
	}
	finder, err := date.New()
	if err != nil {
		return eval.Result{}, err
	}
	resolver := date.NewResolver(finder, date.Options{})
	predicted, err := each(ctx, c, func(_ context.Context, in eval.Report) (eval.TimesRow, error) {
		doc, err := r.document(in)
		if err != nil {
			return eval.TimesRow{}, err
		}
		row := eval.TimesRow{Report: in.ID}
		for _, x := range resolver.Resolve(doc, finder.Find(doc)) {
			kind, value := x.TIMEX()
			if kind == "" {
				continue
			}
			row.Times = append(row.Times, eval.Time{Span: eval.Span{Start: x.Expression.Start, End: x.Expression.End, Text: x.Expression.Text}, Type: kind, Value: value})
		}
		return row, nil
	})
	if err != nil {
		return eval.Result{}, err
	}
	return eval.ScoreTimes(gold, predicted), nil
}

func (r *Runner) toponyms(ctx context.Context, c *eval.Corpus) (eval.Result, error) {
	gold, err := eval.Gold[eval.ToponymsRow](c)
	if err != nil {
		return eval.Result{}, err
	}
	places := r.registries.Places
	predicted, err := each(ctx, c, func(_ context.Context, in eval.Report) (eval.ToponymsRow, error) {
		doc, err := r.document(in)
		if err != nil {
			return eval.ToponymsRow{}, err
		}
		row := eval.ToponymsRow{Report: in.ID}
		for _, x := range places.Resolve(doc, places.Find(doc)) {
			e := x.Expression
			if e.Class == place.ClassSite || e.Class == place.ClassCapital {
				continue
			}
			t := eval.Toponym{Span: eval.Span{Start: e.Start, End: e.End, Text: e.Text}, Nationality: e.Class == place.ClassDemonym}
			if x.Place != nil {
				t.Lat, t.Lon = x.Place.Lat, x.Place.Lon
			}
			row.Toponyms = append(row.Toponyms, t)
		}
		return row, nil
	})
	if err != nil {
		return eval.Result{}, err
	}
	return eval.ScoreToponyms(gold, predicted), nil
}
