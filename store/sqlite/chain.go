package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

// chain follows a log from its first entry.
type chain struct {
	log  string
	seq  int64
	hash string
}

// next checks that an entry follows the one before it.
func (c *chain) next(seq int64, prev string) error {
	err := errors.Join(differ("the number in the log", c.seq+1, seq), differ("the hash before it", c.hash, prev))
	c.seq = seq
	return err
}

// end checks that the log was not cut short.
func (v *verifier) end(ctx context.Context, c *chain) error {
	seq, hash, err := v.t.head(ctx, c.log)
	if err != nil {
		return err
	}
	v.note("", c.log, errors.Join(differ("the last number of the log", seq, c.seq), differ("the last hash of the log", hash, c.hash)))
	return nil
}

func (v *verifier) revisions(ctx context.Context) error {
	c := &chain{log: revisionLog}
	err := v.t.all(ctx, func(row *sql.Rows) error {
		var seq int64
		var n int
		var record, at, doc string
		var packed []byte
		if err := row.Scan(&seq, &record, &n, &at, &doc, &packed); err != nil {
			return err
		}
		v.note(dateline.ID(record), c.log, v.revision(c, seq, record, n, at, doc, packed))
		return nil
	}, "SELECT seq, record, n, at, doc, state FROM revisions ORDER BY seq")
	return errors.Join(err, v.end(ctx, c))
}

func (v *verifier) revision(c *chain, seq int64, record string, n int, at, doc string, packed []byte) error {
	rev, err := revision(record, doc)
	follows := c.next(seq, rev.PrevHash)
	c.hash = rev.Hash
	if err != nil {
		return err
	}
	state, err := v.t.store.packer.unpack(packed)
	if err != nil {
		return fmt.Errorf("the state of revision %d cannot be unpacked: %w", n, err)
	}
	hash, err := store.RevisionHash(rev, state)
	again, encodeErr := json.Marshal(rev)
	return errors.Join(follows, err, encodeErr, differ("the hash", rev.Hash, hash), differ("the entry", string(again), doc),
		differ("the record", string(rev.Record), record), differ("the revision", rev.N, n), differ("the time", rev.At, at), differ("the number", rev.Seq, seq))
}

func (v *verifier) decisions(ctx context.Context) error {
	c := &chain{log: decisionLog}
	undone := map[dateline.ID]dateline.ID{}
	err := v.t.all(ctx, func(row *sql.Rows) error {
		var seq int64
		var id, doc, hash string
		if err := row.Scan(&seq, &id, &doc, &hash); err != nil {
			return err
		}
		follows := differ("the number in the log", c.seq+1, seq)
		computed := store.ChainHash(c.hash, seq, doc)
		var d dateline.Decision
		readable := decode(doc, &d, "decision", dateline.ID(id))
		v.note(dateline.ID(id), c.log, errors.Join(follows, readable, differ("the hash", computed, hash), differ("the id", string(d.ID), id)))
		c.seq, c.hash = seq, hash
		if d.Action == dateline.ActUndo {
			for _, target := range d.Targets {
				undone[target] = d.ID
			}
		}
		return nil
	}, "SELECT seq, id, doc, hash FROM decisions ORDER BY seq")
	return errors.Join(err, v.undoing(ctx, undone), v.end(ctx, c))
}

// undoing compares the marks of undone decisions with what the log says.
func (v *verifier) undoing(ctx context.Context, undone map[dateline.ID]dateline.ID) error {
	return v.t.all(ctx, func(row *sql.Rows) error {
		var id string
		var by sql.NullString
		if err := row.Scan(&id, &by); err != nil {
			return err
		}
		v.note(dateline.ID(id), decisionLog, differ("what it is undone by", string(undone[dateline.ID(id)]), by.String))
		return nil
	}, "SELECT id, undone_by FROM decisions ORDER BY seq")
}
