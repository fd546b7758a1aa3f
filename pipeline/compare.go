package pipeline

import (
	"context"
	"sort"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/link"
	"github.com/opendateline/dateline/store"
)

// Compare scores every mention of one incident against every mention of
// another, as matching does: the best pair first, ties by the ids of the
// mentions. It writes nothing, and leaves out the point for being the only one
// that fits, which belongs to a whole neighbourhood.
func (m *Matcher) Compare(ctx context.Context, tx store.Tx, a, b dateline.ID) ([]link.Pair, error) {
	n := m.neighbourhood(tx, "", link.NewMemory(lookedAt))
	left, err := n.membersOf(ctx, a)
	if err != nil {
		return nil, err
	}
	right, err := n.membersOf(ctx, b)
	if err != nil {
		return nil, err
	}
	var out []link.Pair
	for _, x := range left {
		for _, y := range right {
			out = append(out, n.linker.Score(x, y))
		}
	}
	sort.SliceStable(out, func(i, k int) bool {
		p, q := out[i], out[k]
		switch {
		case p.Score != q.Score:
			return p.Score > q.Score
		case p.A.ID != q.A.ID:
			return p.A.ID < q.A.ID
		}
		return p.B.ID < q.B.ID
	})
	return out, nil
}

// membersOf reads the mentions of an incident and their reports.
func (n *neighbourhood) membersOf(ctx context.Context, incident dateline.ID) ([]*dateline.Mention, error) {
	var out []*dateline.Mention
	for m, err := range n.tx.ListMentions(ctx, store.MentionFilter{Incident: incident}) {
		if err != nil {
			return nil, err
		}
		if _, err := n.report(ctx, m.ReportID); err != nil {
			return nil, err
		}
		out = append(out, m)
	}
	return out, nil
}
