package origin

import (
	"sort"

	"github.com/opendateline/dateline"
)

// BasisOf groups an origin for people (experience §2.1).
func BasisOf(o dateline.Origin) dateline.Basis {
	switch o.Class {
	case dateline.IssuerArmedGroup:
		return dateline.BasisPerpetrator
	case dateline.IssuerHospital:
		return dateline.BasisMedical
	case dateline.IssuerUnnamed:
		return dateline.BasisUnnamed
	}
	if b, ok := kindBasis[o.Kind]; ok {
		return b
	}
	return dateline.BasisNoneStated
}

var kindBasis = map[dateline.OriginKind]dateline.Basis{
	dateline.OwnReporting:      dateline.BasisOwnReporter,
	dateline.WireStory:         dateline.BasisOtherOutlet,
	dateline.NewspaperStory:    dateline.BasisOtherOutlet,
	dateline.StatementOfficial: dateline.BasisOfficial,
	dateline.CourtRecord:       dateline.BasisOfficial,
	dateline.PropagandaRelease: dateline.BasisPerpetrator,
	dateline.ReportNGO:         dateline.BasisOrganisation,
	dateline.ReportIGO:         dateline.BasisOrganisation,
	dateline.DatasetOrigin:     dateline.BasisOrganisation,
	dateline.Eyewitness:        dateline.BasisWitness,
	dateline.LeakedDoc:         dateline.BasisUnnamed,
}

// Merge joins origins with equal ids and unites their carriers. The result is
// in order of id and does not depend on the order given.
func Merge(origins []dateline.Origin) []dateline.Origin {
	byID := map[dateline.ID]dateline.Origin{}
	for _, o := range origins {
		if old, ok := byID[o.ID]; ok {
			o = join(old, o)
		}
		byID[o.ID] = o
	}
	out := make([]dateline.Origin, 0, len(byID))
	for _, o := range byID {
		o.Carriers = distinct(o.Carriers)
		out = append(out, o)
	}
	sort.Slice(out, func(i, k int) bool { return out[i].ID < out[k].ID })
	return out
}

// join keeps of each field the smaller value that is set, so that the order of
// joining does not matter.
func join(a, b dateline.Origin) dateline.Origin {
	a.Issuer, a.Actor, a.Family = lesser(a.Issuer, b.Issuer), lesser(a.Actor, b.Actor), lesser(a.Family, b.Family)
	a.IssuerText = string(lesser(dateline.ID(a.IssuerText), dateline.ID(b.IssuerText)))
	a.Interested = a.Interested || b.Interested
	a.Carriers = append(append([]dateline.ID{}, a.Carriers...), b.Carriers...)
	return a
}

func lesser(a, b dateline.ID) dateline.ID {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

func distinct(ids []dateline.ID) []dateline.ID {
	out := append([]dateline.ID{}, ids...)
	sort.Slice(out, func(i, k int) bool { return out[i] < out[k] })
	n := 0
	for i, id := range out {
		if i == 0 || id != out[n-1] {
			out[n] = id
			n++
		}
	}
	return out[:n]
}

// Tally is how many origins stand behind a set of claims.
type Tally struct {
	Min, Max         int // IND-5: without and with unknown secondary origins
	Interested       int // IND-6: apart
	UnknownSecondary int
}

// Count counts origins. Interested ones are counted apart; where nobody else
// says it, the interval is still 1–1, because somebody does (IND-5).
func Count(origins []dateline.Origin) Tally {
	var t Tally
	merged := Merge(origins)
	for _, o := range merged {
		switch {
		case o.Interested:
			t.Interested++
		case o.Kind == dateline.UnknownSecondary:
			t.UnknownSecondary++
			t.Max++
		default:
			t.Min++
			t.Max++
		}
	}
	if len(merged) > 0 {
		t.Min, t.Max = max(t.Min, 1), max(t.Max, 1)
	}
	return t
}

// Evidence is one claim's place in the count: who printed it, as part of which
// story, and where it comes from.
type Evidence struct {
	Report *dateline.Report
	Origin dateline.Origin
}

// Independence counts reports, outlets, families and origins behind a record.
// A report outside any family is a family of its own.
func Independence(evidence []Evidence) dateline.Independence {
	reports, outlets, families := map[dateline.ID]bool{}, map[string]bool{}, map[dateline.ID]bool{}
	var origins []dateline.Origin
	unknown := map[dateline.ID]bool{}
	for _, e := range evidence {
		reports[e.Report.ID], families[story(e.Report)] = true, true
		origins = append(origins, e.Origin)
		if outlet := e.Report.OutletKey(); outlet != "" {
			outlets[outlet] = true
		} else {
			unknown[e.Report.ID] = true
		}
	}
	t := Count(origins)
	return dateline.Independence{
		Reports: len(reports), Outlets: len(outlets), OutletsUnknown: len(unknown), Families: len(families),
		OriginsMin: t.Min, OriginsMax: t.Max, Interested: t.Interested, UnknownSecondary: t.UnknownSecondary,
	}
}
