package reconcile

import (
	"sort"
	"strings"

	"github.com/opendateline/dateline"
)

// contradictions finds all contradictions, in the order of attributes, then of
// ids.
func (d *docket) contradictions(inc *dateline.Incident) []dateline.Contradiction {
	var out []dateline.Contradiction
	out = append(out, d.countDisputes(inc)...)
	for _, x := range []dispute{d.dateDispute(), d.placeDispute(), d.meansDispute(), d.targetDispute(), d.actorDispute(),
		d.existenceDispute(), d.outcomeDispute(), d.scopeDispute()} {
		out = append(out, x.find()...)
	}
	out = append(out, d.nameDisputes()...)
	out = append(out, d.responsibilityDispute()...)
	out = append(out, d.modalityDisputes()...)
	place := map[dateline.Attribute]int{}
	for i, a := range dateline.Attributes {
		place[a] = i
	}
	sort.SliceStable(out, func(i, j int) bool {
		if a, b := place[out[i].Attribute], place[out[j].Attribute]; a != b {
			return a < b
		}
		return out[i].ID < out[j].ID
	})
	return out
}

func (d *docket) stated(attribute dateline.Attribute, value func(dateline.Claim) string) []statement {
	var out []statement
	for _, v := range d.heard(attribute) {
		if w := value(v.claim); w != "" {
			out = append(out, statement{voice: v, value: w})
		}
	}
	return out
}

// always gives the clash of a test that has one severity.
func always(s dateline.Severity, differ func(a, b dateline.Value) bool) func(a, b statement) clash {
	return func(a, b statement) clash {
		if differ(a.claim.Value, b.claim.Value) {
			return clash{severity: s}
		}
		return clash{}
	}
}

func (d *docket) dateDispute() dispute {
	return dispute{kind: dateline.ContraDate, attribute: dateline.AttrDate, statements: d.dated(),
		clash:   always(dateline.Major, func(a, b dateline.Value) bool { return !a.Date.Overlaps(*b.Date, 0) }),
		wording: func(c dateline.Contradiction) string { return "The date differs: " + says(c) + "." }}
}

func (d *docket) dated() []statement {
	return d.stated(dateline.AttrDate, func(c dateline.Claim) string {
		if !c.Value.Date.Known() || c.Value.Date.Basis == dateline.BasisReported {
			return ""
		}
		return dateWords(*c.Value.Date)
	})
}

// placeDispute: minor between a place and its surroundings, else major (§9).
func (d *docket) placeDispute() dispute {
	return dispute{kind: dateline.ContraPlace, attribute: dateline.AttrPlace, statements: d.placed(dateline.PlaceSite, statedPlace),
		clash: func(a, b statement) clash {
			p, q := *a.claim.Value.Place, *b.claim.Value.Place
			switch {
			case !placesDiffer(p, q):
				return clash{}
			case samePlace(p.City, q.City) || samePlace(p.Name, q.Name):
				return clash{severity: dateline.Minor}
			}
			return clash{severity: dateline.Major}
		},
		wording: func(c dateline.Contradiction) string { return "The place differs: " + says(c) + "." }}
}

func (d *docket) placed(role dateline.PlaceRole, of func(dateline.PlaceRef) bool) []statement {
	return d.stated(dateline.AttrPlace, func(c dateline.Claim) string {
		p := c.Value.Place
		if p == nil || (p.Role != role && (role != dateline.PlaceSite || p.Role != "")) || !of(*p) {
			return ""
		}
		return placeWords(*p)
	})
}

// meansDispute finds means that exclude each other: they fall into different
// families of weapon, and neither account is merely less specific.
func (d *docket) meansDispute() dispute {
	facets := func(c dateline.Claim) string {
		if c.Value.Facets == nil {
			return ""
		}
		return c.Value.Facets.Words()
	}
	statements := append(d.stated(dateline.AttrAct, facets), d.stated(dateline.AttrMeans, facets)...)
	return dispute{kind: dateline.ContraActMeans, attribute: dateline.AttrMeans, statements: statements,
		clash: always(dateline.Major, func(a, b dateline.Value) bool { return exclusive(*a.Facets, *b.Facets) }),
		wording: func(c dateline.Contradiction) string {
			return "What was done is described differently: " + says(c) + "."
		}}
}

func (d *docket) targetDispute() dispute {
	statements := d.stated(dateline.AttrTarget, func(c dateline.Claim) string {
		if c.Value.Target == nil {
			return ""
		}
		return targetWords(*c.Value.Target)
	})
	return dispute{kind: dateline.ContraTarget, attribute: dateline.AttrTarget, statements: statements,
		clash:   always(dateline.Minor, func(a, b dateline.Value) bool { return targetsDiffer(*a.Target, *b.Target) }),
		wording: func(c dateline.Contradiction) string { return "The target differs: " + says(c) + "." }}
}

// targetsDiffer: two unique sites of different words, or two states' missions.
// A category beside a named thing is a difference of granularity (ACT-11).
func targetsDiffer(a, b dateline.Target) bool {
	if len(a.Nationality) > 0 && len(b.Nationality) > 0 && a.Category == b.Category && !meet(a.Nationality, b.Nationality) {
		return true
	}
	both := a.Unique && b.Unique && a.Category != b.Category
	return both && len(a.Nationality)+len(b.Nationality) > 0 && !meet(a.Nationality, b.Nationality)
}

