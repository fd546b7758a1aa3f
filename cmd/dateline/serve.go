package main

import (
	"context"
	"log/slog"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/reconcile"
	"github.com/opendateline/dateline/serve"
	"github.com/opendateline/dateline/serve/web"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/store/sqlite"
	"github.com/opendateline/dateline/wording"
)

// serveFlags are those of every command that serves pages.
type serveFlags struct {
	Addr string `help:"HOST:PORT to listen on; loopback only, because there is no sign-in." default:"127.0.0.1:8437"`
}

type serveCmd struct {
	serveFlags
	ReadOnly bool `help:"Open the store so that nothing can be written to it, not even by a newer schema."`
}

// Run serves the pages of the store until it is interrupted.
func (c serveCmd) Run(ctx context.Context, a *app) error {
	if c.ReadOnly {
		s, err := sqlite.Open(ctx, a.storeDir(), sqlite.Options{ReadOnly: true})
		if err != nil {
			return err
		}
		a.store = s
	}
	s, err := a.open(ctx)
	if err != nil {
		return err
	}
	return a.serve(ctx, s, c.Addr)
}

// serve answers at an address until ctx ends.
func (a *app) serve(ctx context.Context, s store.Store, addr string) error {
	rules, err := a.rules()
	if err != nil {
		return err
	}
	gate, err := a.gate()
	if err != nil {
		return err
	}
	site, err := web.New(web.Options{Store: s, Gate: gate, Rules: rules, Log: slog.New(slog.NewTextHandler(a.stderr, nil)), Now: a.now, Timeline: a.timeline})
	if err != nil {
		return err
	}
	return serve.Run(ctx, serve.Options{Addr: addr, Handler: site.Handler(), Ready: func(url string) { a.talk("Serving at %s (Ctrl C stops)", url) }})
}

// rules are all presets in words, the one in use first.
func (a *app) rules() ([]web.Rules, error) {
	var out []web.Rules
	for _, name := range reconcile.Presets {
		preset, err := reconcile.Preset(name)
		if err != nil {
			return nil, err
		}
		r := rulesInWords(preset.Describe())
		r.Active = name == a.global.Preset
		if r.Active {
			out = append([]web.Rules{r}, out...)
		} else {
			out = append(out, r)
		}
	}
	if len(out) == 0 || !out[0].Active {
		return nil, dateline.Errorf(dateline.Invalid, "unknown preset %q", a.global.Preset)
	}
	return out, nil
}

// rulesInWords puts what a preset does into the words of the page on rules
// (ETH-18).
func rulesInWords(d reconcile.Description) web.Rules {
	r := web.Rules{Name: d.Name, Version: d.Version, Injured: d.LaterDeaths, Low: "not given", High: "not given", Counts: "everybody, and each group that a report counts apart, in figures of their own"}
	if d.Low {
		r.Low = "the least that is said, among " + strings.Join(d.Voices, ", ")
	}
	if d.High {
		r.High = "the most that is said, among " + strings.Join(d.Ceiling, ", ") + "; “or more” where the largest number is said to be a least one"
	}
	if d.Populations != nil {
		var words []string
		for _, p := range d.Populations {
			words = append(words, wording.Population(p))
		}
		r.Counts = strings.Join(words, "; ")
	}
	for i, because := range d.Ladder {
		r.Ladder = append(r.Ladder, web.Rung{N: i + 1, Words: because})
	}
	return r
}
