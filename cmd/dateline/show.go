package main

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/wording"
)

type showCmd struct {
	ID string `arg:"" help:"Any id: INC-…, R-…, C-…, S-…, A-…, P-…, O-…, D-…, J-…"`
}

func (c showCmd) Run(ctx context.Context, a *app) error {
	return a.view(ctx, func(tx store.Tx) error {
		id, public, err := a.find(ctx, tx, c.ID)
		if err != nil {
			return err
		}
		return a.show(ctx, tx, id, public)
	})
}

// show prints one record of any kind.
func (a *app) show(ctx context.Context, tx store.Tx, id dateline.ID, public dateline.PublicID) error {
	if id.Prefix() != dateline.PrefixIncident && a.global.Fields != "" {
		return dateline.Errorf(dateline.Invalid, "--fields chooses fields of incidents; %s is none. --json with --jq picks parts of it", public)
	}
	switch id.Prefix() {
	case dateline.PrefixIncident:
		return a.showIncident(ctx, tx, id)
	case dateline.PrefixReport:
		return a.showReport(ctx, tx, id, public)
	case dateline.PrefixClaim:
		return a.showClaim(ctx, tx, id)
	case dateline.PrefixDecision:
		d, err := tx.Decision(ctx, id)
		if err != nil {
			return err
		}
		return a.showDecision(ctx, tx, *d)
	case dateline.PrefixJob:
		return a.jobStatus(ctx, tx, id)
	case dateline.PrefixSource:
		return small[dateline.Source](a)(tx.Sources().Get(ctx, id))
	case dateline.PrefixActor:
		return small[dateline.Actor](a)(tx.Actors().Get(ctx, id))
	case dateline.PrefixPlace:
		return small[dateline.Place](a)(tx.Places().Get(ctx, id))
	case dateline.PrefixOrigin:
		return small[dateline.Origin](a)(tx.Origins().Get(ctx, id))
	}
	return dateline.Errorf(dateline.Unsupported, "%s cannot be shown", public)
}

// small prints an entry of a registry as JSON, the form that says all of it.
func small[T any](a *app) func(*T, error) error {
	return func(v *T, err error) error {
		if err != nil {
			return err
		}
		return a.writeJSON(v)
	}
}

// showClaim prints one claim of a report as it may be read.
func (a *app) showClaim(ctx context.Context, tx store.Tx, id dateline.ID) error {
	c, err := tx.Claim(ctx, id)
	if err != nil {
		return err
	}
	r, err := a.releasedReport(ctx, tx, c.ReportID)
	if err != nil {
		return err
	}
	for _, told := range r.Claims {
		if told.ID == id {
			return a.writeJSON(r.Told(told))
		}
	}
	return dateline.Errorf(dateline.NotFound, "that claim is suppressed")
}

func (a *app) showIncident(ctx context.Context, tx store.Tx, id dateline.ID) error {
	p, err := a.page(ctx, tx, id)
	if err != nil {
		return err
	}
	a.banner()
	if f := a.format(); a.global.Fields != "" || f == "csv" || a.global.Output == "tsv" || a.global.Output == "table" {
		return a.oneRow(ctx, tx, p)
	}
	if a.json() {
		return a.writeJSON(p.Handout())
	}
	became, err := a.became(ctx, tx, p)
	if err != nil {
		return err
	}
	t := &text{to: a.stdout}
	p.heading(a, t, became)
	if err := a.operation(ctx, tx, &p.Incident, t); err != nil {
		return err
	}
	p.facts(t, a.room())
	p.figures(t, a.room())
	p.disagreements(t, a.room())
	if err := a.related(ctx, tx, p, t); err != nil {
		return err
	}
	p.carriers(t, a.room())
	return t.err
}

// oneRow writes an incident as a list of one would hold it; as JSON it is one
// object and no list.
func (a *app) oneRow(ctx context.Context, tx store.Tx, p *page) error {
	row := store.Row{Incident: &p.Incident, Changed: p.Revised}
	if !a.json() || a.global.Fields == "help" {
		return listing(a, incidentColumns, []store.Row{row})
	}
	chosen, err := choose(a, incidentColumns)
	if err != nil {
		return err
	}
	return a.writeJSON(objects(a, chosen, []store.Row{row})[0])
}

// room is the width that texts are cut to: of the terminal, else 100.
func (a *app) room() int {
	if a.tty && a.width > 0 {
		return max(a.width, 60)
	}
	return 100
}

// became says what a record that was merged, split or retracted leads to.
func (a *app) became(ctx context.Context, tx store.Tx, p *page) (string, error) {
	ids := p.Incident.SplitInto
	if p.Incident.MergedInto != "" {
		ids = append(ids, p.Incident.MergedInto)
	}
	if p.Incident.SplitFrom != "" {
		ids = append(ids, p.Incident.SplitFrom)
	}
	names, err := tx.Public(ctx, ids...)
	var out []string
	if to := p.Incident.MergedInto; to != "" {
		out = append(out, "merged into "+string(names[to]))
	}
	for i, to := range p.Incident.SplitInto {
		if i == 0 {
			out = append(out, "split into "+string(names[to]))
		} else {
			out = append(out, string(names[to]))
		}
	}
	if from := p.Incident.SplitFrom; from != "" {
		out = append(out, "split from "+string(names[from]))
	}
	return strings.Join(out, ", "), err
}

func (p *page) heading(a *app, t *text, became string) {
	i := &p.Incident
	t.line("%s · %s · revision %d", i.Public, wording.Status(i), i.Revision)
	if t.err == nil {
		_, t.err = fmt.Fprintln(a.stdout, a.bold(printable(i.Title)))
	}
	if became != "" {
		t.line("%s", became)
	}
	t.line("%s\n", wording.CountsLine(i.Independence))
}

// label is the width of the column of labels.
const label = 20

func filled(words ...string) []string {
	var out []string
	for _, w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}

// titleOf is the title of a report, or the last part of where it came from.
func titleOf(r *dateline.Report) string {
	if r.Title != "" {
		return r.Title
	}
	return r.Name[strings.LastIndexAny(r.Name, `/\`)+1:]
}

// wrapped breaks a text into lines of a width, indented.
func wrapped(s string, indent, width int) string {
	var b strings.Builder
	pad, at := strings.Repeat(" ", indent), 0
	for i, w := range strings.Fields(s) {
		n := utf8.RuneCountInString(w)
		switch {
		case i == 0:
			b.WriteString(pad)
			at = indent
		case at+1+n > width:
			b.WriteString("\n" + pad)
			at = indent
		default:
			b.WriteByte(' ')
			at++
		}
		b.WriteString(w)
		at += n
	}
	return b.String()
}

// shortened cuts an outlet with its id to a width and keeps the id whole.
func shortened(s string, width int) string {
	if utf8.RuneCountInString(s) <= width {
		return s
	}
	if i := strings.LastIndexByte(s, ' '); i > 0 && width > len(s[i:])+4 {
		return clip(s[:i], width-len(s[i:])) + s[i:]
	}
	return clip(s, width)
}

// fitted is shortened, and filled up with blanks.
func fitted(s string, width int) string {
	s = shortened(s, width)
	return s + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
}

// sentencesShown is how many sentences of a side of a contradiction are printed.
const sentencesShown = 3
