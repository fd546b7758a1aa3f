package dateline

// Measure says what a number counts (CAS-2). A combined measure never feeds
// Killed.
type Measure string

const (
	Killed          Measure = "killed"
	Wounded         Measure = "wounded"
	KilledOrWounded Measure = "killed_or_wounded"
	Abducted        Measure = "abducted"
	Missing         Measure = "missing"
	Arrested        Measure = "arrested"
	Displaced       Measure = "displaced"
)

// Measures lists all measures in the order in which records show them.
var Measures = []Measure{Killed, Wounded, KilledOrWounded, Abducted, Missing, Arrested, Displaced}

// Population says who is counted. Values of the forms "nationality:ISO3" and
// "named_group:name" name their group after the colon.
type Population string

const (
	PopAll            Population = "all"
	PopVictims        Population = "victims_excl_perp"
	PopPerpetrators   Population = "perpetrators"
	PopCivilians      Population = "civilians"
	PopCombatants     Population = "combatants"
	PopDiplomats      Population = "diplomats"
	PopStateForces    Population = "state_forces"
	PopUnknown        Population = "unknown"
	PrefixNationality            = "nationality:"
	PrefixNamedGroup             = "named_group:"
)

// Qualifier is the kind of phrase around a number (CAS-1).
type Qualifier string

const (
	Exactly     Qualifier = "exact"
	AtLeast     Qualifier = "at_least"
	MoreThan    Qualifier = "more_than"
	UpTo        Qualifier = "up_to"
	FewerThan   Qualifier = "fewer_than"
	Nearly      Qualifier = "nearly"
	About       Qualifier = "about"
	Between     Qualifier = "range"
	VagueWord   Qualifier = "vague"
	BarePlural  Qualifier = "plural"
	None        Qualifier = "none"  // "no one was hurt"
	NamedPerson Qualifier = "named" // a named or single person
	UnknownWord Qualifier = "unknown_word"
)

// Breakdown says how the parts of a count relate to its head number (CAS-4).
type Breakdown string

const (
	Exhaustive Breakdown = "exhaustive"
	Partial    Breakdown = "partial"
	Impossible Breakdown = "impossible" // the parts exceed the head: contradiction `composition`
)

// Count is what one phrase says about a number (domain §3.1). Lo, Anchor and
// Hi are persons. Anchor is the number in the text, nil if there is none; a nil
// Hi is open; a nil Lo gives no bound (an unreadable number word).
type Count struct {
	Measure     Measure    `json:"measure"`
	Population  Population `json:"population"`
	Lo          *int       `json:"lo"`
	Anchor      *int       `json:"anchor"`
	Hi          *int       `json:"hi"`
	Qualifier   Qualifier  `json:"qualifier"`
	Word        string     `json:"word,omitempty"` // the vague word: "dozens"
	Noun        string     `json:"noun,omitempty"` // who is counted, as written: "passers-by"
	Vague       bool       `json:"vague,omitempty"`
	Approximate bool       `json:"approximate,omitempty"`
	PluralOnly  bool       `json:"plural_only,omitempty"`
	Parts       []Count    `json:"parts,omitempty"`
	Breakdown   Breakdown  `json:"breakdown,omitempty"`
	Derived     bool       `json:"derived,omitempty"` // Anchor and bounds are sums of stated parts (CAS-3)
	Final       bool       `json:"final,omitempty"`   // an official final count (CAS-13 rung 1)
	Revised     bool       `json:"revised,omitempty"` // told as what other counts have become, "rose to nine" (CAS-13 rung 3)
}

// Open says whether the count has no upper end.
func (c Count) Open() bool { return c.Hi == nil }

// Check holds the invariant lo ≤ anchor ≤ hi wherever two of them are known.
// "More than n" is the one phrase whose lo, n+1, stands above its anchor n
// (CAS-1).
func (c Count) Check() error {
	if !ascending(c.Lo, c.Anchor) && c.Qualifier != MoreThan || !ascending(c.Anchor, c.Hi) || !ascending(c.Lo, c.Hi) {
		return Errorf(Damaged, "count of %s %s is not in order", c.Measure, c.Noun)
	}
	if c.Lo != nil && *c.Lo < 0 {
		return Errorf(Damaged, "count of %s is negative", c.Measure)
	}
	return nil
}

func ascending(a, b *int) bool { return a == nil || b == nil || *a <= *b }
