// Package learn finds the weights of package logit: gradient steps after every
// example, whose length adapts to each weight (AdaGrad), with an L2 penalty, in
// an order drawn from a fixed seed. The same examples give the same weights.
package learn

import (
	"math"
	"math/rand/v2"

	"github.com/opendateline/dateline/extract/logit"
)

// Options of the training.
type Options struct {
	Epochs  int
	Rate    float64
	Penalty float64 // L2, a step
	Rare    int     // features seen in fewer examples are left out
	Slight  float64 // features whose every weight is slighter are left out
}

// Default serves sets of some ten thousand examples.
var Default = Options{Epochs: 8, Rate: 0.2, Penalty: 1e-5, Rare: 4, Slight: 0.25}

// Set gathers examples. Features are kept as numbers, so that millions fit.
type Set struct {
	labels   []string
	numbers  map[string]int32
	names    []string
	seen     []int
	examples [][]int32
	right    []int
}

// NewSet makes an empty set of examples with these labels.
func NewSet(labels ...string) *Set { return &Set{labels: labels, numbers: map[string]int32{}} }

// Add adds something with the features (each named once) and its label, by
// its index.
func (s *Set) Add(features []string, label int) {
	example := make([]int32, len(features))
	for i, f := range features {
		n, ok := s.numbers[f]
		if !ok {
			n = int32(len(s.names))
			s.numbers[f], s.names, s.seen = n, append(s.names, f), append(s.seen, 0)
		}
		s.seen[n]++
		example[i] = n
	}
	s.examples, s.right = append(s.examples, example), append(s.right, label)
}

// Len is the number of examples.
func (s *Set) Len() int { return len(s.examples) }

// Train finds the weights.
func (s *Set) Train(o Options) *logit.Model {
	k := len(s.labels)
	weights, squares := make([]float64, k*len(s.names)), make([]float64, k*len(s.names))
	order, p := rand.New(rand.NewPCG(1992, 3)), make([]float64, k)
	for range o.Epochs {
		for _, e := range order.Perm(len(s.examples)) {
			s.step(e, o, weights, squares, p)
		}
	}
	return s.model(o, weights)
}

func (s *Set) step(e int, o Options, weights, squares, p []float64) {
	k := len(p)
	clear(p)
	for _, f := range s.examples[e] {
		if s.seen[f] >= o.Rare {
			for i := range p {
				p[i] += weights[int(f)*k+i]
			}
		}
	}
	logit.Softmax(p)
	for i := range p {
		slope := -p[i]
		if i == s.right[e] {
			slope++
		}
		for _, f := range s.examples[e] {
			if s.seen[f] >= o.Rare {
				at := int(f)*k + i
				g := slope - o.Penalty*weights[at]
				squares[at] += g * g
				weights[at] += o.Rate * g / (1e-6 + math.Sqrt(squares[at]))
			}
		}
	}
}

func (s *Set) model(o Options, weights []float64) *logit.Model {
	k, kept := len(s.labels), map[string][]float64{}
	for n, name := range s.names {
		var w []float64
		heavy := false
		for _, x := range weights[n*k+1 : n*k+k] {
			w = append(w, x-weights[n*k])
			heavy = heavy || math.Abs(x-weights[n*k]) >= o.Slight
		}
		if heavy && s.seen[n] >= o.Rare {
			kept[name] = w
		}
	}
	return logit.New(s.labels, kept)
}
