package main

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/reconcile"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/wording"
)

type whyCmd struct {
	ID   string `arg:"" help:"An incident."`
	What string `arg:"" optional:"" help:"A fact (killed, date, place, perpetrator …) or a second incident."`
}

func (c whyCmd) Run(ctx context.Context, a *app) error {
	return a.view(ctx, func(tx store.Tx) error {
		id, _, err := a.incident(ctx, tx, c.ID)
		if err != nil {
			return err
		}
		if strings.Contains(c.What, "-") {
			second, _, err := a.incident(ctx, tx, c.What)
			if err != nil {
				return err
			}
			return a.whyPair(ctx, tx, id, second)
		}
		if c.What != "" {
			if _, err := attribute(c.What); err != nil {
				return err
			}
		}
		return a.whyFact(ctx, tx, id, dateline.Attribute(c.What))
	})
}

// attribute reads the name of a fact; one that there is none of is an error.
func attribute(name string) (dateline.Attribute, error) {
	names := make([]string, len(dateline.Attributes))
	for i, attr := range dateline.Attributes {
		names[i] = string(attr)
		if name == names[i] {
			return attr, nil
		}
	}
	return "", dateline.Errorf(dateline.Invalid, "unknown fact %q%s", name, suggestion(name, names, "", "Facts: "+list(names)))
}

// whyFact prints the decisions about a fact as they were stored, or under
// another preset as they come out. A fact that nothing had to be chosen for
// stands on its claims alone.
func (a *app) whyFact(ctx context.Context, tx store.Tx, id dateline.ID, fact dateline.Attribute) error {
	p, err := a.page(ctx, tx, id)
	if err != nil {
		return err
	}
	decisions, err := a.decisions(ctx, tx, p)
	if err != nil {
		return err
	}
	a.banner()
	if fact != "" {
		decisions = reconcile.Why(decisions, string(fact))
	}
	if a.json() {
		return a.writeJSON(p.reasons(decisions, fact))
	}
	t := &text{to: a.stdout}
	told := map[dateline.Attribute]bool{}
	for _, d := range decisions {
		p.explain(t, d, a.room())
		told[aboutOf(d)] = true
	}
	for _, attr := range dateline.Attributes {
		if !told[attr] && (fact == "" || fact == attr) {
			p.stands(t, attr, a.room())
		}
	}
	switch {
	case fact != "" && p.value(fact) == "" && len(p.saying(fact)) == 0:
		a.talk("No report says anything of %q (%s).", fact, wording.Fact(fact))
		a.exit = exitNo
	case fact != "":
		a.talk("Cite: dateline cite %s#%s", p.Incident.Public, fact)
	}
	return t.err
}

// aboutOf is the fact that a decision is about.
func aboutOf(d dateline.Decision) dateline.Attribute {
	fact, _, _ := strings.Cut(d.Note, " ")
	return dateline.Attribute(fact)
}

// decisions are the newest decision on each matter of an incident, readable.
func (a *app) decisions(ctx context.Context, tx store.Tx, p *page) ([]dateline.Decision, error) {
	var found []dateline.Decision
	whole, err := a.record(ctx, tx, p.Incident.ID)
	if err != nil {
		return nil, err
	}
	if a.global.Preset == "dateline-1" {
		found, err = latest(ctx, tx, p.Incident.ID)
	} else {
		_, found, err = presets{ctx, a, tx}.reconciled(a.global.Preset, whole)
	}
	if err != nil {
		return nil, err
	}
	gate, err := a.gate()
	if err != nil {
		return nil, err
	}
	return readable(found, gate.Clear(whole)), nil
}

// readable takes the names of private people out of decisions.
func readable(ds []dateline.Decision, clear func(string) string) []dateline.Decision {
	out := make([]dateline.Decision, len(ds))
	for i, d := range ds {
		d.Before, d.After = clear(d.Before), clear(d.After)
		d.RunnersUp = append([]string{}, d.RunnersUp...)
		for k := range d.RunnersUp {
			d.RunnersUp[k] = clear(d.RunnersUp[k])
		}
		d.Parts = append([]dateline.Part{}, d.Parts...)
		for k := range d.Parts {
			d.Parts[k].Values = append([]string{}, d.Parts[k].Values...)
			for v := range d.Parts[k].Values {
				d.Parts[k].Values[v] = clear(d.Parts[k].Values[v])
			}
		}
		out[i] = d
	}
	return out
}

