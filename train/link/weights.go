package main

import (
	"context"
	"fmt"
	"os"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/eval/run"
	"github.com/opendateline/dateline/link"
)

// weights learns from a whole corpus and writes the table.
func weights(ctx context.Context, dir, cache, without, out string) error {
	told, err := read(ctx, dir, cache)
	if err != nil {
		return err
	}
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	defer f.Close()
	fmt.Fprintln(f, `# What each piece of evidence is worth that the main accounts of two reports are of
# one incident. Points are log-odds; five are added at the start, so that 5 points
# are even odds and 8 are 95 %. Columns: part, step (a grade, or a measure from
# that number up), points. Made by train/link.`)
	return learn(told, without).Write(f)
}

// learn fits weights and puts even odds where a pair begins to be probable; the
// part called without, "" for none, says nothing.
func learn(told []run.Told, without string) link.Weights {
	w := fit(newSet(told, nil).pairs(), without)
	w[0][0] += link.Default.Probable
	return w
}

// halves learns from each half of the incidents and measures on the other.
func halves(ctx context.Context, dir, cache, without string) error {
	told, err := read(ctx, dir, cache)
	if err != nil {
		return err
	}
	for k := range uint32(2) {
		s := newSet(half(told, 1-k), learn(half(told, k), without))
		fmt.Printf("half %d: ", k)
		s.measure()
	}
	return nil
}

// measure prints how far the pairs met and how well the clusters agree.
func (s *set) measure() {
	pairs := s.pairs()
	met := 0
	for _, p := range pairs {
		if p.same {
			met++
		}
	}
	fmt.Printf("%d reports, %d main accounts, %d pairs met, %d of %d gold pairs; ", len(s.told), len(s.mains), len(pairs), met, s.goldPairs())
	scored := make([]link.Pair, len(pairs))
	for i, p := range pairs {
		scored[i] = s.linker.Score(p.a, p.b)
	}
	clusters, _ := s.linker.Cluster(s.mains, scored, link.Ruling{})
	gold, rows := s.gold(), s.rows(clusters)
	metrics := append(eval.ScoreIncidents(gold, rows).Metrics[:3], eval.ScoreFarPairs(gold, rows, s.published()).Metrics...)
	for _, m := range metrics {
		fmt.Printf("%s %.3f ", m.Name, m.Value)
	}
	fmt.Println()
}

// published gives the day on which each report appeared.
func (s *set) published() map[string]dateline.Day {
	out := map[string]dateline.Day{}
	for _, t := range s.told {
		out[t.Report.ExternalID] = t.Report.Published.Day()
	}
	return out
}

func (s *set) gold() []eval.IncidentRow {
	reports := map[string][]string{}
	var order []string
	for _, t := range s.told {
		for _, x := range t.Incidents {
			if reports[x] == nil {
				order = append(order, x)
			}
			reports[x] = append(reports[x], t.Report.ExternalID)
		}
	}
	var out []eval.IncidentRow
	for _, x := range order {
		out = append(out, eval.IncidentRow{Incident: x, Reports: reports[x]})
	}
	return out
}

func (s *set) rows(clusters []link.Cluster) []eval.IncidentRow {
	external := map[dateline.ID]string{}
	for i := range s.told {
		for _, m := range s.told[i].Mentions {
			external[m.ID] = s.told[i].Report.ExternalID
		}
	}
	var out []eval.IncidentRow
	for _, c := range clusters {
		row := eval.IncidentRow{Incident: string(c.ID)}
		for _, m := range c.Mentions {
			row.Reports = append(row.Reports, external[m])
		}
		out = append(out, row)
	}
	return out
}
