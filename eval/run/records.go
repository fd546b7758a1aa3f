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
	return r.recordsBy(ctx, c, func(string) *pipeline.Stages { return r.stages })
}

// recordsBy scores the records of a corpus, each report read with stages of its own.
func (r *Runner) recordsBy(ctx context.Context, c *eval.Corpus, stagesFor func(report string) *pipeline.Stages) (eval.Result, error) {
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
		read, err := stagesFor(in.ID).Read(ctx, raw(in))
		if err != nil {
			return row, nil // a report that cannot be read tells of nothing
		}
		for _, incident := range matcher.Each(read) {
			row.Records = append(row.Records, record(&incident, read.Reading.Claims))
		}
		return row, nil
	})
	if err != nil {
		return eval.Result{}, err
	}
	return eval.ScoreRecords(gold, predicted), nil
}

// record is what a report by itself says of an incident; claims are those of the report.
func record(i *dateline.Incident, claims []dateline.Claim) eval.Record {
	out := eval.Record{Date: i.Date.EDTF, Type: string(i.Type), Killed: given(i, dateline.Killed, claims), Wounded: given(i, dateline.Wounded, claims)}
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

// given are the lowest and the highest number of a measure that a report gives for everybody.
// Words such as "dozens" and bare plurals give no number, and "about 200" gives 200.
func given(i *dateline.Incident, m dateline.Measure, claims []dateline.Claim) *eval.Range {
	f := i.Figure(m, dateline.PopAll)
	if f == nil || f.Best == nil || f.Vague {
		return nil
	}
	out := ends(i, m)
	out.Low = asWritten(out.Low, f.LowClaims, claims)
	out.High = asWritten(out.High, f.HighClaims, claims)
	return out
}

// asWritten is the end of a figure that is set by a number which the text rounds, as that number.
func asWritten(end *int, by []dateline.ID, claims []dateline.Claim) *int {
	for _, c := range claims {
		if count := c.Value.Count; slices.Contains(by, c.ID) && count != nil && count.Approximate && count.Anchor != nil && !count.Derived {
			return count.Anchor
		}
	}
	return end
}
