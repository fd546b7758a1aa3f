package gist

import (
	"context"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract"
)

// Violations are the kinds of violation that a report can tell of.
var Violations = []string{"killing", "arbitrary detention", "torture", "kidnapping", "enforced disappearance", "other", "unknown"}

// Perpetrators are the kinds of perpetrator.
var Perpetrators = []string{"state actor", "other state actors", "other actors with permissions", "other actors without permissions", "other non-state actors", "regional orgs"}

// Reader judges reports.
type Reader struct {
	model   *Model
	classes *classes
}

// New loads the English word classes and weights.
func New() (*Reader, error) {
	model, err := English()
	if err != nil {
		return nil, err
	}
	return With(model)
}

// With makes a reader that judges by the model given.
func With(model *Model) (*Reader, error) {
	classes, err := englishClasses()
	if err != nil {
		return nil, err
	}
	return &Reader{model, classes}, nil
}

// Read judges one report from its text, its expressions and its accounts.
func (r *Reader) Read(_ context.Context, doc *dateline.Document, ann extract.Annotations, reading *dateline.Reading) *dateline.Gist {
	if len(doc.Sentences) == 0 {
		return nil
	}
	s := r.survey(doc, ann, reading, r.model)
	g := &dateline.Gist{Perpetrator: r.model.judge(s.Perpetrator().Options), Country: r.model.judge(s.Country().Options)}
	for _, v := range Violations {
		none, some := 0, 1
		options := s.Violation(v).Options
		if p := r.model.Probabilities([]Option{options[some], options[none]})[0]; round(p) >= likely {
			g.Violations = append(g.Violations, *r.model.judgement(options[some], p))
		}
	}
	g.Date = r.date(s)
	if g.Country != nil {
		g.Province = r.model.judge(s.Province(g.Country.Value).Options)
		g.Place = r.model.judge(s.Place(g.Country.Value).Options)
	}
	return g
}

// likely is the probability from which a violation is listed: where several may
// hold at once, listing one too many costs less than leaving one out.
const likely = 0.3

// date chooses the year, then the month in it, then the day in that.
func (r *Reader) date(s *Survey) *dateline.Judgement {
	var best *dateline.Judgement
	for _, q := range []func(string) Question{s.Year, s.Month, s.Day} {
		within := ""
		if best != nil {
			within = best.Value
		}
		j := r.model.judge(q(within).Options)
		if j == nil || !strings.HasPrefix(j.Value, within) {
			break
		}
		best = j
	}
	return best
}
