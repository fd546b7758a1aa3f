package extract

import (
	"slices"

	"github.com/opendateline/dateline"
)

// This file says in what town an account lies that names no place, in a report whose
// other accounts all lie in one: "police said he had also robbed a shop a week earlier"
// (PLC-11). Like the country of country.go it is a claim for the record and no place of
// the mention.

// commonTown is a place that names the town, or the county, in which all accounts lie
// that say where they lie, for another one that names no place and is not of long ago;
// false if there are several.
func (p *pass) commonTown(a *account) (Place, bool) {
	main := p.mainAccount()
	if main == nil || a == main || !whollyTold(a) || p.longBefore(a, main) {
		return Place{}, false
	}
	best := bestPlace(main)
	if best == nil || best.Ref.City == "" && !isCounty(best.Ref) || p.namesElsewhere(a, best.Ref) || p.inSomeArea(a) {
		return Place{}, false
	}
	away := func(b *account) bool { return whollyTold(b) && liesOutside(b, best.Ref) }
	if slices.ContainsFunc(p.accounts, away) {
		return Place{}, false
	}
	return p.townItself(best.Place), true
}

// yearBefore is for how many days before its main account what a report tells of
// without a place is taken to lie in the same town.
const yearBefore = 366

// longBefore: the account is dated, and not known to be of the year before the main one,
// or before the report where that has no day.
func (p *pass) longBefore(a, main *account) bool {
	date, then := bestDate(a), p.doc.Report.Published.Earliest
	if d := bestDate(main); d != nil {
		then = d.Earliest
	}
	return date != nil && (!date.Latest.Known() || !then.Known() || date.Latest.DaysUntil(then) > yearBefore)
}

// liesOutside: a place of the account is neither in the town nor may it hold it.
func liesOutside(a *account, town dateline.PlaceRef) bool {
	return len(a.sites) > 0 || slices.ContainsFunc(a.places, func(x placed) bool { return x.Ref.Country != "" && outside(x.Ref, town) })
}

func outside(x, town dateline.PlaceRef) bool {
	if x.City != "" || isCounty(x) {
		return townKey(x) != townKey(town)
	}
	return !mayHold(x, town)
}

// namesElsewhere: a sentence of the account names a place that is not known to be of the
// town or to hold it.
func (p *pass) namesElsewhere(a *account, town dateline.PlaceRef) bool {
	return slices.ContainsFunc(a.sentences, func(s int) bool {
		return slices.ContainsFunc(p.places[s], func(x Place) bool {
			return x.Class != "demonym" && !hollow(x) && (x.Ref.Country == "" || outside(x.Ref, town))
		})
	})
}

// inSomeArea: "in a village", "in another district", "in two towns" are not in the town.
func (p *pass) inSomeArea(a *account) bool {
	return slices.ContainsFunc(a.sentences, func(s int) bool {
		t := p.trees[s]
		for k := range t.Tokens {
			l := t.lemmaAt(k)
			if t.isNoun(k) && (settlement[l] || areas[l] || largeAreas[l]) && (isPlural(t.Tokens[k]) || t.indefinite(k)) {
				return true
			}
		}
		return false
	})
}

// indefinite: the noun has "a" or "another" before it.
func (t *tree) indefinite(k int) bool {
	switch t.lemmaAt(t.child(k, "det")) {
	case "a", "an", "another":
		return true
	}
	return false
}

// townItself is the first name of the town that a place lies in, and the place itself
// where the report does not name it.
func (p *pass) townItself(site Place) Place {
	for s := range p.places {
		for _, x := range p.places[s] {
			if x.Ref.Precision == dateline.P1 && x.Class != "demonym" && townKey(x.Ref) == townKey(site.Ref) {
				return x
			}
		}
	}
	return site
}

// townOf is the town that a place lies in, or its county where no town is known; nobody
// states it of the account.
func townOf(x dateline.PlaceRef) dateline.PlaceRef {
	town := dateline.PlaceRef{Name: x.City, Span: x.Span, Role: dateline.PlaceSite, Precision: dateline.P1,
		Country: x.Country, CountryName: x.CountryName, Admin1: x.Admin1, Admin2: x.Admin2, City: x.City, Inferred: true}
	if x.City == "" {
		town.Name, town.Precision = x.Admin2, dateline.P3
	}
	if x.Precision == town.Precision {
		town.Lat, town.Lon, town.RadiusM = x.Lat, x.Lon, x.RadiusM
	}
	return town
}
