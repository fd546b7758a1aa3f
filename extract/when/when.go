// Package when chooses which of the dates that a report names is the day of the
// incident it mainly tells of.
//
// A report of a killing also dates the arrest, the hearing, the funeral and the
// statement of the police. Each date named is a [Candidate] with the features
// that package extract saw around its words; the weights of data/weights.tsv
// (feature, weight) were learned by train/when from reports whose incident
// people had dated. A candidate without weight on its side loses against
// leaving the date open: only a date that a report names is ever given (DAT-15).
package when

import (
	_ "embed"

	"github.com/opendateline/dateline/extract/weigh"
)

// Candidate is one date that a report names, in EDTF.
type Candidate struct {
	EDTF     string
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
	weights, err := weigh.Read(weightsTSV, "when")
	return NewModel(weights), err
}

// Best is the likeliest candidate, the first of equals; false if leaving the
// date open is likelier than any.
func (m *Model) Best(list []Candidate) (Candidate, bool) {
	var best Candidate
	most, found := 0.0, false
	for _, c := range list {
		if score := m.weights.Sum(c.Features); score > most {
			best, most, found = c, score, true
		}
	}
	return best, found
}
