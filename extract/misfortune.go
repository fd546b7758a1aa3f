package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// misfortune says that what a word tells of has a cause that nobody willed:
// "died of pneumonia", "the outbreak has killed nine", "the storm struck".
func (p *pass) misfortune(t *tree, f found) bool {
	if subject, passive := t.subject(f.head); f.POS == "V" && subject >= 0 && !passive && (p.isMisfortune(t, t.behind(subject)) || t.volatile(subject)) {
		return true
	}
	if f.POS == "V" && p.blewItself(t, f.from) {
		return true
	}
	if f.POS == "N" && t.volatile(f.head) || f.POS == "V" && t.isPassive(f.head) && p.byMisfortune(t, f.head) {
		return true
	}
	if p.runOver(t, f.head) || p.rolledInto(t, f.head) || f.Role == lexicon.Harm && slices.ContainsFunc(t.all(f.head, "advcl"), func(v int) bool { return p.runOver(t, v) }) {
		return true
	}
	if f.Role != lexicon.Harm {
		return false
	}
	if p.onlyMishaps(t) {
		return true
	}
	if p.mishap(t, f.head) {
		return true
	}
	for _, c := range t.all(f.head, "obl", "nmod", "obl:agent") {
		switch t.marker(c) {
		case "of", "from", "by", "in":
			if p.isMisfortune(t, c) {
				return true
			}
		case "after":
			if t.lex.Is(lexicon.PassesAway, f.Words[0]) && p.isMisfortune(t, c) {
				return true
			}
		}
	}
	return false
}

// byMisfortune: "was poisoned by MUSHROOMS".
func (p *pass) byMisfortune(t *tree, verb int) bool {
	return slices.ContainsFunc(t.all(verb, "obl", "obl:agent"), func(c int) bool { return t.marker(c) == "by" && p.isMisfortune(t, c) })
}

// isMisfortune: the head of the phrase at i or the noun before it ("a flu
// variant") is one, and no word of violence stands with it ("a shooting
// accident").
func (p *pass) isMisfortune(t *tree, i int) bool {
	named := t.lex.Is(lexicon.Misfortune, t.lemmaAt(i))
	for _, c := range t.all(i, "compound", "amod") {
		if p.isTrigger(t, c) {
			return false
		}
		named = named || t.lex.Is(lexicon.Misfortune, t.lemmaAt(c))
	}
	return named && !p.isTrigger(t, i) && !p.lex.Nouns[t.lemmaAt(i)].Person
}

// mishap: what a clause beside the verb of harm tells of is an accident of a vehicle
// or building, and nobody of the sentence attacks: "four died WHEN THEIR TRUCK
// OVERTURNED".
func (p *pass) mishap(t *tree, verb int) bool {
	beside := append(t.all(verb, "advcl"), t.all(t.firstConjunct(verb), "advcl")...)
	if first := t.firstConjunct(verb); t.rel(first, "advcl") && t.Tokens[first].Tag == "VBG" {
		beside = append(beside, t.Tokens[first].Head) // "a helicopter CRASHED, killing five and injuring two"
	}
	for _, c := range beside {
		if s := t.mishapOf(c); s >= 0 && p.thing(t, s) && !p.anyEvent(t) {
			return true
		}
	}
	return false
}

// mishapOf is what the accident at a verb befell, -1 if it is none: "a WALL collapsed", "a
// HELICOPTER went down", "what caused a PLANE to crash".
func (t *tree) mishapOf(verb int) int {
	s := t.child(verb, "nsubj", "nsubj:pass")
	if s < 0 && t.rel(verb, "acl", "xcomp") && t.marker(verb) == "to" {
		s = t.Tokens[verb].Head
	}
	down := t.lemmaAt(verb) == "go" && t.lemmaAt(verb+1) == "down" && s >= 0 && t.lex.Is(lexicon.Aircraft, t.lemmaAt(s))
	if !down && !t.lex.Is(lexicon.Mishap, t.lemmaAt(verb)) {
		return -1
	}
	return s
}

// thing: the noun at i is of a vehicle, a building or a part of one, and of nothing that is fired.
func (p *pass) thing(t *tree, i int) bool {
	return (p.lex.Nouns[t.lemmaAt(i)].Thing || t.lex.Is(lexicon.Aircraft, t.lemmaAt(i)) || t.lex.Is(lexicon.Structures, t.lemmaAt(i))) && !p.flying(t, i)
}

// anyEvent: a word of the sentence names an act of violence.
func (p *pass) anyEvent(t *tree) bool {
	for i := range t.Tokens {
		if p.isTrigger(t, i) {
			return true
		}
	}
	return false
}

// runOver: "was struck by a car", "killed by falling ice".
func (p *pass) runOver(t *tree, verb int) bool {
	if !t.isVerb(verb) || t.lemmaAt(verb+1) != "by" || !t.isPassive(verb) {
		return false
	}
	for k := verb + 1; k < min(verb+6, len(t.Tokens)); k++ {
		if t.lex.Is(lexicon.RunsOver, t.lemmaAt(k)) && !(k+1 < len(t.Tokens) && t.isNoun(k+1)) {
			return true
		}
	}
	return false
}

// rolledInto: "a TRAM hit two pedestrians".
func (p *pass) rolledInto(t *tree, verb int) bool {
	s, passive := t.subject(verb)
	return t.isVerb(verb) && s >= 0 && !passive && t.lex.Is(lexicon.Rolls, t.lemmaAt(s)) && !p.anyAttacker(t)
}

// anyAttacker: the sentence names somebody who attacks.
func (p *pass) anyAttacker(t *tree) bool {
	return slices.ContainsFunc(t.Tokens, func(w dateline.Token) bool { return p.lex.Nouns[w.Lemma].Population == dateline.PopPerpetrators })
}

// blewItself: what explodes at token i is a load of fuel or gas, and no weapon is
// told of before: "a lorry laden with fuel EXPLODED".
func (p *pass) blewItself(t *tree, i int) bool {
	if t.lemmaAt(i) != "explode" {
		return false
	}
	named := false
	for k := max(i-5, 0); k < i; k++ {
		if _, weapon := p.lex.Weapons[t.lemmaAt(k)]; weapon {
			return false
		}
		named = named || t.lex.Is(lexicon.Volatile, t.lemmaAt(k))
	}
	return named
}

// volatile: the noun at i is of what blew up by itself: "a GAS explosion".
func (t *tree) volatile(i int) bool {
	return (t.lemmaAt(i) == "explosion" || t.lemmaAt(i) == "blast") && slices.ContainsFunc(t.all(i, "compound"), func(c int) bool { return t.lex.Is(lexicon.Volatile, t.lemmaAt(c)) })
}

// onlyMishaps: all that a sentence tells of besides harm is fuel that exploded or a thing
// that fell on somebody or ran them over.
func (p *pass) onlyMishaps(t *tree) bool {
	blew := false
	for i := range t.Tokens {
		switch {
		case p.blewItself(t, i) || p.runOver(t, i) || t.lex.Is(lexicon.Hits, t.lemmaAt(i)) && p.rolledInto(t, i):
			blew = true
		case p.isTrigger(t, i):
			return false
		}
	}
	return blew
}
