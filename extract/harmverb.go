package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// harmVerb is what a verb at token i does to people. Those treated for wounds
// are wounded.
func (p *pass) harmVerb(t *tree, i int) (dateline.Measure, bool) {
	if !t.isVerb(i) {
		return "", false
	}
	if t.Tokens[i].Lemma == "treat" {
		for _, c := range t.all(i, "obl") {
			if t.marker(c) == "for" && p.woundNoun(t, c) {
				return dateline.Wounded, true
			}
		}
		if t.Tokens[i].Tag == "VBN" && t.isPassive(i) && t.atHospital(i) {
			return dateline.Wounded, true
		}
		if t.child(i, "aux") >= 0 && t.lemmaAt(i-1) == "be" && t.Tokens[i-1].Tag == "VBG" {
			return dateline.Wounded, true // "55 were being treated"
		}
		if s, passive := t.subject(i); s >= 0 && !passive && t.lex.Is(lexicon.Hospital, t.lemmaAt(s)) {
			return dateline.Wounded, true
		}
		return "", false
	}
	if t.Tokens[i].Lemma == "find" && (t.lemmaAt(i+1) == "dead" || t.lemmaAt(i+2) == "dead" || t.mangledAfter(i, 3)) {
		return dateline.Killed, true
	}
	m, ok := p.lex.HarmVerb[t.Tokens[i].Lemma]
	if _, _, violent := p.lex.Trigger(t.Tokens, i); (ok || violent) && toDeath(t, i) {
		return dateline.Killed, true
	}
	return m, ok
}

// atHospital: "treated at a hospital", "treated and released".
func (t *tree) atHospital(i int) bool {
	for k := i + 1; k < min(i+7, len(t.Tokens)); k++ {
		if l := t.lemmaAt(k); t.lex.Is(lexicon.Hospital, l) || l == "release" && t.lemmaAt(i+1) == "and" || l == "scene" {
			return true
		}
	}
	return false
}

func (p *pass) woundNoun(t *tree, i int) bool {
	return p.lex.HarmNoun[t.Tokens[i].Lemma] == dateline.Wounded || t.lex.Is(lexicon.Ailment, t.lemmaAt(i))
}

func (p *pass) hasSufferer(t *tree, i int) bool {
	return t.child(i, "obj", "nsubj:pass") >= 0 || t.rel(i, "acl", "acl:relcl")
}

// verbHarm counts the objects of active and the subjects of passive verbs.
func (p *pass) verbHarm(t *tree, sentence, i int, m dateline.Measure) []harm {
	if t.Tokens[i].Lemma == "gun" && t.lemmaAt(i+1) != "down" {
		return nil
	}
	if t.Tokens[i].Lemma == "shoot" && (t.lemmaAt(i+1) == "dead" || shotAndKilled(t, i)) || toDeath(t, i) {
		m = dateline.Killed
	}
	if t.lex.Is(lexicon.Fatally, t.lemmaAt(i-1)) || t.lex.Is(lexicon.Fatally, t.lemmaAt(i+1)) {
		m = dateline.Killed
	}
	if t.shotAtOnly(i) || p.irrealis(t, i) || m == dateline.Abducted && t.lex.Is(lexicon.Seizing, t.Tokens[i].Lemma) && !p.seizesPeople(t, i) {
		return nil
	}
	var out []harm
	for _, c := range p.sufferers(t, located{found{Trigger: lexicon.Trigger{POS: "V", Words: []string{t.Tokens[i].Lemma}}, from: i, to: i + 1, head: i}, sentence}) {
		if of := p.lex.HarmNoun[t.lemmaAt(c)]; t.marker(c) == "at" || of != m && (of == dateline.Killed || of == dateline.Wounded) {
			continue // who is shot at need not be hit, and "killed and one INJURY" kills no other
		}
		if h, ok := p.verbHarmOf(t, sentence, i, t.them(i, c), m); ok {
			out = append(out, h)
		}
	}
	if len(out) == 0 && violentMeasure(m) {
		return p.numberBehind(t, sentence, i, m)
	}
	return out
}

// verbHarmOf counts those at c whom the verb at i befell.
func (p *pass) verbHarmOf(t *tree, sentence, i, c int, m dateline.Measure) (harm, bool) {
	h, ok := p.counted(t, sentence, c, m)
	if !ok && m == dateline.Killed {
		h, ok = p.unlisted(t, sentence, c)
	}
	if !ok {
		return h, false
	}
	h.anchor, h.rule = i, "CAS-2/verb"
	nthDead(t, i, c, &h)
	besidesAttacker(t, c, &h)
	p.byPersons(t, sentence, i, c, &h)
	if violentMeasure(m) && p.attacked(t, i, c) {
		h.count.Population = dateline.PopPerpetrators
	}
	if m == dateline.KilledOrWounded && p.lex.HarmVerb[t.lemmaAt(i)] == m && !t.lex.Is(lexicon.Unsaid, t.lemmaAt(i)) {
		h.rule = ruleShot
	}
	return h, true
}

