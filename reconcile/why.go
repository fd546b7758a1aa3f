package reconcile

import (
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// whyFigure is the stored reason of a figure (§1.11): one part for each claim
// that was looked at, with its number, its sources, and what it did or why it
// did nothing.
func (d *docket) whyFigure(f dateline.Figure) dateline.Decision {
	about := string(f.Measure) + " " + string(f.Population)
	rule, _, _ := strings.Cut(f.Rule, "@")
	dec := dateline.Decision{By: "reconcile@" + Version, Action: dateline.ActChoose, Rule: rule, Version: Version,
		Targets: d.about(f.ID), After: figureSummary(f), Note: about}
	perps := d.attackers(d.counted(f.Measure))
	for _, v := range d.byAttr[dateline.Attribute(f.Measure)] {
		if v.claim.Value.Count != nil {
			dec.Parts = append(dec.Parts, d.partOf(v, f, perps))
		}
	}
	for _, n := range f.Anchors {
		if f.Best == nil || n != *f.Best {
			dec.RunnersUp = append(dec.RunnersUp, strconv.Itoa(n))
		}
	}
	dec.ID = decisionID(dec, d.in.Incident)
	return dec
}

func (d *docket) about(ids ...dateline.ID) []dateline.ID {
	return union(append(ids, d.in.Incident))
}

// decisionID is made of all that the decision says, so that no two that differ
// share one: what is known of the same claims may change between two readings.
func decisionID(dec dateline.Decision, incident dateline.ID) dateline.ID {
	key := []string{string(incident), string(dec.Action), dec.Rule, dec.Version, dec.Note, dec.After}
	key = append(key, dec.RunnersUp...)
	for _, t := range dec.Targets {
		key = append(key, string(t))
	}
	for _, p := range dec.Parts {
		key = append(append(key, p.What), p.Values...)
		for _, c := range p.Claims {
			key = append(key, string(c))
		}
	}
	return dateline.NewID(dateline.PrefixDecision, key...)
}

// figureSummary is "best 14, low 11, high 23 or more".
func figureSummary(f dateline.Figure) string {
	n := func(x *int) string {
		if x == nil {
			return "not known"
		}
		return strconv.Itoa(*x)
	}
	return "best " + n(f.Best) + ", low " + n(f.Low) + ", high " + n(f.High) + orMore(f.HighOpen)
}

func (d *docket) partOf(v *voice, f dateline.Figure, perps attackers) dateline.Part {
	what := strings.Join(d.roles(v, f, perps), "; ")
	return dateline.Part{What: what, Values: []string{countWords(*v.claim.Value.Count), v.source()}, Claims: []dateline.ID{v.claim.ID}}
}

// roles says what a claim did for a figure, or why it did nothing.
func (d *docket) roles(v *voice, f dateline.Figure, perps attackers) []string {
	var out []string
	for _, end := range []struct {
		claims []dateline.ID
		words  string
	}{{f.BestClaims, "sets best"}, {f.LowClaims, "sets low"}, {f.HighClaims, "sets high"}} {
		for _, id := range end.claims {
			if id == v.claim.ID {
				out = append(out, end.words)
			}
		}
	}
	if len(out) == 0 {
		out = append(out, v.unused(f, perps))
	}
	if v.interested {
		out = append(out, "said by a party to the incident")
	}
	return out
}

func (v *voice) unused(f dateline.Figure, perps attackers) string {
	switch {
	case v.claim.Status == dateline.Superseded:
		return "replaced by a newer count of the same origin"
	case v.claim.Status == dateline.Withdrawn:
		return "withdrawn"
	case v.claim.Modality == dateline.Denied:
		return "a denial"
	case !v.counts():
		return "covers more than this incident"
	}
	r, ok := perps.align(v, f.Population)
	switch {
	case !ok:
		return "counts " + populationWords(populationOf(v)) + " only"
	case r.weight < numeric:
		return weightWords[r.weight]
	case f.Best != nil && same(r.count.Anchor, f.Best):
		return "same number, same origin or not counted again"
	}
	return "not chosen: another number stands higher on the ladder"
}

var weightWords = map[weight]string{
	silent: "a number that cannot be read", ceiling: "a ceiling, no number of its own", plural: "a plural, no number",
	named: "one person named, no total", vague: "vague, no anchor",
}

// decide stores the reason of a chosen fact: who fits it, and who does not.
func (d *docket) decide(fact, rule, value string, considered []statement, support []*voice) {
	dec := dateline.Decision{By: "reconcile@" + Version, Action: dateline.ActChoose, Rule: rule, Version: Version,
		Targets: d.about(), After: value, Note: fact}
	fits := map[*voice]bool{}
	for _, v := range support {
		fits[v] = true
	}
	others := map[string]bool{}
	for _, s := range considered {
		what := "fits"
		if !fits[s.voice] {
			what, others[s.value] = "does not fit: fewer origins say so, or less precisely", true
		}
		dec.Parts = append(dec.Parts, dateline.Part{What: what, Values: []string{s.value, s.source()}, Claims: []dateline.ID{s.claim.ID}})
	}
	if len(others) > 0 {
		dec.RunnersUp = sortedStrings(others)
	}
	dec.ID = decisionID(dec, d.in.Incident)
	d.decisions = append(d.decisions, dec)
}

// Why gives the decisions about one fact, among those that Incident returned:
// "date", "killed", or "killed victims_excl_perp".
func Why(decisions []dateline.Decision, fact string) []dateline.Decision {
	var out []dateline.Decision
	for _, dec := range decisions {
		if dec.Note == fact || strings.HasPrefix(dec.Note, fact+" ") {
			out = append(out, dec)
		}
	}
	return out
}
