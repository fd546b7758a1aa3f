package extract

import "slices"

// This file gives the parts of an operation the numbers that its words tie to
// one place: "nine people died in A", "14 were killed: nine at the market and
// five at the station". What is tied to none, or to all, stays with the whole.

// shareOut moves numbers from the whole to the part whose place stands right
// after them.
func (p *pass) shareOut(a *account, parts []*account) {
	harms := slices.Concat(a.harms, p.elliptic(a))
	var rest []harm
	for _, h := range harms {
		if i := p.tied(a, h); i >= 0 {
			parts[i].harms = append(parts[i].harms, h)
			parts[i].cite(h.sentence)
			continue
		}
		rest = append(rest, h)
	}
	a.harms = rest
}

// elliptic finds numbers that stand for people without a noun or verb of their
// own, right before a place of the operation: "… killed 14: NINE in A". They
// count what the nearest number of the sentence counts.
func (p *pass) elliptic(a *account) []harm {
	var out []harm
	for _, s := range a.sentences {
		t := p.trees[s]
		for k := 0; k < len(t.Tokens); k++ {
			c, ok := p.counts.Read(t.Tokens, k)
			if !ok || c.End >= len(t.Tokens) || !slices.Contains(locatives, t.lemmaAt(c.End)) {
				continue
			}
			h := harm{sentence: s, span: p.span(t, k, c.End), rule: "CAS-9/share", anchor: k}
			like := nearestHarm(a, h)
			if like == nil || counted(a, h) || p.tied(a, h) < 0 {
				continue
			}
			h.count = c.Count
			h.count.Measure, h.count.Population = like.count.Measure, like.count.Population
			out = append(out, h)
			k = c.End
		}
	}
	return out
}

var locatives = []string{"in", "at", "near", "outside", "on"}

// counted: the number is part of one that was read already.
func counted(a *account, h harm) bool {
	return slices.ContainsFunc(a.harms, func(x harm) bool { return x.span.Overlaps(h.span) })
}

// nearestHarm is the harm of the same sentence that stands nearest before h,
// else the first after it.
func nearestHarm(a *account, h harm) *harm {
	var best *harm
	for i := range a.harms {
		x := &a.harms[i]
		if x.sentence != h.sentence || x.inferred {
			continue
		}
		if before := x.span.Start < h.span.Start; best == nil || before && (best.span.Start > h.span.Start || x.span.Start > best.span.Start) {
			best = x
		}
	}
	return best
}

// tied is the index of the one place that the words right after a number name,
// or whose site they name again ("nine at the market"); -1 for none.
func (p *pass) tied(a *account, h harm) int {
	t := p.trees[h.sentence]
	_, to := p.tokensOf(h)
	for k := to + 1; k > 0 && k < min(to+7, len(t.Tokens)); k++ {
		if l := t.lemmaAt(k); l == "and" || l == ";" || t.Tokens[k].POS == "NUM" {
			return -1
		}
		if i := p.siteAt(a, h.sentence, k); i >= 0 {
			if p.goesOn(a, h.sentence, k, i) {
				return -1 // "18 people in A and B"
			}
			return i
		}
	}
	return -1
}

// goesOn: after the place i of an operation, at token k, comes another of its
// places in the same list.
func (p *pass) goesOn(a *account, sentence, k, i int) bool {
	t := p.trees[sentence]
	for next := k + 1; next < min(k+8, len(t.Tokens)); next++ {
		if j := p.siteAt(a, sentence, next); j >= 0 && j != i {
			joined, _ := listed(t, k+1, next)
			return joined && !numbered(t, k+1, next)
		}
	}
	return false
}

func numbered(t *tree, from, to int) bool {
	for k := from; k < to; k++ {
		if t.Tokens[k].POS == "NUM" {
			return true
		}
	}
	return false
}

// siteAt is the index of the place of an operation that token k begins or whose
// site it names; -1 if there is none.
func (p *pass) siteAt(a *account, sentence, k int) int {
	t := p.trees[sentence]
	for i, x := range a.sites {
		for _, y := range p.places[sentence] {
			if y.Start == t.Tokens[k].Start && y.Class != "site" && townKey(y.Ref) == townKey(x.Ref) {
				return i
			}
		}
		if noun := p.siteNoun(x); noun != "" && noun == t.lemmaAt(k) && t.isNoun(k) {
			return i
		}
	}
	return -1
}

// siteNoun is what was struck at a place, "a MARKET in A"; "" if that is not said.
func (p *pass) siteNoun(x placed) string {
	t := p.trees[x.Sentence]
	k := tokenAt(t, x.Start)
	if k < 2 || t.Tokens[k-1].POS != "ADP" || t.Tokens[k-2].POS != "NOUN" || !p.lex.Nouns[t.lemmaAt(k-2)].Thing {
		return ""
	}
	return t.lemmaAt(k - 2)
}
