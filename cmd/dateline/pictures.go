package main

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/chart"
	"github.com/opendateline/dateline/export"
	"github.com/opendateline/dateline/reconcile"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/wording"
)

// counting says which number of an incident is drawn.
type counting struct {
	Measure    string `help:"killed, wounded, killed_or_wounded, abducted, missing, arrested, displaced." enum:"killed,wounded,killed_or_wounded,abducted,missing,arrested,displaced" default:"killed"`
	Population string `help:"all, victims_excl_perp, civilians, state_forces, perpetrators, …" default:"all"`
}

type ladderCmd struct {
	ID string `arg:"" help:"An incident."`
	counting
	drawing
}

func (c ladderCmd) Run(ctx context.Context, a *app) error {
	return a.ofIncident(ctx, c.ID, c.drawing, func(_ store.Tx, _ *page, r chart.Record, o chart.Options) (*chart.Picture, error) {
		return chart.Ladder(r, dateline.Measure(c.Measure), dateline.Population(c.Population), o)
	})
}

type numbersCmd struct {
	ID    string `arg:"" help:"An incident."`
	Clock string `help:"published: when reports appeared; learned: when the record was revised." enum:"published,learned" default:"published"`
	counting
	drawing
}

func (c numbersCmd) Run(ctx context.Context, a *app) error {
	return a.ofIncident(ctx, c.ID, c.drawing, func(tx store.Tx, p *page, r chart.Record, o chart.Options) (*chart.Picture, error) {
		measure, population := dateline.Measure(c.Measure), dateline.Population(c.Population)
		whole, err := a.record(ctx, tx, p.Incident.ID)
		if err != nil {
			return nil, err
		}
		steps, err := a.timeline(whole, measure, population)
		if c.Clock == string(chart.Learned) {
			steps, err = a.learned(ctx, tx, p.Incident.ID, measure, population)
		}
		if err != nil {
			return nil, err
		}
		return chart.Numbers(r, steps, measure, population, chart.Clock(c.Clock), o)
	})
}

// timeline reconciles a figure again at each time at which a report appeared;
// what people decided came later and has no part in it.
func (a *app) timeline(r export.Record, m dateline.Measure, pop dateline.Population) ([]chart.Step, error) {
	rules, err := reconcile.Preset(a.global.Preset)
	if err != nil {
		return nil, err
	}
	var out []chart.Step
	for _, s := range (&reconcile.Reconciler{Rules: rules}).Timeline(undecided(r), m, pop) {
		var by []string
		for _, id := range s.Reports {
			by = append(by, (&page{Record: &r}).from(id))
		}
		out = append(out, chart.Step{At: s.At, Figure: s.Figure, Cause: strings.Join(by, ", ")})
	}
	return out, nil
}

// learned takes a figure from every stored revision of an incident, up to
// --as-of.
func (a *app) learned(ctx context.Context, tx store.Tx, id dateline.ID, m dateline.Measure, pop dateline.Population) ([]chart.Step, error) {
	var out []chart.Step
	for rev, err := range tx.Revisions(ctx, store.RevisionFilter{Record: id}) {
		if err != nil {
			return nil, err
		}
		if a.global.AsOf != "" && rev.At > a.global.AsOf {
			break
		}
		_, state, err := tx.StateAt(ctx, id, rev.N, "")
		if err != nil {
			return nil, err
		}
		var inc dateline.Incident
		if err := json.Unmarshal(state, &inc); err != nil {
			return nil, dateline.Errorf(dateline.Damaged, "revision %d of %s cannot be read: %w", rev.N, id, err)
		}
		at, err := time.Parse(time.RFC3339, rev.At)
		if err != nil {
			return nil, dateline.Errorf(dateline.Damaged, "revision %d of %s has no time: %w", rev.N, id, err)
		}
		if f := inc.Figure(m, pop); f != nil {
			out = append(out, chart.Step{At: at, Figure: *f, Cause: "revision " + strconv.Itoa(rev.N) + ", " + wording.Code(rev.Cause)})
		}
	}
	return out, nil
}

type originsPictureCmd struct {
	ID   string `arg:"" help:"An incident."`
	Fact string `help:"killed, wounded, place, date, perpetrator, …" default:"killed"`
	drawing
}

