package extract

import (
	"context"
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
	"github.com/opendateline/dateline/extract/retold"
	"github.com/opendateline/dateline/extract/weigh"
)

// This file joins what a report tells twice. A headline, a caption, a witness, a
// second paragraph tell of the shooting again, by a street, a club or no place at
// all, and share too little with the first account to be joined by their anchors
// (join.go). What keeps two accounts apart for sure is a rule here; for the rest
// package retold has learned how likely they tell of one happening.

// retell joins the accounts of a list that tell of one happening, the likeliest
// pair first, until no pair is likely.
func (p *pass) retell(list []*account) []*account {
	for {
		i, k := p.likeliest(list)
		if i < 0 {
			return list
		}
		dropPlacesAbroad(list[k], list[i])
		list[i].merge(list[k])
		list = slices.Delete(list, k, k+1)
	}
}

// likeliest are the indexes of the two accounts that most likely tell of one
// happening, -1 if none likely do.
func (p *pass) likeliest(list []*account) (earlier, later int) {
	earlier, later = -1, -1
	best := retold.Likely
	p.eachPair(list, func(i, k, told int) {
		if chance := p.retold.Chance(p.retoldSigns(told, list[k], list[i])); chance > best {
			earlier, later, best = i, k, chance
		}
	})
	return earlier, later
}

// eachPair calls f for the accounts of a list that may be one, in text order, with
// how many are told in all. A report of an operation tells its parts apart (LNK-7):
// none of them is a retelling.
func (p *pass) eachPair(list []*account, f func(earlier, later, told int)) {
	if slices.ContainsFunc(list, func(a *account) bool { return len(a.sites) > 0 }) {
		return
	}
	var told []int
	for i, a := range list {
		if whollyTold(a) {
			told = append(told, i)
		}
	}
	for n, i := range told {
		for _, k := range told[n+1:] {
			if !p.surelyApart(list[k], list[i]) {
				f(i, k, len(told))
			}
		}
	}
}

// whollyTold: the account tells of an incident that happened, and not of a part of
// another one.
func whollyTold(a *account) bool {
	return a.kind == dateline.KindIncident && a.temporal == dateline.Past && !a.negated && a.whole == nil
}

// surelyApart: the words set account a apart from b told before it, or day, hour,
// country, act or weapon of the two cannot be one.
func (p *pass) surelyApart(a, b *account) bool {
	return a.apart || countedFromOther(a, b) || p.otherItem(a, b) || p.saysSeparate(a) || a.ordinal != b.ordinal || shareSentence(a, b) ||
		p.datesConflict(a, b) || p.clocksConflict(a, b) || p.ofOldTimes(a, b) || p.ofEarlierMonth(a, b) || inNamedCountries(a, b) || p.countedElsewhere(a, b) || otherPremises(particularTarget(a), particularTarget(b)) ||
		actsConflict(a.facets, b.facets) || len(a.facets.Means) > 0 && len(b.facets.Means) > 0 && !sharesMeans(a, b)
}

// otherPremises: two named places of their own were attacked, an embassy and an
// airport (§7.2).
func otherPremises(x, y *dateline.Target) bool {
	return x != nil && y != nil && namedThing(x) && namedThing(y) && x.Category != y.Category
}

func namedThing(t *dateline.Target) bool { return !t.Person && (t.Unique || t.Name != "") }

// saysSeparate: the sentence speaks of something "separate" or "elsewhere".
func (p *pass) saysSeparate(a *account) bool {
	t := p.trees[a.sentences[0]]
	return slices.ContainsFunc(t.Tokens, func(w dateline.Token) bool {
		return t.lex.Is(lexicon.OtherOne, w.Lemma) && !t.lex.Is(lexicon.Earlier, w.Lemma) || w.Lemma == "elsewhere" || w.Lemma == "separately"
	})
}

// shareSentence: one sentence tells of both, and was found to tell them apart.
func shareSentence(a, b *account) bool {
	return slices.ContainsFunc(a.sentences, func(s int) bool { return slices.Contains(b.sentences, s) })
}

