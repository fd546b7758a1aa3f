package extract

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// settleKind: a plural noun that nothing ties down speaks of violence in
// general (LNK-9).
//
// So does a count of killings over a year or more with no act named (CAS-9).
// A series that is counted on one day in one town is one happening (LNK-6).
func (p *pass) settleKind(a *account) {
	if a.kind == dateline.KindAggregate && a.ofOneDay() {
		a.kind, a.temporal = dateline.KindIncident, dateline.Past
		return
	}
	if a.kind == dateline.KindIncident && (p.underway(a) || p.periodTotal(a) || p.tallied(a) || p.sinceTotal(a) || p.movementTotal(a) || p.warTotal(a) || p.casesTotal(a) || p.documented(a) || a.severalOverDays()) {
		a.kind, a.temporal = dateline.KindAggregate, dateline.Past
		return
	}
	if a.kind == dateline.KindIncident && p.onlyCharged(a) {
		a.kind = dateline.KindAllegation
		return
	}
	if a.kind != dateline.KindIncident || !a.plural || a.subCount > 0 || a.number != nil {
		return
	}
	tr := a.triggers[0]
	if definite(p.trees[tr.sentence], tr.head) || p.particular(a) || p.anew(a) || p.toldAsOne(a) || hasDay(a) || a.lasted() || len(a.sites) > 0 && oneOperation(a) {
		return
	}
	a.kind, a.temporal = dateline.KindAggregate, dateline.Ongoing
}

// onlyCharged: nothing is told of the account but that somebody is charged with it.
func (p *pass) onlyCharged(a *account) bool {
	hurt := slices.ContainsFunc(a.harms, func(h harm) bool { return violentMeasure(h.count.Measure) })
	return !hurt && !slices.ContainsFunc(a.triggers, func(tr located) bool { return !p.charged(tr) })
}

// charged: the bare name of a crime for which somebody was arrested or charged tells of no
// one deed, "arrested for robbery and KIDNAPPING", "suspected of MURDER" (§7.4).
func (p *pass) charged(tr located) bool {
	t := p.trees[tr.sentence]
	first := t.firstConjunct(tr.head)
	v := t.Tokens[first].Head
	if v < 0 || tr.POS != "N" || tr.Role != lexicon.Event || tr.to-tr.from > 1 || isPlural(t.Tokens[tr.head]) || t.child(tr.head, "det", "nmod:poss", "amod", "compound", "acl", "acl:relcl") >= 0 || p.saysOf(t, tr.head) {
		return false
	}
	switch t.marker(first) {
	case "for", "of", "over", "on", "with":
		class, _, ok := p.lex.Cue(t.Tokens, v)
		accused := t.lemmaAt(v) == "suspect" || t.lemmaAt(v) == "accuse" || ok && (class == lexicon.CueCharged || class == lexicon.CueConvicted)
		return accused || p.lex.HarmVerb[t.lemmaAt(v)] == dateline.Arrested
	}
	return false
}

// saysOf: something but a place or a time hangs on the noun, "the kidnapping OF A TRADER".
func (p *pass) saysOf(t *tree, noun int) bool {
	return slices.ContainsFunc(t.all(noun, "nmod"), func(c int) bool {
		return p.placeAt(t, t.Index, c) == nil && !inTime(p.times[t.Index], t.Tokens[c].Start)
	})
}

// underway: "militants ARE FIGHTING back": what goes on as the report is written, with no day and
// nobody counted, is no happening of its own (LNK-9).
func (p *pass) underway(a *account) bool {
	if place := bestPlace(a); len(a.harms) > 0 || hasDay(a) || place != nil && place.Ref.City != "" {
		return false
	}
	for _, tr := range a.triggers {
		t := p.trees[tr.sentence]
		goesOn := slices.ContainsFunc(t.all(tr.head, "aux"), func(c int) bool {
			return t.lemmaAt(c) == "be" && (t.Tokens[c].Tag == "VBP" || t.Tokens[c].Tag == "VBZ")
		})
		if t.Tokens[tr.head].Tag != "VBG" || !goesOn {
			return false
		}
	}
	return true
}

// toldAsOne: "drone strikes on two villages killed nine people" opens a report and says in
// the simple past how many they hurt: they are told of as one happening, with or without
// a day.
func (p *pass) toldAsOne(a *account) bool {
	return slices.ContainsFunc(a.harms, func(h harm) bool {
		t := p.trees[h.sentence]
		v := t.clause(h.anchor)
		return h.count.Anchor != nil && h.sentence < ledeSentences && t.isVerb(v) && !t.perfect(v) && t.Tokens[v].Tag == "VBD"
	}) && slices.ContainsFunc(a.places, func(x placed) bool { return fineEnough(x.Ref.Precision) || x.Ref.Precision == dateline.P4 })
}

