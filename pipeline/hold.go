package pipeline

import (
	"context"
	"slices"
	"sort"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/link"
)

// holdBack takes out of accepted records what is merely probable there and was
// not part of them when they were accepted: it changes nothing before a person
// has answered, and is a record of its own until then (§7.2).
func (n *neighbourhood) holdBack(ctx context.Context, clusters []link.Cluster, pairs []link.Pair, people link.Ruling) ([]link.Cluster, error) {
	ids, _, err := n.identify(ctx, clusters)
	if err != nil {
		return nil, err
	}
	answered := mentionsIn(people.Together)
	var held []*dateline.Mention
	for i, c := range clusters {
		out, err := n.doubtful(ctx, ids[i], c, answered)
		if err != nil {
			return nil, err
		}
		if len(out) == 0 {
			continue
		}
		var stay []*dateline.Mention
		for _, m := range c.Mentions {
			if out[m] {
				held = append(held, n.mentions[m])
			} else {
				stay = append(stay, n.mentions[m])
			}
		}
		clusters[i] = n.linker.One(stay, pairs)
	}
	if len(held) == 0 {
		return clusters, nil
	}
	apart, _ := n.linker.Cluster(held, pairs, people)
	clusters = append(clusters, apart...)
	sort.Slice(clusters, func(i, k int) bool { return clusters[i].ID < clusters[k].ID })
	return clusters, nil
}

// doubtful are the mentions of a cluster that its record, which was accepted,
// may not take in unasked: those that are not linked to what it has.
func (n *neighbourhood) doubtful(ctx context.Context, id dateline.ID, c link.Cluster, answered map[dateline.ID]bool) (map[dateline.ID]bool, error) {
	if id == "" || len(c.Probable) == 0 {
		return nil, nil
	}
	linked := slices.ContainsFunc(c.Mentions, func(m dateline.ID) bool { return n.incidentOf[m] == id && !slices.Contains(c.Probable, m) })
	out := map[dateline.ID]bool{}
	for _, m := range c.Mentions {
		if n.incidentOf[m] != id && !answered[m] && !(linked && !slices.Contains(c.Probable, m)) {
			out[m] = true
		}
	}
	if len(out) == 0 {
		return nil, nil
	}
	record, err := n.tx.Incident(ctx, id)
	if err != nil || record.Status != dateline.Reviewed {
		return nil, err
	}
	return out, nil
}

func mentionsIn(pairs [][2]dateline.ID) map[dateline.ID]bool {
	out := map[dateline.ID]bool{}
	for _, p := range pairs {
		out[p[0]], out[p[1]] = true, true
	}
	return out
}