// shotAtOnly: who "had been shot AT in four countries" need not have been hit.
func (t *tree) shotAtOnly(i int) bool {
	return t.Tokens[i].Lemma == "shoot" && t.lemmaAt(i+1) == "at" && (i+2 == len(t.Tokens) || t.Tokens[i+2].POS == "ADP" || t.lex.Is(lexicon.EndsClause, t.lemmaAt(i+2)))
}

// unlisted: one with an article who was killed, in a word that no table holds, is a person:
// "a KAGAWAD was gunned down", "beat a gold DIGGER to death".
func (p *pass) unlisted(t *tree, sentence, i int) (harm, bool) {
	tok := t.Tokens[i]
	from, to := t.phrase(i)
	if det := t.Tokens[from]; tok.POS != "NOUN" || isPlural(tok) || det.Lemma != "a" && det.Lemma != "another" && det.Tag != "PRP$" || p.commonNoun(tok.Lemma) || t.lex.Is(lexicon.Beast, tok.Lemma) || p.isTrigger(t, i) ||
		p.placeAt(t, sentence, i) != nil || inTime(p.times[sentence], tok.Start) {
		return harm{}, false
	}
	one := 1
	h := p.newHarm(t, sentence, from, to, dateline.Count{Qualifier: dateline.Exactly, Lo: &one, Anchor: &one, Hi: &one}, dateline.Killed)
	h.count.Noun = nounText(t, p.doc.Report.Text, from, to)
	return h, true
}

// ruleNth reads "a third officer has died".
const ruleNth = "CAS-12/ordinal"

// nthDead: "a third officer has died" makes it three dead (CAS-12).
func nthDead(t *tree, verb, who int, h *harm) {
	if t.Tokens[verb].Lemma != "die" && t.Tokens[verb].Lemma != "succumb" {
		return
	}
	for _, c := range append(t.all(who, "amod"), who) {
		if n := lexicon.Ordinal(t.Tokens[c].Lemma); n > 1 {
			h.count.Qualifier, h.count.Lo, h.count.Anchor, h.count.Hi = dateline.Exactly, &n, &n, &n
			h.rule = ruleNth
		}
	}
}

// byPersons: whom somebody killed or hurt, "the gunman killed three people", is
// somebody else (CAS-6).
func (p *pass) byPersons(t *tree, sentence, verb, who int, h *harm) {
	doer, passive := t.subject(verb)
	if h.count.Population != dateline.PopUnknown || doer < 0 || passive || doer == who || !violentMeasure(h.count.Measure) {
		return
	}
	if p.personBehind(t, sentence, doer) >= 0 {
		h.count.Population = dateline.PopVictims
	}
}

// attacked: whom the verb befell had hurt several people in the same sentence: "a MAN who
// had stabbed two people was shot dead", "stabbed four passengers before police shot HIM"
// (CAS-6).
func (p *pass) attacked(t *tree, verb, who int) bool {
	if isPlural(t.Tokens[who]) {
		return false
	}
	for v := range t.Tokens {
		if v != verb && p.hurtSeveral(t, v) && p.didSo(t, v, who) {
			return true
		}
	}
	return p.stopped(t, verb, who)
}

// stopped: officers did it to the one of whom the sentence before tells what he did: "A man
// opened fire in a mall. Police shot HIM dead", "A truck rammed a crowd. THE DRIVER was shot
// by police" (CAS-6).
func (p *pass) stopped(t *tree, verb, who int) bool {
	doer := p.strikerOf(t, verb)
	if t.Index == 0 || doer < 0 || p.lex.Nouns[t.lemmaAt(doer)].Population != dateline.PopStateForces {
		return false
	}
	before := p.trees[t.Index-1]
	for v := range before.Tokens {
		if _, harm := p.lex.HarmVerb[before.lemmaAt(v)]; !before.isVerb(v) || !harm && !p.isTrigger(before, v) {
			continue
		}
		if s, passive := before.subject(v); s >= 0 && !passive && p.sameDoer(t, who, before, s) {
			return true
		}
	}
	return false
}

// sameDoer: the person at who is the doer that the sentence before has at s: a pronoun or
// the same noun again for a person, the driver of a vehicle.
func (p *pass) sameDoer(t *tree, who int, before *tree, s int) bool {
	n, again := p.lex.Nouns[before.lemmaAt(s)], t.definite(who)
	switch {
	case isPlural(before.Tokens[s]) || n.Population == dateline.PopStateForces:
		return false
	case again && t.lemmaAt(who) == "driver" && t.lex.Is(lexicon.RunsOver, before.lemmaAt(s)):
		return true
	}
	return n.Person && (isThirdPerson(t.Tokens[who]) || again && t.lemmaAt(who) == before.lemmaAt(s))
}

