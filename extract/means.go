package extract

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// fillMeans adds weapons named in the sentence to an attack or clash.
func (p *pass) fillMeans(t *tree, sentence int, a *account, groups []*account) {
	if act := acted(a.facets); act != dateline.Attack && act != dateline.Clash {
		return
	}
	for i, tok := range t.Tokens {
		m, ok := p.lex.Weapons[tok.Lemma]
		if !ok || nearest(t, i, groups) != a || a.holds(i) || t.dug(i) || t.foundUnused(i) || p.idiomatic(t, tok.Lemma, i, i+1) {
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
	p.fromStriker(t, a)
}

// foundUnused: "the discovery of weapons and GRENADES", "recovered two rifles and three
// GRENADES": what is found with guns or in a cache was not used.
func (t *tree) foundUnused(i int) bool {
	first := t.firstConjunct(i)
	h := t.Tokens[first].Head
	if h < 0 || t.lex.Is(lexicon.Fired, t.lemmaAt(i)) {
		return false
	}
	if t.lex.Is(lexicon.Hoard, t.lemmaAt(h)) && t.marker(first) == "of" {
		return true
	}
	found := t.isVerb(h) && (t.lex.Is(lexicon.Finds, t.lemmaAt(h)) || t.lex.Is(lexicon.Seizing, t.lemmaAt(h)))
	return found && t.rel(first, "obj", "nsubj:pass") && slices.ContainsFunc(t.conjuncts(first), func(k int) bool { return t.lex.Is(lexicon.Fired, t.lemmaAt(k)) })
}

// fromStriker: what aircraft do is an air strike, what a bomber does a bombing: "a
// helicopter fired on a church".
func (p *pass) fromStriker(t *tree, a *account) {
	for _, tr := range a.triggers {
		if tr.POS != "V" || tr.Act != dateline.Attack && tr.Role != lexicon.Harm || t.lex.Is(lexicon.Befalls, tr.Words[0]) {
			continue
		}
		if s, passive := t.subject(tr.head); s >= 0 && !passive && t.lemmaAt(s) == "drone" && t.Tokens[tr.head].Tag != "VBG" {
			a.facets.Means = without(a.facets.Means, dateline.AirCrewed) // "a drone dropped two bombs"
		}
		if m := t.meansOfStriker(p.strikerOf(t, tr.head)); m != "" {
			a.facets = joinFacets(a.facets, dateline.Facets{Act: dateline.Attack, Means: []dateline.Means{m}})
		}
	}
}

// meansOfStriker is by what those at s strike, "" where that does not follow from what they
// are. A bomber is who carries a bomb, but one called by a number is an aircraft, "B-52
// BOMBERS".
func (t *tree) meansOfStriker(s int) dateline.Means {
	if s < 0 {
		return ""
	}
	before := t.Tokens[max(s-1, 0)]
	numbered := strings.ContainsAny(before.Text, "0123456789") && before.POS != "NUM"
	switch bomber := t.lemmaAt(s) == "bomber"; {
	case bomber && !numbered:
		return dateline.ExplosiveUnspecific
	case bomber, t.lex.Is(lexicon.Aircraft, t.lemmaAt(s)), t.lemmaAt(s) == "force" && t.lemmaAt(s-1) == "air":
		return dateline.AirCrewed
	}
	return ""
}

// strikerOf is the subject of an active verb or the agent of a passive one, "struck BY
// AIRCRAFT"; -1 without one.
func (p *pass) strikerOf(t *tree, verb int) int {
	for _, c := range t.all(verb, "obl", "obl:agent") {
		if t.marker(c) == "by" {
			return c
		}
	}
	if s, passive := t.subject(verb); !passive {
		return s
	}
	return -1
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

// dug: the mine at token i is one of "a gold MINE", "MINE workers".
func (t *tree) dug(i int) bool {
	return t.lemmaAt(i) == "mine" && (t.lex.Is(lexicon.Dug, t.lemmaAt(i-1)) || t.lex.Is(lexicon.Dug, t.lemmaAt(i+1)))
}

// laidMine: the "mine" that a vehicle hits or runs over is a weapon and no site.
func (p *pass) laidMine(x Place) bool {
	t := p.trees[x.Sentence]
	k := tokenAt(t, x.Start)
	if x.Class != "site" || k < 0 || t.lemmaAt(k) != "mine" || t.dug(k) || t.Tokens[k].Head < 0 {
		return false
	}
	m := t.marker(k)
	return t.rel(k, "obj") && t.lex.Is(lexicon.Hits, t.lemmaAt(t.Tokens[k].Head)) || m == "over" || m == "on" || m == "onto"
}