// lasted: days that it went on for are named, "five days of clashes that ended on
// Sunday" (DAT-13).
func (a *account) lasted() bool {
	return len(a.harms) > 0 && slices.ContainsFunc(a.times, func(x Time) bool { return x.Date.Lasting && x.Date.Precision <= dateline.D3 })
}

// ofOneDay: "on 10 June a series of shootings killed seven people in Marvesk".
func (a *account) ofOneDay() bool {
	place := bestPlace(a)
	return hasDay(a) && place != nil && (place.Ref.City != "" || place.Ref.Precision == dateline.P2) && slices.ContainsFunc(a.harms, func(h harm) bool { return h.count.Measure == dateline.Killed && h.count.Anchor != nil })
}

// severalOverDays: "three attacks between 3 and 8 December".
func (a *account) severalOverDays() bool {
	d := bestDate(a)
	return a.plural && a.number != nil && len(a.sites) == 0 && d != nil && (d.Precision == dateline.D2 || d.Precision == dateline.D3) && !hasDay(a)
}

// sinceTotal: "since January 60 people have been killed": dead that are counted from
// long ago are those of many happenings (CAS-9), whatever word of fighting stands beside.
func (p *pass) sinceTotal(a *account) bool {
	if len(a.harms) == 0 || hasDay(a) && !p.daysSince(a) || len(a.people()) > 0 {
		return false
	}
	return slices.ContainsFunc(a.sentences, func(s int) bool { return p.countedSince(s, a) })
}

// countedSince: a verb of harm of the account in a sentence stands in the perfect beside
// a "since" that leads back by more than an operation lasts, or, where no happening is
// named, a time of any kind follows a "since".
func (p *pass) countedSince(sentence int, a *account) bool {
	t := p.trees[sentence]
	for k := range t.Tokens {
		if t.lemmaAt(k) != "since" || !t.rel(k, "case", "mark", "advmod") || p.sinceLately(sentence, k) {
			continue
		}
		if !hasEvent(a) && slices.ContainsFunc(p.times[sentence], func(x Time) bool { return tokenAt(t, x.Start) == k+1 }) {
			return true
		}
		if slices.ContainsFunc(a.harms, func(h harm) bool { return h.sentence == sentence && t.perfectOver(h.anchor, k) }) {
			return true
		}
	}
	return false
}

// sinceLately: the time behind the word at k is of the last days before the report.
func (p *pass) sinceLately(sentence, k int) bool {
	t := p.trees[sentence]
	published := p.doc.Report.Published.Day()
	return slices.ContainsFunc(p.times[sentence], func(x Time) bool {
		n := tokenAt(t, x.Start)
		return n > k && n < k+14 && x.Date.Precision <= dateline.D3 && (!published.Known() || !x.Date.Earliest.Known() || x.Date.Earliest.DaysUntil(published) <= lately)
	})
}

// lately is how many days one battle or siege is counted over.
const lately = 14

// perfectOver: the verb that the number at anchor belongs to is in the perfect, and the
// word at k stands in its clause.
func (t *tree) perfectOver(anchor, k int) bool {
	v := t.countingVerb(anchor)
	return t.isVerb(v) && t.under(k, v) && t.have(v) >= 0
}

// casesTotal: a number of several covers happenings that its sentence keeps apart: "two
// men were shot dead IN SEPARATE INCIDENTS".
func (p *pass) casesTotal(a *account) bool {
	return slices.ContainsFunc(a.harms, func(h harm) bool {
		t := p.trees[h.sentence]
		n := stem(h.count)
		return n != nil && *n > 1 && slices.ContainsFunc(t.children[h.anchor], func(k int) bool {
			return isPlural(t.Tokens[k]) && t.marker(k) == "in" && t.lex.Is(lexicon.Happening, t.lemmaAt(k)) && t.hasChild(k, lexicon.Unrelated, "amod")
		})
	})
}

// thousands are more than die in one attack, but for those that have a date.
const thousands = 1000

// warTotal: "more than 70,000 people were killed in the war": a number of dead so
// great, in a sentence that says neither day nor month, is that of a war or a year.
func (p *pass) warTotal(a *account) bool {
	great := slices.ContainsFunc(a.harms, func(h harm) bool {
		return h.count.Measure == dateline.Killed && h.count.Lo != nil && *h.count.Lo >= thousands
	})
	return great && !slices.ContainsFunc(a.sentences, func(s int) bool {
		return slices.ContainsFunc(p.times[s], func(x Time) bool { return x.Date.Precision <= dateline.D4 })
	})
}

