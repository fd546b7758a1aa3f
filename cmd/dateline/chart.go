package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/chart"
	"github.com/opendateline/dateline/store"
)

type chartCmd struct {
	Ladder    ladderCmd         `cmd:"" help:"Every number that reports give, over low, best and high."`
	Numbers   numbersCmd        `cmd:"" help:"How a number changed over time."`
	Origins   originsPictureCmd `cmd:"" help:"Who got it from whom."`
	Histogram histogramCmd      `cmd:"" help:"Incidents per day, week, month or year."`
	Toll      tollCmd           `cmd:"" help:"People killed per day, week, month or year."`
	Map       mapCmd            `cmd:"" help:"Where incidents happened."`
	Growth    growthCmd         `cmd:"" help:"Measurements from a CSV, on logarithmic axes."`
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

// ofIncident reads an incident, as known now or at --as-of, and has its picture
// drawn. Without --as-of the picture says the time of the newest revision, so
// that the same revision gives the same bytes.
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
		record, err := drawn(ctx, tx, p)
		if err != nil {
			return err
		}
		o, err := d.options(ctx, a, tx)
		if err != nil {
			return err
		}
		if o.AsOf = a.global.AsOf; o.AsOf == "" {
			o.AsOf = p.Revised
		}
		picture, err := draw(tx, p, record, o)
		if err != nil {
			return err
		}
		return a.deliver(picture)
	})
}

// drawn is what pictures need of a page, with the families of its reports.
func drawn(ctx context.Context, tx store.Tx, p *page) (chart.Record, error) {
	r := chart.Record{Incident: &p.Incident, Claims: p.sorted(), Reports: p.Reports, Origins: p.Origins, Public: p.Public, Families: map[dateline.ID]*dateline.Family{}}
	for _, report := range p.Reports {
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
	switch g := a.global; {
	case g.JSON || g.JQ != "" || g.Template != "" || g.Fields != "":
		return dateline.Errorf(dateline.Invalid, "a picture is written as svg, png, txt or csv (-o), not as JSON, by a template or in fields")
	case g.Limit != nil:
		return dateline.Errorf(dateline.Invalid, "a picture of some of the rows would mislead; --limit is for lists, filters (--from, --country, …) are for both")
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
