package synth

import (
	"context"
	"iter"
	"runtime"
	"slices"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/pipeline"
	"github.com/opendateline/dateline/store"
)

// Step is what was measured when a store held so many reports.
type Step struct {
	Stored  int
	Filling time.Duration // of a report in jobs since the step before, from its bytes to its record
	Linking time.Duration // of one more report by itself: the median of several
	Memory  uint64        // bytes that the process holds
	Score
}

// Score compares the incidents of a store with what happened.
type Score struct {
	Incidents         int
	Wrong             int     // incidents that hold several happenings
	Split             int     // happenings that lie in several incidents
	Precision, Recall float64 // B³ over reports
}

// F is the harmonic mean of precision and recall.
func (s Score) F() float64 {
	if s.Precision+s.Recall == 0 {
		return 0
	}
	return 2 * s.Precision * s.Recall / (s.Precision + s.Recall)
}

// Growth fills a store with the reports of a world.
type Growth struct {
	World *World
	Store store.Store
	Match *pipeline.Matcher
	Clock func() time.Duration // processor time, or time of the clock
	Held  func() uint64        // bytes that the process holds; nil: those of the Go runtime
	Job   int                  // reports a job
	truth map[dateline.ID]int
}

// probes is how many reports are linked one by one at each size.
const probes = 41

// Run goes through the sizes, which ascend, and yields what it measures at each.
func (g *Growth) Run(ctx context.Context, sizes ...int) iter.Seq2[Step, error] {
	return func(yield func(Step, error) bool) {
		g.truth = map[dateline.ID]int{}
		p := &pipeline.Pipeline{Store: g.Store, Read: g.World.Stages(), Match: g.Match, Now: time.Now}
		stored := 0
		for _, size := range sizes {
			filling, err := g.fill(ctx, p, size-stored)
			if err != nil {
				yield(Step{Stored: stored}, err)
				return
			}
			step, err := g.measure(ctx, p, size)
			step.Filling = filling
			if stored = size + probes; !yield(step, err) || err != nil {
				return
			}
		}
	}
}

// fill adds n reports in jobs and gives the time of one of them.
func (g *Growth) fill(ctx context.Context, p *pipeline.Pipeline, n int) (time.Duration, error) {
	began := g.Clock()
	for left := n; left > 0; left -= g.Job {
		if err := g.add(ctx, p, min(g.Job, left)); err != nil {
			return 0, err
		}
	}
	return (g.Clock() - began) / time.Duration(max(n, 1)), nil
}

func (g *Growth) add(ctx context.Context, p *pipeline.Pipeline, n int) error {
	_, err := p.Run(ctx, g.World.Reports(n, func(t Truth) { g.truth[t.Report] = t.Happening }))
	return err
}

func (g *Growth) measure(ctx context.Context, p *pipeline.Pipeline, stored int) (Step, error) {
	times := make([]time.Duration, probes)
	for i := range times {
		began := g.Clock()
		if err := g.add(ctx, p, 1); err != nil {
			return Step{Stored: stored}, err
		}
		times[i] = g.Clock() - began
	}
	slices.Sort(times)
	step := Step{Stored: stored, Linking: times[probes/2], Memory: g.held()}
	var err error
	step.Score, err = g.score(ctx)
	return step, err
}

func (g *Growth) held() uint64 {
	if g.Held != nil {
		return g.Held()
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	return memory.Sys - memory.HeapReleased
}

// Mixed gives the reports of each incident that holds several happenings, with what
// they are about.
func (g *Growth) Mixed(ctx context.Context) (out [][]Truth, err error) {
	err = g.incidents(ctx, func(reports []dateline.ID, holds map[int]int) {
		if len(holds) < 2 {
			return
		}
		list := make([]Truth, len(reports))
		for i, r := range reports {
			list[i] = Truth{r, g.truth[r]}
		}
		out = append(out, list)
	})
	return out, err
}

// incidents calls f for every incident that stands with its reports and how many of
// them are about each happening.
func (g *Growth) incidents(ctx context.Context, f func(reports []dateline.ID, holds map[int]int)) error {
	return g.Store.View(ctx, func(tx store.Tx) error {
		for row, err := range tx.ListIncidents(ctx, store.Filter{}) {
			if err != nil {
				return err
			}
			holds := map[int]int{}
			for _, r := range row.Incident.Reports {
				holds[g.truth[r]]++
			}
			f(row.Incident.Reports, holds)
		}
		return nil
	})
}

// score counts, for every incident that stands, whose reports it holds.
func (g *Growth) score(ctx context.Context) (s Score, err error) {
	sizes, parts := map[int]int{}, map[int]int{} // by happening: reports, incidents
	for _, h := range g.truth {
		sizes[h]++
	}
	var right, found, reports float64
	err = g.incidents(ctx, func(held []dateline.ID, holds map[int]int) {
		s.Incidents++
		if len(holds) > 1 {
			s.Wrong++
		}
		for h, n := range holds {
			parts[h]++
			reports += float64(n)
			right += float64(n*n) / float64(len(held))
			found += float64(n*n) / float64(sizes[h])
		}
	})
	for _, n := range parts {
		if n > 1 {
			s.Split++
		}
	}
	if reports > 0 {
		s.Precision, s.Recall = right/reports, found/reports
	}
	return s, err
}
