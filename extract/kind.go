package extract

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// classify decides what kind of account a trigger opens, from the words that
// govern it and those that modify it (domain §7.3, §7.4).
func (p *pass) classify(t *tree, f found, a *account) {
	a.kind, a.temporal = dateline.KindIncident, dateline.Past
	p.governors(t, f, a)
	if a.kind == dateline.KindIncident && f.POS == "N" {
		p.modifiers(t, f, a)
		p.wanted(t, f, a)
	}
	if a.kind == dateline.KindIncident && f.POS == "V" {
		p.mood(t, f, a)
	}
	if (a.kind == dateline.KindIncident || a.kind == dateline.KindFoiled) && f.Role == lexicon.Device && p.madeSafe(t, f.head) {
		a.kind, a.attempted = dateline.KindIncident, true // somebody had laid it
	}
}

// governors looks at the verbs and nouns above the trigger: "threatened to
// attack", "a plot to bomb", "the risk of attacks".
func (p *pass) governors(t *tree, f found, a *account) {
	if t.setOffParticiple(f.head) {
		return
	}
	child := f.head
	for h, steps := t.Tokens[f.head].Head, 0; h >= 0 && steps < 5; h, steps = t.Tokens[h].Head, steps+1 {
		if t.baseless(h) && (governs(t, child, h) || t.rel(child, "acl:relcl")) {
			a.kind = dateline.KindAllegation
			return
		}
		if !governs(t, child, h) {
			return
		}
		if class, _, ok := p.lex.Cue(t.Tokens, h); ok && !p.isTrigger(t, h) {
			if class == lexicon.CueFoiled && t.isVerb(child) && t.rel(child, "conj") {
				return // "intercepted the car and SHOT him"
			}
			if p.apply(t, class, h, a) {
				return
			}
		}
		if a.attempted && t.isVerb(h) && hasModal(t, h) {
			a.kind, a.temporal = dateline.KindForecast, dateline.Future
			return
		}
		child = h
	}
}

// baseless: nobody stands by the report or rumour at i: "REPORTS that 20 people had been
// abducted could not be confirmed", "a REPORT of a kidnapping, which was a hoax".
func (t *tree) baseless(i int) bool {
	if !t.isNoun(i) || !t.lex.Is(lexicon.Rumour, t.lemmaAt(i)) {
		return false
	}
	if slices.ContainsFunc(t.Tokens, func(w dateline.Token) bool { return w.Lemma == "hoax" }) {
		return true
	}
	v := t.Tokens[i].Head
	return v >= 0 && t.lex.Is(lexicon.Confirms, t.lemmaAt(v)) && t.hasChild(v, lexicon.Negation, "advmod")
}

// setOffParticiple: "as people prepared for bed, SHOOTING at them": a participle
// behind a comma is no part of what was prepared.
func (t *tree) setOffParticiple(i int) bool {
	participle := t.Tokens[i].Tag == "VBG" || strings.HasSuffix(t.lemmaAt(i), "ing") && i+1 < len(t.Tokens) && t.Tokens[i+1].POS == "ADV"
	return participle && t.lemmaAt(i-1) == "," && t.rel(i, "advcl", "xcomp", "conj", "acl")
}

// governs says whether the head h decides what kind of thing its child is: a
// complement or object, not an adjunct ("threatened after the attack").
func governs(t *tree, child, h int) bool {
	switch t.Tokens[child].Rel {
	case "xcomp", "ccomp", "obj", "nsubj:pass", "acl", "compound", "conj":
		return true
	case "nmod", "obl":
		switch t.marker(child) {
		case "of", "to", "against", "about", "with", "on", "for":
			return t.Tokens[child].Rel == "nmod" || t.Tokens[h].POS == "VERB"
		}
	case "nsubj":
		return true
	}
	return false
}

func (p *pass) isTrigger(t *tree, i int) bool {
	tr, _, ok := p.lex.Trigger(t.Tokens, i)
	return ok && tr.Role == lexicon.Event
}

// apply lets a cue change the kind of an account; it says whether that settles
// the matter.
func (p *pass) apply(t *tree, class lexicon.Cue, at int, a *account) bool {
	switch class {
	case lexicon.CueThreat:
		a.kind, a.temporal = dateline.KindThreat, dateline.Future
	case lexicon.CuePlot:
		a.kind, a.temporal = dateline.KindPlot, dateline.Hypothetical
	case lexicon.CueFoiled:
		a.kind = dateline.KindFoiled
	case lexicon.CueAttempt:
		a.attempted = true
	case lexicon.CueForecast:
		a.kind, a.temporal = dateline.KindForecast, dateline.Future
	case lexicon.CueHypothetical:
		a.kind, a.temporal = dateline.KindForecast, dateline.Hypothetical
	case lexicon.CueAggregate:
		if t.isNoun(at) {
			a.kind, a.temporal = dateline.KindAggregate, dateline.Ongoing
		}
	case lexicon.CueHedge:
		a.hedged = true
		return false
	case lexicon.CueAllegation:
		a.kind = dateline.KindAllegation
	default:
		return false
	}
	return a.kind != dateline.KindIncident
}

