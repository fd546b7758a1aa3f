package extract

import (
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// fillNames finds the name of an attacker: "the bomber, named X", "the
// attacker was identified as X", "the gunman, X,".
func (p *pass) fillNames(t *tree, sentence int, a *account) {
	for i, tok := range t.Tokens {
		if !t.lex.Is(lexicon.Attacker, tok.Lemma) {
			continue
		}
		for _, x := range p.actors[sentence] {
			k := tokenAt(t, x.Start)
			if x.Kind != dateline.PersonExpression || k < 0 || !p.namedBy(t, i, k) {
				continue
			}
			a.names = appendArgument(a.names, argument{sentence: sentence, head: k, span: p.runes.Span(x.Start, x.End), text: x.Text, actors: []Actor{x}})
		}
	}
}

// namedBy says whether the person at token k is the one called i: apposition,
// copula, or a verb of naming between them.
func (p *pass) namedBy(t *tree, i, k int) bool {
	for h, steps := k, 0; h >= 0 && steps < 5; h, steps = t.Tokens[h].Head, steps+1 {
		if h == i {
			return t.rel(k, "appos", "nmod", "flat", "compound") || steps <= 2 && k > i
		}
		if t.child(h, "nsubj", "nsubj:pass") == i && (t.lex.Is(lexicon.Naming, t.lemmaAt(h)) || t.child(h, "cop") >= 0) {
			return true
		}
	}
	return false
}

// bareNames reads a sentence that holds no trigger and still names an attacker
// or counts the dead: it gives
// a bare account that can only be joined to another, or nil.
func (p *pass) bareNames(t *tree, sentence int) *account {
	a := &account{sentences: []int{sentence}, kind: dateline.KindIncident, temporal: dateline.Past, bare: true}
	p.fillNames(t, sentence, a)
	for _, h := range p.harms(t, sentence) {
		if h.count.Measure == dateline.Killed || h.count.Measure == dateline.Wounded || h.count.Measure == dateline.KilledOrWounded {
			a.harms = append(a.harms, h)
		}
	}
	p.partialDead(t, sentence, a)
	if len(a.names) == 0 && len(a.harms) == 0 {
		return nil
	}
	anchor := 0
	if len(a.harms) > 0 {
		anchor = a.harms[0].anchor
	} else {
		anchor = a.names[0].head
	}
	a.triggers = []located{{found{Trigger: lexicon.Trigger{Words: []string{t.Tokens[anchor].Lemma}, Role: lexicon.Harm, Act: dateline.Attack, POS: "N"}, from: anchor, to: anchor + 1, head: anchor}, sentence}}
	a.facets.Act = dateline.ActUnknown
	return a
}

// partialDead: "among the dead were at least two guards and a driver" gives
// parts and no total (CAS-4).
func (p *pass) partialDead(t *tree, sentence int, a *account) {
	for i := 0; i+2 < len(t.Tokens); i++ {
		if t.Tokens[i].Lemma != "among" {
			continue
		}
		m, ok := p.lex.State[lower(t.Tokens[min(i+2, len(t.Tokens)-1)].Text)]
		if !ok || t.Tokens[i+1].Lemma != "the" {
			continue
		}
		for _, part := range p.listed(t, sentence, i+3, m) {
			if part.Population == dateline.PopUnknown && part.Noun == "" || part.Qualifier == dateline.NamedPerson {
				continue
			}
			part.Measure = m
			if part.Population == dateline.PopUnknown {
				part.Population = dateline.Population(dateline.PrefixNamedGroup + lower(part.Noun))
			}
			end := p.listEnd(t, i+3)
			a.harms = append(a.harms, harm{count: part, sentence: sentence, span: p.span(t, i, end), rule: "CAS-4/among", partial: true, anchor: i + 2})
		}
		return
	}
}
