package export

import (
	"slices"
	"strings"
	"sync"

	"github.com/opendateline/dateline"
)

// kind is one row of data/kinds.tsv: what the facets are called elsewhere
// (domain §2.2).
type kind struct {
	act, means, aim, when     []string
	event, sub, disorder      string   // ACLED
	gtd                       []string // codes of attack types
	ploverEvents, ploverModes []string
}

var kinds = sync.OnceValue(func() []kind {
	var out []kind
	for line := range strings.Lines(readData("kinds.tsv")) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(f) != 10 {
			continue
		}
		out = append(out, kind{act: split(f[0]), means: split(f[1]), aim: split(f[2]), when: split(f[3]),
			event: f[4], sub: f[5], disorder: f[6], gtd: split(f[7]), ploverEvents: split(f[8]), ploverModes: split(f[9])})
	}
	return out
})

func split(list string) []string {
	if list == "" {
		return nil
	}
	return strings.Split(list, ",")
}

// forceful are the acts that a weapon can be used for.
var forceful = []dateline.Act{dateline.Attack, dateline.Abduction, dateline.HostageSiege, dateline.Hijacking,
	dateline.IllTreatment, dateline.PropertyDamage, dateline.ActUnknown}

// kind is the first row that fits the record, or nil: an act of unknown kind
// without means is none.
func (r *Record) kind() *kind {
	for i, k := range kinds() {
		if r.hasAct(k.act[0]) && r.hasMeans(k.means) && r.hasAim(k.aim[0]) && r.is(k.when[0]) {
			return &kinds()[i]
		}
	}
	return nil
}

func (r *Record) hasAct(act string) bool {
	switch act {
	case "force":
		return slices.Contains(forceful, r.Incident.Facets.Act)
	case "foiled":
		return true
	}
	return string(r.Incident.Facets.Act) == act
}

func (r *Record) hasMeans(means []string) bool {
	return means[0] == "*" || slices.ContainsFunc(means, func(m string) bool { return r.Incident.Facets.Has(dateline.Means(m)) })
}

func (r *Record) hasAim(aim string) bool { return aim == "*" || string(r.Incident.Facets.Aim) == aim }

func (r *Record) is(when string) bool {
	switch when {
	case "*":
		return true
	case "foiled":
		return r.Incident.Facets.Flag(dateline.FlagFoiled)
	case "killed":
		return r.stated(dateline.Killed)
	case "hurt":
		return r.stated(dateline.Killed, dateline.Wounded, dateline.KilledOrWounded)
	case "firearms":
		return r.Incident.Facets.Has(dateline.Firearms)
	case "no_firearms":
		return !r.Incident.Facets.Has(dateline.Firearms)
	case "armed_target":
		return r.armedTarget()
	}
	return false
}

// armedTarget says whether those attacked can shoot back.
func (r *Record) armedTarget() bool {
	if t := r.target(); t != nil {
		return t.Category == dateline.TargetMilitary || t.Category == dateline.TargetPolice || t.Category == dateline.TargetNonstate
	}
	a := r.actor(dateline.RoleTarget)
	return a != nil && armed(a.Kind)
}

func armed(k dateline.ActorKind) bool {
	switch k {
	case dateline.ActorStateForce, dateline.ActorOrganisedNonstate, dateline.ActorAffiliate, dateline.ActorUnidentified:
		return true
	}
	return false
}

// Kind is one row of the table that says what incidents are called elsewhere
// (domain §2.2), for those who explain it.
type Kind struct {
	Act              string
	Means, Aim, When []string
	Event, SubEvent  string // ACLED
	GTD              []string
	Events, Modes    []string // PLOVER
}

// Kinds are the rows in their order: the first that fits wins.
func Kinds() []Kind {
	var out []Kind
	for _, k := range kinds() {
		out = append(out, Kind{Act: k.act[0], Means: k.means, Aim: k.aim, When: k.when, Event: k.event, SubEvent: k.sub, GTD: k.gtd, Events: k.ploverEvents, Modes: k.ploverModes})
	}
	return out
}
