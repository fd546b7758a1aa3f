package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
	"github.com/opendateline/dateline/extract/mend"
)

// This file reads what befell people in the words of local and police news,
// where no verb of harm stands: "was pronounced dead", "fatally shot", "the shooting
// death of a teenager".

// plight is what token i says befell whom, if it is one of those words.
func (p *pass) plight(t *tree, sentence, i int) []harm {
	if m, ok := p.lex.State[lower(t.Tokens[i].Text)]; ok {
		if hs := p.namedDead(t, sentence, i, m); len(hs) > 0 {
			return hs
		}
	}
	if hs := p.died(t, sentence, i); len(hs) > 0 {
		return hs
	}
	if hs := p.lost(t, sentence, i); len(hs) > 0 {
		return hs
	}
	if hs := p.fatally(t, sentence, i); len(hs) > 0 {
		return hs
	}
	return p.hurt(t, sentence, i)
}

// died is who died by the word at i: "is DEAD", "did not SURVIVE", "was BLOWN up",
// "DIED in the blast", "the DEATH of".
func (p *pass) died(t *tree, sentence, i int) []harm {
	tok := &t.Tokens[i]
	classes := t.lex.Classes(tok.Lemma)
	switch {
	case classes.Has(lexicon.Gone) && (tok.POS != "VERB" || t.lemmaAt(i-1) == "pronounce" || t.lemmaAt(i-1) == "declare") && t.lemmaAt(i-1) != "shoot":
		if wouldBe(t, i) {
			return nil
		}
		return p.plightOf(t, sentence, i, dateline.Killed, "CAS-2/dead")
	case tok.Lemma == "survive" && t.isVerb(i) && t.hasChild(i, lexicon.Negation, "advmod") && !hasModal(t, i):
		return p.fateOf(t, sentence, i, i, dateline.Killed, "CAS-12/died")
	case tok.Lemma == "throat":
		return p.throat(t, sentence, i)
	case tok.Lemma == "bury" && t.isVerb(i):
		return p.buried(t, sentence, i)
	case tok.Lemma == "fall" && t.isVerb(i):
		return p.fallen(t, sentence, i)
	case tok.Lemma == "eliminate" && t.isVerb(i):
		return p.eliminated(t, sentence, i)
	case tok.Lemma == "send" && t.isVerb(i):
		return p.sentToGrave(t, sentence, i)
	case tok.Lemma == "blow" && t.isVerb(i) && t.isPassive(i) && t.lemmaAt(i+1) == "up":
		return p.fateOf(t, sentence, i, i, dateline.Killed, "CAS-2/verb")
	case classes.Has(lexicon.PassesAway) && t.isVerb(i) && !p.irrealis(t, i) && p.violentDeath(t, i):
		if n := p.numberAhead(t, sentence, i); n >= 0 {
			return p.numberOf(t, sentence, n+1, dateline.Killed, "CAS-2/died")
		}
		return p.plightOf(t, sentence, i, dateline.Killed, "CAS-2/died")
	case classes.Has(lexicon.End) && t.isNoun(i):
		if hs := p.multiple(t, sentence, i); len(hs) > 0 {
			return hs
		}
		return p.endOf(t, sentence, i)
	}
	return nil
}

// lost is who was lost by the word at i: "LOST 12 men", "the LOSS of three soldiers",
// "paid the ultimate PRICE".
func (p *pass) lost(t *tree, sentence, i int) []harm {
	switch tok := t.Tokens[i]; {
	case tok.Lemma == "lose" && t.isVerb(i) && !p.irrealis(t, i):
		return p.lostMen(t, sentence, i)
	case (tok.Lemma == "price" || tok.Lemma == "sacrifice") && t.lex.Is(lexicon.Supreme, t.lemmaAt(i-1)) && t.rel(i, "obj") && !p.irrealis(t, tok.Head):
		return p.fateOf(t, sentence, tok.Head, i, dateline.Killed, "CAS-2/lives")
	case tok.Lemma == "loss":
		return p.lossOf(t, sentence, i)
	}
	return nil
}

// lossOf: "the LOSS of three soldiers", "NO LOSS of life", "mourns the LOSS of a son".
func (p *pass) lossOf(t *tree, sentence, i int) []harm {
	if p.negatedPhrase(t, i) && t.lemmaAt(i+1) == "of" && slices.ContainsFunc(t.all(i, "nmod"), func(c int) bool { return t.lemmaAt(c) == "life" }) {
		if h, ok := p.counted(t, sentence, i, dateline.Killed); ok {
			h.anchor, h.rule = i, "CAS-2/lives"
			return []harm{h}
		}
	}
	if hs := p.deathsOf(t, sentence, i, dateline.Killed); len(hs) > 0 {
		return hs
	}
	if verb := t.Tokens[i].Head; verb < 0 || !t.rel(i, "obj") || !t.lex.Is(lexicon.Mourns, t.lemmaAt(verb)) {
		return nil
	}
	if of := p.oblique(t, i, "of"); of >= 0 && !isPlural(t.Tokens[of]) && p.patient(t, sentence, of) {
		return p.tellsOf(t, sentence, of, i, dateline.Killed, "CAS-2/end")
	}
	return nil
}

