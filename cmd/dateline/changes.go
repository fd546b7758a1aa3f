package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/wording"
)

type historyCmd struct {
	ID string `arg:"" help:"An incident."`
}

func (c historyCmd) Run(ctx context.Context, a *app) error {
	return a.view(ctx, func(tx store.Tx) error {
		id, _, err := a.incident(ctx, tx, c.ID)
		if err != nil {
			return err
		}
		return a.revisions(ctx, tx, store.RevisionFilter{Record: id})
	})
}

type changesCmd struct {
	Since string `help:"A day, a time (2024-03-13T06:00:00Z) or seq:N." default:"seq:0"`
}

func (c changesCmd) Run(ctx context.Context, a *app) error {
	filter, err := since(c.Since)
	if err != nil {
		return err
	}
	return a.view(ctx, func(tx store.Tx) error { return a.revisions(ctx, tx, filter) })
}

func since(s string) (store.RevisionFilter, error) {
	if n, ok := strings.CutPrefix(s, "seq:"); ok {
		seq, err := strconv.ParseInt(n, 10, 64)
		if err != nil || seq < 0 {
			return store.RevisionFilter{}, dateline.Errorf(dateline.Invalid, "--since %s: want seq:NUMBER or a time", s)
		}
		return store.RevisionFilter{SinceSeq: seq}, nil
	}
	at, err := moment("--since", s)
	return store.RevisionFilter{Since: at}, err
}

func (a *app) revisions(ctx context.Context, tx store.Tx, filter store.RevisionFilter) error {
	var rows []named[*dateline.Revision]
	var ids []dateline.ID
	for r, err := range tx.Revisions(ctx, filter) {
		if err != nil {
			return err
		}
		rows, ids = append(rows, named[*dateline.Revision]{record: &r}), append(ids, r.Record)
	}
	names, err := tx.Public(ctx, ids...)
	if err != nil {
		return err
	}
	gates := map[dateline.ID]func(string) string{}
	for i := range rows {
		rows[i].public = names[ids[i]]
		if err := a.clearRevision(ctx, tx, rows[i].record, gates); err != nil {
			return err
		}
	}
	if len(rows) == 0 {
		a.talk("Nothing has changed since.")
		if a.global.ExitStatus {
			a.exit = exitNo
		}
	}
	return listing(a, []column[named[*dateline.Revision]]{
		typed("seq", "number", func(r *dateline.Revision) string { return strconv.FormatInt(r.Seq, 10) }, func(r *dateline.Revision) any { return int(r.Seq) }),
		idColumn[dateline.Revision](),
		typed("revision", "number", func(r *dateline.Revision) string { return strconv.Itoa(r.N) }, func(r *dateline.Revision) any { return r.N }),
		typed("at", "time", func(r *dateline.Revision) string { return a.when(r.At) }, func(r *dateline.Revision) any { return r.At }),
		typed("cause", "text", func(r *dateline.Revision) string { return wording.Code(r.Cause) }, func(r *dateline.Revision) any { return r.Cause }),
		typed("changes", "object", changeWords, func(r *dateline.Revision) any { return r.Changes }),
	}, rows)
}

// clearRevision takes the names of private people out of a revision: its
// changes quote titles.
func (a *app) clearRevision(ctx context.Context, tx store.Tx, r *dateline.Revision, clear map[dateline.ID]func(string) string) error {
	if clear[r.Record] == nil {
		c, err := a.clear(ctx, tx, r.Record)
		if err != nil {
			return err
		}
		clear[r.Record] = c
	}
	for i := range r.Changes {
		ch := &r.Changes[i]
		ch.Before, ch.After = clear[r.Record](ch.Before), clear[r.Record](ch.After)
	}
	return nil
}

func changeWords(r *dateline.Revision) string {
	var parts []string
	for _, c := range r.Changes {
		if c.Before == "" {
			parts = append(parts, changed(c.Attribute)+": "+c.After)
		} else {
			parts = append(parts, changed(c.Attribute)+": "+c.Before+" → "+c.After)
		}
	}
	return strings.Join(parts, "; ")
}

// changed names what changed: "killed, without the attackers".
func changed(attribute string) string {
	measure, population, ok := strings.Cut(attribute, " ")
	if !ok {
		return wording.Code(attribute)
	}
	return wording.Code(measure) + ", " + wording.Population(dateline.Population(population))
}

type diffCmd struct {
	ID    string `arg:"" help:"An incident."`
	Range string `arg:"" optional:"" help:"5..6; default: the last change."`
}

// Run prints what changed between two revisions, one attribute a line.
func (c diffCmd) Run(ctx context.Context, a *app) error {
	return a.view(ctx, func(tx store.Tx) error {
		id, public, err := a.incident(ctx, tx, c.ID)
		if err != nil {
			return err
		}
		from, to, err := c.bounds(ctx, tx, id, public)
		if err != nil {
			return err
		}
		steps, err := a.steps(ctx, tx, id, from, to)
		if err != nil {
			return err
		}
		if a.global.ExitStatus && len(steps) > 0 {
			a.exit = exitNo
		}
		if a.json() {
			return a.writeJSON(steps)
		}
		t := &text{to: a.stdout}
		for _, r := range steps {
			t.line("%s revision %d, %s: %s", public, r.N, a.when(r.At), r.Reason)
			for _, ch := range r.Changes {
				t.line("  %-32s %s → %s", changed(ch.Attribute), orDash(ch.Before), orDash(ch.After))
			}
		}
		return t.err
	})
}

// steps are the revisions after from, up to to.
func (a *app) steps(ctx context.Context, tx store.Tx, id dateline.ID, from, to int) ([]dateline.Revision, error) {
	out, clear := []dateline.Revision{}, map[dateline.ID]func(string) string{}
	for r, err := range tx.Revisions(ctx, store.RevisionFilter{Record: id}) {
		if err != nil {
			return nil, err
		}
		if r.N <= from || r.N > to {
			continue
		}
		if err := a.clearRevision(ctx, tx, &r, clear); err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

func (c diffCmd) bounds(ctx context.Context, tx store.Tx, id dateline.ID, public dateline.PublicID) (from, to int, err error) {
	inc, err := tx.Incident(ctx, id)
	if err != nil {
		return 0, 0, err
	}
	if c.Range == "" {
		return inc.Revision - 1, inc.Revision, nil
	}
	first, last, ok := strings.Cut(c.Range, "..")
	from, err1 := strconv.Atoi(first)
	to, err2 := strconv.Atoi(last)
	switch {
	case !ok || err1 != nil || err2 != nil || from >= to:
		return 0, 0, dateline.Errorf(dateline.Invalid, "%q is no range of revisions; want 5..6", c.Range)
	case from < 1 || to > inc.Revision:
		return 0, 0, dateline.Errorf(dateline.NotFound, "%s has %s, so there is no %s", public, oneTo(inc.Revision), c.Range)
	}
	return from, to, nil
}

func oneTo(n int) string {
	if n == 1 {
		return "only revision 1"
	}
	return fmt.Sprintf("revisions 1 to %d", n)
}
