package main

import (
	"context"
	"encoding/json"
	"sort"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/export"
	"github.com/opendateline/dateline/pipeline"
	"github.com/opendateline/dateline/reconcile"
	"github.com/opendateline/dateline/resolve/actor"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/wording"
)

// page is what a person may read about one incident: a record that has passed
// the gate, with its claims at hand.
type page struct {
	*export.Record
	claims  map[dateline.ID]*dateline.Claim
	numbers map[dateline.ID]int // sentences by passage, from 1
}

// page reads an incident with everything that it cites, as known now or at
// --as-of, with numbers by --preset.
func (a *app) page(ctx context.Context, tx store.Tx, id dateline.ID) (*page, error) {
	whole, err := a.record(ctx, tx, id)
	if err != nil {
		return nil, err
	}
	if whole.Incident.Figures, err = a.figures(ctx, tx, whole); err != nil {
		return nil, err
	}
	r, err := a.release(whole)
	if err != nil {
		return nil, err
	}
	p := &page{Record: r, claims: map[dateline.ID]*dateline.Claim{}, numbers: map[dateline.ID]int{}}
	for id, s := range whole.Passages {
		p.numbers[id] = s.Sentence + 1
	}
	for i := range r.Claims {
		p.claims[r.Claims[i].ID] = &r.Claims[i]
	}
	return p, nil
}

// release puts a record through the gate (ETH-2, ETH-3, ETH-4, ETH-10, ETH-11).
func (a *app) release(whole export.Record) (*export.Record, error) {
	gate, err := a.gate()
	if err != nil {
		return nil, err
	}
	return gate.Release(whole)
}

// gate finds personal names by the registry of names.
func (a *app) gate() (export.Gate, error) {
	if a.persons == nil {
		registry, err := a.registry()
		if err != nil {
			return export.Gate{}, err
		}
		a.persons = func(r *dateline.Report, sentences []dateline.Passage) []dateline.Span {
			doc := &dateline.Document{Report: r}
			for _, s := range sentences {
				doc.Sentences = append(doc.Sentences, dateline.Sentence{Start: s.Span.Start, End: s.Span.End, Index: s.Sentence})
			}
			var out []dateline.Span
			for _, e := range registry.Find(doc) {
				if e.Kind == dateline.PersonExpression {
					out = append(out, dateline.NewSpan(r.Text, e.Start, e.End))
				}
			}
			return out
		}
	}
	return export.Gate{Persons: a.persons}, nil
}

func (a *app) registry() (*actor.Registry, error) {
	if own := a.own(); own != nil {
		return actor.Open(own)
	}
	return actor.Open()
}

// record reads an incident and what it cites, as stored: it has not passed the
// gate.
func (a *app) record(ctx context.Context, tx store.Tx, id dateline.ID) (export.Record, error) {
	return a.revision(ctx, tx, id, 0)
}

// revision reads a record at a revision by its number; 0 is the newest, or the
// one at --as-of.
func (a *app) revision(ctx context.Context, tx store.Tx, id dateline.ID, n int) (export.Record, error) {
	l := loader{ctx: ctx, tx: tx, r: newRecord()}
	rev, state, err := tx.StateAt(ctx, id, n, a.global.AsOf)
	if dateline.CodeOf(err) == dateline.NotFound && a.global.AsOf != "" {
		return l.r, dateline.Errorf(dateline.NotFound, "that record was not known yet at %s", a.global.AsOf)
	}
	if err != nil {
		return l.r, err
	}
	if err := json.Unmarshal(state, &l.r.Incident); err != nil {
		return l.r, dateline.Errorf(dateline.Damaged, "revision %d of %s cannot be read: %w", rev.N, id, err)
	}
	l.r.Revised = rev.At
	return l.r, l.all()
}

func newRecord() export.Record {
	return export.Record{Reports: map[dateline.ID]*dateline.Report{}, Passages: map[dateline.ID]dateline.Passage{},
		Origins: map[dateline.ID]*dateline.Origin{}, Sources: map[dateline.ID]*dateline.Source{},
		Actors: map[dateline.ID]*dateline.Actor{}, Places: map[dateline.ID]*dateline.Place{}}
}

