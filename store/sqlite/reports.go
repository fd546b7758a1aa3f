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
	if !t.store.raw.Has(r.SHA256Raw) {
		return dateline.Errorf(dateline.Invalid, "the raw bytes of report %s are not stored", r.ID)
	}
	bare := *r
	bare.Text = ""
	doc, err := encode(bare)
	if err != nil {
		return err
	}
	values := []any{null(r.ExternalID), r.SHA256Raw, null(r.Outlet), null(r.OutletID), null(r.Family),
		null(r.Published.Earliest), null(r.Published.Latest), null(r.Language), doc, r.Text, string(r.ID)}
	added, err := t.exec(ctx, `INSERT INTO reports (external_id, sha256_raw, outlet, outlet_id, family, earliest, latest, language, doc, text, id)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`, values...)
	if err == nil && added == 0 {
		t.conn.lately.forget()
		err = t.put(ctx, `UPDATE reports SET external_id = ?, sha256_raw = ?, outlet = ?, outlet_id = ?, family = ?, earliest = ?, latest = ?,
			language = ?, doc = ?, text = ? WHERE id = ?`, values...)
	}
	if err != nil {
		return err
	}
	t.index(r.ID, r.Title, readable(r))
	return nil
}

// Report gives one report.
func (t *tx) Report(ctx context.Context, id dateline.ID) (*dateline.Report, error) {
	if r, ok := t.conn.lately.reports.Get(id); ok {
		return r, nil
	}
	var doc, text string
	found, err := t.get(ctx, []any{&doc, &text}, "SELECT doc, text FROM reports WHERE id = ?", string(id))
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, notFound("report", id)
	}
	r, err := report(id, doc, text)
	if err == nil && t.writing {
		t.conn.lately.reports.Put(id, r)
	}
	return r, err
}

// PutFamily gives a report its family.
func (t *tx) PutFamily(ctx context.Context, id, group dateline.ID) error {
	r, err := t.Report(ctx, id)
	if err != nil {
		return err
	}
	bare := *r
	bare.Family, bare.Text = group, ""
	doc, err := encode(bare)
	if err != nil {
		return err
	}
	t.conn.lately.reports.Drop(id)
	return t.put(ctx, "UPDATE reports SET family = ?, doc = ? WHERE id = ?", null(group), doc, string(id))
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
