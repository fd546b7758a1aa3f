package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file reads who did it from the words right before a name. In a long
// sentence the arcs often lead from a deed to no doer; "planted by", "the work
// of", "believed to belong to" still do.

// namedBeside gives the accounts of a sentence the groups and forces that such
// words hold to have done it (§7.5). In a sentence without an account it opens a
// bare one, to be joined to the happening that it speaks of.
func (p *pass) namedBeside(t *tree, sentence int, groups []*account) {
	for k := range p.actors[sentence] {
		x := p.actors[sentence][k]
		from := tokenAt(t, x.Start)
		if from < 0 || x.Ref.Actor == "" && !named(x) || x.Ref.Linked || !organised(x.Ref.Kind) {
			continue
		}
		from = p.namedFrom(t, from)
		s := stance{sentence: sentence, actor: argument{sentence: sentence, head: tokenAt(t, x.Start), span: p.runes.Span(t.Tokens[from].Start, x.End),
			text: p.doc.Report.Text[t.Tokens[from].Start:x.End], actors: []Actor{x}}}
		if p.deedAfter(t, x, groups) {
			s.cue, s.width = from, 1
		} else if k := p.enactsAfter(t, x, len(groups) == 0); k >= 0 {
			s.cue, s.width = k, 1
		} else if p.nothingElse(t, x) {
			s.cue, s.width, s.kind = from, 1, dateline.StanceAttributed
		} else if !p.leadsTo(t, from, len(groups) == 0, &s) || p.deniedBefore(t, s.cue) {
			continue
		}
		s.actor.hedged = p.hedgedBefore(t, s.cue, from)
		p.give(t, s, groups)
	}
}

// nothingElse: the name is all that a sentence within an entry of a list says: "RSF.", "Army
// of Harvashan (HAR).".
func (p *pass) nothingElse(t *tree, x Actor) bool {
	item := p.itemOf(t.Index)
	if item < 0 || p.items[item] == t.Index || wordsOf(t) > longestSignature {
		return false
	}
	return !slices.ContainsFunc(t.Tokens, func(w dateline.Token) bool {
		outside := w.End <= x.Start || w.Start >= x.End
		return outside && w.POS != "PUNCT" && w.POS != "SYM" && w.POS != "PROPN" && w.POS != "DET"
	})
}

// longestSignature is the most words that such a sentence has.
const longestSignature = 8

// give hands a doer to the nearest account of the sentence that has none yet,
// or to a bare one.
func (p *pass) give(t *tree, s stance, groups []*account) {
	var a *account
	if len(groups) > 0 {
		if a = nearest(t, s.actor.head, groups); anyRegistered(a.perps) {
			return
		}
	} else {
		a = p.bareStance(t, s.sentence, s.cue)
		p.accounts = append(p.accounts, a)
	}
	a.perps = appendArgument(a.perps, s.actor)
	told := slices.ContainsFunc(a.stances, func(x stance) bool { return x.actor.span.Overlaps(s.actor.span) })
	if s.kind != "" && !told {
		a.stances = append(a.stances, s)
	}
}

// namedFrom steps back from a name over its article, over "the jihadist group" and
// over "members of", "fighters from".
func (p *pass) namedFrom(t *tree, from int) int {
	for from > 0 {
		k := beforeKind(t, from)
		for k > 0 && t.Tokens[k-1].POS == "DET" {
			k--
		}
		if k < 2 || t.lemmaAt(k-1) != "of" && t.lemmaAt(k-1) != "from" || !t.lex.Is(lexicon.Member, t.lemmaAt(k-2)) {
			return k
		}
		for from = k - 2; from > 0 && (t.Tokens[from-1].POS == "ADJ" || t.rel(from-1, "amod", "nummod")); from-- {
		}
	}
	return from
}

// beforeKind is the token with which the words before a name begin that say what it
// is the name of ("the JIHADIST GROUP X"), the name itself without such words.
func beforeKind(t *tree, name int) int {
	k := name - 1
	if k < 1 || !t.isNoun(k) || !t.lex.Is(lexicon.Doer, t.lemmaAt(k)) {
		return name
	}
	for k > 0 && (t.Tokens[k-1].POS == "ADJ" || t.Tokens[k-1].POS == "NOUN") {
		k--
	}
	return k
}

// leadsTo says whether the words before token from make what is named there the
// doer, and fills in how and where they begin. A weapon must be named for a
// deed that no account of the sentence tells of.
func (p *pass) leadsTo(t *tree, from int, bare bool, s *stance) bool {
	if lead, at, ok := p.lex.Lead(t.Tokens, from); ok && (!lead.Attackers || p.attackersBefore(t, at) || !bare && t.lemmaAt(at) == "belong") {
		s.kind, s.cue, s.width = lead.Stance, at, from-at
		return !bare || lead.Stance != dateline.StanceClaimed
	}
	if t.lemmaAt(from-1) == "be" && t.lex.Is(lexicon.Member, t.lemmaAt(from)) && p.attackersBefore(t, from-1) {
		s.kind, s.cue, s.width = dateline.StanceAttributed, from-1, 1 // "the gunmen WERE members of"
		return true
	}
	if t.lemmaAt(from-1) != "by" {
		return false
	}
	for k := from - 2; k >= max(0, from-7) && t.Tokens[k].POS != "PUNCT"; k-- {
		if t.lex.Is(lexicon.Enacts, t.lemmaAt(k)) && t.Tokens[k].Tag != "VBG" {
			s.cue, s.width = k, 1
			return p.enacted(t, k)
		}
	}
	return false
}

