package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// exclusive acts cannot be one happening: an abduction is no clash.
func exclusive(a, b dateline.Act) bool {
	attackLike := func(x dateline.Act) bool {
		return x == dateline.Attack || x == dateline.PropertyDamage || x == dateline.IllTreatment || x == dateline.Clash
	}
	return a != b && a != dateline.ActUnknown && b != dateline.ActUnknown && !(attackLike(a) && attackLike(b)) && !(a == dateline.Abduction || b == dateline.Abduction) &&
		(a == dateline.Riot || b == dateline.Riot)
}

func countable(k dateline.MentionKind) bool {
	return k == dateline.KindIncident || k == dateline.KindFoiled
}

// joinFacets keeps the more telling of two acts and all means in order.
func joinFacets(a, b dateline.Facets) dateline.Facets {
	if rank(b.Act) > rank(a.Act) {
		a.Act = b.Act
	}
	for _, m := range b.Means {
		if !a.Has(m) && !(m == dateline.ExplosiveUnspecific && explosive(a)) {
			a.Means = append(a.Means, m)
		}
	}
	if explosive(a) {
		a.Means = without(a.Means, dateline.ExplosiveUnspecific)
	}
	if a.Aim == "" {
		a.Aim = b.Aim
	}
	for _, f := range b.Flags {
		if !a.Flag(f) {
			a.Flags = append(a.Flags, f)
		}
	}
	return a
}

// acted is the act of facets; harm that no word of an act explains came of an
// attack.
func acted(f dateline.Facets) dateline.Act {
	if f.Act == dateline.ActUnknown {
		return dateline.Attack
	}
	return f.Act
}

// rank: seizure and siege say more than attack, attack more than damage.
func rank(a dateline.Act) int {
	switch a {
	case dateline.Hijacking, dateline.HostageSiege:
		return 5
	case dateline.Abduction:
		return 4
	case dateline.Clash:
		return 2
	case dateline.Attack:
		return 3
	case dateline.SexualViolence:
		return 4
	case dateline.Riot:
		return 2
	case dateline.ActUnknown:
		return 0
	}
	return 1
}

func explosive(f dateline.Facets) bool {
	return f.Has(dateline.SuicideBody, dateline.SuicideVehicle, dateline.ExplosiveVehicle, dateline.ExplosivePlaced, dateline.Grenade, dateline.MineUXO)
}

func without(list []dateline.Means, m dateline.Means) []dateline.Means {
	out := list[:0:0]
	for _, x := range list {
		if x != m {
			out = append(out, x)
		}
	}
	return out
}

// settleClash: an attack on people under arms in which both sides fired is a
// clash (§2.2): "gunmen opened fire on the patrol; in the exchange of fire two
// attackers were killed". What was done by bombs, shells or from the air stays
// what it was.
func (p *pass) settleClash(a *account) {
	if a.facets.Act != dateline.Attack || !onlyGuns(a.facets) || !p.armedTarget(a) {
		return
	}
	if slices.ContainsFunc(a.triggers, func(tr located) bool { return tr.Act == dateline.Clash && tr.Role == lexicon.Event }) {
		a.facets.Act = dateline.Clash
	}
}

// settleProtest: a force of a state that attacks people who protest puts the protest
// down (§2.3, "excessive force").
func (p *pass) settleProtest(a *account) {
	if a.facets.Act != dateline.Attack || !onlyGuns(a.facets) || !slices.ContainsFunc(a.perps, ofState) {
		return
	}
	if slices.ContainsFunc(a.targets, p.protests) || slices.ContainsFunc(a.harms, func(h harm) bool {
		return h.count.Measure == dateline.Killed && p.lex.Is(lexicon.Protester, h.count.Noun)
	}) {
		a.facets.Act = dateline.ProtestRepressed
	}
}

// settleRiot: what a crowd throws or burns is a riot (§2.3, "violent demonstration"),
// "masked PROTESTERS hurled petrol bombs at police lines", and so is a clash of two
// crowds ("mob violence"), "clashes between SUPPORTERS of rival parties".
func (p *pass) settleRiot(a *account) {
	if len(a.perps) == 0 || slices.ContainsFunc(a.perps, func(arg argument) bool { return !p.protests(arg) }) {
		return
	}
	otherMeans := slices.ContainsFunc(a.facets.Means, func(m dateline.Means) bool { return m != dateline.Incendiary && m != dateline.Unarmed })
	switch a.facets.Act {
	case dateline.Attack, dateline.PropertyDamage:
		if !otherMeans {
			a.facets.Act = dateline.Riot
		}
	case dateline.Clash:
		a.facets.Act = dateline.Riot
	}
}

// ofState: the argument names a force of a state.
func ofState(arg argument) bool {
	return slices.ContainsFunc(arg.actors, func(x Actor) bool { return x.Ref.Kind == dateline.ActorStateForce })
}

// protests: the argument is those who protest.
func (p *pass) protests(arg argument) bool {
	return p.lex.Is(lexicon.Protester, p.trees[arg.sentence].lemmaAt(arg.head))
}

// onlyGuns: no means is told, or firearms alone.
func onlyGuns(f dateline.Facets) bool {
	return !slices.ContainsFunc(f.Means, func(m dateline.Means) bool { return m != dateline.Firearms })
}

// armedTarget: whom it was aimed at or whom it hurt bears arms.
func (p *pass) armedTarget(a *account) bool {
	return slices.ContainsFunc(a.targets, func(arg argument) bool { return arg.target != nil && underArms(arg.target.Category) }) ||
		slices.ContainsFunc(a.harms, func(h harm) bool {
			return slices.ContainsFunc(append(h.count.Parts, h.count), func(c dateline.Count) bool {
				return bearsArms(c.Population)
			})
		})
}

func bearsArms(p dateline.Population) bool {
	return p == dateline.PopStateForces || p == dateline.PopCombatants
}

func underArms(c dateline.TargetCategory) bool {
	return c == dateline.TargetMilitary || c == dateline.TargetPolice || c == dateline.TargetNonstate
}

// settleDeadly: who killed those whom they beat, or who were in the house that they
// set on fire, attacked them.
func settleDeadly(a *account) {
	if a.facets.Act != dateline.PropertyDamage && a.facets.Act != dateline.IllTreatment {
		return
	}
	if slices.ContainsFunc(a.harms, func(h harm) bool {
		return h.count.Measure == dateline.Killed && !h.own && h.count.Lo != nil && *h.count.Lo > 0
	}) {
		a.facets.Act = dateline.Attack
	}
}

// settleSides: in a clash nobody is the attacker: gunmen who were killed in it are
// combatants and count among all (§2.2).
func settleSides(a *account) {
	if a.facets.Act != dateline.Clash {
		return
	}
	for i := range a.harms {
		if h := &a.harms[i]; h.count.Population == dateline.PopPerpetrators && !h.inferred {
			h.count.Population = dateline.PopCombatants
			h.count = headOf(h.count)
		}
	}
}
