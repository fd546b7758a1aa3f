// Package locus chooses which of the towns that a report names is the one where
// its main incident happened.
//
// A report of a shooting also names the town of the hospital, of the county
// jail, of the victim's family and of the paper. Each town is a [Town] with the
// features that package extract saw around its names and what the outlet is
// known to report from; the weights of data/weights.tsv (feature, weight) were
// learned by train/places from reports whose incident people had placed. A town
// without weight on its side loses against leaving the place open (PLC-1).
package locus

import (
	_ "embed"
	"math"

	"github.com/opendateline/dateline/extract/weigh"
)

// Town is one town that a report may be about.
type Town struct {
	Key      string // country, division and name
	Features []weigh.Feature
}

// Model holds the weights. It is read-only and serves many goroutines.
type Model struct{ weights weigh.Table }

//go:embed data/weights.tsv
var weightsTSV string

// NewModel makes a model of weights by feature name.
func NewModel(weights weigh.Table) *Model { return &Model{weights} }

// English reads the weights that are compiled into the program. The error is
// coded dateline.Damaged and can only come from the embedded file.
func English() (*Model, error) {
	weights, err := weigh.Read(weightsTSV, "locus")
	return NewModel(weights), err
}

// Best is the index of the likeliest town, the first of equals, and how likely
// it is among all and none of them; -1 if none of them is likelier.
func (m *Model) Best(towns []Town) (best int, p float64) {
	best, most, sum := -1, 0.0, 1.0
	for i, t := range towns {
		score := m.weights.Sum(t.Features)
		sum += math.Exp(score)
		if score > most {
			best, most = i, score
		}
	}
	return best, math.Exp(most) / sum
}
