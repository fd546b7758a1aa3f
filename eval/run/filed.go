package run

import (
	"context"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/extract"
)

// Filed is a report as the stages read it, with what people filed about it.
type Filed struct {
	Doc     *dateline.Document
	Ann     extract.Annotations
	Reading dateline.Reading
	Gold    eval.FieldsRow
}

// Filed reads a corpus of the task fields to learn from; countries are codes.
func (r *Runner) Filed(ctx context.Context, dir string) ([]Filed, error) {
	c, err := eval.Open(dir)
	if err != nil {
		return nil, err
	}
	gold, err := r.filedGold(c)
	if err != nil {
		return nil, err
	}
	byID := map[string]eval.FieldsRow{}
	for _, g := range gold {
		byID[g.Report] = g
	}
	return each(ctx, c, func(ctx context.Context, in eval.Report) (Filed, error) {
		report, err := r.stages.Clean.Clean(raw(in))
		if err != nil {
			return Filed{}, err
		}
		doc := r.stages.Parse.Parse(report)
		ann := r.stages.Annotate.Annotate(doc)
		reading, err := r.stages.Extract.Read(ctx, doc, ann)
		return Filed{doc, ann, reading, byID[in.ID]}, err
	})
}

// filedGold is the gold with countries as codes, perpetrators by the names of
// the registry, weapons by their class, and days as they can be compared.
func (r *Runner) filedGold(c *eval.Corpus) ([]eval.FieldsRow, error) {
	gold, err := eval.Gold[eval.FieldsRow](c)
	if err != nil {
		return nil, err
	}
	for i := range gold {
		gold[i].Country = r.code(gold[i].Country)
		gold[i].Perpetrator = r.actor(gold[i].Perpetrator)
		gold[i].Weapon = filedWeapon(r.words, gold[i].Weapon)
		gold[i].Types = filedTypes(gold[i].Types)
	}
	if !picksDays[c.Set] {
		return gold, nil
	}
	var reports []eval.Report
	for in, err := range c.Reports() {
		if err != nil {
			return nil, err
		}
		reports = append(reports, in)
	}
	comparableDays(gold, reports)
	return gold, nil
}

// FromGist is the row of a report by its gist alone.
func FromGist(report string, g *dateline.Gist) eval.FieldsRow {
	row := eval.FieldsRow{Report: report}
	if g == nil {
		return row
	}
	for _, v := range g.Violations {
		row.Types = append(row.Types, v.Value)
	}
	for _, x := range []struct {
		to   *string
		from *dateline.Judgement
	}{{&row.PerpetratorType, g.Perpetrator}, {&row.Country, g.Country}, {&row.Admin1, g.Province}, {&row.Place, g.Place}, {&row.Date, g.Date}} {
		if x.from != nil {
			*x.to = strings.Join(append([]string{x.from.Value}, x.from.Written...), ", ")
		}
	}
	row.Country = state(row.Country)
	return row
}
