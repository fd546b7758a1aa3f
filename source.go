package dateline

// Scale of a source; it says nothing about reliability.
type Scale string

const (
	ScaleLocal         Scale = "local"
	ScaleSubnational   Scale = "subnational"
	ScaleNational      Scale = "national"
	ScaleRegional      Scale = "regional"
	ScaleInternational Scale = "international"
	ScaleOther         Scale = "other"
)

// Source is an entity that speaks: an outlet, agency, ministry, hospital, an
// armed group's media arm, witnesses as a class (domain §1.10).
type Source struct {
	ID            ID          `json:"id"`
	Name          string      `json:"name"`
	Aliases       []string    `json:"aliases,omitempty"`
	Kind          IssuerClass `json:"kind"`
	Country       string      `json:"country,omitempty"`
	Scale         Scale       `json:"scale,omitempty"`
	Reliability   string      `json:"default_reliability"`      // A–F
	BelligerentOf []ID        `json:"belligerent_of,omitempty"` // actors it speaks for (ACT-3)
	Domain        string      `json:"domain,omitempty"`
}

// OriginKind says what sort of act of publication or observation an origin is.
type OriginKind string

const (
	OwnReporting      OriginKind = "own_reporting"
	WireStory         OriginKind = "wire_story"
	NewspaperStory    OriginKind = "newspaper_story"
	StatementOfficial OriginKind = "official_statement"
	PropagandaRelease OriginKind = "propaganda_release"
	ReportNGO         OriginKind = "ngo_report"
	ReportIGO         OriginKind = "igo_report"
	CourtRecord       OriginKind = "court_record"
	Eyewitness        OriginKind = "eyewitness"
	LeakedDoc         OriginKind = "leaked_doc"
	DatasetOrigin     OriginKind = "dataset"
	UnknownSecondary  OriginKind = "unknown_secondary"
)

// Origin is one act of publication or observation from which information
// flows: a wire story, a press conference, one issue of a weekly.
type Origin struct {
	ID         ID          `json:"id"`
	Kind       OriginKind  `json:"kind"`
	Issuer     ID          `json:"issuer_id,omitempty"` // source
	IssuerText string      `json:"issuer_text,omitempty"`
	Class      IssuerClass `json:"class,omitempty"`
	Actor      ID          `json:"actor_id,omitempty"` // for an interested issuer
	Date       *Date       `json:"date,omitempty"`
	Family     ID          `json:"family,omitempty"` // for a story told in its own voice
	Interested bool        `json:"interested,omitempty"`
	Carriers   []ID        `json:"carriers"` // reports, sorted
}

// Family is a set of reports that are copies or versions of one text, with the
// shared runs that show it (IND-1, IND-2).
type Family struct {
	ID      ID       `json:"id"`
	Reports []ID     `json:"reports"` // sorted
	Pairs   []Shared `json:"pairs"`
}

// Shared is the evidence that two reports share text. Containment is the share
// of the smaller report's 5-grams that the larger one holds, 0…1.
type Shared struct {
	A           ID      `json:"a"`
	B           ID      `json:"b"`
	Containment float64 `json:"containment"`
	Jaccard     float64 `json:"jaccard"`
	Runs        []Run   `json:"runs"`
	Credit      string  `json:"credit,omitempty"` // shared byline or credit, if that was evidence
}

// Run is one stretch of words that two reports share.
type Run struct {
	A      Span `json:"a"`
	B      Span `json:"b"`
	Tokens int  `json:"tokens"`
}

// Basis groups claims by how their speaker knows (experience §2.1).
type Basis string

const (
	BasisWitness      Basis = "witness"
	BasisOfficial     Basis = "official"
	BasisMedical      Basis = "medical"
	BasisOwnReporter  Basis = "own_reporter"
	BasisOrganisation Basis = "organisation"
	BasisPerpetrator  Basis = "perpetrator_claim"
	BasisOtherOutlet  Basis = "other_outlet"
	BasisUnnamed      Basis = "unnamed"
	BasisNoneStated   Basis = "none_stated"
)
