package extract

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file reads deeds of several countries that one noun names by their places: "the
// attacks in Paris and San Bernardino", "the bombing of Hiroshima and Nagasaki", "the
// Boston, Paris and Nice attacks". They are as many happenings (LNK-8), each without the
// number that is told of all of them together.

// severalPlaces makes an account of each place that the noun of an account lists; none
// where it lists less than two or all lie in one country and may be one operation (LNK-7).
func (p *pass) severalPlaces(t *tree, a *account) []*account {
	for _, tr := range a.triggers {
		list := p.listedPlaces(t, tr)
		if len(list) < 2 || oneCountry(list) && isPlural(t.Tokens[tr.head]) || !knownDeeds(list) {
			continue
		}
		out := make([]*account, len(list))
		for i, x := range list {
			part := *a
			part.kind, part.temporal, part.plural, part.number = dateline.KindIncident, dateline.Past, false, nil
			part.part, part.places, part.harms, part.listed = i, []placed{{x, dateline.PlaceSite}}, nil, true
			out[i] = &part
		}
		return out
	}
	return nil
}

// knownDeeds: the list is of deeds and not of where there is a war, "air strikes in Iraq and
// Syria": a town is in it.
func knownDeeds(list []Place) bool {
	return slices.ContainsFunc(list, func(x Place) bool { return x.Ref.City != "" })
}

func oneCountry(list []Place) bool {
	return !slices.ContainsFunc(list, func(x Place) bool { return x.Ref.Country != list[0].Ref.Country })
}

// listedPlaces are the places that the noun of a trigger lists, each once.
func (p *pass) listedPlaces(t *tree, tr located) []Place {
	if tr.POS != "N" || tr.Role != lexicon.Event || !isPlural(t.Tokens[tr.head]) && !strings.HasSuffix(t.lemmaAt(tr.head), "ing") {
		return nil // "the attack in A and B" is one
	}
	if list := p.listFrom(t, p.placeBehind(t, tr)); len(list) > 0 {
		return list
	}
	return p.listBefore(t, tr)
}

// placeBehind is the token at which the first place behind a noun begins, "attacks IN A",
// "bombings OF EMBASSIES IN A"; -1 without one.
func (p *pass) placeBehind(t *tree, tr located) int {
	for k := tr.to; k < min(tr.to+8, len(t.Tokens)); k++ {
		switch w := t.Tokens[k]; {
		case p.placeStarting(t, k) != nil && !t.rel(k, "compound", "amod"): // not "of U.S. embassies in A"
			if t.Tokens[k-1].POS == "ADP" || t.lemmaAt(k-1) == "the" && t.Tokens[k-2].POS == "ADP" {
				return k
			}
			return -1
		case w.POS == "VERB" || w.POS == "AUX" || w.POS == "PUNCT" || w.POS == "CCONJ" || w.POS == "PRON" || w.POS == "SCONJ":
			return -1
		}
	}
	return -1
}

// placeStarting is the place of the sentence that begins at token k, nil if none does.
func (p *pass) placeStarting(t *tree, k int) *Place {
	for i := range p.places[t.Index] {
		if x := &p.places[t.Index][i]; tokenAt(t, x.Start) == k && x.Ref.Country != "" && !x.Filing {
			return x
		}
	}
	return nil
}

// listFrom are the places of a list that begins at token k, if it has a last link.
func (p *pass) listFrom(t *tree, k int) []Place {
	var list []Place
	and := false
	for k >= 0 && k < len(t.Tokens) && len(list) < mostSites {
		x := p.placeStarting(t, k)
		if x == nil {
			break
		}
		list = addPlace(list, *x)
		k = afterPlace(t, placed{*x, dateline.PlaceSite}, k)
		next, final := p.nextLink(t, k)
		k, and = next, and || final
	}
	if !and {
		return nil
	}
	return list
}

// nextLink is the token at which the next place of a list begins behind token k, with
// nothing but commas, "and", "in" and "the" between; -1 without one. final says that the
// last link lies between.
func (p *pass) nextLink(t *tree, k int) (next int, final bool) {
	from := k
	for ; k < min(from+5, len(t.Tokens)); k++ {
		if k > from && p.placeStarting(t, k) != nil {
			return k, final
		}
		switch l := t.lemmaAt(k); {
		case l == "and":
			final = true
		case l != "," && l != "in" && l != "the" && l != "of" && l != "at":
			return -1, false
		}
	}
	return -1, false
}

// addPlace adds a place to a list that does not hold it or its country.
func addPlace(list []Place, x Place) []Place {
	same := func(y Place) bool {
		return y.Ref.Country == x.Ref.Country && (y.Ref.City == x.Ref.City || x.Ref.City == "")
	}
	if slices.ContainsFunc(list, same) {
		return list
	}
	return append(list, x)
}

// listBefore are the places that a list before a noun names, "the A, B and C attacks".
func (p *pass) listBefore(t *tree, tr located) []Place {
	first := -1
	for k := tr.from - 1; k >= max(0, tr.from-14); k-- {
		if p.placeStarting(t, k) != nil {
			first = k
		}
	}
	if first < 0 || first == 0 || t.lemmaAt(first-1) != "the" {
		return nil
	}
	return p.listFrom(t, first)
}
