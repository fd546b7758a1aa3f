package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file reckons numbers of wounded that no words of an account give and
// that follow from several that do: whom a number of people shot leaves besides the dead
// (CAS-11), those counted in one sentence by their fates (CAS-3), those told of
// one by one and the "others" beside them (CAS-5). They are offers: a number that
// package whole finds less likely than one that is stated is not written down.

// Rules of numbers that are reckoned.
const (
	ruleRest   = "CAS-11/rest"
	ruleApart  = "CAS-11/apart"
	ruleOrder  = "CAS-5/nth"
	ruleFates  = "CAS-3/fates"
	ruleOthers = "CAS-5/others"
)

// offer reckons the numbers that may be offered for an account.
func (p *pass) offer(a *account, cast []*person) {
	p.offerRest(a, cast)
	for _, s := range a.sentences {
		p.offerFates(a, s)
	}
	p.offerOthers(a, cast)
	p.offerNth(a, cast)
}

// offers adds n wounded in the words of h, unless the account gives that number.
func (a *account) offers(h harm, n int, rule string) {
	gives := func(x harm) bool {
		return x.count.Measure == dateline.Wounded && x.count.Anchor != nil && *x.count.Anchor == n
	}
	if slices.ContainsFunc(a.harms, gives) || slices.ContainsFunc(a.offered, gives) {
		return
	}
	h.count = dateline.Count{Measure: dateline.Wounded, Population: dateline.PopUnknown, Noun: h.count.Noun, Qualifier: dateline.Exactly,
		Lo: &n, Anchor: &n, Hi: &n, Derived: true}
	h.inferred, h.rule, h.names = true, rule, nil
	a.offered = append(a.offered, h)
}

// offerRest: of so many shot, so many less the dead were wounded, or all of them,
// where the dead were told of apart.
func (p *pass) offerRest(a *account, cast []*person) {
	dead, open := p.deadOf(a, cast)
	for _, h := range a.harms {
		n := stem(h.count)
		if h.count.Measure != dateline.KilledOrWounded || h.rule != ruleShot || n == nil || *n < 2 || h.count.Hi == nil || h.partial {
			continue
		}
		apart := p.others(h) // "two OTHER men were shot"
		if *n > dead && !open && !apart {
			a.offers(h, *n-dead, ruleRest)
		}
		if dead > 0 && *n != dead || apart {
			a.offers(h, *n, ruleApart)
		}
	}
}

// deadOf is how many died by the numbers of the account or by those it tells of one
// by one, and whether there may be more.
func (p *pass) deadOf(a *account, cast []*person) (dead int, open bool) {
	dead, open = p.stated(a, dateline.Killed)
	return max(dead, tell(cast, func(w *person) bool { return w.dead })), open
}

// offerFates: "two are in serious and three in critical condition", "a man was
// hurt and four others grazed".
func (p *pass) offerFates(a *account, sentence int) {
	sum := 0
	var counted []harm
	for _, h := range a.harms {
		n := tallyOf(h)
		if h.sentence != sentence || h.count.Measure != dateline.Wounded || h.inferred || h.bettered || n == 0 || p.pronoun(h) || h.count.Population == dateline.PopPerpetrators ||
			slices.ContainsFunc(counted, func(x harm) bool { return x.span.Overlaps(h.span) }) {
			continue
		}
		sum += n
		counted = append(counted, h)
	}
	if len(counted) > 1 {
		a.offers(counted[0], sum, ruleFates)
	}
}

// tallyOf is the number of people that a harm gives, one for a person by
// themselves, 0 if it gives none.
func tallyOf(h harm) int {
	if n := stem(h.count); n != nil {
		return *n
	}
	if h.count.Qualifier == dateline.NamedPerson && h.count.Anchor != nil {
		return *h.count.Anchor
	}
	return 0
}

// offerOthers: those told of one by one, and the largest number of "others".
func (p *pass) offerOthers(a *account, cast []*person) {
	told := len(listedUnder(cast, dateline.Wounded))
	var most *harm
	for i, h := range a.harms {
		n := stem(h.count)
		if h.count.Measure == dateline.Wounded && n != nil && *n > 0 && !p.single(h) && p.others(h) && (most == nil || *n > *stem(most.count)) {
			most = &a.harms[i]
		}
	}
	if told > 0 && most != nil {
		a.offers(*most, told+*stem(most.count), ruleOthers)
	}
}

// offerNth: "a FOURTH victim" makes four who were hurt, less the dead.
func (p *pass) offerNth(a *account, cast []*person) {
	dead, _ := p.deadOf(a, cast)
	most, last := 1, harm{}
	for _, h := range a.harms {
		if n := p.nth(h); n > most && h.count.Population != dateline.PopPerpetrators && slices.Contains([]dateline.Measure{dateline.Wounded, dateline.KilledOrWounded}, h.count.Measure) {
			most, last = n, h
		}
	}
	if most > max(1, dead) {
		a.offers(last, most-dead, ruleOrder)
	}
}

// nth is the place that a harm gives to its person among those hurt, 0 if it gives
// none.
func (p *pass) nth(h harm) int {
	t := p.trees[h.sentence]
	from, to := p.tokensOf(h)
	for k := from; k >= 0 && k <= to; k++ {
		if n := lexicon.Ordinal(t.lemmaAt(k)); n > 1 {
			return n
		}
	}
	return 0
}
