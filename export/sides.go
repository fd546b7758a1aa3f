package export

import (
	"strings"

	"github.com/opendateline/dateline"
)

// side is one party of an incident as other datasets name it.
type side struct {
	name  string // "" if there is none
	assoc string
	kind  dateline.ActorKind
	inter int // ACLED's code, 0 if there is no side
}

// inters are the words for ACLED's inter codes, by code.
var inters = []string{"", "State forces", "Rebel group", "Political militia", "Identity militia", "Rioters", "Protesters", "Civilians", "External/Other forces"}

// perpetrator is the side that did it. Nobody named is an unidentified group
// (ACT-5); of a clash, protest or riot it is the first actor.
func (r *Record) perpetrator() side {
	a := r.actor(dateline.RolePerpetrator)
	if a == nil {
		return r.unidentified()
	}
	return r.sideOf(a.ActorRef)
}

func (r *Record) unidentified() side {
	switch r.Incident.Facets.Act {
	case dateline.Protest, dateline.ProtestRepressed:
		return side{name: "Protesters (" + r.country().Name + ")", kind: dateline.ActorCrowd, inter: 6}
	case dateline.Riot:
		return side{name: "Rioters (" + r.country().Name + ")", kind: dateline.ActorCrowd, inter: 5}
	}
	return side{name: "Unidentified Armed Group (" + r.country().Name + ")", kind: dateline.ActorUnidentified, inter: 3}
}

// attacked is the side that suffered it: an actor that a claim names as
// target, else what the target category says.
func (r *Record) attacked() side {
	if a := r.actor(dateline.RoleTarget, dateline.RoleVictim); a != nil && armed(a.Kind) {
		return r.sideOf(a.ActorRef)
	}
	if second := r.second(); second != nil {
		return r.sideOf(second.ActorRef)
	}
	t := r.target()
	if t == nil {
		return side{}
	}
	where := r.country().Name
	if len(t.Nationality) > 0 && t.Category != dateline.TargetCitizens {
		where = countryOf(t.Nationality[0]).Name
	}
	switch t.Category {
	case dateline.TargetMilitary:
		return side{name: "Military Forces of " + where, kind: dateline.ActorStateForce, inter: 1}
	case dateline.TargetPolice:
		return side{name: "Police Forces of " + where, kind: dateline.ActorStateForce, inter: 1}
	case dateline.TargetNonstate:
		return side{name: "Unidentified Armed Group (" + where + ")", kind: dateline.ActorUnidentified, inter: 3}
	case dateline.TargetUnknown, dateline.TargetUtilities, dateline.TargetTelecom, dateline.TargetFoodWater:
		return side{}
	case dateline.TargetGovernment, dateline.TargetDiplomatic:
		return side{name: "Civilians (" + r.country().Name + ")", assoc: "Government of " + where, kind: dateline.ActorCivilians, inter: 7}
	}
	return side{name: "Civilians (" + where + ")", kind: dateline.ActorCivilians, inter: 7}
}

// second is the other perpetrator of a clash.
func (r *Record) second() *dateline.FactActor {
	first := true
	for i, a := range r.Incident.Actors {
		if a.Role != dateline.RolePerpetrator {
			continue
		}
		if !first && r.Incident.Facets.Act == dateline.Clash {
			return &r.Incident.Actors[i]
		}
		first = false
	}
	return nil
}

// country is the country of the incident.
func (r *Record) country() country { return countryOf(r.place().Country) }

// sideOf names an actor as ACLED does where the registry knows how.
func (r *Record) sideOf(a dateline.ActorRef) side {
	s := side{name: a.Name, kind: a.Kind}
	if known := r.Actors[a.Actor]; known != nil {
		if foreign := known.Xref["acled_name"]; foreign != "" {
			s.name = foreign
		}
		s.kind = known.Kind
		for _, k := range known.Kinds {
			if during(r.Incident.Date.Date, k.From, k.To) {
				s.kind, s.inter = k.Kind, k.ACLEDInter
			}
		}
		for _, p := range known.Parents {
			if parent := r.Actors[p.Actor]; parent != nil && p.Relation == "affiliate_of" {
				s.assoc = parent.Name
			}
		}
	}
	if s.kind == dateline.ActorUnidentified || a.Actor == "" && s.kind == "" {
		return r.unidentified()
	}
	if s.kind == dateline.ActorCivilians {
		s.name = "Civilians (" + r.country().Name + ")"
	}
	if s.inter == 0 {
		s.inter = r.inter(s.kind, a.Country)
	}
	return s
}

// during says whether a date lies in a period with open ends.
func during(d dateline.Date, from, to dateline.Day) bool {
	return (!from.Known() || d.Earliest >= from) && (!to.Known() || !d.Earliest.Known() || d.Earliest <= to)
}

func (r *Record) inter(k dateline.ActorKind, country string) int {
	switch k {
	case dateline.ActorState, dateline.ActorStateForce:
		if country != "" && country != r.place().Country {
			return 8
		}
		return 1
	case dateline.ActorOrganisedNonstate, dateline.ActorAffiliate:
		return 2
	case dateline.ActorCrowd:
		if r.Incident.Facets.Act == dateline.Riot {
			return 5
		}
		return 6
	case dateline.ActorCivilians:
		return 7
	case dateline.ActorIntergovernmental:
		return 8
	}
	return 3
}

// interaction joins the kinds of both sides, the lower code first, so that it
// does not depend on their order.
func interaction(a, b side) string {
	switch {
	case b.inter == 0:
		return inters[a.inter] + " only"
	case b.inter < a.inter:
		return inters[b.inter] + "-" + inters[a.inter]
	}
	return inters[a.inter] + "-" + inters[b.inter]
}

// xref is an actor's name in another dataset, or its own.
func (r *Record) xref(a dateline.ActorRef, key string) string {
	if known := r.Actors[a.Actor]; known != nil && known.Xref[key] != "" {
		return known.Xref[key]
	}
	return strings.TrimSpace(a.Name)
}
