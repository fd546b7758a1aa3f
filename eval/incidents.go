package eval

import (
	"maps"
	"slices"
)

// ScoreIncidents scores the grouping of reports (B-cubed over the reports of the
// gold) and what is recorded of each incident. A gold incident is compared with
// the predicted incident whose reports are most alike (Jaccard; the first one of
// equals); with none, every field is wrong. A field counts where the gold has a
// value. The documents drawn for the intervals are reports for the grouping and
// incidents for the fields.
func ScoreIncidents(gold, predicted []IncidentRow) Result {
	reports := map[string]bool{}
	for _, row := range gold {
		for _, report := range row.Reports {
			reports[report] = true
		}
	}
	items := slices.Sorted(maps.Keys(reports))
	grouping := result(len(items), prf("b3", bcubed(items, grouped(gold), grouped(predicted))))
	fields := result(len(gold), incidentMeasures(gold, predicted))
	grouping.Metrics = append(grouping.Metrics, fields.Metrics...)
	return grouping
}

func grouped(rows []IncidentRow) [][]string {
	var clusters [][]string
	for _, row := range rows {
		clusters = append(clusters, row.Reports)
	}
	return clusters
}

func incidentMeasures(gold, predicted []IncidentRow) []measure {
	answers := counterparts(gold, predicted)
	var list []measure
	for _, field := range incidentFields {
		tallies := make([]tally, len(gold))
		for i, g := range gold {
			if field.known(g) {
				tallies[i] = asked(answers[i] != nil && field.right(g, *answers[i]))
			}
		}
		list = append(list, summed(field.name, tallies, recall))
	}
	return list
}

var incidentFields = []struct {
	name  string
	known func(gold IncidentRow) bool
	right func(gold, answer IncidentRow) bool
}{
	{"killed_exact", killedKnown, func(g, a IncidentRow) bool { return nearEnd(g.Killed, a.Killed, 0) }},
	{"killed_within1", killedKnown, func(g, a IncidentRow) bool { return nearEnd(g.Killed, a.Killed, 1) }},
	{"wounded_exact", woundedKnown, func(g, a IncidentRow) bool { return nearEnd(g.Wounded, a.Wounded, 0) }},
	{"wounded_within1", woundedKnown, func(g, a IncidentRow) bool { return nearEnd(g.Wounded, a.Wounded, 1) }},
	{"date_exact", dateKnown, func(g, a IncidentRow) bool { return sameDate(g.Date, a.Date) }},
	{"date_within1", dateKnown, func(g, a IncidentRow) bool { return within1Day(g.Date, a.Date) }},
	{"place_exact", func(g IncidentRow) bool { return g.Place != "" }, func(g, a IncidentRow) bool { return SamePlace(g.Place, a.Place) }},
	{"admin1_exact", func(g IncidentRow) bool { return g.Admin1 != "" }, func(g, a IncidentRow) bool { return sameName(g.Admin1, a.Admin1) }},
	{"acc161", func(g IncidentRow) bool { return g.Lat != nil }, func(g, a IncidentRow) bool {
		return between(g.Lat, g.Lon, a.Lat, a.Lon) <= near161
	}},
}

func killedKnown(g IncidentRow) bool  { return g.Killed != nil }
func woundedKnown(g IncidentRow) bool { return g.Wounded != nil }
func dateKnown(g IncidentRow) bool    { return g.Date != "" }

// counterparts gives for each gold incident the predicted one to compare with.
func counterparts(gold, predicted []IncidentRow) []*IncidentRow {
	in := members(grouped(predicted))
	answers := make([]*IncidentRow, len(gold))
	for i, g := range gold {
		shared := map[int]float64{}
		for _, report := range g.Reports {
			for cluster := range in[report] {
				shared[cluster]++
			}
		}
		most := 0.0
		for _, cluster := range slices.Sorted(maps.Keys(shared)) {
			all := float64(len(g.Reports)+len(predicted[cluster].Reports)) - shared[cluster]
			if alike := shared[cluster] / all; alike > most {
				most, answers[i] = alike, &predicted[cluster]
			}
		}
	}
	return answers
}
