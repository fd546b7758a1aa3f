package main

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/export"
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

// facts prints a row for every fact that is no number, each with the sentence
// that says it best.
func (p *page) facts(t *text, width int) {
	i, last := &p.Incident, ""
	row := func(attr dateline.Attribute, value string, claims []dateline.ID) {
		if value == "" {
			return
		}
		name := wording.Fact(attr)
		if attr == dateline.AttrResponsibility {
			name, value, _ = strings.Cut(value, "\t")
		}
		if name == last {
			name = ""
		} else {
			last = name
		}
		state := ""
		if s, ok := i.Support[attr]; ok && name != "" {
			least, most := p.origins(claims)
			state = "   [" + support(s, least, most) + "]"
		}
		t.line("%-*s %s%s", label, name, value, state)
		p.quote(t, claims, width)
	}
	row(dateline.AttrDate, wording.DateAndPrecision(i.Date.Date), i.Date.Claims)
	row(dateline.AttrPlace, placeLine(i.Place.Ref), i.Place.Claims)
	row(dateline.AttrAct, i.Facets.Words(), p.saying(dateline.AttrAct, dateline.AttrOccurred))
	row(dateline.AttrMeans, wording.Means(i.Facets.Means), p.saying(dateline.AttrMeans))
	for _, x := range i.Actors {
		row(roleFact(x.Role), wording.Actor(x.ActorRef)+certainty(x.Certainty), x.Claims)
	}
	for _, x := range i.Targets {
		row(dateline.AttrTarget, wording.Target(x.Target), x.Claims)
	}
	for _, x := range i.Responsibility {
		label, value := responsibility(x)
		row(dateline.AttrResponsibility, label+"\t"+value, x.Claims)
	}
	for _, x := range i.Texts {
		row(x.Attribute, x.Text, x.Claims)
	}
	t.line("")
}

// origins counts the independent origins behind claims: those of known kind,
// at least one, and all of them (IND-5). Parties to the incident count apart.
func (p *page) origins(claims []dateline.ID) (least, most int) {
	seen := map[dateline.ID]bool{}
	for _, id := range claims {
		c := p.claims[id]
		if c == nil || seen[c.Origin] {
			continue
		}
		seen[c.Origin] = true
		if o := p.Origins[c.Origin]; o != nil && !o.Interested {
			most++
			if o.Kind != dateline.UnknownSecondary {
				least++
			}
		}
	}
	return max(least, min(most, 1)), most
}

// roleFact is the row that an actor of a role stands in.
func roleFact(r dateline.ActorRole) dateline.Attribute {
	if r == dateline.RoleTarget || r == dateline.RoleVictim {
		return dateline.AttrTarget
	}
	return dateline.AttrPerpetrator
}

func placeLine(p *dateline.PlaceRef) string {
	if p == nil {
		return wording.Place(p)
	}
	line := wording.Place(p) + " (" + wording.Radius(p) + ")"
	if words := wording.Disputed(p); words != "" {
		line += "; " + words
	}
	return line
}

func certainty(c dateline.Certainty) string {
	if c == "" || c == dateline.CertainUnknown {
		return ""
	}
	return " (" + wording.Certainty(c) + ")"
}

// responsibility is the label of a stance and who took it or was named:
// "Claimed by" X, "Named" X according to Y.
func responsibility(r dateline.Responsibility) (label, value string) {
	switch r.Stance {
	case dateline.StanceClaimed:
		return "Claimed by", wording.Actor(r.Actor) + saidBy(r.By)
	case dateline.StanceDenied:
		return "Denied by", wording.Actor(r.Actor) + saidBy(r.By)
	case dateline.StanceAttributed:
		return "Named", wording.Actor(r.Actor) + saidBy(r.By)
	}
	return strings.ToUpper(string(r.Stance[:1])) + string(r.Stance[1:]), wording.Actor(r.Actor) + saidBy(r.By)
}

func saidBy(by string) string {
	if by == "" {
		return ""
	}
	return ", according to " + by
}

// saying are the claims of the first of the attributes that any claim has.
func (p *page) saying(attributes ...dateline.Attribute) []dateline.ID {
	for _, attr := range attributes {
		var out []dateline.ID
		for _, c := range p.sorted() {
			if c.Attribute == attr {
				out = append(out, c.ID)
			}
		}
		if out != nil {
			return out
		}
	}
	return nil
}

// quote prints the words of one claim of a fact, and how many more reports say
// the same. Open words come before sealed ones, long before short.
func (p *page) quote(t *text, ids []dateline.ID, width int) {
	var best *dateline.Claim
	reports := map[dateline.ID]bool{}
	for _, id := range ids {
		c := p.claims[id]
		if c == nil {
			continue
		}
		reports[c.ReportID] = true
		if best == nil || p.better(c, best) {
			best = c
		}
	}
	if best == nil {
		return
	}
	more := ""
	if n := len(reports) - 1; n > 0 {
		more = " + " + plural(n, "report")
	}
	p.cited(t, best, more, width)
}

func (p *page) better(a, b *dateline.Claim) bool {
	if sealed := p.Sealed(*a) != export.Open; sealed != (p.Sealed(*b) != export.Open) {
		return !sealed
	}
	return len(a.Exact) > len(b.Exact)
}

