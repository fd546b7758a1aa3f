package eval

import "encoding/json"

// Report is a report of a corpus, as its reports.jsonl gives it.
type Report struct {
	ID        string `json:"id"`
	Text      string `json:"text"`
	Language  string `json:"language"`
	Title     string `json:"title"`
	Published string `json:"published"`
	Outlet    string `json:"outlet"`
	URL       string `json:"url"`
	Topic     string `json:"topic"`
}

// Span is a stretch of a report in bytes, half-open. A gold span without place
// has only its Text.
type Span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text,omitempty"`
}

func (s Span) overlap(o Span) int { return max(0, min(s.End, o.End)-max(s.Start, o.Start)) }
func (s Span) same(o Span) bool   { return s.Start == o.Start && s.End == o.End }

// Range is a number known between two ends; an end that is nil is not known.
type Range struct {
	Low  *int `json:"low"`
	High *int `json:"high"`
}

// Exactly is the range of one number.
func Exactly(n int) *Range { return &Range{&n, &n} }

// FieldsRow is what one report says about its main incident. An empty field is
// not given.
type FieldsRow struct {
	Report          string            `json:"report"`
	Date            string            `json:"date"`
	Country         string            `json:"country"`
	Admin1          string            `json:"admin1"`
	Place           string            `json:"place"`
	Types           []string          `json:"types"`
	Perpetrator     string            `json:"perpetrator"`
	PerpetratorType string            `json:"perpetrator_type"`
	Weapon          string            `json:"weapon"`
	Killed          *Range            `json:"killed"`
	Wounded         *Range            `json:"wounded"`
	Spans           map[string][]Span `json:"spans"`
}

// IncidentRow is an incident and the reports about it.
type IncidentRow struct {
	Incident string   `json:"incident"`
	Reports  []string `json:"reports"`
	Date     string   `json:"date"`
	Country  string   `json:"country"`
	Admin1   string   `json:"admin1"`
	Place    string   `json:"place"`
	Lat      *float64 `json:"lat"`
	Lon      *float64 `json:"lon"`
	Killed   *int     `json:"killed"`
	Wounded  *int     `json:"wounded"`
}

// Time is a time expression and its value.
type Time struct {
	Span
	Type  string `json:"type"`
	Value string `json:"value"`
	// DCT marks an expression that repeats the date of the report.
	DCT bool `json:"dct"`
}

// TimesRow holds the time expressions of one report.
type TimesRow struct {
	Report string `json:"report"`
	Times  []Time `json:"times"`
}

// Toponym is a place name and the place meant; without coordinates it was not
// resolved.
type Toponym struct {
	Span
	Lat *float64 `json:"lat"`
	Lon *float64 `json:"lon"`
	// Nationality marks an answer that is a name of people ("Iraqi"): some
	// corpora label these and some do not, so it counts only where the gold has it.
	Nationality bool `json:"-"`
}

// ToponymsRow holds the place names of one report.
type ToponymsRow struct {
	Report   string    `json:"report"`
	Toponyms []Toponym `json:"toponyms"`
}

// CleanRow is the article of a web page. Gold gives either its Text or pieces
// that must and must not be in it; HTML names the page's file.
type CleanRow struct {
	Report    string   `json:"report"`
	HTML      string   `json:"html"`
	Text      string   `json:"text"`
	Must      []string `json:"must"`
	MustNot   []string `json:"must_not"`
	Title     string   `json:"title"`
	Published string   `json:"published"`
	Language  string   `json:"language"`
}

// LabelRow is a text with one label; task types.
type LabelRow struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Label string `json:"label"`
	// Source and Target are the actors that it is about, where they are given.
	Source Party `json:"source"`
	Target Party `json:"target"`
}

// Party is an actor of a labelled text: its words, or a list of actors.
type Party string

// Text is the words of the party, those of the first of several.
func (p Party) Text() string { return string(p) }

// UnmarshalJSON reads words, an actor with its words as actorText, or a list of
// such actors.
func (p *Party) UnmarshalJSON(data []byte) error {
	type actor struct {
		Text string `json:"actorText"`
	}
	var words string
	var one actor
	var list []actor
	switch err := json.Unmarshal(data, &words); {
	case err == nil:
		*p = Party(words)
		return nil
	case json.Unmarshal(data, &one) == nil:
		*p = Party(one.Text)
		return nil
	}
	if err := json.Unmarshal(data, &list); err != nil {
		return err
	}
	if len(list) > 0 {
		*p = Party(list[0].Text)
	}
	return nil
}

// StoryRow says which story a report tells.
type StoryRow struct {
	Report string `json:"report"`
	Story  string `json:"story"`
}