func (c originsPictureCmd) Run(ctx context.Context, a *app) error {
	fact := dateline.Attribute(c.Fact)
	if !slices.Contains(dateline.Attributes, fact) {
		return dateline.Errorf(dateline.Invalid, "unknown fact %q%s", c.Fact, suggestion(c.Fact, attributeNames(), "", "Facts: "+list(attributeNames())))
	}
	return a.ofIncident(ctx, c.ID, c.drawing, func(_ store.Tx, _ *page, r chart.Record, o chart.Options) (*chart.Picture, error) {
		return chart.Origins(r, fact, o)
	})
}

func attributeNames() []string {
	var out []string
	for _, a := range dateline.Attributes {
		out = append(out, string(a))
	}
	return out
}

// ofList draws a picture of the incidents that the filters choose.
func (a *app) ofList(ctx context.Context, f filters, d drawing, draw func([]*dateline.Incident, string, chart.Options) (*chart.Picture, error)) error {
	return a.view(ctx, func(tx store.Tx) error {
		rows, err := a.selected(ctx, tx, f)
		if err != nil {
			return err
		}
		o, err := d.options(ctx, a, tx)
		if err != nil {
			return err
		}
		all := make([]*dateline.Incident, len(rows))
		for i, row := range rows {
			all[i] = row.Incident
			o.AsOf = max(o.AsOf, row.Changed)
		}
		if a.global.AsOf != "" {
			o.AsOf = a.global.AsOf
		}
		what, err := f.words()
		if err != nil {
			return err
		}
		p, err := draw(all, what, o)
		if err != nil {
			return err
		}
		return a.deliver(p)
	})
}

// words are the filters as they would be written in an address.
func (f filters) words() (string, error) {
	terms, err := f.terms()
	var out []string
	for _, t := range terms {
		not := ""
		if t.Not {
			not = "!"
		}
		if t.Key != "as_of" && t.Key != "limit" && t.Key != "sort" {
			out = append(out, t.Key+not+"="+strings.Join(t.Values, ","))
		}
	}
	return strings.Join(out, " "), err
}

type histogramCmd struct {
	By string `help:"day, week, month or year; default: the finest that fits." enum:",day,week,month,year" default:""`
	filters
	drawing
}

func (c histogramCmd) Run(ctx context.Context, a *app) error {
	return a.ofList(ctx, c.filters, c.drawing, func(all []*dateline.Incident, what string, o chart.Options) (*chart.Picture, error) {
		return chart.Histogram(all, chart.Period(c.By), what, o)
	})
}

type tollCmd struct {
	By string `help:"day, week, month or year; default: the finest that fits." enum:",day,week,month,year" default:""`
	counting
	filters
	drawing
}

func (c tollCmd) Run(ctx context.Context, a *app) error {
	return a.ofList(ctx, c.filters, c.drawing, func(all []*dateline.Incident, what string, o chart.Options) (*chart.Picture, error) {
		return chart.Toll(all, dateline.Measure(c.Measure), dateline.Population(c.Population), chart.Period(c.By), what, o)
	})
}

type mapCmd struct {
	filters
	drawing
}

func (c mapCmd) Run(ctx context.Context, a *app) error {
	return a.ofList(ctx, c.filters, c.drawing, chart.Map)
}

type growthCmd struct {
	File  string `arg:"" help:"A CSV, or - for standard input: names of columns, then x and one to four series."`
	Title string `help:"What is measured."`
	Log   string `help:"Which axes are logarithmic: both, x, y or none." enum:"both,x,y,none" default:"both"`
	drawing
}

func (c growthCmd) Run(a *app) error {
	var in io.Reader = a.stdin
	if c.File != "-" {
		f, err := os.Open(c.File)
		if err != nil {
			return dateline.Errorf(dateline.NotFound, "%w", err)
		}
		defer f.Close()
		in = f
	}
	m, err := chart.ReadMeasured(in)
	if err != nil {
		return dateline.Errorf(dateline.Invalid, "%s: %w", c.File, err)
	}
	m.Title, m.LogX, m.LogY = c.Title, c.Log == "both" || c.Log == "x", c.Log == "both" || c.Log == "y"
	p, err := chart.Growth(m, chart.Options{Width: c.Width, Scale: c.Scale, Theme: chart.Theme(c.Theme), Outline: c.Outline})
	if err != nil {
		return err
	}
	return a.deliver(p)
}
