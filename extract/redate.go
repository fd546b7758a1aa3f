package extract

import (
	"context"
	"math"
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/day"
	"github.com/opendateline/dateline/extract/weigh"
)

// This file says in names what package day weighs: how the dates that a report names stand to
// each of its accounts, and to the date that the rules found. What the rules left undated
// takes the one that is likely.

// Dated is an incident of a report with the dates that it may have.
type Dated struct {
	Triggers []dateline.Span
	Main     bool
	day.Choice
}

// EachDated are the incidents of a report as the rules date them. They are what package day
// is taught on.
func (r *Reader) EachDated(ctx context.Context, doc *dateline.Document, ann Annotations) ([]Dated, error) {
	p := newPass(r, doc, ann)
	if err := p.accountsOf(ctx); err != nil {
		return nil, err
	}
	p.dateMain()
	var out []Dated
	for _, a := range onlyIncidents(p.accounts) {
		d := Dated{Main: a.salience == dateline.Main, Choice: p.dates(a).choice(p.undatedSigns(a), a)}
		for _, tr := range a.triggers {
			d.Triggers = append(d.Triggers, p.triggerSpan(tr))
		}
		out = append(out, d)
	}
	return out, nil
}

// ByRules is a Reader that leaves the dates that the rules find.
func (r *Reader) ByRules() *Reader {
	rules := *r
	rules.days = nil
	return &rules
}

// dateMain settles the day of the main accounts and what they hand on of it. Deeds of
// several towns have no day of the report (LNK-8).
func (p *pass) dateMain() {
	for _, a := range p.accounts {
		if a.salience == dateline.Main && !a.listed {
			p.settleDate(a)
			p.handOnDay(a)
		}
	}
}

// redate gives the incidents that the rules left undated the date that package day takes, if
// they are told as news of the paragraph that names it. All are weighed before any is changed.
func (p *pass) redate() {
	if p.days == nil {
		return
	}
	var changes []func()
	for _, a := range onlyIncidents(p.accounts) {
		if bestDate(a) != nil || !p.toldAsOfNow(a) {
			continue
		}
		list := p.dates(a)
		date, takes := day.Instead(p.days, list.choice(p.undatedSigns(a), a), day.Unlikely)
		if d := list.of(date); takes && d != nil && p.inOneParagraph(a, d) && p.ofNews(a, d) {
			changes = append(changes, func() { p.takeDate(a, d) })
		}
	}
	for _, change := range changes {
		change()
	}
}

// toldAsOfNow: the account is told in the simple past, and no part of what is told in passing, of
// an earlier happening or of what another is counted from: "five others were also killed", not
// "who had survived the attack".
func (p *pass) toldAsOfNow(a *account) bool {
	return !a.passing && !a.apart && a.from == nil && a.temporal == dateline.Past && p.inSimplePast(a) && slices.ContainsFunc(a.triggers, p.saidAsNews)
}

// saidAsNews: the word stands neither in a relative clause, nor says who somebody was, nor behind what something else is
// counted from, "two years after a BOMBING".
func (p *pass) saidAsNews(tr located) bool {
	t := p.trees[tr.sentence]
	for k := tr.head; k >= 0; k = t.Tokens[k].Head {
		if t.rel(k, "acl", "acl:relcl") || t.lemmaAt(t.child(k, "nsubj")) == "who" {
			return false
		}
	}
	m := t.marker(tr.head)
	says := t.child(tr.head, "cop") >= 0 // "was the BOMBER who …"
	return !says && m != "after" && m != "since" && m != "before"
}

// inOneParagraph: the date is named in a paragraph that tells of the account.
func (p *pass) inOneParagraph(a *account, d *dating) bool {
	return slices.ContainsFunc(d.times, func(x Time) bool {
		return slices.ContainsFunc(a.sentences, func(s int) bool { return p.trees[s].Paragraph == p.trees[x.Sentence].Paragraph })
	})
}

// ofNews: the date is that of the main account, or named in a sentence of the account.
func (p *pass) ofNews(a *account, d *dating) bool {
	main := p.mainAccount()
	return main != nil && ruledDate(main) == d.edtf || slices.ContainsFunc(d.times, func(x Time) bool { return slices.Contains(a.sentences, x.Sentence) })
}

// takeDate gives the account the date.
func (p *pass) takeDate(a *account, d *dating) {
	own := func(x Time) bool { return slices.Contains(a.sentences, x.Sentence) }
	a.times, a.inferredTime = nil, !slices.ContainsFunc(d.times, own)
	for _, x := range d.times {
		if !own(x) {
			x.dropHour() // the hour is of what that sentence tells
		}
		a.times = append(a.times, x)
	}
}

