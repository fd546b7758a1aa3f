package fill

import (
	"math"
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

// logistic is a set of logistic regressions over the same features, one for
// each class.
type logistic struct {
	bias    []float32
	weights map[uint32][]float32
}

// of gives the probability of every class.
func (l *logistic) of(b bag) []float64 {
	sums := make([]float64, len(l.bias))
	for k, w := range l.bias {
		sums[k] = float64(w)
	}
	for _, f := range b {
		for k, w := range l.weights[f] {
			sums[k] += float64(w)
		}
	}
	for k, s := range sums {
		sums[k] = sigmoid(s)
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