// fatally is whom a "fatally" at i tells of without a verb: "two FATALLY", "one of them
// FATALLY", "four people were shot, one man FATALLY".
func (p *pass) fatally(t *tree, sentence, i int) []harm {
	if t.lemmaAt(i) != "fatally" {
		return nil
	}
	switch before := t.lemmaAt(i - 1); {
	case i > 0 && t.Tokens[i-1].POS == "NUM":
		return p.numberOf(t, sentence, i, dateline.Killed, "CAS-2/fatally")
	case (before == "they" || before == "whom" || before == "them") && t.lemmaAt(i-2) == "of":
		return p.numberOf(t, sentence, i-2, dateline.Killed, "CAS-2/fatally")
	case p.aparted(t, i):
		return p.sufferer(t, sentence, i-1, i, dateline.Killed, "CAS-2/fatally")
	}
	return nil
}

// aparted: a person between a comma and the "fatally" at i is told of apart from
// those before: "four people were shot, ONE MAN fatally".
func (p *pass) aparted(t *tree, i int) bool {
	if i < 3 || !t.isNoun(i-1) || !p.lex.Nouns[t.lemmaAt(i-1)].Person || i+1 < len(t.Tokens) && t.isVerb(i+1) {
		return false
	}
	from, _ := t.phrase(i - 1)
	return from > 0 && t.Tokens[from-1].Text == ","
}

// lostMen: an army or group that lost fighters of its own in an attack told of in
// the same breath, "LOST 12 men in an ambush", or one who lost a limb.
func (p *pass) lostMen(t *tree, sentence, i int) []harm {
	o := t.child(i, "obj")
	if o >= 0 && t.lex.Is(lexicon.Limb, t.lemmaAt(o)) {
		return p.fateOf(t, sentence, i, i, dateline.Wounded, "CAS-2/lost") // "his cousin lost a FOOT"
	}
	if o < 0 || t.child(o, "nummod") < 0 {
		return nil
	}
	if who, _ := t.subject(i); who >= 0 && t.lemmaAt(who) == "we" && p.patient(t, sentence, o) {
		return p.tellsOf(t, sentence, o, i, dateline.Killed, "CAS-2/lost") // "WE lost three herders"
	}
	if len(p.triggers(t)) == 0 {
		return nil
	}
	if !bearsArms(p.lex.Nouns[t.lemmaAt(o)].Population) && t.lemmaAt(o) != "man" {
		return nil
	}
	return p.sufferer(t, sentence, o, i, dateline.Killed, "CAS-2/lost")
}

// wouldBe: the state at i is only thought of or denied, "we could have been dead",
// "it could've been my son who was dead", "you're NOT dead".
func wouldBe(t *tree, i int) bool {
	if t.hasChild(i, lexicon.Negation, "advmod") {
		return true
	}
	for v, steps := i, 0; v >= 0 && steps < 4; v, steps = t.Tokens[v].Head, steps+1 {
		if hasModal(t, v) {
			return true
		}
		if !t.rel(v, "acl", "acl:relcl", "amod", "nsubj", "xcomp") {
			return false
		}
	}
	return false
}

// violentDeath: nothing beside the verb says that it was an illness.
func (p *pass) violentDeath(t *tree, i int) bool {
	trigger, width, ok := p.lex.Trigger(t.Tokens, i)
	return !ok || p.isViolence(t, found{trigger, i, i + width, i})
}

// fateOf counts the subject of token verb, of whom the word at i tells a fate.
func (p *pass) fateOf(t *tree, sentence, verb, i int, m dateline.Measure, rule string) []harm {
	who, _ := t.subject(verb)
	if who < 0 || !p.patient(t, sentence, t.behind(who)) {
		return nil
	}
	return p.sufferer(t, sentence, t.behind(who), i, m, rule)
}

