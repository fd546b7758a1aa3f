package extract

import (
	"math"
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// fillTimes gives the account the time expressions of its sentence that hang
// nearer to its triggers than to another account's. Times in a clause of
// reporting ("it was reported in June that …") date the report (DAT-10).
func (p *pass) fillTimes(t *tree, sentence int, a *account, groups []*account) {
	if own := p.timesBefore(t, sentence, a); len(own) > 0 {
		a.times, a.namedTime = append(a.times, own...), true
		return
	}
	for _, x := range p.times[sentence] {
		k := tokenAt(t, x.Start)
		if x.Class == "duration" || x.Class == "set" || k < t.Filing || !saysWhen(x) {
			continue
		}
		if p.countsFromElse(t, x, groups) {
			continue
		}
		if t.sinceWhen(x, a) {
			a.times = append(a.times, x)
			continue
		}
		if x.Background || sinceThen(t, k) || byThen(t, k) || p.dated(t, k, groups) != a && !p.datesSeries(t, k, a) {
			continue
		}
		if entryTime(t, k) {
			if x.Class == "clock" {
				x.dropHour()
				a.times, a.inferredTime = append(a.times, x), true
			} else if x.Date.Basis != dateline.BasisUnknown && x.Date.Precision <= dateline.D4 {
				a.times = append(a.times, x)
			}
			continue
		}
		if p.datesSomethingElse(t, k, x, a) || p.outdone(t, x, a) {
			continue
		}
		if (x.Reported || reports(t, k) && !a.holds(t.clause(k))) && !a.reportedThen(t, t.clause(k)) {
			a.reported = true
			continue
		}
		a.times = append(a.times, x)
	}
	p.dropDeathDay(t, a)
}

// dropHour leaves the day.
func (x *Time) dropHour() {
	x.Date.Precision, x.Date.LocalTime = max(x.Date.Precision, dateline.D1), nil
}

// reportedThen: "the SHOOTING was reported at 9 p.m. on Friday", to the police as it
// happened.
func (a *account) reportedThen(t *tree, verb int) bool {
	s, passive := t.subject(verb)
	return passive && s >= 0 && t.lemmaAt(verb) == "report" && t.child(verb, "obl:agent") < 0 && slices.ContainsFunc(a.triggers, func(tr located) bool { return tr.head == s && tr.Role == lexicon.Event })
}

// dropDeathDay leaves out the day on which somebody died, where the account dates
// the violence by itself ("a woman shot LAST WEEK died on Sunday") or tells of the
// wound first ("was wounded in the strike and died on Sunday") (CAS-12).
func (p *pass) dropDeathDay(t *tree, a *account) {
	dies := func(x Time) bool { return t.dies(t.clause(tokenAt(t, x.Start))) }
	others := slices.ContainsFunc(a.times, func(x Time) bool { return !dies(x) })
	a.times = slices.DeleteFunc(a.times, func(x Time) bool {
		if !dies(x) {
			return false
		}
		v := t.clause(tokenAt(t, x.Start))
		return others || t.rel(v, "conj") && a.holds(t.Tokens[v].Head)
	})
}

// dies: the verb tells of a death that may come long after the violence.
func (t *tree) dies(verb int) bool {
	return t.lex.Is(lexicon.PassesAway, t.lemmaAt(verb)) || t.lemmaAt(verb) == "pass" && t.lemmaAt(verb+1) == "away"
}

// dated is the account that the time at token k hangs nearest to. Nothing happens
// on two days: of two, one goes to an account without any that it stands behind.
func (p *pass) dated(t *tree, k int, groups []*account) *account {
	if a := p.countedFrom(t, k, groups); a != nil {
		return a
	}
	if i := slices.IndexFunc(groups, func(g *account) bool { return g.triggers[0].head < k && p.avenged(t, g.triggers[0].found) }); i >= 0 {
		return groups[i] // "revenge for a raid IN APRIL"
	}
	owner := nearest(t, k, groups)
	if len(groups) < 2 || len(p.daysOf(t, owner, groups)) < 2 {
		return owner
	}
	ahead := owner
	for _, g := range groups {
		if len(p.daysOf(t, g, groups)) == 0 && g.wordsAhead(k) < ahead.wordsAhead(k) {
			ahead = g
		}
	}
	return ahead
}

// countedFrom is the account whose trigger comes next behind "two days after" or "a day
// before": what happened then, not what it is counted from, has the date.
func (p *pass) countedFrom(t *tree, k int, groups []*account) *account {
	counts := func(words string) bool {
		return strings.HasSuffix(words, " after") || strings.HasSuffix(words, " before") && !strings.HasPrefix(words, "the ")
	}
	i := slices.IndexFunc(p.times[t.Index], func(x Time) bool { return tokenAt(t, x.Start) == k && counts(lower(x.Text)) })
	if i < 0 {
		return nil
	}
	for n := tokenAt(t, p.times[t.Index][i].End); n > 0 && n < len(t.Tokens) && t.Tokens[n].Text != ","; n++ {
		for _, g := range groups {
			if g.opensAt(t, n) {
				return g
			}
		}
	}
	return nil
}

// countsFromElse: "came TWO YEARS AFTER Kenya sent troops" counts from what is no account, so
// that nothing says which year it was.
func (p *pass) countsFromElse(t *tree, x Time, groups []*account) bool {
	return x.Date.Precision >= dateline.D4 && strings.HasSuffix(lower(x.Text), " after") && p.countedFrom(t, tokenAt(t, x.Start), groups) == nil
}

// daysOf are the days written in full that hang nearest to an account.
func (p *pass) daysOf(t *tree, a *account, groups []*account) []dateline.Day {
	var days []dateline.Day
	for _, x := range p.times[t.Index] {
		full := x.Date.Basis == dateline.BasisExplicit && x.Date.Earliest == x.Date.Latest
		if full && !slices.Contains(days, x.Date.Earliest) && nearest(t, tokenAt(t, x.Start), groups) == a {
			days = append(days, x.Date.Earliest)
		}
	}
	return days
}

// wordsAhead is how many words token k stands behind a trigger.
func (a *account) wordsAhead(k int) int {
	least := math.MaxInt
	for _, tr := range a.triggers {
		if tr.head < k {
			least = min(least, k-tr.head)
		}
	}
	return least
}

// stampsPage: "Updated: Oct 31, 2031 - 5:46 PM" and "(Published Friday, Oct. 31)"
// say when a page or a caption was put out, and date nothing that it tells of
// (DAT-10); nor does a day of birth.
func (p *pass) stampsPage(x Time) bool {
	if p.dayLine(x) || p.masthead(x) {
		return true
	}
	before := p.trees[x.Sentence].Tokens
	for i := tokenAt(p.trees[x.Sentence], x.Start) - 1; i >= 0; i-- {
		switch w := before[i]; {
		case w.Lemma == "birth" || w.Lemma == "bear" || w.Lemma == "dob" || w.Text == "Published" || w.Text == "Posted" || w.Text == "Updated" || w.Text == "UPDATED" || w.Text == "POSTED":
			return true
		case isWord(lower(w.Text)) && w.Lemma != "on" && w.Lemma != "at":
			return false
		}
	}
	return false
}

// ofTheDeed: "the day of THE ATTACK" is whatever day that was, and no day told before.
func (p *pass) ofTheDeed(x Time) bool {
	t := p.trees[x.Sentence]
	of := tokenAt(t, x.End)
	if l := lower(x.Text); l != "the day" && l != "the night" || t.lemmaAt(of) != "of" {
		return false
	}
	noun := t.Tokens[of].Head
	return noun > of && t.isNoun(noun) && (p.isTrigger(t, noun) || t.lex.Is(lexicon.Happening, t.lemmaAt(noun)))
}

// masthead: the day that a page opens with behind its name, "Marvesk News · Thursday 6 December
// 2031", with no line of its own.
func (p *pass) masthead(x Time) bool {
	t := p.trees[x.Sentence]
	k := tokenAt(t, x.Start)
	return x.Sentence == 0 && k > 0 && k < 6 && x.Date.Basis == dateline.BasisExplicit && x.Date.Precision <= dateline.D1 && slices.Contains([]string{"·", "•", "|"}, t.Tokens[k-1].Text)
}

// dayLine: the day of publication in a line of its own that says nothing else than
// where, "Marvesk, Thursday, 2 December 2031, 19:42".
func (p *pass) dayLine(x Time) bool {
	published := p.doc.Report.Published.Day()
	return x.Date.Basis == dateline.BasisExplicit && published.Known() && x.Date.Earliest == published && x.Date.Latest == published &&
		p.doc.Sentences[x.Sentence].Role != dateline.RoleHeadline &&
		!slices.ContainsFunc(p.trees[x.Sentence].Tokens, func(w dateline.Token) bool { return w.POS == "VERB" || w.POS == "AUX" || w.POS == "NOUN" })
}

// timesBefore are the times that stand before the noun of the account and what belongs
// to it, "the May 6, 2031, SHOOTING at a church", "the deadly 1998 Lomvar and Marvesk
// BOMBINGS"; no other of the sentence is as near.
func (p *pass) timesBefore(t *tree, sentence int, a *account) []Time {
	var out []Time
	for _, x := range p.times[sentence] {
		k := tokenAt(t, x.Start)
		if k < 1 || x.Class == "duration" || x.Class == "set" || !saysWhen(x) || !t.rel(t.pastAdjectives(k-1), "det") {
			continue
		}
		for k < len(t.Tokens) && (t.Tokens[k].Start < x.End || t.Tokens[k].Text == ",") {
			k++
		}
		if slices.ContainsFunc(a.triggers, func(tr located) bool { return tr.Role == lexicon.Event && tr.sentence == sentence && t.leadsTo(k, tr) }) {
			out = append(out, x)
		}
	}
	return out
}

// pastAdjectives goes back from token k over the adjectives before a noun.
func (t *tree) pastAdjectives(k int) int {
	for k > 0 && t.rel(k, "amod") {
		k--
	}
	return k
}

// leadsTo: nothing but what its own phrase joins stands from token k to a trigger that
// is a noun.
func (t *tree) leadsTo(k int, tr located) bool {
	for k < tr.from && (t.isNoun(k) || t.rel(k, "cc", "amod")) && t.under(k, tr.head) {
		k++
	}
	return k == tr.from
}

// entryTime: the time that opens an entry of a live blog, "17:52 - Police now
// say …", is that of the entry; only its day can be the incident's. The day that
// opens an entry of a chronicle, "4 May: gunmen …", is.
func entryTime(t *tree, k int) bool {
	if k != 0 || len(t.Tokens) < 3 {
		return false
	}
	for i := 1; i < min(4, len(t.Tokens)); i++ {
		switch t.Tokens[i].Text {
		case "-", "–", "—", ":", "|":
			return true
		}
	}
	return false
}

// datesSeries: a time that hangs on the first verb of a series dates the whole
// series: "in 2019 they attacked X, seized Y and shot Z".
func (p *pass) datesSeries(t *tree, k int, a *account) bool {
	v := t.clause(k)
	if !t.isVerb(v) || k > v {
		return false
	}
	for _, tr := range a.triggers {
		if tr.POS == "V" && t.mainVerb(tr.head) == v && tr.head != v {
			return true
		}
	}
	return false
}

// byThen: "by noon" and "as of noon nobody had claimed it" bound what was known,
// and date nothing that happened.
func byThen(t *tree, k int) bool {
	return t.lemmaAt(k-1) == "by" || t.lemmaAt(k-1) == "of" && t.lemmaAt(k-2) == "as"
}

// sinceThen: "since the fall of the city in May" dates what went before
// (DAT-14): a "since" stands before the time with no verb or comma between.
func sinceThen(t *tree, k int) bool {
	for i := k - 1; i >= max(0, k-9); i-- {
		switch {
		case t.Tokens[i].Lemma == "since":
			return true
		case t.Tokens[i].Text == "," || t.isVerb(i):
			return false
		}
	}
	return false
}

// sinceWhen: the account is told of to say since when, "the first since MAY, WHEN rebels
// overran the town": the time is its own.
func (t *tree) sinceWhen(x Time, a *account) bool {
	k := tokenAt(t, x.End)
	if k > 0 && t.Tokens[k].Text == "," {
		k++
	}
	return k > 0 && t.lemmaAt(k) == "when" && a.triggers[0].head > k && sinceThen(t, tokenAt(t, x.Start))
}

// dropFeasts leaves out the feasts that say what is held, where the account has a date
// beside them: "stormed a CHRISTMAS office party in December 2015".
func (p *pass) dropFeasts(a *account) {
	others := slices.DeleteFunc(slices.Clone(a.times), p.ofFeast)
	if slices.ContainsFunc(others, func(x Time) bool { return x.Date.Known() && x.Class != "clock" }) {
		a.times = others
	}
}

// ofFeast: a feast before a noun says what is held, and hardly when: "shot at a CHRISTMAS
// party".
func (p *pass) ofFeast(x Time) bool {
	t := p.trees[x.Sentence]
	k := tokenAt(t, x.Start)
	if k < 0 || t.Tokens[k].End < x.End || t.Tokens[k].Tag != "NNP" || calendarNames[lower(x.Text)] || !t.rel(k, "compound", "nmod") {
		return false
	}
	held := func(h int) bool { return h > k && t.Tokens[h].Tag != "NNP" && t.isNoun(h) && !p.isTrigger(t, h) }
	return held(t.Tokens[k].Head) || k+1 < len(t.Tokens) && held(k+1)
}

// saysWhen: the expression has bounds, or a relation to something that may get
// them ("the day before the attack").
func saysWhen(x Time) bool {
	return x.Date.Known() && x.Date.Precision != dateline.D9 || x.Date.Constraint != nil
}

// datesSomethingElse: a time inside a "since" clause or hanging on a noun or
// verb that is no trigger of the account and no carrier of it (DAT-14).
func (p *pass) datesSomethingElse(t *tree, k int, x Time, a *account) bool {
	if p.datesReaction(t, k, a) || t.toCome(k, a) || p.triedUnder(t, k, a) && !t.besideTrigger(k, []*account{a}) {
		return true
	}
	top := k
	for t.Tokens[top].Head >= 0 && !t.isVerb(top) && !a.holds(top) {
		if m := t.marker(top); m == "since" || m == "until" {
			return true
		}
		if t.Tokens[top].POS == "PROPN" && !inTime(p.times[a.sentences[0]], t.Tokens[top].Start) && t.rel(k, "nmod") {
			return false
		}
		top = t.Tokens[top].Head
	}
	if t.isVerb(top) && !a.holds(top) && t.tollOf(top) {
		return true
	}
	if t.isVerb(top) && !a.holds(top) && (p.followsUp(t, top) || p.claims(t, top, x)) {
		return !t.besideTrigger(k, []*account{a})
	}
	if t.rel(top, "acl:relcl", "acl") && !a.holds(top) {
		for _, perp := range a.perps {
			if perp.sentence == a.sentences[0] && t.Tokens[top].Head == perp.head {
				return false // "by armed men who stopped their car on 14 September"
			}
		}
		for _, tr := range a.triggers {
			if t.under(tr.head, top) || t.under(top, tr.head) && t.Tokens[top].Head == tr.head {
				return false
			}
		}
		return true
	}
	return false
}

// remembered: the sentence is about the anniversary of some violence, and the time at
// token k is that of the ceremony: "gathered ON SUNDAY to mark the anniversary of the
// bombing of August 1998 that killed 29 people".
func (p *pass) remembered(t *tree, k int, a *account) bool {
	if t.besideTrigger(k, []*account{a}) {
		return false
	}
	for i := range t.Tokens {
		if _, _, violent := p.lex.Trigger(t.Tokens, i); violent && (t.isNoun(i) && t.ofMemory(i, k) || t.yearsSince(i, k) || t.rel(i, "nsubj") && t.yearsSince(t.Tokens[i].Head, k)) {
			return true
		}
	}
	return false
}

// ofMemory: the noun at i is what an anniversary or so many years are counted from, and
// the time at token k is not what says how many.
func (t *tree) ofMemory(i, k int) bool {
	if t.yearsSince(i, k) {
		return true
	}
	for steps := 0; steps < 3 && t.Tokens[i].Head >= 0 && t.rel(i, "nmod"); steps++ {
		if i = t.Tokens[i].Head; t.lex.Is(lexicon.Memory, t.lemmaAt(i)) {
			return true
		}
	}
	return false
}

// yearsSince: so many years are counted from the noun or clause of token i, "a year since
// THE BOMBING", "ten years after a bomb KILLED 33 people", and the time at token k is not
// these years.
func (t *tree) yearsSince(i, k int) bool {
	since := t.child(i, "case", "mark")
	return since > 0 && (k > since || since-k > 3) && (t.lemmaAt(since) == "since" || t.lemmaAt(since) == "after") && t.lex.Is(lexicon.YearsSince, t.lemmaAt(since-1))
}

// tollOf: "the number of those killed ROSE to 21 on Tuesday", "officials RAISED the toll to 21 on
// Tuesday" date the count.
func (t *tree) tollOf(verb int) bool {
	counts := func(k int) bool { return t.lemmaAt(k) == "toll" || t.lemmaAt(k) == "number" }
	s, _ := t.subject(verb)
	return counts(s) || counts(t.child(verb, "obj"))
}

// besideTrigger: no verb stands between a trigger of the accounts and the time at
// token k, which a parse may hang higher: "arrested a man over the killing of a
// teacher who was SHOT near his school on 27 February". Before a trigger only
// what belongs to its noun may stand: "the 2031 church SHOOTING".
func (t *tree) besideTrigger(k int, accounts []*account) bool {
	triggers := func(i int) bool {
		here := func(tr located) bool { return tr.sentence == t.Index && tr.head == i }
		return slices.ContainsFunc(accounts, func(a *account) bool { return slices.ContainsFunc(a.triggers, here) })
	}
	before := k - 1
	for before > 0 && !triggers(before) && !t.isVerb(before) {
		before--
	}
	after := k + 1
	for after < len(t.Tokens) && !triggers(after) && (t.isNoun(after) || t.Tokens[after].POS == "NUM" || t.Tokens[after].Text == "," || t.Tokens[after].Tag == "POS") {
		after++
	}
	return triggers(before) || triggers(after)
}

// outdone: the time follows a verb that tells of something else, and another time
// of the sentence stands beside a trigger of the account: "were brought to court
// ON MONDAY for the murder of two men on 17 May".
func (p *pass) outdone(t *tree, x Time, a *account) bool {
	if p.neighbour(t, x, a) != besideOther {
		return false
	}
	return slices.ContainsFunc(p.times[t.Index], func(y Time) bool {
		return saysWhen(y) && y.Class == "date" && p.neighbour(t, y, a) == besideOwn && !sameTime(x.Date, y.Date)
	})
}

// What stands beside a time, in the order of the words.
const (
	besideNothing = iota // or a trigger of another account
	besideOwn            // a trigger of the account
	besideOther          // a verb of something else
)

// neighbour looks back from a time, and ahead from "a day after" and "Sunday's"; a verb
// right behind a time that no verb stands before is its own: "the mayor on Tuesday
// CONDEMNED it".
func (p *pass) neighbour(t *tree, x Time, a *account) int {
	step, i, next := -1, tokenAt(t, x.Start)-1, tokenAt(t, x.End)
	if next > 0 && t.tellsElse(next) && !slices.ContainsFunc(p.accounts, func(b *account) bool { return b.opensAt(t, next) }) && !a.opensAt(t, next) {
		return besideOther
	}
	if strings.HasSuffix(x.Text, " after") || strings.HasSuffix(x.Text, " before") || next > 0 && t.Tokens[next].Tag == "POS" {
		step, i = 1, next
	}
	for ; i >= 0 && i < len(t.Tokens); i += step {
		switch {
		case t.sufferers(i):
		case a.opensAt(t, i):
			return besideOwn
		case slices.ContainsFunc(p.accounts, func(b *account) bool { return b.opensAt(t, i) }):
			return besideNothing
		case t.tellsElse(i):
			return besideOther
		}
	}
	return besideNothing
}

// tellsElse: a verb that, where it is no trigger, tells of something else.
func (t *tree) tellsElse(i int) bool {
	takesPlace := t.lex.Is(lexicon.TakesPlace, t.lemmaAt(i)) && !t.hasChild(i, lexicon.Following, "obl", "obj")
	return t.isVerb(i) && !t.rel(i, "aux", "aux:pass", "cop") && !takesPlace
}

// sufferers: "the WOUNDED", who are no event.
func (t *tree) sufferers(i int) bool {
	return t.lemmaAt(i-1) == "the" && t.Tokens[i].POS == "ADJ" && t.rel(i, "obj", "nsubj", "obl", "nmod")
}

// opensAt: token i of the sentence is of a trigger of the account.
func (a *account) opensAt(t *tree, i int) bool {
	return slices.ContainsFunc(a.triggers, func(tr located) bool { return tr.sentence == t.Index && i >= tr.from && i < tr.to })
}

// followsUp: an arrest, a charge, a sentence, a plea or a trial has a day of its own.
func (p *pass) followsUp(t *tree, verb int) bool {
	if t.lex.Is(lexicon.Following, t.lemmaAt(t.child(verb, "nsubj", "nsubj:pass"))) || t.rel(verb, "acl") && t.lex.Is(lexicon.Following, t.lemmaAt(t.Tokens[verb].Head)) {
		return true
	}
	if slices.ContainsFunc(t.all(verb, "obl", "obj"), func(k int) bool { return t.lemmaAt(k) == "trial" || t.rel(k, "obj") && t.ceremony(k) }) {
		return true // "went on TRIAL", "held a MEMORIAL service"
	}
	class, _, ok := p.lex.Cue(t.Tokens, verb)
	return p.lex.HarmVerb[t.lemmaAt(verb)] == dateline.Arrested || t.lex.Is(lexicon.Aftermath, t.lemmaAt(verb)) || ok && (class == lexicon.CueCharged || class == lexicon.CueConvicted)
}

// ceremony: the noun is of a hearing, a funeral or a memorial, or stands behind one, "a VIGIL", "a
// MEMORIAL service".
func (t *tree) ceremony(noun int) bool {
	of := func(k int) bool {
		return t.lex.Is(lexicon.Following, t.lemmaAt(k)) || t.lex.Is(lexicon.Memory, t.lemmaAt(k))
	}
	return of(noun) || slices.ContainsFunc(t.all(noun, "compound", "amod"), of)
}

// claims: the verb claims a deed. The day it does so is not that of the deed, the month
// likely is.
func (p *pass) claims(t *tree, verb int, x Time) bool {
	class, _, ok := p.lex.Cue(t.Tokens, verb)
	return ok && class == lexicon.CueClaim && x.Date.Precision <= dateline.D1
}

// reports says whether the time at token k hangs on a verb of reporting.
func reports(t *tree, k int) bool {
	for h := t.Tokens[k].Head; h > k && h <= k+3 && !t.isVerb(h); h = t.Tokens[k].Head {
		k = h // the head of "the next DAY"
	}
	if t.saidThen(k) {
		return true
	}
	v := t.clause(k)
	if t.isVerb(v) && t.rel(v, "parataxis") && t.lex.Is(lexicon.SaysWhen, t.lemmaAt(v)) && k > v {
		return true // "…, police said on Monday"
	}
	return t.isVerb(v) && (t.lemmaAt(v) == "report" || t.lemmaAt(v) == "say" && t.distance(k, v) <= 2 && t.rel(k, "obl", "obl:tmod", "obl:unmarked", "nmod", "amod") && t.datesSaying(v, k))
}

// saidThen: the time at token k follows a verb of saying that is put in, whatever it
// hangs on: "…, a monitoring group said FRIDAY, giving a new toll".
func (t *tree) saidThen(k int) bool {
	v := k - 1
	for v > 0 && (t.lemmaAt(v) == "on" || t.lemmaAt(v) == "late" || t.lemmaAt(v) == "early") {
		v--
	}
	return v > 0 && t.isVerb(v) && t.rel(v, "parataxis") && t.lex.Is(lexicon.SaysWhen, t.lemmaAt(v))
}

// datesSaying: the time at token k stands between a verb of saying and what is
// said, or between who says it and the verb: "the group said THE NEXT DAY that …",
// "a faction ON TUESDAY said that …".
func (t *tree) datesSaying(v, k int) bool {
	if k > v {
		c := t.child(v, "ccomp")
		return c >= 0 && (c < v || c > k) || t.lemmaAt(v+1) != "that" && slices.ContainsFunc(t.Tokens[k:min(k+4, len(t.Tokens))], func(x dateline.Token) bool { return x.Lemma == "that" })
	}
	s := t.child(v, "nsubj")
	return s >= 0 && s < k && t.child(v, "ccomp") > v
}
