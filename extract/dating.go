package extract

import (
	"context"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/weigh"
	"github.com/opendateline/dateline/extract/when"
)

// Dates are the dates that the main account of a report may have, with what
// speaks for and against them; none if there is no such account. They are what
// package when is taught on.
func (r *Reader) Dates(ctx context.Context, doc *dateline.Document, ann Annotations) ([]when.Candidate, error) {
	p := newPass(r, doc, ann)
	if err := p.accountsOf(ctx); err != nil {
		return nil, err
	}
	if a := p.mainAccount(); a != nil {
		return p.datings(a).candidates(), nil
	}
	return nil, nil
}

// dating is one date with all the words of the report that name it.
type dating struct {
	edtf    string
	times   []Time
	seen    map[string]float64
	apart   bool // it dates a statement or what followed
	owned   bool // the account has it from its own clause, and it dates none of these
	feast   bool // it names what is held, "a Christmas party"
	outdone int  // how many of times date something else in a sentence that dates the account
}

type datings []*dating

func (list datings) of(edtf string) *dating {
	for _, d := range list {
		if d.edtf == edtf {
			return d
		}
	}
	return nil
}

func (list datings) candidates() []when.Candidate {
	out := make([]when.Candidate, len(list))
	for i, d := range list {
		out[i].EDTF = d.edtf
		out[i].Features = weigh.Features(d.seen)
	}
	return out
}

// settleDate gives the main account the date that package when chooses among
// all that the report names. What else was taken for its date and cannot be the
// same time is left out.
func (p *pass) settleDate(a *account) {
	if a.namedTime {
		return
	}
	list := p.datings(a)
	best, ok := p.when.Best(list.candidates())
	if !ok {
		return
	}
	chosen := list.of(best.EDTF).times
	kept := slices.Clone(chosen)
	for _, x := range a.times {
		switch {
		case slices.ContainsFunc(chosen, func(c Time) bool { return c.Start == x.Start }):
		case x.Date.Known() && !sameTime(x.Date, chosen[0].Date):
			p.leaveOut(p.runes.Span(x.Start, x.End), "another date of the report is likelier that of the incident")
		default:
			kept = append(kept, x)
		}
	}
	for i, x := range kept {
		if x.Date.LocalTime != nil && !slices.Contains(a.sentences, x.Sentence) {
			kept[i].dropHour() // the hour is of what that sentence tells
		}
	}
	a.inferredTime = !slices.ContainsFunc(chosen, func(c Time) bool { return slices.Contains(a.sentences, c.Sentence) })
	a.times = kept
}

// sameTime: one date can hold the other, to the day.
func sameTime(a, b dateline.Date) bool {
	if !a.Earliest.Known() && !b.Earliest.Known() && a.Precision == b.Precision {
		return a.EDTF == b.EDTF
	}
	return a.Overlaps(b, 0)
}

// datings are the dates that an account may have: those that the report names and that are
// not clearly of something else.
func (p *pass) datings(a *account) datings { return p.namedDates(a).ownFirst() }

// namedDates gathers the dates of a report in the order in which they are named, without those of
// the places that it was filed from.
func (p *pass) namedDates(a *account) datings {
	var list datings
	first := true
	for s := range p.times {
		for _, x := range p.times[s] {
			k := tokenAt(p.trees[s], x.Start)
			if k < p.trees[s].Filing || !saysWhen(x) || p.otherEntry(a, s) || x.Class == "set" || x.Class == "duration" || byThen(p.trees[s], k) || p.ofPursuit(a, x, k) || p.datesReaction(p.trees[s], k, a) {
				continue
			}
			key := datingKey(x.Date)
			d := list.of(key)
			if d == nil {
				d = &dating{edtf: key, seen: map[string]float64{}}
				list = append(list, d)
			}
			d.times = append(d.times, x)
			p.lookAround(d, a, x, k)
			if first && x.Date.Precision <= dateline.D1 {
				d.seen["first day named"], first = 1, false
			}
		}
	}
	for _, d := range list {
		d.seen["always"] = 1
		d.seen["times named"] = math.Log2(float64(len(d.times)))
		p.age(d)
		list.nest(d)
	}
	return list
}

