package eval

import (
	"github.com/opendateline/dateline/eval/assign"
)

// ScoreCoref scores clusters of the gold's mentions, found again by their ids,
// over mentions of the kind ("event" or "entity"): B-cubed, MUC (links), CEAF-e
// (clusters paired one to one, by the share of mentions in common) and conll_f,
// the mean of the three F1. B-cubed is over mentions, whose draws give its
// interval; the others are of all clusters together and have none.
func ScoreCoref(kind string, gold, predicted []CorefRow) Result {
	items, wanted := corefClusters(kind, gold)
	_, found := corefClusters(kind, predicted)
	r := result(len(items), prf(kind+"_b3", bcubed(items, wanted, found)))
	if len(items) == 0 {
		return r
	}
	muc, ceaf := muc(wanted, found), ceafe(wanted, found)
	b3, _ := r.Metric(kind + "_b3_f")
	for _, m := range []struct {
		name  string
		value float64
	}{
		{"_muc_p", precision(muc)}, {"_muc_r", recall(muc)}, {"_muc_f", f1(muc)},
		{"_ceafe_p", precision(ceaf)}, {"_ceafe_r", recall(ceaf)}, {"_ceafe_f", f1(ceaf)},
		{"_conll_f", (b3.Value + f1(muc) + f1(ceaf)) / 3},
	} {
		r.Metrics = append(r.Metrics, Metric{kind + m.name, m.value, m.value, m.value, len(items)})
	}
	return r
}

// muc counts links (Vilain et al. 1995): a cluster of n mentions has n-1, of
// which those are found that the other clustering does not cut.
func muc(gold, predicted [][]string) tally {
	found, wanted := links(gold, predicted)
	right, answers := links(predicted, gold)
	return tally{right, answers, found, wanted}
}

func links(clusters, others [][]string) (kept, all float64) {
	in := members(others)
	for _, cluster := range clusters {
		parts, alone := map[int]bool{}, 0
		for _, item := range cluster {
			if len(in[item]) == 0 {
				alone++
			}
			for other := range in[item] {
				parts[other] = true
			}
		}
		kept += float64(len(cluster) - len(parts) - alone)
		all += float64(len(cluster) - 1)
	}
	return kept, all
}

// ceafe pairs clusters one to one (Luo 2005) so that the sum of their Dice
// coefficients is greatest.
func ceafe(gold, predicted [][]string) tally {
	weights, in := make([][]float64, len(gold)), members(predicted)
	for i, g := range gold {
		weights[i] = make([]float64, len(predicted))
		for _, item := range g {
			for k := range in[item] {
				weights[i][k] += 2 / float64(len(g)+len(predicted[k]))
			}
		}
	}
	sum := 0.0
	for i, k := range assign.Max(weights) {
		if k >= 0 {
			sum += weights[i][k]
		}
	}
	return tally{sum, float64(len(predicted)), sum, float64(len(gold))}
}

func corefClusters(kind string, rows []CorefRow) (items []string, clusters [][]string) {
	var flat []StoryRow
	for _, row := range rows {
		for _, m := range row.Mentions {
			if m.Kind == kind {
				items = append(items, m.ID)
				flat = append(flat, StoryRow{Report: m.ID, Story: m.Cluster})
			}
		}
	}
	return items, byStory(flat)
}
