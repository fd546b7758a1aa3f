package reconcile

import (
	"strings"

	"github.com/opendateline/dateline"
)

// byKind is the default reliability of who speaks (§8.5). Overridable by a
// person's decision, and always shown as a default.
var byKind = map[dateline.OriginKind]string{
	dateline.OwnReporting: "B", dateline.WireStory: "B", dateline.NewspaperStory: "B", dateline.ReportNGO: "B", dateline.ReportIGO: "B",
	dateline.CourtRecord: "B", dateline.StatementOfficial: "C", dateline.Eyewitness: "C", dateline.LeakedDoc: "C", dateline.DatasetOrigin: "B",
	dateline.UnknownSecondary: "C", dateline.PropagandaRelease: "D",
}

// reliability of a voice by default. A party is D, and E on the losses of its
// enemies where an armed group speaks; nobody at all to judge by is F.
func reliability(v *voice) string {
	switch {
	case v.origin.Kind == dateline.PropagandaRelease && v.claim.Value.Count != nil:
		return "E"
	case v.interested:
		return "D"
	case v.origin.Kind == dateline.UnknownSecondary && (v.report == nil || v.report.OutletKey() == ""):
		return "F"
	}
	if letter, ok := byKind[v.origin.Kind]; ok {
		return letter
	}
	return "F"
}

// doubtful voices do not count as reliable under presets that ask for it.
func doubtful(v *voice) bool {
	letter := v.claim.Grade.Reliability
	if v.claim.Grade.SetBy != "human" {
		letter = reliability(v)
	}
	return letter == "D" || letter == "E"
}

// grades gives every claim its grade: a person's, else the default.
func (d *docket) grades() map[dateline.ID]dateline.Grade {
	byHand := d.gradesSet()
	out := map[dateline.ID]dateline.Grade{}
	for _, v := range d.voices {
		switch set, ok := byHand[v.claim.ID]; {
		case ok:
			out[v.claim.ID] = set
		case v.claim.Grade.SetBy == "human":
			out[v.claim.ID] = v.claim.Grade
		default:
			out[v.claim.ID] = dateline.Grade{Reliability: reliability(v), Credibility: d.credibility(v), SetBy: "default"}
		}
	}
	return out
}

// credibility judges the information apart from who says it (§8.5).
func (d *docket) credibility(v *voice) int {
	agree, contradicted := d.company(v)
	t := count(agree)
	switch {
	case v.interested && t.known+t.unknown == 0:
		return 6
	case contradicted:
		return 5
	case impliedZero(v.claim):
		return 3 // CAS-10: never better, whoever agrees
	case t.known >= 2:
		return 1
	case v.claim.Modality == dateline.Hedged || v.claim.Modality == dateline.Alleged:
		return 4
	case v.claim.Modality == dateline.Inferred || uncertain(v.claim):
		return 3
	}
	return 2
}

func uncertain(c dateline.Claim) bool {
	return c.Value.Count != nil && weigh(*c.Value.Count) < numeric && weigh(*c.Value.Count) != named
}

// company splits the other voices on the same fact into those that agree, the
// voice itself among them, and says whether a better graded one contradicts it.
func (d *docket) company(v *voice) (agree []*voice, contradicted bool) {
	for _, o := range d.heard(v.claim.Attribute) {
		switch {
		case o == v || agrees(v.claim, o.claim):
			agree = append(agree, o)
		case d.conflict(v.claim, o.claim):
			contradicted = contradicted || reliability(o) < reliability(v)
		}
	}
	return agree, contradicted
}

// agrees says whether two claims on one attribute state the same.
func agrees(a, b dateline.Claim) bool {
	x, y := a.Value, b.Value
	switch {
	case x.Count != nil && y.Count != nil:
		return a.Population == b.Population && x.Count.Anchor != nil && same(x.Count.Anchor, y.Count.Anchor)
	case x.Date != nil && y.Date != nil:
		return x.Date.Overlaps(*y.Date, 0)
	case x.Place != nil && y.Place != nil:
		return !placesDiffer(*x.Place, *y.Place)
	case x.Actor != nil && y.Actor != nil:
		return actorKey(*x.Actor) == actorKey(*y.Actor)
	case x.Facets != nil && y.Facets != nil:
		return x.Facets.Words() == y.Facets.Words()
	case x.Target != nil && y.Target != nil:
		return targetWords(*x.Target) == targetWords(*y.Target)
	case x.Stance != nil && y.Stance != nil:
		return x.Stance.Stance == y.Stance.Stance && actorKey(x.Stance.Actor) == actorKey(y.Stance.Actor)
	}
	return x.Text != "" && strings.EqualFold(x.Text, y.Text) || x.Bool != nil && y.Bool != nil && *x.Bool == *y.Bool
}

// conflict says whether two claims on one attribute exclude each other.
func (d *docket) conflict(a, b dateline.Claim) bool {
	x, y := a.Value, b.Value
	switch {
	case x.Count != nil && y.Count != nil:
		return a.Population == b.Population && apartBy(*x.Count, *y.Count).severity != ""
	case x.Date != nil && y.Date != nil:
		return !x.Date.Overlaps(*y.Date, 0)
	case x.Place != nil && y.Place != nil:
		return placesDiffer(*x.Place, *y.Place)
	case x.Actor != nil && y.Actor != nil:
		return d.relation(x.Actor.Actor, y.Actor.Actor) == RelationUnrelated
	case x.Facets != nil && y.Facets != nil:
		return exclusive(*x.Facets, *y.Facets)
	}
	return false
}

// displayGrade is the one word for a whole record (§8.6).
func (d *docket) displayGrade(inc *dateline.Incident) string {
	switch {
	case d.disproved():
		return "discounted"
	case openOn(inc, dateline.ContraResponsibility, dateline.ContraActorIdentity):
		return "contested"
	case d.admitted() && count(d.voices).known > 0:
		return "confirmed"
	case len(d.credible()) >= 2:
		return "fair"
	}
	return "weak"
}

// disproved: every voice on whether it happened says that it did not.
func (d *docket) disproved() bool {
	var yes, no int
	for _, s := range d.existenceDispute().statements {
		if s.value == "it happened" {
			yes++
		} else if s.claim.Value.Count == nil && !s.interested {
			no++
		}
	}
	return no > 0 && yes == 0
}

// admitted: the party says so itself, or a court or a final inquiry found it.
func (d *docket) admitted() bool {
	for _, v := range d.heard(dateline.AttrResponsibility) {
		if s := v.claim.Value.Stance; s != nil && (s.Stance == dateline.StanceClaimed || s.Stance == dateline.StanceConvicted) {
			return true
		}
	}
	for _, m := range dateline.Measures {
		for _, v := range d.counted(m) {
			if v.claim.Value.Count.Final && !v.interested {
				return true
			}
		}
	}
	return false
}

// credible are the origins graded C or better that are no party and not of
// unknown kind.
func (d *docket) credible() map[dateline.ID]bool {
	out := map[dateline.ID]bool{}
	for _, v := range d.voices {
		if v.counts() && !v.interested && v.origin.Kind != dateline.UnknownSecondary && reliability(v) <= "C" {
			out[v.origin.ID] = true
		}
	}
	return out
}

func openOn(inc *dateline.Incident, kinds ...dateline.ContradictionType) bool {
	for _, c := range inc.Contradictions {
		for _, k := range kinds {
			if c.Status == "open" && c.Type == k {
				return true
			}
		}
	}
	return false
}
