package extract

import (
	"slices"

	"github.com/opendateline/dateline"
)

// setSalience marks the account told first and at most length as main, those
// that lie before it in time as recaps, the others as secondary (§7.6).
func (p *pass) setSalience() {
	var main *account
	most := 0
	for _, a := range p.accounts {
		if a.kind != dateline.KindIncident || a.whole != nil {
			a.salience = dateline.Secondary
			continue
		}
		weight := 2*len(a.sentences) + len(a.harms)
		if a.sentences[0] <= 1 && !p.looksBack(a) {
			weight += 3
		}
		if weight > most && !p.recaps(a) {
			main, most = a, weight
		}
	}
	for _, a := range p.accounts {
		switch {
		case a == main:
			a.salience = dateline.Main
		case a.whole != nil && a.whole == main:
			a.salience = dateline.Secondary
		case main != nil && isBefore(a, main):
			a.salience = dateline.Recap
		default:
			a.salience = dateline.Secondary
		}
	}
}

// looksBack: an account told before this one is of a later day: "gunmen attacked a bus
// on Sunday. In January a bomb hit a church there".
func (p *pass) looksBack(a *account) bool {
	for _, b := range p.accounts {
		if b == a {
			return false
		}
		if b.kind == dateline.KindIncident && b.whole == nil && isBefore(a, b) && bestDate(b) != nil {
			return true
		}
	}
	return false
}

func isBefore(a, b *account) bool {
	da, db := bestDate(a), bestDate(b)
	return da != nil && da.Latest.Known() && (db == nil || !db.Earliest.Known() || da.Latest < db.Earliest)
}

// mainAccount is what the report mainly tells of, nil if it tells of nothing.
func (p *pass) mainAccount() *account {
	i := slices.IndexFunc(p.accounts, func(a *account) bool { return a.salience == dateline.Main })
	if i < 0 {
		return nil
	}
	return p.accounts[i]
}
