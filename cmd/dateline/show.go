package main

import (
	"context"
	"fmt"
	"sort"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/wording"
)

type showCmd struct {
	ID string `arg:"" help:"Any id: INC-…, R-…, C-…, S-…, A-…, P-…, O-…, D-…, J-…"`
}

func (c showCmd) Run(ctx context.Context, a *app) error {
	s, err := a.open(ctx)
	if err != nil {
		return err
	}
	return s.View(ctx, func(tx store.Tx) error {
		id, public, err := a.find(ctx, tx, c.ID)
		if err != nil {
			return err
		}
		return a.show(ctx, tx, id, public)
	})
}

// show prints one record of any kind.
func (a *app) show(ctx context.Context, tx store.Tx, id dateline.ID, public dateline.PublicID) error {
	switch id.Prefix() {
	case dateline.PrefixIncident:
		return a.showIncident(ctx, tx, id)
	case dateline.PrefixReport:
		return a.showReport(ctx, tx, id, public)
	case dateline.PrefixClaim:
		return a.showClaim(ctx, tx, id, public)
	case dateline.PrefixDecision:
		return record[dateline.Decision](a, public)(tx.Decision(ctx, id))
	case dateline.PrefixJob:
		return record[dateline.Job](a, public)(tx.Job(ctx, id))
	case dateline.PrefixSource:
		return record[dateline.Source](a, public)(tx.Sources().Get(ctx, id))
	case dateline.PrefixActor:
		return record[dateline.Actor](a, public)(tx.Actors().Get(ctx, id))
	case dateline.PrefixPlace:
		return record[dateline.Place](a, public)(tx.Places().Get(ctx, id))
	case dateline.PrefixOrigin:
		return record[dateline.Origin](a, public)(tx.Origins().Get(ctx, id))
	}
	return dateline.Errorf(dateline.Unsupported, "%s cannot be shown", public)
}

// showClaim prints a claim without words that are sealed or masked.
func (a *app) showClaim(ctx context.Context, tx store.Tx, id dateline.ID, public dateline.PublicID) error {
	c, err := tx.Claim(ctx, id)
	if err != nil {
		return err
	}
	r, err := tx.Report(ctx, c.ReportID)
	if err != nil {
		return err
	}
	return record[dateline.Claim](a, public)(claimForReaders(c, r), nil)
}

// record prints a small record as JSON, the form that says all of it.
func record[T any](a *app, public dateline.PublicID) func(*T, error) error {
	return func(v *T, err error) error {
		if err != nil {
			return err
		}
		a.talk("%s", public)
		return a.writeJSON(v)
	}
}

// page is what a person reads about one incident.
type page struct {
	*dateline.Incident
	claims  map[dateline.ID]*dateline.Claim
	origins map[dateline.ID]*dateline.Origin
	reports map[dateline.ID]*dateline.Report
	names   map[dateline.ID]dateline.PublicID
}

// page reads an incident with everything that it cites.
func (a *app) page(ctx context.Context, tx store.Tx, id dateline.ID) (*page, error) {
	inc, err := tx.Incident(ctx, id)
	if err != nil {
		return nil, err
	}
	p := &page{inc, map[dateline.ID]*dateline.Claim{}, map[dateline.ID]*dateline.Origin{}, map[dateline.ID]*dateline.Report{}, nil}
	for c, err := range tx.ListClaims(ctx, store.ClaimFilter{Incident: id}) {
		if err != nil {
			return nil, err
		}
		p.claims[c.ID] = c
		if p.origins[c.Origin] == nil && c.Origin != "" {
			if p.origins[c.Origin], err = tx.Origins().Get(ctx, c.Origin); err != nil {
				return nil, err
			}
		}
	}
	ids := append([]dateline.ID{}, inc.Reports...)
	for _, r := range inc.Reports {
		if p.reports[r], err = tx.Report(ctx, r); err != nil {
			return nil, err
		}
	}
	for o := range p.origins {
		ids = append(ids, o)
	}
	p.names, err = tx.Public(ctx, ids...)
	return p, err
}

