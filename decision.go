package dateline

// Action is what a decision does (domain §1.11).
type Action string

const (
	ActExtract       Action = "extract"
	ActSetAside      Action = "set_aside" // by the gate: kept, not read
	ActResolve       Action = "resolve"
	ActLink          Action = "link"
	ActSeparate      Action = "separate"
	ActNotEnough     Action = "not_enough_information"
	ActTrace         Action = "trace"
	ActChoose        Action = "choose"
	ActMerge         Action = "merge"
	ActSplit         Action = "split"
	ActReview        Action = "review"
	ActRetract       Action = "retract"
	ActRestore       Action = "restore"
	ActSetValue      Action = "set_value"
	ActContradiction Action = "resolve_contradiction"
	ActCorrectPlace  Action = "correct_place"
	ActCorrectActor  Action = "correct_actor"
	ActSetGrade      Action = "set_grade"
	ActSetHandling   Action = "set_handling"
	ActSuppress      Action = "suppress"
	ActUnseal        Action = "unseal"
	ActUndo          Action = "undo"
)

// Decision is one choice with its reasons, made by a stage or by a person. It
// is the one shape of every "why": stored once, shown as stored.
type Decision struct {
	ID        ID       `json:"id"`
	By        string   `json:"by"` // stage@version, or a person's name
	Person    bool     `json:"person,omitempty"`
	Action    Action   `json:"action"`
	Targets   []ID     `json:"targets"`
	Rule      string   `json:"rule"`
	Version   string   `json:"version"`
	Parts     []Part   `json:"parts,omitempty"`
	RunnersUp []string `json:"runners_up,omitempty"`
	Before    string   `json:"before,omitempty"` // JSON or words
	After     string   `json:"after,omitempty"`
	Note      string   `json:"note,omitempty"`
	At        string   `json:"at,omitempty"` // RFC 3339 UTC; empty for decisions that a re-run repeats
	UndoneBy  ID       `json:"undone_by,omitempty"`
}

// Part is one addition to a decision: what was compared, the values, the
// points it gave and the claims it rests on. The points of all parts sum to
// the score of the decision.
type Part struct {
	What   string   `json:"what"`
	Values []string `json:"values,omitempty"`
	Points *float64 `json:"points,omitempty"`
	Claims []ID     `json:"claim_ids,omitempty"`
}

// Score is the sum of the points of the parts.
func (d Decision) Score() float64 {
	var sum float64
	for _, p := range d.Parts {
		if p.Points != nil {
			sum += *p.Points
		}
	}
	return sum
}

// Revision is one state of a record. Seq numbers all revisions of a store in
// one order; PrevHash chains them.
type Revision struct {
	Record   ID       `json:"record_id"`
	N        int      `json:"n"`
	Seq      int64    `json:"seq"`
	Cause    string   `json:"cause"` // new_report, decision, rule_change, import
	Reason   string   `json:"reason"`
	Decision ID       `json:"decision_id,omitempty"`
	Changes  []Change `json:"changes,omitempty"`
	At       string   `json:"at"` // RFC 3339 UTC
	By       string   `json:"by"`
	PrevHash string   `json:"prev_hash"`
	Hash     string   `json:"hash"`
}

// Change is one attribute's value before and after, in words.
type Change struct {
	Attribute string `json:"attribute"`
	Before    string `json:"before"`
	After     string `json:"after"`
	Claims    []ID   `json:"claim_ids,omitempty"`
}

// Outcome says what became of one input of a job.
type Outcome struct {
	Input  string `json:"input"`
	Result string `json:"outcome"` // new, duplicate, set_aside, rejected
	Report ID     `json:"report_id,omitempty"`
	Reason string `json:"reason,omitempty"`
	Code   Code   `json:"code,omitempty"`
}

// Job is one run of reading, matching, rebuilding or exporting.
type Job struct {
	ID       ID             `json:"id"`
	Public   PublicID       `json:"public,omitempty"`
	Kind     string         `json:"kind"`
	Status   string         `json:"status"` // running, done, partial, stopped
	Started  string         `json:"started"`
	Ended    string         `json:"ended,omitempty"`
	Counts   map[string]int `json:"counts,omitempty"`
	Outcomes []Outcome      `json:"outcomes,omitempty"`
}
