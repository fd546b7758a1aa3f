package extract

import (
	"fmt"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
	"github.com/opendateline/dateline/extract/weigh"
)

// This file says in names what package retold weighs: how an account agrees with
// one told before it.

// pairSigns are what was seen of two accounts; each counts once.
type pairSigns map[string]float64

func (s pairSigns) note(seen bool, name string) {
	if seen {
		s[name] = 1
	}
}

// retoldSigns is what speaks for and against account a, one of so many told, being
// account b before it.
func (p *pass) retoldSigns(told int, a, b *account) []weigh.Feature {
	s := pairSigns{"always": 1}
	p.dateSigns(s, a, b)
	p.placeSigns(s, a, b)
	p.deedSigns(s, a, b)
	p.peopleSigns(s, a, b)
	p.wordSigns(s, a, b)
	p.orderSigns(s, told, a, b)
	return weigh.Features(s)
}

func (p *pass) dateSigns(s pairSigns, a, b *account) {
	x, y := bestDate(a), bestDate(b)
	switch {
	case x == nil && y == nil:
		s["neither dated"] = 1
	case x == nil:
		s["later undated"] = 1
	case y == nil:
		s["earlier undated"] = 1
	case x.EDTF == y.EDTF:
		s["one date"] = 1
	default:
		s["dates meet"] = 1
	}
	s.note(p.oneOld(x, y), "old, at court")
}

func (p *pass) placeSigns(s pairSigns, a, b *account) {
	x, y := bestPlace(a), bestPlace(b)
	switch {
	case x == nil && y == nil:
		s["neither placed"] = 1
	case x == nil:
		s["later unplaced"] = 1
	case y == nil:
		s["earlier unplaced"] = 1
	default:
		s[placesCompared(x.Ref, y.Ref)] = 1
	}
}

// placesCompared says in words how two places lie to each other.
func placesCompared(x, y dateline.PlaceRef) string {
	towns := x.City != "" && y.City != ""
	km, measured := x.Kilometres(&y)
	switch {
	case abroad(x, y):
		return "other country"
	case towns && x.City == y.City:
		return "one town"
	case x.Admin1 != "" && y.Admin1 != "" && x.Admin1 != y.Admin1:
		return "other region"
	case towns && measured && km < 60:
		return "town nearby"
	case towns:
		return "other town"
	}
	return "places meet"
}

func (p *pass) deedSigns(s pairSigns, a, b *account) {
	s.note(sharesMeans(a, b), "one weapon")
	s.note(actsDiffer(a.facets, b.facets), "other act")
	s.note(!hasEvent(a), "only harm")
	likeTarget := targetEvidence(a, b) >= 1
	s.note(likeTarget, "one target")
	s.note(!likeTarget && p.particular(a), "target of its own")
}

// actsDiffer: both name an act, and not the same.
func actsDiffer(a, b dateline.Facets) bool {
	return a.Act != dateline.ActUnknown && b.Act != dateline.ActUnknown && acted(a) != acted(b)
}

func (p *pass) peopleSigns(s pairSigns, a, b *account) {
	for _, m := range measuresOfPeople {
		x, y := p.whole(a, m), p.whole(b, m)
		s.note(x == y && x > 1, "one number")
		s.note(0 < x && x < y, "smaller number")
		s.note(x > y && y > 0, "larger number")
	}
	s.note(len(a.harms) == 0, "nobody hurt")
	if x, y := p.agesTold(a), p.agesTold(b); len(x) > 0 && len(y) > 0 {
		s.note(overlap(x, y), "an age in common")
		s.note(!overlap(x, y), "other ages")
	}
	if len(a.people()) > 0 && len(b.people()) > 0 && !sharesName(a, b) {
		s["other people"] = 1
	}
	if len(a.harms) > 0 {
		p.articleSigns(s, a.harms[0])
	}
}

// agesTold are the ages in the sentences of an account.
func (p *pass) agesTold(a *account) []int {
	var out []int
	for _, s := range a.sentences {
		t := p.trees[s]
		for k := range t.Tokens {
			if n := ageAt(t, k); n > 0 {
				out = append(out, n)
			}
		}
	}
	return out
}

// articleSigns: "A man was shot" may be new, "THE man was shot" is known.
func (p *pass) articleSigns(s pairSigns, h harm) {
	t := p.trees[h.sentence]
	k := tokenAt(t, h.span.Start)
	if k < 0 {
		return
	}
	l := t.lemmaAt(k)
	s.note(l == "a" || l == "an", "somebody")
	s.note(l == "the" || t.Tokens[k].POS == "PRON", "the one")
}

func (p *pass) wordSigns(s pairSigns, a, b *account) {
	s.note(p.reference(a) > 0, "the deed")
	s.note(p.indefinite(a), "a deed")
	t := p.trees[a.sentences[0]]
	for k := range t.Tokens {
		l := t.lemmaAt(k)
		s.note(t.lex.Is(lexicon.Earlier, l), "word earlier")
		s.note(l == "another" || l == "other", "word another")
		s.note(l == "meanwhile" || l == "also", "word also")
		s.note(t.lex.Is(lexicon.Prosecution, l), "word court")
	}
	s[p.namesInCommon(a, b)] = 1
}

// indefinite: "a shooting".
func (p *pass) indefinite(a *account) bool {
	tr := a.triggers[0]
	return tr.POS == "N" && tr.Role == lexicon.Event && p.trees[tr.sentence].indefinite(tr.head)
}

// namesInCommon says in words how many of the names that a gives stand in b too.
func (p *pass) namesInCommon(a, b *account) string {
	x, y := p.capitals(a), p.capitals(b)
	n := 0
	for name := range x {
		if y[name] {
			n++
		}
	}
	switch {
	case len(x) == 0:
		return "no names"
	case n == 0:
		return "no name in common"
	case 3*n < len(x):
		return "a name in common"
	}
	return "names in common"
}

// capitals are the words of names in the sentences of an account, without days.
func (p *pass) capitals(a *account) map[string]bool {
	out := map[string]bool{}
	for _, s := range a.sentences {
		for _, w := range p.trees[s].Tokens {
			if w.POS == "PROPN" && !inTime(p.times[s], w.Start) {
				out[lower(w.Text)] = true
			}
		}
	}
	return out
}

func (p *pass) orderSigns(s pairSigns, told int, a, b *account) {
	s[step("accounts", told, 2, 3, 4, 6)] = 1
	s[step("sentences on", a.sentences[0]-lastBefore(b, a.sentences[0]), 0, 1, 2, 6)] = 1
	s.note(p.inHeadline(b), "after the headline")
	s.note(a.sentences[0] < 2*ledeSentences, "near the top")
	s.note(len(a.sentences) >= 4, "told at length")
}

// lastBefore is the last sentence of an account up to sentence s.
func lastBefore(b *account, s int) int {
	last := b.sentences[0]
	for _, x := range b.sentences {
		if x <= s {
			last = x
		}
	}
	return last
}

// step names a number by the last of the steps that it reaches.
func step(name string, n int, from ...int) string {
	at := from[0]
	for _, x := range from {
		if n >= x {
			at = x
		}
	}
	return fmt.Sprint(name, " ", at)
}
