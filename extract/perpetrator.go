package extract

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// fillPerpetrators takes subjects of active violence, agents of passive, and
// "X's attack", "attack by X", "X suicide bomber".
func (p *pass) fillPerpetrators(t *tree, sentence int, a *account) {
	for _, tr := range a.triggers {
		switch tr.POS {
		case "V":
			p.agentOfVerb(t, sentence, tr, a)
		default:
			p.agentOfNoun(t, sentence, tr, a)
		}
	}
}

func (p *pass) agentOfVerb(t *tree, sentence int, tr located, a *account) {
	if tr.Act == dateline.Clash {
		p.sidesOf(t, sentence, tr.head, a)
		return
	}
	by := t.all(tr.head, "obl:agent", "obl")
	if dead := t.child(tr.head, "xcomp"); dead >= 0 {
		by = append(by, t.all(dead, "obl:agent", "obl")...) // "shot dead by gunmen"
	}
	for _, c := range by {
		if t.marker(c) == "by" && p.canAct(t, sentence, c) && t.lemmaAt(c+1) != "'s" {
			p.addPerps(t, sentence, c, a)
			return
		}
	}
	if t.lex.Is(lexicon.Befalls, tr.Words[0]) || t.lex.Is(lexicon.Finds, tr.Words[0]) {
		return // "officers found the man with gunshot wounds"
	}
	subject, passive := t.subject(tr.head)
	if subject < 0 || passive || t.Tokens[tr.head].Tag == "VBN" && (t.rel(tr.head, "acl") || p.bareParticiple(t, tr)) || t.rel(tr.head, "acl") && p.bareParticiple(t, tr) || t.lex.Is(lexicon.Fired, t.lemmaAt(tr.head-1)) && t.nearestSubject(tr.head) < 0 {
		return
	}
	if s := t.nearestSubject(tr.head); s >= 0 {
		subject = s
	}
	if its := t.child(subject, "nmod:poss"); its >= 0 && pointsBack(t, its) && p.pronounAgent(t, sentence, its, a) {
		return // "its men had killed him"
	}
	if nearer := p.clauseAttacker(t, subject, tr.head); nearer >= 0 {
		subject = nearer
	}
	if owner := p.ownerOf(t, sentence, subject); owner >= 0 {
		p.addPerps(t, sentence, owner, a)
		return
	}
	if p.canAct(t, sentence, subject) {
		p.addPerps(t, sentence, subject, a)
		return
	}
	p.pronounAgent(t, sentence, subject, a)
}

// clauseAttacker is the attacker who opens a clause between a subject and a verb that
// was hung on it across that clause, -1 without one: "residents count their losses
// after BANDITS struck and killed three".
func (p *pass) clauseAttacker(t *tree, subject, verb int) int {
	for k := verb - 1; k > subject; k-- {
		if !t.isNoun(k) || p.lex.Nouns[t.lemmaAt(k)].Population != dateline.PopPerpetrators {
			continue
		}
		if from, _ := t.phrase(k); t.lex.Is(lexicon.OpensClause, t.lemmaAt(from-1)) {
			return k
		}
	}
	return -1
}

// bareParticiple: "14 people killed and 21 others wounded": without an auxiliary
// and an object the verb tells what its subject suffered.
func (p *pass) bareParticiple(t *tree, tr located) bool {
	return p.lex.HarmVerb[tr.Words[0]] != "" && t.child(tr.head, "aux") < 0 && len(t.objects(tr.head)) == 0
}

// armament: the token names a weapon or what carries one.
func (p *pass) armament(t *tree, i int) bool {
	_, weapon := p.lex.Weapons[t.lemmaAt(i)]
	return weapon || t.lex.Is(lexicon.Strikes, t.lemmaAt(i)) || t.lex.Is(lexicon.Doer, t.lemmaAt(i))
}

// sidesOf takes both sides of a clash: "troops clashed with guerrillas",
// "fighting between the army and the Front".
func (p *pass) sidesOf(t *tree, sentence, clash int, a *account) {
	var sides []int
	if t.isVerb(clash) {
		sides = t.all(clash, "nsubj", "nsubj:pass")
	}
	behind := t.all(clash, "obl", "nmod")
	if v := t.Tokens[clash].Head; v >= 0 && t.rel(clash, "nsubj") {
		behind = append(behind, t.all(v, "obl")...) // "fighting broke out BETWEEN"
	}
	for _, c := range behind {
		if m := t.marker(c); m == "with" || m == "between" {
			sides = append(sides, c)
		}
	}
	for _, s := range sides {
		if p.canAct(t, sentence, s) {
			p.addPerps(t, sentence, s, a)
		}
	}
}

