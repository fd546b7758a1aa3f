package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file reads CAS-10: who says that people died "only this time", or
// "unlike in the earlier attack", says that nobody died in what went before. The
// zero is inferred and never stated.

// contrast is a cue that sets this time against earlier ones.
type contrast struct {
	from, to int
	unlike   bool // the earlier ones stand beside the cue: "UNLIKE the two earlier shellings"
}

// contrastReach is how many sentences before the cue the earlier happenings may
// be told in, where the sentence itself does not name them.
const contrastReach = 3

// contrasts gives the accounts of earlier happenings their inferred zero.
func (p *pass) contrasts() {
	for s, t := range p.trees {
		cue, ok := contrastIn(t)
		if !ok {
			continue
		}
		before := p.earlierNouns(t, cue)
		if cue.unlike && len(before) == 0 || !p.deadlyNow(t, s, before) {
			continue
		}
		for _, a := range p.earlierOnes(s, cue, before) {
			a.harms = append(a.harms, p.noDeath(t, s, cue))
			a.cite(s)
		}
	}
}

// contrastIn finds "only this time", "but this time", "for the first time" and
// "unlike".
func contrastIn(t *tree) (contrast, bool) {
	for k := range t.Tokens {
		switch {
		case t.lemmaAt(k) == "unlike":
			return contrast{k, k + 1, true}, true
		case t.lemmaAt(k) == "this" && t.lemmaAt(k+1) == "time" && t.opposed(k):
			return contrast{k, k + 2, false}, true
		case t.lemmaAt(k) == "the" && t.lemmaAt(k+1) == "first" && t.lemmaAt(k+2) == "time" && t.lemmaAt(k-1) == "for":
			return contrast{k - 1, k + 3, false}, true
		}
	}
	return contrast{}, false
}

// opposed: a word of contrast stands right before token k, or "unlike" after.
func (t *tree) opposed(k int) bool {
	return t.lex.Is(lexicon.Opposes, t.lemmaAt(k-1)) || t.lex.Is(lexicon.Opposes, t.lemmaAt(k-2)) ||
		t.lemmaAt(k+2) == "unlike" || t.lemmaAt(k+3) == "unlike"
}

// earlierNouns are the words of violence that the sentence calls earlier, or
// that hang on "unlike".
func (p *pass) earlierNouns(t *tree, cue contrast) []found {
	var out []found
	for _, f := range p.triggers(t) {
		if f.Role != lexicon.Event || !t.isNoun(f.head) {
			continue
		}
		if t.calledEarlier(f.head) || cue.unlike && t.marker(f.head) == "unlike" {
			out = append(out, f)
		}
	}
	return out
}

// calledEarlier: "EARLIER rocket attacks"; a parser hangs the word on any noun
// of the phrase.
func (t *tree) calledEarlier(noun int) bool {
	for k := noun - 1; k >= 0 && (t.isNoun(k) || t.Tokens[k].POS == "ADJ" || t.Tokens[k].POS == "ADV"); k-- {
		if t.lex.Is(lexicon.Earlier, lower(t.Tokens[k].Text)) {
			return true
		}
	}
	return false
}

// deadlyNow: the sentence says that people died, and of this time only.
func (p *pass) deadlyNow(t *tree, s int, before []found) bool {
	now := false
	for _, k := range p.deathsIn(t, s) {
		if slices.ContainsFunc(before, func(f found) bool { return t.belongsTo(f.head, k) }) {
			return false
		}
		now = true
	}
	return now
}

// deathsIn are the tokens that say that people died.
func (p *pass) deathsIn(t *tree, s int) []int {
	var out []int
	for _, h := range p.harms(t, s) {
		if h.count.Measure == dateline.Killed && h.count.Lo != nil && *h.count.Lo > 0 {
			out = append(out, h.anchor)
		}
	}
	for k := range t.Tokens {
		if t.lex.Is(lexicon.Deadly, t.lemmaAt(k)) && !t.denied(k) {
			out = append(out, k)
		}
	}
	return out
}

