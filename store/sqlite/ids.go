package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"github.com/opendateline/dateline"
)

// Mint gives public ids in the order of internal ids.
func (t *tx) Mint(ctx context.Context, ids ...dateline.ID) error {
	for _, id := range slices.Compact(slices.Sorted(slices.Values(ids))) {
		if _, ok := dateline.PublicPrefix(id); !ok {
			continue
		}
		if err := t.mint(ctx, id); err != nil {
			return err
		}
	}
	return nil
}

// mint tries the public ids of a record until one can be written, or until it
// turns out that the record has one.
func (t *tx) mint(ctx context.Context, id dateline.ID) error {
	var failed error
	_, err := dateline.MintPublic(id, func(p dateline.PublicID) (taken bool) {
		taken, failed = t.publicTaken(ctx, id, p)
		return taken && failed == nil
	})
	return errors.Join(failed, err)
}

// publicTaken gives a record its public id, if neither has another already. It
// is true if the public id is that of another record.
func (t *tx) publicTaken(ctx context.Context, id dateline.ID, p dateline.PublicID) (bool, error) {
	n, err := t.exec(ctx, "INSERT INTO publics (public, id) VALUES (?, ?) ON CONFLICT DO NOTHING", string(p), string(id))
	if err != nil || n > 0 {
		return false, err
	}
	var have string
	found, err := t.get(ctx, []any{&have}, "SELECT public FROM publics WHERE id = ?", string(id))
	return !found, err
}

// Public gives the public ids of those of the records that have one.
func (t *tx) Public(ctx context.Context, ids ...dateline.ID) (map[dateline.ID]dateline.PublicID, error) {
	out := make(map[dateline.ID]dateline.PublicID, len(ids))
	for _, id := range ids {
		var p string
		found, err := t.get(ctx, []any{&p}, "SELECT public FROM publics WHERE id = ?", string(id))
		if err != nil {
			return nil, err
		}
		if found {
			out[id] = dateline.PublicID(p)
		}
	}
	return out, nil
}

// Find gives the record with a public id.
func (t *tx) Find(ctx context.Context, p dateline.PublicID) (dateline.ID, error) {
	var id string
	found, err := t.get(ctx, []any{&id}, "SELECT id FROM publics WHERE public = ?", string(p))
	if err == nil && !found {
		err = dateline.Errorf(dateline.NotFound, "no record %s in the store", p)
	}
	return dateline.ID(id), err
}

// Redirect makes an id lead to another.
func (t *tx) Redirect(ctx context.Context, from, to dateline.ID) error {
	end, err := t.Canonical(ctx, to)
	if err != nil {
		return err
	}
	if end == from {
		return dateline.Errorf(dateline.Conflict, "%s cannot lead to %s, which leads back to it", from, to)
	}
	return t.put(ctx, "INSERT INTO redirects (from_id, to_id) VALUES (?, ?) ON CONFLICT (from_id) DO UPDATE SET to_id = excluded.to_id", string(from), string(to))
}

// Canonical follows redirects to their end.
func (t *tx) Canonical(ctx context.Context, id dateline.ID) (dateline.ID, error) {
	for {
		var next string
		found, err := t.get(ctx, []any{&next}, "SELECT to_id FROM redirects WHERE from_id = ?", string(id))
		if err != nil || !found {
			return id, err
		}
		id = dateline.ID(next)
	}
}

// Aliases gives the ids that lead to id, over any number of steps.
func (t *tx) Aliases(ctx context.Context, id dateline.ID) ([]dateline.ID, error) {
	var out []dateline.ID
	err := t.all(ctx, func(r *sql.Rows) error {
		var from string
		err := r.Scan(&from)
		out = append(out, dateline.ID(from))
		return err
	}, `WITH RECURSIVE leads(id) AS (SELECT from_id FROM redirects WHERE to_id = ?
		UNION SELECT d.from_id FROM redirects d JOIN leads ON d.to_id = leads.id) SELECT id FROM leads ORDER BY id`, string(id))
	return out, err
}

// Set writes a setting.
func (t *tx) Set(ctx context.Context, name, value string) error {
	if value == "" {
		return t.put(ctx, "DELETE FROM settings WHERE name = ?", name)
	}
	return t.put(ctx, "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value)
}

// Setting gives a setting, or "".
func (t *tx) Setting(ctx context.Context, name string) (value string, err error) {
	_, err = t.get(ctx, []any{&value}, "SELECT value FROM settings WHERE name = ?", name)
	return value, err
}
