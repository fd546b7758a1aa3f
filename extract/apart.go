package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// tellsApart says whether b speaks of another happening than the group a of
// the same sentence: another kind of account, a date or a particular target of
// its own, or a past within the past ("was killed four years before").
func (p *pass) tellsApart(t *tree, sentence int, a, b *account) bool {
	tb := b.triggers[0]
	if tb.Role == lexicon.Device {
		return t.makesDevice(tb.head) || p.otherTime(t, a.triggers[0].head, tb.head)
	}
	if tb.Role == lexicon.Perpetrator {
		return false
	}
	if t.marker(tb.head) == "during" && t.under(tb.head, a.triggers[0].head) {
		return false // "were shot DURING clashes"
	}
	if t.fellTo(a.triggers[0].head, tb.head) || t.befell(a.triggers[0].head, tb.head) || t.endedIn(a.triggers[0].head, tb.head) || t.oneOf(tb.head) && a.governs(t, tb.head) || t.diedOf(a.triggers[0].head, tb.head) || t.diedOf(tb.head, a.triggers[0].head) {
		return false
	}
	if exclusive(a.facets.Act, b.facets.Act) || p.avenged(t, tb.found) || p.otherTime(t, a.triggers[0].head, tb.head) || t.addsTo(a, tb.head) || p.ofOtherYear(t, sentence, a, b) {
		return true
	}
	if n, m := p.ordinalOf(t, a.triggers[0].found), p.ordinalOf(t, tb.found); n != m && n > 0 && m > 0 {
		return true // "the first killed four, the second twelve"
	}
	if countable(a.kind) != countable(b.kind) && tb.Role == lexicon.Event && hasEvent(a) {
		return true
	}
	if p.deed(t, a) && b.intended() || p.deed(t, b) && a.intended() {
		return true
	}
	for _, ta := range a.triggers {
		if p.ownDates(t, sentence, ta.head, tb.head) || tb.Role == lexicon.Event && ta.Role == lexicon.Event && p.ownPlaces(t, sentence, ta.head, tb.head) {
			return true
		}
	}
	ta := a.triggers[0]
	if generality(a) && p.ownSubject(t, tb.head, ta) || generality(a) != generality(b) && tb.Role == lexicon.Event && ta.Role == lexicon.Event {
		return true
	}
	return tb.Role == lexicon.Event && ta.Role == lexicon.Event && tb.POS == "V" && ta.POS == "V" &&
		t.mainVerb(tb.head) == t.mainVerb(ta.head) && p.particularObject(t, tb.head) && p.particularObject(t, ta.head)
}

// deed: a verb of harm opens the account, and it is told as done.
func (p *pass) deed(t *tree, a *account) bool {
	tr := a.triggers[0]
	return a.kind == dateline.KindIncident && tr.Role == lexicon.Harm && tr.POS == "V" && !p.irrealis(t, tr.head)
}

// intended: what the account tells of was only planned or threatened, as by those whom a
// deed befell: "soldiers killed three men who were preparing to ATTACK a market".
func (a *account) intended() bool {
	return a.kind == dateline.KindPlot || a.kind == dateline.KindThreat
}

// avenged: "revenge for AIR STRIKES on the town", "in retaliation for A RAID": what the trigger
// names is answered by other violence, when or where is told, and no part of it.
func (p *pass) avenged(t *tree, f found) bool {
	c := t.child(f.head, "case")
	if c < 0 || !p.anchorBehind(t, f.head) {
		return false
	}
	for k := c - 1; k >= max(0, c-3); k-- {
		if t.lex.Is(lexicon.Reprisal, t.lemmaAt(k)) {
			return t.lemmaAt(c) == "for"
		}
	}
	return false
}

// anchorBehind: a time or a place stands behind token i.
func (p *pass) anchorBehind(t *tree, i int) bool {
	behind := func(start int) bool { return tokenAt(t, start) > i }
	return slices.ContainsFunc(p.times[t.Index], func(x Time) bool { return behind(x.Start) }) || slices.ContainsFunc(p.places[t.Index], func(x Place) bool { return behind(x.Start) })
}

