package sqlite

import (
	"context"
	"database/sql"
	"iter"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

// PutReport adds or replaces a report.
func (t *tx) PutReport(ctx context.Context, r *dateline.Report) error {
	t.met = nil
	if !t.store.raw.Has(r.SHA256Raw) {
		return dateline.Errorf(dateline.Invalid, "the raw bytes of report %s are not stored", r.ID)
	}
	bare := *r
	bare.Text = ""
	doc, err := encode(bare)
	if err != nil {
		return err
	}
	err = t.put(ctx, `INSERT INTO reports (id, external_id, sha256_raw, outlet, outlet_id, family, earliest, latest, language, doc, text)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET external_id = excluded.external_id, sha256_raw = excluded.sha256_raw, outlet = excluded.outlet,
			outlet_id = excluded.outlet_id, family = excluded.family, earliest = excluded.earliest, latest = excluded.latest,
			language = excluded.language, doc = excluded.doc, text = excluded.text`,
		string(r.ID), null(r.ExternalID), r.SHA256Raw, null(r.Outlet), null(r.OutletID), null(r.Family),
		null(r.Published.Earliest), null(r.Published.Latest), null(r.Language), doc, r.Text)
	if err != nil {
		return err
	}
	return t.index(ctx, r.ID, r.Title, readable(r))
}

// Report gives one report.
func (t *tx) Report(ctx context.Context, id dateline.ID) (*dateline.Report, error) {
	var doc, text string
	found, err := t.get(ctx, []any{&doc, &text}, "SELECT doc, text FROM reports WHERE id = ?", string(id))
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, notFound("report", id)
	}
	return report(id, doc, text)
}

func report(id dateline.ID, doc, text string) (*dateline.Report, error) {
	r := &dateline.Report{}
	if err := decode(doc, r, "report", id); err != nil {
		return nil, err
	}
	r.Text = text
	return r, nil
}

// ListReports yields the reports of a filter in the order of their ids.
func (t *tx) ListReports(ctx context.Context, f store.ReportFilter) iter.Seq2[*dateline.Report, error] {
	w := reportsOf(f)
	if f.After != "" {
		w.add("r.id > ?", string(f.After))
	}
	return rows(ctx, t, func(row *sql.Rows) (*dateline.Report, error) {
		var id, doc, text string
		if err := row.Scan(&id, &doc, &text); err != nil {
			return nil, err
		}
		return report(dateline.ID(id), doc, text)
	}, "SELECT r.id, r.doc, r.text FROM reports r"+w.String()+" ORDER BY r.id"+limited(f.Limit), w.args...)
}

// CountReports counts the reports of a filter.
func (t *tx) CountReports(ctx context.Context, f store.ReportFilter) (n int, err error) {
	w := reportsOf(f)
	err = t.all(ctx, func(row *sql.Rows) error { return row.Scan(&n) }, "SELECT count(*) FROM reports r"+w.String(), w.args...)
	return n, err
}

func reportsOf(f store.ReportFilter) *where {
	w := &where{}
	equal(w, "r.external_id", f.ExternalID)
	equal(w, "r.outlet", f.Outlet)
	equal(w, "r.outlet_id", f.OutletID)
	equal(w, "r.family", f.Family)
	equal(w, "r.language", f.Language)
	if f.Incident != "" {
		w.add("r.n IN (SELECT ir.report FROM incident_reports ir JOIN incidents i ON i.n = ir.incident WHERE i.id = ?)", string(f.Incident))
	}
	if f.From.Known() {
		w.add("r.latest >= ?", string(f.From))
	}
	if f.To.Known() {
		w.add("r.earliest <= ?", string(f.To))
	}
	switch {
	case f.Unread:
		w.add("NOT EXISTS (SELECT 1 FROM readings d WHERE d.report = r.n)")
	case f.NotReadBy != "":
		w.add("NOT EXISTS (SELECT 1 FROM readings d WHERE d.report = r.n AND d.version = ?)", f.NotReadBy)
	}
	return w
}

// reportN is the narrow number of a stored report.
func (t *tx) reportN(ctx context.Context, id dateline.ID) (n int64, err error) {
	found, err := t.get(ctx, []any{&n}, "SELECT n FROM reports WHERE id = ?", string(id))
	if err == nil && !found {
		err = notFound("report", id)
	}
	return n, err
}
