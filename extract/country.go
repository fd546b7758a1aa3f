package extract

import "github.com/opendateline/dateline"

// This file says in what country, and for the main account in what division, an
// account lies of which no words say where it was (PLC-11). It is a claim for the
// record and no place of the mention: what an account leaves open must not tell it
// from others or bring it to them.

// container writes the town that all accounts of the report lie in, else the unit that all
// its places do, if no claim says of the account where it was.
func (w *writer) container() {
	for _, c := range w.claims {
		if c.Attribute == dateline.AttrPlace && c.Value.Place.Country != "" {
			return
		}
	}
	if x, ok := w.commonTown(w.account); ok {
		w.lies(x, townOf(x.Ref), "PLC-11/town")
		return
	}
	x, ok := w.commonContainer(w.account)
	if !ok {
		return
	}
	if w.account.salience != dateline.Main {
		x.Ref.Admin1 = ""
	}
	w.lies(x, unitOf(x.Ref), "PLC-11/container")
}

// lies writes that the account lies in a unit, at the place that says so of others.
func (w *writer) lies(x Place, unit dateline.PlaceRef, rule string) {
	c := w.add(dateline.AttrPlace, dateline.Value{Place: &unit}, x.Sentence, tokenAt(w.trees[x.Sentence], x.Start), w.runes.Span(x.Start, x.End), rule)
	c.Modality, c.Confidence = dateline.Inferred, confidence(dateline.Inferred)
}

// unitOf is the division, else the country, that a place lies in; nobody states it.
func unitOf(x dateline.PlaceRef) dateline.PlaceRef {
	unit := dateline.PlaceRef{Name: x.CountryName, Span: x.Span, Role: dateline.PlaceSite, Precision: dateline.P6,
		Country: x.Country, CountryName: x.CountryName, Inferred: true}
	if x.Admin1 != "" {
		unit.Name, unit.Admin1, unit.Precision = x.Admin1, x.Admin1, dateline.P4
	}
	return unit
}

// commonContainer is a place in the country that the report tells of, with its
// division if all places of the report lie in that one, or the outlet's home where
// the report names no place at all; false if it tells of several countries.
func (p *pass) commonContainer(a *account) (Place, bool) {
	counted := map[string]int{}
	var common *Place
	for s := range p.places {
		for _, x := range p.places[s] {
			if x.Ref.Country == "" || x.Class == "demonym" || p.saysWhose(p.trees[s], x) || p.ownCountry(s, x) {
				continue
			}
			counted[x.Ref.Country]++
			switch {
			case common == nil:
				common = &x
			case common.Ref.Country != x.Ref.Country || x.Ref.Precision != dateline.P6 && common.Ref.Admin1 != x.Ref.Admin1:
				common.Ref.Admin1 = ""
			}
		}
	}
	if common == nil {
		home := p.setting.Home.Place
		home.Ref.Admin1 = ""
		return p.citedAtTrigger(a, home), home.Ref.Country != ""
	}
	if len(counted) == 1 {
		return *common, true
	}
	if x, ok := p.foremostCountry(counted); ok {
		return x, true
	}
	return p.prevailingCountry()
}

// prevailingCountry is a place in the country that three fifths of what a report names are
// in or of, its people and forces too ("Ukrainian police"), where the main account says
// nowhere that it lay abroad.
func (p *pass) prevailingCountry() (Place, bool) {
	named, total := map[string]int{}, 0
	for s := range p.places {
		for _, x := range p.places[s] {
			if x.Ref.Country != "" {
				named[x.Ref.Country]++
				total++
			}
		}
	}
	main := p.mainAccount()
	for s := range p.places {
		for _, x := range p.places[s] {
			if c := x.Ref.Country; c != "" && x.Class != "demonym" && !p.saysWhose(p.trees[s], x) && named[c] >= fewestNamed && 5*named[c] >= 3*total && (main == nil || !liesOutside(main, x.Ref)) {
				x.Ref.Admin1 = ""
				return x, true
			}
		}
	}
	return Place{}, false
}

// fewestNamed times a country must be named to prevail.
const fewestNamed = 3

// foremostCountry is a place in the country that most of the places of the report
// lie in, if its main account lies there too; of the others it speaks in passing.
func (p *pass) foremostCountry(counted map[string]int) (Place, bool) {
	total := 0
	for _, n := range counted {
		total += n
	}
	for _, b := range p.accounts {
		if b.salience != dateline.Main {
			continue
		}
		for _, x := range b.places {
			if c := x.Ref.Country; c != "" && x.role == dateline.PlaceSite && foremostShare*counted[c] >= total {
				x.Ref.Admin1 = ""
				return x.Place, true
			}
		}
	}
	return Place{}, false
}

// foremostShare: half of all places.
const foremostShare = 2
