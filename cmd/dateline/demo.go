package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sort"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/demo"
	"github.com/opendateline/dateline/pipeline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/store/sqlite"
)

type demoCmd struct {
	Dir   string `help:"Folder for the store, which must not exist yet. Default: one in the user's cache, made anew each time." placeholder:"DIR"`
	Serve bool   `help:"Serve its pages afterwards, until interrupted."`
	serveFlags
}

// Run reads the synthetic reports into a store of its own and shows what a
// newcomer should see first: one record in full, the others as a list, and what
// to try next.
func (c demoCmd) Run(ctx context.Context, a *app) error {
	dir, err := c.dir(ctx, a)
	if err != nil {
		return err
	}
	s, err := sqlite.Create(ctx, dir, sqlite.Options{})
	if err != nil {
		return err
	}
	a.store = s
	// Later commands on this store must know the places and actors of the reports too.
	if err := os.CopyFS(filepath.Join(dir, "own"), demo.Own()); err != nil {
		return dateline.Errorf(dateline.Unavailable, "the names of the demonstration cannot be kept: %w", err)
	}
	if err := s.Update(ctx, func(tx store.Tx) error { return tx.Set(ctx, store.Synthetic, demo.Banner) }); err != nil {
		return err
	}
	p, err := pipeline.New(s, pipeline.Options{Preset: a.global.Preset, Now: a.now, Own: demo.Own(), Ceiling: demo.Ceiling})
	if err != nil {
		return err
	}
	job, err := p.Run(ctx, demo.Reports())
	if err != nil {
		return err
	}
	fmt.Fprintln(a.stdout, demo.Banner)
	a.finished(ctx, s, job)
	if err := s.View(ctx, func(tx store.Tx) error { return a.firstLook(ctx, tx, dir) }); err != nil || !c.Serve {
		return err
	}
	return a.serve(ctx, s, c.Addr)
}

// dir is the folder that was asked for, or the one in the cache with the store
// of an earlier demonstration taken away.
func (c demoCmd) dir(ctx context.Context, a *app) (string, error) {
	if c.Dir != "" {
		return c.Dir, nil
	}
	cache := a.env("XDG_CACHE_HOME")
	if cache == "" {
		cache = filepath.Join(a.env("HOME"), ".cache")
	}
	dir := filepath.Join(cache, "dateline", "demo")
	old, err := sqlite.Open(ctx, dir, sqlite.Options{})
	if dateline.CodeOf(err) == dateline.NotFound {
		return dir, nil
	}
	if err != nil {
		return "", dateline.Errorf(dateline.CodeOf(err), "the store of an earlier demonstration: %w. Remove %s, or name another folder with --dir", err, dir)
	}
	if err := old.Close(); err != nil {
		return "", err
	}
	return dir, os.RemoveAll(dir)
}

// firstLook prints the record that most reports carry, the list of the others,
// and three commands.
func (a *app) firstLook(ctx context.Context, tx store.Tx, dir string) error {
	var rows []store.Row
	for row, err := range tx.ListIncidents(ctx, store.Filter{}) {
		if err != nil {
			return err
		}
		if err := a.forList(ctx, tx, &row); err != nil {
			return err
		}
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		return dateline.Errorf(dateline.Damaged, "the reports of the demonstration gave no incident")
	}
	best := rows[0]
	for _, row := range rows {
		if len(row.Reports) > len(best.Reports) {
			best = row
		}
	}
	fmt.Fprintln(a.stdout)
	if err := a.showIncident(ctx, tx, best.Incident.ID); err != nil {
		return err
	}
	fmt.Fprintf(a.stdout, "\nThe other incidents\n")
	if err := listing(a, incidentColumns[:9], without(rows, best)); err != nil {
		return err
	}
	a.talk("\nTry next:\n  dateline --store %[1]s why %[2]s killed\n  dateline --store %[1]s origins %[2]s\n  dateline --store %[1]s ls --support contested", dir, best.Public)
	return nil
}

// without lists the rows but one, by date.
func without(rows []store.Row, but store.Row) []store.Row {
	var out []store.Row
	for _, row := range rows {
		if row.Incident.ID != but.Incident.ID {
			out = append(out, row)
		}
	}
	sort.SliceStable(out, func(i, k int) bool { return out[i].Date.Earliest < out[k].Date.Earliest })
	return out
}