// cited prints words and their source in one line, cut to the width.
func (p *page) cited(t *text, c *dateline.Claim, more string, width int) {
	by := " — " + shortened(p.by(c), width/2-4-utf8.RuneCountInString(more)) + more
	room := width - label - 3 - utf8.RuneCountInString(by)
	t.line("%*s%s%s", label+3, "", quoted(p.words(c), room), by)
}

// quoted cuts a quotation to a width and closes it again.
func quoted(s string, width int) string {
	if utf8.RuneCountInString(s) <= width || width < 8 {
		return s
	}
	if strings.HasSuffix(s, "”") {
		return clip(strings.TrimSuffix(s, "”"), width-1) + "”"
	}
	return clip(s, width)
}

// figures prints each number with its range, its rule and the ladder of what
// reports say.
func (p *page) figures(t *text, width int) {
	for _, m := range dateline.Measures {
		all := p.Incident.Figure(m, dateline.PopAll)
		rungs := p.rungs(m)
		if all == nil && len(rungs) == 0 {
			continue
		}
		name := wording.Fact(dateline.Attribute(m))
		switch s, known := p.Incident.Support[dateline.Attribute(m)]; {
		case all == nil:
			t.line("%-*s %s", label, name, wording.Toll(&p.Incident, m))
		case known:
			t.line("%-*s %s   [%s]   rule %s", label, name, wording.Figure(*all), support(s, all.OriginsMin, all.OriginsMax), all.Rule)
		default:
			t.line("%-*s %s   rule %s", label, name, wording.Figure(*all), all.Rule)
		}
		if others := p.others(m); others != "" {
			t.line("%s", wrapped(others, label+1, width))
		}
		if all != nil && all.Explanation != "" {
			t.line("%s", wrapped(all.Explanation, label+1, width))
		}
		for _, c := range rungs {
			p.rung(t, c, width)
		}
		t.line("")
	}
}

// others are the figures of a measure for those who are counted apart, where
// they differ from the one for all.
func (p *page) others(m dateline.Measure) string {
	all := p.Incident.Figure(m, dateline.PopAll)
	var out []string
	for _, f := range p.Incident.Figures {
		if f.Measure == m && f.Population != dateline.PopAll && (all == nil || wording.Figure(*all) != wording.Figure(f)) {
			out = append(out, wording.Population(f.Population)+" "+wording.Figure(f))
		}
	}
	return strings.Join(out, "; ")
}

// rungs are the claims of a measure, lowest number first.
func (p *page) rungs(m dateline.Measure) []*dateline.Claim {
	var out []*dateline.Claim
	for _, c := range p.sorted() {
		if c.Value.Count != nil && c.Value.Count.Measure == m {
			out = append(out, c)
		}
	}
	return byNumber(out)
}

// rung prints one number as said, by whom and where, with its words: beside it
// where they fit, else below.
func (p *page) rung(t *text, c *dateline.Claim, width int) {
	who := wording.Speaker(*c, p.Origins[c.Origin])
	if who == "" {
		who = wording.Basis(wording.BasisOf(*c, p.Origins[c.Origin]))
	}
	left := fmt.Sprintf("%*s  %-22s %s", label-1, clip(wording.Said(*c.Value.Count), label-1), clip(who, 22), fitted(p.from(c.ReportID), 28))
	words := p.words(c)
	if used := utf8.RuneCountInString(left) + 2; used+utf8.RuneCountInString(words) <= width {
		t.line("%s  %s", left, words)
		return
	}
	t.line("%s", left)
	t.line("%*s%s", label+1, "", quoted(words, width-label-1))
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

// disagreements print both sides of every contradiction with their sentences.
func (p *page) disagreements(t *text, width int) {
	for _, c := range p.Incident.Contradictions {
		t.line("▲ %s: contradiction, %s, %s", wording.Fact(c.Attribute), wording.Severity(c.Severity), c.Status)
		t.line("%s", wrapped(c.Wording, 2, width))
		if c.Explanation != "" {
			t.line("%s", wrapped("Possible reason (by the program, not checked): "+c.Explanation, 2, width))
		}
		for _, side := range c.Sides {
			t.line("  %s", side.Value)
			for k, id := range side.Claims {
				if k == sentencesShown {
					t.line("    and %d more: dateline why %s %s", len(side.Claims)-k, p.Incident.Public, c.Attribute)
					break
				}
				if claim := p.claims[id]; claim != nil {
					by := " — " + shortened(p.by(claim), width/2)
					t.line("    %s%s", quoted(p.words(claim), width-4-utf8.RuneCountInString(by)), by)
				}
			}
		}
		t.line("")
	}
}

func (p *page) carriers(t *text, width int) {
	t.line("Reports")
	for _, r := range p.InOrder() {
		note := ""
		if r.Family != "" && p.shares(r) {
			note = "shares text with another report"
		}
		if s := p.SealedReport(r.ID); s != export.Open {
			note = strings.Trim(s.Words(), "[]")
		}
		outlet := p.Outlet(r.ID)
		if outlet == "" {
			outlet = "outlet not known"
		}
		t.line("  %s  %s · %s", p.Public[r.ID], clip(outlet, 28), clip(titleOf(r), width-46))
		t.line("%s", wrapped(strings.Join(filled(wording.Published(r.Published), note), " · "), 12, width))
	}
}

// shares says whether another report of the record is of the same family.
func (p *page) shares(r *dateline.Report) bool {
	for _, o := range p.Reports {
		if o.ID != r.ID && o.Family == r.Family {
			return true
		}
	}
	return false
}

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
