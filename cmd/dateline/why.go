package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/reconcile"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/wording"
)

type whyCmd struct {
	ID   string `arg:"" help:"An incident."`
	What string `arg:"" optional:"" help:"A fact (killed, date, place …) or a second incident."`
}

func (c whyCmd) Run(ctx context.Context, a *app) error {
	s, err := a.open(ctx)
	if err != nil {
		return err
	}
	return s.View(ctx, func(tx store.Tx) error {
		id, _, err := a.find(ctx, tx, c.ID)
		if err != nil {
			return err
		}
		if strings.Contains(c.What, "-") {
			second, _, err := a.find(ctx, tx, c.What)
			if err != nil {
				return err
			}
			return a.whyPair(ctx, tx, id, second)
		}
		return a.whyFact(ctx, tx, id, c.What)
	})
}

// whyFact prints the stored decisions about a fact, as they were made.
func (a *app) whyFact(ctx context.Context, tx store.Tx, id dateline.ID, fact string) error {
	p, err := a.page(ctx, tx, id)
	if err != nil {
		return err
	}
	decisions, err := latest(ctx, tx, id)
	if err != nil {
		return err
	}
	if fact != "" {
		decisions = reconcile.Why(decisions, fact)
	}
	if a.format() == "json" {
		return a.writeJSON(decisions)
	}
	if len(decisions) == 0 {
		a.talk("Nothing was decided about %q. Facts with reasons: date, place, killed, wounded … (dateline why %s)", fact, p.Public)
		a.exit = exitNo
		return nil
	}
	for _, d := range decisions {
		p.explain(a, d)
	}
	if fact != "" {
		a.talk("Cite: dateline cite %s#%s", p.Public, fact)
	}
	return nil
}

// latest gives the newest decision on each matter of an incident.
func latest(ctx context.Context, tx store.Tx, id dateline.ID) ([]dateline.Decision, error) {
	var out []dateline.Decision
	at := map[string]int{}
	for d, err := range tx.ListDecisions(ctx, store.DecisionFilter{Target: id}) {
		if err != nil {
			return nil, err
		}
		if d.Action != dateline.ActChoose {
			continue
		}
		if i, seen := at[d.Note]; seen {
			out[i] = d
			continue
		}
		at[d.Note] = len(out)
		out = append(out, d)
	}
	return out, nil
}

// explain prints one decision with its parts and what was not chosen.
func (p *page) explain(a *app, d dateline.Decision) {
	fmt.Fprintf(a.stdout, "%s: %s   rule %s, %s\n\n", wording.Code(d.Note), d.After, d.Rule, d.By)
	for _, part := range d.Parts {
		p.part(a, part)
	}
	if len(d.RunnersUp) > 0 {
		fmt.Fprintf(a.stdout, "\nNot chosen: %s\n", printable(strings.Join(d.RunnersUp, ", ")))
	}
	fmt.Fprintln(a.stdout)
}

func (p *page) part(a *app, part dateline.Part) {
	points := ""
	if part.Points != nil {
		points = fmt.Sprintf("%+g ", *part.Points)
	}
	fmt.Fprintf(a.stdout, "  %s%-28s %s\n", points, clip(printable(strings.Join(part.Values, " · ")), 60), part.What)
	for _, id := range part.Claims {
		if c := p.claims[id]; c != nil {
			fmt.Fprintf(a.stdout, "      %s — %s\n", p.words(c), p.outlet(c.ReportID))
		}
	}
}

// whyPair prints the stored comparisons between the mentions of two incidents.
func (a *app) whyPair(ctx context.Context, tx store.Tx, x, y dateline.ID) error {
	left, err := members(ctx, tx, x)
	if err != nil {
		return err
	}
	right, err := members(ctx, tx, y)
	if err != nil {
		return err
	}
	var found []dateline.Decision
	for id := range left {
		for d, err := range tx.ListDecisions(ctx, store.DecisionFilter{Target: id, Actions: []dateline.Action{dateline.ActLink, dateline.ActSeparate}}) {
			if err != nil {
				return err
			}
			if touches(d, right) {
				found = append(found, d)
			}
		}
	}
	if len(found) == 0 {
		a.talk("These two never came near each other: no place, date, target, actor or rare word in common. Nothing was scored.")
		return nil
	}
	if a.format() == "json" {
		return a.writeJSON(found)
	}
	for _, d := range found {
		fmt.Fprintf(a.stdout, "%s   score %g   rule %s, %s\n", wording.Code(string(d.Action)), d.Score(), d.Rule, d.By)
		for _, part := range d.Parts {
			(&page{}).part(a, part)
		}
		fmt.Fprintln(a.stdout)
	}
	return nil
}

