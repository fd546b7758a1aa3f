// Package retold says how likely two accounts of one report tell of one happening.
//
// Local news tells its one shooting in a headline, by a street, by a witness, by a
// caption; news of a war tells of five attacks in as many sentences. What package
// extract saw of two accounts are named signs, each present or not; their weights
// in data/weights.tsv (sign, weight) were learned by train/retold from pairs that
// were judged by eye and from the answer keys of MUC-4, and add up to log-odds.
package retold

import (
	_ "embed"
	"math"

	"github.com/opendateline/dateline/extract/weigh"
)

// Model holds the weights. It is read-only and serves many goroutines.
type Model struct{ weights weigh.Table }

//go:embed data/weights.tsv
var weightsTSV string

// NewModel makes a model of weights by sign.
func NewModel(weights weigh.Table) *Model { return &Model{weights} }

// English reads the weights that are compiled into the program. The error is
// coded dateline.Damaged and can only come from the embedded file.
func English() (*Model, error) {
	weights, err := weigh.Read(weightsTSV, "retold")
	return NewModel(weights), err
}

// Likely is the chance from which two accounts are taken for one. A lower one, .6,
// joins happenings of lists and round-ups.
const Likely = 0.75

// Chance is how likely the two accounts are one, between 0 and 1.
func (m *Model) Chance(signs []weigh.Feature) float64 {
	return 1 / (1 + math.Exp(-m.weights.Sum(signs)))
}
