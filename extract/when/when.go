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
	"bufio"
	_ "embed"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// Feature is something seen around the words of a date.
type Feature struct {
	Name  string
	Value float64
}

// Candidate is one date that a report names, in EDTF.
type Candidate struct {
	EDTF     string
	Features []Feature
}

// Model holds the weights. It is read-only and serves many goroutines.
type Model struct{ weights map[string]float64 }

//go:embed data/weights.tsv
var weightsTSV string

// NewModel makes a model of weights by feature name.
func NewModel(weights map[string]float64) *Model { return &Model{weights} }

// English reads the weights that are compiled into the program. The error is
// coded dateline.Damaged and can only come from the embedded file.
func English() (*Model, error) {
	weights := map[string]float64{}
	scan := bufio.NewScanner(strings.NewReader(weightsTSV))
	for line := 1; scan.Scan(); line++ {
		name, value, ok := strings.Cut(scan.Text(), "\t")
		if !ok {
			return nil, dateline.Errorf(dateline.Damaged, "weights of when, line %d: want a name and a weight", line)
		}
		w, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return nil, dateline.Errorf(dateline.Damaged, "weights of when, line %d: %w", line, err)
		}
		weights[name] = w
	}
	return NewModel(weights), scan.Err()
}

// Best is the likeliest candidate, the first of equals; false if leaving the
// date open is likelier than any.
func (m *Model) Best(list []Candidate) (Candidate, bool) {
	var best Candidate
	most, found := 0.0, false
	for _, c := range list {
		if score := m.score(c); score > most {
			best, most, found = c, score, true
		}
	}
	return best, found
}

func (m *Model) score(c Candidate) float64 {
	sum := 0.0
	for _, f := range c.Features {
		sum += m.weights[f.Name] * f.Value
	}
	return sum
}