// ownFirst leaves out the dates of statements and of what followed where a clause
// that tells of the account dates it, and those of other accounts where that
// clause gives the day: what tells two accounts apart is when (CAS-10).
func (list datings) ownFirst() datings {
	stated := slices.ContainsFunc(list, (*dating).stated)
	past := list.pastYear()
	says := func(d *dating) bool {
		return slices.ContainsFunc(list, func(o *dating) bool { return o.own() && !sameTime(o.times[0].Date, d.times[0].Date) })
	}
	return slices.DeleteFunc(list, func(d *dating) bool {
		elsewhere := (d.apart || d.outdone == len(d.times)) && says(d) || stated && d.seen["taken for another account"] > 0
		before := d.seen["dates what went before"] > 0
		if past != nil && d.seen["taken for the account"] == 0 && !sameTime(past.times[0].Date, d.times[0].Date) {
			return true
		}
		return (d.feast || before) && says(d) || before && list.fromLede(d) || elsewhere && d.seen["taken for the account"] == 0 && d.seen["taken from the lede"] == 0
	})
}

// pastYear is the year that the account gives in its own clause, where it was over long before
// the report: no day of the news can be that of "the killing of a prisoner in 2014".
func (list datings) pastYear() *dating {
	for _, d := range list {
		if x := d.times[0].Date; x.Precision == dateline.D5 && x.Basis == dateline.BasisExplicit && d.own() && d.seen["long before publication"] > 0 {
			return d
		}
	}
	return nil
}

// fromLede: the account has another date from the lede.
func (list datings) fromLede(d *dating) bool {
	return slices.ContainsFunc(list, func(o *dating) bool { return o != d && o.seen["taken from the lede"] > 0 })
}

// own: a clause that tells of the account gives the date.
func (d *dating) own() bool {
	return d.owned && d.seen["in the clause of a trigger"] > 0
}

// stated: a clause that tells of the account gives its day or night, near the top
// or in so many words, or its month in so many words.
func (d *dating) stated() bool {
	x := d.times[0].Date
	fine := x.Precision <= dateline.D2 && d.seen["in lede"]+d.seen["in first sentences"]+d.seen["basis explicit"] > 0 || x.Precision <= dateline.D4 && x.Basis == dateline.BasisExplicit
	return fine && d.own()
}

// nest notes that a date lies within another one named, or holds one.
func (list datings) nest(d *dating) {
	x := d.times[0].Date
	for _, other := range list {
		y := other.times[0].Date
		if other == d || !x.Earliest.Known() || !x.Latest.Known() || !y.Earliest.Known() || !y.Latest.Known() || x.Precision == y.Precision {
			continue
		}
		if y.Earliest <= x.Earliest && x.Latest <= y.Latest {
			d.seen["within another date"] = 1
		}
		if x.Earliest <= y.Earliest && y.Latest <= x.Latest {
			d.seen["holds another date"] = 1
		}
	}
}

// datingKey tells dates apart: by value, and by weekday where that is all that
// is known.
func datingKey(d dateline.Date) string {
	if k := d.Constraint; k != nil && k.Weekday != nil && d.Precision > dateline.D1 {
		return d.EDTF + " " + k.Weekday.String()
	}
	return d.EDTF
}

// lookAround notes what stands around one expression of a date.
func (p *pass) lookAround(d *dating, a *account, x Time, k int) {
	note := func(name string) { d.seen[name] = 1 }
	t := p.trees[x.Sentence]
	note("precision " + string(x.Date.Precision))
	note("basis " + string(x.Date.Basis))
	note("in " + p.partOf(x.Sentence))
	for _, w := range strings.Fields(lower(x.Text)) {
		if isWord(w) {
			note("word " + w)
		}
	}
	switch {
	case x.Background || sinceThen(t, k):
		note("dates what went before")
	case x.Reported || reports(t, k):
		note("dates a statement")
	}
	other := p.datesOther(t, x, k)
	taken := !a.inferredTime && slices.ContainsFunc(a.times, func(y Time) bool { return y.Start == x.Start })
	d.feast = p.ofFeast(x)
	d.apart, d.owned = d.apart || other, d.owned || taken && !other
	if p.outdone(t, x, a) {
		d.outdone++
	}
	if x.Class == "clock" {
		note("only a time of day")
	}
	p.governor(note, t, k)
	p.bond(note, a, x, k)
}

// datesOther: the expression stands beside a verb of saying or of a death that may
// come later, or dates what followed or answered it.
func (p *pass) datesOther(t *tree, x Time, k int) bool {
	v := t.clause(k)
	beside := max(k-v, v-k) <= besideVerb
	follows := t.isVerb(v) && (p.followsUp(t, v) || p.claims(t, v, x)) && !t.besideTrigger(k, p.accounts)
	answers := slices.ContainsFunc(p.accounts, func(a *account) bool { return p.answered(t, k, a) })
	says := x.Reported || reports(t, k) && !(t.isVerb(v) && t.isPassive(v))
	dies := t.dies(v) && (beside || t.Tokens[k].Head == v && k-v <= 2*besideVerb) // "died in hospital on Sunday"
	return follows || answers || beside && says || dies
}

