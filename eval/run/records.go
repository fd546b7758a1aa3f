package run

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/pipeline"
)

// records reads every report by itself and gives all incidents that it tells of.
func (r *Runner) records(ctx context.Context, c *eval.Corpus) (eval.Result, error) {
	gold, err := r.noted(c)
	if err != nil {
		return eval.Result{}, err
	}
	matcher, err := pipeline.NewMatcher(r.registries, pipeline.Options{})
	if err != nil {
		return eval.Result{}, err
	}
	predicted, err := each(ctx, c, func(ctx context.Context, in eval.Report) (eval.RecordsRow, error) {
		row := eval.RecordsRow{Report: in.ID}
		read, err := r.stages.Read(ctx, raw(in))
		if err != nil {
			return row, nil // a report that cannot be read tells of nothing
		}
		for _, incident := range matcher.Each(read) {
			row.Records = append(row.Records, record(&incident))
		}
		return row, nil
	})
	if err != nil {
		return eval.Result{}, err
	}
	return eval.ScoreRecords(gold, predicted), nil
}

func record(i *dateline.Incident) eval.Record {
	out := eval.Record{Date: i.Date.EDTF, Type: string(i.Type), Killed: ends(i, dateline.Killed), Wounded: ends(i, dateline.Wounded)}
	if p := i.Place.Ref; p != nil {
		out.Country, out.Place = p.Country, placeName(p)
	}
	for _, a := range i.Actors {
		if a.Role == dateline.RolePerpetrator && out.Perpetrator == "" && hasName(a) {
			out.Perpetrator = a.Name
		}
	}
	return out
}

// hasName: the registry knows who it is, or the report gives them a name of their own.
// "Bandits" and "a man" name nobody, and the sets leave such perpetrators empty.
func hasName(a dateline.FactActor) bool {
	if a.Actor != "" {
		return true
	}
	words := strings.Fields(a.Name)
	return a.Kind.ArmedGroup() && len(words) > 1 && slices.ContainsFunc(words[1:], func(w string) bool { return unicode.IsUpper([]rune(w)[0]) })
}