// belongsTo: token k says something of a noun before it: it hangs on it with no
// comma between, or stands in a clause that is put in, "the attack, which KILLED
// two".
func (t *tree) belongsTo(noun, k int) bool {
	for i := k - 1; i > noun; i-- {
		switch t.lemmaAt(i) {
		case ",":
			return false
		case "which", "that", "when", "where":
			return true
		}
	}
	return k == noun || t.under(k, noun)
}

// denied: the word, what it hangs on or the subject of its clause is negated.
func (t *tree) denied(k int) bool {
	for _, at := range []int{k, t.Tokens[k].Head, t.clause(k)} {
		if at < 0 {
			continue
		}
		for _, c := range t.children[at] {
			if l := t.lemmaAt(c); t.lex.Is(lexicon.Negation, l) || l == "nobody" || l == "none" || t.rel(c, "nsubj", "nsubj:pass") && t.lemmaAt(t.child(c, "det")) == "no" {
				return true
			}
		}
	}
	return false
}

// earlierOnes are the accounts that the cue is set against: those that the
// sentence calls earlier or tells before the cue, else those like them of the
// sentences before. Where a number is said, there must be as many.
func (p *pass) earlierOnes(s int, cue contrast, before []found) []*account {
	here := p.mayBeBloodless(func(a *account) bool {
		return slices.ContainsFunc(a.triggers, func(tr located) bool {
			named := slices.ContainsFunc(before, func(f found) bool { return tr.from == f.from })
			return tr.sentence == s && (named || len(before) == 0 && !cue.unlike && tr.to <= cue.from)
		})
	})
	n := p.howMany(s, before)
	if len(here) > 0 && (n == 0 || n == len(here)) {
		return here
	}
	near := p.mayBeBloodless(func(a *account) bool {
		return a.sentences[0] < s && a.sentences[0] >= s-contrastReach && (len(before) == 0 || likeAny(a, before))
	})
	if n > 0 && n != len(near) {
		return nil
	}
	return near
}

// howMany is how many earlier ones the sentence speaks of: one for a singular, 0
// if that is not said.
func (p *pass) howMany(s int, before []found) int {
	t := p.trees[s]
	if len(before) != 1 {
		return 0
	}
	head := before[0].head
	if !isPlural(t.Tokens[head]) {
		return 1
	}
	if c := t.child(head, "nummod"); c >= 0 {
		if n, ok := p.counts.Read(t.Tokens, c); ok && n.Count.Anchor != nil {
			return *n.Count.Anchor
		}
	}
	return 0
}

// likeAny: the account may be of what one of the words says.
func likeAny(a *account, words []found) bool {
	return slices.ContainsFunc(words, func(f found) bool {
		used := func(m dateline.Means) bool { return slices.Contains(a.facets.Means, m) }
		return !exclusive(a.facets.Act, f.Act) && (len(f.Means) == 0 || len(a.facets.Means) == 0 || slices.ContainsFunc(f.Means, used))
	})
}

// mayBeBloodless are the incidents that pass a test and of which nothing is said
// of deaths.
func (p *pass) mayBeBloodless(test func(*account) bool) []*account {
	var out []*account
	for _, a := range p.accounts {
		deaths := slices.ContainsFunc(a.harms, func(h harm) bool { return h.count.Measure == dateline.Killed })
		if a.kind == dateline.KindIncident && (a.temporal == dateline.Past || a.temporal == dateline.Ongoing) && !deaths && test(a) {
			out = append(out, a)
		}
	}
	return out
}

// noDeath is the zero that the cue implies.
func (p *pass) noDeath(t *tree, s int, cue contrast) harm {
	zero := 0
	return harm{count: dateline.Count{Measure: dateline.Killed, Population: dateline.PopAll, Lo: &zero, Anchor: &zero, Hi: &zero, Qualifier: dateline.None},
		sentence: s, span: p.span(t, cue.from, cue.to), rule: "CAS-10/contrast", inferred: true, anchor: cue.from}
}
