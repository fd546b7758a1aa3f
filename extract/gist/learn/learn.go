// Package learn finds the weights of package gist: a conditional logit with an
// L2 penalty, by gradient steps whose length adapts to each weight (AdaGrad)
// over all examples at once. The same data give the same weights.
package learn

import (
	"math"
	"sort"

	"github.com/opendateline/dateline/extract/gist"
)

// Example is a question and which of its options are right; an example without
// a right option teaches nothing.
type Example struct {
	gist.Question
	Right []bool
}

// Options of the training.
type Options struct {
	Penalty float64 // L2, on every weight
	Steps   int
	Rate    float64
	Rare    int     // features seen in fewer examples are left out
	Slight  float64 // features that weigh less are left out, and the others are learned again without them
}

// Default was chosen by cross-validation.
var Default = Options{Penalty: 4, Steps: 300, Rate: 0.3, Rare: 4, Slight: 0.03}

// weight is one parameter with its gradient and the squares of those before.
type weight struct{ w, gradient, squares float64 }

// term is a feature of an option, bound to its weight.
type term struct {
	weight *weight
	value  float64
}

type bound struct {
	options [][]term
	right   []bool
}

// Train finds the weights for the examples, by table and feature.
func Train(examples []Example, o Options) map[string]map[string]float64 {
	often := frequency(examples)
	first := fit(examples, o, func(table, name string) bool { return often[table][name] >= o.Rare })
	return fit(examples, o, func(table, name string) bool { return math.Abs(first[table][name]) >= o.Slight })
}

func fit(examples []Example, o Options, use func(table, name string) bool) map[string]map[string]float64 {
	weights, list := prepare(examples, use)
	flat := ordered(weights)
	for range o.Steps {
		for _, b := range list {
			b.slope()
		}
		for _, w := range flat {
			g := w.gradient - o.Penalty*w.w
			w.squares += g * g
			if w.squares > 0 {
				w.w += o.Rate * g / math.Sqrt(w.squares)
			}
			w.gradient = 0
		}
	}
	return plain(weights)
}

// prepare binds the features in use to weights.
func prepare(examples []Example, use func(table, name string) bool) (map[string]map[string]*weight, []bound) {
	weights := map[string]map[string]*weight{}
	var list []bound
	for _, e := range examples {
		b := bound{right: e.Right}
		any := false
		for i, option := range e.Options {
			any = any || e.Right[i]
			var terms []term
			for _, f := range option.Features {
				if !use(option.Table, f.Name) {
					continue
				}
				if weights[option.Table] == nil {
					weights[option.Table] = map[string]*weight{}
				}
				w := weights[option.Table][f.Name]
				if w == nil {
					w = &weight{}
					weights[option.Table][f.Name] = w
				}
				terms = append(terms, term{w, f.Value})
			}
			b.options = append(b.options, terms)
		}
		if any {
			list = append(list, b)
		}
	}
	return weights, list
}

// frequency counts in how many examples each feature is seen.
func frequency(examples []Example) map[string]map[string]int {
	n := map[string]map[string]int{}
	for _, e := range examples {
		once := map[[2]string]bool{}
		for _, option := range e.Options {
			for _, f := range option.Features {
				key := [2]string{option.Table, f.Name}
				if once[key] {
					continue
				}
				once[key] = true
				if n[option.Table] == nil {
					n[option.Table] = map[string]int{}
				}
				n[option.Table][f.Name]++
			}
		}
	}
	return n
}

// slope adds the gradient of the log-likelihood of one example.
func (b bound) slope() {
	p := make([]float64, len(b.options))
	most := math.Inf(-1)
	for i, terms := range b.options {
		for _, t := range terms {
			p[i] += t.weight.w * t.value
		}
		most = max(most, p[i])
	}
	all, right := 0.0, 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - most)
		all += p[i]
		if b.right[i] {
			right += p[i]
		}
	}
	for i, terms := range b.options {
		g := -p[i] / all
		if b.right[i] {
			g += p[i] / right
		}
		for _, t := range terms {
			t.weight.gradient += g * t.value
		}
	}
}

func ordered(weights map[string]map[string]*weight) []*weight {
	var keys [][2]string
	for table, features := range weights {
		for name := range features {
			keys = append(keys, [2]string{table, name})
		}
	}
	sort.Slice(keys, func(i, k int) bool {
		return keys[i][0] < keys[k][0] || keys[i][0] == keys[k][0] && keys[i][1] < keys[k][1]
	})
	out := make([]*weight, len(keys))
	for i, k := range keys {
		out[i] = weights[k[0]][k[1]]
	}
	return out
}

func plain(weights map[string]map[string]*weight) map[string]map[string]float64 {
	out := map[string]map[string]float64{}
	for table, features := range weights {
		out[table] = map[string]float64{}
		for name, w := range features {
			out[table][name] = math.Round(w.w*1e4) / 1e4
		}
	}
	return out
}
