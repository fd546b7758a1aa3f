package main

import (
	"context"
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/wording"
)

// operation prints what the record is a part of, or its parts (LNK-6, LNK-7),
// each with its own number.
func (a *app) operation(ctx context.Context, tx store.Tx, i *dateline.Incident, t *text) error {
	if i.Operation == "" && len(i.Children) == 0 {
		return nil
	}
	whole, err := a.rowsOf(ctx, tx, i.Operation)
	if err != nil {
		return err
	}
	parts, err := a.rowsOf(ctx, tx, i.Children...)
	if err != nil {
		return err
	}
	if sites := wording.Sites(i); sites != "" {
		t.line("%-*s %s", label, "Sites", sites)
	}
	relatives(t, "Part of", whole)
	relatives(t, wording.PartsHeading(i), parts)
	t.line("%-*s %s\n", label, "", wording.NotAdded)
	return nil
}

func relatives(t *text, heading string, rows []store.Row) {
	for k, r := range rows {
		if k > 0 {
			heading = ""
		}
		t.line("%-*s %s  %s, killed: %s", label, heading, r.Public, printable(r.Title), toll(dateline.Killed)(r))
	}
}

// rowsOf reads records as they may be read; suppressed ones and the empty id
// are left out. They come in the order of their numbers, then of their titles.
func (a *app) rowsOf(ctx context.Context, tx store.Tx, ids ...dateline.ID) ([]store.Row, error) {
	gate, err := a.gate()
	if err != nil {
		return nil, err
	}
	var out []store.Row
	for _, id := range ids {
		if id == "" || gate.Hidden.IDs[id] {
			continue
		}
		i, err := tx.Incident(ctx, id)
		if err != nil {
			return nil, err
		}
		row := store.Row{Incident: i}
		if err := a.forList(ctx, tx, &row); err != nil {
			return nil, err
		}
		out = append(out, row)
	}
	slices.SortStableFunc(out, func(x, y store.Row) int { return wording.PartOrder(x.Incident, y.Incident) })
	return out, nil
}

// nameWholes gives the rows the public ids of the operations that they are
// parts of.
func nameWholes(ctx context.Context, tx store.Tx, rows []store.Row) error {
	var ids []dateline.ID
	for _, r := range rows {
		if r.Operation != "" {
			ids = append(ids, r.Operation)
		}
	}
	names, err := tx.Public(ctx, ids...)
	for k := range rows {
		rows[k].Whole = names[rows[k].Operation]
	}
	return err
}

// partOf says that one of two incidents is a part of the other, which is why
// they are two: a report tells of both, and of one within the other.
func partOf(ctx context.Context, tx store.Tx, t *text, x, y dateline.ID) error {
	for _, pair := range [][2]dateline.ID{{x, y}, {y, x}} {
		part, err := tx.Incident(ctx, pair[0])
		if err != nil {
			return err
		}
		if part.Operation != pair[1] {
			continue
		}
		names, err := tx.Public(ctx, pair[0], pair[1])
		if err != nil {
			return err
		}
		t.line("%s is a part of %s: reports tell of one within the other (rules LNK-6, LNK-7). %s\n", names[pair[0]], names[pair[1]], wording.NotAdded)
	}
	return nil
}
