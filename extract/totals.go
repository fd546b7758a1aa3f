package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file tells totals of many happenings from what one happening cost (CAS-9).

// daysSince: the days of the account are those that a "since" leads back to, "since
// fighting broke out on 3 MAY 2023".
func (p *pass) daysSince(a *account) bool {
	return !slices.ContainsFunc(a.times, func(x Time) bool {
		t := p.trees[x.Sentence]
		before := t.Tokens[:max(0, tokenAt(t, x.Start))]
		return x.Date.Known() && x.Date.Precision <= dateline.D1 && !slices.ContainsFunc(before, func(w dateline.Token) bool { return w.Lemma == "since" })
	})
}

// tallied: a line adds up a month or longer, or many happenings: "TOTALS for July: 7
// events, 23 killed", "counts 143 EVENTS, with 420 dead".
func (p *pass) tallied(a *account) bool {
	return !hasDay(a) && slices.ContainsFunc(a.harms, func(h harm) bool {
		t := p.trees[h.sentence]
		long := slices.ContainsFunc(p.times[h.sentence], func(x Time) bool { return x.Date.Precision >= dateline.D4 })
		return (lower(t.Tokens[0].Text) == "total" || lower(t.Tokens[0].Text) == "totals") && long || slices.ContainsFunc(t.Tokens, func(w dateline.Token) bool { return p.countsMany(t, w) })
	})
}

// movementTotal: "four people HAVE BEEN KILLED in the protests" and, behind a sentence that
// tells of such a movement, "at least 217 people have been killed": what a movement, its
// suppression or a war has cost so far is the sum of many happenings (CAS-9).
func (p *pass) movementTotal(a *account) bool {
	if len(a.times) > 0 || hasEvent(a) || hasTown(a) || len(a.people()) > 0 {
		return false
	}
	return slices.ContainsFunc(a.harms, func(h harm) bool {
		n := stem(h.count)
		return n != nil && *n > 1 && p.soFar(h) && (p.inMovement(h) || p.behindMovement(h))
	})
}

// soFar: the verb that the number belongs to is in the perfect.
func (p *pass) soFar(h harm) bool {
	t := p.trees[h.sentence]
	return t.have(t.countingVerb(h.anchor)) >= 0
}

// countingVerb is the verb that a number at anchor belongs to, that above it where it is
// seen or left so: "people HAVE BEEN KILLED", "HAS SEEN 300 people killed".
func (t *tree) countingVerb(anchor int) int {
	v := t.clause(anchor)
	if t.isVerb(v) && t.have(v) < 0 && t.rel(v, "acl", "xcomp", "ccomp") {
		return t.clause(t.Tokens[v].Head)
	}
	return v
}

// inMovement: the dead of a number fell in a movement or a war, or since one began.
func (p *pass) inMovement(h harm) bool {
	t := p.trees[h.sentence]
	return slices.ContainsFunc(t.children[t.countingVerb(h.anchor)], func(k int) bool {
		m := t.marker(k)
		return t.movement(k) && (m == "in" || m == "during" || m == "since" || m == "amid")
	})
}

// behindMovement: the sentence before that of the number tells of a movement and of no
// violence.
func (p *pass) behindMovement(h harm) bool {
	if h.sentence == 0 || slices.ContainsFunc(p.accounts, func(b *account) bool { return slices.Contains(b.sentences, h.sentence-1) }) {
		return false
	}
	t := p.trees[h.sentence-1]
	for k := range t.Tokens {
		if t.movement(k) {
			return true
		}
	}
	return false
}

// movement: the noun names a movement, its suppression or a war; one protest is none.
func (t *tree) movement(k int) bool {
	return t.isNoun(k) && (t.lex.Is(lexicon.Movement, t.lemmaAt(k)) || t.lex.Is(lexicon.Movement, lower(t.Tokens[k].Text)))
}

// fewestMany happenings are more than a report tells of one by one.
const fewestMany = 20

// sameSpell is within how many days the parts of such a total lie.
const sameSpell = 7

// topTotals makes totals of the accounts near the top that tell of several attacks with
// one number of dead in a country or division ("killed 17 people in TWO ATTACKS in
// Harvashan"), where the report goes on to tell two of them with days and towns of their
// own (CAS-9).
func (p *pass) topTotals() {
	for _, a := range p.accounts {
		several := a.number != nil && *a.number > 1 || a.subCount > 1 || p.inSeveral(a)
		if !several || !measures(a, dateline.Killed) || a.kind != dateline.KindIncident || a.sentences[0] >= ledeSentences || !ofWhole(a) || !p.goesOnToTwo(a) {
			continue
		}
		a.kind, a.temporal = dateline.KindAggregate, dateline.Past
	}
}

// inSeveral: the sentence of the account counts happenings, "were killed in THREE INCIDENTS".
func (p *pass) inSeveral(a *account) bool {
	t := p.trees[a.sentences[0]]
	return slices.ContainsFunc(t.Tokens, func(w dateline.Token) bool { return p.happenings(t, w) > 1 })
}

// goesOnToTwo: two accounts behind a, none of them a numbered part of it, tell of two
// attacks of some days.
func (p *pass) goesOnToTwo(a *account) bool {
	var told []*account
	for _, b := range p.accounts {
		if b.kind != dateline.KindIncident || b.sentences[0] <= a.sentences[len(a.sentences)-1] || !hasDay(b) || !hasTown(b) {
			continue
		}
		if b.ordinal > 0 {
			return false
		}
		if slices.ContainsFunc(told, func(c *account) bool { return p.twoOfOneSpell(b, c) }) {
			return true
		}
		told = append(told, b)
	}
	return false
}

// twoOfOneSpell: the accounts tell of two attacks that lie not far apart in time.
func (p *pass) twoOfOneSpell(a, b *account) bool {
	x, y := bestDate(a), bestDate(b)
	near := x == nil || y == nil || x.Overlaps(*y, sameSpell)
	return near && (p.datesConflict(a, b) || placesConflict(a, b))
}

// ofWhole: the account names a country or a division and no settlement.
func ofWhole(a *account) bool {
	best := bestPlace(a)
	return best != nil && best.Ref.City == "" && best.Ref.Precision >= dateline.P4
}

// hasTown: the account names a settlement.
func hasTown(a *account) bool {
	best := bestPlace(a)
	return best != nil && best.Ref.City != ""
}

// countsMany: the noun counts so many happenings.
func (p *pass) countsMany(t *tree, w dateline.Token) bool { return p.happenings(t, w) >= fewestMany }

// happenings is how many happenings the noun counts, 0 if it does not.
func (p *pass) happenings(t *tree, w dateline.Token) int {
	n := t.child(tokenAt(t, w.Start), "nummod")
	if n < 0 || !isPlural(w) || !t.lex.Is(lexicon.Happening, w.Lemma) {
		return 0
	}
	if c, ok := p.counts.Read(t.Tokens, n); ok && c.Count.Lo != nil {
		return *c.Count.Lo
	}
	return 0
}
