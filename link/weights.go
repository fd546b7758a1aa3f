package link

import (
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/opendateline/dateline"
)

//go:embed weights.tsv
var weightsText string

// learned is the embedded table; a test holds that it can be read.
var learned = sync.OnceValue(func() Weights {
	w, err := ReadWeights(weightsText)
	if err != nil {
		panic(err) // the program was built with a damaged table
	}
	return w
})

// Weights gives the points of every step of every part; learned from pairs of
// reports (train/link).
type Weights [][]float64

// NewWeights has no points for anything.
func NewWeights() Weights {
	w := make(Weights, len(Parts))
	for i, p := range Parts {
		w[i] = make([]float64, len(p.Steps))
	}
	return w
}

// ReadWeights reads a table of part, step and points. A part or step that there
// is none of is an error; what is not listed has no points.
func ReadWeights(text string) (Weights, error) {
	w := NewWeights()
	for n, line := range strings.Split(text, "\n") {
		f := strings.Split(line, "\t")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if len(f) < 3 {
			return nil, dateline.Errorf(dateline.Damaged, "weights, line %d: %d columns instead of 3", n+1, len(f))
		}
		part := slices.IndexFunc(Parts, func(p Part) bool { return p.Name == f[0] })
		if part < 0 {
			return nil, dateline.Errorf(dateline.Damaged, "weights, line %d: no part %q", n+1, f[0])
		}
		step := slices.Index(Parts[part].Steps, f[1])
		points, err := strconv.ParseFloat(f[2], 64)
		if step < 0 || err != nil {
			return nil, dateline.Errorf(dateline.Damaged, "weights, line %d: step %q with %q points", n+1, f[1], f[2])
		}
		w[part][step] = points
	}
	return w, nil
}

// Write writes the table that ReadWeights reads.
func (w Weights) Write(to io.Writer) error {
	for i, p := range Parts {
		for k, step := range p.Steps {
			if _, err := fmt.Fprintf(to, "%s\t%s\t%.2f\n", p.Name, step, w[i][k]); err != nil {
				return err
			}
		}
	}
	return nil
}

// Of is the sum of the points of some evidence.
func (w Weights) Of(bins []Bin) float64 {
	sum := 0.0
	for _, b := range bins {
		sum += w[b.Part][b.Step]
	}
	return sum
}
