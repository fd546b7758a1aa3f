package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file reads "three of his colleagues" where the parser gave the number to
// another word: as a subject, as a further object, and as some of those counted
// before (CAS-3, CAS-4).

// someEnding is the number of the phrase "NUMBER of …" that ends at the noun k, or -1.
func (t *tree) someEnding(k int) int {
	if k < 2 || !t.isNoun(k) && t.Tokens[k].POS != "PRON" {
		return -1
	}
	for i := k - 1; i > 0 && i >= k-4; i-- {
		switch tok := t.Tokens[i]; {
		case tok.Lemma == "of" && t.Tokens[i-1].POS == "NUM":
			return i - 1
		case tok.POS != "DET" && tok.POS != "PRON" && tok.POS != "ADJ" && tok.POS != "NOUN":
			return -1
		}
	}
	return -1
}

// someBefore is the number of the phrase right before a finite verb without a subject
// of its own: "while THREE of their colleagues suffered injuries"; -1 without one.
func (t *tree) someBefore(verb int) int {
	if t.child(verb, "nsubj", "nsubj:pass") >= 0 || !t.finite(verb) {
		return -1
	}
	return t.someEnding(t.helpersFrom(verb) - 1)
}

// helpersFrom is where the auxiliaries and adverbs right before a verb begin.
func (t *tree) helpersFrom(verb int) int {
	k := verb
	for k > 0 && (t.Tokens[k-1].POS == "AUX" || t.Tokens[k-1].POS == "ADV") {
		k--
	}
	return k
}

// finite: the verb, or what helps it, has a tense.
func (t *tree) finite(verb int) bool {
	tensed := func(i int) bool { return slices.Contains([]string{"VBD", "VBZ", "VBP"}, t.Tokens[i].Tag) }
	return tensed(verb) || slices.ContainsFunc(t.all(verb, "aux", "aux:pass"), tensed)
}

// withSome adds to the members of a list the "NUMBER of …" that an "and" joins to it: "a
// priest and THREE of his parishioners", "ELEVEN of the pupils and a novice".
func (t *tree) withSome(list []int) []int {
	for _, n := range []int{t.someJoinedBefore(list[0]), t.someJoinedTo(list[0])} {
		if n >= 0 && !slices.ContainsFunc(list, func(k int) bool { return k >= n && k <= n+4 }) {
			list = append(list, n)
		}
	}
	return list
}

func (t *tree) someJoinedBefore(i int) int {
	from, _ := t.phrase(i)
	if t.lemmaAt(from-1) != "and" || t.lemmaAt(from-2) == "" {
		return -1
	}
	n := t.someEnding(from - 2)
	if n > 0 && (t.isVerb(n-1) || t.Tokens[n-1].POS == "ADP") {
		return -1
	}
	return n
}

func (t *tree) someJoinedTo(i int) int {
	_, to := t.phrase(i)
	if t.lemmaAt(to) != "and" || to+3 >= len(t.Tokens) || t.Tokens[to+1].POS != "NUM" || t.lemmaAt(to+2) != "of" || t.Tokens[to+3].Tag != "PRP$" && t.Tokens[to+3].POS != "DET" {
		return -1
	}
	for k := to + 4; k < len(t.Tokens) && t.Tokens[k].POS != "PUNCT" && t.Tokens[k].POS != "SCONJ" && t.Tokens[k].Tag[0] != 'W'; k++ {
		if t.isVerb(k) && t.Tokens[k].Tag != "VBG" {
			return -1 // what befell them follows: "and three of his men WERE WOUNDED"
		}
	}
	return to + 1
}

// withoutParts leaves out who are some of those counted before in the sentence under
// the same measure: "killed three people, ONE OF WHOM was beheaded" (CAS-4).
func withoutParts(t *tree, list []harm) []harm {
	return slices.DeleteFunc(list, func(h harm) bool {
		n, k := stem(h.count), tokenAt(t, h.span.Start)
		return n != nil && k >= 0 && t.someOfThose(k) && slices.ContainsFunc(list, func(x harm) bool {
			of := stem(x.count)
			return x.count.Measure == h.count.Measure && x.span.End <= h.span.Start && of != nil && *of > *n
		})
	})
}

// numberAhead is the number right before the verb at i and its helpers, where the verb
// has no subject of its own: "said ELEVEN had died"; -1 without one.
func (p *pass) numberAhead(t *tree, sentence, i int) int {
	if t.child(i, "nsubj", "nsubj:pass") >= 0 {
		return -1
	}
	k := t.helpersFrom(i)
	if k == i || k == 0 || t.Tokens[k-1].POS != "NUM" || inTime(p.times[sentence], t.Tokens[k-1].Start) {
		return -1
	}
	return k - 1
}

