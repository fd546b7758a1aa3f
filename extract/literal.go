package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/earnest"
	"github.com/opendateline/dateline/extract/lexicon"
)

// attested is the weight of words of violence, and of those who speak of it,
// from which a report is taken at its word.
const attested = 5

// dropUnmeant leaves out accounts that nothing shows to be meant literally.
//
// Words of violence are lent to games, prices and germs without end, so that no
// list of what they are lent to can be complete (domain §6, §12). What tells the
// act from its image is what stands with it: people it befell, a party or a
// weapon that did it, and a report that goes on in such words. People die of
// many things: deaths alone are none of violence, unless the report tells of an
// act.
// Of what is left, one account in earnest speaks for all of the report (package
// earnest), as does what stands with its own day or year: it did happen.
func (p *pass) dropUnmeant(list []*account) []*account {
	act := slices.ContainsFunc(p.accounts, func(a *account) bool { return a.kind == dateline.KindIncident && (violent(a) || len(a.perps) > 0) })
	meant := p.attests() || slices.ContainsFunc(p.accounts, func(a *account) bool { return violent(a) && (p.byParty(a) || plain(a) || p.befallsPeople(a)) })
	unmeant := map[*account]bool{}
	for _, a := range list {
		unmeant[a] = a.kind == dateline.KindIncident && !p.isMeant(a, meant, act)
	}
	earnestly := p.inEarnest(list, unmeant)
	return slices.DeleteFunc(list, func(a *account) bool {
		if a.kind != dateline.KindIncident || earnestly && !unmeant[a] {
			return false
		}
		p.leaveOut(p.triggerSpan(a.triggers[0]), "nothing shows that it is meant literally")
		return true
	})
}

// inEarnest: some account of the list, of those that may be meant, stands with its own day
// or year, was denied, or is likely enough one of violence. The signs of the report are gathered only
// where no day decides.
func (p *pass) inEarnest(list []*account, unmeant map[*account]bool) bool {
	mayBe := slices.DeleteFunc(slices.Clone(list), func(a *account) bool { return unmeant[a] })
	if slices.ContainsFunc(mayBe, func(a *account) bool { return a.namedTime || len(a.denials) > 0 }) {
		return true
	}
	incidents := slices.DeleteFunc(mayBe, func(a *account) bool { return a.kind != dateline.KindIncident })
	if len(incidents) == 0 {
		return false
	}
	of := p.reportSigns(list)
	return slices.ContainsFunc(incidents, func(a *account) bool { return p.earnest.Chance(p.earnestSigns(of, a)) >= earnest.Unlikely })
}

// isMeant: meant is what the rest of the report says, act whether it tells of
// anything that somebody did.
func (p *pass) isMeant(a *account, meant, act bool) bool {
	switch {
	case a.listed || p.defused(a) || p.byParty(a) || p.surely(a) || p.onSite(a) || meant && (violent(a) || len(a.perps) > 0 || act):
		return true
	case violent(a) || p.onlyDeaths(a):
		return false
	}
	return meant || p.befallsPeople(a)
}

// defused: the account tells of a device that was made safe.
func (p *pass) defused(a *account) bool {
	return slices.ContainsFunc(a.triggers, func(tr located) bool {
		return tr.Role == lexicon.Device && p.madeSafe(p.trees[tr.sentence], tr.head)
	})
}

// attests: the words of the report are those of violence, or nearly so and it
// names a group or force, or people killed.
func (p *pass) attests() bool {
	weight := p.scene.OfViolence()
	if slices.ContainsFunc(p.actors, func(of []Actor) bool { return slices.ContainsFunc(of, fights) }) {
		weight += 3
	}
	if slices.ContainsFunc(p.accounts, func(a *account) bool { return !p.onlyDeaths(a) && p.befallsPeople(a) }) {
		weight++
	}
	return weight >= attested
}

// fights: a group or force that the registry knows; the police speak of everything.
func fights(x Actor) bool {
	return x.Ref.Actor != "" && x.Class != "police" && organised(x.Ref.Kind)
}

// onlyDeaths: every word of the account says that somebody died, and none that
// somebody killed.
func (p *pass) onlyDeaths(a *account) bool {
	for _, tr := range a.triggers {
		if !p.lex.Is(lexicon.PassesAway, tr.Words[0]) && tr.Words[0] != "death" && !(tr.Words[0] == "find" && len(tr.Words) > 1) {
			return false
		}
	}
	return true
}

// byParty: a force, a group or armed people did it, or people who died by it.
func (p *pass) byParty(a *account) bool {
	return a.facets.Flag(dateline.FlagSuicide) || slices.ContainsFunc(a.perps, func(arg argument) bool {
		t := p.trees[arg.sentence]
		n := p.lex.Nouns[t.lemmaAt(arg.head)].Population
		return t.saidArmed(arg.head) || p.lex.Is(lexicon.Bands, t.lemmaAt(arg.head)) || n == dateline.PopPerpetrators || n == dateline.PopCombatants || slices.ContainsFunc(arg.actors, fights)
	})
}

