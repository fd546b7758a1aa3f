package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file tells the towns that a report names beside the one where it happened (PLC-3,
// PLC-8): where it was filed, what lies near, and what it comes to speak of later. The
// towns of local papers are weighed as they are.

// withoutAside leaves out the towns that are only named aside where the report puts what
// happened into another of the country.
func (p *pass) withoutAside(a *account, list towns) towns {
	if p.setting.Home.Place.Ref.Country != "" {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), func(t *town) bool {
		return len(t.named) > 0 && t.outside == nil && slices.ContainsFunc(list, func(o *town) bool { return o != t && p.standsBefore(a, o, t) })
	})
}

// standsBefore: town o is named where the account is told, and town t only as where the
// report was filed, what o may lie near, or elsewhere in the report.
func (p *pass) standsBefore(a *account, o, t *town) bool {
	if o.ref().Country != t.ref().Country {
		return false
	}
	here := func(proper bool) bool {
		return slices.ContainsFunc(o.named, func(x Place) bool { return !(proper && x.Ref.NotProper) && p.putThere(a, x) })
	}
	return t.every(func(x Place) bool { return x.Filing }) && here(false) ||
		t.every(func(x Place) bool { return x.Filing || x.Ref.NotProper }) && o.seen["at distance"] == 0 && here(true) ||
		t.every(func(x Place) bool { return !p.besideAccount(a, x) }) && p.states(a, o)
}

func (t *town) every(is func(Place) bool) bool {
	return !slices.ContainsFunc(t.named, func(x Place) bool { return !is(x) })
}

// putThere: the name says where something was, in a sentence of the account or the one
// behind: "the base, on the edge of ORVANE", "men came to the village of KALME".
func (p *pass) putThere(a *account, x Place) bool {
	t := p.trees[x.Sentence]
	k := tokenAt(t, x.Start)
	if k < 0 || p.ofOffice(t, k) || x.Filing || !p.besideAccount(a, x) || p.birthplace(x) || p.toldFrom(x, p.accounts) {
		return false
	}
	switch p.standing(t, x, k) {
	case "in", "at", "near", "outside":
		return true
	case "else":
		return x.Locative && (t.lemmaAt(k-1) == "of" || t.lemmaAt(k-1) == "between")
	}
	return false
}

// besideAccount: the name stands in a sentence of the account or the one behind or, where the
// account begins there, in the lede.
func (p *pass) besideAccount(a *account, x Place) bool {
	return x.Sentence < ledeSentences && a.sentences[0] < ledeSentences || slices.Contains(a.sentences, x.Sentence) || slices.Contains(a.sentences, x.Sentence-1)
}

// states: the account says itself that it was in the town.
func (p *pass) states(a *account, t *town) bool {
	return slices.ContainsFunc(a.places, func(x placed) bool {
		return x.role == dateline.PlaceSite && x.Ref.City != "" && !x.Ref.Inferred && !x.Ref.NotProper && townKey(x.Ref) == t.key && !p.toldFrom(x.Place, p.accounts)
	})
}

// ofOffice: "a court IN ORVANE", "police in Kalme" say where an office is.
func (p *pass) ofOffice(t *tree, k int) bool {
	before := t.lemmaAt(k - 2)
	return p.lex.Is(lexicon.Court, before) || p.lex.Is(lexicon.Police, before) || p.lex.Is(lexicon.Hospital, before)
}
