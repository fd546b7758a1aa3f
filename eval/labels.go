package eval

import (
	"maps"
	"slices"
)

// ScoreLabels scores one label a text: accuracy, and macro_f1, the mean of the
// F1 of the labels that the gold has.
func ScoreLabels(gold, predicted []LabelRow) Result {
	answers := byKey(predicted, func(r LabelRow) string { return r.ID })
	right, labels := make([]tally, len(gold)), map[string]bool{}
	given := make([]string, len(gold))
	for i, row := range gold {
		labels[row.Label], given[i] = true, answers[row.ID].Label
		right[i] = asked(given[i] == row.Label)
	}
	return result(len(gold), []measure{
		summed("accuracy", right, recall),
		{"macro_f1", len(gold), macroF1(gold, given, slices.Sorted(maps.Keys(labels)))},
	})
}

func macroF1(gold []LabelRow, answers, labels []string) func([]int) float64 {
	return func(documents []int) float64 {
		sum := map[string]tally{}
		for _, d := range documents {
			label, answer := gold[d].Label, answers[d]
			if label == answer {
				sum[label] = sum[label].plus(hit(1, 1, 1))
				continue
			}
			sum[label] = sum[label].plus(hit(0, 0, 1))
			sum[answer] = sum[answer].plus(hit(0, 1, 0))
		}
		mean := 0.0
		for _, label := range labels {
			mean += f1(sum[label]) / float64(len(labels))
		}
		return mean
	}
}

// ScoreStories scores the grouping of reports by story: B-cubed over the
// reports. A report without a predicted story stands alone.
func ScoreStories(gold, predicted []StoryRow) Result {
	var items []string
	for _, row := range gold {
		items = append(items, row.Report)
	}
	return result(len(items), prf("b3", bcubed(items, byStory(gold), byStory(predicted))))
}

func byStory(rows []StoryRow) [][]string {
	groups := map[string][]string{}
	for _, row := range rows {
		groups[row.Story] = append(groups[row.Story], row.Report)
	}
	var clusters [][]string
	for _, story := range slices.Sorted(maps.Keys(groups)) {
		clusters = append(clusters, groups[story])
	}
	return clusters
}
