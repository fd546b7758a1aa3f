package main

import (
	"strings"
	"unicode/utf8"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/export"
	"github.com/opendateline/dateline/wording"
)

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
