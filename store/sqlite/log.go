package sqlite

import (
	"context"
	"database/sql"
	"iter"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

// The logs of a store.
const (
	revisionLog = "revisions"
	decisionLog = "decisions"
)

// head is the last entry of a log: its number and hash, 0 and "" if it is empty.
func (t *tx) head(ctx context.Context, log string) (seq int64, hash string, err error) {
	_, err = t.get(ctx, []any{&seq, &hash}, "SELECT seq, hash FROM heads WHERE log = ?", log)
	return seq, hash, err
}

func (t *tx) setHead(ctx context.Context, log string, seq int64, hash string) error {
	return t.put(ctx, "INSERT INTO heads (log, seq, hash) VALUES (?, ?, ?) ON CONFLICT (log) DO UPDATE SET seq = excluded.seq, hash = excluded.hash", log, seq, hash)
}

// Revise appends a revision with the state it brings about.
func (t *tx) Revise(ctx context.Context, rev *dateline.Revision, state []byte) error {
	var last int
	if _, err := t.get(ctx, []any{&last}, "SELECT coalesce(max(n), 0) FROM revisions WHERE record = ?", string(rev.Record)); err != nil {
		return err
	}
	if rev.N != last+1 {
		return &dateline.Error{Code: dateline.Conflict, What: "record " + string(rev.Record) + " is at revision " + itoa(last) + ", not " + itoa(rev.N-1),
			Kept: "Nothing was changed", Next: "Read it again and repeat the change"}
	}
	seq, hash, err := t.head(ctx, revisionLog)
	if err != nil {
		return err
	}
	rev.Seq, rev.PrevHash = seq+1, hash
	if rev.Hash, err = store.RevisionHash(*rev, state); err != nil {
		return err
	}
	doc, err := encode(rev)
	if err != nil {
		return err
	}
	if err := t.put(ctx, "INSERT INTO revisions (seq, record, n, at, doc, state) VALUES (?, ?, ?, ?, ?, ?)",
		rev.Seq, string(rev.Record), rev.N, rev.At, doc, t.store.packer.pack(state)); err != nil {
		return err
	}
	return t.setHead(ctx, revisionLog, rev.Seq, rev.Hash)
}

// Revisions yields revisions in the order of Seq.
func (t *tx) Revisions(ctx context.Context, f store.RevisionFilter) iter.Seq2[dateline.Revision, error] {
	w := &where{}
	equal(w, "record", f.Record)
	if f.SinceSeq > 0 {
		w.add("seq > ?", f.SinceSeq)
	}
	if f.Since != "" {
		w.add("at >= ?", f.Since)
	}
	return rows(ctx, t, func(r *sql.Rows) (dateline.Revision, error) {
		var doc, record string
		if err := r.Scan(&record, &doc); err != nil {
			return dateline.Revision{}, err
		}
		return revision(record, doc)
	}, "SELECT record, doc FROM revisions"+w.String()+" ORDER BY seq"+limited(f.Limit), w.args...)
}

func revision(record, doc string) (rev dateline.Revision, err error) {
	return rev, decode(doc, &rev, "a revision of", dateline.ID(record))
}

// StateAt gives a revision of a record and its state.
func (t *tx) StateAt(ctx context.Context, record dateline.ID, n int, at string) (dateline.Revision, []byte, error) {
	w := &where{}
	equal(w, "record", record)
	switch {
	case n > 0:
		w.add("n = ?", n)
	case at != "":
		w.add("at <= ?", at)
	}
	var doc string
	var packed []byte
	found, err := t.get(ctx, []any{&doc, &packed}, "SELECT doc, state FROM revisions"+w.String()+" ORDER BY n DESC LIMIT 1", w.args...)
	if err == nil && !found {
		err = notFound("such revision of", record)
	}
	if err != nil {
		return dateline.Revision{}, nil, err
	}
	rev, err := revision(string(record), doc)
	if err != nil {
		return rev, nil, err
	}
	state, err := t.store.packer.unpack(packed)
	if err != nil {
		return rev, nil, dateline.Errorf(dateline.Damaged, "the state of revision %d of %s cannot be unpacked: %w", rev.N, record, err)
	}
	return rev, state, nil
}

// Decide appends decisions.
func (t *tx) Decide(ctx context.Context, ds ...dateline.Decision) error {
	if len(ds) == 0 {
		return nil
	}
	seq, hash, err := t.head(ctx, decisionLog)
	if err != nil {
		return err
	}
	for i := range ds {
		if seq, hash, err = t.decide(ctx, ds[i], seq, hash); err != nil {
			return err
		}
	}
	return t.setHead(ctx, decisionLog, seq, hash)
}

// decide appends a decision after the entry seq and gives the last entry then.
func (t *tx) decide(ctx context.Context, d dateline.Decision, seq int64, prev string) (int64, string, error) {
	d.UndoneBy = "" // kept beside the entry, which never changes
	doc, err := encode(d)
	if err != nil {
		return seq, prev, err
	}
	hash := store.ChainHash(prev, seq+1, doc)
	n, err := t.exec(ctx, "INSERT INTO decisions (seq, id, action, person, doc, hash) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
		seq+1, string(d.ID), string(d.Action), d.Person, doc, hash)
	switch {
	case err != nil:
		return seq, prev, err
	case n == 0:
		return seq, prev, t.sameDecision(ctx, d.ID, doc)
	}
	return seq + 1, hash, t.aim(ctx, seq+1, d)
}

// sameDecision says that a decision in the log has other content than doc.
func (t *tx) sameDecision(ctx context.Context, id dateline.ID, doc string) error {
	var stored string
	_, err := t.get(ctx, []any{&stored}, "SELECT doc FROM decisions WHERE id = ?", string(id))
	if err == nil && stored != doc {
		err = dateline.Errorf(dateline.Conflict, "decision %s is in the log already with other content", id)
	}
	return err
}

// aim makes a decision be found by its targets, a person's also by the mentions
// in its parts; an undo marks its targets.
func (t *tx) aim(ctx context.Context, seq int64, d dateline.Decision) error {
	for _, target := range d.Targets {
		if err := t.put(ctx, "INSERT INTO decision_targets (target, seq) VALUES (?, ?) ON CONFLICT DO NOTHING", string(target), seq); err != nil {
			return err
		}
		if d.Action != dateline.ActUndo {
			continue
		}
		if err := t.put(ctx, "UPDATE decisions SET undone_by = ? WHERE id = ?", string(d.ID), string(target)); err != nil {
			return err
		}
	}
	return t.aimAtMentions(ctx, seq, d)
}

func (t *tx) aimAtMentions(ctx context.Context, seq int64, d dateline.Decision) error {
	for _, part := range d.Parts {
		for _, v := range part.Values {
			if !d.Person || dateline.ID(v).Prefix() != dateline.PrefixMention {
				continue
			}
			if err := t.put(ctx, "INSERT INTO rulings (mention, seq) VALUES (?, ?) ON CONFLICT DO NOTHING", v, seq); err != nil {
				return err
			}
		}
	}
	return nil
}

// Decision gives one decision.
func (t *tx) Decision(ctx context.Context, id dateline.ID) (*dateline.Decision, error) {
	var doc string
	var undone sql.NullString
	found, err := t.get(ctx, []any{&doc, &undone}, "SELECT doc, undone_by FROM decisions WHERE id = ?", string(id))
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, notFound("decision", id)
	}
	d := &dateline.Decision{}
	err = decode(doc, d, "decision", id)
	d.UndoneBy = dateline.ID(undone.String)
	return d, err
}