// attackersBefore: those who belong to a group are called attackers: "the gunmen
// belonged to".
func (p *pass) attackersBefore(t *tree, cue int) bool {
	if s, _ := t.subject(cue); s >= 0 && p.lex.Nouns[t.lemmaAt(s)].Population == dateline.PopPerpetrators {
		return true
	}
	back := 5
	if t.lemmaAt(cue) == "belong" {
		back = 14 // "the killers, says the district's police chief, BELONGED to"
	}
	for i := max(0, cue-back); i < cue; i++ {
		if p.lex.Nouns[t.lemmaAt(i)].Population == dateline.PopPerpetrators {
			return true
		}
	}
	return false
}

// verbAfter is the token after a name, closing quotes, adverbs and "have" left
// out; it may be -1 or stand behind the sentence.
func (p *pass) verbAfter(t *tree, x Actor) int {
	k := tokenAt(t, x.End)
	for k >= 0 && k < len(t.Tokens) && (t.Tokens[k].POS == "ADV" || t.Tokens[k].Lemma == "have" || t.Tokens[k].Tag == "''" || p.ownPeople(t, x, k)) {
		k++
	}
	return k
}

// ownPeople: the token is a noun for the people of the name before it: "ISIS GANGS".
func (p *pass) ownPeople(t *tree, x Actor, k int) bool {
	y := p.actorAt(t, x.Sentence, k)
	return y != nil && y.Ref.Actor == "" && organised(y.Ref.Kind)
}

// deedAfter: the verb of an account stands right after the name, in the active:
// "a jet of the Myanmar military dropped two bombs", not "the number of soldiers
// killed".
func (p *pass) deedAfter(t *tree, x Actor, groups []*account) bool {
	next := p.verbAfter(t, x)
	for _, g := range groups {
		for _, tr := range g.triggers {
			if tr.from == next && tr.POS == "V" && !t.lex.Is(lexicon.Befalls, tr.Words[0]) && t.Tokens[next].Tag != "VBG" && t.child(next, "nsubj", "nsubj:pass") < 0 && t.child(next, "aux:pass") < 0 && !(t.rel(next, "acl") && p.bareParticiple(t, located{found: tr.found})) {
				return true
			}
		}
	}
	return false
}

// enactsAfter is the verb right after a name by which it used a weapon or did a
// deed, -1 without one: "the Front had planted the bomb". For a deed that no
// account of the sentence tells of the weapon must be the one spoken of before.
func (p *pass) enactsAfter(t *tree, x Actor, bare bool) int {
	k := p.verbAfter(t, x)
	if k < 0 || k >= len(t.Tokens) || !t.lex.Is(lexicon.Enacts, t.lemmaAt(k)) && !(t.lemmaAt(k) == "set" && t.lemmaAt(k+1) == "off") || t.Tokens[k].Tag == "VBG" || t.Tokens[k].Tag == "NN" {
		return -1
	}
	for i := k + 1; i < min(len(t.Tokens), k+6) && t.Tokens[i].POS != "PUNCT"; i++ {
		lemma := t.lemmaAt(i)
		if _, weapon := p.lex.Weapons[lemma]; weapon || t.lex.Is(lexicon.Strikes, lemma) && t.isNoun(i) {
			if bare && !definite(t, i) {
				return -1
			}
			return k
		}
	}
	return -1
}

// enacted: what the participle at k says was done is violence: a weapon or a
// deed named shortly before it ("a bomb planted", "the fire, found to have been
// opened"), or it is spoken of by a pronoun ("THIS was carried out").
func (p *pass) enacted(t *tree, k int) bool {
	if s, passive := t.subject(k); passive && s >= 0 && (t.lemmaAt(s) == "this" || t.lemmaAt(s) == "it" || t.lemmaAt(s) == "that") {
		return true
	}
	for i := k - 1; i >= max(0, k-9); i-- {
		lemma := t.Tokens[i].Lemma
		_, weapon := p.lex.Weapons[lemma]
		if _, _, deed := p.lex.Trigger(t.Tokens, i); weapon || deed || t.lex.Is(lexicon.Strikes, lemma) || t.lex.Is(lexicon.Shots, lemma) {
			return true
		}
	}
	return false
}

// hedgedBefore: "believed to belong to", "thought to be the work of".
func (p *pass) hedgedBefore(t *tree, cue, to int) bool {
	for i := max(0, cue-4); i < to; i++ {
		if class, _, ok := p.lex.Cue(t.Tokens, i); ok && class == lexicon.CueHedge {
			return true
		}
	}
	return false
}

// deniedBefore: "was not the work of".
func (p *pass) deniedBefore(t *tree, cue int) bool {
	for i := max(0, cue-4); i < cue; i++ {
		if t.lex.Is(lexicon.Negation, t.lemmaAt(i)) {
			return true
		}
	}
	return false
}
