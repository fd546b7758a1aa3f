package dateline

import "math"

// MentionKind says what an account is an account of (domain §7). Only
// KindIncident becomes an incident; the others are kept, shown and never
// counted.
type MentionKind string

const (
	KindIncident            MentionKind = "incident"
	KindSeries              MentionKind = "series"
	KindAggregate           MentionKind = "aggregate"
	KindPlot                MentionKind = "plot"
	KindThreat              MentionKind = "threat"
	KindFoiled              MentionKind = "foiled"
	KindClaimResponsibility MentionKind = "claim_of_responsibility"
	KindDenial              MentionKind = "denial"
	KindAttribution         MentionKind = "attribution"
	KindStatement           MentionKind = "statement"
	KindAllegation          MentionKind = "allegation"
	KindContext             MentionKind = "context"
	KindForecast            MentionKind = "forecast"
)

// Temporality, Polarity and Salience of a mention.
type (
	Temporality string
	Polarity    string
	Salience    string
)

const (
	Past         Temporality = "past"
	Ongoing      Temporality = "ongoing"
	Future       Temporality = "future"
	Hypothetical Temporality = "hypothetical"

	Affirmed Polarity = "affirmed"
	Negated  Polarity = "negated"

	Main      Salience = "main"
	Secondary Salience = "secondary"
	Recap     Salience = "recap"
)

// Cardinality says how many happenings the words speak of: N ≥ 1, or nil for
// many, number not given.
type Cardinality struct {
	N *int `json:"n"`
}

// ActorRole says what an actor did or suffered in an incident.
type ActorRole string

const (
	RolePerpetrator ActorRole = "perpetrator"
	RoleTarget      ActorRole = "target"
	RoleVictim      ActorRole = "victim"
	RoleResponder   ActorRole = "responder"
	RoleSponsor     ActorRole = "sponsor_alleged"
)

// Certainty of an actor's part.
type Certainty string

const (
	CertainConfirmed  Certainty = "confirmed"
	CertainSelf       Certainty = "claimed_by_self"
	CertainAttributed Certainty = "attributed"
	CertainSuspected  Certainty = "suspected"
	CertainDisputed   Certainty = "disputed"
	CertainUnknown    Certainty = "unknown"
)

// ActorRef points at an actor from a text. Actor is empty where the words name
// none that the registry knows; Text is always the words.
type ActorRef struct {
	Actor     ID        `json:"actor_id,omitempty"`
	Name      string    `json:"name"` // registry name, or the words
	Kind      ActorKind `json:"kind,omitempty"`
	Text      string    `json:"text"`
	Span      Span      `json:"span"`
	Role      ActorRole `json:"role"`
	Certainty Certainty `json:"certainty,omitempty"`
	Country   string    `json:"country,omitempty"`   // ISO 3166 alpha-3
	Ambiguous bool      `json:"ambiguous,omitempty"` // ACT-1: parent or affiliate
	Linked    bool      `json:"linked,omitempty"`    // ACT-9: "-linked", not the group itself
	RunnersUp []ID      `json:"runners_up,omitempty"`
}

// TargetCategory is what kind of thing was aimed at (ACT-10).
type TargetCategory string

const (
	TargetDiplomatic   TargetCategory = "diplomatic"
	TargetGovernment   TargetCategory = "government_general"
	TargetPolice       TargetCategory = "police"
	TargetMilitary     TargetCategory = "military"
	TargetNonstate     TargetCategory = "nonstate_armed"
	TargetCitizens     TargetCategory = "private_citizens"
	TargetBusiness     TargetCategory = "business"
	TargetReligious    TargetCategory = "religious"
	TargetEducation    TargetCategory = "education"
	TargetHealth       TargetCategory = "health"
	TargetMedia        TargetCategory = "media"
	TargetNGO          TargetCategory = "ngo"
	TargetIGO          TargetCategory = "igo"
	TargetAviation     TargetCategory = "aviation"
	TargetTransport    TargetCategory = "transport"
	TargetMaritime     TargetCategory = "maritime"
	TargetUtilities    TargetCategory = "utilities"
	TargetTelecom      TargetCategory = "telecom"
	TargetFoodWater    TargetCategory = "food_water"
	TargetTourists     TargetCategory = "tourists"
	TargetParty        TargetCategory = "political_party"
	TargetViolentParty TargetCategory = "violent_party"
	TargetOther        TargetCategory = "other"
	TargetUnknown      TargetCategory = "unknown"
)

// Target is what was aimed at, as one text puts it.
type Target struct {
	Category    TargetCategory `json:"category"`
	Specific    string         `json:"specific,omitempty"`    // neutral words: "embassy of Russia"
	Nationality []string       `json:"nationality,omitempty"` // ISO 3166 alpha-3
	Name        string         `json:"name,omitempty"`        // proper name, for a unique site or a public figure
	Person      bool           `json:"person,omitempty"`      // Name is a person's
	Victim      bool           `json:"victim,omitempty"`      // Name is that of somebody hurt whom no list knows (ETH-2)
	Unique      bool           `json:"unique,omitempty"`      // LNK-1: there is one such thing in such a place
	Text        string         `json:"text"`
	Span        Span           `json:"span"`
}

