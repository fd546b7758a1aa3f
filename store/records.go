package store

import (
	"context"
	"iter"

	"github.com/opendateline/dateline"
)

// Reports keeps reports with their text.
type Reports interface {
	// PutReport adds the report or replaces what is known of it: its family,
	// its text after a new cleaning. The raw bytes must be stored already.
	PutReport(ctx context.Context, r *dateline.Report) error
	// PutFamily changes nothing of a report but its family.
	PutFamily(ctx context.Context, report, group dateline.ID) error
	// Report gives one report, or NotFound.
	Report(ctx context.Context, id dateline.ID) (*dateline.Report, error)
	// ListReports yields reports in the order of their ids.
	ListReports(ctx context.Context, f ReportFilter) iter.Seq2[*dateline.Report, error]
	// CountReports counts what ListReports would yield, whatever f.Limit and f.After.
	CountReports(ctx context.Context, f ReportFilter) (int, error)
}

// ReportFilter chooses reports; an empty field does not choose.
type ReportFilter struct {
	ExternalID string
	Outlet     string // as printed or given
	OutletID   dateline.ID
	Family     dateline.ID
	Incident   dateline.ID  // reports that an incident rests on
	From, To   dateline.Day // publication window touches; reports without any window are left out
	Language   string
	NotReadBy  string // reports whose reading was not made by this version, or that have none
	Unread     bool   // reports that have no reading at all
	After      dateline.ID
	Limit      int // 0: all
}

// Readings keeps what extract took from each report.
type Readings interface {
	// PutReading replaces the reading of a report; version names the stage
	// versions that made it. Blocks of mentions that are gone go with them;
	// a mention or claim that is in both keeps its incident.
	PutReading(ctx context.Context, report dateline.ID, version string, r *dateline.Reading) error
	// Reading gives the reading of a report and the version that made it, or
	// NotFound.
	Reading(ctx context.Context, report dateline.ID) (*dateline.Reading, string, error)
}

// Mentions are the accounts inside readings.
type Mentions interface {
	// Mention gives one mention, or NotFound.
	Mention(ctx context.Context, id dateline.ID) (*dateline.Mention, error)
	// ListMentions yields the mentions of a filter in the order of their ids.
	ListMentions(ctx context.Context, f MentionFilter) iter.Seq2[*dateline.Mention, error]
	// IncidentOf gives the incident that a mention is part of, or "" if none.
	IncidentOf(ctx context.Context, mention dateline.ID) (dateline.ID, error)
}

// MentionFilter chooses mentions; an empty field does not choose.
type MentionFilter struct {
	Kinds    []dateline.MentionKind
	Report   dateline.ID
	Incident dateline.ID
	After    dateline.ID
	Limit    int
}

// Claims are the asserted facts inside readings. A claim belongs to the incident
// of its mention: IncidentID is filled in from there and never stored apart.
type Claims interface {
	// Claim gives one claim, or NotFound.
	Claim(ctx context.Context, id dateline.ID) (*dateline.Claim, error)
	// ListClaims yields the claims of a filter: by report, then place in the text.
	ListClaims(ctx context.Context, f ClaimFilter) iter.Seq2[*dateline.Claim, error]
	// PutClaims rewrites claims that are there already, after tracing or
	// reconciling set their origin, grade or status. Words and spans of a
	// stored claim cannot change: Conflict.
	PutClaims(ctx context.Context, claims ...dateline.Claim) error
}

// ClaimFilter chooses claims; an empty field does not choose.
type ClaimFilter struct {
	Report    dateline.ID
	Mention   dateline.ID
	Incident  dateline.ID
	Origin    dateline.ID
	Attribute dateline.Attribute
}

