package extract

import (
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file reads who was hurt in the words of local and police news: "suffered a gunshot
// wound", "was taken to a hospital", "in critical condition".

// Rules of words that tell of patients.
const (
	ruleWound     = "CAS-2/wound"
	ruleCondition = "CAS-2/condition"
	ruleHospital  = "CAS-2/hospital"
	ruleShot      = "CAS-2/shot"
)

// hurt is who was hurt by the word at i: hit, in hospital, with wounds, in a condition.
func (p *pass) hurt(t *tree, sentence, i int) []harm {
	tok := &t.Tokens[i]
	classes := t.lex.Classes(tok.Lemma)
	switch {
	case classes.Has(lexicon.Hitters):
		return p.hitBy(t, sentence, i)
	case tok.Lemma == "fight" && t.isVerb(i) && t.lemmaAt(i+1) == "for" && t.lemmaAt(i+3) == "life":
		return p.fateOf(t, sentence, i, i, dateline.Wounded, ruleCondition)
	case tok.Lemma == "seek" && t.isVerb(i) && t.lemmaAt(i+1) == "medical" && !p.irrealis(t, i):
		return p.fateOf(t, sentence, i, i, dateline.Wounded, ruleHospital)
	case tok.Lemma == "recover" && tok.Tag == "VBG" && t.child(i, "aux") >= 0 && t.child(i, "obj") < 0:
		return p.fateOf(t, sentence, i, i, dateline.Wounded, ruleCondition)
	case tok.Lemma == "hospital":
		return p.hospitalised(t, sentence, i)
	case classes.Has(lexicon.Hits) && t.isVerb(i):
		return p.hitIn(t, sentence, i)
	case p.bearing(t, sentence, i) >= 0:
		return p.sufferer(t, sentence, p.bearing(t, sentence, i), i, dateline.Wounded, ruleWound)
	case classes.Has(lexicon.Wounds) && wounding(t, i):
		return p.plightOf(t, sentence, i, dateline.Wounded, ruleWound)
	case tok.Lemma == "condition" && t.lex.Is(lexicon.Condition, t.lemmaAt(i-1)):
		return p.plightOf(t, sentence, i, dateline.Wounded, ruleCondition)
	case classes.Has(lexicon.Conveys) && t.isVerb(i) && p.toHospital(t, i):
		return p.patients(t, sentence, i)
	}
	return nil
}

// bearing are the people right before the wounds at i, whose they are, "FOUR with serious
// wounds"; -1 without any.
func (p *pass) bearing(t *tree, sentence, i int) int {
	who := t.bearerWith(i)
	if who < 0 || who > i || !t.lex.Is(lexicon.Wounds, t.lemmaAt(i)) || t.marker(i) != "with" {
		return -1
	}
	if t.Tokens[who].POS == "NUM" && !inTime(p.times[sentence], t.Tokens[who].Start) || t.rel(i, "nmod") && p.patient(t, sentence, who) {
		return who
	}
	return -1
}

// bearerWith is what "with" hangs the noun at i on, or the number before the "with" that
// the parser gave to the noun: "leaving TWO with machete wounds".
func (t *tree) bearerWith(i int) int {
	if n, with := t.child(i, "nummod"), t.child(i, "case"); n >= 0 && n < with {
		return n
	}
	if verb := t.Tokens[i].Head; verb > 0 && t.isVerb(verb) && t.rel(i, "obl") && t.Tokens[verb-1].POS == "NUM" {
		return verb - 1 // "THREE escaped with wounds"
	}
	return t.Tokens[i].Head
}

// wounding: the wounds are somebody's: suffered, treated, or had.
func wounding(t *tree, i int) bool {
	shot := false
	for k := max(0, i-3); k < i; k++ {
		switch t.lemmaAt(k) {
		case "gunshot", "bullet", "stab", "knife", "shrapnel", "gun", "shotgun":
			shot = true
		case "no":
			return false
		}
	}
	for k := max(0, i-9); k < i; k++ {
		if t.lex.Is(lexicon.Suffering, t.lemmaAt(k)) && (shot || t.lemmaAt(k) != "of") {
			return true
		}
	}
	return false
}

// toHospital: the verb at i takes somebody to a place of healing.
func (p *pass) toHospital(t *tree, i int) bool {
	for k := i + 1; k < min(i+12, len(t.Tokens)); k++ {
		if t.lex.Is(lexicon.Hospital, t.lemmaAt(k)) {
			return true
		}
		if t.Tokens[k].Text == "." || t.Tokens[k].Text == ";" {
			return false
		}
	}
	return false
}

// hospitalised: who "is in the hospital", "remained at a hospital"; "fifteen of the
// injured" are some of them; "left two dead and TWO IN HOSPITAL".
func (p *pass) hospitalised(t *tree, sentence, i int) []harm {
	if n := i - 1; t.lemmaAt(n) == "in" {
		if n > 1 && t.Tokens[n-1].POS == "ADV" {
			n-- // "20 still in hospital"
		}
		if n > 0 && t.Tokens[n-1].POS == "NUM" {
			return p.numberOf(t, sentence, n, dateline.Wounded, ruleHospital)
		}
	}
	m, verb := t.marker(i), i
	if t.child(i, "cop") < 0 {
		verb = t.Tokens[i].Head
		if verb < 0 || verb > i || !t.rel(i, "obl") || !t.lex.Is(lexicon.Stays, t.lemmaAt(verb)) {
			return nil
		}
	}
	if who, _ := t.subject(verb); m != "in" && m != "at" || who >= 0 && t.Tokens[who].POS == "NUM" && t.lemmaAt(who+1) == "of" {
		return nil
	} else if who >= 0 && t.child(who, "nummod") >= 0 {
		return p.tellsOf(t, sentence, who, i, dateline.Wounded, ruleHospital) // "three OFFICERS are in hospital"
	}
	return p.fateOf(t, sentence, verb, i, dateline.Wounded, ruleHospital)
}

// hitIn: who is struck in the body or in a shooting was shot: "hit in the leg", "4
// struck in shooting".
func (p *pass) hitIn(t *tree, sentence, i int) []harm {
	who, passive := t.subject(i)
	if who < 0 || !passive || p.irrealis(t, i) || !p.patient(t, sentence, t.behind(who)) {
		return nil
	}
	for _, c := range t.all(i, "obl") {
		if m := t.marker(c); m == "in" && t.lex.Is(lexicon.Shot, t.lemmaAt(c)) {
			return p.sufferer(t, sentence, t.behind(who), i, dateline.KilledOrWounded, ruleShot)
		}
	}
	return nil
}

// hitBy: whom a bullet struck was shot: "grazed by a bullet", "a stray round hit a
// woman".
func (p *pass) hitBy(t *tree, sentence, i int) []harm {
	verb := t.Tokens[i].Head
	if verb < 0 || !t.isVerb(verb) || !t.lex.Is(lexicon.Hits, t.lemmaAt(verb)) || p.irrealis(t, verb) {
		return nil
	}
	who, passive := t.subject(verb)
	if t.rel(i, "nsubj") {
		who, passive = t.child(verb, "obj"), true
	} else if t.marker(i) != "by" {
		return nil
	}
	if who < 0 || !passive || !p.patient(t, sentence, t.behind(who)) {
		return nil
	}
	return p.sufferer(t, sentence, t.behind(who), verb, dateline.KilledOrWounded, ruleShot)
}

// patients are those whom a verb takes to a hospital: the subject of a passive
// or participle, the object else.
func (p *pass) patients(t *tree, sentence, i int) []harm {
	if p.irrealis(t, i) {
		return nil
	}
	if who, _ := t.subject(i); who >= 0 && t.lex.Is(lexicon.Remains, t.lemmaAt(who)) {
		return nil
	}
	if t.Tokens[i].Tag == "VBN" {
		return p.plightOf(t, sentence, i, dateline.Wounded, ruleHospital)
	}
	if o := t.child(i, "obj"); o >= 0 {
		return p.sufferer(t, sentence, o, i, dateline.Wounded, ruleHospital)
	}
	return nil
}