// fellTo: "the 33 people KILLED in the 1974 BOMBINGS": the noun says what killed them, and
// has the day of both.
func (t *tree) fellTo(verb, noun int) bool {
	if !t.isVerb(verb) || !t.isNoun(noun) || t.Tokens[noun].Head != verb || !t.rel(noun, "obl", "obl:agent") {
		return false
	}
	m := t.marker(noun)
	return m == "in" || m == "by"
}

// befell: "the MURDER of a man who WAS STABBED on Monday" says how: the passive of a
// relative clause behind a noun without a plural, with no past of its own.
func (t *tree) befell(noun, verb int) bool {
	if !t.isNoun(noun) || isPlural(t.Tokens[noun]) || !t.rel(verb, "acl:relcl") || !t.isPassive(verb) || t.child(noun, "nmod") < 0 {
		return false
	}
	had := slices.ContainsFunc(t.all(verb, "aux"), func(k int) bool { return lower(t.Tokens[k].Text) == "had" })
	return !had && (t.Tokens[verb].Head == noun || t.under(t.Tokens[verb].Head, noun))
}

// diedOf: the death at verb a is of wounds that the happening at b dealt: "DIED on
// Sunday of wounds he received when inmates ATTACKED him", or that of its victim, "a victim
// of Friday's SHOOTING DIED" (CAS-12).
func (t *tree) diedOf(a, b int) bool {
	if !t.isVerb(a) || !t.dies(a) {
		return false
	}
	ofWounds := slices.ContainsFunc(t.all(a, "obl", "nmod"), func(k int) bool { return t.lex.Is(lexicon.Wounds, t.lemmaAt(k)) && t.under(b, k) })
	return ofWounds || t.ofVictim(b, a) || t.afterItself(b, a)
}

// afterItself: "a man DIED, eight days after he WAS SHOT": the passive with a pronoun
// for its subject is of who died.
func (t *tree) afterItself(b, a int) bool {
	s, passive := t.subject(b)
	return passive && s >= 0 && t.Tokens[s].POS == "PRON" && t.rel(b, "advcl") && t.Tokens[b].Head == a && t.marker(b) == "after"
}

// endedIn: what stands at b came of what stands at a, "a kidnapping RESULTING IN the murder of".
func (t *tree) endedIn(a, b int) bool {
	verb := t.Tokens[b].Head
	if !t.isNoun(b) || verb < 0 || !t.rel(b, "obl") || !t.under(verb, a) {
		return false
	}
	l, m := t.lemmaAt(verb), t.marker(b)
	return l == "result" && m == "in" || l == "lead" && m == "to" || l == "end" && (m == "in" || m == "with")
}

// ofVictim: the noun of a happening says whose death the next verb tells of.
func (t *tree) ofVictim(noun, verb int) bool {
	for i := noun + 1; i < verb; i++ {
		if t.isVerb(i) {
			return false
		}
	}
	return noun < verb && t.isNoun(noun) && t.rel(noun, "nmod", "nmod:unmarked", "obl") && t.lemmaAt(t.Tokens[noun].Head) == "victim"
}

// otherTime says that the words between two triggers put the second at another
// time or place than the first: "the first attack since a bomb killed …", "came
// a week after gunmen stormed …", "two streets from where a man was stabbed"
// (DAT-14).
func (p *pass) otherTime(t *tree, a, b int) bool {
	for k := a + 1; k < b; k++ {
		switch t.lemmaAt(k) {
		case "since":
			return t.lemmaAt(k+1) != "then"
		case "after", "before":
			if t.lex.Is(lexicon.LongWhile, t.lemmaAt(k-1)) && (!inTime(p.times[t.Index], t.Tokens[k+1].Start) || t.toldMoreOf(b)) {
				return !t.remembers(a, b) // and not "half an hour after MIDNIGHT"
			}
		case "where":
			if t.Tokens[k-1].POS == "ADP" {
				return true
			}
		}
	}
	return false
}

// toldMoreOf: a clause of its own says more of the happening that a noun names: "days
// after the bombing, WHICH LEFT NINE DEAD".
func (t *tree) toldMoreOf(noun int) bool {
	return t.isNoun(noun) && t.child(noun, "acl:relcl") >= 0
}