func members(ctx context.Context, tx store.Tx, id dateline.ID) (map[dateline.ID]bool, error) {
	out := map[dateline.ID]bool{}
	for m, err := range tx.ListMentions(ctx, store.MentionFilter{Incident: id}) {
		if err != nil {
			return nil, err
		}
		out[m.ID] = true
	}
	return out, nil
}

func touches(d dateline.Decision, ids map[dateline.ID]bool) bool {
	for _, t := range d.Targets {
		if ids[t] {
			return true
		}
	}
	return false
}

// figuresUnder reconciles the stored claims of an incident under the preset.
func (a *app) figuresUnder(ctx context.Context, tx store.Tx, p *page) ([]dateline.Figure, error) {
	rules, err := reconcile.Preset(a.global.Preset)
	if err != nil {
		return nil, err
	}
	in, err := input(ctx, tx, p)
	if err != nil {
		return nil, err
	}
	inc, _ := (&reconcile.Reconciler{Rules: rules}).Incident(in)
	return inc.Figures, nil
}

// input is what reconciling a page's incident again starts from.
func input(ctx context.Context, tx store.Tx, p *page) (reconcile.Input, error) {
	in := reconcile.Input{Incident: p.ID, Origins: map[dateline.ID]dateline.Origin{}, Reports: p.reports}
	for m, err := range tx.ListMentions(ctx, store.MentionFilter{Incident: p.ID}) {
		if err != nil {
			return in, err
		}
		in.Mentions = append(in.Mentions, *m)
	}
	for _, c := range p.sorted() {
		in.Claims = append(in.Claims, *c)
	}
	for id, o := range p.origins {
		in.Origins[id] = *o
	}
	return in, nil
}

type originsCmd struct {
	ID string `arg:"" help:"An incident."`
}

// Run prints the origins of an incident, each with the reports that carry it.
func (c originsCmd) Run(ctx context.Context, a *app) error {
	s, err := a.open(ctx)
	if err != nil {
		return err
	}
	return s.View(ctx, func(tx store.Tx) error {
		id, _, err := a.find(ctx, tx, c.ID)
		if err != nil {
			return err
		}
		p, err := a.page(ctx, tx, id)
		if err != nil {
			return err
		}
		if a.format() == "json" {
			return a.writeJSON(p.origins)
		}
		fmt.Fprintf(a.stdout, "%s\n", wording.CountsLine(p.Independence))
		byOrigin := map[dateline.ID][]*dateline.Claim{}
		var order []dateline.ID
		for _, claim := range p.sorted() {
			if byOrigin[claim.Origin] == nil {
				order = append(order, claim.Origin)
			}
			byOrigin[claim.Origin] = append(byOrigin[claim.Origin], claim)
		}
		for _, o := range order {
			p.tree(a, o, byOrigin[o])
		}
		return nil
	})
}

func (p *page) tree(a *app, id dateline.ID, claims []*dateline.Claim) {
	o := p.origins[id]
	if o == nil {
		return
	}
	mark := ""
	if o.Interested {
		mark = "  (a party to the incident)"
	}
	fmt.Fprintf(a.stdout, "\n%s  %s: %s%s\n", p.names[id], wording.OriginKind(o.Kind), printable(wording.Speaker(*claims[0], o)), mark)
	facts := map[dateline.ID][]string{}
	var order []dateline.ID
	for _, c := range claims {
		if facts[c.ReportID] == nil {
			order = append(order, c.ReportID)
		}
		facts[c.ReportID] = addWord(facts[c.ReportID], string(c.Attribute))
	}
	for _, r := range order {
		fmt.Fprintf(a.stdout, "  └ %s   %s\n", p.outlet(r), strings.Join(facts[r], ", "))
	}
}

func addWord(list []string, w string) []string {
	for _, x := range list {
		if x == w {
			return list
		}
	}
	return append(list, w)
}
