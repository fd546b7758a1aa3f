package main

import (
	"context"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/link"
	"github.com/opendateline/dateline/pipeline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/wording"
)

// whyPair scores the accounts of two incidents against each other, the nearest
// first. What was stored about a pair is shown as stored; the others are scored
// as matching would.
func (a *app) whyPair(ctx context.Context, tx store.Tx, x, y dateline.ID) error {
	if x == y {
		return dateline.Errorf(dateline.Invalid, "both ids lead to one incident")
	}
	registry, err := a.registry()
	if err != nil {
		return err
	}
	m, err := pipeline.NewMatcher(pipeline.Registries{Actors: registry}, pipeline.Options{})
	if err != nil {
		return err
	}
	pairs, err := m.Compare(ctx, tx, x, y)
	if err != nil {
		return err
	}
	clear, err := a.clear(ctx, tx, x, y)
	if err != nil {
		return err
	}
	ruling, err := rulingOn(ctx, tx, x, y)
	if err != nil {
		return err
	}
	if a.json() {
		return a.writePairs(ctx, tx, pairs, clear)
	}
	t := &text{to: a.stdout}
	if err := partOf(ctx, tx, t, x, y); err != nil {
		return err
	}
	if ruling != nil {
		t.line("%s by %s on %s: %s\n", wording.Code(string(ruling.Action)), ruling.By, ruling.At, orDash(ruling.Note))
	}
	for _, pair := range pairs[:min(len(pairs), shownPairs)] {
		d, stored, err := storedOn(ctx, tx, pair)
		if err != nil {
			return err
		}
		if err := a.pair(ctx, tx, t, pair, readable([]dateline.Decision{d}, clear)[0], stored); err != nil {
			return err
		}
	}
	a.talk("%s of accounts compared; the nearest %s. One incident from %g, asked about from %g.", plural(len(pairs), "pair"), shownOf(len(pairs)), link.Default.Link, link.Default.Probable)
	return t.err
}

// clear takes the names of private people in some records out of a text.
func (a *app) clear(ctx context.Context, tx store.Tx, ids ...dateline.ID) (func(string) string, error) {
	gate, err := a.gate()
	if err != nil {
		return nil, err
	}
	var all []func(string) string
	for _, id := range ids {
		whole, err := a.record(ctx, tx, id)
		if err != nil {
			return nil, err
		}
		all = append(all, gate.Clear(whole))
	}
	return func(s string) string {
		for _, clear := range all {
			s = clear(s)
		}
		return s
	}, nil
}

// shownPairs is how many pairs of accounts are printed.
const shownPairs = 3

func shownOf(n int) string {
	if n <= shownPairs {
		return "first"
	}
	return itoa(shownPairs) + " shown"
}

// storedOn is the newest stored decision on a pair, else the one that scoring
// gives.
func storedOn(ctx context.Context, tx store.Tx, p link.Pair) (d dateline.Decision, stored bool, err error) {
	d = p.Decision()
	filter := store.DecisionFilter{Target: p.A.ID, Actions: []dateline.Action{dateline.ActLink, dateline.ActSeparate, dateline.ActNotEnough}}
	for s, err := range tx.ListDecisions(ctx, filter) {
		if err != nil {
			return d, false, err
		}
		if !s.Person && len(s.Targets) == 2 && targets(s, p.A.ID) && targets(s, p.B.ID) {
			d, stored = s, true
		}
	}
	return d, stored, nil
}

func targets(d dateline.Decision, id dateline.ID) bool {
	for _, t := range d.Targets {
		if t == id {
			return true
		}
	}
	return false
}

// rulingOn is a person's standing decision on the two incidents, or nil.
func rulingOn(ctx context.Context, tx store.Tx, x, y dateline.ID) (*dateline.Decision, error) {
	var out *dateline.Decision
	for d, err := range tx.ListDecisions(ctx, store.DecisionFilter{Target: x, Persons: true, Standing: true}) {
		if err != nil {
			return nil, err
		}
		if targets(d, y) {
			out = &d
		}
	}
	return out, nil
}

func (a *app) pair(ctx context.Context, tx store.Tx, t *text, p link.Pair, d dateline.Decision, stored bool) error {
	names, err := tx.Public(ctx, p.A.ReportID, p.B.ReportID)
	if err != nil {
		return err
	}
	how := "scored now"
	if stored {
		how = "as stored"
	}
	t.line("%s   score %g   rule %s, %s, %s", verdict(d.Action), d.Score(), d.Rule, d.By, how)
	t.line("  %s “%s” and %s “%s”", names[p.A.ReportID], p.A.TriggerText, names[p.B.ReportID], p.B.TriggerText)
	for _, part := range d.Parts {
		points := 0.0
		if part.Points != nil {
			points = *part.Points
		}
		t.line("  %+5g  %-24s %s", points, part.What, clip(list(part.Values), a.room()-34))
	}
	t.line("")
	return nil
}

func verdict(action dateline.Action) string {
	switch action {
	case dateline.ActLink:
		return "One incident"
	case dateline.ActSeparate:
		return "Two incidents"
	}
	return "Not enough information"
}

func (a *app) writePairs(ctx context.Context, tx store.Tx, pairs []link.Pair, clear func(string) string) error {
	out := []object{}
	for _, p := range pairs {
		d, stored, err := storedOn(ctx, tx, p)
		if err != nil {
			return err
		}
		out = append(out, object{{"a", p.A.ID}, {"b", p.B.ID}, {"score", d.Score()}, {"stored", stored}, {"decision", readable([]dateline.Decision{d}, clear)[0]}})
	}
	return a.writeJSON(out)
}
