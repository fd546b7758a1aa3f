package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"iter"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

// registry keeps entries of one kind in the table of entries.
type registry[T any] struct {
	t    *tx
	kind string
	id   func(*T) dateline.ID
	ref  func(*T) dateline.ID // what it is found by besides its id; nil if nothing
}

// Sources keeps the registry of sources.
func (t *tx) Sources() store.Registry[dateline.Source] {
	return registry[dateline.Source]{t, "source", func(s *dateline.Source) dateline.ID { return s.ID }, nil}
}

// Actors keeps the registry of actors.
func (t *tx) Actors() store.Registry[dateline.Actor] {
	return registry[dateline.Actor]{t, "actor", func(a *dateline.Actor) dateline.ID { return a.ID }, nil}
}

// Places keeps the gazetteer entries in use.
func (t *tx) Places() store.Registry[dateline.Place] {
	return registry[dateline.Place]{t, "place", func(p *dateline.Place) dateline.ID { return p.ID }, nil}
}

// Origins keeps origins, found by their issuer too.
func (t *tx) Origins() store.Registry[dateline.Origin] {
	return registry[dateline.Origin]{t, "origin", func(o *dateline.Origin) dateline.ID { return o.ID },
		func(o *dateline.Origin) dateline.ID { return o.Issuer }}
}

// Families keeps story families.
func (t *tx) Families() store.Registry[dateline.Family] {
	return registry[dateline.Family]{t, "family", func(f *dateline.Family) dateline.ID { return f.ID }, nil}
}

// Put adds or replaces entries.
func (g registry[T]) Put(ctx context.Context, entries ...T) error {
	for i := range entries {
		doc, err := encode(entries[i])
		if err != nil {
			return err
		}
		var ref dateline.ID
		if g.ref != nil {
			ref = g.ref(&entries[i])
		}
		if err := g.t.putEntry(ctx, g.kind, g.id(&entries[i]), ref, doc); err != nil {
			return err
		}
	}
	return nil
}

// Get gives one entry.
func (g registry[T]) Get(ctx context.Context, id dateline.ID) (*T, error) {
	doc, err := g.t.entry(ctx, g.kind, id)
	if err != nil {
		return nil, err
	}
	v := new(T)
	return v, decode(doc, v, g.kind, id)
}

// All yields the entries in the order of their ids.
func (g registry[T]) All(ctx context.Context) iter.Seq2[*T, error] {
	return rows(ctx, g.t, func(r *sql.Rows) (*T, error) {
		var id, doc string
		if err := r.Scan(&id, &doc); err != nil {
			return nil, err
		}
		v := new(T)
		return v, decode(doc, v, g.kind, dateline.ID(id))
	}, listEntries, g.kind)
}

// Delete removes entries.
func (g registry[T]) Delete(ctx context.Context, ids ...dateline.ID) error {
	return g.t.dropEntries(ctx, g.kind, ids)
}

// Documents keeps JSON documents of a kind.
func (t *tx) Documents(kind string) store.Registry[store.Document] {
	return documents{t, "doc:" + kind}
}

type documents struct {
	t    *tx
	kind string
}

// Put adds or replaces documents; what is no JSON is Invalid.
func (g documents) Put(ctx context.Context, entries ...store.Document) error {
	for _, d := range entries {
		if !json.Valid(d.JSON) {
			return dateline.Errorf(dateline.Invalid, "document %s is not JSON", d.ID)
		}
		if err := g.t.putEntry(ctx, g.kind, d.ID, "", string(d.JSON)); err != nil {
			return err
		}
	}
	return nil
}

// Get gives one document.
func (g documents) Get(ctx context.Context, id dateline.ID) (*store.Document, error) {
	doc, err := g.t.entry(ctx, g.kind, id)
	if err != nil {
		return nil, err
	}
	return &store.Document{ID: id, JSON: []byte(doc)}, nil
}

// All yields the documents in the order of their ids.
func (g documents) All(ctx context.Context) iter.Seq2[*store.Document, error] {
	return rows(ctx, g.t, func(r *sql.Rows) (*store.Document, error) {
		d := &store.Document{}
		return d, r.Scan((*string)(&d.ID), &d.JSON)
	}, listEntries, g.kind)
}

// Delete removes documents.
func (g documents) Delete(ctx context.Context, ids ...dateline.ID) error {
	return g.t.dropEntries(ctx, g.kind, ids)
}

const listEntries = "SELECT id, doc FROM entries WHERE kind = ? ORDER BY id"

func (t *tx) putEntry(ctx context.Context, kind string, id, ref dateline.ID, doc string) error {
	return t.put(ctx, "INSERT INTO entries (kind, id, ref, doc) VALUES (?, ?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET ref = excluded.ref, doc = excluded.doc",
		kind, string(id), null(ref), doc)
}

func (t *tx) entry(ctx context.Context, kind string, id dateline.ID) (doc string, err error) {
	found, err := t.get(ctx, []any{&doc}, "SELECT doc FROM entries WHERE kind = ? AND id = ?", kind, string(id))
	if err == nil && !found {
		err = notFound(kind, id)
	}
	return doc, err
}

func (t *tx) dropEntries(ctx context.Context, kind string, ids []dateline.ID) error {
	for _, id := range ids {
		if err := t.put(ctx, "DELETE FROM entries WHERE kind = ? AND id = ?", kind, string(id)); err != nil {
			return err
		}
	}
	return nil
}
