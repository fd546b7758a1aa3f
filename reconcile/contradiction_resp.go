package reconcile

import "github.com/opendateline/dateline"

// responsibilityDispute: claimed by one and by an unrelated other, or claimed
// or attributed and denied for the same actor (§7.5, §9). Silence is not denial, and an
// affiliate beside its parent is a difference of granularity (ACT-2).
func (d *docket) responsibilityDispute() []dateline.Contradiction {
	x := dispute{kind: dateline.ContraResponsibility, attribute: dateline.AttrResponsibility, clash: d.rivals,
		wording: func(c dateline.Contradiction) string { return "Responsibility is disputed: " + says(c) + "." }}
	for _, v := range d.stances() {
		x.statements = append(x.statements, statement{voice: v, value: stanceWords(*v.claim.Value.Stance)})
	}
	return x.find()
}

func (d *docket) rivals(a, b statement) clash {
	x, y := a.claim.Value.Stance, b.claim.Value.Stance
	relation := d.relation(x.Actor.Actor, y.Actor.Actor)
	if relation == RelationUnknown && x.Actor.Actor == "" && y.Actor.Actor == "" && x.Actor.Name == y.Actor.Name {
		relation = RelationSame
	}
	denied := (x.Stance == dateline.StanceDenied) != (y.Stance == dateline.StanceDenied)
	bothName := x.Stance != dateline.StanceDenied && y.Stance != dateline.StanceDenied
	if (denied && relation == RelationSame) || (bothName && relation == RelationUnrelated) {
		return clash{severity: dateline.Major}
	}
	return clash{}
}

var stances = map[dateline.Stance]string{
	dateline.StanceClaimed: "said it was responsible", dateline.StanceDenied: "denied being responsible",
	dateline.StanceAttributed: "is named as responsible", dateline.StanceCharged: "is charged with it",
	dateline.StanceConvicted: "is convicted of it",
}

func stanceWords(s dateline.Responsible) string { return s.Actor.Name + " " + stances[s.Stance] }

// modalityDisputes: one outlet states in its own voice what others report only
// as the words of a party (§9). One contradiction a fact, for information.
func (d *docket) modalityDisputes() []dateline.Contradiction {
	var out []dateline.Contradiction
	for _, attribute := range []dateline.Attribute{dateline.AttrPerpetrator, dateline.AttrAttackerName, dateline.AttrMotive} {
		x := dispute{kind: dateline.ContraModality, attribute: attribute,
			wording: func(c dateline.Contradiction) string {
				return "Stated as fact by some and only as the word of a party by others: " + says(c) + "."
			},
			clash: func(a, b statement) clash {
				if sameValue(a.claim.Value, b.claim.Value) {
					return clash{severity: dateline.Info}
				}
				return clash{}
			}}
		for _, v := range d.heard(attribute) {
			switch {
			case v.interested:
				x.statements = append(x.statements, statement{voice: v, value: "said by a party to the incident"})
			case v.claim.Modality == dateline.Asserted:
				x.statements = append(x.statements, statement{voice: v, value: "stated as fact"})
			}
		}
		out = append(out, x.find()...)
	}
	return out
}

func sameValue(a, b dateline.Value) bool {
	switch {
	case a.Actor != nil && b.Actor != nil:
		return a.Actor.Actor != "" && a.Actor.Actor == b.Actor.Actor
	case a.Text != "":
		return a.Text == b.Text
	}
	return false
}