// modifiers looks at the words around a trigger noun: "near daily attacks",
// "further attacks", bare plurals without a place or a date.
func (p *pass) modifiers(t *tree, f found, a *account) {
	for _, c := range t.children[f.head] {
		if !t.rel(c, "amod", "compound", "advmod", "nummod", "det", "nmod") || c > f.head && !t.rel(c, "nmod") {
			continue
		}
		if t.rel(c, "nmod") {
			continue
		}
		class, _, ok := p.lex.Cue(t.Tokens, c)
		switch {
		case ok && class == lexicon.CueHedge:
			a.hedged = true
		case ok && class == lexicon.CueAttempt:
			a.attempted = true
		case ok && class == lexicon.CueFoiled:
			a.kind = dateline.KindFoiled
		case ok && class == lexicon.CueForecast:
			a.kind, a.temporal = dateline.KindForecast, dateline.Future
		case ok && class == lexicon.CueAggregate && a.plural:
			a.kind, a.temporal = dateline.KindAggregate, dateline.Ongoing
		case t.rel(c, "det") && (t.Tokens[c].Lemma == "any" || t.Tokens[c].Lemma == "no"):
			a.kind, a.temporal = dateline.KindForecast, dateline.Hypothetical
		}
	}
	if n := p.numberBefore(t, f.from); n != nil && *n > 1 && a.plural {
		a.number = n
		if *n > 3 {
			a.kind, a.temporal = dateline.KindAggregate, dateline.Past
		}
	}
	if t.lex.Is(lexicon.Pair, t.lemmaAt(f.from-1)) || t.lex.Is(lexicon.Pair, t.lemmaAt(f.from)) {
		two := 2
		a.number, a.subCount = &two, 2
	}
}

// numberBefore is the exact number that stands right before token i, if any.
func (p *pass) numberBefore(t *tree, i int) *int {
	for from := max(i-5, 0); from < i; from++ {
		c, ok := p.counts.Read(t.Tokens, from)
		if !ok || c.End > i || c.Count.Lo == nil || inTime(p.times[t.Index], t.Tokens[from].Start) { // "the April 15 bombings"
			continue
		}
		plain := true
		for k := c.End; k < i; k++ {
			plain = plain && (t.Tokens[k].POS == "ADJ" || t.Tokens[k].POS == "NOUN")
		}
		if plain {
			return c.Count.Lo
		}
	}
	return nil
}

// mood looks at the auxiliaries and negation of a trigger verb, and at the
// clause it stands in: "could attack", "if they attack", "has been attacking".
func (p *pass) mood(t *tree, f found, a *account) {
	for k := f.from + 1; k < f.to; k++ {
		a.negated = a.negated || t.lex.Is(lexicon.Negation, t.lemmaAt(k)) // "fired no shots at"
	}
	for _, c := range t.children[f.head] {
		switch {
		case t.rel(c, "aux") && t.lex.Is(lexicon.Modal, t.Tokens[c].Lemma):
			a.kind, a.temporal = dateline.KindForecast, dateline.Future
		case t.rel(c, "advmod") && t.lex.Is(lexicon.Negation, t.Tokens[c].Lemma):
			a.negated = true
		case t.rel(c, "advmod"):
			if class, _, ok := p.lex.Cue(t.Tokens, c); ok && class == lexicon.CueHedge {
				a.hedged = true
			}
			if t.lex.Is(lexicon.Often, t.Tokens[c].Lemma) {
				a.kind, a.temporal = dateline.KindAggregate, dateline.Ongoing
			}
		case t.rel(c, "mark") && (t.Tokens[c].Lemma == "if" || t.Tokens[c].Lemma == "unless" || t.Tokens[c].Lemma == "whether"):
			a.kind, a.temporal = dateline.KindForecast, dateline.Hypothetical
		}
	}
	if len(f.Means) == 0 && t.manyTimes(f.head) {
		a.kind, a.temporal = dateline.KindAggregate, dateline.Ongoing
		return
	}
	if t.countsAmong(f.head) || p.deadBy(t, f.head) {
		a.kind, a.temporal = dateline.KindAggregate, dateline.Past
		return
	}
	if t.habitOf(f.head) {
		a.kind, a.temporal = dateline.KindAggregate, dateline.Ongoing
		return
	}
	v := t.Tokens[f.head]
	present := v.Tag == "VBP" || v.Tag == "VBZ"
	if present && v.Rel != "root" && v.Rel != "ccomp" && v.Rel != "parataxis" && v.Rel != "conj" {
		a.temporal = dateline.Ongoing
	}
	if v.Tag == "VB" && a.kind == dateline.KindIncident && !a.attempted && p.wants(t, f.head) {
		a.kind, a.temporal = dateline.KindPlot, dateline.Hypothetical
	}
}