// remembers: what stands long after the happening at b, "THE attack", is neither
// that of a nor done by violence: "relatives gathered ten years after the attack".
func (t *tree) remembers(a, b int) bool {
	if t.Tokens[b].Head < 0 {
		return false
	}
	v := t.clause(t.Tokens[b].Head)
	s, _ := t.subject(v)
	return t.isNoun(b) && t.lemmaAt(t.child(b, "det")) == "the" && t.child(b, "nmod") < 0 && !t.toldMoreOf(b) && v >= 0 && v != a && s != a && !t.under(v, a)
}

// longAfter: the account is only what something else is dated by, "ten days
// after the attack on the bus".
func longAfter(t *tree, a *account) bool {
	c := t.child(a.triggers[0].head, "case", "mark")
	return t.countsLong(c)
}

// countsLong: token c counts a long while from what it leads, "ten days AFTER".
func (t *tree) countsLong(c int) bool {
	return c > 0 && (t.Tokens[c].Lemma == "after" || t.Tokens[c].Lemma == "before") && t.lex.Is(lexicon.LongWhile, t.lemmaAt(c-1))
}

// elsewhereBefore: the account says of a place what had happened there, "from
// the bazaar, where a bus had been attacked".
func elsewhereBefore(t *tree, a *account) bool {
	v := a.triggers[0].head
	if !t.isVerb(v) || !t.rel(v, "acl:relcl", "advcl") {
		return false
	}
	where, had := false, false
	for _, c := range t.children[v] {
		where = where || c < v && t.Tokens[c].Lemma == "where"
		had = had || t.rel(c, "aux") && lower(t.Tokens[c].Text) == "had"
	}
	return where && had
}

// startsAnew: the sentence says of itself that it tells of something else.
func startsAnew(t *tree) bool {
	if l := t.lemmaAt(2); t.lemmaAt(0) == "the" && t.lex.Is(lexicon.LongWhile, t.lemmaAt(1)) && (l == "before" || l == "earlier") && t.lemmaAt(3) == "," {
		return true // "The day before, a bomb had killed …"
	}
	for k := 0; k < min(8, len(t.Tokens)); k++ {
		switch t.lemmaAt(k) {
		case "separately", "elsewhere":
			return k < 4
		case "separate", "another", "unrelated", "different":
			return (t.lemmaAt(k-1) == "in" || t.lemmaAt(k-2) == "in") && t.lex.Is(lexicon.Happening, t.lemmaAt(k+1))
		}
	}
	return false
}

// alsoIn: "four were ALSO killed in rebel SHELLING of the city", "it ALSO reported that
// two died in A CLASH": what a further number fell to and no word calls known is another
// happening.
func (t *tree) alsoIn(a *account) bool {
	return slices.ContainsFunc(a.triggers, func(tr located) bool {
		v := t.Tokens[tr.head].Head
		if tr.POS != "N" || v < 0 || !t.isVerb(v) || !t.rel(tr.head, "obl", "obl:agent") || t.calledKnown(tr.head) {
			return false
		}
		return t.also(v) || t.rel(v, "ccomp") && t.also(t.Tokens[v].Head)
	})
}

func (t *tree) also(v int) bool {
	return slices.ContainsFunc(t.all(v, "advmod"), func(k int) bool { return t.lemmaAt(k) == "also" })
}

// calledKnown: "the blast", "that attack", "Thursday's shelling".
func (t *tree) calledKnown(noun int) bool {
	return t.child(noun, "nmod:poss") >= 0 || slices.ContainsFunc(t.all(noun, "det"), func(k int) bool { l := t.lemmaAt(k); return l != "a" && l != "another" })
}

// anotherOne: the noun that opens the account is told from what went before,
// "a similar attack", "an earlier bombing", "the last attack TOOK PLACE in 2023". A second blast belongs to the first
// (domain §7.1).
func (p *pass) anotherOne(t *tree, a *account) bool {
	tr := a.triggers[0]
	if tr.POS != "N" || tr.Role != lexicon.Event {
		return false
	}
	if of := t.child(tr.head, "nmod"); of >= 0 && t.marker(of) == "of" && t.lemmaAt(t.child(of, "det")) == "another" {
		return true // "the kidnapping of ANOTHER citizen"
	}
	for _, c := range t.all(tr.head, "amod", "det") {
		if t.lex.Is(lexicon.OtherOne, t.Tokens[c].Lemma) || t.Tokens[c].Lemma == "last" && t.lex.Is(lexicon.TakesPlace, t.lemmaAt(t.Tokens[tr.head].Head)) {
			return true
		}
	}
	return false
}

