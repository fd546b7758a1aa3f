package extract

import (
	"github.com/opendateline/dateline"
)

// meansNouns are things named beside an attack that say how it was done. A
// trigger may already have said so.
var meansNouns = map[string]dateline.Means{
	"gunman": dateline.Firearms, "gunmen": dateline.Firearms, "rifle": dateline.Firearms, "pistol": dateline.Firearms, "handgun": dateline.Firearms,
	"gunfire": dateline.Firearms, "gun": dateline.Firearms, "shot": dateline.Firearms, "bullet": dateline.Firearms, "machine-gun": dateline.Firearms,
	"firearm": dateline.Firearms, "shotgun": dateline.Firearms, "submachine": dateline.Firearms, "ak-47": dateline.Firearms, "gunshot": dateline.Firearms,
	"grenade": dateline.Grenade, "rpg": dateline.RPG, "mortar": dateline.IndirectFire, "rocket": dateline.IndirectFire, "artillery": dateline.IndirectFire,
	"missile": dateline.Missile, "dynamite": dateline.ExplosivePlaced, "knife": dateline.EdgedBlunt, "machete": dateline.EdgedBlunt, "axe": dateline.EdgedBlunt,
	"drone": dateline.AirDrone, "warplane": dateline.AirCrewed, "jet": dateline.AirCrewed, "bomb": dateline.ExplosiveUnspecific, "explosive": dateline.ExplosiveUnspecific,
	"landmine": dateline.MineUXO, "mine": dateline.MineUXO, "molotov": dateline.Incendiary, "ied": dateline.ExplosivePlaced,
}

// fillMeans adds weapons named in the sentence to an attack or clash.
func (p *pass) fillMeans(t *tree, sentence int, a *account, groups []*account) {
	if act := acted(a.facets); act != dateline.Attack && act != dateline.Clash {
		return
	}
	for i, tok := range t.Tokens {
		m, ok := meansNouns[tok.Lemma]
		if !ok || nearest(t, i, groups) != a || a.holds(i) {
			continue
		}
		if tok.Lemma == "grenade" && (t.lemmaAt(i-1) == "propel" || t.lemmaAt(i-1) == "propelled" || t.lemmaAt(i-1) == "rocket-propelled" || t.lemmaAt(i-1) == "rocket") {
			m = dateline.RPG
		}
		if tok.Lemma == "rocket" && (t.lemmaAt(i+1) == "propel" || t.lemmaAt(i+1) == "propelled" || t.lemmaAt(i+1) == "-" || t.lemmaAt(i+1) == "grenade") {
			continue
		}
		a.facets = joinFacets(a.facets, dateline.Facets{Act: a.facets.Act, Means: []dateline.Means{m}})
	}
	p.attackerFromMeans(t, a)
}

// attackerFromMeans: a "suicide" among the modifiers of a bomb, bomber or
// attack makes the means (TAX-1).
func (p *pass) attackerFromMeans(t *tree, a *account) {
	for _, tr := range a.triggers {
		for _, c := range t.children[tr.head] {
			if t.Tokens[c].Lemma == "suicide" && t.rel(c, "compound", "amod") {
				a.facets = joinFacets(a.facets, dateline.Facets{Act: dateline.Attack, Means: []dateline.Means{dateline.SuicideBody}, Flags: []dateline.Flag{dateline.FlagSuicide}})
			}
		}
	}
}
