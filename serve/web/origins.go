package web

import (
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/wording"
)

// root is one origin with the reports that carry it: who got it from whom, for
// one fact (domain §8.3). Pick-ups stand under the report whose text they hold.
type root struct {
	ID         dateline.PublicID
	Who        string
	Basis      string // "" where Who says it already
	NoBasis    bool
	Interested bool
	Carriers   []*carrier
}

// carrier is a report that carries an origin.
type carrier struct {
	Outlet string
	When   string
	Link   string // the sentence in it
	Shares string // how much of its text it has from the report above
	Copies []*carrier
	report dateline.ID
}

// origins are the roots of the claims on the first of the attributes that any
// claim speaks of, and which it was.
func (b *bundle) originTree(attributes ...dateline.Attribute) (dateline.Attribute, []*root) {
	for _, a := range attributes {
		if ids := b.about(a); len(ids) > 0 {
			return a, b.roots(ids)
		}
	}
	return "", nil
}

func (b *bundle) roots(claims []dateline.ID) []*root {
	var order []dateline.ID
	byOrigin := map[dateline.ID][]*dateline.Claim{}
	for _, id := range claims {
		c := b.claims[id]
		if byOrigin[c.Origin] == nil {
			order = append(order, c.Origin)
		}
		byOrigin[c.Origin] = append(byOrigin[c.Origin], c)
	}
	var stated, none []*root
	for _, id := range order {
		if r := b.root(id, byOrigin[id]); r.NoBasis {
			none = append(none, r)
		} else {
			stated = append(stated, r)
		}
	}
	return append(stated, none...)
}

func (b *bundle) root(id dateline.ID, claims []*dateline.Claim) *root {
	o := b.origins[id]
	basis := wording.Basis(wording.BasisOf(*claims[0], o))
	r := &root{ID: b.shown.Public[id], Who: wording.Speaker(*claims[0], o), Basis: basis}
	if o != nil {
		r.Interested, r.NoBasis = o.Interested, o.Kind == dateline.UnknownSecondary
	}
	if r.Who == "" {
		r.Who, r.Basis = sentenceCase(basis), ""
	}
	seen := map[dateline.ID]bool{}
	for _, c := range claims {
		if !seen[c.ReportID] {
			seen[c.ReportID] = true
			b.carry(r, c)
		}
	}
	return r
}

// carry puts a report under the earlier carrier whose text it shares, or else
// under the origin itself.
func (b *bundle) carry(r *root, c *dateline.Claim) {
	s := b.reports[c.ReportID]
	n := &carrier{Outlet: s.outlet(), When: s.when(), Link: spanLink(s.public, b.Public, c.Span), report: c.ReportID}
	for _, earlier := range r.Carriers {
		if n.Shares = b.shared(c.ReportID, earlier.report); n.Shares != "" {
			earlier.Copies = append(earlier.Copies, n)
			return
		}
	}
	r.Carriers = append(r.Carriers, n)
}

// Line is the basis in brackets, where there is something to add.
func (r *root) Line() string {
	var parts []string
	if r.Basis != "" {
		parts = append(parts, r.Basis)
	}
	if r.Interested {
		parts = append(parts, "a party to the incident")
	}
	return strings.Join(parts, ", ")
}