// ruledDate is the key of the date of an account, "" without one.
func ruledDate(a *account) string {
	if d := bestDate(a); d != nil {
		return datingKey(*d)
	}
	return ""
}

// dates are those that the report names, and the one that the rules found, with what
// speaks for and against them as that of the account.
func (p *pass) dates(a *account) datings {
	list := p.namedDates(a)
	key := ruledDate(a)
	if key != "" && list.of(key) == nil {
		i := slices.IndexFunc(a.times, func(x Time) bool { return datingKey(x.Date) == key })
		d := &dating{edtf: key, times: []Time{a.times[i]}, seen: map[string]float64{"named otherwise": 1}}
		p.age(d)
		list = append(list, d)
	}
	for i, d := range list {
		p.standsTo(a, d, i, list)
	}
	return list
}

// standsTo adds how a date stands to the account and to the others of the report.
func (p *pass) standsTo(a *account, d *dating, at int, list datings) {
	s := pairSigns(d.seen)
	side, state := sideOf(a), stateOf(a)
	s.note(d.apart, "of a statement or what followed")
	s.note(d.feast, "a feast")
	s.note(d.owned, "owned")
	s.note(d.outdone == len(d.times), "outdone")
	s.note(len(list) == 1, "the only date, "+state)
	s.note(at == 0, "named first, "+state)
	p.besideDate(s, a, d, side, state)
	p.wayTo(s, a, d, side, state)
	for _, b := range p.accounts {
		if b == a || b.kind != dateline.KindIncident {
			continue
		}
		bd := bestDate(b)
		same := bd != nil && datingKey(*bd) == d.edtf
		s.note(same && b.salience == dateline.Main, "of the main one, "+state)
		s.note(same && b.salience != dateline.Main, "of a side one, "+state)
		s.note(same && (b.whole == a || a.whole == b), "of the whole or a part")
		s.note(same && b.sentences[0] < a.sentences[0] && a.sentences[0]-b.sentences[0] <= 2, "of one told just before, "+state)
	}
}

func sideOf(a *account) string {
	if a.salience == dateline.Main {
		return "main"
	}
	return "side"
}

// stateOf says how the rules dated the account.
func stateOf(a *account) string {
	switch {
	case bestDate(a) == nil:
		return "undated"
	case a.inferredTime:
		return "inferred"
	case a.namedTime:
		return "named"
	}
	return "own"
}

// besideDate: how a date stands to the one that the rules found.
func (p *pass) besideDate(s pairSigns, a *account, d *dating, side, state string) {
	x, r := d.times[0].Date, bestDate(a)
	if r == nil {
		s["no rule, "+side] = 1
		return
	}
	if d.edtf == ruledDate(a) {
		s["rule"] = 1
		s["rule, "+side] = 1
		s["rule, "+state] = 1
		s["rule, "+side+", "+state] = 1
		s["rule, precision "+string(x.Precision)] = 1
		s["rule, basis "+string(x.Basis)] = 1
		return
	}
	s["not the rule's, "+side+", "+state] = 1
	meet := sameTime(*r, x)
	s.note(meet && x.Precision < r.Precision, "finer than the rule's, "+state)
	s.note(meet && x.Precision > r.Precision, "coarser than the rule's, "+state)
	s.note(!meet, "clashes with the rule's")
	s.note(!meet, "clashes with the rule's, "+state)
	s.note(completes(x, *r), "gives the year of the rule's")
}

// completes: the date has the month, and the day if one is known, of the other, whose year is
// not known.
func completes(x, masked dateline.Date) bool {
	rest, yearless := strings.CutPrefix(masked.EDTF, "XXXX")
	return yearless && x.Earliest.Known() && len(x.EDTF) > len("2006") && strings.HasPrefix(x.EDTF[len("2006"):], rest)
}

