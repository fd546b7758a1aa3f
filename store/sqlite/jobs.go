package sqlite

import (
	"context"
	"database/sql"
	"iter"

	"github.com/opendateline/dateline"
)

// PutJob adds or rewrites a job without its outcomes.
func (t *tx) PutJob(ctx context.Context, j *dateline.Job) error {
	bare := *j
	bare.Public, bare.Outcomes = "", nil
	doc, err := encode(bare)
	if err != nil {
		return err
	}
	return t.put(ctx, "INSERT INTO jobs (id, started, doc) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET started = excluded.started, doc = excluded.doc",
		string(j.ID), j.Started, doc)
}

const jobColumns = "SELECT j.id, j.doc, p.public FROM jobs j LEFT JOIN publics p ON p.id = j.id"

func job(id, doc string, public sql.NullString) (*dateline.Job, error) {
	j := &dateline.Job{}
	err := decode(doc, j, "job", dateline.ID(id))
	j.Public = dateline.PublicID(public.String)
	return j, err
}

// Job gives one job with its outcomes in the order they came.
func (t *tx) Job(ctx context.Context, id dateline.ID) (*dateline.Job, error) {
	var doc string
	var public sql.NullString
	found, err := t.get(ctx, []any{&id, &doc, &public}, jobColumns+" WHERE j.id = ?", string(id))
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, notFound("job", id)
	}
	j, err := job(string(id), doc, public)
	if err != nil {
		return nil, err
	}
	err = t.all(ctx, func(r *sql.Rows) error {
		var doc string
		var o dateline.Outcome
		if err := r.Scan(&doc); err != nil {
			return err
		}
		err := decode(doc, &o, "an outcome of job", id)
		j.Outcomes = append(j.Outcomes, o)
		return err
	}, "SELECT doc FROM outcomes WHERE job = ? ORDER BY n", string(id))
	return j, err
}

// ListJobs yields jobs without outcomes, newest first.
func (t *tx) ListJobs(ctx context.Context, limit int) iter.Seq2[*dateline.Job, error] {
	return rows(ctx, t, func(r *sql.Rows) (*dateline.Job, error) {
		var id, doc string
		var public sql.NullString
		if err := r.Scan(&id, &doc, &public); err != nil {
			return nil, err
		}
		return job(id, doc, public)
	}, jobColumns+" ORDER BY j.started DESC, j.id"+limited(limit))
}

// PutOutcomes records what became of inputs.
func (t *tx) PutOutcomes(ctx context.Context, job dateline.ID, outcomes ...dateline.Outcome) error {
	var last int
	if _, err := t.get(ctx, []any{&last}, "SELECT coalesce(max(n), 0) FROM outcomes WHERE job = ?", string(job)); err != nil {
		return err
	}
	for i, o := range outcomes {
		doc, err := encode(o)
		if err != nil {
			return err
		}
		if err := t.put(ctx, "INSERT INTO outcomes (job, input, n, doc) VALUES (?, ?, ?, ?) ON CONFLICT (job, input) DO UPDATE SET doc = excluded.doc",
			string(job), o.Input, last+1+i, doc); err != nil {
			return err
		}
	}
	return nil
}
