package extract

import (
	"slices"

	"github.com/opendateline/dateline"
)

// This file hands the day of the main account on to side accounts that tell none and
// are told as parts of one night or as hours away from it (DAT-12).

// handOnDay dates the side accounts that belong to the day of the main one a, whose
// places are still those that its own words give.
func (p *pass) handOnDay(a *account) {
	if !hasDay(a) && !a.overNight() {
		return
	}
	for _, b := range p.accounts {
		if b == a || b.kind != dateline.KindIncident || bestDate(b) != nil || b.sentences[0] < a.sentences[0] {
			continue
		}
		if p.hoursAway(b) || p.withinSpread(a, b) {
			b.times, b.inferredTime = datesOf(a.times), true
		}
	}
}

// overNight: the date is one of two days, "overnight".
func (a *account) overNight() bool {
	d := bestDate(a)
	return d != nil && d.Precision == dateline.D2
}

// datesOf are the times without their hours, which are those of one account.
func datesOf(times []Time) []Time {
	out := slices.Clone(times)
	for i := range out {
		out[i].dropHour()
	}
	return out
}

// withinSpread: the main account is told of a whole country or province ("fired missiles
// at Ukraine overnight") and the other happened in it ("in the Kharkiv region a bomb
// STRUCK a village").
func (p *pass) withinSpread(a, b *account) bool {
	whole, part := p.firstNamed(a), bestPlace(b)
	if whole == nil || part == nil || !slices.ContainsFunc(a.times, func(x Time) bool { return x.Sentence == whole.Sentence }) || whole.Ref.Inferred || whole.Ref.Precision < dateline.P4 || b.passing || !mayHold(whole.Ref, part.Ref) {
		return false
	}
	return p.inSimplePast(a) && p.inSimplePast(b) && !p.otherDayBefore(a, b) && part.Ref.Precision < whole.Ref.Precision
}

// otherDayBefore: the paragraph of b has come to another day than that of a.
func (p *pass) otherDayBefore(a, b *account) bool {
	at := b.sentences[0]
	for s := at; s >= 0 && p.trees[s].Paragraph == p.trees[at].Paragraph; s-- {
		if slices.ContainsFunc(p.times[s], func(x Time) bool { return dayOrHour(x) && !sameTime(x.Date, a.times[0].Date) }) {
			return true
		}
	}
	return false
}

// firstNamed is the place that the body of the account names first; nil without one.
func (p *pass) firstNamed(a *account) *Place {
	for _, s := range a.sentences {
		if p.doc.Sentences[s].Role == dateline.RoleHeadline {
			continue
		}
		for i, x := range p.places[s] {
			if !x.Filing && x.Class != "demonym" && tokenAt(p.trees[s], x.Start) >= p.trees[s].Filing {
				return &p.places[s][i]
			}
		}
	}
	return nil
}

// inSimplePast: the clauses of the account stand in the simple past, or have no verb of
// their own.
func (p *pass) inSimplePast(a *account) bool {
	return !slices.ContainsFunc(a.triggers, func(tr located) bool {
		t := p.trees[tr.sentence]
		v := t.clause(tr.head)
		return t.isVerb(v) && t.have(v) >= 0
	})
}

// opensEarlierInDay: "EARLIER IN THE DAY two shepherds were killed", "earlier the same day".
func (t *tree) opensEarlierInDay() bool {
	if lower(t.Tokens[0].Text) != "earlier" {
		return false
	}
	for _, w := range t.Tokens[1:min(4, len(t.Tokens))] {
		switch lower(w.Text) {
		case "day":
			return true
		case "in", "the", "same", "that":
		default:
			return false
		}
	}
	return false
}

// hoursAway: "HOURS EARLIER, in a neighbouring town", "a few hours later".
func (p *pass) hoursAway(a *account) bool {
	t := p.trees[a.sentences[0]]
	if t.opensEarlierInDay() {
		return true
	}
	for k := 1; k < len(t.Tokens); k++ {
		if (t.lemmaAt(k-1) == "hour" || t.lemmaAt(k-1) == "minute") && (lower(t.Tokens[k].Text) == "earlier" || lower(t.Tokens[k].Text) == "later" || lower(t.Tokens[k].Text) == "before" && t.Tokens[min(k+1, len(t.Tokens)-1)].Text == ",") {
			return !slices.ContainsFunc(a.triggers, func(tr located) bool { return tr.head < k })
		}
	}
	return false
}
