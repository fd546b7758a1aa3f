package extract

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file reads what is dated by a happening that the report has told of before:
// "killed in a shootout three days AFTER THE ATTACK" tells of another one (DAT-14).

// refersBack: the word only points to what was told before, "unlike the two
// earlier SHELLINGS", "an hour after the ATTACK soldiers stopped a car", "moved there a
// decade before the ATTACK"; it tells of nothing itself.
func (p *pass) refersBack(t *tree, s int, f found) bool {
	if !t.isNoun(f.head) || t.marker(f.head) != "unlike" && !(s > 0 && (p.hoursAfter(t, f.head) || t.daysAfter(f.head))) {
		return false
	}
	from, to := t.phrase(f.head)
	start, end := t.Tokens[from].Start, t.Tokens[to-1].End
	noun := t.Tokens[f.head].Start
	return !slices.ContainsFunc(p.times[s], func(x Time) bool { return x.Start >= start && x.Start < end && !x.holds(noun) }) &&
		!slices.ContainsFunc(p.places[s], func(x Place) bool { return x.Start >= start && x.Start < end })
}

// withoutBack parts the triggers of a sentence from those that only refer back.
func (p *pass) withoutBack(t *tree, s int, all []found) (triggers, back []found) {
	for _, f := range all {
		if p.refersBack(t, s, f) {
			back = append(back, f)
		} else {
			triggers = append(triggers, f)
		}
	}
	return triggers, back
}

// hoursAfter: so many hours or minutes are counted from "the attack", and what came then
// hurt nobody.
func (p *pass) hoursAfter(t *tree, noun int) bool {
	unit := t.unitFrom(noun)
	if unit != "hour" && unit != "minute" && unit != "moment" {
		return false
	}
	verb := t.clause(noun)
	_, harm := p.lex.HarmVerb[t.lemmaAt(max(verb, 0))]
	return verb >= 0 && !harm && !p.isTrigger(t, verb)
}

// daysAfter: days or more are counted from "the attack", of which nothing else is said.
func (t *tree) daysAfter(noun int) bool {
	unit := t.unitFrom(noun)
	return unit != "hour" && t.lex.Is(lexicon.LongWhile, unit) && !t.saidMore(noun)
}

// saidMore: a clause says more of the noun, and none of what followed it: "the bombing THAT
// KILLED nine", not "the bombing, following a raid".
func (t *tree) saidMore(noun int) bool {
	more := t.child(noun, "acl", "acl:relcl")
	return more >= 0 && t.lemmaAt(more) != "follow"
}

// unitFrom is the unit of time that is counted from a known happening, "day" of "two days
// after THE ATTACK", "" if none is.
func (t *tree) unitFrom(noun int) string {
	c := t.child(noun, "case")
	if c < 1 || t.lemmaAt(c) != "after" && t.lemmaAt(c) != "before" || t.lemmaAt(t.child(noun, "det")) != "the" {
		return ""
	}
	return strings.TrimSuffix(t.lemmaAt(c-1), "s") // a parser may take "weeks" for a singular
}

// countFrom notes that the account is counted from a happening told before, "three days
// after the ATTACK", and dates it by that: violence of its own, for who only died then was
// hurt before (CAS-12).
func (p *pass) countFrom(t *tree, a *account, back found) {
	if a.kind != dateline.KindIncident || p.tellsOfDying(a) || !t.daysAfter(back.head) {
		return
	}
	a.from = p.toldAs(t, back)
	if a.from == nil {
		return
	}
	for i, x := range a.times {
		if d, ok := x.countedFrom(bestDate(a.from)); ok && x.holds(t.Tokens[back.head].Start) {
			a.times[i].Date, a.namedTime = d, true
		}
	}
}

// toldAs is the account told before that a noun may speak of, the first with a day of
// its own, else the first; nil without one.
func (p *pass) toldAs(t *tree, back found) *account {
	var first *account
	for _, b := range p.accounts {
		if b.bare || b.kind != dateline.KindIncident || b.sentences[0] >= t.Index || !likeAny(b, []found{back}) {
			continue
		}
		if isDay(bestDate(b)) {
			return b
		}
		if first == nil {
			first = b
		}
	}
	return first
}

// isDay: the date is one day.
func isDay(d *dateline.Date) bool {
	return d != nil && d.Precision <= dateline.D1 && d.Earliest.Known() && d.Earliest == d.Latest
}

// countedFrom is the day that lies so many days from that of another happening (§4.2
// no. 3); none if either is not known to the day.
func (x Time) countedFrom(known *dateline.Date) (dateline.Date, bool) {
	k := x.Date.Constraint
	if k == nil || k.Anchor != dateline.AnchorHappening || k.MinDays != k.MaxDays || !isDay(known) {
		return x.Date, false
	}
	d, day := x.Date, known.Earliest.Add(k.MinDays)
	d.EDTF, d.Earliest, d.Latest, d.Precision, d.Basis = string(day), day, day, dateline.D1, dateline.BasisHappening
	d.Chain = append(slices.Clone(d.Chain), "counted from "+known.EDTF)
	return d, true
}

// holds: the byte is of the words of the time.
func (x Time) holds(at int) bool { return x.Start <= at && at < x.End }

// tellsOf: account b was joined into a, or is a.
func (a *account) tellsOf(b *account) bool {
	tr := b.triggers[0]
	return slices.ContainsFunc(a.triggers, func(own located) bool { return own.sentence == tr.sentence && own.from == tr.from })
}

// countedFromOther: one of the two accounts is dated by the other.
func countedFromOther(a, b *account) bool {
	return a.from != nil && b.tellsOf(a.from) || b.from != nil && a.tellsOf(b.from)
}
