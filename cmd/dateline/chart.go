package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/chart"
	"github.com/opendateline/dateline/reconcile"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/wording"
)

type chartCmd struct {
	Ladder  ladderCmd  `cmd:"" help:"Every number that reports give, over low, best and high."`
	Numbers numbersCmd `cmd:"" help:"How a number changed over time."`
}

// drawing are the flags that every picture takes.
type drawing struct {
	Width   float64 `help:"CSS pixels; below 480 it is laid out for a phone." default:"720"`
	Scale   float64 `help:"Pixels of a PNG for each CSS pixel." default:"2"`
	Theme   string  `help:"light, dark or print." enum:"light,dark,print" default:"light"`
	Outline bool    `help:"SVG with text as paths."`
}

// options joins the flags with what the store says of its data.
func (d drawing) options(ctx context.Context, a *app, tx store.Tx) (chart.Options, error) {
	o := chart.Options{Width: d.Width, Scale: d.Scale, Theme: chart.Theme(d.Theme), Outline: d.Outline}
	if a.global.Preset != "dateline-1" {
		o.Preset = a.global.Preset
	}
	var err error
	o.Synthetic, err = tx.Setting(ctx, store.Synthetic)
	return o, err
}

// ofIncident reads an incident and has its picture drawn as of its newest
// revision, so that the same revision gives the same bytes.
func (a *app) ofIncident(ctx context.Context, typed string, d drawing, draw func(store.Tx, *page, chart.Record, chart.Options) (*chart.Picture, error)) error {
	return a.view(ctx, func(tx store.Tx) error {
		id, public, err := a.find(ctx, tx, typed)
		if err != nil {
			return err
		}
		if id.Prefix() != dateline.PrefixIncident {
			return dateline.Errorf(dateline.Unsupported, "%s is no incident; this picture is of one (INC-…)", public)
		}
		p, err := a.page(ctx, tx, id)
		if err != nil {
			return err
		}
		if err := a.represet(ctx, tx, p); err != nil {
			return err
		}
		record, err := drawn(ctx, tx, p)
		if err != nil {
			return err
		}
		o, err := d.options(ctx, a, tx)
		if err != nil {
			return err
		}
		rev, _, err := tx.StateAt(ctx, id, 0, "")
		if err != nil {
			return err
		}
		o.AsOf = rev.At
		picture, err := draw(tx, p, record, o)
		if err != nil {
			return err
		}
		return a.deliver(picture)
	})
}

// drawn is what pictures need of a page, with the families of its reports.
func drawn(ctx context.Context, tx store.Tx, p *page) (chart.Record, error) {
	r := chart.Record{Incident: p.Incident, Claims: p.sorted(), Reports: p.reports, Origins: p.origins, Public: p.names, Families: map[dateline.ID]*dateline.Family{}}
	for _, report := range p.reports {
		if report.Family == "" || r.Families[report.Family] != nil {
			continue
		}
		f, err := tx.Families().Get(ctx, report.Family)
		if err != nil && dateline.CodeOf(err) != dateline.NotFound {
			return r, err
		}
		if err == nil {
			r.Families[f.ID] = f
		}
	}
	return r, nil
}

// deliver writes a picture in the form or into the file that -o names.
func (a *app) deliver(p *chart.Picture) error {
	to := a.global.Output
	if a.global.JSON || a.global.JQ != "" || a.global.Fields != "" {
		return dateline.Errorf(dateline.Invalid, "a picture is written as svg, png, txt or csv (-o), not as JSON or fields")
	}
	form := to
	if form == "" {
		form = "txt"
		if p.Lines == nil {
			form = "svg"
		}
	}
	if write := written(p, form); write != nil {
		if form == "png" && a.tty {
			return dateline.Errorf(dateline.Invalid, "a PNG is not for the terminal; name a file: -o picture.png")
		}
		return write(a.stdout)
	}
	write := written(p, strings.TrimPrefix(filepath.Ext(to), "."))
	if write == nil {
		return dateline.Errorf(dateline.Invalid, "-o %s: a picture is svg, png, txt or csv, or a file with one of these endings. Nothing was written", to)
	}
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}
	if a.global.DryRun {
		a.talk("Would write %s (%d bytes).", to, b.Len())
		return nil
	}
	if err := os.WriteFile(to, b.Bytes(), 0o644); err != nil {
		return dateline.Errorf(dateline.Unavailable, "%w. The picture is not complete; remove the file and name another", err)
	}
	a.talk("Wrote %s.", to)
	return nil
}

func written(p *chart.Picture, form string) func(io.Writer) error {
	switch form {
	case "svg":
		return p.SVG
	case "png":
		return p.PNG
	case "txt":
		return p.Text
	case "csv":
		return p.CSV
	}
	return nil
}

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
		steps, err := a.published(ctx, tx, p, measure, population)
		if c.Clock == string(chart.Learned) {
			steps, err = learned(ctx, tx, p.ID, measure, population)
		}
		if err != nil {
			return nil, err
		}
		return chart.Numbers(r, steps, measure, population, chart.Clock(c.Clock), o)
	})
}

// published reconciles a figure again at each time at which a report appeared.
func (a *app) published(ctx context.Context, tx store.Tx, p *page, m dateline.Measure, pop dateline.Population) ([]chart.Step, error) {
	rules, err := reconcile.Preset(a.global.Preset)
	if err != nil {
		return nil, err
	}
	in, err := input(ctx, tx, p)
	if err != nil {
		return nil, err
	}
	var out []chart.Step
	for _, s := range (&reconcile.Reconciler{Rules: rules}).Timeline(in, m, pop) {
		var by []string
		for _, r := range s.Reports {
			by = append(by, p.outlet(r))
		}
		out = append(out, chart.Step{At: s.At, Figure: s.Figure, Cause: strings.Join(by, ", ")})
	}
	return out, nil
}

// learned takes a figure from every stored revision of an incident.
func learned(ctx context.Context, tx store.Tx, id dateline.ID, m dateline.Measure, pop dateline.Population) ([]chart.Step, error) {
	var out []chart.Step
	for rev, err := range tx.Revisions(ctx, store.RevisionFilter{Record: id}) {
		if err != nil {
			return nil, err
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
