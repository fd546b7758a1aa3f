// Package whole says how likely each of the numbers that an account gives under
// one measure is the number of everybody it is about.
//
// "Two men are dead … one victim was pronounced dead at the scene … he later
// died": the account counts two, and then speaks of each of them. Nothing in
// the words "one victim" says that it is a part. Each number is a [Candidate]
// with the features that package extract saw around the phrases that give it;
// the weights of data/weights.tsv (feature, weight) were learned by train/whole
// from reports whose incident people had counted. The shares of all numbers of
// an account add up to one.
//
// People may have counted none of them: the weights that begin with "held: ",
// learned from the same reports, say by the likeliest number how likely one of
// them is right. The chance of a number is its share times that; which number is
// chosen does not depend on it.
package whole

import (
	_ "embed"
	"math"

	"github.com/opendateline/dateline/extract/logit"
	"github.com/opendateline/dateline/extract/weigh"
)

// Candidate is one number of people and what speaks for and against it.
type Candidate struct {
	N        int
	Open     bool // at least so many
	Features []weigh.Feature
}

// Holds says whether the number may be what people counted.
func (c Candidate) Holds(n int) bool { return c.N == n || c.Open && c.N < n }

// Model holds the weights. It is read-only and serves many goroutines.
type Model struct{ weights weigh.Table }

//go:embed data/weights.tsv
var weightsTSV string

// NewModel makes a model of weights by feature name.
func NewModel(weights weigh.Table) *Model { return &Model{weights} }

// English reads the weights that are compiled into the program. The error is
// coded dateline.Damaged and can only come from the embedded file.
func English() (*Model, error) {
	weights, err := weigh.Read(weightsTSV, "whole")
	return NewModel(weights), err
}

// Shares are the likelihoods of the candidates, in their order; they add up to
// one. The list must not be empty.
func (m *Model) Shares(list []Candidate) []float64 {
	shares := make([]float64, len(list))
	for i, c := range list {
		shares[i] = m.weights.Sum(c.Features)
	}
	logit.Softmax(shares)
	return shares
}

// Likely are the chances of the candidates to be what people counted, in their
// order; what they lack of one is the chance that none is. The list must not be
// empty.
func (m *Model) Likely(list []Candidate) []float64 {
	shares := m.Shares(list)
	held := m.held(list)
	for i := range shares {
		shares[i] *= held
	}
	return shares
}

// held is the chance that one of the candidates is what people counted.
func (m *Model) held(list []Candidate) float64 {
	return 1 / (1 + math.Exp(-m.weights.Sum(Signs(m.Best(list)))))
}

// Held begins the names of the features by which one of the numbers is right or
// none is.
const Held = "held: "

// Signs are the features by which one of the numbers is right or none is, given
// the best of them.
func Signs(best Candidate) []weigh.Feature {
	out := []weigh.Feature{{Name: Held + "any", Value: 1}}
	for _, f := range best.Features {
		out = append(out, weigh.Feature{Name: Held + f.Name, Value: f.Value})
	}
	return out
}

// Best is the likeliest of a list that is not empty, the first of equals.
func (m *Model) Best(list []Candidate) Candidate {
	best, most := 0, -1.0
	for i, share := range m.Shares(list) {
		if share > most {
			best, most = i, share
		}
	}
	return list[best]
}