// periodTotal: "last year police killed eight of the group's commanders". A day that
// nothing anchors ("on Tuesday" in a text without a date) is no period, nor is the year
// that "a year after" counts back to.
func (p *pass) periodTotal(a *account) bool {
	if p.overYears(a) {
		return true
	}
	d := bestDate(a)
	if d == nil || d.Basis == dateline.BasisWindow || d.Precision < dateline.D5 || strings.HasSuffix(d.Expr, " after") || len(a.harms) == 0 || hasEvent(a) || len(a.people()) > 0 {
		return false
	}
	place := bestPlace(a)
	return (place == nil || place.Ref.Precision >= dateline.P4) && slices.ContainsFunc(a.harms, func(h harm) bool { return !one(h.count) })
}

// documented: "it had DOCUMENTED 140 civilians killed by bombing during March": who keeps count
// of a month or longer counts many happenings, unless it is one attack that is named (CAS-9).
func (p *pass) documented(a *account) bool {
	d := bestDate(a)
	if d == nil || d.Basis == dateline.BasisWindow || d.Precision < dateline.D4 || p.oneNamed(a) {
		return false
	}
	return slices.ContainsFunc(a.harms, func(h harm) bool {
		return (h.count.Lo == nil || *h.count.Lo > 1) && p.underCount(h)
	})
}

// underCount: a verb of keeping count stands above the number.
func (p *pass) underCount(h harm) bool {
	t := p.trees[h.sentence]
	for k := range t.Tokens {
		if t.isVerb(k) && t.lex.Is(lexicon.Documents, t.lemmaAt(k)) && t.under(h.anchor, k) {
			return true
		}
	}
	return false
}

// oneNamed: a noun of violence of the account stands in the singular with an article.
func (p *pass) oneNamed(a *account) bool {
	return slices.ContainsFunc(a.triggers, func(tr located) bool {
		t := p.trees[tr.sentence]
		return t.isNoun(tr.head) && !isPlural(t.Tokens[tr.head]) && t.child(tr.head, "det") >= 0
	})
}

// overYears: several were killed "BETWEEN 2010 AND 2014", "from 1980 to 1992".
func (p *pass) overYears(a *account) bool {
	if !slices.ContainsFunc(a.harms, func(h harm) bool { return h.count.Lo == nil || *h.count.Lo > 1 }) {
		return false
	}
	return slices.ContainsFunc(a.times, func(x Time) bool {
		t := p.trees[x.Sentence]
		k := tokenAt(t, x.Start)
		link := t.lemmaAt(k + 1)
		return x.Date.Precision == dateline.D5 && (t.lemmaAt(k-1) == "between" && link == "and" || t.lemmaAt(k-1) == "from" && link == "to") && len(t.lemmaAt(k+2)) == 4 && k+2 < len(t.Tokens) && t.Tokens[k+2].POS == "NUM"
	})
}

func hasEvent(a *account) bool {
	for _, tr := range a.triggers {
		if tr.Role == lexicon.Event || tr.Role == lexicon.Perpetrator {
			return true
		}
	}
	return false
}

func hasDay(a *account) bool {
	for _, x := range a.times {
		if x.Date.Precision == dateline.D0 || x.Date.Precision == dateline.D1 || x.Date.Basis == dateline.BasisWindow {
			return true
		}
	}
	return false
}

func (p *pass) particular(a *account) bool {
	for _, arg := range a.targets {
		if arg.target != nil && p.canBeTold(arg) && !p.pointsBack(arg) {
			return true
		}
	}
	return false
}

// pointsBack: a thing that is somebody's who was told of before, "their home",
// tells nothing apart.
func (p *pass) pointsBack(arg argument) bool {
	t := p.trees[arg.sentence]
	if arg.target.Unique || arg.target.Name != "" || len(arg.target.Nationality) > 0 {
		return false
	}
	c := t.child(arg.head, "nmod:poss")
	return c >= 0 && t.Tokens[c].POS == "PRON"
}

// anew: "nine people were killed in FRESH clashes" tells of what has just happened.
func (p *pass) anew(a *account) bool {
	return len(a.harms) > 0 && slices.ContainsFunc(a.triggers, func(tr located) bool {
		return tr.Act == dateline.Clash && p.trees[tr.sentence].hasChild(tr.head, lexicon.Anew, "amod")
	})
}
