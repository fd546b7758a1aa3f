package dateline

// Attribute is the fact that a claim is about (domain §1.5).
type Attribute string

const (
	AttrOccurred        Attribute = "occurred"
	AttrDate            Attribute = "date"
	AttrPlace           Attribute = "place"
	AttrAct             Attribute = "act"
	AttrMeans           Attribute = "means"
	AttrPerpetrator     Attribute = "perpetrator"
	AttrAttackerName    Attribute = "attacker_name"
	AttrTarget          Attribute = "target"
	AttrKilled          Attribute = "killed"
	AttrWounded         Attribute = "wounded"
	AttrKilledOrWounded Attribute = "killed_or_wounded"
	AttrAbducted        Attribute = "abducted"
	AttrMissing         Attribute = "missing"
	AttrArrested        Attribute = "arrested"
	AttrDisplaced       Attribute = "displaced"
	AttrDamage          Attribute = "damage"
	AttrResponsibility  Attribute = "responsibility"
	AttrVictimIdentity  Attribute = "victim_identity"
	AttrMotive          Attribute = "motive"
	AttrSequence        Attribute = "sequence"
	AttrSuperlative     Attribute = "superlative"
)

// Attributes lists all attributes in the order in which records show them.
var Attributes = []Attribute{
	AttrOccurred, AttrDate, AttrPlace, AttrAct, AttrMeans, AttrPerpetrator, AttrAttackerName, AttrTarget,
	AttrKilled, AttrWounded, AttrKilledOrWounded, AttrAbducted, AttrMissing, AttrArrested, AttrDisplaced,
	AttrDamage, AttrResponsibility, AttrVictimIdentity, AttrMotive, AttrSequence, AttrSuperlative,
}

// Modality says with how much commitment, and whose, a fact is stated.
type Modality string

const (
	Asserted   Modality = "asserted"   // the outlet's own voice
	Attributed Modality = "attributed" // to a named or typed source
	Hedged     Modality = "hedged"     // reportedly, apparently, believed
	Inferred   Modality = "inferred"   // implied by the wording, not said
	Alleged    Modality = "alleged"
	Denied     Modality = "denied"
)

// SpeakerRole places one speaker in a chain of attribution.
type SpeakerRole string

const (
	SpeakerOutlet  SpeakerRole = "outlet"
	SpeakerAuthor  SpeakerRole = "author"
	SpeakerQuoted  SpeakerRole = "quoted"
	SpeakerRelayed SpeakerRole = "relayed"
	SpeakerPrimary SpeakerRole = "primary"
)

// Speaker is one link of a chain of attribution, outermost first.
type Speaker struct {
	Role   SpeakerRole `json:"role"`
	Source ID          `json:"source_id,omitempty"` // once resolved
	Actor  ID          `json:"actor_id,omitempty"`  // the actor that speaks, for interested parties
	Kind   OriginKind  `json:"kind,omitempty"`      // what kind of act of speaking it is
	Issuer IssuerClass `json:"issuer,omitempty"`    // hospital, police, officials …
	Named  bool        `json:"named,omitempty"`     // the text names the speaker
	Text   string      `json:"text,omitempty"`      // as written; "" for the outlet itself
	Span   *Span       `json:"span,omitempty"`
	Verb   string      `json:"verb,omitempty"`
	Hedge  string      `json:"hedge,omitempty"`
}

// IssuerClass is the kind of body that speaks.
type IssuerClass string

const (
	IssuerOutlet     IssuerClass = "outlet"
	IssuerAgency     IssuerClass = "agency"
	IssuerPolice     IssuerClass = "police"
	IssuerMilitary   IssuerClass = "military"
	IssuerGovernment IssuerClass = "government"
	IssuerCourt      IssuerClass = "court"
	IssuerHospital   IssuerClass = "hospital"
	IssuerWitness    IssuerClass = "witness"
	IssuerNGO        IssuerClass = "ngo"
	IssuerIGO        IssuerClass = "igo"
	IssuerArmedGroup IssuerClass = "armed_group"
	IssuerResident   IssuerClass = "resident"
	IssuerExpert     IssuerClass = "expert"
	IssuerPerson     IssuerClass = "person"
	IssuerUnnamed    IssuerClass = "unnamed"
)