// wayTo: how far from the nearest words of the account the date is named, and what lies between.
func (p *pass) wayTo(s pairSigns, a *account, d *dating, side, state string) {
	near := p.nearestNaming(a, d)
	x, t := near.time, p.trees[near.time.Sentence]
	k := tokenAt(t, x.Start)
	way := "way: " + near.way
	s[way] = 1
	s[way+", "+side+", "+state] = 1
	s[way+", precision "+string(x.Date.Precision)] = 1
	s[way+", basis "+string(x.Date.Basis)] = 1
	s.note(near.ahead, way+", before the word")
	s.note(near.othersNearer, "another word of violence is nearer")
	s.note(near.othersNearer, "another word of violence is nearer, "+state)
	s.note(t.Paragraph == p.trees[near.sentence].Paragraph, "nearest, in its paragraph")
	s.note(t.Paragraph != p.trees[near.sentence].Paragraph, "nearest, in another paragraph, "+state)
	one := &dating{edtf: d.edtf, seen: map[string]float64{}}
	p.lookAround(one, a, x, k)
	for name := range one.seen {
		s["nearest: "+name] = 1
	}
	s.note(one.apart, "nearest, apart")
	s.note(one.apart, "apart, "+way)
	s.note(one.outdone > 0, "nearest, outdone")
	s.note(p.captions(x.Sentence), "nearest, in a caption")
	last := p.lastNamedBefore(a) == d.edtf
	s.note(last, "the last named before it, "+side+", "+state)
}

// dateNaming is the words that name a date nearest to those of an account.
type dateNaming struct {
	time         Time
	sentence     int // of the words of the account
	way          string
	ahead        bool // the date stands before them
	othersNearer bool
}

func (p *pass) nearestNaming(a *account, d *dating) dateNaming {
	var best dateNaming
	least := math.MaxInt
	for _, x := range d.times {
		k := tokenAt(p.trees[x.Sentence], x.Start)
		for _, tr := range a.triggers {
			gap := tr.sentence - x.Sentence
			far := max(gap, -gap) * 1000
			if gap == 0 {
				far = max(k-tr.head, tr.head-k)
			}
			if gap < 0 {
				far += 500 // named after it
			}
			if far < least {
				least = far
				best = dateNaming{time: x, sentence: tr.sentence, way: wayOf(gap, far), ahead: gap > 0 || gap == 0 && tr.head > k}
			}
		}
	}
	if least < 1000 {
		k := tokenAt(p.trees[best.time.Sentence], best.time.Start)
		for _, b := range p.accounts {
			best.othersNearer = best.othersNearer || b != a && slices.ContainsFunc(b.triggers, func(tr located) bool {
				return tr.sentence == best.time.Sentence && max(k-tr.head, tr.head-k) < least
			})
		}
	}
	return best
}

// wayOf names how far words are from a date: so many sentences behind it, or so many words.
func wayOf(gap, far int) string {
	switch {
	case gap == 0 && far <= 4:
		return "beside"
	case gap == 0 && far <= 10:
		return "near"
	case gap == 0:
		return "in its sentence"
	case gap == 1:
		return "a sentence before"
	case gap == -1:
		return "a sentence after"
	case gap == 2 || gap == 3:
		return "two or three before"
	case gap == -2 || gap == -3:
		return "two or three after"
	case gap > 0:
		return "far before"
	}
	return "far after"
}

// lastNamedBefore is the key of the date that the report named last before the account.
func (p *pass) lastNamedBefore(a *account) string {
	tr := a.triggers[0]
	at := p.trees[tr.sentence].Tokens[tr.from].Start
	key := ""
	for s := 0; s <= tr.sentence; s++ {
		for _, x := range p.times[s] {
			if x.Start < at && saysWhen(x) && x.Date.Precision <= dateline.D1 && x.Class != "set" && x.Class != "duration" {
				key = datingKey(x.Date)
			}
		}
	}
	return key
}

// undatedSigns is what speaks for and against the account having no date.
func (p *pass) undatedSigns(a *account) []weigh.Feature {
	s := pairSigns{"none": 1}
	side, state := sideOf(a), stateOf(a)
	s.note(true, "none, "+side+", "+state)
	s.note(len(a.harms) > 0, "none, hurt, "+state)
	s.note(a.reported, "none, reported")
	s.note(a.passing, "none, in passing")
	s.note(len(a.harms) > 0, "none, hurt")
	s.note(len(a.triggers) == 1, "none, one word")
	s.note(a.triggers[0].POS == "N", "none, a noun")
	s.note(a.plural, "none, plural")
	s.note(a.temporal != dateline.Past, "none, not past")
	s.note(a.sentences[0] < 2, "none, lede")
	s.note(bestPlace(a) == nil, "none, unplaced")
	s.note(p.inHeadline(a), "none, headline")
	return weigh.Features(s)
}

func (list datings) choice(none []weigh.Feature, a *account) day.Choice {
	return day.Choice{Ruled: ruledDate(a), None: none, Dates: list.candidates()}
}
