package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// fillPlaces gives the account the locative places of its sentence (PLC-5);
// "from X into Y" makes X the start (PLC-6).
func (p *pass) fillPlaces(t *tree, sentence int, a *account, groups []*account) {
	if own := p.placesBefore(t, sentence, a); len(own) > 0 {
		a.places = append(a.places, own...)
		return
	}
	for _, x := range p.places[sentence] {
		k := tokenAt(t, x.Start)
		if k < 0 || !p.isSite(t, x, k) || nearest(t, k, groups) != a || p.ofSomethingElse(t, x, k, a, groups) {
			continue
		}
		role := dateline.PlaceSite
		if shotFrom(t, k) || t.marker(p.topOf(t, x, k)) == "from" && crossFire(a) {
			role = dateline.PlaceStart
		}
		x.Ref.Role = role
		a.places = append(a.places, placed{x, role})
	}
	p.dropTellers(sentence, a, groups)
	p.dropAbroad(t, sentence, a)
}

// isSite: the name is that of a place where something can have happened, and says of nobody
// who they are.
func (p *pass) isSite(t *tree, x Place, k int) bool {
	return p.locative(t, x.Sentence, x, k) && !hollow(x) && !p.besideTown(x) && !p.ownCountry(x.Sentence, x) && !p.saysWhose(t, x) &&
		!p.insideName(t, x.Sentence, k) && !p.titleOf(t, k) && !p.comesFrom(t, x, k) && !p.insideSite(x.Sentence, x)
}

// ofSomethingElse: the place is that of another account of the sentence, of those who tell
// of it, or of what came after it.
func (p *pass) ofSomethingElse(t *tree, x Place, k int, a *account, groups []*account) bool {
	return p.besidePicture(t, k, a) || p.siteOfOther(t, x, a, groups) || t.amongOthers(k) ||
		broughtTo(t, k) || p.whereTreated(t, x, k) || p.ofSpeaker(t, k, a) || afterwards(t, k, a) || p.ofFollowUp(t, x, k, a)
}

// placesBefore are the places that stand between the time and the noun of the account,
// "the 1998 LOMVAR bombing"; no other of the sentence is as near.
func (p *pass) placesBefore(t *tree, sentence int, a *account) []placed {
	var out []placed
	for _, x := range p.places[sentence] {
		next := tokenAt(t, x.End)
		before := func(tr located) bool {
			return tr.Role == lexicon.Event && tr.sentence == sentence && tr.POS == "N" && t.leadsTo(next, tr)
		}
		if x.Class != "demonym" && !hollow(x) && next > 0 && slices.ContainsFunc(a.triggers, before) {
			x.Ref.Role = dateline.PlaceSite
			out = append(out, placed{x, dateline.PlaceSite})
		}
	}
	return out
}

// dropAbroad leaves out what another clause of the sentence names in another
// country: where a place stands in the clause of the trigger, that is the site.
func (p *pass) dropAbroad(t *tree, sentence int, a *account) {
	site := slices.IndexFunc(a.places, func(y placed) bool {
		return y.Sentence == sentence && y.role == dateline.PlaceSite && y.Ref.Country != "" && a.inClause(t, tokenAt(t, y.Start))
	})
	if site < 0 {
		return
	}
	country := a.places[site].Ref.Country
	a.places = slices.DeleteFunc(a.places, func(x placed) bool {
		return x.Sentence == sentence && x.role == dateline.PlaceSite && x.Ref.Country != "" && x.Ref.Country != country &&
			!a.inClause(t, tokenAt(t, x.Start))
	})
}

// inClause says whether a token hangs on a trigger of the account with no other
// verb between.
func (a *account) inClause(t *tree, k int) bool {
	top := a.above(t, k, len(t.Tokens))
	return top >= 0 && a.holds(top)
}

// above is the nearest verb or trigger of the account on the way up from token
// k, k itself and so many steps included; -1 if there is none.
func (a *account) above(t *tree, k, steps int) int {
	for ; k >= 0 && steps >= 0; k, steps = t.Tokens[k].Head, steps-1 {
		if t.isVerb(k) || a.holds(k) {
			return k
		}
	}
	return -1
}

// locative: the place stands in locative syntax, or is coordinated with one
// that does ("on A in April and B in May").
func (p *pass) locative(t *tree, sentence int, x Place, k int) bool {
	if x.Locative || k < 0 || x.Class == "demonym" {
		return x.Locative
	}
	if p.ofTerrain(t, k) {
		return true
	}
	if t.lemmaAt(k-1) != "and" && t.lemmaAt(k-1) != "," && t.lemmaAt(k-1) != "or" {
		return false
	}
	for _, y := range p.places[sentence] {
		j := tokenAt(t, y.Start)
		if y.Locative && j >= 0 && j < k && y.Class == x.Class && (t.firstConjunct(k) == t.firstConjunct(j) || k-j <= 6) {
			return true
		}
	}
	return false
}

