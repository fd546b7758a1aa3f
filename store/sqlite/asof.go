package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"iter"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

// A list as known at some time is asked of temporary tables of the same form,
// filled with the newest state of each incident at that time. They belong to
// the connection and are gone before the first row is handed out.

const asOfTables = "temp.asof_"

var asOfCreate = []string{
	"CREATE TEMP TABLE asof_incidents AS SELECT * FROM main.incidents LIMIT 0",
	"CREATE TEMP TABLE asof_incident_terms AS SELECT * FROM main.incident_terms LIMIT 0",
	"CREATE TEMP TABLE asof_incident_reports AS SELECT * FROM main.incident_reports LIMIT 0",
}

var asOfDrop = []string{"DROP TABLE asof_incidents", "DROP TABLE asof_incident_terms", "DROP TABLE asof_incident_reports"}

func (t *tx) listAsOf(ctx context.Context, f store.Filter) iter.Seq2[store.Row, error] {
	var found []store.Row
	err := t.asOf(ctx, f.AsOf, func() error {
		for r, err := range t.list(ctx, f, asOfTables) {
			if err != nil {
				return err
			}
			found = append(found, r)
		}
		return nil
	})
	if err != nil {
		return failing[store.Row](err)
	}
	return func(yield func(store.Row, error) bool) {
		for _, r := range found {
			if !yield(r, nil) {
				return
			}
		}
	}
}

func (t *tx) countAsOf(ctx context.Context, f store.Filter, value, join string) (out []store.Bucket, err error) {
	err = t.asOf(ctx, f.AsOf, func() error {
		out, err = t.count(ctx, f, asOfTables, value, join)
		return err
	})
	return out, err
}

// asOf runs ask while the temporary tables hold the states at a time.
func (t *tx) asOf(ctx context.Context, at string, ask func() error) (err error) {
	if err := t.script(ctx, asOfCreate); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, t.script(context.WithoutCancel(ctx), asOfDrop)) }()
	if err := t.fill(ctx, at); err != nil {
		return err
	}
	return ask()
}

func (t *tx) script(ctx context.Context, statements []string) error {
	for _, s := range statements {
		if _, err := t.conn.ExecContext(ctx, s); err != nil {
			return coded(err)
		}
	}
	return nil
}

func (t *tx) fill(ctx context.Context, at string) error {
	return t.all(ctx, func(r *sql.Rows) error {
		var n, seq int64
		var id, changed string
		var packed []byte
		if err := r.Scan(&n, &id, &seq, &changed, &packed); err != nil {
			return err
		}
		state, err := t.store.packer.unpack(packed)
		if err != nil {
			return dateline.Errorf(dateline.Damaged, "a state of %s cannot be unpacked: %w", id, err)
		}
		i := &dateline.Incident{}
		if err := decode(string(state), i, "a state of incident", dateline.ID(id)); err != nil {
			return err
		}
		return t.fillOne(ctx, n, i, incidentValues(i, n, seq, changed, string(state)))
	}, `SELECT i.n, r.record, r.seq, r.at, r.state FROM revisions r JOIN incidents i ON i.id = r.record
		WHERE r.seq = (SELECT max(x.seq) FROM revisions x WHERE x.record = r.record AND x.at <= ?)`, at)
}

func (t *tx) fillOne(ctx context.Context, n int64, i *dateline.Incident, values []any) error {
	insert := func(query string, args ...any) error {
		_, err := t.conn.ExecContext(ctx, query, args...)
		return coded(err)
	}
	if err := insert("INSERT INTO asof_"+incidentInsert[len("INSERT INTO "):], values...); err != nil {
		return err
	}
	for x := range termsOf(i) {
		if err := insert("INSERT INTO asof_incident_terms (kind, value, incident) VALUES (?, ?, ?)", x.kind, x.value, n); err != nil {
			return err
		}
	}
	for _, report := range i.Reports {
		if err := insert("INSERT INTO asof_incident_reports (incident, report) SELECT ?, n FROM reports WHERE id = ?", n, string(report)); err != nil {
			return err
		}
	}
	return nil
}
