package pipeline

import (
	"context"
	"sort"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/link"
)

// attached is what speaks of the incident of one cluster without being an
// account of it: mentions that say something of it alone, and those that it is
// one of several for.
type attached struct {
	members []dateline.ID
	related []dateline.Related
}

// attach gives the mentions of the neighbourhood that are no accounts to the
// clusters that they speak of (§7.3–§7.5). All clusters that such a mention is
// near to are in the neighbourhood, so that what it is given to does not depend
// on the order of arrival.
func (n *neighbourhood) attach(ctx context.Context, clusters []link.Cluster) (map[dateline.ID]attached, error) {
	out := map[dateline.ID]attached{}
	var loose []*dateline.Mention
	for _, m := range n.mentions {
		if link.Attachable(m) {
			loose = append(loose, m)
		}
	}
	sort.Slice(loose, func(i, k int) bool { return loose[i].ID < loose[k].ID })
	near := n.nearClusters(clusters)
	for _, m := range loose {
		for _, x := range n.linker.Attach(m, near[m.ID], n.mentions) {
			if err := n.judged(ctx, x.Decision); err != nil {
				return nil, err
			}
			to := out[x.Cluster]
			if link.Singular(m) {
				to.members = append(to.members, m.ID)
			} else {
				to.related = append(to.related, dateline.Related{Mention: m.ID, Report: m.ReportID, Passage: m.Passages[0], Kind: m.Kind})
			}
			out[x.Cluster] = to
		}
	}
	return out, nil
}

// nearClusters gives, for every mention that is no account, the clusters with a
// member that it was found near to, in their order.
func (n *neighbourhood) nearClusters(clusters []link.Cluster) map[dateline.ID][]link.Cluster {
	near := map[dateline.ID][]dateline.ID{}
	for at, p := range n.pairs {
		if p.Band != link.Separate {
			near[at[0]], near[at[1]] = append(near[at[0]], at[1]), append(near[at[1]], at[0])
		}
	}
	out := map[dateline.ID][]link.Cluster{}
	for _, c := range clusters {
		seen := map[dateline.ID]bool{}
		for _, member := range c.Mentions {
			for _, m := range near[member] {
				if x := n.mentions[m]; !seen[m] && x != nil && link.Attachable(x) {
					out[m] = append(out[m], c)
				}
				seen[m] = true
			}
		}
	}
	return out
}