// pointsBack: the token is a pronoun that can stand for an armed group or force.
func pointsBack(t *tree, i int) bool {
	switch t.lemmaAt(i) {
	case "it", "they", "its", "their":
		return true
	}
	return false
}

// pronounAgent: "It killed at least nine people in June" speaks of the armed
// group or force that the sentence before speaks of.
// It says whether there is one.
func (p *pass) pronounAgent(t *tree, sentence, subject int, a *account) bool {
	if t.isGun(subject) {
		return false
	}
	x, ok := p.meantBy(t, sentence, subject)
	if !ok || sentence > 0 && !p.follows(sentence) {
		return false
	}
	a.perps = appendArgument(a.perps, argument{sentence: sentence, head: subject, span: p.span(t, subject, subject+1), text: x.Text, actors: []Actor{x}})
	return true
}

// speakerOf is the organised actor who says what a subject "it" or "they" does:
// "the Front said it had fired the rockets".
func (p *pass) speakerOf(t *tree, sentence, subject int) (Actor, bool) {
	if !pointsBack(t, subject) {
		return Actor{}, false
	}
	said := t.Tokens[subject].Head
	for ; said >= 0 && !t.rel(said, "ccomp"); said = t.Tokens[said].Head {
	}
	if said < 0 {
		return p.saysBefore(t, sentence, subject)
	}
	return p.spokenBy(t, sentence, t.Tokens[said].Head, subject)
}

// saysBefore is the speaker of the last verb of speech before token i, for
// sentences whose arcs do not hang what is said on it.
func (p *pass) saysBefore(t *tree, sentence, i int) (Actor, bool) {
	for k := i - 1; k >= 0; k-- {
		if m, speech := p.lex.Speech[t.Tokens[k].Lemma]; speech && t.isVerb(k) {
			if m == dateline.Denied {
				return Actor{}, false
			}
			return p.spokenBy(t, sentence, k, i)
		}
	}
	return Actor{}, false
}

// spokenBy is the organised actor that is the subject of a verb, if that is not
// the token given.
func (p *pass) spokenBy(t *tree, sentence, verb, not int) (Actor, bool) {
	s, passive := t.subject(verb)
	if s < 0 || passive || s == not {
		return Actor{}, false
	}
	if x := p.actorAt(t, sentence, s); x != nil && organised(x.Ref.Kind) {
		return *x, true
	}
	return Actor{}, false
}

// meantBy is the organised actor that a subject "it" or "they" stands for: the
// subject of the clause or sentence before, itself or what it stands for.
func (p *pass) meantBy(t *tree, sentence, subject int) (Actor, bool) {
	if x, ok := p.speakerOf(t, sentence, subject); ok {
		return x, true
	}
	for steps := 0; steps < 3 && pointsBack(t, subject); steps++ {
		sentence--
		if sentence < 0 || !p.follows(sentence+1) {
			return Actor{}, false
		}
		t = p.trees[sentence]
		if subject = t.mainSubject(); subject < 0 {
			return Actor{}, false
		}
		for _, i := range []int{subject, t.child(subject, "nmod:poss")} { // "the Front's record is long. They killed …"
			if i < 0 {
				continue
			}
			if x := p.actorAt(t, sentence, i); x != nil && organised(x.Ref.Kind) {
				return *x, true
			}
		}
	}
	return Actor{}, false
}

// follows says that a sentence stands in the paragraph of the one before it or
// opens the next.
func (p *pass) follows(sentence int) bool {
	return sentence > 0 && p.trees[sentence].Paragraph-p.trees[sentence-1].Paragraph <= 1
}

func organised(k dateline.ActorKind) bool {
	return k.ArmedGroup() || k == dateline.ActorStateForce
}

// mainSubject is the subject of the root, or of what the root says, -1 without
// one.
func (t *tree) mainSubject() int {
	for i := range t.Tokens {
		if t.Tokens[i].Head >= 0 {
			continue
		}
		if c := t.child(i, "parataxis"); c >= 0 && t.child(c, "nsubj") >= 0 && (t.lex.Speech[t.lemmaAt(i)] != "" || t.lex.Speech[t.lemmaAt(c)] == "") {
			return t.child(c, "nsubj") // and not who speaks: "the Front lost its camps, the ARMY said"
		}
		return t.child(i, "nsubj", "nsubj:pass")
	}
	return -1
}