// deadBy: "BY THE END OF FEBRUARY 120 civilians HAD BEEN KILLED" is a total (LNK-9),
// unless it says of what: "40 had been killed IN THE FIGHTING".
func (p *pass) deadBy(t *tree, verb int) bool {
	if !t.isPassive(verb) || t.have(verb) < 0 || slices.ContainsFunc(t.all(verb, "obl"), func(k int) bool { return p.isTrigger(t, k) }) {
		return false
	}
	return slices.ContainsFunc(p.times[t.Index], func(x Time) bool {
		from := tokenAt(t, x.Start)
		k := from
		for k > 0 && t.lemmaAt(k-1) != "by" && t.under(k-1, verb) && (t.Tokens[k-1].POS == "DET" || t.lemmaAt(k-1) == "of" || t.lemmaAt(k-1) == "end") {
			k--
		}
		return k > 0 && t.lemmaAt(k-1) == "by" && x.Date.Precision <= dateline.D4 && t.clause(from) == verb
	})
}

// habitOf: "groups that TARGET schools" says what any such group does (LNK-9).
func (t *tree) habitOf(verb int) bool {
	who := t.Tokens[verb].Head
	return t.Tokens[verb].Tag == "VBP" && t.rel(verb, "acl:relcl") && who >= 0 && isPlural(t.Tokens[who]) && t.Tokens[who].POS == "NOUN" && t.child(who, "det", "nummod", "nmod:poss") < 0
}

// countsAmong: "she is the FIRST aid worker to be KILLED there since 1993", "the 12th
// reporter shot this year" count somebody who was told of before among others, and
// tell of nothing new (LNK-9).
func (t *tree) countsAmong(verb int) bool {
	who := t.Tokens[verb].Head
	if who < 0 || !t.rel(verb, "acl", "acl:relcl") || t.child(who, "cop") < 0 && !t.rel(who, "xcomp", "appos") {
		return false
	}
	return slices.ContainsFunc(t.all(who, "amod"), func(c int) bool {
		l := t.lemmaAt(c)
		return lexicon.Ordinal(l) > 0 || strings.HasSuffix(l, "th") && l[0] >= '0' && l[0] <= '9' || l == "latest" || l == "last"
	})
}

func hasModal(t *tree, verb int) bool {
	for _, c := range t.all(verb, "aux") {
		if t.lex.Is(lexicon.Modal, t.Tokens[c].Lemma) {
			return true
		}
	}
	return false
}

// wants: an infinitive that hangs on nothing that happened ("in order to
// attack", "ready to strike", "designed to kill").
func (p *pass) wants(t *tree, verb int) bool {
	if t.child(verb, "mark") < 0 || t.lemmaAt(t.child(verb, "mark")) != "to" {
		return false
	}
	h := t.Tokens[verb].Head
	return h < 0 || !t.lex.Is(lexicon.Done, t.lemmaAt(h))
}

// wanted: one that somebody was only out to commit, "was about to CARRY OUT A BOMBING".
func (p *pass) wanted(t *tree, f found, a *account) {
	v := t.Tokens[f.head].Head
	ready := v >= 0 && t.Tokens[v].Head >= 0 && !t.isVerb(t.Tokens[v].Head)
	if ready && t.rel(f.head, "obj") && !t.definite(f.head) && t.Tokens[v].Tag == "VB" && t.lex.Is(lexicon.Carries, t.lemmaAt(v)) && p.wants(t, v) {
		a.kind, a.temporal = dateline.KindPlot, dateline.Hypothetical
	}
}

// manyTimes: "rebels have attacked the town MANY TIMES since 2021" tells of no one
// attack (LNK-9).
func (t *tree) manyTimes(verb int) bool {
	have := t.have(verb)
	perfect := have >= 0 && t.Tokens[have].Tag != "VBD"
	for k := verb + 1; perfect && k < min(verb+8, len(t.Tokens)); k++ {
		if t.lemmaAt(k) == "time" && isPlural(t.Tokens[k]) && t.child(k, "amod", "nummod") >= 0 {
			return true
		}
	}
	return false
}
