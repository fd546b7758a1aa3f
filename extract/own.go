package extract

import (
	"context"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/weigh"
)

// Standing are the accounts of a report that would stand as incidents of their own, with
// what speaks for and against each. They are what package own is taught on.
func (r *Reader) Standing(ctx context.Context, doc *dateline.Document, ann Annotations) ([]Deed, error) {
	p := newPass(r, doc, ann)
	if err := p.accountsBySentence(ctx); err != nil {
		return nil, err
	}
	list := p.dropUnmeant(p.retell(p.joinByAnchors()))
	of := p.reportSigns(list)
	var out []Deed
	for _, a := range list {
		if a.kind == dateline.KindIncident {
			out = append(out, Deed{p.triggerSpan(a.triggers[0]), p.ownSigns(of, list, a)})
		}
	}
	return out, nil
}

// ownSigns is what speaks for and against an account's being an incident of its own.
func (p *pass) ownSigns(of pairSigns, list []*account, a *account) []weigh.Feature {
	s := pairSigns{}
	for _, f := range p.earnestSigns(of, a) {
		s[f.Name] = f.Value
	}
	first := list[0]
	for _, b := range list {
		if b.kind == dateline.KindIncident {
			first = b
			break
		}
	}
	n := 0
	for _, b := range list {
		if b.kind == dateline.KindIncident {
			n++
		}
	}
	s.note(n == 1, "the only one")
	s.note(n == 2, "one of two")
	s.note(n == 3 || n == 4, "one of three or four")
	s.note(n > 4, "one of many")
	if a == first {
		s["the first"] = 1
		return weigh.Features(s)
	}
	s["a later one"] = 1
	s.note(a.facets.Act == first.facets.Act, "act of the first")
	x, y := bestPlace(a), bestPlace(first)
	s.note(x != nil && y != nil && x.Ref.Country != y.Ref.Country, "country not of the first")
	s.note(x != nil && y != nil && x.Ref.City != "" && x.Ref.City == y.Ref.City, "town of the first")
	s.note(x != nil && y != nil && x.Ref.City != "" && x.Ref.City != y.Ref.City, "town not of the first")
	d, e := bestDate(a), bestDate(first)
	s.note(d != nil && e != nil && !datesMeet(*d, *e), "day not of the first")
	s.note(d != nil && e != nil && datesMeet(*d, *e), "day of the first")
	s.note(len(a.harms) > 0 && d == nil, "hurt, undated")
	s.note(len(a.harms) > 0 && d != nil, "hurt, dated")
	s.note(len(a.harms) > 0 && x != nil, "hurt, placed")
	s.note(len(a.harms) == 0 && d == nil && x == nil, "nothing known")
	s.note(len(a.harms) == 0 && d != nil && x == nil, "only a date")
	s.note(len(a.harms) == 0 && d == nil && x != nil, "only a place")
	s.note(x != nil && x.Ref.City == "", "only a country or region")
	s.note(len(a.triggers) == 1, "one word")
	s.note(a.triggers[0].POS == "N", "a noun")
	s.note(a.plural, "plural")
	s.note(a.passing, "in passing")
	return weigh.Features(s)
}
