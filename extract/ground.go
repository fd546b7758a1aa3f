package extract

import (
	"context"
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/ground"
	"github.com/opendateline/dateline/extract/weigh"
)

// This file gives each account the place that package ground chooses for it among all
// that the report names (PLC-1, PLC-8); groundsigns.go says what it weighs.

// Lying is an account with the places that it may lie in. It is what package ground is
// taught on.
type Lying struct {
	Triggers []dateline.Span
	Grounds  []Ground
}

// Ground is a place that an account may lie in, with what speaks for and against it.
type Ground struct {
	Ref    dateline.PlaceRef
	ByRule bool // the rules chose it
	Signs  []weigh.Feature
}

// Grounds are the accounts of a report that package ground decides about.
func (r *Reader) Grounds(ctx context.Context, doc *dateline.Document, ann Annotations) ([]Lying, error) {
	p := newPass(r, doc, ann)
	if err := p.settledByRules(ctx); err != nil {
		return nil, err
	}
	list := p.grounds()
	var out []Lying
	for _, a := range p.accounts {
		if !p.mayBeMoved(a) {
			continue
		}
		x := Lying{}
		for _, tr := range a.triggers {
			x.Triggers = append(x.Triggers, p.triggerSpan(tr))
		}
		chosen := p.byRule(a)
		own := list.with(p, a, chosen)
		signs := p.groundSigns(own, a, chosen)
		for i, g := range own {
			x.Grounds = append(x.Grounds, Ground{g.ref, g.key == chosen.key, signs[i]})
		}
		out = append(out, x)
	}
	return out, nil
}

// Placing is a Reader that chooses places by other weights; by rule alone with none.
func (r *Reader) Placing(weights weigh.Table) *Reader {
	other := *r
	other.ground = weights
	return &other
}

// mayBeMoved: what is told of several places lies in all of them, and of the members of a
// list ("bombings in Orvane and Kalme") each has its own; the main account of a paper whose home is known is package locus's.
func (p *pass) mayBeMoved(a *account) bool {
	listed := func(b *account) bool { return b != a && p.triggerSpan(b.triggers[0]) == p.triggerSpan(a.triggers[0]) }
	return !(a.salience == dateline.Main && p.setting.Home.Place.Ref.Country != "") && a.kind == dateline.KindIncident && len(a.sites) == 0 && !slices.ContainsFunc(p.accounts, listed)
}

// settleGrounds puts the accounts into the towns and counties that package ground is surer of
// than of what the rules chose. By cross-validation its other choices are no better than the
// rules', nor are those in papers whose home is known.
func (p *pass) settleGrounds() {
	if len(p.ground) == 0 || p.setting.Home.Place.Ref.Country != "" {
		return
	}
	list := p.grounds()
	type move struct {
		a  *account
		to *groundOf
	}
	var moves []move
	for _, a := range p.accounts {
		if !p.mayBeMoved(a) {
			continue
		}
		chosen := p.byRule(a)
		own := list.with(p, a, chosen)
		was := slices.IndexFunc(own, func(g *groundOf) bool { return g.key == chosen.key })
		if i := ground.Best(p.ground, p.groundSigns(own, a, chosen), was); i != was && (own[i].ref.City != "" || isCounty(own[i].ref)) {
			moves = append(moves, move{a, own[i]})
		}
	}
	for _, m := range moves {
		p.moveTo(m.a, m.to)
	}
}

// moveTo puts an account into a place, inferred, and leaves out those of its places that are
// elsewhere.
func (p *pass) moveTo(a *account, to *groundOf) {
	a.places = slices.DeleteFunc(slices.Clone(a.places), func(x placed) bool {
		if x.role != dateline.PlaceSite || x.Class == "site" && x.Ref.Inferred {
			return false
		}
		other := x.Ref.City != "" && groundKey(x.Ref) != to.key || x.Ref.City == "" && !mayHold(x.Ref, to.ref)
		if other {
			p.leaveOut(p.runes.Span(x.Start, x.End), "another place of the report is likelier that of the incident")
		}
		return other
	})
	for i, x := range a.places {
		if x.Class == "site" && x.Ref.Inferred && x.role == dateline.PlaceSite && to.ref.City != "" && groundKey(x.Ref) != to.key {
			a.places[i].Ref = siteIn(x.Ref, to.ref)
		}
	}
	a.places = append(a.places, placed{p.citedGround(a, to), dateline.PlaceSite})
}

// citedGround is a ground as a place of the account: at its name that is nearest to the
// account, or, where nothing names it, at the words that tell of it.
func (p *pass) citedGround(a *account, g *groundOf) Place {
	best := -1
	for i, n := range g.names {
		if n.Class != "demonym" && (best < 0 || n.away(a) < g.names[best].away(a)) {
			best = i
		}
	}
	if best < 0 {
		return p.citedAtTrigger(a, Place{Ref: g.ref})
	}
	x := g.names[best].Place
	x.Ref.Inferred, x.Ref.Role = true, dateline.PlaceSite
	return x
}
