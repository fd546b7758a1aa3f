package eval

import (
	"maps"
	"slices"
)

// bcubed gives for each item its B-cubed precision and recall (Bagga and
// Baldwin 1998), in the order of the items. An item may lie in several clusters:
// then a pair of items counts as often as it shares clusters (Amigó et al.
// 2009). An item without a cluster stands alone.
func bcubed(items []string, gold, predicted [][]string) []tally {
	inGold, inPredicted := members(gold), members(predicted)
	list := make([]tally, len(items))
	for i, item := range items {
		right, answers := agreement(item, predicted, inPredicted, inGold)
		found, wanted := agreement(item, gold, inGold, inPredicted)
		list[i] = tally{share(right, answers), 1, share(found, wanted), 1}
	}
	return list
}

// members gives for each item the clusters that it lies in.
func members(clusters [][]string) map[string]map[int]bool {
	in := map[string]map[int]bool{}
	for i, cluster := range clusters {
		for _, item := range cluster {
			if in[item] == nil {
				in[item] = map[int]bool{}
			}
			in[item][i] = true
		}
	}
	return in
}

// agreement sums over the items that share a cluster with the item how far the
// other clustering has them together too, and counts those items.
func agreement(item string, clusters [][]string, in, other map[string]map[int]bool) (agreed, partners float64) {
	neighbours := map[string]bool{item: true}
	for cluster := range in[item] {
		for _, neighbour := range clusters[cluster] {
			neighbours[neighbour] = true
		}
	}
	for _, neighbour := range slices.Sorted(maps.Keys(neighbours)) {
		here, there := together(item, neighbour, in), together(item, neighbour, other)
		agreed += share(min(here, there), here)
		partners++
	}
	return agreed, partners
}

// together counts the clusters that hold both; an item is always together with
// itself.
func together(a, b string, in map[string]map[int]bool) float64 {
	n := 0.0
	for cluster := range in[a] {
		if in[b][cluster] {
			n++
		}
	}
	if a == b {
		n = max(n, 1)
	}
	return n
}