// numberBehind counts by the number right behind an active verb of harm that the parser
// gave no object: "have killed TWO of them", "to have killed \"MORE THAN 20\"".
func (p *pass) numberBehind(t *tree, sentence, i int, m dateline.Measure) []harm {
	k := i + 1
	if k < len(t.Tokens) && t.Tokens[k].POS == "PUNCT" && t.Tokens[k].Text != "," {
		k++ // a quote opens
	}
	if k >= len(t.Tokens) || t.child(i, "obj", "aux:pass") >= 0 || t.isPassive(i) {
		return nil
	}
	c, ok := p.counts.Read(t.Tokens, k)
	if !ok || c.End < len(t.Tokens) && t.lemmaAt(c.End) != "of" && !t.lex.Is(lexicon.EndsClause, t.lemmaAt(c.End)) && t.Tokens[c.End].POS != "PUNCT" || inTime(p.times[sentence], t.Tokens[c.End-1].Start) {
		return nil
	}
	if t.lemmaAt(c.End) == "of" && (c.End+1 >= len(t.Tokens) || t.Tokens[c.End+1].POS != "PRON") {
		return nil
	}
	h := p.newHarm(t, sentence, k, c.End, c.Count, m)
	h.anchor, h.rule = i, "CAS-2/verb"
	return []harm{h}
}

// undergoer is whom a verb befalls: its subject in the passive, else its object; -1 without one.
func (t *tree) undergoer(verb int) int {
	if who, passive := t.subject(verb); passive {
		return who
	}
	return t.child(verb, "obj")
}

// buried: whom people bury after violence is dead, where they are counted: "buried 12
// VICTIMS of the attack", "nine people were buried in a mass grave"; those under rubble
// may live.
func (p *pass) buried(t *tree, sentence, i int) []harm {
	who := t.undergoer(i)
	if who < 0 || p.irrealis(t, i) || p.oblique(t, i, "under") >= 0 || p.oblique(t, i, "beneath") >= 0 || t.child(who, "nummod") < 0 && t.Tokens[who].POS != "NUM" || !p.patient(t, sentence, who) {
		return nil
	}
	return p.tellsOf(t, sentence, who, i, dateline.Killed, "CAS-2/body")
}

// eliminated: fighters whom forces ELIMINATE are dead; players and candidates are not.
func (p *pass) eliminated(t *tree, sentence, i int) []harm {
	who := t.undergoer(i)
	if who < 0 || p.irrealis(t, i) || !bearsArms(p.lex.Nouns[t.lemmaAt(partOf(t, who))].Population) || t.child(who, "nummod", "det") < 0 {
		return nil
	}
	return p.tellsOf(t, sentence, who, i, dateline.Killed, "CAS-2/dead")
}

// sentToGrave: "six fighters were SENT to hell", "SENT three persons to their early graves".
func (p *pass) sentToGrave(t *tree, sentence, i int) []harm {
	if to := p.oblique(t, i, "to"); to < 0 || t.lemmaAt(to) != "hell" && t.lemmaAt(to) != "grave" || p.irrealis(t, i) {
		return nil
	}
	who := t.undergoer(i)
	if who < 0 || !p.patient(t, sentence, who) {
		return nil
	}
	return p.tellsOf(t, sentence, who, i, dateline.Killed, "CAS-2/dead")
}

// fallen: who fell for a country is dead: "soldiers FALLEN on the field of honour",
// "FELL in the line of duty", "two volunteers FELL in an ambush".
func (p *pass) fallen(t *tree, sentence, i int) []harm {
	for k := i + 1; k < min(i+5, len(t.Tokens)-2); k++ {
		if l := t.lemmaAt(k); (l == "field" || l == "line") && t.lemmaAt(k+1) == "of" && t.lex.Is(lexicon.Honour, t.lemmaAt(k+2)) {
			return p.plightOf(t, sentence, i, dateline.Killed, "CAS-2/lives")
		}
	}
	who, _ := t.subject(i)
	if in := p.oblique(t, i, "in"); in < 0 || who < 0 || !t.lex.Is(lexicon.Combat, t.lemmaAt(in)) || t.child(who, "nummod") < 0 && t.Tokens[who].POS != "NUM" || p.irrealis(t, i) {
		return nil
	}
	return p.tellsOf(t, sentence, who, i, dateline.Killed, "CAS-2/lives")
}
