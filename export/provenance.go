package export

import (
	"encoding/csv"
	"encoding/json"
	"io"

	"github.com/opendateline/dateline"
)

// provenance writes *.provenance.jsonl: for every row one line about the row,
// then one line for each claim of its incident.
type provenance struct {
	enc    *json.Encoder
	notice string
}

type rowLine struct {
	Row      string                  `json:"row"`
	Incident string                  `json:"incident"`
	UID      dateline.ID             `json:"uid"`
	Revision int                     `json:"revision"`
	Status   dateline.IncidentStatus `json:"status"`
	Rules    []string                `json:"figure_rules,omitempty"`
	Notes    map[string]string       `json:"notes,omitempty"`
	Notice   string                  `json:"notice,omitempty"`
}

type claimLine struct {
	Row       string               `json:"row"`
	Claim     string               `json:"claim"`
	ClaimUID  dateline.ID          `json:"claim_uid"`
	Attribute dateline.Attribute   `json:"attribute"`
	Says      string               `json:"says"`
	Modality  dateline.Modality    `json:"modality"`
	Status    dateline.ClaimStatus `json:"status"`
	Report    string               `json:"report"`
	ReportUID dateline.ID          `json:"report_uid"`
	Source    string               `json:"source"`
	URL       string               `json:"url,omitempty"`
	Published string               `json:"published,omitempty"`
	Origin    dateline.ID          `json:"origin_uid,omitempty"`
	Passages  []dateline.ID        `json:"passage_uids"`
	Span      dateline.Span        `json:"span"`
	Exact     string               `json:"exact,omitempty"`
	Sealed    Seal                 `json:"sealed,omitempty"`
}

func newProvenance(w io.Writer, o Options) *provenance {
	if w == nil {
		w = io.Discard
	}
	return &provenance{encoder(w), o.Notice}
}

// encoder writes JSON Lines with the characters as they are.
func encoder(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc
}

func (p *provenance) write(r *Record, to row) error {
	line := rowLine{Row: to.ID, Incident: r.id(), UID: r.Incident.ID, Revision: r.Incident.Revision, Status: r.Incident.Status, Notes: to.Notes, Notice: p.notice}
	for _, f := range r.Incident.Figures {
		line.Rules = append(line.Rules, string(f.Measure)+"/"+string(f.Population)+": "+f.Rule)
	}
	if err := p.enc.Encode(line); err != nil {
		return err
	}
	for _, c := range r.Claims {
		if err := p.enc.Encode(r.claimLine(c, to.ID)); err != nil {
			return err
		}
	}
	return nil
}

func (r *Record) claimLine(c dateline.Claim, row string) claimLine {
	line := claimLine{Row: row, Claim: r.public(c.ID), ClaimUID: c.ID, Attribute: c.Attribute, Says: says(c),
		Modality: c.Modality, Status: c.Status, Report: r.public(c.ReportID), ReportUID: c.ReportID, Source: r.Outlet(c.ReportID),
		Origin: c.Origin, Passages: c.Passages, Span: c.Span, Exact: c.Exact, Sealed: r.Sealed(c)}
	if report := r.Reports[c.ReportID]; report != nil {
		line.URL, line.Published = report.URL, report.Published.EDTF
	}
	return line
}

// rejected writes *.rejected.csv.
type rejected struct{ out *csv.Writer }

func newRejected(w io.Writer) *rejected {
	if w == nil {
		w = io.Discard
	}
	r := &rejected{csv.NewWriter(w)}
	_ = r.out.Write([]string{"id", "uid", "reason", "detail", "title"}) // the error comes back from close
	return r
}

func (r *rejected) write(rec *Record, no Refusal) error {
	title := rec.Incident.Title
	if no.Reason == "suppressed" {
		title = ""
	}
	return r.out.Write([]string{rec.id(), string(rec.Incident.ID), no.Reason, no.Detail, guard(title)})
}

func (p *provenance) close() error { return nil }

func (r *rejected) close() error {
	r.out.Flush()
	return r.out.Error()
}
