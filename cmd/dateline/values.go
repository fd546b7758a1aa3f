package main

import (
	"sort"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/export"
	"github.com/opendateline/dateline/reconcile"
	"github.com/opendateline/dateline/store/query"
)

// words are the values of a closed set as strings.
func words[T ~string](list ...T) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = string(x)
	}
	return out
}

// closed are the values of flags that take one of a set. Completion offers
// them, and a filter with another value is refused: it would show too little.
var closed = map[string][]string{
	"type": words(dateline.TypeArmedClash, dateline.TypeAbduction, dateline.TypeIllTreatment, dateline.TypeRiotProtest, dateline.TypeAirStrike,
		dateline.TypeShelling, dateline.TypeBombing, dateline.TypeAttack, dateline.TypeOther),
	"act": words(dateline.Attack, dateline.Clash, dateline.Abduction, dateline.HostageSiege, dateline.Hijacking, dateline.SexualViolence,
		dateline.IllTreatment, dateline.PropertyDamage, dateline.Riot, dateline.Protest, dateline.ProtestRepressed, dateline.TerritoryTaken,
		dateline.Arrest, dateline.Disruption, dateline.StrategicOther, dateline.ActUnknown),
	"means": words(dateline.SuicideBody, dateline.SuicideVehicle, dateline.ExplosiveVehicle, dateline.ExplosivePlaced, dateline.ExplosiveUnspecific,
		dateline.MineUXO, dateline.Grenade, dateline.RPG, dateline.IndirectFire, dateline.Missile, dateline.AirCrewed, dateline.AirDrone,
		dateline.AirUnspecified, dateline.Firearms, dateline.EdgedBlunt, dateline.VehicleRamming, dateline.Incendiary, dateline.CBRN,
		dateline.Unarmed, dateline.CrowdControl, dateline.MeansUnknown),
	"aim": words(dateline.AimPerson, dateline.AimPersons, dateline.AimProperty, dateline.AimTerritory, dateline.AimUnknown),
	"flag": words(dateline.FlagSuicide, dateline.FlagComplex, dateline.FlagCoordinated, dateline.FlagAttempted, dateline.FlagFoiled,
		dateline.FlagStatePerpetrator, dateline.FlagCrossBorder, dateline.FlagCollateralOnly),
	"target": words(dateline.TargetDiplomatic, dateline.TargetGovernment, dateline.TargetPolice, dateline.TargetMilitary, dateline.TargetNonstate,
		dateline.TargetCitizens, dateline.TargetBusiness, dateline.TargetReligious, dateline.TargetEducation, dateline.TargetHealth,
		dateline.TargetMedia, dateline.TargetNGO, dateline.TargetIGO, dateline.TargetAviation, dateline.TargetTransport, dateline.TargetMaritime,
		dateline.TargetUtilities, dateline.TargetTelecom, dateline.TargetFoodWater, dateline.TargetTourists, dateline.TargetParty,
		dateline.TargetViolentParty, dateline.TargetOther, dateline.TargetUnknown),
	"stance":     words(dateline.StanceClaimed, dateline.StanceDenied, dateline.StanceAttributed, dateline.StanceCharged, dateline.StanceConvicted),
	"role":       words(dateline.RolePerpetrator, dateline.RoleTarget, dateline.RoleVictim, dateline.RoleResponder, dateline.RoleSponsor),
	"status":     words(dateline.Candidate, dateline.Linked, dateline.Reviewed, dateline.Merged, dateline.Split, dateline.Retracted),
	"support":    words(dateline.Agreed, dateline.Contested, dateline.SingleOrigin, dateline.NoBasis, dateline.InferredOnly, dateline.Decided, dateline.NotReported),
	"precision":  {"site", "settlement", "near", "district", "province", "region", "country", "sea_air", "unknown"},
	"date":       {"within"},
	"sort":       {"-date", "date", "-killed", "killed", "-changed", "-origins", "id"},
	"preset":     reconcile.Presets,
	"color":      {"auto", "always", "never"},
	"time":       {"utc", "local"},
	"profile":    profiles,
	"shape":      export.Shapes,
	"unreviewed": {"include", "leave_out"},
	"kind":       words(mentionKinds...),
}

// checkValue refuses a value of a filter that its set does not hold.
func checkValue(key, value string) error {
	set, ok := closed[key]
	if !ok {
		return nil
	}
	for _, v := range set {
		if v == value {
			return nil
		}
	}
	sorted := append([]string{}, set...)
	sort.Strings(sorted)
	if near := query.Nearest(value, set); near != "" {
		return dateline.Errorf(dateline.Invalid, "--%s %s: not one of its values. Did you mean %s?", key, value, near)
	}
	return dateline.Errorf(dateline.Invalid, "--%s %s: not one of %s", key, value, list(sorted))
}