// nextOneElsewhere: "the second explosion, at a police post in the south".
func (p *pass) nextOneElsewhere(t *tree, a *account) bool {
	tr := a.triggers[0]
	if tr.POS != "N" || len(a.places) == 0 {
		return false
	}
	for _, c := range t.all(tr.head, "amod", "det") {
		if t.lex.Is(lexicon.NextOne, t.Tokens[c].Lemma) {
			return true
		}
	}
	return false
}

// generality: a plural noun without a number, "their attacks".
func generality(a *account) bool { return a.plural && a.number == nil && a.subCount == 0 }

// ownSubject says that the verb at token v has a subject that is not the
// trigger itself: "attacks have grown: the group killed …".
func (p *pass) ownSubject(t *tree, v int, trigger located) bool {
	if !t.isVerb(v) || t.Tokens[v].Tag == "VBG" && t.child(v, "nsubj") < 0 {
		return false // "carried out attacks on two towns, killing nine"
	}
	s, passive := t.subject(v)
	return s >= 0 && !passive && (s < trigger.from || s >= trigger.to) && t.clause(v) != t.clause(trigger.head) && p.canAct(t, trigger.sentence, s)
}

// mainVerb goes up from a verb through control and coordination to the first
// verb of its series.
func (t *tree) mainVerb(i int) int {
	for steps := 0; steps < 6 && t.rel(i, "conj", "xcomp") && t.Tokens[i].Head >= 0; steps++ {
		i = t.Tokens[i].Head
	}
	return i
}

// ownPlaces says whether two triggers each have a place of their own and the
// places cannot be one.
func (p *pass) ownPlaces(t *tree, sentence, a, b int) bool {
	pa, pb := p.placeOf(t, sentence, a, b), p.placeOf(t, sentence, b, a)
	if pa == nil || pb == nil || pa.Start == pb.Start {
		return false
	}
	x, y := pa.Ref, pb.Ref
	return x.Country != y.Country && x.Country != "" && y.Country != "" || x.City != "" && y.City != "" && x.City != y.City
}

// placeOf is the locative place nearest to trigger head h and nearer to it than
// to the other trigger.
func (p *pass) placeOf(t *tree, sentence, h, other int) *Place {
	var best *Place
	least := 0
	for i := range p.places[sentence] {
		x := &p.places[sentence][i]
		k := tokenAt(t, x.Start)
		if !x.Locative || k < 0 {
			continue
		}
		d := t.distance(k, h)
		if d < t.distance(k, other) && (best == nil || d < least) {
			best, least = x, d
		}
	}
	return best
}

// ownDates says whether the triggers at a and b are each dated by an
// expression of their own, and the two differ.
func (p *pass) ownDates(t *tree, sentence, a, b int) bool {
	da, db := p.dateOf(t, sentence, a, b), p.dateOf(t, sentence, b, a)
	if da == nil || db == nil || da.Start == db.Start || p.datesAbove(t, da, a, b) || p.datesAbove(t, db, a, b) {
		return false
	}
	return !datesMeet(da.Date, db.Date) || da.Date.EDTF != db.Date.EDTF && p.relative(p.trees[sentence], b)
}

// datesAbove: a verb that tells of no violence stands last before the time, and both
// triggers hang below it: "relatives GATHERED on Monday to remember the victims of the
// bombing of 7 August, which killed nine".
func (p *pass) datesAbove(t *tree, x *Time, a, b int) bool {
	for i := tokenAt(t, x.Start) - 1; i >= 0; i-- {
		if _, _, ok := p.lex.Trigger(t.Tokens, i); ok {
			return false
		}
		if t.isVerb(i) {
			return t.under(a, i) && t.under(b, i)
		}
	}
	return false
}