// loader gathers what a record cites.
type loader struct {
	ctx context.Context
	tx  store.Tx
	r   export.Record
}

func (l *loader) all() error {
	i := &l.r.Incident
	mentions := map[dateline.ID]bool{}
	for _, id := range i.Mentions {
		m, err := l.tx.Mention(l.ctx, id)
		if dateline.CodeOf(err) == dateline.NotFound {
			continue // read anew since, with other mentions
		}
		if err != nil {
			return err
		}
		mentions[id] = true
		l.r.Mentions = append(l.r.Mentions, *m)
	}
	for _, id := range i.Reports {
		if err := l.report(id); err != nil {
			return err
		}
		for c, err := range l.tx.ListClaims(l.ctx, store.ClaimFilter{Report: id}) {
			if err != nil {
				return err
			}
			if mentions[c.MentionID] {
				l.r.Claims = append(l.r.Claims, *c)
			}
		}
	}
	return l.registries()
}

func (l *loader) report(id dateline.ID) error {
	report, err := l.tx.Report(l.ctx, id)
	if err != nil {
		return err
	}
	l.r.Reports[id] = report
	reading, _, err := l.tx.Reading(l.ctx, id)
	if dateline.CodeOf(err) == dateline.NotFound {
		return nil
	}
	if err != nil {
		return err
	}
	for _, p := range reading.Passages {
		l.r.Passages[p.ID] = p
	}
	return nil
}

func (l *loader) registries() error {
	i, ids := &l.r.Incident, []dateline.ID{l.r.Incident.ID}
	for _, c := range l.r.Claims {
		ids = append(ids, c.ID, c.Origin)
		if err := entry(l, l.tx.Origins(), l.r.Origins, c.Origin); err != nil {
			return err
		}
		for _, s := range c.Attribution {
			if err := entry(l, l.tx.Sources(), l.r.Sources, s.Source); err != nil {
				return err
			}
		}
	}
	for id, report := range l.r.Reports {
		ids = append(ids, id)
		if err := entry(l, l.tx.Sources(), l.r.Sources, report.OutletID); err != nil {
			return err
		}
	}
	for _, x := range i.Actors {
		if err := l.actor(x.Actor); err != nil {
			return err
		}
	}
	for _, x := range i.Responsibility {
		if err := l.actor(x.Actor.Actor); err != nil {
			return err
		}
	}
	if i.Place.Ref != nil {
		if err := l.place(i.Place.Ref.Place); err != nil {
			return err
		}
	}
	ids = append(ids, i.Children...)
	if i.Operation != "" {
		ids = append(ids, i.Operation)
	}
	var err error
	l.r.Public, err = l.tx.Public(l.ctx, ids...)
	i.Public = l.r.Public[i.ID]
	return err
}

// actor takes an actor with those it is part of.
func (l *loader) actor(id dateline.ID) error {
	if err := entry(l, l.tx.Actors(), l.r.Actors, id); err != nil || l.r.Actors[id] == nil {
		return err
	}
	for _, p := range l.r.Actors[id].Parents {
		if err := entry(l, l.tx.Actors(), l.r.Actors, p.Actor); err != nil {
			return err
		}
	}
	return nil
}

// place takes a place with the one that it lies in.
func (l *loader) place(id dateline.ID) error {
	if err := entry(l, l.tx.Places(), l.r.Places, id); err != nil || l.r.Places[id] == nil {
		return err
	}
	return entry(l, l.tx.Places(), l.r.Places, l.r.Places[id].Parent)
}

// entry reads a registry entry once; one that the store does not keep is left
// out.
func entry[T any](l *loader, from store.Registry[T], into map[dateline.ID]*T, id dateline.ID) error {
	if id == "" || into[id] != nil {
		return nil
	}
	x, err := from.Get(l.ctx, id)
	if dateline.CodeOf(err) == dateline.NotFound {
		return nil
	}
	if err == nil {
		into[id] = x
	}
	return err
}

