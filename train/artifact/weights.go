package artifact

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
)

// About is the manifest of one file of weights, with scores in the form of the
// command that measured them.
type About[S any] struct {
	Name    string   `json:"name"`
	Does    string   `json:"does"`
	Data    []string `json:"data"`
	Licence string   `json:"licence"`
	Command string   `json:"command"`
	Bytes   int      `json:"bytes"`
	SHA256  string   `json:"sha256"`
	Scores  S        `json:"cross_validated"`
}

// Weights writes weights.tsv, a feature and its weight a line in the order of the
// features, and the manifest, of which it fills in the name, size and sum.
func Weights[S any](folder string, weights map[string]float64, about About[S]) error {
	var tsv bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(weights)) {
		fmt.Fprintf(&tsv, "%s\t%.2f\n", name, weights[name])
	}
	about.Name, about.Bytes = "weights.tsv", tsv.Len()
	var err error
	if about.SHA256, err = File(folder, about.Name, tsv.Bytes()); err != nil {
		return err
	}
	return Manifest(folder, about)
}
