package extract

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/own"
	"github.com/opendateline/dateline/extract/weigh"
)

// This file says in names what package own weighs, how an account stands to the others
// that its report tells of, and leaves out what is unlikely one of its own (domain §6).

// Standing are the accounts of a report that package own decides about. They are what
// it is taught on.
func (r *Reader) Standing(ctx context.Context, doc *dateline.Document, ann Annotations) ([]Deed, error) {
	p := newPass(r, doc, ann)
	if err := p.accountsBySentence(ctx); err != nil {
		return nil, err
	}
	incidents := onlyIncidents(p.dropUnmeant(p.retell(p.joinByAnchors())))
	of := p.reportSigns(incidents)
	var out []Deed
	for _, a := range incidents {
		out = append(out, Deed{p.triggerSpan(a.triggers[0]), p.ownSigns(of, incidents, a)})
	}
	return out, nil
}

// Undecided is a Reader that leaves all of them in.
func (r *Reader) Undecided() *Reader {
	all := *r
	all.own = nil
	return &all
}

func onlyIncidents(list []*account) []*account {
	return slices.DeleteFunc(slices.Clone(list), func(a *account) bool { return a.kind != dateline.KindIncident })
}

// dropUnlikely leaves out the accounts that are unlikely incidents of their own. The
// likeliest stays, whatever speaks against it: the report was taken for one of violence;
// so does what is a part of another, has parts or is told in a list, and what a party did in
// a town that is named.
func (p *pass) dropUnlikely(list []*account) []*account {
	incidents := onlyIncidents(list)
	if len(incidents) < 2 {
		return list
	}
	of, chances := p.reportSigns(incidents), map[*account]float64{}
	for _, a := range incidents {
		chances[a] = p.own.Chance(p.ownSigns(of, incidents, a))
	}
	best := slices.MaxFunc(incidents, func(a, b *account) int { return cmp.Compare(chances[a], chances[b]) })
	stands := func(a *account) bool {
		hasParts := slices.ContainsFunc(list, func(b *account) bool { return b.whole == a })
		return a == best || hasParts || a.whole != nil || a.part > 0 || p.byParty(a) && hasTown(a)
	}
	return slices.DeleteFunc(list, func(a *account) bool {
		chance, incident := chances[a]
		if !incident || chance >= own.Unlikely || stands(a) {
			return false
		}
		p.leaveOut(p.triggerSpan(a.triggers[0]), "it is unlikely an incident of its own")
		return true
	})
}

// ownSigns is what speaks for and against an account's being an incident of its own.
func (p *pass) ownSigns(of pairSigns, incidents []*account, a *account) []weigh.Feature {
	s := p.accountSigns(of, a)
	maps.DeleteFunc(s, func(name string, _ float64) bool { return strings.HasPrefix(name, "word ") }) // too few of each
	amongSigns(s, len(incidents))
	if a == incidents[0] {
		s["the first"] = 1
	} else {
		besideFirst(s, a, incidents[0])
		knownSigns(s, a)
	}
	return weigh.Features(s)
}

// amongSigns: of how many accounts it is one.
func amongSigns(s pairSigns, n int) {
	s.note(n == 1, "the only one")
	s.note(n == 2, "one of two")
	s.note(n == 3 || n == 4, "one of three or four")
	s.note(n > 4, "one of many")
}

// besideFirst: how a later account stands to the first that the report tells of.
func besideFirst(s pairSigns, a, first *account) {
	s["a later one"] = 1
	s.note(a.facets.Act == first.facets.Act, "act of the first")
	if x, y := bestPlace(a), bestPlace(first); x != nil && y != nil {
		s.note(x.Ref.Country != y.Ref.Country, "country not of the first")
		s.note(x.Ref.City != "" && x.Ref.City == y.Ref.City, "town of the first")
		s.note(x.Ref.City != "" && x.Ref.City != y.Ref.City, "town not of the first")
	}
	if d, e := bestDate(a), bestDate(first); d != nil && e != nil {
		meet := datesMeet(*d, *e)
		s.note(!meet, "day not of the first")
		s.note(meet, "day of the first")
	}
}

// knownSigns: what a later account says of itself.
func knownSigns(s pairSigns, a *account) {
	d, x, hurt := bestDate(a) != nil, bestPlace(a), len(a.harms) > 0
	s.note(hurt && !d, "hurt, undated")
	s.note(hurt && d, "hurt, dated")
	s.note(hurt && x != nil, "hurt, placed")
	s.note(!hurt && !d && x == nil, "nothing known")
	s.note(!hurt && d && x == nil, "only a date")
	s.note(!hurt && !d && x != nil, "only a place")
	s.note(x != nil && x.Ref.City == "", "only a country or region")
	s.note(len(a.triggers) == 1, "one word")
	s.note(a.triggers[0].POS == "N", "a noun")
	s.note(a.plural, "plural")
	s.note(a.passing, "in passing")
}
