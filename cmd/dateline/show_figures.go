package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/export"
	"github.com/opendateline/dateline/wording"
)

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
