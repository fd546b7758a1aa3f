package dateline

// Gist is what a report as a whole is about, judged by learned weights over its
// words. It is evidence about the report, not about any incident.
type Gist struct {
	Violations  []Judgement `json:"violations,omitempty"`  // those held more likely than not
	Perpetrator *Judgement  `json:"perpetrator,omitempty"` // the kind of perpetrator
	Country     *Judgement  `json:"country,omitempty"`     // ISO 3166 alpha-3
	Province    *Judgement  `json:"province,omitempty"`    // name of a first-level division
	Place       *Judgement  `json:"place,omitempty"`       // name of a settlement
	Date        *Judgement  `json:"date,omitempty"`        // EDTF: year, month or day
}

// Judgement is one answer about a report, how likely it is held to be, and the
// words that spoke most for it.
type Judgement struct {
	Value       string   `json:"value"`
	Written     []string `json:"written,omitempty"` // how the report spells it otherwise
	Probability float64  `json:"probability"`
	Reasons     []Reason `json:"reasons,omitempty"` // heaviest first
}

// Reason is a stretch of the report that spoke for a judgement.
type Reason struct {
	What   string  `json:"what"` // what was seen there, in a few words
	Span   Span    `json:"span"`
	Weight float64 `json:"weight"` // its part of the score
}
