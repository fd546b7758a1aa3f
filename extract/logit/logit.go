// Package logit is a linear classifier over named features: every label but the
// first, whose sum is 0, sums the weights of the features it is shown, and the
// softmax of the sums are the probabilities. It can be read by eye (a line a
// feature in weights.tsv), costs one look-up a feature, and is learned by package
// logit/learn.
package logit

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"maps"
	"math"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// Model is read-only after it was made and serves many goroutines.
type Model struct {
	labels  []string
	names   []string  // of the features
	weights []float64 // of each feature in turn, one for each label but the first
	slots   []slot    // a power of two, a third of them free at least
}

// slot holds a feature: the upper bits of the hash of its name, the lower ones one
// more than its row; 0 is a free slot.
type slot uint64

const rowBits = 1<<24 - 1

// New makes a model of weights by feature, one for each label but the first.
func New(labels []string, weights map[string][]float64) *Model {
	m := &Model{labels: labels}
	for _, name := range slices.Sorted(maps.Keys(weights)) {
		m.names, m.weights = append(m.names, name), append(m.weights, weights[name]...)
	}
	m.index()
	return m
}

// index makes the slots.
func (m *Model) index() {
	m.slots = make([]slot, 1<<bits.Len(uint(len(m.names)+len(m.names)/2)))
	for row, name := range m.names {
		hash, _ := hashOf(name)
		hash = mixed(hash)
		*m.slot(hash) = slot(hash&^rowBits | uint64(row+1))
	}
}

// slot is that of a mixed hash, or the free one that it would have.
func (m *Model) slot(hash uint64) *slot {
	for at := int(hash); ; at++ {
		if s := &m.slots[at&(len(m.slots)-1)]; *s == 0 || (uint64(*s)^hash)&^rowBits == 0 {
			return s
		}
	}
}

// mixed spreads what tells two hashes apart over all bits.
func mixed(hash uint64) uint64 {
	hash ^= hash >> 32
	hash *= base
	return hash ^ hash>>29
}

// row holds the weights of a feature; nil for one that the model does not know.
func (m *Model) row(hash uint64) []float64 {
	row, width := int(*m.slot(mixed(hash))&rowBits), len(m.labels)-1
	if row == 0 {
		return nil
	}
	return m.weights[(row-1)*width : row*width]
}

// Labels are the labels, in the order of probabilities.
func (m *Model) Labels() []string { return m.labels }

// All yields every feature with its weights, one for each label but the first,
// in the order of their names.
func (m *Model) All() iter.Seq2[string, []float64] {
	return func(yield func(string, []float64) bool) {
		width := len(m.labels) - 1
		for row, name := range m.names {
			if !yield(name, m.weights[row*width:(row+1)*width]) {
				return
			}
		}
	}
}

// Read reads a model as Write wrote it.
func Read(r io.Reader) (*Model, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	return Parse(string(text))
}

// ReadFile reads a model from a file, an embedded one above all.
func ReadFile(files fs.FS, name string) (*Model, error) {
	text, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, err
	}
	return Parse(string(text))
}

// Parse reads a model from a text as Write wrote it; the model keeps the text.
func Parse(text string) (*Model, error) {
	head, rows, _ := strings.Cut(text, "\n")
	if head == "" {
		return nil, dateline.Errorf(dateline.Invalid, "a model without labels")
	}
	count := strings.Count(rows, "\n") + 1
	m := &Model{labels: strings.Split(head, "\t")[1:], names: make([]string, 0, count)}
	m.weights = make([]float64, 0, count*(len(m.labels)-1))
	for line := range strings.Lines(rows) {
		if err := m.add(strings.TrimSuffix(line, "\n")); err != nil {
			return nil, dateline.Errorf(dateline.Invalid, "model, line %d: %w", len(m.names)+2, err)
		}
	}
	m.index()
	return m, nil
}

// add takes in a line: a feature and its weights.
func (m *Model) add(line string) error {
	if n := strings.Count(line, "\t") + 1; n != len(m.labels) {
		return fmt.Errorf("%d columns, want %d", n, len(m.labels))
	}
	name, rest, more := strings.Cut(line, "\t")
	for more {
		var weight string
		weight, rest, more = strings.Cut(rest, "\t")
		w, err := strconv.ParseFloat(weight, 64)
		if err != nil {
			return err
		}
		m.weights = append(m.weights, w)
	}
	m.names = append(m.names, name)
	return nil
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

// Weight is that of the feature whose name is made of the parts, for a label
// other than the first, and whether the model knows the feature.
func (m *Model) Weight(label int, parts ...Part) (float64, bool) {
	w := m.row(hashOfParts(parts))
	if w == nil {
		return 0, false
	}
	return w[label-1], true
}

// Probabilities of the labels, in their order, for something with the features.
func (m *Model) Probabilities(features []string) []float64 {
	p := make([]float64, len(m.labels))
	for _, f := range features {
		hash, _ := hashOf(f)
		m.sum(p, hash)
	}
	Softmax(p)
	return p
}

// Judge gives the probabilities for something with the features of a sheet.
func (m *Model) Judge(s *Sheet) []float64 {
	p := make([]float64, len(m.labels))
	for _, hash := range s.hashes {
		m.sum(p, hash)
	}
	Softmax(p)
	return p
}

func (m *Model) sum(p []float64, hash uint64) {
	for i, w := range m.row(hash) {
		p[i+1] += w
	}
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
