package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// fillTargets takes objects of active violence, subjects of passive, and
// "attack on X", "bombing of X", "X assassination".
func (p *pass) fillTargets(t *tree, sentence int, a *account) {
	for _, tr := range a.triggers {
		for _, c := range p.sufferers(t, tr) {
			if t.lex.Is(lexicon.Fired, t.lemmaAt(c)) {
				continue
			}
			if p.lex.Nouns[t.Tokens[partOf(t, c)].Lemma].Population == dateline.PopPerpetrators && (tr.Role != lexicon.Harm || partOf(t, c) != c) {
				continue
			}
			p.placeAttacked(t, sentence, c, tr, a)
			p.addTargets(t, sentence, c, a, tr.Role == lexicon.Harm)
		}
	}
}

// placeAttacked: "attacked the town of X", "raided X" say where as well as
// what: the object is a settlement, or a settlement's name hangs on it.
func (p *pass) placeAttacked(t *tree, sentence, i int, tr located, a *account) {
	if tr.Role != lexicon.Event || tr.POS != "V" {
		return
	}
	for _, k := range append([]int{i}, t.all(i, "nmod", "appos", "flat")...) {
		x := p.placeAt(t, sentence, k)
		if x == nil || x.Ref.City == "" || x.Class == "demonym" || k != i && t.marker(k) != "of" && t.marker(k) != "" {
			continue
		}
		x.Ref.Role = dateline.PlaceSite
		a.places = append(a.places, placed{*x, dateline.PlaceSite})
		return
	}
}

// sufferers are the tokens that stand as what a trigger was done to.
func (p *pass) sufferers(t *tree, tr located) []int {
	var out []int
	if tr.POS == "V" {
		subject, passive := t.subject(tr.head)
		if subject >= 0 && (passive || t.endsSo(tr.head) || t.lex.Is(lexicon.Intransitive, tr.Words[0]) || p.hurtsItself(t, tr.head)) {
			out = append(out, t.behind(subject))
		}
		for _, c := range t.objects(tr.head) {
			switch {
			case t.lex.Is(lexicon.Reflexive, lower(t.Tokens[c].Text)):
				if k := t.alongWith(c); k >= 0 {
					out = append(out, k)
				}
			case t.steered(tr.head, c):
			case !slices.Contains(tr.Words, t.lemmaAt(c)):
				out = append(out, c)
			}
		}
		for _, c := range t.aims(tr) {
			if aimedBy(tr.Words, t.marker(c)) {
				out = append(out, c)
			}
		}
		return out
	}
	for _, c := range t.children[tr.head] {
		switch {
		case t.rel(c, "nmod", "obl") && (t.marker(c) == "on" || t.marker(c) == "against" || t.marker(c) == "of" || t.marker(c) == "upon"):
			out = append(out, c)
		case t.rel(c, "nmod", "obl") && t.marker(c) == "at" && p.lex.Nouns[t.Tokens[c].Lemma].Thing:
			out = append(out, c)
		case t.rel(c, "compound") && c < tr.from && tr.Role == lexicon.Event && p.lex.Nouns[t.Tokens[c].Lemma].Thing && !t.byVehicle(tr, c):
			out = append(out, c)
		case t.rel(c, "nmod:poss") && p.personal(t, tr.sentence, c) && !p.ownsDeed(t, tr.sentence, tr, c):
			out = append(out, c) // "the journalist's killing"
		}
	}
	if tr.Role == lexicon.Perpetrator {
		return nil
	}
	if tr.Role == lexicon.Device && t.hurled(tr.head) {
		return append(out, t.thrownAt(t.Tokens[tr.head].Head)...)
	}
	if verb := t.Tokens[tr.head].Head; verb >= 0 && t.isVerb(verb) && (t.lex.Is(lexicon.Carries, t.lemmaAt(verb)) || t.rel(tr.head, "nsubj", "obl")) {
		for _, c := range t.all(verb, "obl") {
			if m := t.marker(c); m == "on" || m == "against" {
				out = append(out, c)
			}
		}
	}
	return out
}

