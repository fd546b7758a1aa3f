package extract

import "slices"

// This file tells the town where somebody tells of the incident from the town where it
// happened (PLC-8): "police said in Marvesk".

// withoutTellers leaves out the towns of which the text says only that somebody told of
// it there ("the ministry in Marvesk said"), where a sentence of the account names
// another town of the country outside of such words. Police act in their own division.
func (p *pass) withoutTellers(a *account, list towns) towns {
	rival := func(x Place) bool {
		return !x.Filing && slices.Contains(a.sentences, x.Sentence) && !p.toldFrom(x) && p.mayBeSite(x)
	}
	beats := func(o, t *town) bool {
		x, y := o.ref(), t.ref()
		return o != t && x.Country == y.Country && (x.Admin1 == y.Admin1 || t.seen["at police"] == 0) && slices.ContainsFunc(o.named, rival)
	}
	return slices.DeleteFunc(slices.Clone(list), func(t *town) bool {
		told := len(t.named) > 0 && t.outside == nil && !slices.ContainsFunc(t.named, func(x Place) bool { return !p.toldFrom(x) })
		return told && slices.ContainsFunc(list, func(o *town) bool { return beats(o, t) })
	})
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
func (p *pass) toldFrom(x Place) bool {
	t := p.trees[x.Sentence]
	k := tokenAt(t, x.Start)
	if k < 0 || p.standing(t, x, k) == "name" {
		return false // "the Marvesk Daily News reported"
	}
	for steps := 0; k >= 0 && steps < 7; k, steps = t.Tokens[k].Head, steps+1 {
		if p.opens(t, k) {
			return false
		}
		if v := t.Tokens[k].Head; v >= 0 && t.isVerb(v) {
			return p.lex.Speech[t.lemmaAt(v)] != "" && !p.opens(t, v) && t.rel(k, "nsubj", "obl", "obj", "iobj", "nmod")
		}
	}
	return false
}

// opens: token k is of a trigger of some account.
func (p *pass) opens(t *tree, k int) bool {
	return slices.ContainsFunc(p.accounts, func(b *account) bool { return b.opensAt(t, k) })
}
