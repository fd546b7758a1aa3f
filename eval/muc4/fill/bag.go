package fill

import (
	"math"
	"slices"
	"strconv"
)

// bag is a set of features, each a hash of its name.
type bag []uint32

// add puts one feature into the bag; its name is the parts in order.
func (b *bag) add(parts ...string) {
	h := uint32(2166136261)
	for _, part := range parts {
		for i := 0; i < len(part); i++ {
			h = (h ^ uint32(part[i])) * 16777619
		}
		h = (h ^ 0xff) * 16777619
	}
	*b = append(*b, h)
}

// distinct sorts the bag and keeps each feature once.
func (b bag) distinct() bag {
	slices.Sort(b)
	return slices.Compact(b)
}

// logistic is a set of logistic regressions over the same features, one for
// each class. A feature counts by how rare it is, and a bag has the length 1
// however many it holds.
type logistic struct {
	bias    []float32
	weights map[uint32]featureWeights
}

// featureWeights are those of a feature, by class.
type featureWeights struct {
	rarity float32
	by     []float32
}

// of gives the probability of every class for a bag of distinct features.
func (l *logistic) of(b bag) []float64 {
	sums, length := make([]float64, len(l.bias)), 0.
	for _, f := range b {
		w, ok := l.weights[f]
		if !ok {
			continue
		}
		length += float64(w.rarity * w.rarity)
		for k, x := range w.by {
			sums[k] += float64(x * w.rarity)
		}
	}
	length = max(math.Sqrt(length), 1e-9)
	for k, s := range sums {
		sums[k] = sigmoid(s/length + float64(l.bias[k]))
	}
	return sums
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// small names a count: exact up to five, coarse above.
func small(n int) string {
	switch {
	case n > 10:
		return "10+"
	case n > 5:
		return "6-10"
	}
	return strconv.Itoa(n)
}

// level names a probability.
func level(p float64) string {
	for i, limit := range []float64{.02, .1, .25, .5, .75, .9} {
		if p < limit {
			return strconv.Itoa(i)
		}
	}
	return "6"
}

func yes(is bool) string { return strconv.FormatBool(is) }