// agentOfNoun: possessives, modifiers and by-phrases of a trigger noun, and
// the subject of the verb that carries it ("X carried out an attack").
func (p *pass) agentOfNoun(t *tree, sentence int, tr located, a *account) {
	if tr.Role == lexicon.Perpetrator {
		p.addPerps(t, sentence, tr.head, a)
		return
	}
	if tr.Act == dateline.Clash {
		p.sidesOf(t, sentence, tr.head, a)
	}
	if x := p.actorAt(t, sentence, tr.head); x != nil && x.Class == "deed" {
		a.perps = appendArgument(a.perps, argument{sentence: sentence, head: tr.head, span: p.runes.Span(x.Start, x.End), text: x.Text, actors: []Actor{*x}})
		return
	}
	for _, c := range t.children[tr.head] {
		switch {
		case t.rel(c, "nmod:poss") && p.canAct(t, sentence, c) && p.ownsDeed(t, sentence, tr, c),
			t.rel(c, "compound", "amod") && p.namedGroup(t, sentence, c),
			t.rel(c, "nmod", "obl") && t.marker(c) == "by" && p.canAct(t, sentence, c),
			t.rel(c, "nmod") && t.marker(c) == "of" && p.attacks(t, sentence, tr, c):
			p.addPerps(t, sentence, c, a)
			return
		}
	}
	if c := p.beyondTarget(t, sentence, tr.head); c >= 0 {
		p.addPerps(t, sentence, c, a)
		return
	}
	if c := p.carriedBy(t, sentence, tr.head); c >= 0 {
		p.addPerps(t, sentence, c, a)
		return
	}
	verb := t.Tokens[tr.head].Head
	if verb >= 0 && t.isVerb(verb) && t.rel(tr.head, "obj", "nsubj:pass", "obl") && t.lex.Is(lexicon.Carries, t.lemmaAt(verb)) {
		for _, c := range t.all(verb, "obl", "obl:agent") {
			if t.marker(c) == "by" && p.canAct(t, sentence, c) {
				p.addPerps(t, sentence, c, a)
				return
			}
		}
		switch s, passive := t.subject(verb); {
		case s < 0 || passive:
		case p.canAct(t, sentence, s):
			p.addPerps(t, sentence, s, a)
		default:
			p.pronounAgent(t, sentence, s, a)
		}
	}
}

// ownsDeed: "the Front's killing of nine hostages" is what its owner did, "Reed's
// killing", "the pupils' abduction" what befell him.
func (p *pass) ownsDeed(t *tree, sentence int, tr located, owner int) bool {
	if !t.lex.Is(lexicon.Undergone, tr.Words[len(tr.Words)-1]) || p.lex.Nouns[t.lemmaAt(owner)].Population == dateline.PopPerpetrators {
		return true
	}
	if x := p.actorAt(t, sentence, owner); x != nil && organised(x.Ref.Kind) {
		return true
	}
	return slices.ContainsFunc(t.all(tr.head, "nmod"), func(c int) bool { return t.marker(c) == "of" })
}

// attacks: "an air strike of the coalition", "the raid of the Front" are what a
// named force or group did; whom they befall stands behind "on" and "against".
func (p *pass) attacks(t *tree, sentence int, tr located, i int) bool {
	word := tr.Words[len(tr.Words)-1]
	_, weapon := p.lex.Weapons[word] // "a bomb of the Front"
	return (weapon || t.lex.Is(lexicon.Sortie, word)) && slices.ContainsFunc(p.argument(t, sentence, i).actors, namedForce)
}

// carriedBy is the agent of "an attack carried out on Friday by the Front", -1
// without one.
func (p *pass) carriedBy(t *tree, sentence, noun int) int {
	for _, v := range t.all(noun, "acl") {
		if !t.lex.Is(lexicon.Carries, t.lemmaAt(v)) && !t.lex.Is(lexicon.Enacts, t.lemmaAt(v)) {
			continue
		}
		for k := v + 1; k < len(t.Tokens); k++ {
			if t.marker(k) == "by" && t.under(k, v) && p.canAct(t, sentence, k) {
				return k
			}
		}
	}
	return -1
}

// namedGroup: a registered actor other than a state: "the Front's", "FARC
// attack"; a label such as "terrorist attack" names nobody (TAX-5).
func (p *pass) namedGroup(t *tree, sentence, i int) bool {
	a := p.actorAt(t, sentence, i)
	return a != nil && a.Ref.Actor != "" && a.Ref.Kind != dateline.ActorState && a.Kind == dateline.ActorExpression
}

// canAct: persons, groups and forces do violence; bombs, blasts and things
// stand in for somebody.
func (p *pass) canAct(t *tree, sentence, i int) bool {
	for _, k := range t.conjuncts(i) {
		if a := p.actorAt(t, sentence, k); a != nil && a.Kind != dateline.SourceExpression {
			return true
		}
	}
	tok := t.Tokens[i]
	if i == 0 && t.lemmaAt(1) == ":" {
		return false // "Live: attack on a bus" is the label of a headline
	}
	if person, known := p.person(t, i); known {
		return person
	}
	return p.lex.Is(lexicon.Doer, tok.Lemma) || tok.POS == "PROPN" && p.placeAt(t, sentence, i) == nil && !inTime(p.times[sentence], tok.Start)
}