// clocksConflict: the sentences of both give hours, and none of them twice.
func (p *pass) clocksConflict(a, b *account) bool {
	x, y := p.clocks(a), p.clocks(b)
	return len(x) > 0 && len(y) > 0 && !overlap(x, y)
}

func (p *pass) clocks(a *account) []string {
	var out []string
	for _, s := range a.sentences {
		for _, x := range p.times[s] {
			if x.Class == "clock" {
				out = append(out, lower(x.Text))
			}
		}
	}
	return out
}

// recentDays is for how many days before a report what it leaves undated may have
// happened.
const recentDays = 31

// ofOldTimes: one account has no day, and the other lies long before the report,
// which does not follow a trial: what is news has no other day than the report's.
func (p *pass) ofOldTimes(a, b *account) bool {
	return p.oneOld(bestDate(a), bestDate(b)) && !p.atCourt(b.sentences[0]) && !p.atCourt(0)
}

// oneOld: of two dates one is not known, and the other lies long before the report.
func (p *pass) oneOld(a, b *dateline.Date) bool {
	if (a == nil) == (b == nil) {
		return false
	}
	if a == nil {
		a = b
	}
	day := p.doc.Report.Published.Latest
	return day.Known() && a.Latest.Known() && a.Latest.DaysUntil(day) > recentDays
}

// atCourt: the sentence tells of charges or a trial.
func (p *pass) atCourt(s int) bool {
	t := p.trees[s]
	return slices.ContainsFunc(t.Tokens, func(w dateline.Token) bool { return t.lex.Is(lexicon.Prosecution, w.Lemma) })
}

// inNamedCountries: the two lie in two countries, of which one is named as such: a
// town may be a namesake abroad.
func inNamedCountries(a, b *account) bool {
	x, y := bestPlace(a), bestPlace(b)
	return x != nil && y != nil && (x.Class == "country" || y.Class == "country") && abroad(x.Ref, y.Ref)
}

// countedElsewhere: "six were killed in Zarmeshk; in LOMVAREZ gunmen killed THREE".
func (p *pass) countedElsewhere(a, b *account) bool {
	return placesConflict(a, b) && slices.ContainsFunc(measuresOfPeople, func(m dateline.Measure) bool {
		x, y := mostCounted(a, m), mostCounted(b, m)
		return x > 0 && y > 0 && x != y
	})
}

// mostCounted is the largest number that an account gives under a measure, of whomever.
func mostCounted(a *account, m dateline.Measure) int {
	most := 0
	for _, h := range a.harms {
		if n := stem(h.count); h.count.Measure == m && n != nil {
			most = max(most, *n)
		}
	}
	return most
}

var measuresOfPeople = []dateline.Measure{dateline.Killed, dateline.Wounded, dateline.KilledOrWounded}

func abroad(x, y dateline.PlaceRef) bool {
	return x.Country != "" && y.Country != "" && x.Country != y.Country
}

// dropPlacesAbroad leaves out the places of a in another country than that of b.
func dropPlacesAbroad(a, b *account) {
	if y := bestPlace(b); y != nil {
		a.places = slices.DeleteFunc(slices.Clone(a.places), func(x placed) bool { return abroad(x.Ref, y.Ref) })
	}
}

// Retelling is a pair of accounts of one report that may tell of one happening,
// by their first triggers, with what speaks for and against it.
type Retelling struct {
	Earlier, Later dateline.Span
	Signs          []weigh.Feature
}

// Retellings are the pairs of a report about which package retold decides. They
// are what it is taught on.
func (r *Reader) Retellings(ctx context.Context, doc *dateline.Document, ann Annotations) ([]Retelling, error) {
	p := newPass(r, doc, ann)
	if err := p.accountsBySentence(ctx); err != nil {
		return nil, err
	}
	list := p.joinByAnchors()
	var out []Retelling
	p.eachPair(list, func(i, k, told int) {
		out = append(out, Retelling{p.triggerSpan(list[i].triggers[0]), p.triggerSpan(list[k].triggers[0]), p.retoldSigns(told, list[k], list[i])})
	})
	return out, nil
}