// didSo: the subject of the active verb v is the person at who, by a pronoun behind it or
// as the one that its clause is about.
func (p *pass) didSo(t *tree, v, who int) bool {
	s, passive := t.subject(v)
	switch {
	case passive || s < 0:
		return false
	case t.Tokens[who].POS == "PRON":
		return s < who && v < who && !isPlural(t.Tokens[s]) && p.lex.Nouns[t.lemmaAt(s)].Person
	}
	return t.under(v, who) && t.Tokens[s].Tag == "WP"
}

// hurtSeveral: the token is a verb of harm that befell more people than one.
func (p *pass) hurtSeveral(t *tree, v int) bool {
	if _, harm := p.lex.HarmVerb[t.lemmaAt(v)]; !harm || !t.isVerb(v) {
		return false
	}
	return slices.ContainsFunc(t.all(v, "obj"), func(o int) bool { return isPlural(t.Tokens[o]) && p.lex.Nouns[t.lemmaAt(o)].Person })
}

// besidesAttacker: "eight people besides himself", "not counting the bomber":
// the attackers are not in the number (CAS-6).
func besidesAttacker(t *tree, who int, h *harm) {
	for k := who + 1; k < min(who+7, len(t.Tokens)); k++ {
		switch t.Tokens[k].Lemma {
		case "himself", "herself", "themselves", "attacker", "bomber", "gunman", "assailant":
		default:
			continue
		}
		for back := max(who+1, k-3); back < k; back++ {
			if t.lex.Is(lexicon.Excludes, t.Tokens[back].Lemma) || t.lex.Is(lexicon.Excludes, lower(t.Tokens[back].Text)) {
				h.count.Population = dateline.PopVictims
				return
			}
		}
	}
}

// irrealis: what was only tried, planned, threatened or denied hurt nobody.
func (p *pass) irrealis(t *tree, verb int) bool {
	for v, steps := verb, 0; v >= 0 && steps < 4; steps++ {
		if hasModal(t, v) || t.nearly(v) || t.child(v, "advmod") >= 0 && t.lex.Is(lexicon.Negation, t.lemmaAt(t.child(v, "advmod"))) {
			return true
		}
		if t.rel(v, "conj") && t.child(v, "nsubj", "nsubj:pass", "aux", "aux:pass") < 0 && hasModal(t, t.Tokens[v].Head) {
			return true // "could have hit her and KILLED her"
		}
		if !t.rel(v, "xcomp", "acl", "advcl") || t.Tokens[v].Tag == "VBG" && !t.rel(v, "xcomp") {
			return false
		}
		h := t.Tokens[v].Head
		if class, _, ok := p.lex.Cue(t.Tokens, h); ok && (class == lexicon.CueAttempt || class == lexicon.CuePlot || class == lexicon.CueThreat || class == lexicon.CueFoiled) {
			return true
		}
		if t.rel(v, "advcl", "acl") && t.Tokens[v].Tag == "VB" && !t.lex.Is(lexicon.Done, t.lemmaAt(h)) {
			return true
		}
		v = h
	}
	return false
}

// nearly: an adverb right before the verb says that it almost came to that, "were
// nearly killed".
func (t *tree) nearly(verb int) bool {
	return verb > 0 && t.lex.Is(lexicon.Nearly, t.lemmaAt(verb-1)) && t.Tokens[verb-1].Head == verb
}

// shotAndKilled: "shot and killed", "shot to death".
func shotAndKilled(t *tree, i int) bool {
	for k := i + 1; k < min(i+6, len(t.Tokens)); k++ {
		if (t.Tokens[k].Lemma == "kill" || t.Tokens[k].Lemma == "death") && (t.lemmaAt(k-1) == "and" || t.lemmaAt(k-1) == "to" || k == i+2 && t.lemmaAt(i+1) == "," && (k+1 == len(t.Tokens) || t.lex.Is(lexicon.EndsClause, t.lemmaAt(k+1)))) {
			return true
		}
	}
	return false
}

// toDeath: "stabbed to death", "beat a student to death", "burned alive".
func toDeath(t *tree, i int) bool {
	if t.lemmaAt(i+1) == "alive" && (t.Tokens[i].Lemma == "burn" || t.Tokens[i].Lemma == "bury") {
		return true
	}
	for k := i + 1; k < min(i+7, len(t.Tokens)) && !t.isVerb(k) && t.Tokens[k].POS != "PUNCT"; k++ {
		if t.lemmaAt(k) == "to" {
			return t.lemmaAt(k+1) == "death"
		}
	}
	return false
}

// them is whom a "them" stands for: the object of the verb that this one goes on from,
// "dragged TWO BROTHERS from their home and killed them"; else the token itself.
func (t *tree) them(verb, c int) int {
	if lower(t.Tokens[c].Text) != "them" || !t.rel(verb, "conj") || t.Tokens[verb].Head < 0 {
		return c
	}
	if o := t.child(t.Tokens[verb].Head, "obj"); o >= 0 {
		return o
	}
	return c
}