// plain: words that are hardly ever lent. Nouns that say by what means, "a
// shooting", "the rocket attack", and what is done to helpless people; of
// explosions there are many, so that they need a day and a place.
func plain(a *account) bool {
	if a.facets.Act == dateline.IllTreatment || a.facets.Act == dateline.SexualViolence {
		return true
	}
	if a.facets.Has(dateline.Incendiary) && len(a.targets) > 0 {
		return true // "torched a town hall", "threw petrol bombs at a hostel"
	}
	if a.facets.Act == dateline.ProtestRepressed && hasDay(a) {
		return true // "fired tear gas at the marchers on Sunday"
	}
	if a.facets.Act == dateline.Riot && hasDay(a) && slices.ContainsFunc(a.triggers, func(tr located) bool { return tr.POS == "V" }) {
		return true // "threw stones at the police on Sunday"
	}
	if a.facets.Has(dateline.Firearms) && (hasEvent(a) || !slices.ContainsFunc(a.triggers, func(tr located) bool { return tr.Words[0] == "shoot" })) && slices.ContainsFunc(a.triggers, func(tr located) bool { return tr.Role == lexicon.Harm }) {
		return true // "dies after being shot", "hurt by gunfire"
	}
	if a.facets.Has(dateline.AirDrone, dateline.AirCrewed, dateline.Missile, dateline.IndirectFire) && hasDay(a) && bestPlace(a) != nil {
		return true // "a drone struck a school in Kabul on Sunday"
	}
	return slices.ContainsFunc(a.triggers, func(tr located) bool {
		if tr.Role == lexicon.Device && len(tr.Words) > 1 && hasDay(a) && bestPlace(a) != nil {
			return true // "an explosive device blew up a pylon"
		}
		if tr.Role != lexicon.Event || len(tr.Means) == 0 || tr.POS != "N" {
			return false
		}
		return !slices.Contains(tr.Means, dateline.ExplosiveUnspecific) || tr.Words[0] == "bombing" || hasDay(a) && bestPlace(a) != nil
	})
}

// befallsPeople: those counted are people by noun, name or age, or are counted
// without a noun; no trees, germs or goals.
func (p *pass) befallsPeople(a *account) bool {
	return slices.ContainsFunc(a.harms, func(h harm) bool {
		if h.count.Qualifier == dateline.None {
			return false
		}
		t, others := p.trees[h.sentence], h.count.Noun != "" && p.doc.Sentences[h.sentence].Role != dateline.RoleHeadline
		for k := range t.Tokens {
			if s := p.span(t, k, k+1); s.End <= h.span.Start || s.Start > h.span.End && !t.under(k, tokenAt(t, h.span.Start)) {
				continue
			}
			if p.lex.Nouns[lower(t.lemmaAt(k))].Person || p.personAt(t, h.sentence, k) || isThirdPerson(t.Tokens[k]) || p.nationals(t, h.sentence, k) {
				return true
			}
			others = others || t.Tokens[k].POS == "NOUN" && (p.span(t, k, k+1).Start <= h.span.End || t.marker(k) == "of")
		}
		return !others
	})
}

// nationals: "three KENYANS", not "three Kenyan lorries".
func (p *pass) nationals(t *tree, sentence, k int) bool {
	x := p.placeAt(t, sentence, k)
	return x != nil && x.Class == "demonym" && x.End == t.Tokens[k].End && !t.rel(k, "amod", "compound")
}

// onSite: a deed of a day and a place was done to a building or vehicle, "attacked a
// POLICE STATION in Kano on Tuesday", "blew up a CASH MACHINE".
func (p *pass) onSite(a *account) bool {
	if !hasDay(a) || bestPlace(a) == nil {
		return false
	}
	return slices.ContainsFunc(a.targets, func(arg argument) bool {
		t := p.trees[arg.sentence]
		n := p.lex.Nouns[t.lemmaAt(arg.head)]
		verb := t.Tokens[arg.head].Head
		return n.Thing && !n.Person && verb >= 0 && t.isVerb(verb) && (built[n.Category] || t.lemmaAt(verb) != "attack" && t.lemmaAt(verb) != "hit")
	})
}

// built are the categories whose buildings are attacked for what they are.
var built = map[dateline.TargetCategory]bool{dateline.TargetPolice: true, dateline.TargetMilitary: true, dateline.TargetReligious: true, dateline.TargetHealth: true,
	dateline.TargetEducation: true, dateline.TargetUtilities: true, dateline.TargetDiplomatic: true}

// surely: words that are never lent: what is done to people alone, "assassinated", and
// what a drone or a shell hits.
func (p *pass) surely(a *account) bool {
	return slices.ContainsFunc(a.triggers, func(tr located) bool {
		t := p.trees[tr.sentence]
		if s, passive := t.subject(tr.head); tr.Role == lexicon.Soft && s >= 0 && !passive && p.flying(t, t.behind(s)) {
			return len(a.targets) > 0
		}
		return p.lex.Is(lexicon.Slays, tr.Words[0]) && len(a.harms) > 0
	})
}
