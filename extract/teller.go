package extract

import (
	"slices"

	"github.com/opendateline/dateline"
)

// This file tells the town where somebody tells of the incident from the town where it
// happened (PLC-8): "police said in Marvesk".

// withoutTellers leaves out the towns of which the text says only that somebody told of
// it there ("the ministry in Marvesk said"), where the account states a unit without a
// town, or a sentence of it names another town of the country outside of such words.
// Police act in their own division.
func (p *pass) withoutTellers(a *account, list towns) towns {
	return slices.DeleteFunc(slices.Clone(list), func(t *town) bool {
		told := len(t.named) > 0 && t.outside == nil && !slices.ContainsFunc(t.named, func(x Place) bool { return !p.toldFrom(x, p.accounts) })
		return told && (p.statesUnit(a, t) || slices.ContainsFunc(list, func(o *town) bool { return p.beatsTeller(a, o, t) }))
	})
}

// beatsTeller: a sentence of the account names town o, and not as where somebody told of it.
func (p *pass) beatsTeller(a *account, o, t *town) bool {
	return o != t && t.maySpeakFor(o.ref()) && slices.ContainsFunc(o.named, func(x Place) bool {
		return !x.Filing && slices.Contains(a.sentences, x.Sentence) && !p.toldFrom(x, p.accounts) && p.mayBeSite(x)
	})
}

// statesUnit: the account says in which district, division or part of the country it
// was, and no town: "in BANNU DISTRICT, officials in Marvesk said" (PLC-1).
func (p *pass) statesUnit(a *account, t *town) bool {
	return slices.ContainsFunc(a.places, func(x placed) bool {
		return isUnit(x.Ref) && x.role == dateline.PlaceSite && !x.Ref.Inferred && t.maySpeakFor(x.Ref) && !p.toldFrom(x.Place, p.accounts)
	})
}

// dropTellers leaves out of the places of one sentence those of who told of it, where it
// names another of the country or a unit there, "in Bannu district, officials IN PESHAWAR
// said", or speaks of what was told before: "a spokesman IN POTSDAM said that after the
// bombing police came".
func (p *pass) dropTellers(sentence int, a *account, groups []*account) {
	teller := func(x placed) bool { return x.Sentence == sentence && x.Ref.City != "" && p.toldFrom(x.Place, groups) }
	happened := func(country string) bool {
		return slices.ContainsFunc(a.places, func(x placed) bool {
			return x.Sentence == sentence && x.Ref.Country == country && (x.Ref.City != "" || isUnit(x.Ref)) && !p.toldFrom(x.Place, groups)
		})
	}
	back := len(p.accounts) > 0 && p.reference(a) > 0
	a.places = slices.DeleteFunc(slices.Clone(a.places), func(x placed) bool { return teller(x) && (back || happened(x.Ref.Country)) })
}

// isUnit: a district, a division or a part of a country.
func isUnit(x dateline.PlaceRef) bool {
	return x.City == "" && x.Precision >= dateline.P3 && x.Precision <= dateline.P5
}

// maySpeakFor: those who tell of it in the town may do so of what happened there, in the
// same country and, of its police, in another division.
func (t *town) maySpeakFor(there dateline.PlaceRef) bool {
	own := t.ref()
	return there.Country == own.Country && (there.Admin1 == own.Admin1 || t.seen["at police"] == 0)
}

// mayBeSite: the name of a town says neither where somebody comes from, nor where the
// wounded went, nor what police or court it is.
func (p *pass) mayBeSite(x Place) bool {
	t := p.trees[x.Sentence]
	k := tokenAt(t, x.Start)
	if k < 0 {
		return false
	}
	switch p.standing(t, x, k) {
	case "hospital", "distance", "police", "court", "person", "name", "noun":
		return false
	}
	return true
}

// toldFrom: the name says where those are who tell of it, "police said IN MARVESK",
// "the mayor told a reporter in Marvesk", and no trigger of the account stands between.
func (p *pass) toldFrom(x Place, accounts []*account) bool {
	t := p.trees[x.Sentence]
	k := tokenAt(t, x.Start)
	if k < 0 || p.standing(t, x, k) == "name" {
		return false // "the Marvesk Daily News reported"
	}
	if p.tellsThere(t, k, tokenAt(t, x.End), accounts) || t.accordingTo(k) {
		return true
	}
	for steps := 0; k >= 0 && steps < 7; k, steps = t.Tokens[k].Head, steps+1 {
		if opens(t, k, accounts) {
			return false
		}
		if v := t.Tokens[k].Head; v >= 0 && t.isVerb(v) {
			return p.lex.Speech[t.lemmaAt(v)] != "" && !opens(t, v, accounts) && t.rel(k, "nsubj", "obl", "obj", "iobj", "nmod")
		}
	}
	return false
}

// accordingTo: "two were hurt, ACCORDING TO the consulate in Marvesk": no verb or comma stands
// between the words and token k.
func (t *tree) accordingTo(k int) bool {
	for i := k - 1; i > 0 && !t.isVerb(i) && t.Tokens[i].Text != ","; i-- {
		if t.lemmaAt(i) == "to" && lower(t.Tokens[i-1].Text) == "according" {
			return true
		}
	}
	return false
}

// tellsThere: "police IN MARVESK said", whatever the parse hangs them on: a noun that is no
// trigger stands before, and a verb of saying behind.
func (p *pass) tellsThere(t *tree, k, behind int, accounts []*account) bool {
	says := behind > 0 && t.isVerb(behind) && p.lex.Speech[t.lemmaAt(behind)] != "" && !opens(t, behind, accounts)
	return says && k > 1 && t.lemmaAt(k-1) == "in" && t.isNoun(k-2) && !opens(t, k-2, accounts) && t.Tokens[k-2].POS != "PROPN"
}

// opens: token k is of a trigger of some account.
func opens(t *tree, k int, accounts []*account) bool {
	return slices.ContainsFunc(accounts, func(b *account) bool { return b.opensAt(t, k) })
}
