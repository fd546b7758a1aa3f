package wording

import (
	"strings"

	"github.com/opendateline/dateline"
)

var meansWords = map[dateline.Means]string{
	dateline.SuicideBody: "explosives on the body", dateline.SuicideVehicle: "explosives in a vehicle, driver inside", dateline.ExplosiveVehicle: "explosives in a vehicle",
	dateline.ExplosivePlaced: "explosives placed", dateline.ExplosiveUnspecific: "explosives", dateline.MineUXO: "mine or unexploded ordnance",
	dateline.Grenade: "grenade", dateline.RPG: "rocket-propelled grenade", dateline.IndirectFire: "artillery, mortar or rocket", dateline.Missile: "missile",
	dateline.AirCrewed: "aircraft", dateline.AirDrone: "drone", dateline.AirUnspecified: "from the air", dateline.Firearms: "firearms",
	dateline.EdgedBlunt: "blade or blunt object", dateline.VehicleRamming: "vehicle driven at people", dateline.Incendiary: "fire",
	dateline.CBRN: "chemical, biological or radiological", dateline.Unarmed: "unarmed", dateline.CrowdControl: "crowd-control weapons",
	dateline.MeansUnknown: "not known",
}

// Means lists weapons in words; "" if none is known.
func Means(list []dateline.Means) string {
	var out []string
	for _, m := range list {
		out = append(out, meansWords[m])
	}
	return strings.Join(out, "; ")
}

var typeWords = map[dateline.Type]string{
	dateline.TypeArmedClash: "armed clash", dateline.TypeAbduction: "abduction", dateline.TypeIllTreatment: "ill-treatment",
	dateline.TypeRiotProtest: "riot or protest", dateline.TypeAirStrike: "air strike", dateline.TypeShelling: "shelling",
	dateline.TypeBombing: "bombing", dateline.TypeAttack: "attack", dateline.TypeOther: "other",
}

// Type is a type of incident in words (TAX-6).
func Type(t dateline.Type) string { return typeWords[t] }

// Target is what was aimed at: the specific words, else the kind.
func Target(t dateline.Target) string {
	s := t.Specific
	if s == "" {
		s = Code(string(t.Category))
	}
	if t.Name != "" && !t.Person && !strings.Contains(s, t.Name) {
		s += " (" + t.Name + ")"
	}
	return s
}

var stances = map[dateline.Stance]string{
	dateline.StanceClaimed: "claimed by", dateline.StanceDenied: "denied by", dateline.StanceAttributed: "named as responsible:",
	dateline.StanceCharged: "charged:", dateline.StanceConvicted: "convicted:",
}

// Stance is a stance with who took it or who is named: "claimed by X".
func Stance(s dateline.Stance, actor string) string { return stances[s] + " " + actor }

// Actor names an actor; one that the registry does not know is in the words of
// the text.
func Actor(a dateline.ActorRef) string {
	s := a.Name
	if s == "" {
		s = a.Text
	}
	if a.Linked {
		s += " (linked to it, not the group itself)"
	}
	if a.Ambiguous {
		s += " (not resolved: the group or an affiliate)"
	}
	return s
}

// Claimed is what a claim says, in words. Names of private victims are not
// said (ETH-2); their claims read by role.
func Claimed(c dateline.Claim) string {
	v := c.Value
	s := ""
	switch {
	case c.Attribute == dateline.AttrVictimIdentity:
		s = Victim
	case v.Count != nil:
		s = Measure(v.Count.Measure) + " " + Said(*v.Count)
	case v.Date != nil:
		s = Date(*v.Date)
	case v.Place != nil:
		s = Place(v.Place)
	case v.Stance != nil:
		s = Stance(v.Stance.Stance, Actor(v.Stance.Actor))
	case v.Actor != nil:
		s = Actor(*v.Actor)
	case v.Target != nil:
		s = Target(*v.Target)
	case v.Facets != nil && c.Attribute == dateline.AttrMeans:
		s = Means(v.Facets.Means)
	case v.Facets != nil:
		s = v.Facets.Words()
	case v.Bool != nil && *v.Bool:
		s = "it happened"
	case v.Bool != nil:
		s = "it did not happen"
	default:
		s = v.Text
	}
	if c.Polarity == dateline.Negated && v.Count == nil && v.Bool == nil {
		s = "not: " + s
	}
	return s
}

// Victim is what a private person who was killed or hurt is called (ETH-2).
const Victim = "a civilian victim (name not shown)"

var certainties = map[dateline.Certainty]string{
	dateline.CertainConfirmed: "admitted or officially found", dateline.CertainSelf: "by its own claim", dateline.CertainAttributed: "named by others",
	dateline.CertainSuspected: "suspected", dateline.CertainDisputed: "disputed", dateline.CertainUnknown: "not known",
}

// Certainty says how an actor came to be named; "confirmed" does not occur.
func Certainty(c dateline.Certainty) string { return certainties[c] }
