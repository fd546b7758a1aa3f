package pipeline

import (
	"context"
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/link"
	"github.com/opendateline/dateline/store"
)

// standing is how an incident stands to others: the operation that it is a part
// of, or the parts that it has (LNK-6, LNK-7).
type standing struct {
	operation dateline.ID
	children  []dateline.ID // sorted
}

// apply writes the standing into a record.
func (s standing) apply(i *dateline.Incident) {
	i.Operation, i.Children = s.operation, s.children
}

// same says whether a stored record has that standing.
func (s standing) same(i *dateline.Incident) bool {
	return i.Operation == s.operation && slices.Equal(i.Children, s.children)
}

// standings relates clusters as their accounts are related inside the reports:
// a cluster is a part of the one that holds the accounts that most of its own
// are parts of. What has parts is itself a part of nothing, so that no circle
// can close. ids are those of the clusters' incidents.
func (n *neighbourhood) standings(clusters []link.Cluster, ids []dateline.ID) []standing {
	votes, whole := n.wholes(clusters)
	out := make([]standing, len(clusters))
	for i := range clusters {
		best := -1
		for k := range clusters {
			if votes[i][k] > 0 && !whole[i] && (best < 0 || votes[i][k] > votes[i][best]) {
				best = k // of equals the first in order of cluster
			}
		}
		if best < 0 {
			continue
		}
		out[i].operation = ids[best]
		out[best].children = append(out[best].children, ids[i])
	}
	for i := range out {
		slices.Sort(out[i].children)
	}
	return out
}

// wholes counts, for every cluster, how many of its accounts are parts of
// accounts of each other one; whole says which have parts.
func (n *neighbourhood) wholes(clusters []link.Cluster) (votes []map[int]int, whole map[int]bool) {
	at := map[dateline.ID]int{}
	for i, c := range clusters {
		for _, id := range c.Mentions {
			at[id] = i
		}
	}
	votes, whole = make([]map[int]int, len(clusters)), map[int]bool{}
	for i, c := range clusters {
		votes[i] = map[int]int{}
		for _, id := range c.Mentions {
			if k, ok := at[n.mentions[id].PartOf]; ok && k != i {
				votes[i][k]++
				whole[k] = true
			}
		}
	}
	return votes, whole
}

// relatives are the accounts of the same report that a mention is a part of or
// that are parts of it.
func (n *neighbourhood) relatives(ctx context.Context, m *dateline.Mention) ([]dateline.ID, error) {
	if m.PartOf != "" {
		return []dateline.ID{m.PartOf}, nil
	}
	if m.SubCount < 2 {
		return nil, nil
	}
	list, err := n.mentionsOf(ctx, store.MentionFilter{Report: m.ReportID})
	return slices.DeleteFunc(list, func(id dateline.ID) bool { return n.read[id].PartOf != m.ID }), err
}