// ListDecisions yields decisions in the order in which they were appended.
func (t *tx) ListDecisions(ctx context.Context, f store.DecisionFilter) iter.Seq2[dateline.Decision, error] {
	w := &where{}
	if f.Target != "" {
		w.add("seq IN (SELECT seq FROM decision_targets WHERE target = ?)", string(f.Target))
	}
	if len(f.About) > 0 {
		about, err := encode(f.About)
		if err != nil {
			return func(yield func(dateline.Decision, error) bool) { yield(dateline.Decision{}, err) }
		}
		w.add("seq IN (SELECT seq FROM rulings WHERE mention IN (SELECT value FROM json_each(?)))", about)
	}
	in(w, "action", f.Actions)
	if f.Persons {
		w.add("person = ?", true)
	}
	if f.Standing {
		w.add("undone_by IS NULL")
	}
	order := " ORDER BY seq"
	if f.Newest {
		order += " DESC"
	}
	return rows(ctx, t, func(r *sql.Rows) (d dateline.Decision, err error) {
		var id, doc string
		var undone sql.NullString
		if err := r.Scan(&id, &doc, &undone); err != nil {
			return d, err
		}
		err = decode(doc, &d, "decision", dateline.ID(id))
		d.UndoneBy = dateline.ID(undone.String)
		return d, err
	}, "SELECT id, doc, undone_by FROM decisions"+w.String()+order+limited(f.Limit), w.args...)
}
