// Package logit is a linear classifier over named features: every label but the
// first, whose sum is 0, sums the weights of the features it is shown, and the
// softmax of the sums are the probabilities. It can be read by eye (a line a feature in weights.tsv), costs
// one look-up a feature, and is learned by package logit/learn.
package logit

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// Model is read-only after it was made and serves many goroutines.
type Model struct {
	labels  []string
	weights map[string][]float64 // by feature, a weight for each label but the first
}

// New makes a model of weights by feature, one for each label but the first.
func New(labels []string, weights map[string][]float64) *Model { return &Model{labels, weights} }

// Labels are the labels, in the order of probabilities.
func (m *Model) Labels() []string { return m.labels }

// All yields every feature with its weights, one for each label but the first,
// in the order of their names.
func (m *Model) All() iter.Seq2[string, []float64] {
	return func(yield func(string, []float64) bool) {
		for _, name := range slices.Sorted(maps.Keys(m.weights)) {
			if !yield(name, m.weights[name]) {
				return
			}
		}
	}
}

// Read reads a model as Write wrote it.
func Read(r io.Reader) (*Model, error) {
	scan := bufio.NewScanner(r)
	if !scan.Scan() {
		return nil, dateline.Errorf(dateline.Invalid, "a model without labels: %w", errOr(scan.Err(), io.ErrUnexpectedEOF))
	}
	m := New(strings.Split(scan.Text(), "\t")[1:], map[string][]float64{})
	for line := 2; scan.Scan(); line++ {
		fields := strings.Split(scan.Text(), "\t")
		if len(fields) != len(m.labels) {
			return nil, dateline.Errorf(dateline.Invalid, "model, line %d: %d columns, want %d", line, len(fields), len(m.labels))
		}
		weights := make([]float64, len(m.labels)-1)
		for i, f := range fields[1:] {
			w, err := strconv.ParseFloat(f, 64)
			if err != nil {
				return nil, dateline.Errorf(dateline.Invalid, "model, line %d: %w", line, err)
			}
			weights[i] = w
		}
		m.weights[fields[0]] = weights
	}
	return m, scan.Err()
}

// ReadFile reads a model from a file, an embedded one above all.
func ReadFile(files fs.FS, name string) (*Model, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return Read(f)
}

func errOr(err, otherwise error) error {
	if err != nil {
		return err
	}
	return otherwise
}

// Write writes the labels as the first line and then a feature a line, in order.
func (m *Model) Write(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "feature\t%s\n", strings.Join(m.labels, "\t"))
	for name, weights := range m.All() {
		fmt.Fprint(out, name)
		for _, w := range weights {
			fmt.Fprintf(out, "\t%.2f", w)
		}
		fmt.Fprintln(out)
	}
	return out.Flush()
}

// Weight is that of one feature for a label other than the first, and whether
// the model knows the feature.
func (m *Model) Weight(feature string, label int) (float64, bool) {
	w, ok := m.weights[feature]
	if !ok {
		return 0, false
	}
	return w[label-1], true
}

// Probabilities of the labels, in their order, for something with the features.
func (m *Model) Probabilities(features []string) []float64 {
	p := make([]float64, len(m.labels))
	for _, f := range features {
		for i, w := range m.weights[f] {
			p[i+1] += w
		}
	}
	Softmax(p)
	return p
}

// Softmax turns sums into probabilities, in place.
func Softmax(p []float64) {
	most, all := slices.Max(p), 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - most)
		all += p[i]
	}
	for i := range p {
		p[i] /= all
	}
}