// steered: "rammed HIS CAR into the wall", "plowed A LORRY through the crowd": the vehicle is
// what it was done with.
func (t *tree) steered(verb, object int) bool {
	if !t.lex.Is(lexicon.Steers, t.lemmaAt(verb)) || !t.lex.Is(lexicon.RunsOver, t.lemmaAt(object)) {
		return false
	}
	return slices.ContainsFunc(append(t.all(verb, "obl"), t.all(object, "nmod")...), func(c int) bool { m := t.marker(c); return m == "into" || m == "through" || m == "at" })
}

// byVehicle: "a TRUCK attack", which the vehicle at c was the means of.
func (t *tree) byVehicle(tr located, c int) bool {
	return t.lemmaAt(tr.head) == "attack" && t.lex.Is(lexicon.RamsWith, t.lemmaAt(c))
}

// alongWith is whom somebody took along, "killed himself and 14 OTHERS": what the "and"
// behind the pronoun leads to, whatever that hangs on; -1 if there is none.
func (t *tree) alongWith(itself int) int {
	if t.lemmaAt(itself+1) != "and" {
		return -1
	}
	if k := t.Tokens[itself+1].Head; k > itself && (t.isNoun(k) || t.Tokens[k].POS == "NUM") {
		return k
	}
	return -1
}

// endsSo: the verb tells what became of the subject of the verb it goes on from: "opened
// fire AND WAS SHOT dead", "stabbed five BEFORE BEING KILLED".
func (t *tree) endsSo(verb int) bool {
	be := t.child(verb, "aux:pass")
	if be < 1 || !t.isPassive(verb) {
		return false
	}
	before := t.Tokens[be-1]
	return before.POS == "CCONJ" || t.Tokens[be].Tag == "VBG" && t.rel(verb, "advcl")
}

// aims are the phrases that may say whom a verb was aimed at: its own, and those hung
// on the noun that belongs to it, "opened FIRE on demonstrators".
func (t *tree) aims(tr located) []int {
	out := t.all(tr.head, "obl")
	for _, c := range t.objects(tr.head) {
		if slices.Contains(tr.Words, t.lemmaAt(c)) || t.steered(tr.head, c) {
			out = append(out, t.all(c, "nmod")...)
		}
	}
	return out
}

// personal: the token names a person or a kind of person.
func (p *pass) personal(t *tree, sentence, i int) bool {
	x := p.actorAt(t, sentence, i)
	return x != nil && x.Kind == dateline.PersonExpression || p.lex.Nouns[t.lemmaAt(i)].Person || p.bearsSurname(t, i)
}

// hurtsItself: "the boy shot himself", "a toddler shoots self".
func (p *pass) hurtsItself(t *tree, verb int) bool {
	for k := verb + 1; k < min(verb+3, len(t.Tokens)); k++ {
		if t.lex.Is(lexicon.Reflexive, lower(t.Tokens[k].Text)) {
			return true
		}
	}
	return false
}

// aimedBy: the prepositions that name what a verb was aimed at.
func aimedBy(words []string, marker string) bool {
	switch marker {
	case "to":
		return words[0] == "set" // "set fire to a school"
	case "at", "on", "upon", "against", "into":
		return words[0] == "send" || words[0] == "fire" || words[0] == "open" || words[0] == "throw" || words[0] == "hurl" || words[0] == "launch" || words[0] == "slam" || words[0] == "ram" || words[0] == "shoot" || words[0] == "plow" || words[0] == "plough"
	}
	return false
}

// addTargets takes the phrase at i and its conjuncts as targets. Those merely
// hurt are victims; they are targets only if they can be told from others.
func (p *pass) addTargets(t *tree, sentence, i int, a *account, hurt bool) {
	for _, k := range t.conjuncts(i) {
		if _, _, ok := p.lex.Trigger(t.Tokens, k); ok && !p.lex.Nouns[t.Tokens[k].Lemma].Person {
			continue
		}
		if inTime(p.times[sentence], t.Tokens[k].Start) {
			continue
		}
		arg := p.argument(t, sentence, k)
		if t.lex.Is(lexicon.Pronoun, lower(arg.text)) {
			continue
		}
		arg.target = p.target(t, sentence, k, arg)
		if arg.target != nil && (!hurt || p.canBeTold(arg)) {
			a.targets = appendArgument(a.targets, arg)
		}
	}
}
