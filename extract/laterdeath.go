package extract

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// laterDeaths gives deaths that are told by themselves, "the victim died on
// Thursday at a hospital in X", to the one account of violence in which somebody
// was hurt who may be the dead person (CAS-12). Day and place of the death are
// not those of the violence.
func (p *pass) laterDeaths(list []*account) []*account {
	return slices.DeleteFunc(list, func(a *account) bool { return p.laterDeath(list, a) })
}

// laterDeath gives a to the account of the list that it is a later death of, and
// says whether there is one.
func (p *pass) laterDeath(list []*account, a *account) bool {
	if !p.singleDeaths(a) {
		return false
	}
	host := p.hostOf(list, a)
	if host == nil {
		return false
	}
	death := *a
	death.times, death.places, death.targets = nil, nil, nil
	host.merge(&death)
	return true
}

// singleDeaths: the account tells of the deaths of single persons and of nothing
// that killed them.
func (p *pass) singleDeaths(a *account) bool {
	if a.kind != dateline.KindIncident || a.temporal != dateline.Past || a.negated || a.apart || len(a.harms) == 0 || len(a.facets.Means) > 0 {
		return false
	}
	for _, tr := range a.triggers {
		if tr.POS != "V" || !p.lex.Is(lexicon.PassesAway, tr.Words[0]) {
			return false
		}
	}
	for _, h := range a.harms {
		if h.count.Measure != dateline.Killed || !p.single(h) && !lastOf(h) {
			return false
		}
	}
	return true
}

// tellsOfDying: all that the account tells is that somebody died.
func (p *pass) tellsOfDying(a *account) bool {
	return !slices.ContainsFunc(a.triggers, func(tr located) bool { return !p.trees[tr.sentence].dies(tr.head) })
}

// lastOf: the number counts up to the one who died, "a FIFTH victim died, raising
// the toll to five".
func lastOf(h harm) bool { return h.rule == ruleNth || strings.HasPrefix(h.rule, ruleToll) }

// hostOf is the only account of violence that the death may belong to, nil if
// there is none or several.
func (p *pass) hostOf(list []*account, death *account) *account {
	var host *account
	for _, b := range list {
		if b == death || b.kind != dateline.KindIncident || b.temporal != dateline.Past || !violent(b) || !p.mayHaveHurt(b, death) {
			continue
		}
		if host != nil {
			return nil
		}
		host = b
	}
	return host
}

// mayHaveHurt: everybody who died may be one of those hurt in the account.
func (p *pass) mayHaveHurt(b, death *account) bool {
	cast := p.cast(b)
	for _, h := range death.harms {
		if lastOf(h) {
			if !slices.ContainsFunc(b.harms, func(x harm) bool {
				return x.count.Measure == dateline.Killed && x.count.Anchor != nil && *x.count.Anchor <= *h.count.Anchor
			}) {
				return false
			}
			continue
		}
		who, _ := p.describe(h)
		if !slices.ContainsFunc(cast, func(w *person) bool { return (w.dead || w.hurt || w.shot) && w.mayBe(who) }) {
			return false
		}
	}
	return true
}