// PlaceRef points at a place from a text. Place is empty where the words name
// none that the gazetteer knows, or where two entries are too close to choose
// (PLC-9); then Candidates holds them.
type PlaceRef struct {
	Place       ID             `json:"place_id,omitempty"`
	Name        string         `json:"name"`
	Text        string         `json:"text"`
	Span        Span           `json:"span"`
	Role        PlaceRole      `json:"role"`
	Precision   PlacePrecision `json:"precision"`
	Country     string         `json:"country,omitempty"` // ISO 3166 alpha-3
	CountryName string         `json:"country_name,omitempty"`
	Admin1      string         `json:"admin1,omitempty"`
	Admin2      string         `json:"admin2,omitempty"`
	City        string         `json:"city,omitempty"` // the populated place of P0…P2
	GeonameID   int64          `json:"geonameid,omitempty"`
	Lat         *float64       `json:"lat,omitempty"`
	Lon         *float64       `json:"lon,omitempty"`
	RadiusM     *int           `json:"radius_m,omitempty"`
	NotProper   bool           `json:"not_proper,omitempty"` // PLC-3: near X, not X itself
	Inferred    bool           `json:"inferred,omitempty"`
	Disputed    []Claimant     `json:"disputed,omitempty"` // PLC-12: who claims the territory, where more than one state does
	Candidates  []ID           `json:"candidates,omitempty"`
}

// Kilometres is the length of the great circle between two places, if both have
// coordinates.
func (p *PlaceRef) Kilometres(q *PlaceRef) (km float64, ok bool) {
	if p.Lat == nil || p.Lon == nil || q.Lat == nil || q.Lon == nil {
		return 0, false
	}
	const rad = math.Pi / 180
	dLat, dLon := (*q.Lat-*p.Lat)*rad/2, (*q.Lon-*p.Lon)*rad/2
	h := math.Pow(math.Sin(dLat), 2) + math.Cos(*p.Lat*rad)*math.Cos(*q.Lat*rad)*math.Pow(math.Sin(dLon), 2)
	return 2 * 6371 * math.Asin(math.Sqrt(min(h, 1))), true
}

// Claimant is a state that claims a disputed territory; which one administers it
// is the dispute.
type Claimant struct {
	Country string `json:"country"` // ISO 3166 alpha-3
	Name    string `json:"name"`
}

// Mention is one account of one happening in one report (domain §1.4). Date,
// Place, Actors and Targets repeat what its claims say, resolved, so that
// linking need not read claims.
type Mention struct {
	ID          ID          `json:"id"`
	ReportID    ID          `json:"report_id"`
	Passages    []ID        `json:"passages"`
	Trigger     Span        `json:"trigger"`
	TriggerText string      `json:"trigger_text"`
	Kind        MentionKind `json:"kind"`
	Temporality Temporality `json:"temporality"`
	Polarity    Polarity    `json:"polarity"`
	Salience    Salience    `json:"salience"`
	Cardinality Cardinality `json:"cardinality"`
	Hedged      bool        `json:"hedged,omitempty"`
	Facets      Facets      `json:"facets"`
	Date        *Date       `json:"date,omitempty"`
	Place       *PlaceRef   `json:"place,omitempty"`
	Start       *PlaceRef   `json:"start,omitempty"` // firing or seizure point (PLC-6, PLC-8)
	Actors      []ActorRef  `json:"actors,omitempty"`
	Targets     []Target    `json:"targets,omitempty"`
	Victims     []string    `json:"victims,omitempty"`   // names of public figures killed or hurt
	SubCount    int         `json:"sub_count,omitempty"` // LNK-6: blasts or attackers inside one incident, 0 if not said
	Sites       []PlaceRef  `json:"sites,omitempty"`     // LNK-7: where an operation struck, two at least; none if it is told of one place
	PartOf      ID          `json:"part_of,omitempty"`   // LNK-6, LNK-7: the account in the same report that this one is a part of
	Ordinal     int         `json:"ordinal,omitempty"`   // LNK-6: which blast or attacker of those at one place, from 1
	Words       []string    `json:"words,omitempty"`     // content lemmas of its passages, sorted, for linking
}

// Operation says that a mention tells of several places at once: what it counts
// is not what any one of them saw (CAS-9).
func (m *Mention) Operation() bool { return len(m.Sites) > 0 }

// MentionID is the id of the account that a trigger opens in a report. Two
// accounts from one trigger (a distributive list, LNK-8) differ by part.
func MentionID(report ID, trigger Span, part int) ID {
	return NewID(PrefixMention, string(report), itoa(trigger.Start), itoa(trigger.End), itoa(part))
}

// Reading is all that extract takes from one report.
type Reading struct {
	Passages []Passage `json:"passages"`
	Mentions []Mention `json:"mentions"`
	Claims   []Claim   `json:"claims"`
	Unused   []Unused  `json:"unused,omitempty"`
	Gist     *Gist     `json:"gist,omitempty"`
}

// Unused is a span that was seen and not used, and why.
type Unused struct {
	Span   Span   `json:"span"`
	Reason string `json:"reason"`
}
