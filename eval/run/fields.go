package run

import (
	"context"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/pipeline"
)

// filesReports are the sets whose answers were filed for a report as a whole,
// not for the incident at its head.
var filesReports = map[string]bool{"hrdsattack": true}

func (r *Runner) fields(ctx context.Context, c *eval.Corpus) (eval.Result, error) {
	gold, err := r.filedGold(c)
	if err != nil {
		return eval.Result{}, err
	}
	matcher, err := pipeline.NewMatcher(r.registries, pipeline.Options{})
	if err != nil {
		return eval.Result{}, err
	}
	predicted, err := each(ctx, c, func(ctx context.Context, in eval.Report) (eval.FieldsRow, error) {
		read, err := r.stages.Read(ctx, raw(in))
		if err != nil {
			return eval.FieldsRow{Report: in.ID}, nil // a report that cannot be read has no fields
		}
		if filesReports[c.Set] {
			return FromGist(in.ID, read.Reading.Gist), nil
		}
		incident, ok := matcher.Alone(read)
		if !ok {
			return eval.FieldsRow{Report: in.ID}, nil
		}
		row := r.fieldsRow(in.ID, &incident)
		if marksWords[c.Set] {
			row.Spans = r.marked(read, incident.Mentions[0])
		}
		return row, nil
	})
	if err != nil {
		return eval.Result{}, err
	}
	return eval.ScoreFields(gold, predicted), nil
}

func (r *Runner) fieldsRow(id string, i *dateline.Incident) eval.FieldsRow {
	row := eval.FieldsRow{Report: id, Date: i.Date.EDTF, Weapon: weaponClass(i.Facets), Types: strikeType(i.Facets)}
	if p := i.Place.Ref; p != nil {
		row.Admin1, row.Place, row.Country = p.Admin1, placeName(p), state(p.Country)
	}
	for _, a := range i.Actors {
		if a.Role == dateline.RolePerpetrator && row.Perpetrator == "" {
			row.Perpetrator, row.PerpetratorType = a.Name, perpetratorType(a.Kind)
		}
	}
	row.Killed, row.Wounded = ends(i, dateline.Killed), ends(i, dateline.Wounded)
	// The annotators write 0 for what a report about casualties does not mention.
	if row.Killed == nil && row.Wounded != nil {
		row.Killed = eval.Exactly(0)
	}
	if row.Wounded == nil && row.Killed != nil {
		row.Wounded = eval.Exactly(0)
	}
	return row
}

// perpetratorType is the kind of actor in the words of the field's annotators.
func perpetratorType(k dateline.ActorKind) string {
	if k.OfState() {
		return "state actor"
	}
	return "other actors without permissions"
}

// ends are the low and the high number of a measure for everybody. Annotators
// leave no end open: where nobody gives a number ("others were hurt") they write
// the least that the words mean at both ends.
func ends(i *dateline.Incident, m dateline.Measure) *eval.Range {
	f := i.Figure(m, dateline.PopAll)
	switch {
	case f == nil:
		return nil
	case f.High == nil:
		return &eval.Range{Low: f.Low, High: f.Low}
	}
	return &eval.Range{Low: f.Low, High: f.High}
}
