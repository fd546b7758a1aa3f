package dateline

// IncidentStatus says how far a record has come (domain §1.6).
type IncidentStatus string

const (
	Candidate IncidentStatus = "candidate" // proposed by the program
	Linked    IncidentStatus = "linked"    // joined across reports by the program
	Reviewed  IncidentStatus = "reviewed"  // accepted by a person's decision
	Merged    IncidentStatus = "merged"
	Split     IncidentStatus = "split"
	Retracted IncidentStatus = "retracted"
)

// Incident is one reconciled record of what happened once, at one place
// (domain §1.6).
type Incident struct {
	ID             ID                    `json:"uid"`
	Public         PublicID              `json:"id"`
	Revision       int                   `json:"revision"`
	Accepted       int                   `json:"accepted_revision,omitempty"` // the last one that a person accepted; 0 for none
	Status         IncidentStatus        `json:"status"`
	Title          string                `json:"title"`
	Facets         Facets                `json:"facets"`
	Type           Type                  `json:"type"`
	Date           FactDate              `json:"date"`
	Place          FactPlace             `json:"place"`
	Start          *FactPlace            `json:"start,omitempty"`
	Actors         []FactActor           `json:"actors,omitempty"`
	Targets        []FactTarget          `json:"targets,omitempty"`
	Responsibility []Responsibility      `json:"responsibility,omitempty"`
	Texts          []FactText            `json:"texts,omitempty"` // attacker names, damage, motive, superlatives …
	Figures        []Figure              `json:"figures,omitempty"`
	SubCount       int                   `json:"sub_incident_count"` // ≥ 1
	Sites          []PlaceRef            `json:"sites,omitempty"`    // LNK-7: where an operation struck, in order of name
	Operation      ID                    `json:"operation_id,omitempty"`
	Children       []ID                  `json:"children,omitempty"` // sorted; what the figures of an operation count together
	Ordinal        int                   `json:"ordinal,omitempty"`  // LNK-6: which of the parts at one place, from 1
	Mentions       []ID                  `json:"mentions"`           // sorted
	Related        []Related             `json:"related,omitempty"`  // sorted by mention
	Probable       []ID                  `json:"probable,omitempty"` // of those, the ones below the link threshold
	Reports        []ID                  `json:"reports"`            // sorted
	Contradictions []Contradiction       `json:"contradictions,omitempty"`
	Independence   Independence          `json:"independence"`
	Support        map[Attribute]Support `json:"support"`
	Clarity        int                   `json:"clarity"`       // 1 individually reported, 2 part of a summary
	DisplayGrade   string                `json:"display_grade"` // §8.6
	MergedInto     ID                    `json:"merged_into,omitempty"`
	SplitFrom      ID                    `json:"split_from,omitempty"`
	SplitInto      []ID                  `json:"split_into,omitempty"`
	ContentHash    string                `json:"content_hash"`
}

// Related is a mention that speaks of the incident and of others as well, or of
// what may come: a total that it is part of, a threat, a plot. It adds no fact.
type Related struct {
	Mention ID          `json:"mention_id"`
	Report  ID          `json:"report_id"`
	Passage ID          `json:"passage_id"` // the sentence that says it
	Kind    MentionKind `json:"kind"`
}

// FactDate is when it happened, with the claims that say so.
type FactDate struct {
	Date
	Claims []ID `json:"claim_ids,omitempty"`
}

// FactPlace is where it happened, with the claims that say so. Ref is nil when
// no claim names a place.
type FactPlace struct {
	Ref    *PlaceRef `json:"ref,omitempty"`
	Claims []ID      `json:"claim_ids,omitempty"`
}

// FactActor is one actor of the incident.
type FactActor struct {
	ActorRef
	Claims []ID `json:"claim_ids"`
}

// FactTarget is one target of the incident.
type FactTarget struct {
	Target
	Claims []ID `json:"claim_ids"`
}

// FactText is one value in words, of an attribute that is kept as words.
type FactText struct {
	Attribute Attribute `json:"attribute"`
	Text      string    `json:"text"`
	Claims    []ID      `json:"claim_ids"`
}

// Responsibility is one stance towards the incident and who took it.
type Responsibility struct {
	Actor  ActorRef `json:"actor"`
	Stance Stance   `json:"stance"`
	By     string   `json:"by"` // speaker, in words
	Claims []ID     `json:"claim_ids"`
}

// FigureStatus says how a figure's numbers came about.
type FigureStatus string

const (
	FigureStated  FigureStatus = "stated"
	FigureDerived FigureStatus = "derived" // sum of stated parts
	FigureImplied FigureStatus = "implied" // CAS-10
	FigureNone    FigureStatus = "none_stated"
)

// Figure is low, best and high of one measure for one population, with the
// rule that chose them (domain §1.7).
type Figure struct {
	ID             ID           `json:"id"`
	Measure        Measure      `json:"measure"`
	Population     Population   `json:"population"`
	Low            *int         `json:"low"`
	Best           *int         `json:"best"`
	High           *int         `json:"high"`
	HighOpen       bool         `json:"high_open"`
	Status         FigureStatus `json:"status"`
	Rule           string       `json:"rule"` // preset/rung@version
	LowClaims      []ID         `json:"low_claims,omitempty"`
	BestClaims     []ID         `json:"best_claims,omitempty"`
	HighClaims     []ID         `json:"high_claims,omitempty"`
	Anchors        []int        `json:"anchors,omitempty"` // distinct, ascending
	Parts          []Count      `json:"parts,omitempty"`
	Approximate    bool         `json:"approximate,omitempty"`
	Vague          bool         `json:"vague,omitempty"`
	InterestedOnly bool         `json:"interested_only,omitempty"`
	OriginsMin     int          `json:"origins_min"`
	OriginsMax     int          `json:"origins_max"`
	Explanation    string       `json:"explanation"`
}