// person says whether the noun at i is of persons; it is not known of nouns that
// the lexicon has neither as such nor as a trigger ("bomber", "bomb").
func (p *pass) person(t *tree, i int) (person, known bool) {
	lemma := t.Tokens[i].Lemma
	if n, ok := p.lex.Nouns[lemma]; ok {
		return n.Person, true
	}
	_, _, trigger := p.lex.Trigger(t.Tokens, i)
	return strings.HasSuffix(lemma, "er"), trigger
}

// nobody: "no group has said that it did it", "the victim", "two others", and a
// shell or drone that nobody is said to have fired.
func (p *pass) nobody(t *tree, sentence, i int) bool {
	if p.negatedPhrase(t, i) || t.lemmaAt(i) == "victim" || t.lex.Is(lexicon.Helpless, t.lemmaAt(i)) || t.lemmaAt(i) == "other" && !t.rel(i, "conj") {
		return true
	}
	_, weapon := p.lex.Weapons[t.lemmaAt(i)]
	thing := weapon || t.lex.Is(lexicon.Projectile, t.lemmaAt(i))
	return thing && p.actorAt(t, sentence, i) == nil && !slices.ContainsFunc(p.argument(t, sentence, i).actors, namedForce)
}

// beyondPlace: the actor stands behind a preposition that says where or against
// whom: "two men on a motorcycle in the state of …" are not the state.
func beyondPlace(t *tree, head int, x Actor) bool {
	for k := head + 1; k < len(t.Tokens) && t.Tokens[k].Start < x.Start; k++ {
		if t.Tokens[k].POS == "ADP" && !t.lex.Is(lexicon.Belongs, t.Tokens[k].Lemma) {
			return true
		}
	}
	return false
}

// addPerps takes the phrase at i and its conjuncts as perpetrators, without the
// things among them: "by a car bomb and by gunmen".
func (p *pass) addPerps(t *tree, sentence, i int, a *account) {
	for _, k := range t.conjuncts(i) {
		arg := p.argument(t, sentence, k)
		person, known := p.person(t, k)
		if thing := known && !person && p.actorAt(t, sentence, k) == nil; thing || t.lex.Is(lexicon.Pronoun, lower(arg.text)) {
			continue
		}
		if p.nobody(t, sentence, k) {
			continue
		}
		arg.actors = slices.DeleteFunc(arg.actors, func(x Actor) bool { return beyondPlace(t, k, x) })
		for _, one := range p.eachForce(t, arg) {
			a.perps = appendArgument(a.perps, one)
		}
	}
}

// eachForce gives every force of a phrase that names several, "Armenian and Azerbaijani
// troops", else the phrase.
func (p *pass) eachForce(t *tree, arg argument) []argument {
	var list []argument
	for _, x := range arg.actors {
		if namedForce(x) && x.Ref.Kind == dateline.ActorStateForce {
			list = append(list, argument{sentence: arg.sentence, head: tokenAt(t, x.Start), span: p.runes.Span(x.Start, x.End), text: x.Text, actors: []Actor{x}, hedged: arg.hedged})
		}
	}
	if len(list) < 2 {
		return []argument{arg}
	}
	return list
}

// ownerOf is the force or group whose weapon or aircraft the noun at i is, "the
// FRONT's artillery", "Malian ARMY drones"; -1 without one.
func (p *pass) ownerOf(t *tree, sentence, i int) int {
	if !p.armament(t, i) || p.actorAt(t, sentence, i) != nil {
		return -1
	}
	for _, c := range t.all(i, "nmod:poss", "compound") {
		if t.rel(c, "nmod:poss") && p.canAct(t, sentence, c) {
			return c
		}
		if x := p.actorAt(t, sentence, c); x != nil && organised(x.Ref.Kind) {
			return c
		}
	}
	return -1
}

// beyondTarget is the agent hung on what was attacked: "bombardment of El Obeid BY
// THE FRONT"; -1 without one.
func (p *pass) beyondTarget(t *tree, sentence, noun int) int {
	for _, target := range t.all(noun, "nmod") {
		if m := t.marker(target); m != "of" && m != "on" && m != "against" {
			continue
		}
		for _, c := range t.all(target, "nmod") {
			if t.marker(c) == "by" && p.canAct(t, sentence, c) {
				return c
			}
		}
	}
	return -1
}
