package extract

import (
	"cmp"
	"slices"
	"sort"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// join makes one account of all accounts of the report that speak of the same
// happening, and settles what is told of each.
func (p *pass) join() {
	p.underSubheads()
	p.accounts = p.dropUnlikely(p.dropUnmeant(p.retell(p.joinByAnchors())))
	p.settle()
}

// joinByAnchors takes the accounts in text order; each goes to the earlier account
// with the most evidence, or stands alone if it has an anchor of its own.
func (p *pass) joinByAnchors() []*account {
	var joined, loose []*account
	for _, a := range p.accounts {
		p.settleKind(a)
		p.settleDenial(a)
		if a.kind == dateline.KindDenial && p.deniesTold(joined, a) {
			continue
		}
		if len(joined) > 0 && p.conflict(a, joined[0]) && p.laterDeath(joined, a) {
			continue
		}
		if whole := p.wholeFor(joined, a); whole != nil {
			joined = takePart(joined, a, whole)
			continue
		}
		best := p.antecedent(joined, a)
		switch {
		case best != nil:
			p.asParts(a, best)
			if len(best.times) > 0 && p.tellsOfDying(a) {
				a.times = nil // the day of a death (CAS-12)
			}
			best.merge(a)
		case p.anchored(a) || a.kind != dateline.KindIncident && !a.bare:
			joined = append(joined, a)
		default:
			loose = append(loose, a)
		}
	}
	return p.laterDeaths(p.adopt(joined, loose))
}

// settle orders the accounts that stand and completes what each of them tells.
func (p *pass) settle() {
	p.operations()
	p.sumParts()
	p.setSalience()
	for _, a := range p.accounts {
		if a.salience == dateline.Main {
			p.completeFromLede(a)
		}
		settleSides(a)
		p.settlePeople(a)
		p.settleClash(a)
		p.settleProtest(a)
		p.settleRiot(a)
		settleDeadly(a)
		if a.kind == dateline.KindIncident {
			p.completeFromNext(a)
			p.completeFromSame(a)
		}
	}
	p.contrasts()
}

// anchored says whether an account can stand alone: it has a date, a place, a
// target that can be told from others, or people hurt.
func (p *pass) anchored(a *account) bool {
	if a.bare && len(a.harms) == 0 {
		return false
	}
	if len(a.harms) > 0 && !a.bare || a.listed || p.particular(a) {
		return true
	}
	if len(a.times) > 0 && (len(a.places) > 0 || len(a.perps) > 0 || len(a.targets) > 0) {
		return true
	}
	return len(a.places) > 0 && (len(a.perps) > 0 || len(a.targets) > 0 || fineEnough(a.places[0].Ref.Precision))
}

func fineEnough(precision dateline.PlacePrecision) bool {
	return precision != "" && precision <= dateline.P3
}

// antecedent is the earlier account that a belongs to, or nil.
func (p *pass) antecedent(joined []*account, a *account) *account {
	var best *account
	most := 0.0
	for i, b := range joined {
		if b.kind != a.kind || p.conflict(a, b) {
			continue
		}
		score := p.evidence(a, b, i == 0)
		if a.bare && onlyOne(joined, b) {
			score++
		}
		if best == nil || score >= most {
			best, most = b, score
		}
	}
	if best == nil || most < joinAt {
		return nil
	}
	if last := lastTold(joined); best == joined[0] && last != best && (p.ofLast(a, best, last) || p.thatOne(a, last)) {
		return last
	}
	return best
}

// lastTold is the account that was spoken of last.
func lastTold(joined []*account) *account {
	return slices.MaxFunc(joined, func(a, b *account) int {
		x, y := a.lastTrigger(), b.lastTrigger()
		return cmp.Or(x.sentence-y.sentence, x.head-y.head)
	})
}

// lastTrigger is the trigger of an account that stands last in the text.
func (a *account) lastTrigger() located {
	return slices.MaxFunc(a.triggers, func(x, y located) int { return cmp.Or(x.sentence-y.sentence, x.head-y.head) })
}

// ofLast: "some 30 were killed in THE INCIDENT", behind what tells of another happening
// without a number and more than the main one has, is of the former.
func (p *pass) ofLast(a, first, last *account) bool {
	if p.ownAnchor(a) || a.sentences[0]-last.sentences[len(last.sentences)-1] > 2 || !p.inTheHappening(a) {
		return false
	}
	return slices.ContainsFunc(a.harms, func(h harm) bool {
		n, m := stem(h.count), h.count.Measure
		return n != nil && *n > toll(first, m) && toll(first, m) > 0 && toll(last, m) == 0
	})
}

// thatOne: "THAT attack killed 30 people" speaks of what the sentence before told last.
func (p *pass) thatOne(a, last *account) bool {
	if bestDate(a) != nil || a.sentences[0]-last.sentences[len(last.sentences)-1] != 1 || last.kind != a.kind || p.conflict(a, last) {
		return false
	}
	return slices.ContainsFunc(a.triggers, func(tr located) bool {
		t := p.trees[tr.sentence]
		noun := tr.head
		if s, _ := t.subject(noun); tr.POS == "V" && s >= 0 {
			noun = s
		}
		return t.isNoun(noun) && t.lemmaAt(t.child(noun, "det")) == "that" && (tr.POS == "N" || t.lex.Is(lexicon.Happening, t.lemmaAt(noun)))
	})
}

// toll is the largest number that an account gives of a measure, 0 without one.
func toll(a *account, m dateline.Measure) int {
	most := 0
	for _, h := range a.harms {
		if n := stem(h.count); n != nil && h.count.Measure == m {
			most = max(most, *n)
		}
	}
	return most
}

// inTheHappening: "killed in THE ATTACK", "died in THAT INCIDENT".
func (p *pass) inTheHappening(a *account) bool {
	return slices.ContainsFunc(a.triggers, func(tr located) bool {
		t := p.trees[tr.sentence]
		return slices.ContainsFunc(t.all(tr.head, "obl"), func(k int) bool {
			return t.lex.Is(lexicon.Happening, t.lemmaAt(k)) && t.definite(k)
		})
	})
}

// onlyOne says that b is the only incident told so far; a word without anchor
// can then speak of nothing else.
func onlyOne(joined []*account, b *account) bool {
	for _, x := range joined {
		if x != b && x.kind == dateline.KindIncident {
			return false
		}
	}
	return b.kind == dateline.KindIncident
}

// joinAt is the evidence that two accounts of one report need to be one.
const joinAt = 2.5

// cite adds a sentence to those that the account stands in.
func (a *account) cite(s int) {
	if !slices.Contains(a.sentences, s) {
		a.sentences = append(a.sentences, s)
		sort.Ints(a.sentences)
	}
}

// merge adds account b of a later sentence.
func (a *account) merge(b *account) {
	for _, s := range b.sentences {
		a.cite(s)
	}
	a.denials = append(a.denials, b.denials...)
	a.triggers = append(a.triggers, b.triggers...)
	if a.facets.Act == dateline.ActUnknown {
		a.facets.Act = b.facets.Act
	}
	if b.facets.Act != dateline.ActUnknown && !b.endsAttack() {
		a.facets = joinFacets(a.facets, b.facets)
	}
	a.times = append(a.times, b.times...)
	a.places = append(a.places, b.places...)
	if !b.endsAttack() {
		a.perps = append(a.perps, b.perps...)
		a.targets = append(a.targets, b.targets...)
	}
	for _, h := range b.harms {
		if !h.inferred || !a.hasInferred(h) {
			a.harms = append(a.harms, h)
		}
	}
	a.stances = append(a.stances, b.stances...)
	if a.from == nil {
		a.from = b.from
	}
	a.names = append(a.names, b.names...)
	a.attempted = a.attempted && b.attempted
	a.namedTime = a.namedTime || b.namedTime && len(a.times) == 0
	a.subCount = max(a.subCount, b.subCount)
	for _, x := range b.sites {
		if !strikes(a, x) {
			a.sites = append(a.sites, x)
		}
	}
}

// endsAttack: the account tells of nothing but what became of the attackers, "police shot
// HIM dead".
func (a *account) endsAttack() bool {
	return len(a.harms) > 0 && !slices.ContainsFunc(a.harms, func(h harm) bool { return h.count.Population != dateline.PopPerpetrators })
}

// hasInferred: an inferred death of the same people is inferred once (CAS-6).
func (a *account) hasInferred(h harm) bool {
	for _, x := range a.harms {
		if x.inferred && x.count.Population == h.count.Population && x.count.Measure == h.count.Measure {
			return true
		}
	}
	return false
}

func (p *pass) triggerSpan(tr located) dateline.Span {
	return p.span(p.trees[tr.sentence], tr.from, tr.to)
}