// ofTerrain: "in the desert of Anbar province", "on the outskirts of X": the
// name hangs on a part of a land that stands in locative syntax itself.
func (p *pass) ofTerrain(t *tree, k int) bool {
	for steps := 0; steps < 3 && t.Tokens[k].Head >= 0 && t.rel(k, "nmod", "nmod:poss", "compound", "flat"); steps++ {
		if m := t.marker(k); m != "" && m != "of" && m != "'s" {
			return false
		}
		k = t.Tokens[k].Head
		switch m := t.marker(k); {
		case !p.lex.Is(lexicon.Terrain, t.lemmaAt(k)):
			return false
		case m == "in" || m == "at" || m == "near" || m == "on" || m == "outside" || m == "around":
			return true
		}
	}
	return false
}

// ownCountry: a mission of a country does not lie in that country (PLC-2); a
// place taken for it from the sentence, or from its name, is none.
func (p *pass) ownCountry(sentence int, x Place) bool {
	if x.Class != "site" || x.Ref.Country == "" {
		return false
	}
	for _, y := range p.places[sentence] {
		inside := x.Start <= y.Start && y.End <= x.End && y.Ref.Country == x.Ref.Country
		if inside && (y.Class == "demonym" && x.Ref.Inferred || y.Class != "site" && y.Ref.City == "" && p.ofMission(y)) {
			return true
		}
	}
	return x.Ref.Inferred && slices.ContainsFunc(p.actors[sentence], func(a Actor) bool {
		return x.Start <= a.Start && a.End <= x.End && a.Ref.Country == x.Ref.Country
	})
}

// saysWhose: the country says of whom or of what the next noun is, "the US JOURNALIST's
// murder", "the U.S. EMBASSY".
func (p *pass) saysWhose(t *tree, x Place) bool {
	next := tokenAt(t, x.End)
	if x.Class != "country" || next < 0 {
		return false
	}
	return p.ofMission(x) || t.Tokens[next].POS == "NOUN" && p.lex.Nouns[t.lemmaAt(next)].Person
}

// hollow: "the embassy", "a market" with nothing that says which.
func hollow(x Place) bool {
	return x.Ref.Precision == dateline.P9 && x.Ref.Place == "" && len(x.Ref.Candidates) == 0
}

// titleOf: "ambassador to Turkey", "minister of X" place nobody.
func (p *pass) titleOf(t *tree, k int) bool {
	h := t.Tokens[k].Head
	if h < 0 || !t.rel(k, "nmod") || !p.lex.Nouns[t.Tokens[h].Lemma].Person {
		return false
	}
	m := t.marker(k)
	return m == "to" || m == "of" || m == "for"
}

// comesFrom: "two students FROM INDIA were killed" says who they are, for a whole country
// only: somebody from a county was likely hurt there.
func (p *pass) comesFrom(t *tree, x Place, k int) bool {
	top := p.topOf(t, x, k)
	h := t.Tokens[top].Head
	return x.Ref.Admin1 == "" && h >= 0 && h < k && t.rel(top, "nmod") && t.marker(top) == "from" && p.lex.Nouns[t.Tokens[h].Lemma].Person
}

// topOf is the token of the expression that its arcs come from.
func (p *pass) topOf(t *tree, x Place, k int) int {
	for i := k; i < len(t.Tokens) && t.Tokens[i].Start < x.End; i++ {
		if h := t.Tokens[i].Head; h < 0 || t.Tokens[h].Start < x.Start || t.Tokens[h].Start >= x.End {
			return i
		}
	}
	return k
}

// insideSite: the name is part of the name of a site.
func (p *pass) insideSite(sentence int, x Place) bool {
	for _, y := range p.places[sentence] {
		if y.Class == "site" && y.Start <= x.Start && x.End <= y.End && x.Class != "site" && y.Ref.Place == "" {
			return true
		}
	}
	return false
}

// amongOthers: "the bloodiest of several attacks IN FRANCE AND BELGIUM": token k stands behind
// the happenings that one is ranked among.
func (t *tree) amongOthers(k int) bool {
	among := false
	for i := k - 1; i >= 0 && !t.isVerb(i); i-- {
		switch {
		case isPlural(t.Tokens[i]) && t.lex.Is(lexicon.Happening, t.lemmaAt(i)):
			among = true
		case among && (t.Tokens[i].Tag == "JJS" || t.lex.Is(lexicon.Superlative, t.lemmaAt(i))):
			return t.lemmaAt(i+1) == "of" || t.lemmaAt(i+1) == "in"
		}
	}
	return false
}

// siteOfOther: the site is only inferred to lie where the sentence tells of another account,
// "tore a crater in THE ROAD in revenge for a raid on Kunduz".
func (p *pass) siteOfOther(t *tree, x Place, a *account, groups []*account) bool {
	if x.Class != "site" || !x.Ref.Inferred {
		return false
	}
	named := 0
	for _, y := range p.places[t.Index] {
		if y.Class == "site" || y.Ref.Country != x.Ref.Country || y.Ref.Admin1 != x.Ref.Admin1 || y.Ref.City != x.Ref.City {
			continue
		}
		if y.Start < x.Start || nearest(t, tokenAt(t, y.Start), groups) == a {
			return false
		}
		named++
	}
	return named > 0
}

