package web

import (
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/wording"
)

// disagreement is one contradiction with all its sides (domain §9).
type disagreement struct {
	Heading     string
	Severity    string
	Status      string
	Open        bool
	SameOrigin  bool
	Explanation string // the machine's possible reason, not checked
	Attribute   dateline.Attribute
	Sides       []side
}

// side is one of the things said.
type side struct {
	Value     string
	Support   string // "2 independent origins", "no basis stated"
	Citations []*citation
}

// disagreements are the contradictions, open ones first, the weighty ones
// before the others.
func (b *bundle) disagreements() (open, settled []*disagreement) {
	for _, severity := range []dateline.Severity{dateline.Major, dateline.Minor, dateline.Info} {
		for _, c := range b.Contradictions {
			if c.Severity != severity {
				continue
			}
			if d := b.disagreement(c); d.Open {
				open = append(open, d)
			} else {
				settled = append(settled, d)
			}
		}
	}
	return open, settled
}

func (b *bundle) disagreement(c dateline.Contradiction) *disagreement {
	d := &disagreement{Severity: sentenceCase(wording.Severity(c.Severity)), Status: c.Status, Open: c.Status == "open", SameOrigin: c.SameOrigin,
		Explanation: c.Explanation, Attribute: c.Attribute}
	var values []string
	for _, s := range c.Sides {
		cited := b.citations(s.Claims)
		if len(cited) == 0 {
			continue
		}
		d.Sides = append(d.Sides, side{s.Value, b.sideSupport(s.Claims), cited})
		values = append(values, s.Value)
	}
	d.Heading = heading(c.Attribute, values)
	return d
}

// heading asks what is open: "Killed: 11, 14 or 23?".
func heading(a dateline.Attribute, values []string) string {
	if len(values) < 2 || len(strings.Join(values, ", ")) > 80 {
		return wording.Fact(a) + "?"
	}
	last := len(values) - 1
	return wording.Fact(a) + ": " + strings.Join(values[:last], ", ") + " or " + values[last] + "?"
}

// sideSupport is how many independent origins stand behind a side.
func (b *bundle) sideSupport(claims []dateline.ID) string {
	interested, stated := true, false
	for _, id := range claims {
		if c := b.claims[id]; c != nil {
			o := b.origins[c.Origin]
			interested = interested && o != nil && o.Interested
			stated = stated || o == nil || o.Kind != dateline.UnknownSecondary
		}
	}
	switch {
	case interested:
		return "said only by a party to the incident"
	case !stated:
		return "no basis stated"
	}
	least, most := b.originsOf(claims)
	if least == 1 && most == 1 {
		return "1 independent origin"
	}
	return wording.Interval(least, most) + " independent origins"
}
