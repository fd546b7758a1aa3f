package extract

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
	"github.com/opendateline/dateline/extract/mend"
)

// This file reads what befell people in the words of local and police news,
// where no verb of harm stands: "was pronounced dead", "fatally shot", "suffered
// a gunshot wound", "was taken to a hospital", "in critical condition", "the
// shooting death of a teenager".

// Rules of words that tell of patients.
const (
	ruleWound     = "CAS-2/wound"
	ruleCondition = "CAS-2/condition"
	ruleHospital  = "CAS-2/hospital"
	ruleShot      = "CAS-2/shot"
)

// plight is what token i says befell whom, if it is one of those words.
func (p *pass) plight(t *tree, sentence, i int) []harm {
	tok := t.Tokens[i]
	if m, ok := p.lex.State[lower(tok.Text)]; ok {
		if hs := p.namedDead(t, sentence, i, m); len(hs) > 0 {
			return hs
		}
	}
	switch {
	case t.lex.Is(lexicon.Gone, tok.Lemma) && (tok.POS != "VERB" || t.lemmaAt(i-1) == "pronounce" || t.lemmaAt(i-1) == "declare") && t.lemmaAt(i-1) != "shoot":
		if wouldBe(t, i) {
			return nil
		}
		return p.plightOf(t, sentence, i, dateline.Killed, "CAS-2/dead")
	case tok.Lemma == "fatally" && i > 0 && t.Tokens[i-1].POS == "NUM":
		return p.numberOf(t, sentence, i, dateline.Killed, "CAS-2/fatally")
	case tok.Lemma == "fatally" && (t.lemmaAt(i-1) == "they" || t.lemmaAt(i-1) == "whom" || t.lemmaAt(i-1) == "them") && t.lemmaAt(i-2) == "of":
		return p.numberOf(t, sentence, i-2, dateline.Killed, "CAS-2/fatally")
	case tok.Lemma == "fatally" && p.aparted(t, i):
		return p.sufferer(t, sentence, i-1, i, dateline.Killed, "CAS-2/fatally")
	case tok.Lemma == "survive" && t.isVerb(i) && t.hasChild(i, lexicon.Negation, "advmod") && !hasModal(t, i):
		return p.fateOf(t, sentence, i, i, dateline.Killed, "CAS-12/died")
	case tok.Lemma == "lose" && t.isVerb(i) && !p.irrealis(t, i):
		return p.lostMen(t, sentence, i)
	case (tok.Lemma == "price" || tok.Lemma == "sacrifice") && t.lex.Is(lexicon.Supreme, t.lemmaAt(i-1)) && t.rel(i, "obj") && !p.irrealis(t, tok.Head):
		return p.fateOf(t, sentence, tok.Head, i, dateline.Killed, "CAS-2/lives")
	case tok.Lemma == "loss":
		return p.deathsOf(t, sentence, i, dateline.Killed)
	case tok.Lemma == "throat":
		return p.throat(t, sentence, i)
	case t.lex.Is(lexicon.Hitters, tok.Lemma):
		return p.hitBy(t, sentence, i)
	case tok.Lemma == "blow" && t.isVerb(i) && t.isPassive(i) && t.lemmaAt(i+1) == "up":
		return p.fateOf(t, sentence, i, i, dateline.Killed, "CAS-2/verb")
	case tok.Lemma == "fight" && t.isVerb(i) && t.lemmaAt(i+1) == "for" && t.lemmaAt(i+3) == "life":
		return p.fateOf(t, sentence, i, i, dateline.Wounded, ruleCondition)
	case tok.Lemma == "seek" && t.isVerb(i) && t.lemmaAt(i+1) == "medical" && !p.irrealis(t, i):
		return p.fateOf(t, sentence, i, i, dateline.Wounded, ruleHospital)
	case tok.Lemma == "recover" && tok.Tag == "VBG" && t.child(i, "aux") >= 0 && t.child(i, "obj") < 0:
		return p.fateOf(t, sentence, i, i, dateline.Wounded, ruleCondition)
	case tok.Lemma == "hospital":
		return p.hospitalised(t, sentence, i)
	case t.lex.Is(lexicon.Hits, tok.Lemma) && t.isVerb(i):
		return p.hitIn(t, sentence, i)
	case p.bearing(t, sentence, i) >= 0:
		return p.sufferer(t, sentence, p.bearing(t, sentence, i), i, dateline.Wounded, ruleWound)
	case t.lex.Is(lexicon.Wounds, tok.Lemma) && wounding(t, i):
		return p.plightOf(t, sentence, i, dateline.Wounded, ruleWound)
	case tok.Lemma == "condition" && t.lex.Is(lexicon.Condition, t.lemmaAt(i-1)):
		return p.plightOf(t, sentence, i, dateline.Wounded, ruleCondition)
	case t.lex.Is(lexicon.Conveys, tok.Lemma) && t.isVerb(i) && p.toHospital(t, i):
		return p.patients(t, sentence, i)
	case t.lex.Is(lexicon.PassesAway, tok.Lemma) && t.isVerb(i) && !p.irrealis(t, i) && p.violentDeath(t, i):
		return p.plightOf(t, sentence, i, dateline.Killed, "CAS-2/died")
	case t.lex.Is(lexicon.End, tok.Lemma) && t.isNoun(i):
		if hs := p.multiple(t, sentence, i); len(hs) > 0 {
			return hs
		}
		return p.endOf(t, sentence, i)
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
	if o < 0 || t.child(o, "nummod") < 0 || len(p.triggers(t)) == 0 {
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

// fateOf counts the subject of token verb, of whom the word at i tells a fate.
func (p *pass) fateOf(t *tree, sentence, verb, i int, m dateline.Measure, rule string) []harm {
	who, _ := t.subject(verb)
	if who < 0 || !p.patient(t, sentence, t.behind(who)) {
		return nil
	}
	return p.sufferer(t, sentence, t.behind(who), i, m, rule)
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
	if t.Tokens[i].Tag == "VBN" {
		return p.plightOf(t, sentence, i, dateline.Wounded, ruleHospital)
	}
	if o := t.child(i, "obj"); o >= 0 {
		return p.sufferer(t, sentence, o, i, dateline.Wounded, ruleHospital)
	}
	return nil
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

// bearer is the person of whom the word at i is said: the subject of the clause
// it completes, or the noun that it stands beside; -1 if there is none.
func (p *pass) bearer(t *tree, sentence, i int) int {
	if who := t.Tokens[i].Head; t.rel(i, "amod") && who > i && t.rel(who, "obj") && t.lex.Is(lexicon.Finds, t.lemmaAt(t.Tokens[who].Head)) && p.patient(t, sentence, who) {
		return who // "located a DECEASED man"
	}
	for v, steps := i, 0; v >= 0 && steps < 5; v, steps = t.Tokens[v].Head, steps+1 {
		for _, rel := range []string{"obj", "nsubj:pass", "nsubj"} {
			c := t.child(v, rel)
			if c == i || c < 0 || c > i || rel == "obj" && v == i {
				continue
			}
			if k := p.personBehind(t, sentence, c); k >= 0 {
				return k
			}
		}
		if v != i && p.patient(t, sentence, v) && v < i {
			return v
		}
		if t.rel(v, "acl", "acl:relcl") && t.Tokens[v].Head >= 0 && p.patient(t, sentence, t.Tokens[v].Head) {
			return t.Tokens[v].Head
		}
	}
	for k := i - 1; k >= max(0, i-12); k-- {
		if p.patient(t, sentence, k) {
			return k
		}
		if t.Tokens[k].Text == ";" {
			return -1
		}
	}
	return -1
}

// personBehind is the person that a subject or object means: itself, or the
// head that its relative pronoun stands for.
func (p *pass) personBehind(t *tree, sentence, c int) int {
	if c = t.behind(c); p.patient(t, sentence, c) {
		return c
	}
	return -1
}

// patient: a person who can be hurt, or a number that stands for people.
func (p *pass) patient(t *tree, sentence, k int) bool {
	tok := t.Tokens[k]
	switch {
	case t.lex.Is(lexicon.NoPatient, tok.Lemma):
		return tok.Lemma == "member" && t.child(k, "nummod") >= 0 // "left two members of the group dead"
	case p.personAt(t, sentence, k):
		return true
	case isThirdPerson(tok), p.looksNamed(t, sentence, k):
		return true
	case (t.lex.Is(lexicon.OtherPerson, tok.Lemma) || lexicon.Ordinal(tok.Lemma) > 1) && t.isNoun(k) && !isPlural(tok) && t.rel(k, "nsubj", "nsubj:pass"):
		return true // "a THIRD is in hospital"
	}
	if _, ok := p.counts.Read(t.Tokens, k); ok && tok.POS == "NUM" && t.rel(k, "nsubj", "nsubj:pass", "obj") && !inTime(p.times[sentence], tok.Start) {
		return true
	}
	return p.lex.Nouns[tok.Lemma].Person && t.isNoun(k) && !t.rel(k, "compound", "nmod:poss")
}

// isThirdPerson: "he", "she", "him", "her" (not "her injuries").
func isThirdPerson(tok dateline.Token) bool {
	switch lower(tok.Text) {
	case "he", "she", "him", "her":
		return tok.Tag != "PRP$"
	}
	return false
}

// initials: "STMW", "abc7" are outlets and bodies, no surnames.
func initials(s string) bool {
	return len(s) > 2 && strings.ToUpper(s) == s || strings.ContainsAny(s, "0123456789@.")
}

// looksNamed: a proper noun in the place of a person that no table knows is a
// surname.
func (p *pass) looksNamed(t *tree, sentence, k int) bool {
	tok := t.Tokens[k]
	return tok.POS == "PROPN" && !initials(tok.Text) && t.rel(k, "nsubj", "nsubj:pass", "obj") && p.actorAt(t, sentence, k) == nil && p.placeAt(t, sentence, k) == nil &&
		!inTime(p.times[sentence], tok.Start) && t.child(k, "det") < 0 && !isPlural(tok) && !p.lex.Nouns[tok.Lemma].Thing
}

// surname: the token is a name that no list has, and the report gives it in full
// elsewhere, behind another name: "Arbery" of "Ahmaud Arbery".
func (p *pass) surname(t *tree, sentence, k int) bool {
	tok := t.Tokens[k]
	if tok.POS != "PROPN" || t.child(k, "det") >= 0 || p.actorAt(t, sentence, k) != nil || p.placeAt(t, sentence, k) != nil || p.commonNoun(tok.Lemma) {
		return false
	}
	for _, other := range p.trees {
		for i := 1; i < len(other.Tokens); i++ {
			if before := other.Tokens[i-1]; other.Tokens[i].Text == tok.Text && before.POS == "PROPN" && other.Tokens[i].POS == "PROPN" && !p.commonNoun(before.Lemma) && before.Text != tok.Text {
				return true
			}
		}
	}
	return false
}

// commonNoun: the lexicon has the word as a noun or as what tells of violence.
func (p *pass) commonNoun(lemma string) bool {
	_, noun := p.lex.Nouns[lower(lemma)]
	return noun || p.lex.Is(lexicon.Doer, lower(lemma)) || p.lex.HarmNoun[lower(lemma)] != ""
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