func (a *app) showIncident(ctx context.Context, tx store.Tx, id dateline.ID) error {
	p, err := a.page(ctx, tx, id)
	if err != nil {
		return err
	}
	if f := a.format(); f == "json" || f == "jsonl" {
		return a.writeJSON(p.Incident)
	}
	if err := a.represet(ctx, tx, p); err != nil {
		return err
	}
	w := a.stdout
	fmt.Fprintf(w, "%s · %s · revision %d\n%s\n", p.Public, wording.Status(p.Incident), p.Revision, printable(p.Title))
	if p.MergedInto != "" {
		names, err := tx.Public(ctx, p.MergedInto)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "merged into %s\n", names[p.MergedInto])
	}
	fmt.Fprintf(w, "%s (%s) · %s\n%s\n\n", wording.Date(p.Date.Date), wording.DatePrecision(p.Date.Precision), wording.Place(p.Place.Ref), wording.CountsLine(p.Independence))
	p.facts(a)
	p.figures(a)
	p.disagreements(a)
	p.carriers(a)
	return nil
}

// facts prints a row for every fact that is no number.
func (p *page) facts(a *app) {
	row := func(attr dateline.Attribute, value string, claims []dateline.ID) {
		if value == "" {
			return
		}
		fmt.Fprintf(a.stdout, "%-17s %s  [%s]\n", wording.Fact(attr), printable(value), p.support(attr))
		for _, id := range first(claims, 2) {
			p.quote(a, id)
		}
	}
	row(dateline.AttrDate, wording.Date(p.Date.Date), p.Date.Claims)
	row(dateline.AttrPlace, wording.Place(p.Place.Ref), p.Place.Claims)
	row(dateline.AttrAct, p.Facets.Words(), nil)
	for _, x := range p.Actors {
		row(dateline.AttrPerpetrator, wording.Actor(x.ActorRef)+" ("+wording.Code(string(x.Certainty))+")", x.Claims)
	}
	for _, x := range p.Targets {
		row(dateline.AttrTarget, wording.Target(x.Target), x.Claims)
	}
	for _, x := range p.Responsibility {
		row(dateline.AttrResponsibility, wording.Stance(x.Stance, x.Actor.Name)+", "+x.By, x.Claims)
	}
	for _, x := range p.Texts {
		row(x.Attribute, x.Text, x.Claims)
	}
	fmt.Fprintln(a.stdout)
}

func (p *page) support(attr dateline.Attribute) string {
	s, ok := p.Support[attr]
	if !ok {
		s = dateline.NotReported
	}
	return support(s, p.Independence)
}

func first(ids []dateline.ID, n int) []dateline.ID { return ids[:min(n, len(ids))] }

// quote prints the words of a claim and who says them; the words of an armed
// group's own media are sealed (ETH-4), victims are not named (ETH-2).
func (p *page) quote(a *app, id dateline.ID) {
	c := p.claims[id]
	if c == nil {
		return
	}
	by := p.outlet(c.ReportID)
	if who := wording.Speaker(*c, p.origins[c.Origin]); who != "" {
		by = printable(who) + ", " + by
	}
	fmt.Fprintf(a.stdout, "                    %s — %s\n", p.words(c), by)
}

func (p *page) words(c *dateline.Claim) string {
	if sealed(c) {
		return "[sealed: words of an armed group's own media]"
	}
	if c.Attribute == dateline.AttrKilled && c.Value.Count != nil && c.Value.Count.Qualifier == dateline.NamedPerson {
		return "[a person named]"
	}
	return "“" + clip(printable(masked(p.reports[c.ReportID], c.Span)), 110) + "”"
}

// masked cuts a span out of a report with identifiers blotted out (ETH-10).
func masked(r *dateline.Report, s dateline.Span) string {
	if r == nil {
		return ""
	}
	text := []byte(s.Of(r.Text))
	for _, m := range r.Masked {
		for i := max(m.Start, s.Start); i < min(m.End, s.End); i++ {
			text[i-s.Start] = '*'
		}
	}
	return strings.Join(strings.Fields(string(text)), " ")
}

func clip(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n-1]) + "…"
}

func (p *page) outlet(report dateline.ID) string {
	r := p.reports[report]
	if r == nil {
		return ""
	}
	name := r.Outlet
	if name == "" {
		name = "outlet not known"
	}
	return printable(name) + " " + string(p.names[report])
}

// figures prints each number with its range, rule and claims.
func (p *page) figures(a *app) {
	for _, f := range p.Figures {
		if f.Population != dateline.PopAll && p.same(f) {
			continue
		}
		fmt.Fprintf(a.stdout, "%s, %s: %s   rule %s\n", wording.Measure(f.Measure), wording.Population(f.Population), wording.Figure(f), f.Rule)
		if f.Population == dateline.PopAll {
			fmt.Fprintf(a.stdout, "  %s\n", f.Explanation)
			p.ladder(a, f.Measure)
		}
	}
}