func meet(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

func (d *docket) actorDispute() dispute {
	statements := d.stated(dateline.AttrPerpetrator, func(c dateline.Claim) string {
		if c.Value.Actor == nil || c.Value.Actor.Actor == "" || c.Value.Actor.Linked {
			return ""
		}
		return c.Value.Actor.Name
	})
	return dispute{kind: dateline.ContraActorIdentity, attribute: dateline.AttrPerpetrator, statements: statements,
		clash: always(dateline.Major, func(a, b dateline.Value) bool {
			return d.relation(a.Actor.Actor, b.Actor.Actor) == RelationUnrelated
		}),
		wording: func(c dateline.Contradiction) string { return "Responsibility is disputed: " + says(c) + "." }}
}

func (d *docket) relation(a, b dateline.ID) string {
	switch {
	case a == b:
		return RelationSame
	case a == "" || b == "" || d.Relate == nil:
		return RelationUnknown
	}
	return d.Relate.Relate(a, b)
}

// nameDisputes compares attackers' names (ACT-6): another byname is minor,
// another given name is another person.
func (d *docket) nameDisputes() []dateline.Contradiction {
	statements := d.stated(dateline.AttrAttackerName, func(c dateline.Claim) string { return c.Value.Text })
	var out []dateline.Contradiction
	for _, kind := range []dateline.ContradictionType{dateline.ContraNameVariant, dateline.ContraIdentity} {
		x := dispute{kind: kind, attribute: dateline.AttrAttackerName, statements: statements, wording: nameWording}
		x.clash = func(a, b statement) clash {
			if found, severity := d.compareNames(a.value, b.value); found == kind {
				return clash{severity: severity}
			}
			return clash{}
		}
		out = append(out, x.find()...)
	}
	return out
}

func (d *docket) compareNames(a, b string) (dateline.ContradictionType, dateline.Severity) {
	if d.Names == nil {
		return "", ""
	}
	switch d.Names.CompareNames(a, b) {
	case NamesVariant:
		return dateline.ContraNameVariant, dateline.Minor
	case NamesKunya:
		return dateline.ContraNameVariant, dateline.Major
	case NamesDifferent:
		return dateline.ContraIdentity, dateline.Major
	}
	return "", ""
}

func nameWording(c dateline.Contradiction) string {
	text := "The attacker is named differently: " + says(c)
	if c.SameOrigin || oneOrigin(c) {
		text += "; all these names trace to one origin"
	}
	return text + "."
}

func oneOrigin(c dateline.Contradiction) bool {
	var ids []dateline.ID
	for _, s := range c.Sides {
		ids = append(ids, s.Origins...)
	}
	return len(union(ids)) == 1
}

// existenceDispute: somebody denies that it happened.
func (d *docket) existenceDispute() dispute {
	x := dispute{kind: dateline.ContraExistence, attribute: dateline.AttrOccurred,
		clash:   func(a, b statement) clash { return clash{severity: dateline.Major} },
		wording: func(c dateline.Contradiction) string { return "It is disputed whether this happened: " + says(c) + "." }}
	for _, v := range d.byAttr[dateline.AttrOccurred] {
		value := "it happened"
		if v.claim.Polarity == dateline.Negated || v.claim.Modality == dateline.Denied || (v.claim.Value.Bool != nil && !*v.claim.Value.Bool) {
			value = "it did not happen"
		}
		if v.claim.Status != dateline.Withdrawn {
			x.statements = append(x.statements, statement{voice: v, value: value})
		}
	}
	return x
}

// outcomeDispute: one account has it stopped or failed, another tells of
// people hurt by it, or of the intended person killed. An account that says
// nothing of the outcome is no side.
func (d *docket) outcomeDispute() dispute {
	harmed := d.harmed()
	x := dispute{kind: dateline.ContraOutcome, attribute: dateline.AttrAct,
		clash:   func(a, b statement) clash { return clash{severity: dateline.Major} },
		wording: func(c dateline.Contradiction) string { return "The outcome differs: " + says(c) + "." }}
	for _, v := range d.heard(dateline.AttrAct) {
		f := v.claim.Value.Facets
		switch {
		case f == nil || f.Flag(dateline.FlagAttempted):
		case f.Flag(dateline.FlagFoiled):
			x.statements = append(x.statements, statement{voice: v, value: "it was stopped before it took effect"})
		case harmed[v.claim.MentionID]:
			x.statements = append(x.statements, statement{voice: v, value: "people were killed or injured by it"})
		}
	}
	return x
}

// harmed are the mentions that count somebody other than attackers as hurt.
func (d *docket) harmed() map[dateline.ID]bool {
	out := map[dateline.ID]bool{}
	for _, m := range []dateline.Measure{dateline.Killed, dateline.Wounded, dateline.KilledOrWounded} {
		for _, v := range d.counted(m) {
			if populationOf(v) != dateline.PopPerpetrators && orZero(v.claim.Value.Count.Lo) > 0 {
				out[v.claim.MentionID] = true
			}
		}
	}
	return out
}

// scopeDispute: two reports give different firsts or worsts.
func (d *docket) scopeDispute() dispute {
	statements := d.stated(dateline.AttrSuperlative, func(c dateline.Claim) string { return c.Value.Text })
	return dispute{kind: dateline.ContraScope, attribute: dateline.AttrSuperlative, statements: statements,
		clash: func(a, b statement) clash {
			x, y := strings.ToLower(a.value), strings.ToLower(b.value)
			if strings.Contains(x, y) || strings.Contains(y, x) || !shareWord(x, y) {
				return clash{}
			}
			return clash{severity: dateline.Info}
		},
		wording: func(c dateline.Contradiction) string { return "It is ranked differently: " + says(c) + "." }}
}

var superlatives = []string{"first", "deadliest", "worst", "largest", "biggest", "only", "never"}

func shareWord(a, b string) bool {
	for _, w := range superlatives {
		if strings.Contains(a, w) && strings.Contains(b, w) {
			return true
		}
	}
	return false
}
