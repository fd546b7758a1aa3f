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
	record, err := r.record(i)
	if err != nil {
		return nil, err
	}
	return r.export(format, export.Of(record))
}

func (r *request) export(format string, records iter.Seq2[export.Record, error]) (*answer, error) {
	f, err := export.Named(format)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	summary, err := f.Write(export.Files{Data: &out}, records, export.Options{})
	if err != nil {
		return nil, err
	}
	return &answer{data: out.Bytes(), mediaType: dataTypes[format], rows: summary.Rows}, nil
}

// records reads the incidents of a filter with what they cite.
func (r *request) records(f store.Filter) iter.Seq2[export.Record, error] {
	return func(yield func(export.Record, error) bool) {
		for row, err := range r.tx.ListIncidents(r.ctx, f) {
			var record export.Record
			if err == nil {
				record, err = r.record(row.Incident)
				record.Revised = row.Changed
			}
			if !yield(record, err) || err != nil {
				return
			}
		}
	}
}

// record is an incident with everything that an export may cite.
func (r *request) record(i *dateline.Incident) (export.Record, error) {
	b, err := r.bundle(i)
	if err != nil {
		return export.Record{}, err
	}
	out := export.Record{Incident: *i, Reports: map[dateline.ID]*dateline.Report{}, Passages: map[dateline.ID]dateline.Passage{}, Origins: b.origins,
		Sources: map[dateline.ID]*dateline.Source{}, Actors: map[dateline.ID]*dateline.Actor{}, Places: map[dateline.ID]*dateline.Place{}, Public: b.names}
	for _, c := range b.sorted() {
		out.Claims = append(out.Claims, *c)
	}
	for id, s := range b.reports {
		out.Reports[id], out.Public[id] = s.Report, s.public
		for _, p := range s.reading.Passages {
			out.Passages[p.ID] = p
		}
		if err := look(r, r.tx.Sources(), s.OutletID, out.Sources); err != nil {
			return out, err
		}
	}
	for _, a := range i.Actors {
		if err := look(r, r.tx.Actors(), a.Actor, out.Actors); err != nil {
			return out, err
		}
	}
	if i.Place.Ref != nil {
		err = look(r, r.tx.Places(), i.Place.Ref.Place, out.Places)
		if site := out.Places[i.Place.Ref.Place]; err == nil && site != nil {
			err = look(r, r.tx.Places(), site.Parent, out.Places)
		}
	}
	return out, err
}

// look puts an entry of a registry into a map; one that is not there stays out.
func look[T any](r *request, registry store.Registry[T], id dateline.ID, into map[dateline.ID]*T) error {
	if id == "" || into[id] != nil {
		return nil
	}
	entry, err := registry.Get(r.ctx, id)
	if dateline.CodeOf(err) == dateline.NotFound {
		return nil
	}
	if err == nil {
		into[id] = entry
	}
	return err
}