// same says that a figure of a population repeats the one of all.
func (p *page) same(f dateline.Figure) bool {
	all := p.Figure(f.Measure, dateline.PopAll)
	return all != nil && wording.Figure(*all) == wording.Figure(f)
}

// ladder lists the claims of a measure, as said.
func (p *page) ladder(a *app, m dateline.Measure) {
	for _, c := range p.sorted() {
		if c.Value.Count == nil || c.Value.Count.Measure != m {
			continue
		}
		fmt.Fprintf(a.stdout, "  %10s  %-24s %-30s %s\n", wording.Said(*c.Value.Count), clip(wording.Speaker(*c, p.origins[c.Origin]), 24), clip(p.outlet(c.ReportID), 30), p.words(c))
	}
}

func (p *page) sorted() []*dateline.Claim {
	out := make([]*dateline.Claim, 0, len(p.claims))
	for _, c := range p.claims {
		out = append(out, c)
	}
	sort.Slice(out, func(i, k int) bool {
		a, b := out[i], out[k]
		return a.ReportID < b.ReportID || a.ReportID == b.ReportID && (a.Span.Start < b.Span.Start || a.Span.Start == b.Span.Start && a.ID < b.ID)
	})
	return out
}

func (p *page) disagreements(a *app) {
	for _, c := range p.Contradictions {
		fmt.Fprintf(a.stdout, "\n▲ %s (%s, %s)\n  %s\n", wording.Fact(c.Attribute), wording.Severity(c.Severity), c.Status, printable(c.Wording))
		if c.Explanation != "" {
			fmt.Fprintf(a.stdout, "  Possible reason (machine, not checked): %s\n", c.Explanation)
		}
		for _, side := range c.Sides {
			for _, id := range first(side.Claims, 1) {
				if claim := p.claims[id]; claim != nil {
					fmt.Fprintf(a.stdout, "    %s: %s — %s\n", printable(side.Value), p.words(claim), p.outlet(claim.ReportID))
				}
			}
		}
	}
}

func (p *page) carriers(a *app) {
	fmt.Fprintf(a.stdout, "\nReports\n")
	for _, id := range p.Reports {
		r := p.reports[id]
		family := ""
		if r.Family != "" {
			family = "  shares text with another report"
		}
		fmt.Fprintf(a.stdout, "  %s  %s  %s%s\n", p.names[id], wording.Published(r.Published), clip(printable(titleOf(r)), 70), family)
	}
}

func titleOf(r *dateline.Report) string {
	if r.Title != "" {
		return r.Title
	}
	return r.Name
}

// showReport prints what was taken from one report.
func (a *app) showReport(ctx context.Context, tx store.Tx, id dateline.ID, public dateline.PublicID) error {
	r, err := tx.Report(ctx, id)
	if err != nil {
		return err
	}
	if a.format() == "json" {
		return a.writeJSON(forReaders(r))
	}
	reading, version, err := tx.Reading(ctx, id)
	if err != nil {
		return err
	}
	fmt.Fprintf(a.stdout, "%s  %s\n%s · %s · %s · sha256 %.12s · read by %s\n\n", public, printable(titleOf(r)), printable(r.Outlet), wording.Published(r.Published), r.Language, r.SHA256Text, version)
	numbers := map[dateline.ID]int{}
	for _, s := range reading.Passages {
		numbers[s.ID] = s.Sentence
	}
	for _, m := range reading.Mentions {
		home, err := tx.IncidentOf(ctx, m.ID)
		if err != nil {
			return err
		}
		names, err := tx.Public(ctx, home)
		if err != nil {
			return err
		}
		where := "no incident: " + wording.Code(string(m.Kind))
		if home != "" {
			where = string(names[home])
		}
		fmt.Fprintf(a.stdout, "sentence %-3d %-24s %s  “%s”\n", numbers[m.Passages[0]]+1, where, m.Salience, printable(m.TriggerText))
	}
	return nil
}

// represet recomputes the figures under another preset, for this view only.
func (a *app) represet(ctx context.Context, tx store.Tx, p *page) error {
	if a.global.Preset == "dateline-1" {
		return nil
	}
	figures, err := a.figuresUnder(ctx, tx, p)
	if err != nil {
		return err
	}
	p.Figures = figures
	a.talk("Numbers by the rules of %s.", a.global.Preset)
	return nil
}
