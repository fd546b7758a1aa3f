package run

import (
	"context"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/eval/muc4"
	"github.com/opendateline/dateline/pipeline"
)

// Tested is a claim of the main account of a report, with whether people filed
// the same.
type Tested struct {
	Doc     *dateline.Document
	Reading *dateline.Reading
	Claim   *dateline.Claim
	Right   bool
}

// Tested reads a corpus whose answers are filed by incident, by report or in
// templates, and gives the claims of the main accounts that the answers decide.
func (r *Runner) Tested(ctx context.Context, c *eval.Corpus) ([]Tested, error) {
	decide, err := r.decider(c)
	if err != nil {
		return nil, err
	}
	reports := c.Reports()
	if c.Task == "templates" {
		reports = messages(c)
	}
	lists, err := eachOf(ctx, reports, func(ctx context.Context, in eval.Report) ([]Tested, error) {
		read, err := r.stages.Read(ctx, raw(in))
		if err != nil {
			return nil, ctx.Err()
		}
		return testedOf(in.ID, read, decide), nil
	})
	var out []Tested
	for _, list := range lists {
		out = append(out, list...)
	}
	return out, err
}

func testedOf(report string, read *pipeline.Account, decide decider) []Tested {
	var out []Tested
	main := pipeline.Main(read)
	for i := range read.Reading.Claims {
		c := &read.Reading.Claims[i]
		if main == nil || c.MentionID != main.ID || !tested[c.Attribute] || c.Polarity != dateline.Affirmed {
			continue
		}
		if right, known := decide(report, c); known {
			out = append(out, Tested{read.Doc, &read.Reading, c, right})
		}
	}
	return out
}

// tested are the facts that corpora decide.
var tested = map[dateline.Attribute]bool{dateline.AttrKilled: true, dateline.AttrWounded: true, dateline.AttrDate: true,
	dateline.AttrPlace: true, dateline.AttrPerpetrator: true}

// decider says whether a claim of a report is right, and whether that is known.
type decider func(report string, c *dateline.Claim) (right, known bool)

func (r *Runner) decider(c *eval.Corpus) (decider, error) {
	if c.Task == "templates" {
		return perpetratorsOf(c)
	}
	gold, err := r.answers(c)
	if err != nil {
		return nil, err
	}
	return func(report string, c *dateline.Claim) (bool, bool) {
		row, ok := gold[report]
		if !ok {
			return false, false
		}
		return eval.Right(string(c.Attribute), row, asRow(c))
	}, nil
}

// answers are what people filed, by report. A report of two incidents is not
// asked.
func (r *Runner) answers(c *eval.Corpus) (map[string]eval.FieldsRow, error) {
	out := map[string]eval.FieldsRow{}
	switch c.Task {
	case "fields":
		gold, err := r.filedGold(c)
		for _, row := range gold {
			out[row.Report] = row
		}
		return out, err
	case "incidents":
		gold, err := eval.Gold[eval.IncidentRow](c)
		seen := map[string]int{}
		for _, row := range gold {
			for _, report := range row.Reports {
				if seen[report]++; seen[report] > 1 || row.Date == "" {
					delete(out, report)
					continue
				}
				out[report] = ofIncident(row)
			}
		}
		return out, err
	}
	return nil, dateline.Errorf(dateline.Unsupported, "%s: the task %q has no answers to claims", c.Dir, c.Task)
}

func ofIncident(row eval.IncidentRow) eval.FieldsRow {
	out := eval.FieldsRow{Date: row.Date, Place: row.Place}
	if row.Killed != nil {
		out.Killed = eval.Exactly(*row.Killed)
	}
	if row.Wounded != nil {
		out.Wounded = eval.Exactly(*row.Wounded)
	}
	return out
}

// asRow is a claim as the row of fields that it alone would make. Numbers of a
// part, and words without a number, make none.
func asRow(c *dateline.Claim) eval.FieldsRow {
	var row eval.FieldsRow
	switch v := c.Value; {
	case v.Count != nil && v.Count.Anchor != nil && everybody[v.Count.Population]:
		if n := eval.Exactly(*v.Count.Anchor); c.Attribute == dateline.AttrKilled {
			row.Killed = n
		} else {
			row.Wounded = n
		}
	case v.Date != nil:
		row.Date = v.Date.EDTF
	case v.Place != nil:
		row.Place = placeName(v.Place)
	case v.Actor != nil:
		row.Perpetrator = v.Actor.Name
	}
	return row
}

// everybody are the populations that corpora count; unknown is whoever was hurt.
var everybody = map[dateline.Population]bool{dateline.PopAll: true, dateline.PopVictims: true, dateline.PopUnknown: true, dateline.PopCivilians: true}

// perpetratorsOf decides claims of who did it by the strings of the templates of
// a message: one that holds the other is the same.
func perpetratorsOf(c *eval.Corpus) (decider, error) {
	key, err := c.Templates()
	named := map[string][]string{}
	for _, t := range key {
		for _, slot := range []muc4.Slot{muc4.PerpIndividual, muc4.PerpOrganization} {
			for _, fill := range t.Fills[slot] {
				for _, value := range fill.Values {
					named[t.Message] = append(named[t.Message], strings.ToLower(value))
				}
			}
		}
	}
	return func(report string, c *dateline.Claim) (bool, bool) {
		if c.Attribute != dateline.AttrPerpetrator || c.Value.Actor == nil || len(named[report]) == 0 {
			return false, false
		}
		said := strings.ToLower(c.Value.Actor.Text)
		for _, name := range named[report] {
			if strings.Contains(said, name) || strings.Contains(name, said) {
				return true, true
			}
		}
		return false, true
	}, err
}

func messages(c *eval.Corpus) func(func(eval.Report, error) bool) {
	return func(yield func(eval.Report, error) bool) {
		list, err := c.Messages()
		if err != nil {
			yield(eval.Report{}, err)
			return
		}
		for _, m := range list {
			if !yield(eval.Report{ID: m.ID, Text: m.Text}, nil) {
				return
			}
		}
	}
}

// Reliability says how far the confidence of claims can be trusted on a corpus.
func (r *Runner) Reliability(ctx context.Context, dir string) (eval.Result, []eval.Bin, error) {
	c, err := eval.Open(dir)
	if err != nil {
		return eval.Result{}, nil, err
	}
	claims, err := r.Tested(ctx, c)
	if err != nil {
		return eval.Result{}, nil, err
	}
	result, bins := eval.ScoreReliability(JudgedOf(claims))
	result, err = c.Result(result)
	return result, bins, err
}

// JudgedOf are the claims with their confidence.
func JudgedOf(claims []Tested) []eval.Judged {
	rows := make([]eval.Judged, len(claims))
	for i, t := range claims {
		rows[i] = eval.Judged{Report: string(t.Claim.ReportID), Fact: string(t.Claim.Attribute), P: t.Claim.Confidence, Right: t.Right}
	}
	return rows
}
