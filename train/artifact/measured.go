package artifact

import (
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/extract/logit"
)

// Measured is the manifest of one model that was measured on several corpora.
// Data says how much was learned from which of them.
type Measured[D any] struct {
	Name    string                        `json:"name"`
	Does    string                        `json:"does"`
	Data    D                             `json:"data"`
	Licence string                        `json:"licence"`
	Command string                        `json:"command"`
	Seed    string                        `json:"seed"`
	Bytes   int                           `json:"bytes"`
	SHA256  string                        `json:"sha256"`
	Scores  map[string]map[string]float64 `json:"scores"`
}

// MeasuredModel writes a model as weights.tsv and the manifest, of which it fills
// in name, seed, size, sum and the scores by set and split.
func MeasuredModel[D any](folder string, m *logit.Model, results []eval.Result, about Measured[D]) error {
	about.Name, about.Seed, about.Scores = "weights.tsv", "fixed in extract/logit/learn", map[string]map[string]float64{}
	for _, r := range results {
		about.Scores[r.Set+" "+r.Split] = Scores(r)
	}
	var err error
	if about.Bytes, about.SHA256, err = Model(folder, about.Name, m); err != nil {
		return err
	}
	return Manifest(folder, about)
}
