package eval

import (
	"maps"
	"slices"

	"github.com/opendateline/dateline"
)

// far is from how many days between two reports on they are far apart: beyond
// the window of days within which most programs look for a second report.
const far = 11

// ScoreFarPairs scores the pairs of reports of one incident that were published
// more than ten days apart: how many of those in the gold are found, and how many
// of those found are in the gold. published gives the day of each report;
// reports that it does not have, and those of no gold incident, are passed over.
// The documents drawn for the intervals are reports.
func ScoreFarPairs(gold, predicted []IncidentRow, published map[string]dateline.Day) Result {
	inGold, inPredicted := members(grouped(gold)), members(grouped(predicted))
	reports := slices.Sorted(maps.Keys(inGold))
	list := make([]tally, len(reports))
	for i, a := range reports {
		for k, b := range reports {
			if i == k || !farApart(published[a], published[b]) {
				continue
			}
			wanted, found := together(a, b, inGold) > 0, together(a, b, inPredicted) > 0
			list[i] = list[i].plus(pairTally(wanted, found))
		}
	}
	return result(len(reports), prf("pairs_far", list))
}

// pairTally counts half a pair, as each is met from both its ends.
func pairTally(wanted, found bool) tally {
	const half = 0.5
	var t tally
	if wanted {
		t.gold = half
	}
	if found {
		t.answers = half
	}
	if wanted && found {
		t.right, t.found = half, half
	}
	return t
}

func farApart(a, b dateline.Day) bool {
	if !a.Known() || !b.Known() {
		return false
	}
	days := a.DaysUntil(b)
	return max(days, -days) >= far
}