// endOf: "the fatal shooting of a teenager", "Reed's death", "the shooting
// death of two men".
func (p *pass) endOf(t *tree, sentence, i int) []harm {
	if t.hasChild(i, lexicon.Tried, "amod", "compound") {
		return nil // "an ATTEMPTED assassination of two officers"
	}
	lemma, m, rule := t.lemmaAt(i), dateline.Killed, "CAS-2/end"
	if lemma == "shooting" || lemma == "stabbing" {
		if !fatal(t, i) {
			m, rule = dateline.KilledOrWounded, ruleShot
		}
		if t.lemmaAt(i+1) == "death" {
			return nil
		}
	}
	for _, c := range t.all(i, "nmod") {
		if t.marker(c) == "of" {
			if t.lex.Is(lexicon.Attacker, lemma) && isPlural(t.Tokens[c]) && t.child(c, "nummod") < 0 {
				return nil // "the MURDERERS of innocents" are called so
			}
			if t.indefinite(c) && p.lex.Nouns[t.lemmaAt(c)].Person {
				return p.tellsOf(t, sentence, c, i, m, rule) // "the fatal shooting of A DEPUTY"
			}
			return p.sufferer(t, sentence, c, i, m, rule)
		}
	}
	if t.lemmaAt(i+1) == "of" && t.Tokens[i+1].Head > i && m == dateline.Killed {
		c := t.Tokens[i+1].Head
		if t.rel(c, "nmod:poss") && t.Tokens[c].Head > c {
			c = t.Tokens[c].Head
		}
		return p.sufferer(t, sentence, c, i, m, rule)
	}
	if lemma == "death" || m == dateline.KilledOrWounded && lemma == "shooting" {
		if c := t.child(i, "nmod:poss"); c >= 0 && m == dateline.Killed {
			return p.sufferer(t, sentence, c, i, m, rule)
		}
	}
	return nil
}

func fatal(t *tree, i int) bool {
	for k := max(0, i-3); k < i; k++ {
		if l := t.lemmaAt(k); l == "fatal" || l == "deadly" || l == "fatally" {
			return true
		}
	}
	return false
}

// numberOf counts the bare number before token i: "four were shot, one fatally".
func (p *pass) numberOf(t *tree, sentence, i int, m dateline.Measure, rule string) []harm {
	c, ok := p.counts.Read(t.Tokens, i-1)
	if !ok || c.End != i {
		return nil
	}
	h := p.newHarm(t, sentence, i-1, i+1, c.Count, m)
	h.anchor, h.rule = i, rule
	return []harm{h}
}

// plightOf counts those of whom token i says what befell them.
func (p *pass) plightOf(t *tree, sentence, i int, m dateline.Measure, rule string) []harm {
	if c := p.bearer(t, sentence, i); c >= 0 {
		if first := t.firstConjunct(c); mend.Sentence(t.Tokens).Conjoined(c) && i > c && mend.Sentence(t.Tokens).JoinedByAnd(first, c) && !p.stateBetween(t, first, c) {
			c = first // "left five people and a child dead"
		}
		return p.sufferer(t, sentence, c, i, m, rule)
	}
	return nil
}

func (p *pass) sufferer(t *tree, sentence, c, anchor int, m dateline.Measure, rule string) []harm {
	if t.lex.Is(lexicon.NoPatient, t.lemmaAt(c)) && p.actorAt(t, sentence, c) == nil && (t.lemmaAt(c) != "member" || t.child(c, "nummod") < 0) && rule != "CAS-2/dead" {
		return nil
	}
	return p.tellsOf(t, sentence, c, anchor, m, rule)
}

// tellsOf counts the people at c, of whom the word at anchor tells.
func (p *pass) tellsOf(t *tree, sentence, c, anchor int, m dateline.Measure, rule string) []harm {
	h, ok := p.counted(t, sentence, c, m)
	if !ok || h.count.Qualifier == dateline.None {
		return nil
	}
	h.anchor, h.rule = anchor, rule
	return []harm{h}
}

// throat: whose throat was slit is dead: "had their THROATS slit", "the trader's
// THROAT was cut", "slit the THROAT of a villager".
func (p *pass) throat(t *tree, sentence, i int) []harm {
	owner := t.child(i, "nmod:poss")
	if owner < 0 {
		owner = p.oblique(t, i, "of")
	}
	if owner < 0 || !slices.ContainsFunc(t.Tokens[max(0, i-3):min(i+4, len(t.Tokens))], func(x dateline.Token) bool { return x.Lemma == "slit" || x.Lemma == "cut" }) {
		return nil
	}
	if t.Tokens[owner].POS == "PRON" {
		verb := t.Tokens[i].Head
		if verb < 0 || !t.isVerb(verb) {
			return nil
		}
		if owner, _ = t.subject(verb); owner < 0 || owner == i {
			return nil
		}
	}
	return p.sufferer(t, sentence, t.behind(owner), i, dateline.Killed, "CAS-2/dead")
}