// latest gives the newest decision on each matter of an incident.
func latest(ctx context.Context, tx store.Tx, id dateline.ID) ([]dateline.Decision, error) {
	var out []dateline.Decision
	at := map[string]int{}
	for d, err := range tx.ListDecisions(ctx, store.DecisionFilter{Target: id, Actions: []dateline.Action{dateline.ActChoose}}) {
		if err != nil {
			return nil, err
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

// reasons is why as JSON: the decisions, and the claims of the fact.
func (p *page) reasons(decisions []dateline.Decision, fact dateline.Attribute) object {
	claims := []any{}
	for _, c := range p.sorted() {
		if fact == "" || c.Attribute == fact {
			claims = append(claims, p.Told(*c))
		}
	}
	out := object{{"id", p.Incident.Public}}
	if fact != "" {
		out = append(out, field{"fact", fact}, field{"value", p.value(fact)})
	}
	return append(out, field{"decisions", decisions}, field{"claims", claims})
}

// explain prints one decision with its parts and what was not chosen.
func (p *page) explain(t *text, d dateline.Decision, width int) {
	attr := aboutOf(d)
	_, population, counted := strings.Cut(d.Note, " ")
	head := wording.Fact(attr)
	if counted && population != string(dateline.PopAll) {
		head += ", " + wording.Population(dateline.Population(population))
	}
	t.line("%s: %s   rule %s", head, d.After, d.Rule)
	if f := p.Incident.Figure(dateline.Measure(attr), dateline.Population(population)); counted && f != nil {
		t.line("%s\n", wrapped(f.Explanation, 2, width))
	} else {
		t.line("")
	}
	parts := d.Parts
	if counted {
		if population != string(dateline.PopAll) {
			parts = setters(parts)
		}
		parts = p.ascending(parts)
	}
	for _, part := range parts {
		p.part(t, part, width)
	}
	if len(d.RunnersUp) > 0 {
		t.line("\n%s", wrapped("Not chosen: "+list(d.RunnersUp), 0, width))
	}
	t.line("")
}

// setters are the parts that set an end of a number; for one population of
// several the others need no telling again.
func setters(parts []dateline.Part) []dateline.Part {
	var out []dateline.Part
	for _, part := range parts {
		if strings.HasPrefix(part.What, "sets ") {
			out = append(out, part)
		}
	}
	return out
}

// ascending orders parts by the number of their claim.
func (p *page) ascending(parts []dateline.Part) []dateline.Part {
	var claims []*dateline.Claim
	of := map[*dateline.Claim]dateline.Part{}
	var rest []dateline.Part
	for _, part := range parts {
		if len(part.Claims) == 1 && p.claims[part.Claims[0]] != nil && p.claims[part.Claims[0]].Value.Count != nil {
			c := p.claims[part.Claims[0]]
			claims, of[c] = append(claims, c), part
		} else {
			rest = append(rest, part)
		}
	}
	out := make([]dateline.Part, 0, len(parts))
	for _, c := range byNumber(claims) {
		out = append(out, of[c])
	}
	return append(out, rest...)
}

// part prints what one claim said and what became of it.
func (p *page) part(t *text, part dateline.Part, width int) {
	points := ""
	if part.Points != nil {
		points = fmt.Sprintf("%+g ", *part.Points)
	}
	if len(part.Claims) == 0 || p.claims[part.Claims[0]] == nil {
		t.line("  %s%s: %s", points, part.What, strings.Join(part.Values, " · "))
		return
	}
	for _, id := range part.Claims {
		c := p.claims[id]
		if c == nil {
			continue
		}
		said := ""
		if len(part.Values) > 0 {
			said = part.Values[0]
		}
		left := fmt.Sprintf("  %-*s %s", label-2, clip(said, label-2), fitted(p.by(c), 34))
		t.line("%s  %s%s %s", left, points, p.Public[c.Origin], clip(part.What, width-utf8.RuneCountInString(left)-14))
		t.line("%*s%s", label+1, "", quoted(p.sentence(c)+p.words(c), width-label-1))
	}
}

// sentence is the number of the sentence that a claim cites: "s3 ".
func (p *page) sentence(c *dateline.Claim) string {
	if len(c.Passages) == 0 || p.numbers[c.Passages[0]] == 0 {
		return ""
	}
	return "s" + itoa(p.numbers[c.Passages[0]]) + " "
}

// stands prints a fact that nothing was chosen for with every claim of it.
func (p *page) stands(t *text, attr dateline.Attribute, width int) {
	ids := p.saying(attr)
	if len(ids) == 0 {
		return
	}
	value := p.value(attr)
	if value == "" {
		value = "not used in a fact of the record"
	}
	least, most := p.origins(ids)
	t.line("%s: %s   %s\n", wording.Fact(attr), value, wording.Origins(least, most))
	for _, id := range ids {
		c := p.claims[id]
		left := fmt.Sprintf("  %-*s %s", label-2, clip(wording.Claimed(*c), label-2), fitted(p.by(c), 34))
		t.line("%s  %s %s", left, p.Public[c.Origin], c.Rule)
		t.line("%*s%s", label+1, "", quoted(p.sentence(c)+p.words(c), width-label-1))
	}
	t.line("")
}

// value is what the record says of a fact, in words; "" if it says nothing.
func (p *page) value(attr dateline.Attribute) string {
	i := &p.Incident
	var out []string
	switch attr {
	case dateline.AttrDate:
		return wording.Date(i.Date.Date)
	case dateline.AttrPlace:
		return wording.Place(i.Place.Ref)
	case dateline.AttrAct:
		return i.Facets.Words()
	case dateline.AttrMeans:
		return wording.Means(i.Facets.Means)
	case dateline.AttrOccurred:
		return "it happened"
	case dateline.AttrPerpetrator:
		for _, x := range i.Actors {
			if roleFact(x.Role) == attr {
				out = append(out, wording.Actor(x.ActorRef)+certainty(x.Certainty))
			}
		}
	case dateline.AttrTarget:
		for _, x := range i.Targets {
			out = append(out, wording.Target(x.Target))
		}
	case dateline.AttrResponsibility:
		for _, x := range i.Responsibility {
			out = append(out, wording.Stance(x.Stance, x.Actor.Name))
		}
	default:
		if f := i.Figure(dateline.Measure(attr), dateline.PopAll); f != nil {
			return wording.Figure(*f) + " (rule " + f.Rule + ")"
		}
		for _, x := range i.Texts {
			if x.Attribute == attr {
				out = append(out, x.Text)
			}
		}
	}
	return strings.Join(out, "; ")
}

// showDecision prints a decision in full, as JSON.
func (a *app) showDecision(ctx context.Context, tx store.Tx, d dateline.Decision) error {
	var incidents []dateline.ID
	for _, target := range d.Targets {
		if target.Prefix() == dateline.PrefixIncident {
			incidents = append(incidents, target)
		}
	}
	clear, err := a.clear(ctx, tx, incidents...)
	if err != nil {
		return err
	}
	return a.writeJSON(readable([]dateline.Decision{d}, clear)[0])
}
