package extract

import (
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file reads places that are told of by what they are and not by name: "in the
// same district", "at the city's railway station". They are the town, or the unit,
// of the place that was named last (PLC-11).

// completeFromSame places an account without a place by such words.
func (p *pass) completeFromSame(a *account) {
	if len(a.places) > 0 || len(a.sites) > 0 || a.salience == dateline.Main {
		return
	}
	for _, s := range a.sentences {
		t := p.trees[s]
		for k := range t.Tokens {
			if !p.pointsToArea(t, s, k) {
				continue
			}
			if x, ok := p.namedBefore(s, t.Tokens[k].Start, settlement[t.lemmaAt(k)]); ok {
				x = p.citedAtTrigger(a, x)
				a.places = append(a.places, placed{x, dateline.PlaceSite})
				return
			}
		}
	}
}

// settlement are the nouns that stand for a town and for no larger unit.
var settlement = map[string]bool{"city": true, "town": true, "village": true, "municipality": true, "township": true}

// pointsToArea: the noun at k is an area or town with "the same" before it, or a town
// with "the", and no name says which.
func (p *pass) pointsToArea(t *tree, sentence, k int) bool {
	if !t.isNoun(k) || isPlural(t.Tokens[k]) || p.placeAt(t, sentence, k) != nil || t.child(k, "nmod", "appos", "compound", "flat") >= 0 {
		return false
	}
	if t.lemmaAt(k-1) == "same" {
		return t.lemmaAt(k-2) == "the" && t.lex.Is(lexicon.Terrain, t.lemmaAt(k))
	}
	return t.lemmaAt(k-1) == "the" && settlement[t.lemmaAt(k)]
}

// namedBefore is the place that the report names last before a byte, its town or the
// unit that holds it.
func (p *pass) namedBefore(sentence, before int, town bool) (Place, bool) {
	for s := sentence; s >= 0; s-- {
		for i := len(p.places[s]) - 1; i >= 0; i-- {
			x := p.places[s][i]
			if x.Start >= before || x.Class == "demonym" || x.Class == "site" || x.Ref.Country == "" || p.abroad(x) || town && x.Ref.City == "" {
				continue
			}
			if !town && x.Ref.City != "" {
				x.Ref = unitOf(x.Ref)
			}
			return x, x.Ref.Precision < dateline.P6
		}
	}
	return Place{}, false
}

// abroad: the place lies in another country than the main account.
func (p *pass) abroad(x Place) bool {
	for _, b := range p.accounts {
		if site := bestPlace(b); b.salience == dateline.Main && site != nil && site.Ref.Country != "" {
			return site.Ref.Country != x.Ref.Country
		}
	}
	return false
}
