package extract

import (
	"slices"

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
			if x, ok := p.namedBefore(s, t.Tokens[k].Start, kindOfArea(t.lemmaAt(k))); ok {
				x = p.citedAtTrigger(a, x)
				a.places = append(a.places, placed{x, dateline.PlaceSite})
				return
			}
		}
	}
}

// settlement are the nouns that stand for a town and for no larger unit.
var settlement = map[string]bool{"city": true, "town": true, "village": true, "municipality": true, "township": true}

// pointsToArea: the noun at k is an area, town or site with "the same" before it, or a
// town with "the", and no name says which.
func (p *pass) pointsToArea(t *tree, sentence, k int) bool {
	if !t.isNoun(k) || isPlural(t.Tokens[k]) || p.named(t, sentence, k) {
		return false
	}
	if t.lemmaAt(k-1) == "same" {
		return t.lemmaAt(k-2) == "the" && (t.lex.Is(lexicon.Terrain, t.lemmaAt(k)) || areas[t.lemmaAt(k)] || t.lex.Nouns[t.lemmaAt(k)].Thing)
	}
	return t.lemmaAt(k-1) == "the" && settlement[t.lemmaAt(k)]
}

// named: a name belongs to the noun at k, or it is the name of a place itself.
func (p *pass) named(t *tree, sentence, k int) bool {
	if x := p.placeAt(t, sentence, k); x != nil && !hollow(*x) {
		return true
	}
	return slices.ContainsFunc(t.all(k, "nmod", "appos", "compound", "flat"), func(c int) bool {
		return !inTime(p.times[sentence], t.Tokens[c].Start)
	})
}

// areaKind is how large an area is that a noun stands for.
type areaKind int

const (
	smallUnit areaKind = iota // what lies around a town: "the same district"
	aTown                     // or a part or a site of one
	largeUnit
)

// areas are the nouns of what lies around a town.
var areas = map[string]bool{"district": true, "area": true, "territory": true, "upazila": true, "tehsil": true, "taluk": true, "woreda": true,
	"commune": true, "locality": true, "subdistrict": true, "county": true, "department": true, "parish": true, "circle": true}

// largeAreas are the nouns of the first divisions of countries.
var largeAreas = map[string]bool{"province": true, "state": true, "governorate": true, "region": true, "prefecture": true}

func kindOfArea(noun string) areaKind {
	switch {
	case largeAreas[noun]:
		return largeUnit
	case areas[noun]:
		return smallUnit
	}
	return aTown
}

// namedBefore is the place that the report names last before a byte, its town or the
// unit that holds it.
func (p *pass) namedBefore(sentence, before int, kind areaKind) (Place, bool) {
	for s := sentence; s >= 0; s-- {
		for i := len(p.places[s]) - 1; i >= 0; i-- {
			x := p.places[s][i]
			if x.Start >= before || x.Class == "demonym" || x.Class == "site" || x.Ref.Country == "" || p.abroad(x) || kind != largeUnit && p.vague(x, kind) {
				continue
			}
			if kind == largeUnit && x.Ref.City != "" {
				x.Ref = unitOf(x.Ref)
			}
			return x, x.Ref.Precision < dateline.P6
		}
	}
	return Place{}, false
}

// vague: the place is larger than the area meant, or only says how far off another lies.
func (p *pass) vague(x Place, kind areaKind) bool {
	return x.Ref.City == "" && (kind == aTown || !isCounty(x.Ref)) || x.Ref.NotProper && slices.ContainsFunc(p.places[x.Sentence], func(y Place) bool {
		return y.Start < x.Start && y.Class != "site" && y.Ref.City != ""
	})
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
