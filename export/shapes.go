package export

import (
	"encoding/json"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// Shapes are what an export of Dateline's own formats can have one row of.
var Shapes = []string{"incidents", "claims", "reports"}

// Shaped is the format with one row for each claim or report instead of each
// incident; formats of other datasets and GeoJSON have incidents only.
func (f Format) Shaped(shape string) (Format, error) {
	open := map[string]map[string]func(io.Writer, Options) sheet{
		"claims":  {"csv": openClaimTable, "jsonl": openLines(claimsOf), "json": openList(claimsOf)},
		"reports": {"csv": openReportTable, "jsonl": openLines(newReports), "json": openList(newReports)},
	}
	switch {
	case shape == "incidents":
		return f, nil
	case !slices.Contains(Shapes, shape):
		return f, &dateline.Error{Code: dateline.Invalid, What: "unknown shape " + shape, Next: "Choose one of " + strings.Join(Shapes, ", ")}
	case open[shape][f.Name] == nil:
		return f, &dateline.Error{Code: dateline.Invalid, What: f.Name + " holds incidents only", Next: "For " + shape + " choose csv, jsonl or json"}
	}
	f.open = open[shape][f.Name]
	return f, nil
}

// claimObject is one claim with where it belongs.
type claimObject struct {
	Incident string `json:"incident"`
	Told
}

func claimsOf() func(*Record) []claimObject {
	return func(r *Record) []claimObject {
		out := make([]claimObject, len(r.Claims))
		for i, c := range r.Claims {
			out[i] = claimObject{r.id(), r.Told(c)}
		}
		return out
	}
}

// reportObject is one report with the incident that it was first met in.
type reportObject struct {
	Incident string `json:"incident"`
	cited
}

// newReports gives every report once, with the first incident that cites it.
func newReports() func(*Record) []reportObject {
	seen := map[string]bool{}
	return func(r *Record) []reportObject {
		var out []reportObject
		for _, c := range r.Handout().Sources {
			if !seen[string(c.UID)] {
				seen[string(c.UID)] = true
				out = append(out, reportObject{r.id(), c})
			}
		}
		return out
	}
}

// lines writes objects one a line.
type lines[T any] struct {
	enc  *json.Encoder
	take func(*Record) []T
}

func openLines[T any](take func() func(*Record) []T) func(io.Writer, Options) sheet {
	return func(w io.Writer, _ Options) sheet { return lines[T]{encoder(w), take()} }
}

func (l lines[T]) refuse(*Record) *Refusal { return nil }
func (l lines[T]) close() error            { return nil }

func (l lines[T]) write(r *Record) (row, error) {
	for _, v := range l.take(r) {
		if err := l.enc.Encode(v); err != nil {
			return row{}, err
		}
	}
	return row{ID: r.id()}, nil
}

// objectList writes objects as one list.
type objectList[T any] struct {
	document
	take func(*Record) []T
}

func openList[T any](take func() func(*Record) []T) func(io.Writer, Options) sheet {
	return func(w io.Writer, _ Options) sheet {
		return &objectList[T]{document{w: w, head: "[", tail: "]"}, take()}
	}
}

func (l *objectList[T]) refuse(*Record) *Refusal { return nil }

func (l *objectList[T]) write(r *Record) (row, error) {
	for _, v := range l.take(r) {
		if err := l.member(v); err != nil {
			return row{}, err
		}
	}
	return row{ID: r.id()}, nil
}

var claimColumns = strings.Fields(`incident id fact says population modality polarity said_by said_by_kind interested origin
status report outlet published url start end exact sealed rule`)

type claimTable struct{ *table }

func openClaimTable(w io.Writer, _ Options) sheet { return claimTable{newTable(w, claimColumns)} }

func (claimTable) refuse(*Record) *Refusal { return nil }

func (t claimTable) write(r *Record) (row, error) {
	for _, c := range r.Claims {
		told, speaker := r.Told(c), c.Innermost()
		line := cells{"incident": r.id(), "id": r.public(c.ID), "fact": string(c.Attribute), "says": says(c), "population": string(c.Population),
			"modality": string(c.Modality), "polarity": string(c.Polarity), "said_by": speaker.Text, "said_by_kind": string(speaker.Issuer),
			"interested": yes(c.Interested), "origin": r.public(c.Origin), "status": string(c.Status), "report": r.public(c.ReportID),
			"outlet": r.Outlet(c.ReportID), "start": strconv.Itoa(c.Span.RuneStart), "end": strconv.Itoa(c.Span.RuneEnd),
			"exact": told.Exact, "sealed": string(told.Sealed), "rule": c.Rule}
		if report := r.Reports[c.ReportID]; report != nil {
			line["published"], line["url"] = report.Published.EDTF, report.URL
		}
		if err := t.put(line); err != nil {
			return row{}, err
		}
	}
	return row{ID: r.id()}, nil
}

var reportColumns = strings.Fields(`incident id uid outlet title url published language genre sha256 sealed`)

type reportTable struct {
	*table
	fresh func(*Record) []reportObject
}

func openReportTable(w io.Writer, _ Options) sheet {
	return reportTable{newTable(w, reportColumns), newReports()}
}

func (reportTable) refuse(*Record) *Refusal { return nil }

func (t reportTable) write(r *Record) (row, error) {
	for _, c := range t.fresh(r) {
		if err := t.put(cells{"incident": c.Incident, "id": c.ID, "uid": string(c.UID), "outlet": c.Outlet, "title": c.Title, "url": c.URL,
			"published": c.Published.EDTF, "language": c.Language, "genre": string(c.Genre), "sha256": c.SHA256, "sealed": string(c.Sealed)}); err != nil {
			return row{}, err
		}
	}
	return row{ID: r.id()}, nil
}
