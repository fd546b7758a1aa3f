package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file writes down how the sentence that gives a number stands to the account that the
// number is counted for: whether it may be a number of another happening, of several or of
// a longer time.

// standingSigns are those features of a claim's number.
func (w *writer) standingSigns(c *dateline.Claim) []string {
	k := slices.IndexFunc(w.doc.Sentences, func(x dateline.Sentence) bool { return c.Span.Start < x.End })
	if k < 0 {
		return nil
	}
	a := w.account
	var out []string
	for _, sign := range []struct {
		name string
		is   bool
	}{
		{"where the account opens", k == a.sentences[0]},
		{"far behind the opening", k > a.sentences[0]+farBehind},
		{"of a single sentence", len(a.sentences) == 1},
		{"of the main account", a.salience == dateline.Main},
		{"beside another account", slices.ContainsFunc(w.accounts, func(b *account) bool { return b != a && slices.Contains(b.sentences, k) })},
		{"of another account too", w.toldOfAnother(c)},
		{"beside another town", w.otherTown(k)},
		{"beside two towns", len(w.townsAt(k)) > 1},
		{"beside another day", w.otherDay(k)},
		{"beside a long time", slices.ContainsFunc(w.times[k], func(x Time) bool { return x.Date.Precision >= dateline.D4 && x.Date.Precision != dateline.D9 })},
		{"of deeds", w.pluralDeed(k)},
		{"so far", w.countsSoFar(k, c)},
		{"beside since", slices.ContainsFunc(w.trees[k].Tokens, func(x dateline.Token) bool { return x.Lemma == "since" })},
	} {
		if sign.is {
			out = append(out, sign.name)
		}
	}
	return out
}

// farBehind is how many sentences behind the opening of an account its numbers are seldom
// told first.
const farBehind = 5

// toldOfAnother: an account of another happening gives the same number of the measure.
func (w *writer) toldOfAnother(c *dateline.Claim) bool {
	n := headNumber(c)
	return n != nil && slices.ContainsFunc(w.accounts, func(b *account) bool {
		return b != w.account && b.kind == dateline.KindIncident && slices.ContainsFunc(b.harms, func(h harm) bool {
			return harmAttributes[h.count.Measure] == c.Attribute && h.count.Anchor != nil && *h.count.Anchor == *n && *n > 1
		})
	})
}

// townsAt are the towns that a sentence names, each once.
func (w *writer) townsAt(k int) []string {
	var out []string
	for _, x := range w.places[k] {
		if city := x.Ref.City; city != "" && !slices.Contains(out, city) {
			out = append(out, city)
		}
	}
	return out
}

// otherTown: a sentence names a town, and none that the account has.
func (w *writer) otherTown(k int) bool {
	own := cities(w.account)
	towns := w.townsAt(k)
	return len(own) > 0 && len(towns) > 0 && !slices.ContainsFunc(own, func(x placed) bool { return slices.Contains(towns, x.Ref.City) })
}

// otherDay: a sentence names a time, and none that may be that of the account.
func (w *writer) otherDay(k int) bool {
	best := bestDate(w.account)
	known := slices.ContainsFunc(w.times[k], func(x Time) bool { return x.Date.Known() })
	return best != nil && known && !slices.ContainsFunc(w.times[k], func(x Time) bool { return x.Date.Known() && datesMeet(x.Date, *best) })
}

// pluralDeed: what the account tells in a sentence is several deeds: "the BOMBINGS killed 40".
func (w *writer) pluralDeed(k int) bool {
	return slices.ContainsFunc(w.account.triggers, func(tr located) bool {
		return tr.sentence == k && tr.POS == "N" && tr.Role == lexicon.Event && isPlural(w.trees[k].Tokens[tr.to-1])
	})
}

// countsSoFar: the verb of a number is in the perfect, or a movement or a war is told of beside it.
func (w *writer) countsSoFar(k int, c *dateline.Claim) bool {
	t := w.trees[k]
	i := slices.IndexFunc(t.Tokens, func(x dateline.Token) bool { return w.runes.Span(x.Start, x.End).End > c.Span.Start })
	return i >= 0 && (t.have(t.countingVerb(i)) >= 0 || slices.ContainsFunc(t.children[t.countingVerb(i)], t.movement))
}
