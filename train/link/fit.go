package main

import (
	"math"

	"github.com/opendateline/dateline/link"
)

const (
	penalty = 1.0   // L2, on every addition but the start
	rounds  = 60    // at most
	settled = 0.003 // no weight moves by more: done
)

// addition is what reaching a step adds to the points of the one before; of a
// part without a trend every step adds to nothing.
type addition struct {
	part, step int
	points     float64
	pairs      []int // that it is part of
}

// fit learns log-odds by Newton steps, one addition after the other, of all parts
// but the one called without.
func fit(pairs []pair, without string) link.Weights {
	additions := additionsOf(pairs, without)
	sums := make([]float64, len(pairs))
	for range rounds {
		moved := 0.0
		for i := range additions {
			d := additions[i].move(pairs, sums)
			moved = max(moved, math.Abs(d))
		}
		if moved < settled {
			break
		}
	}
	return summed(additions)
}

func additionsOf(pairs []pair, without string) []addition {
	var out []addition
	for part, p := range link.Parts {
		for step := range p.Steps {
			if step == p.Still() || p.Name == without {
				continue
			}
			a := addition{part: part, step: step}
			for i, x := range pairs {
				for _, b := range x.bins {
					if b.Part == part && (b.Step == step || p.Trend() != 0 && b.Step > step) {
						a.pairs = append(a.pairs, i)
					}
				}
			}
			out = append(out, a)
		}
	}
	return out
}

// move takes one Newton step, of at most 1, and says how far it went. What has a
// trend keeps it.
func (a *addition) move(pairs []pair, sums []float64) float64 {
	slope, curve := -penalty*a.points, penalty
	if a.part == 0 {
		slope, curve = 0, 1e-6
	}
	for _, i := range a.pairs {
		p := 1 / (1 + math.Exp(-sums[i]))
		if pairs[i].same {
			slope++
		}
		slope -= p
		curve += p * (1 - p)
	}
	next := a.points + max(min(slope/curve, 1), -1)
	if trend := link.Parts[a.part].Trend(); trend != 0 && a.step > 0 && next*float64(trend) < 0 {
		next = 0
	}
	d := next - a.points
	for _, i := range a.pairs {
		sums[i] += d
	}
	a.points = next
	return d
}

func summed(additions []addition) link.Weights {
	w := link.NewWeights()
	for _, a := range additions {
		w[a.part][a.step] = a.points
		if a.step > 0 && link.Parts[a.part].Trend() != 0 {
			w[a.part][a.step] += w[a.part][a.step-1]
		}
	}
	return w
}