// Check holds the invariants of one figure (domain §1.7).
func (f Figure) Check() error {
	if !ascending(f.Low, f.Best) || !ascending(f.Best, f.High) || !ascending(f.Low, f.High) {
		return Errorf(Damaged, "figure %s of %s is not in order", f.Measure, f.Population)
	}
	for _, bound := range []struct {
		n      *int
		claims []ID
	}{{f.Low, f.LowClaims}, {f.Best, f.BestClaims}, {f.High, f.HighClaims}} {
		if bound.n != nil && len(bound.claims) == 0 && len(f.Parts) == 0 {
			return Errorf(Damaged, "figure %s of %s has a number without a claim", f.Measure, f.Population)
		}
	}
	return nil
}

// ContradictionType is a way in which claims cannot all hold (domain §9).
type ContradictionType string

const (
	ContraCount          ContradictionType = "count"
	ContraComposition    ContradictionType = "composition"
	ContraDate           ContradictionType = "date"
	ContraPlace          ContradictionType = "place"
	ContraActMeans       ContradictionType = "act_means"
	ContraTarget         ContradictionType = "target"
	ContraActorIdentity  ContradictionType = "actor_identity"
	ContraNameVariant    ContradictionType = "name_variant"
	ContraIdentity       ContradictionType = "identity"
	ContraResponsibility ContradictionType = "responsibility"
	ContraExistence      ContradictionType = "existence"
	ContraOutcome        ContradictionType = "outcome"
	ContraModality       ContradictionType = "modality"
	ContraScope          ContradictionType = "scope"
	ContraInternal       ContradictionType = "internal"
)

// Severity of a contradiction.
type Severity string

const (
	Info  Severity = "info"
	Minor Severity = "minor"
	Major Severity = "major"
)

// Contradiction is two or more claims on one fact that cannot all hold.
type Contradiction struct {
	ID          ID                `json:"id"`
	Type        ContradictionType `json:"type"`
	Attribute   Attribute         `json:"attribute"`
	Sides       []Side            `json:"sides"`
	Severity    Severity          `json:"severity"`
	Status      string            `json:"status"` // open, explained, resolved
	SameOrigin  bool              `json:"same_origin,omitempty"`
	Explanation string            `json:"explanation,omitempty"` // the machine's possible reason, not checked
	Wording     string            `json:"wording"`               // for readers
}

// Side is one of the things said in a contradiction.
type Side struct {
	Claims  []ID   `json:"claim_ids"`
	Value   string `json:"value"` // in words
	Sources string `json:"sources"`
	Origins []ID   `json:"origins"`
}

// Independence counts who stands behind a record; three counts that are never
// mixed (IND-5, IND-6).
type Independence struct {
	Reports          int `json:"reports"`
	Outlets          int `json:"outlets"`
	OutletsUnknown   int `json:"outlets_unknown"`
	Families         int `json:"families"`
	OriginsMin       int `json:"origins_min"`
	OriginsMax       int `json:"origins_max"`
	Interested       int `json:"interested"`
	UnknownSecondary int `json:"unknown_secondary"`
}

// Support is the state of a fact (experience §2.1).
type Support string

const (
	NotReported  Support = "not_reported"
	Decided      Support = "decided"
	Contested    Support = "contested"
	InferredOnly Support = "inferred"
	NoBasis      Support = "no_basis"
	SingleOrigin Support = "single_origin"
	Agreed       Support = "agreed"
)

// Figure gives the figure of a measure and population, or nil.
func (i *Incident) Figure(m Measure, p Population) *Figure {
	for k := range i.Figures {
		if i.Figures[k].Measure == m && i.Figures[k].Population == p {
			return &i.Figures[k]
		}
	}
	return nil
}

// SiteNames are the towns of an operation, in order of name; none for an
// incident of one place (LNK-7).
func (i *Incident) SiteNames() []string {
	var names []string
	for _, x := range i.Sites {
		names = append(names, x.City)
	}
	return names
}

// Disputes are the contradictions between reports that nobody has settled. What
// is for information only, within one report or between its versions, is none.
func (i *Incident) Disputes() []Contradiction {
	var out []Contradiction
	for _, c := range i.Contradictions {
		if c.Status == "open" && c.Severity != Info {
			out = append(out, c)
		}
	}
	return out
}

// Unreviewed says that no person has accepted the record yet (ETH-14).
func (i *Incident) Unreviewed() bool { return i.Status == Candidate || i.Status == Linked }

// ChangedSinceReview says that a person accepted an earlier revision: what is
// handed out as finished is that one (§1.6).
func (i *Incident) ChangedSinceReview() bool {
	return i.Status == Reviewed && i.Accepted > 0 && i.Accepted < i.Revision
}
