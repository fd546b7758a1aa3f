package web

import (
	"bytes"
	"iter"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/export"
	"github.com/opendateline/dateline/store"
)

var dataTypes = map[string]string{"json": "application/json; charset=utf-8", "jsonl": "application/x-ndjson; charset=utf-8",
	"csv": "text/csv; charset=utf-8; header=present", "geojson": "application/geo+json; charset=utf-8"}

// incidentsAs is the list as data: all rows of the filter, or an error; never a
// part of them (experience §2.5).
func (s *Site) incidentsAs(format string) handler {
	return func(r *request) (*answer, error) {
		f, err := r.filter()
		if err != nil {
			return nil, err
		}
		return r.export(format, r.records(f))
	}
}

// incidentAs is one incident as data.
func (r *request) incidentAs(i *dateline.Incident, format string) (*answer, error) {
	if format == "ndjson" {
		format = "jsonl"
	}
	if dataTypes[format] == "" {
		return nil, &dateline.Error{Code: dateline.NotFound, What: "an incident is not served as ." + format, Next: "There are .json, .jsonl, .csv and .geojson"}
	}
	if err := r.only(); err != nil {
		return nil, err
	}
	w, err := r.gather(i)
	if err != nil {
		return nil, err
	}
	return r.export(format, export.Of(w.Record))
}

func (r *request) export(format string, records iter.Seq2[export.Record, error]) (*answer, error) {
	f, err := export.Named(format)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	summary, err := f.Write(export.Files{Data: &out}, records, export.Options{Gate: r.site.options.Gate})
	if err != nil {
		return nil, err
	}
	return &answer{data: out.Bytes(), mediaType: dataTypes[format], rows: summary.Rows}, nil
}

// records reads the incidents of a filter with what they cite.
func (r *request) records(f store.Filter) iter.Seq2[export.Record, error] {
	return func(yield func(export.Record, error) bool) {
		for row, err := range r.tx.ListIncidents(r.ctx, f) {
			if err != nil {
				yield(export.Record{}, err)
				return
			}
			w, err := r.gather(row.Incident)
			if err != nil {
				yield(export.Record{}, err)
				return
			}
			w.Revised = row.Changed
			if !yield(w.Record, nil) {
				return
			}
		}
	}
}
