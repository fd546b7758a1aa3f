package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
	"github.com/opendateline/dateline/extract/mend"
)

// ordinalOf is the number that the words before a trigger give to what it tells
// of: "the second bomb killed 12", "the second, 20 minutes later, killed 12"; 0
// if they give none.
func (p *pass) ordinalOf(t *tree, f found) int {
	for k := f.to - 1; k > max(0, f.from-9); k-- {
		if n := lexicon.Ordinal(t.lemmaAt(k)); n > 0 && (t.lemmaAt(k-1) == "the" || t.lemmaAt(k-1) == "a") && p.ofBlast(t, k) {
			return n
		}
	}
	return 0
}

// ofBlast: the ordinal at token k is of a device, an attack or an attacker, or
// stands alone for one.
func (p *pass) ofBlast(t *tree, k int) bool {
	if next := t.lemmaAt(k + 1); next == "," || next == "of" {
		return true
	}
	for i := k + 1; i < min(k+4, len(t.Tokens)); i++ {
		if p.lex.Is(lexicon.Strikes, t.lemmaAt(i)) {
			return true
		}
		if !mend.InNominal(t.Tokens[i]) {
			return i == k+1 && t.isVerb(i)
		}
	}
	return false
}

// firstOf splits "the first of two bombings killed five": the number is that of
// a part, and the words tell of the whole as well.
func (p *pass) firstOf(a *account) []*account {
	if a.ordinal == 0 || a.number == nil || *a.number < max(2, a.ordinal) || len(a.harms) == 0 {
		return nil
	}
	whole, part := *a, *a
	whole.harms, whole.ordinal, whole.subCount = nil, 0, *a.number
	part.part, part.plural, part.number, part.subCount = 1, false, nil, 0
	return []*account{&whole, &part}
}

// wholeFor is the account of several blasts at one place of which a tells one
// by its number and with numbers of its own (LNK-6); nil if there is none. Its
// time and place must be able to be those of a.
func (p *pass) wholeFor(joined []*account, a *account) *account {
	if a.ordinal == 0 || a.kind != dateline.KindIncident || !countsAny(a) {
		return nil
	}
	for i := len(joined) - 1; i >= 0; i-- {
		b := joined[i]
		if b.subCount >= max(2, a.ordinal) && len(b.sites) == 0 && b.kind == a.kind && !p.datesConflict(a, b) && !placesConflict(a, b) && !actsConflict(a.facets, b.facets) {
			return b
		}
	}
	return nil
}

// countsAny: people are counted, and none only by inference.
func countsAny(a *account) bool {
	return slices.ContainsFunc(a.harms, func(h harm) bool { return !h.inferred })
}

// takePart files a part of a whole told by its number, with one told before if
// it is the same.
func takePart(joined []*account, a, whole *account) []*account {
	for _, b := range joined {
		if b.whole == whole && b.ordinal == a.ordinal {
			b.merge(a)
			return joined
		}
	}
	a.whole = whole
	whole.cite(a.sentences[0])
	return append(joined, a)
}

// noteCoordination notes words that say that the attacks were one plan.
func (p *pass) noteCoordination(t *tree, a *account) {
	for _, tr := range a.triggers {
		for _, c := range t.all(tr.head, "amod", "advmod", "compound") {
			if t.lex.Is(lexicon.Coordinated, lower(t.Tokens[c].Text)) && !a.facets.Flag(dateline.FlagCoordinated) {
				a.facets.Flags = append(a.facets.Flags, dateline.FlagCoordinated)
			}
		}
	}
}

// mostBlasts is the largest number of devices that is told as so many blasts.
const mostBlasts = 6

// noteDevices counts the blasts of "two bombs exploded" (LNK-6).
func (p *pass) noteDevices(t *tree, a *account) {
	if a.kind != dateline.KindIncident {
		return
	}
	for _, tr := range a.triggers {
		if tr.Role != lexicon.Device || !isPlural(t.Tokens[tr.to-1]) {
			continue
		}
		if n := p.numberBefore(t, tr.from); n != nil && *n > 1 && *n <= mostBlasts {
			a.subCount = max(a.subCount, *n)
		}
	}
}
