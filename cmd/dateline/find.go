package main

import (
	"context"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

// find turns a public id as typed into the record it leads to now; redirects
// of merged incidents are followed and said. A mistyped id is answered with
// those of the store that differ by one character.
func (a *app) find(ctx context.Context, tx store.Tx, typed string) (dateline.ID, dateline.PublicID, error) {
	if long := dateline.ID(strings.TrimSpace(typed)); long.Whole() {
		return a.findLong(ctx, tx, long)
	}
	public, err := dateline.ParsePublic(typed)
	if dateline.CodeOf(err) == dateline.Mistyped {
		return "", "", dateline.Errorf(dateline.Mistyped, "%s%s", err.Error(), a.alike(ctx, tx, typed))
	}
	if err != nil {
		return "", "", err
	}
	id, err := tx.Find(ctx, public)
	if dateline.CodeOf(err) == dateline.NotFound {
		return "", "", dateline.Errorf(dateline.NotFound, "no %s in this store%s", public, a.alike(ctx, tx, typed))
	}
	if err != nil {
		return "", "", err
	}
	return a.final(ctx, tx, id, public)
}

// findLong is find for an internal id, as the program's JSON prints it.
func (a *app) findLong(ctx context.Context, tx store.Tx, id dateline.ID) (dateline.ID, dateline.PublicID, error) {
	names, err := tx.Public(ctx, id)
	if err != nil {
		return "", "", err
	}
	public, ok := names[id]
	if !ok {
		return "", "", dateline.Errorf(dateline.NotFound, "no record %s in this store that has a name of its own", id)
	}
	return a.final(ctx, tx, id, public)
}

// final follows an incident into the one that it was merged into.
func (a *app) final(ctx context.Context, tx store.Tx, id dateline.ID, public dateline.PublicID) (dateline.ID, dateline.PublicID, error) {
	final, err := tx.Canonical(ctx, id)
	if err != nil || final == id {
		return id, public, err
	}
	names, err := tx.Public(ctx, final)
	a.talk("%s was merged into %s.", public, names[final])
	return final, names[final], err
}

// incident finds an incident; another record is not one.
func (a *app) incident(ctx context.Context, tx store.Tx, typed string) (dateline.ID, dateline.PublicID, error) {
	id, public, err := a.find(ctx, tx, typed)
	if err == nil && id.Prefix() != dateline.PrefixIncident {
		return "", "", dateline.Errorf(dateline.Invalid, "%s is no incident; look at it with: dateline show %s", public, public)
	}
	return id, public, err
}

// alike asks for the ids of the store that differ from what was typed by one
// character, or by two neighbours that changed places; "" if there are none.
func (a *app) alike(ctx context.Context, tx store.Tx, typed string) string {
	prefix, body, ok := strings.Cut(strings.ToUpper(strings.TrimSpace(typed)), "-")
	if !ok {
		return ""
	}
	var found []string
	try := func(b string) {
		public, err := dateline.ParsePublic(prefix + "-" + b)
		if err != nil || len(found) == 3 {
			return
		}
		if _, err := tx.Find(ctx, public); err == nil {
			found = append(found, string(public))
		}
	}
	for i := range len(body) {
		for _, c := range "0123456789ABCDEFGHJKMNPQRSTVWXYZ" {
			if byte(c) != body[i] {
				try(body[:i] + string(c) + body[i+1:])
			}
		}
		if i > 0 && body[i] != body[i-1] {
			try(body[:i-1] + body[i:i+1] + body[i-1:i] + body[i+1:])
		}
	}
	if len(found) == 0 {
		return ""
	}
	return ". Did you mean " + strings.Join(found, " or ") + "?"
}

// resolver looks public ids up for the query grammar.
type resolver struct {
	ctx context.Context
	tx  store.Tx
}

func (r resolver) Find(p dateline.PublicID) (dateline.ID, error) { return r.tx.Find(r.ctx, p) }
