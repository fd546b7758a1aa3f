package main

import (
	"context"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/export"
	"github.com/opendateline/dateline/store"
)

// unread are the reports that have no reading.
func unread(ctx context.Context, tx store.Tx) (map[dateline.ID]bool, error) {
	out := map[dateline.ID]bool{}
	for r, err := range tx.ListReports(ctx, store.ReportFilter{Unread: true}) {
		if err != nil {
			return nil, err
		}
		out[r.ID] = true
	}
	return out, nil
}

func stateOf(unread map[dateline.ID]bool, r *dateline.Report) string {
	if unread[r.ID] {
		return "set_aside"
	}
	return "read"
}

// showAside says why a report was not read: the words that weighed most, those
// against violence first.
func (a *app) showAside(ctx context.Context, tx store.Tx, r *export.Record, id dateline.ID, public dateline.PublicID) error {
	t := &text{to: a.stdout}
	t.line("%s · %s\n%s\nSet aside: kept as it came, not read.", public, orUnknown(r.Outlet(id)), titleOf(r.Reports[id]))
	for d, err := range tx.ListDecisions(ctx, store.DecisionFilter{Target: id, Actions: []dateline.Action{dateline.ActSetAside}}) {
		if err != nil {
			return err
		}
		t.line("\nBy %s, sum %+.2f (below 0: set aside)", d.By, d.Score())
		for _, p := range d.Parts {
			t.line("%+6.2f  %-20s %s", *p.Points, p.What, strings.Join(p.Values, ", "))
		}
	}
	t.line("\nTo read it: the command that brought it, with --gate off. The text: dateline show %s --json --jq .text", public)
	return t.err
}