// relative: the trigger stands in a relative clause about somebody: "a general,
// who was killed by a strike four years before".
func (p *pass) relative(t *tree, i int) bool {
	for steps := 0; i >= 0 && steps < 5; i, steps = t.Tokens[i].Head, steps+1 {
		if s := t.child(i, "nsubj", "nsubj:pass"); s >= 0 && t.Tokens[s].Tag == "WP" {
			return true
		}
		if t.rel(i, "acl:relcl") {
			return p.lex.Nouns[t.lemmaAt(t.Tokens[i].Head)].Person || t.Tokens[max(t.Tokens[i].Head, 0)].POS == "PROPN"
		}
	}
	return false
}

// dateOf is the time expression in the subtree of trigger head h that lies
// nearer to h than to the other trigger.
func (p *pass) dateOf(t *tree, sentence, h, other int) *Time {
	var best *Time
	for i := range p.times[sentence] {
		x := &p.times[sentence][i]
		k := tokenAt(t, x.Start)
		if x.Class == "duration" || k < 0 || x.Reported || reports(t, k) || p.ofSomebody(t, k, h) || t.distance(k, h) >= t.distance(k, other) {
			continue
		}
		if best == nil || t.distance(k, h) < t.distance(tokenAt(t, best.Start), h) {
			best = x
		}
	}
	return best
}

// particularObject says whether a verb has an object that can be told from
// others: a named or possessed thing or office, not "people".
func (p *pass) particularObject(t *tree, verb int) bool {
	for _, o := range t.all(verb, "obj", "nsubj:pass", "obl") {
		from, to := t.phrase(o)
		for i := from; i < to; i++ {
			if t.Tokens[i].POS == "PROPN" && p.lex.Nouns[t.Tokens[o].Lemma].Category != "" {
				return true
			}
		}
	}
	return false
}

// hadEarlier: the sentence opens with "earlier" and the account lies in its past,
// "Earlier two soldiers HAD BEEN WOUNDED when their patrol was ambushed".
func (t *tree) hadEarlier(a *account) bool {
	had := slices.IndexFunc(t.Tokens, func(w dateline.Token) bool { return w.POS == "AUX" && lower(w.Text) == "had" })
	return t.lex.Is(lexicon.Earlier, lower(t.Tokens[0].Text)) && had >= 0 && had < a.triggers[0].from
}

// addsTo: the account is what the sentence adds to, "IN ADDITION TO the bombing he was
// convicted of a killing", "BESIDES the attack on the bank", and the trigger at b is added.
func (t *tree) addsTo(a *account, b int) bool {
	return t.addedTo(a.triggers[0].head) && !t.addedTo(b)
}

// addedTo: the noun at i belongs to a phrase behind "in addition to" or "besides".
func (t *tree) addedTo(i int) bool {
	for steps := 0; i >= 0 && t.isNoun(i) && steps < 4; i, steps = t.Tokens[i].Head, steps+1 {
		if m := t.marker(i); m == "besides" || t.lemmaAt(i) == "addition" && m == "in" {
			return true
		}
	}
	return false
}

// ofOtherYear: the noun of b has a year before it, and is joined to those of a, which have
// none: "the bombing together with THE 1976 KILLING", "the murder and THE 1994 KIDNAPPING".
func (p *pass) ofOtherYear(t *tree, sentence int, a, b *account) bool {
	noun := b.triggers[0].head
	if !t.isNoun(noun) || !t.rel(noun, "conj") && t.marker(noun) != "with" || len(p.timesBefore(t, sentence, b)) == 0 || len(p.timesBefore(t, sentence, a)) > 0 {
		return false
	}
	return !slices.ContainsFunc(a.triggers, func(tr located) bool { return tr.POS != "N" || tr.Role != lexicon.Event || tr.head > noun })
}

// makesDevice: bombs that somebody built have not gone off, "planned the attack and built
// the BOMBS".
func (t *tree) makesDevice(device int) bool {
	verb := t.Tokens[device].Head
	return t.rel(device, "obj") && t.lex.Is(lexicon.Makes, t.lemmaAt(verb)) && t.child(device, "acl", "acl:relcl") < 0
}