// broughtTo: "taken to Marvesk General Hospital" says where the wounded went,
// not where they were hurt.
func broughtTo(t *tree, k int) bool {
	for steps := 0; k >= 0 && steps < 4; k, steps = t.Tokens[k].Head, steps+1 {
		if t.isVerb(k) {
			return false
		}
		if v := t.Tokens[k].Head; v >= 0 && !t.isNoun(v) && t.marker(k) == "to" && t.lex.Is(lexicon.Brings, t.lemmaAt(v)) {
			return true
		}
	}
	return false
}

// whereTreated: "died at Marvesk General Hospital", "a hospital in Marvesk, where
// she was pronounced dead".
func (p *pass) whereTreated(t *tree, x Place, k int) bool {
	if !p.inHospital(t, x, k) && !p.lex.Is(lexicon.Hospital, t.lemmaAt(afterPlace(t, placed{Place: x}, k))) {
		return false
	}
	for steps := 0; k >= 0 && steps < 4; k, steps = t.Tokens[k].Head, steps+1 {
		if then := t.child(k, "acl:relcl"); t.treats(k) || then >= 0 && t.treats(then) {
			return true
		}
		if t.isVerb(k) {
			return false
		}
	}
	return false
}

// ofSpeaker: where those are who only give numbers: "a rights group IN ADDIS ABABA
// says 44 died", "the ministry in Baghdad gave the toll as two".
func (p *pass) ofSpeaker(t *tree, k int, a *account) bool {
	if hasEvent(a) {
		return false
	}
	if t.accordingTo(k) {
		return true
	}
	for steps := 0; k >= 0 && steps < 5 && !a.holds(k); k, steps = t.Tokens[k].Head, steps+1 {
		if !t.rel(k, "nsubj") {
			continue
		}
		verb := t.Tokens[k].Head
		return p.lex.Speech[t.lemmaAt(verb)] != "" || t.lex.Is(lexicon.Tallies, t.lemmaAt(verb))
	}
	return false
}

// treats: the verb tells what became of a patient.
func (t *tree) treats(verb int) bool {
	l := t.lemmaAt(verb)
	return t.isVerb(verb) && (t.lex.Is(lexicon.PassesAway, l) || t.lex.Is(lexicon.Stays, l) || t.lex.Is(lexicon.Conveys, l) || l == "pronounce" || l == "recover")
}

// afterwards: "was arrested in France", "has fled to Kenya" say where somebody
// was later. A verb that is a trigger of the account, or governs one as what it
// is about, tells of the incident itself.
func afterwards(t *tree, k int, a *account) bool {
	top := a.above(t, k, 3)
	return top >= 0 && !a.holds(top) && t.lex.Is(lexicon.Afterwards, t.lemmaAt(top))
}

// shotFrom: "a rocket fired FROM ORVANE", "snipers shooting from Kalme".
func shotFrom(t *tree, k int) bool {
	return t.lemmaAt(k-1) == "from" && t.lex.Is(lexicon.ShootsOff, t.lemmaAt(k-2))
}

func crossFire(a *account) bool {
	return a.facets.Has(dateline.IndirectFire, dateline.Missile) || a.facets.Act == dateline.Abduction
}

func (p *pass) insideName(t *tree, sentence, k int) bool {
	a := p.actorAt(t, sentence, k)
	return a != nil && (a.Kind == dateline.PersonExpression || a.Kind == dateline.SourceExpression)
}

// birthplace: "BORN in Mosul", "a NATIVE of Idlib", "the men, ALL from Punjab," tell of
// somebody and not of what happened.
func (p *pass) birthplace(x Place) bool {
	t := p.trees[x.Sentence]
	k := tokenAt(t, x.Start)
	if k > 2 && t.lemmaAt(k-1) == "from" && t.lex.Is(lexicon.AllOf, t.lemmaAt(k-2)) && t.Tokens[k-3].Text == "," {
		return true
	}
	for steps := 0; k >= 0 && steps < 3; steps++ {
		if k = t.Tokens[k].Head; k >= 0 && (t.lex.Is(lexicon.Origin, lower(t.Tokens[k].Text)) || t.lex.Is(lexicon.Origin, t.lemmaAt(k))) {
			return true
		}
		if k >= 0 && t.isVerb(k) {
			return false
		}
	}
	return false
}

// onGround: "in Syrian TERRITORY", "on Turkish SOIL" name the country.
func (p *pass) onGround(x Place) Place {
	t := p.trees[x.Sentence]
	k, next := tokenAt(t, x.Start), tokenAt(t, x.End)
	if x.Class != "demonym" || k < 1 || next < 0 || !t.lex.Is(lexicon.Ground, t.lemmaAt(next)) {
		return x
	}
	switch t.lemmaAt(k - 1) {
	case "in", "on", "inside", "within", "into", "onto", "over", "the":
		x.Class, x.Locative = "country", true
	}
	return x
}