// figures are the figures of a record by --preset; the stored ones under the
// default.
func (a *app) figures(ctx context.Context, tx store.Tx, r export.Record) ([]dateline.Figure, error) {
	if a.global.Preset == "dateline-1" {
		return r.Incident.Figures, nil
	}
	return presets{ctx, a, tx}.Under(a.global.Preset, r)
}

// presets reconciles stored claims under a named preset, for views and exports.
type presets struct {
	ctx context.Context
	app *app
	tx  store.Tx
}

func (p presets) Under(preset string, r export.Record) ([]dateline.Figure, error) {
	inc, _, err := p.reconciled(preset, r)
	return inc.Figures, err
}

func (p presets) reconciled(preset string, r export.Record) (dateline.Incident, []dateline.Decision, error) {
	registry, err := p.app.registry()
	if err != nil {
		return dateline.Incident{}, nil, err
	}
	m, err := pipeline.NewMatcher(pipeline.Registries{Actors: registry}, pipeline.Options{Preset: preset})
	if err != nil {
		return dateline.Incident{}, nil, err
	}
	in, err := p.input(r)
	if err != nil {
		return dateline.Incident{}, nil, err
	}
	inc, decisions := m.Reconcile.Incident(in)
	return inc, decisions, nil
}

// input is what reconciling an incident again starts from, with what people
// decided about it.
func (p presets) input(r export.Record) (reconcile.Input, error) {
	in := undecided(r)
	for d, err := range p.tx.ListDecisions(p.ctx, store.DecisionFilter{Target: r.Incident.ID, Persons: true, Standing: true}) {
		if err != nil {
			return in, err
		}
		in.Decisions = append(in.Decisions, d)
	}
	return in, nil
}

// undecided is what the reports alone give.
func undecided(r export.Record) reconcile.Input {
	in := reconcile.Input{Incident: r.Incident.ID, Mentions: r.Mentions, Claims: r.Claims, Reports: r.Reports,
		Origins: map[dateline.ID]dateline.Origin{}, Probable: map[dateline.ID]bool{}}
	for id, o := range r.Origins {
		in.Origins[id] = *o
	}
	for _, id := range r.Incident.Probable {
		in.Probable[id] = true
	}
	return in
}

// banner says what a view is not: the record of today, the default rules.
func (a *app) banner() {
	if a.global.AsOf != "" {
		a.talk("You are reading this as known on %s.", a.global.AsOf)
	}
	if a.global.Preset != "dateline-1" {
		a.talk("Numbers by the rules of %s. Dateline's own: without --preset", a.global.Preset)
	}
}

// words are the words of a claim, or why they are not shown.
func (p *page) words(c *dateline.Claim) string {
	if s := p.Sealed(*c); s != export.Open {
		return s.Words()
	}
	return "“" + oneLineOf(c.Exact) + "”"
}

// from is the outlet of a report with its id.
func (p *page) from(report dateline.ID) string {
	name := p.Outlet(report)
	if name == "" {
		name = "outlet not known"
	}
	return name + " " + string(p.Public[report])
}

// by is who says a claim, with the outlet.
func (p *page) by(c *dateline.Claim) string {
	by := p.from(c.ReportID)
	if who := wording.Speaker(*c, p.Origins[c.Origin]); who != "" {
		by = who + ", " + by
	}
	return by
}

// sorted are the claims by report and place in the text.
func (p *page) sorted() []*dateline.Claim {
	out := make([]*dateline.Claim, 0, len(p.claims))
	for _, c := range p.claims {
		out = append(out, c)
	}
	order := map[dateline.ID]int{}
	for i, r := range p.InOrder() {
		order[r.ID] = i
	}
	sort.Slice(out, func(i, k int) bool {
		a, b := out[i], out[k]
		switch {
		case a.ReportID != b.ReportID:
			return order[a.ReportID] < order[b.ReportID]
		case a.Span.Start != b.Span.Start:
			return a.Span.Start < b.Span.Start
		}
		return a.ID < b.ID
	})
	return out
}

func clip(s string, n int) string {
	r := []rune(s)
	if n < 2 || len(r) <= n {
		return s
	}
	return string(r[:n-1]) + "…"
}