// Stance is what a claim of responsibility does (domain §7.5).
type Stance string

const (
	StanceClaimed    Stance = "claimed"
	StanceDenied     Stance = "denied"
	StanceAttributed Stance = "attributed"
	StanceCharged    Stance = "charged"
	StanceConvicted  Stance = "convicted"
)

// Value is the typed value of a claim: exactly one field is set. Text serves
// attacker names, damage, motive, sequence and superlatives.
type Value struct {
	Count  *Count       `json:"count,omitempty"`
	Date   *Date        `json:"date,omitempty"`
	Place  *PlaceRef    `json:"place,omitempty"`
	Actor  *ActorRef    `json:"actor,omitempty"`
	Facets *Facets      `json:"facets,omitempty"`
	Target *Target      `json:"target,omitempty"`
	Stance *Responsible `json:"stance,omitempty"`
	Text   string       `json:"text,omitempty"`
	Bool   *bool        `json:"bool,omitempty"`
}

// Responsible is a stance towards an incident: who is said to be responsible,
// by whom, and how.
type Responsible struct {
	Stance Stance   `json:"stance"`
	Actor  ActorRef `json:"actor"`
}

// ClaimStatus says whether a claim still counts.
type ClaimStatus string

const (
	Active     ClaimStatus = "active"
	Superseded ClaimStatus = "superseded"
	Withdrawn  ClaimStatus = "withdrawn"
	Duplicate  ClaimStatus = "duplicate"
)

// Grade is an Admiralty grade (domain §8.5). Reliability is of the source,
// Credibility of the information.
type Grade struct {
	Reliability string `json:"reliability"` // A–F
	Credibility int    `json:"credibility"` // 1–6
	SetBy       string `json:"set_by"`      // default, human
}

// Claim is one asserted fact with its exact words and everybody who said it
// (domain §1.5).
type Claim struct {
	ID           ID          `json:"id"`
	ReportID     ID          `json:"report_id"`
	MentionID    ID          `json:"mention_id"`
	IncidentID   ID          `json:"incident_id,omitempty"`
	Attribute    Attribute   `json:"attribute"`
	Value        Value       `json:"value"`
	Population   Population  `json:"population,omitempty"` // counts only
	Modality     Modality    `json:"modality"`
	Polarity     Polarity    `json:"polarity"`
	Attribution  []Speaker   `json:"attribution"` // outermost to innermost, at least the outlet
	Passages     []ID        `json:"passage_ids"`
	Span         Span        `json:"span"`
	Exact        string      `json:"exact"` // Report.Text[Span]
	AsOf         *Date       `json:"as_of,omitempty"`
	Status       ClaimStatus `json:"status"`
	SupersededBy ID          `json:"superseded_by,omitempty"`
	Interested   bool        `json:"interested_party,omitempty"`
	Origin       ID          `json:"origin_id,omitempty"` // set by link (§8.3)
	Grade        Grade       `json:"grade"`
	Rule         string      `json:"rule"`       // the rule that took it, "CAS-4/including@1"
	Confidence   float64     `json:"confidence"` // 0–1; of the killed and wounded: how likely the number is of everybody the account is about
}

// ClaimID is the id of the claim that a mention makes about an attribute with
// the words at a span; part tells several claims from the same words apart.
func ClaimID(mention ID, attribute Attribute, s Span, part int) ID {
	return NewID(PrefixClaim, string(mention), string(attribute), itoa(s.Start), itoa(s.End), itoa(part))
}

// Innermost is the last speaker of the chain: who is ultimately saying it.
func (c Claim) Innermost() Speaker {
	if len(c.Attribution) == 0 {
		return Speaker{Role: SpeakerOutlet}
	}
	return c.Attribution[len(c.Attribution)-1]
}

// Check holds the invariants of a single claim against its report's text.
func (c Claim) Check(text string) error {
	if err := c.Span.Check(text); err != nil {
		return err
	}
	if c.Span.Of(text) != c.Exact {
		return Errorf(Damaged, "claim %s quotes %q, the text at its span says %q", c.ID, c.Exact, c.Span.Of(text))
	}
	if len(c.Passages) == 0 {
		return Errorf(Damaged, "claim %s cites no passage", c.ID)
	}
	if c.Value.Count != nil {
		return c.Value.Count.Check()
	}
	return nil
}
