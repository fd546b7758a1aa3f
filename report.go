package dateline

import (
	"cmp"
	"iter"
)

// Raw is what ingest hands over: the bytes of one report as received and what
// came with them. Fields that the carrier did not give are empty; nothing is
// ever filled from the file system or the clock (DAT-15).
type Raw struct {
	Bytes      []byte
	Name       string // where it came from, for messages: a path, "-", a URL
	MediaType  string // "text/plain", "text/html"; "" if not known
	ExternalID string // the id that the carrier gave it (reports.jsonl `id`)
	URL        string
	Outlet     string
	Title      string
	Published  string // EDTF or RFC 3339, from metadata
	Language   string // BCP 47
}

// Genre of a report; it changes default grading (§8.5) and how its recaps are
// read (§7.6).
type Genre string

const (
	SpotNews          Genre = "spot_news"
	Analysis          Genre = "analysis"
	Opinion           Genre = "opinion"
	Explainer         Genre = "explainer"
	LiveBlog          Genre = "live_blog"
	OfficialStatement Genre = "official_statement"
	PressRelease      Genre = "press_release"
	Propaganda        Genre = "propaganda"
	NGOReport         Genre = "ngo_report"
	CourtDoc          Genre = "court_doc"
	SocialPost        Genre = "social_post"
	DatasetRow        Genre = "dataset_row"
	GenreUnknown      Genre = "unknown"
)

// PublishedBasis says where a publication date was read.
type PublishedBasis string

const (
	PublishedMetadata PublishedBasis = "metadata"
	PublishedPrinted  PublishedBasis = "printed"
	PublishedDateline PublishedBasis = "dateline"
	PublishedURL      PublishedBasis = "url"
	PublishedInferred PublishedBasis = "inferred"
	PublishedUnknown  PublishedBasis = "unknown"
)

// Published is when a report appeared. With basis inferred or unknown EDTF is
// "" and Earliest and Latest are the window of DAT-16.
type Published struct {
	EDTF     string         `json:"edtf,omitempty"`
	At       string         `json:"at,omitempty"` // RFC 3339 UTC, where a time of day was given
	Earliest Day            `json:"earliest,omitempty"`
	Latest   Day            `json:"latest,omitempty"`
	Basis    PublishedBasis `json:"basis"`
}

// Day is the publication day if it is known to the day, else "".
func (p Published) Day() Day {
	if p.Earliest == p.Latest {
		return p.Earliest
	}
	return ""
}

// Handling marks drive masking and sealing (§11).
type Handling string

const (
	HandlePropaganda Handling = "propaganda"
	HandleGraphic    Handling = "graphic"
	HandleSexual     Handling = "sexual_violence"
	HandleMinor      Handling = "minor"
	HandlePrivate    Handling = "private_person"
	HandleLegalHold  Handling = "legal_hold"
	HandleFinancial  Handling = "financial_identifier"
)

// Boilerplate is a stretch of a report that is not part of what was reported.
type Boilerplate struct {
	Span Span   `json:"span"`
	Kind string `json:"kind"` // navigation, donation, byline, credit, caption, outlet, repeat
}

// Report is one document from one outlet at one time (domain §1.2).
type Report struct {
	ID           ID            `json:"id"`
	ExternalID   string        `json:"external_id,omitempty"`
	SHA256Raw    string        `json:"sha256_raw"`
	SHA256Text   string        `json:"sha256_text"`
	Name         string        `json:"name,omitempty"` // where it came from
	URL          string        `json:"url,omitempty"`
	CanonicalURL string        `json:"canonical_url,omitempty"`
	Outlet       string        `json:"outlet,omitempty"`        // as printed or given
	OutletID     ID            `json:"outlet_id,omitempty"`     // source, once resolved
	AgencyCredit []string      `json:"agency_credit,omitempty"` // as printed
	Byline       []string      `json:"byline,omitempty"`
	Title        string        `json:"title,omitempty"`
	DatelineText string        `json:"dateline_text,omitempty"` // "NAIROBI, Oct. 3": filing place, not incident place
	Published    Published     `json:"published"`
	Language     string        `json:"language,omitempty"`
	Genre        Genre         `json:"genre"`
	Family       ID            `json:"family,omitempty"`
	VersionOf    ID            `json:"version_of,omitempty"`
	VersionOrder string        `json:"version_order,omitempty"` // earlier, later, unknown
	Text         string        `json:"text"`
	TitleSpan    *Span         `json:"title_span,omitempty"`  // where the title stands in Text, if it does
	Boilerplate  []Boilerplate `json:"boilerplate,omitempty"` // in the order of the text
	Masked       []Span        `json:"masked,omitempty"`      // financial and contact identifiers (ETH-10)
	Handling     []Handling    `json:"handling,omitempty"`
	Rights       string        `json:"rights,omitempty"`
	CleanVersion string        `json:"clean_version"`
}

// ReportID is the id of the report whose raw bytes have the given hash.
func ReportID(sha256Raw string) ID { return NewID(PrefixReport, sha256Raw) }

// OutletKey tells the outlet from others: the source that it was resolved to, else
// the outlet as printed; "" if nothing is known of it.
func (r *Report) OutletKey() string { return cmp.Or(string(r.OutletID), r.Outlet) }

// InBoilerplate says whether s touches a stretch that is not read.
func (r *Report) InBoilerplate(s Span) bool {
	for _, b := range r.Boilerplate {
		if b.Span.Overlaps(s) {
			return true
		}
	}
	return false
}

// Readable goes over the stretches of the text outside boilerplate, by start and
// end in bytes.
func (r *Report) Readable() iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		at := 0
		for _, b := range r.Boilerplate {
			if b.Span.Start > at && !yield(at, b.Span.Start) {
				return
			}
			at = max(at, b.Span.End)
		}
		if at < len(r.Text) {
			yield(at, len(r.Text))
		}
	}
}

// PassageRole is the role of a passage in its report.
type PassageRole string

const (
	RoleHeadline    PassageRole = "headline"
	RoleDek         PassageRole = "dek"
	RoleLede        PassageRole = "lede"
	RoleBody        PassageRole = "body"
	RoleCaption     PassageRole = "caption"
	RolePullQuote   PassageRole = "pull_quote"
	RoleBoilerplate PassageRole = "boilerplate"
)

// Passage is one sentence of a report, the unit that claims cite (§1.3).
type Passage struct {
	ID        ID          `json:"id"`
	ReportID  ID          `json:"report_id"`
	Span      Span        `json:"span"`
	Exact     string      `json:"exact"`
	Paragraph int         `json:"paragraph_index"`
	Sentence  int         `json:"sentence_index"`
	Role      PassageRole `json:"role"`
	Quoted    []Quote     `json:"quoted,omitempty"`
}

// Quote is a stretch inside quotation marks and who speaks it. Words inside
// belong to the speaker, not to the outlet.
type Quote struct {
	Span    Span   `json:"span"`
	Speaker string `json:"speaker_text,omitempty"`
}

// PassageID is the id of the sentence of a report that starts and ends at the
// given bytes.
func PassageID(report ID, s Span) ID {
	return NewID(PrefixPassage, string(report), itoa(s.Start), itoa(s.End))
}
