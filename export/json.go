package export

import (
	"encoding/json"
	"io"

	"github.com/opendateline/dateline"
)

// Schema names the shape of Dateline's own JSON. It grows by adding fields; a
// field that changes its meaning gets a new number here.
const Schema = "dateline/1"

// Units say in what the numbers and codes of Dateline's own formats are given.
// They stand at the head of every JSON export.
var Units = []Unit{
	{"low, best, high", "persons; null is not known, 0 is stated as none"},
	{"date.edtf", "EDTF (ISO 8601-2); earliest and latest are civil days at the place, inclusive"},
	{"date.precision", "D0 day and time of day, D1 day, D2 two to six days, D3 week, D4 month or part of it, D5 year, D6 longer, D9 unknown"},
	{"place.precision", "P0 site, P1 settlement, P2 near a settlement, P3 district, P4 province, P5 region, P6 country, P7 sea or air, P9 unknown"},
	{"lat, lon", "decimal degrees, WGS 84, at most four decimals"},
	{"radius_m", "metres"},
	{"country, nationality", "ISO 3166-1 alpha-3"},
	{"span", "half-open; start and end in bytes of the stored text (UTF-8), rune_start and rune_end in characters"},
	{"origins_min, origins_max", "independent origins: at least, at most"},
	{"published", "EDTF, or RFC 3339 in UTC where a time of day was given"},
	{"confidence", "0 to 1"},
}

// Unit says what one field is counted in.
type Unit struct {
	Field string `json:"field"`
	Unit  string `json:"unit"`
}

// Handout is one incident with its claims and the reports they stand in.
type Handout struct {
	dateline.Incident
	Claims  []Told  `json:"claims"`
	Sources []cited `json:"cited_reports"`
}

// Told is a claim as it is handed out. A sealed one has a paraphrase in place
// of its words: an empty quotation is never served.
type Told struct {
	dateline.Claim
	Public     string `json:"public,omitempty"`
	Exact      string `json:"exact,omitempty"`
	Sealed     Seal   `json:"sealed,omitempty"`
	Paraphrase string `json:"paraphrase,omitempty"`
}

// Told is one claim of a released record as it is handed out.
func (r *Record) Told(c dateline.Claim) Told {
	t := Told{Claim: c, Public: string(r.Public[c.ID]), Exact: c.Exact, Sealed: r.Sealed(c)}
	if t.Sealed != Open {
		t.Paraphrase = says(c)
	}
	return t
}

// cited is a report as exports name it: no text, a link where there is one.
type cited struct {
	ID        string             `json:"id"`
	UID       dateline.ID        `json:"uid"`
	Outlet    string             `json:"outlet,omitempty"`
	Title     string             `json:"title,omitempty"`
	URL       string             `json:"url,omitempty"`
	Published dateline.Published `json:"published"`
	Language  string             `json:"language,omitempty"`
	Genre     dateline.Genre     `json:"genre"`
	SHA256    string             `json:"sha256"`
	Sealed    Seal               `json:"sealed,omitempty"`
}

// Handout is a released record as JSON gives it.
func (r *Record) Handout() Handout {
	w := Handout{Incident: r.Incident, Claims: make([]Told, len(r.Claims)), Sources: []cited{}}
	for i, c := range r.Claims {
		w.Claims[i] = r.Told(c)
	}
	w.Public = dateline.PublicID(r.id())
	for _, report := range r.InOrder() {
		w.Sources = append(w.Sources, cited{ID: r.public(report.ID), UID: report.ID, Outlet: r.Outlet(report.ID), Title: report.Title,
			URL: report.URL, Published: report.Published, Language: report.Language, Genre: report.Genre, SHA256: report.SHA256Raw, Sealed: r.SealedReport(report.ID)})
	}
	return w
}

// notice is the notice as a member at the head of a JSON object, "" if there is
// none.
func (o Options) notice() string {
	if o.Notice == "" {
		return ""
	}
	return `"notice":"` + inJSON(o.Notice) + `",`
}

// jsonl writes one incident a line.
type jsonl struct {
	enc    *json.Encoder
	notice string
}

func openJSONL(w io.Writer, o Options) sheet { return &jsonl{encoder(w), o.Notice} }

func (j *jsonl) refuse(*Record) *Refusal { return nil }
func (j *jsonl) close() error            { return nil }

func (j *jsonl) write(r *Record) (row, error) {
	return row{ID: r.id()}, j.enc.Encode(struct {
		Schema string `json:"schema"`
		Notice string `json:"notice,omitempty"`
		Handout
	}{Schema, j.notice, r.Handout()})
}

// document writes one JSON object around a list of members, each on a line.
type document struct {
	w       io.Writer
	head    string // up to and with the "[" of the list
	tail    string
	started bool
	err     error
}

func (d *document) member(v any) error {
	b, err := compact(v)
	if err != nil {
		return err
	}
	lead := ",\n"
	if !d.started {
		lead = d.head + "\n"
	}
	d.started = true
	_, err = io.WriteString(d.w, lead+string(b))
	return err
}

func (d *document) close() error {
	lead := ""
	if !d.started {
		lead = d.head
	}
	_, err := io.WriteString(d.w, lead+"\n"+d.tail+"\n")
	return err
}

type jsonFile struct{ document }

func openJSON(w io.Writer, o Options) sheet {
	units, err := compact(Units)
	return &jsonFile{document{w: w, err: err, head: `{"schema":"` + Schema + `",` + o.notice() + `"units":` + string(units) + `,"incidents":[`, tail: "]}"}}
}

func (j *jsonFile) refuse(*Record) *Refusal { return nil }

func (j *jsonFile) write(r *Record) (row, error) { return row{ID: r.id()}, j.member(r.Handout()) }

// compact is JSON on one line with the characters as they are.
func compact(v any) ([]byte, error) {
	b, err := marshal(v)
	if err != nil {
		return nil, dateline.Errorf(dateline.Damaged, "cannot be written as JSON: %w", err)
	}
	return b, nil
}
