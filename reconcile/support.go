package reconcile

import (
	"slices"

	"github.com/opendateline/dateline"
)

// support gives the state of each fact, first match from the top (experience
// §2.1). Every attribute has one, so that "not reported" is said and not left
// out.
func (d *docket) support(inc *dateline.Incident) map[dateline.Attribute]dateline.Support {
	out := map[dateline.Attribute]dateline.Support{}
	for _, a := range dateline.Attributes {
		out[a] = d.supportOf(inc, a)
	}
	return out
}

func (d *docket) supportOf(inc *dateline.Incident, a dateline.Attribute) dateline.Support {
	voices := d.heard(a)
	if a == dateline.AttrResponsibility {
		voices = d.stances()
	}
	atLeast, _ := origins(voices)
	switch {
	case len(voices) == 0:
		return dateline.NotReported
	case d.decided(a):
		return dateline.Decided
	case contested(inc, a):
		return dateline.Contested
	case allInferred(voices):
		return dateline.InferredOnly
	case noBasis(voices):
		return dateline.NoBasis
	case atLeast < 2:
		return dateline.SingleOrigin
	}
	return dateline.Agreed
}

// contested: a contradiction between reports is open on the fact.
func contested(inc *dateline.Incident, a dateline.Attribute) bool {
	return slices.ContainsFunc(inc.Disputes(), func(c dateline.Contradiction) bool { return c.Attribute == a })
}

func allInferred(voices []*voice) bool {
	for _, v := range voices {
		if v.claim.Modality != dateline.Inferred {
			return false
		}
	}
	return true
}

func noBasis(voices []*voice) bool {
	for _, v := range voices {
		if v.interested || v.origin.Kind != dateline.UnknownSecondary {
			return false
		}
	}
	return true
}

// status says how far the record has come (§1.6). Only a person's decision
// makes it reviewed (ETH-14).
func (d *docket) status() dateline.IncidentStatus {
	for _, p := range d.people {
		if p.Action == dateline.ActReview {
			return dateline.Reviewed
		}
	}
	return Proposed(len(d.reportIDs()))
}

// Proposed is the status of a record of so many reports that no person has
// accepted.
func Proposed(reports int) dateline.IncidentStatus {
	if reports > 1 {
		return dateline.Linked
	}
	return dateline.Candidate
}
