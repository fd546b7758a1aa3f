package main

import (
	"context"
	"fmt"
	"os"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/demo"
	"github.com/opendateline/dateline/pipeline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/store/sqlite"
)

type demoCmd struct {
	Dir string `help:"Folder for the store. Default: a temporary one that is removed again." placeholder:"DIR"`
}

// Run reads the synthetic reports into a store of its own and shows the list
// and the record that most reports carry.
func (c demoCmd) Run(ctx context.Context, a *app) error {
	dir := c.Dir
	if dir == "" {
		tmp, err := os.MkdirTemp("", "dateline-demo-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(tmp)
		dir = tmp
	}
	s, err := sqlite.Create(ctx, dir, sqlite.Options{})
	if err != nil {
		return err
	}
	a.store = s
	p, err := pipeline.New(s, pipeline.Options{Preset: a.global.Preset, Now: a.now, Ceiling: "2031-12-31"})
	if err != nil {
		return err
	}
	job, err := p.Run(ctx, demo.Reports())
	if err != nil {
		return err
	}
	a.talk("%s", demo.Banner)
	a.finished(ctx, s, job)
	if c.Dir != "" {
		a.talk("Look around: dateline --store %s ls", dir)
	}
	return s.View(ctx, a.demoPages(ctx))
}

func (a *app) demoPages(ctx context.Context) func(store.Tx) error {
	return func(tx store.Tx) error {
		var rows []store.Row
		var most dateline.ID
		reports := 0
		for row, err := range tx.ListIncidents(ctx, store.Filter{}) {
			if err != nil {
				return err
			}
			rows = append(rows, row)
			if len(row.Reports) > reports {
				most, reports = row.Incident.ID, len(row.Reports)
			}
		}
		if err := listing(a, incidentColumns[:9], rows); err != nil {
			return err
		}
		fmt.Fprintln(a.stdout)
		return a.showIncident(ctx, tx, most)
	}
}