// besideVerb is how many words away the day of a statement or death is said at most.
const besideVerb = 3

// isWord: letters only, and no name of a weekday or month.
func isWord(w string) bool {
	for _, r := range w {
		if r < 'a' || r > 'z' {
			return false
		}
	}
	return !calendarNames[w]
}

// calendarNames are the weekdays and months.
var calendarNames = func() map[string]bool {
	names := map[string]bool{}
	for d := time.Sunday; d <= time.Saturday; d++ {
		names[lower(d.String())] = true
	}
	for m := time.January; m <= time.December; m++ {
		names[lower(m.String())] = true
	}
	return names
}()

// partOf names the part of the report that a sentence stands in.
func (p *pass) partOf(s int) string {
	switch {
	case p.doc.Sentences[s].Role == dateline.RoleHeadline:
		return "title"
	case s < 2:
		return "lede"
	case s < ledeSentences:
		return "first sentences"
	case s < 3*ledeSentences:
		return "middle"
	}
	return "rest"
}

// governor notes the word that the expression hangs on and the verb of its
// clause.
func (p *pass) governor(note func(string), t *tree, k int) {
	top := k
	for h := t.Tokens[top].Head; h >= 0 && inTime(p.times[t.Index], t.Tokens[h].Start); h = t.Tokens[top].Head {
		top = h
	}
	if h := t.Tokens[top].Head; h >= 0 && t.isNoun(h) {
		note("noun " + t.lemmaAt(h))
	}
	v := t.clause(top)
	if !t.isVerb(v) {
		return
	}
	note("verb " + t.lemmaAt(v))
	if t.isPassive(v) {
		note("passive verb")
	}
	if c := t.child(v, "aux"); c >= 0 && (t.lemmaAt(c) == "will" || t.lemmaAt(c) == "would") {
		note("future verb")
	}
	if t.marker(top) != "" {
		note("after " + t.marker(top))
	}
}

// bond notes how the expression stands to the triggers of the account.
func (p *pass) bond(note func(string), a *account, x Time, k int) {
	t := p.trees[x.Sentence]
	for _, y := range a.times {
		if y.Start == x.Start && a.inferredTime {
			note("taken from the lede")
		} else if y.Start == x.Start {
			note("taken for the account")
		}
	}
	for _, b := range p.accounts {
		if b != a && slices.ContainsFunc(b.times, func(y Time) bool { return y.Start == x.Start }) {
			note("taken for another account")
		}
	}
	nearest := -1
	for _, tr := range a.triggers {
		if tr.sentence != x.Sentence {
			continue
		}
		if d := max(k-tr.head, tr.head-k); nearest < 0 || d < nearest {
			nearest = d
		}
		if v := t.clause(k); t.clause(tr.head) == v || t.under(tr.head, v) {
			note("in the clause of a trigger")
		}
	}
	switch {
	case nearest < 0 && slices.Contains(a.sentences, x.Sentence-1):
		note("in the sentence after")
	case nearest < 0:
		note("no trigger in the sentence")
	case nearest <= 4:
		note("beside a trigger")
	case nearest <= 10:
		note("near a trigger")
	default:
		note("in the sentence of a trigger")
	}
}

// age notes how long before publication a date lies.
func (p *pass) age(d *dating) {
	published, date := p.doc.Report.Published.Day(), d.times[0].Date
	if !published.Known() || !date.Latest.Known() {
		return
	}
	days := date.Latest.DaysUntil(published)
	for _, step := range [...]struct {
		most int
		name string
	}{{-1, "after publication"}, {0, "on the day of publication"}, {1, "a day before publication"}, {6, "in the week before publication"},
		{31, "in the month before publication"}, {366, "in the year before publication"}, {math.MaxInt, "long before publication"}} {
		if days <= step.most {
			d.seen[step.name] = 1
			return
		}
	}
}

// ofPursuit: the time at token k is that of an arrest, a charge or a trial, and the
// account itself gives the month or year (DAT-10).
func (p *pass) ofPursuit(a *account, x Time, k int) bool {
	t := p.trees[x.Sentence]
	own := slices.ContainsFunc(a.times, func(y Time) bool { return y.Start == x.Start })
	coarse := len(a.times) > 0 && !slices.ContainsFunc(a.times, func(y Time) bool { return y.Date.Precision < dateline.D4 })
	return coarse && !own && t.isVerb(t.clause(k)) && p.followsUp(t, t.clause(k))
}
