package dateline

// Act is what was done (domain §2.1).
type Act string

const (
	Attack           Act = "attack"
	Clash            Act = "clash"
	Abduction        Act = "abduction"
	HostageSiege     Act = "hostage_siege"
	Hijacking        Act = "hijacking"
	SexualViolence   Act = "sexual_violence"
	IllTreatment     Act = "ill_treatment"
	PropertyDamage   Act = "property_damage"
	Riot             Act = "riot"
	Protest          Act = "protest"
	ProtestRepressed Act = "protest_repressed"
	TerritoryTaken   Act = "territory_taken"
	Arrest           Act = "arrest"
	Disruption       Act = "disruption"
	StrategicOther   Act = "strategic_other"
	ActUnknown       Act = "unknown"
)

// Means is how it was done.
type Means string

const (
	SuicideBody         Means = "suicide_body"
	SuicideVehicle      Means = "suicide_vehicle"
	ExplosiveVehicle    Means = "explosive_vehicle"
	ExplosivePlaced     Means = "explosive_placed"
	ExplosiveUnspecific Means = "explosive_unspecified"
	MineUXO             Means = "mine_uxo"
	Grenade             Means = "grenade"
	RPG                 Means = "rpg"
	IndirectFire        Means = "indirect_fire"
	Missile             Means = "missile"
	AirCrewed           Means = "air_crewed"
	AirDrone            Means = "air_drone"
	AirUnspecified      Means = "air_unspecified"
	Firearms            Means = "firearms"
	EdgedBlunt          Means = "edged_blunt"
	VehicleRamming      Means = "vehicle_ramming"
	Incendiary          Means = "incendiary"
	CBRN                Means = "cbrn"
	Unarmed             Means = "unarmed"
	CrowdControl        Means = "crowd_control"
	MeansUnknown        Means = "unknown"
)

// Aim is what was meant to be hit.
type Aim string

const (
	AimPerson    Aim = "specific_person"
	AimPersons   Aim = "persons"
	AimProperty  Aim = "property"
	AimTerritory Aim = "territory"
	AimUnknown   Aim = "unknown"
)

// Flag marks a circumstance of an incident.
type Flag string

const (
	FlagSuicide          Flag = "suicide"
	FlagComplex          Flag = "complex"
	FlagCoordinated      Flag = "coordinated"
	FlagAttempted        Flag = "attempted"
	FlagFoiled           Flag = "foiled"
	FlagStatePerpetrator Flag = "state_perpetrator"
	FlagCrossBorder      Flag = "cross_border"
	FlagCollateralOnly   Flag = "collateral_only"
)

// Facets say what kind of incident it is: three closed facets and flags.
type Facets struct {
	Act   Act     `json:"act"`
	Means []Means `json:"means,omitempty"` // in order of mention; empty is unknown
	Aim   Aim     `json:"aim,omitempty"`
	Flags []Flag  `json:"flags,omitempty"`
}

// Has says whether any of the given means was used.
func (f Facets) Has(any ...Means) bool {
	for _, m := range f.Means {
		for _, a := range any {
			if m == a {
				return true
			}
		}
	}
	return false
}

// Flag says whether the flag is set.
func (f Facets) Flag(flag Flag) bool {
	for _, x := range f.Flags {
		if x == flag {
			return true
		}
	}
	return false
}

// Type is the one derived label of an incident (TAX-6).
type Type string

const (
	TypeArmedClash   Type = "armed_clash"
	TypeAbduction    Type = "abduction"
	TypeIllTreatment Type = "ill_treatment"
	TypeRiotProtest  Type = "riot_protest"
	TypeAirStrike    Type = "air_strike"
	TypeShelling     Type = "shelling"
	TypeBombing      Type = "bombing"
	TypeAttack       Type = "attack"
	TypeOther        Type = "other"
)

// Type derives the label; the first row of TAX-6 that fits wins.
func (f Facets) Type() Type {
	switch f.Act {
	case Clash:
		return TypeArmedClash
	case Abduction, HostageSiege, Hijacking:
		return TypeAbduction
	case SexualViolence, IllTreatment:
		return TypeIllTreatment
	case Riot, Protest, ProtestRepressed:
		return TypeRiotProtest
	case Attack:
		return f.attackType()
	}
	return TypeOther
}

func (f Facets) attackType() Type {
	switch {
	case f.Has(AirCrewed, AirDrone, AirUnspecified):
		return TypeAirStrike
	case f.Has(IndirectFire, Missile, RPG):
		return TypeShelling
	case f.Has(SuicideBody, SuicideVehicle, ExplosiveVehicle, ExplosivePlaced, ExplosiveUnspecific, MineUXO, Grenade):
		return TypeBombing
	}
	return TypeAttack
}

// actWords are the words of the acts that need no means; meansWords, in order,
// those of attacks: the narrower word that
// the facets support wins (TAX-6).
var actWords = map[Act]string{
	Clash: "armed clash", Abduction: "abduction", HostageSiege: "hostage siege", Hijacking: "hijacking",
	SexualViolence: "sexual violence", IllTreatment: "ill-treatment", Riot: "riot", Protest: "protest",
	ProtestRepressed: "protest put down", PropertyDamage: "property damage", TerritoryTaken: "territory taken",
	Arrest: "arrest", Disruption: "disrupted attack", StrategicOther: "strategic development", ActUnknown: "incident of unknown kind",
}

var meansWords = []struct {
	means []Means
	words string
}{
	{[]Means{AirDrone}, "drone strike"},
	{[]Means{AirCrewed, AirUnspecified}, "air strike"},
	{[]Means{IndirectFire}, "shelling"},
	{[]Means{Missile}, "missile attack"},
	{[]Means{RPG}, "rocket-grenade attack"},
	{[]Means{SuicideBody, SuicideVehicle}, "suicide bombing"},
	{[]Means{ExplosiveVehicle, ExplosivePlaced, ExplosiveUnspecific}, "bombing"},
	{[]Means{MineUXO}, "mine blast"},
	{[]Means{Grenade}, "grenade attack"},
	{[]Means{Firearms, EdgedBlunt}, "armed attack"},
}

// Words is the label in words, as narrow as the facets support and no
// narrower (TAX-2, TAX-6), in lower case.
func (f Facets) Words() string {
	if f.Act != Attack {
		return actWords[f.Act]
	}
	for _, row := range meansWords {
		if f.Has(row.means...) {
			return row.words
		}
	}
	return "attack"
}
