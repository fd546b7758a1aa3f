package gist

import (
	"bufio"
	_ "embed"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// Feature is something seen in a report that speaks for or against an option.
type Feature struct {
	Name  string
	Value float64
	At    []dateline.Span // where it was seen; empty for what stands nowhere in particular
	known []weight        // what a model has of it, if it was looked up
}

// Option is a possible answer. Its features are weighed by the weights of its
// table; options without features have the score 0.
type Option struct {
	Value    string
	Also     []string // how the report spells it otherwise
	Table    string
	Features []Feature
}

// Question is something to be known about a report.
type Question struct {
	Name    string
	Options []Option
}

// Model holds the learned weights, by feature and table: most features are asked
// about in several tables. It is read-only after it was made and serves many
// goroutines.
type Model struct {
	tables  map[string]int // their numbers
	weights map[string][]weight
}

// weight is that of a feature in one table.
type weight struct {
	table int
	w     float64
}

//go:embed data/weights.tsv
var weightsTSV string

// NewModel makes a model of weights by table and feature name.
func NewModel(weights map[string]map[string]float64) *Model {
	m := &Model{map[string]int{}, map[string][]weight{}}
	for table, list := range weights {
		for name, w := range list {
			m.add(table, name, w)
		}
	}
	return m
}

func (m *Model) add(table, name string, w float64) {
	number, ok := m.tables[table]
	if !ok {
		number = len(m.tables)
		m.tables[table] = number
	}
	m.weights[name] = append(m.weights[name], weight{number, w})
}

// English reads the weights that are compiled into the program.
func English() (*Model, error) {
	m := NewModel(nil)
	scan := bufio.NewScanner(strings.NewReader(weightsTSV))
	for line := 1; scan.Scan(); line++ {
		f := strings.Split(scan.Text(), "\t")
		if len(f) != 3 {
			return nil, dateline.Errorf(dateline.Invalid, "weights of gist, line %d: %d columns, want 3", line, len(f))
		}
		w, err := strconv.ParseFloat(f[2], 64)
		if err != nil {
			return nil, dateline.Errorf(dateline.Invalid, "weights of gist, line %d: %w", line, err)
		}
		m.add(f[0], f[1], w)
	}
	return m, scan.Err()
}

// known keeps the features that are weighed in any table, with their weights, so
// that these are looked up once for all questions.
func (m *Model) known(features []Feature) []Feature {
	out := features[:0]
	for _, f := range features {
		if f.known = m.weights[f.Name]; f.known != nil {
			out = append(out, f)
		}
	}
	return out
}

// weighed is the weight of a feature in a table times its value.
func (m *Model) weighed(f *Feature, table int) float64 {
	list := f.known
	if list == nil {
		list = m.weights[f.Name]
	}
	for i := range list {
		if list[i].table == table {
			return list[i].w * f.Value
		}
	}
	return 0
}

// Score is the sum of the weighted features of an option.
func (m *Model) Score(o Option) float64 {
	table, ok := m.tables[o.Table]
	if !ok {
		return 0
	}
	sum := 0.0
	for i := range o.Features {
		sum += m.weighed(&o.Features[i], table)
	}
	return sum
}

// Probabilities are those of the options of a question, in their order.
func (m *Model) Probabilities(options []Option) []float64 {
	p := make([]float64, len(options))
	most, sum := math.Inf(-1), 0.0
	for i, o := range options {
		p[i] = m.Score(o)
		most = max(most, p[i])
	}
	for i := range p {
		p[i] = math.Exp(p[i] - most)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
	return p
}

// mostReasons is how many reasons a judgement keeps.
const mostReasons = 4

// judge takes the likeliest option, the first of equals; nil if there is none.
func (m *Model) judge(options []Option) *dateline.Judgement {
	if len(options) == 0 {
		return nil
	}
	p := m.Probabilities(options)
	best := 0
	for i := range p {
		if p[i] > p[best] {
			best = i
		}
	}
	return m.judgement(options[best], p[best])
}

func (m *Model) judgement(o Option, p float64) *dateline.Judgement {
	return &dateline.Judgement{Value: o.Value, Written: o.Also, Probability: round(p), Reasons: m.reasons(o)}
}

// reasons are the features with a place in the text that spoke most for o, the
// heaviest first.
func (m *Model) reasons(o Option) []dateline.Reason {
	table, ok := m.tables[o.Table]
	if !ok {
		return nil
	}
	var out []dateline.Reason
	for i := range o.Features {
		f := &o.Features[i]
		w := m.weighed(f, table)
		if w <= 0 || len(f.At) == 0 {
			continue
		}
		at := len(out)
		for at > 0 && out[at-1].Weight < round(w) {
			at--
		}
		if at < mostReasons {
			out = slices.Insert(out, at, dateline.Reason{What: f.Name, Span: f.At[0], Weight: round(w)})
			out = out[:min(len(out), mostReasons)]
		}
	}
	return out
}

// round keeps stored numbers short and equal on every machine.
func round(x float64) float64 { return math.Round(x*1000) / 1000 }