// Incidents keeps incident records: the newest state of each.
type Incidents interface {
	// PutIncident writes the state that rev brings about and appends rev with
	// it. rev.N must follow the stored revision, else Conflict and nothing is
	// written: somebody changed it first. It sets Revision and ContentHash of
	// i, and Record, Seq, PrevHash and Hash of rev. Its mentions then belong
	// to it, unless it is merged or split: such a record keeps its list as
	// history. MergedInto redirects its ids, until it stands by itself
	// again.
	PutIncident(ctx context.Context, i *dateline.Incident, rev *dateline.Revision) error
	// Incident gives the newest state, or NotFound. A merged incident is
	// given as it is; follow Canonical first to reach what it became.
	Incident(ctx context.Context, id dateline.ID) (*dateline.Incident, error)
	// ListIncidents yields the incidents of a filter in its order.
	ListIncidents(ctx context.Context, f Filter) iter.Seq2[Row, error]
	// CountIncidents counts incidents of a filter by the values of a column,
	// whatever its Limit and After. By the column "" there is one count.
	CountIncidents(ctx context.Context, f Filter, by Column) ([]Bucket, error)
}

// Row is an incident in a list and when it last changed.
type Row struct {
	*dateline.Incident
	Seq     int64             // of its newest revision
	Changed string            // RFC 3339 UTC
	Whole   dateline.PublicID // of the operation that it is a part of; filled by who shows a list
}

// Bucket is how many incidents share a value.
type Bucket struct {
	Value string
	N     int
}

// History reads the log of revisions, and appends to it for records that are
// no incidents.
type History interface {
	// Revise appends a revision with the full state it brings about, as JSON.
	// It sets Seq, PrevHash and Hash; N must follow the record's last, else
	// Conflict.
	Revise(ctx context.Context, rev *dateline.Revision, state []byte) error
	// Revisions yields revisions in the order of Seq.
	Revisions(ctx context.Context, f RevisionFilter) iter.Seq2[dateline.Revision, error]
	// StateAt gives the revision of a record and its state: number n, or the
	// newest not after at if n is 0 and at is given, or the newest. NotFound
	// if there was none yet.
	StateAt(ctx context.Context, record dateline.ID, n int, at string) (dateline.Revision, []byte, error)
}

// RevisionFilter chooses revisions; an empty field does not choose.
type RevisionFilter struct {
	Record   dateline.ID
	SinceSeq int64  // later than this
	Since    string // RFC 3339 UTC: not before this
	Limit    int
}

// Decisions is the log of every choice with its reasons.
type Decisions interface {
	// Decide appends decisions. One that is there already with the same
	// content is left alone, so that a repeated step is harmless; the same id
	// with other content is a Conflict. A decision with action undo marks its
	// targets as undone by it.
	Decide(ctx context.Context, ds ...dateline.Decision) error
	// Decision gives one decision, or NotFound.
	Decision(ctx context.Context, id dateline.ID) (*dateline.Decision, error)
	// ListDecisions yields decisions in the order in which they were appended.
	ListDecisions(ctx context.Context, f DecisionFilter) iter.Seq2[dateline.Decision, error]
}

// DecisionFilter chooses decisions; an empty field does not choose.
type DecisionFilter struct {
	Target   dateline.ID
	About    []dateline.ID // people's in whose parts one of these mentions stands
	Actions  []dateline.Action
	Persons  bool // only people's
	Standing bool // only those not undone
	Newest   bool // newest first
	Limit    int
}

// Jobs keeps runs of work, one outcome per input, so that a run that was
// interrupted can go on where it stopped.
type Jobs interface {
	// PutJob adds or rewrites a job without its outcomes.
	PutJob(ctx context.Context, j *dateline.Job) error
	// Job gives one job with its outcomes in the order they came, or NotFound.
	Job(ctx context.Context, id dateline.ID) (*dateline.Job, error)
	// ListJobs yields jobs without outcomes, newest first.
	ListJobs(ctx context.Context, limit int) iter.Seq2[*dateline.Job, error]
	// PutOutcomes records what became of inputs; the last word on an input counts.
	PutOutcomes(ctx context.Context, job dateline.ID, outcomes ...dateline.Outcome) error
}
