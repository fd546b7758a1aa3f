package gist

import (
	"bufio"
	_ "embed"
	"math"
	"sort"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// Feature is something seen in a report that speaks for or against an option.
type Feature struct {
	Name  string
	Value float64
	At    []dateline.Span // where it was seen; empty for what stands nowhere in particular
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

// Model holds the learned weights, by table and feature. It is read-only after
// it was made and serves many goroutines.
type Model struct{ weights map[string]map[string]float64 }

//go:embed data/weights.tsv
var weightsTSV string

// NewModel makes a model of weights by table and feature name.
func NewModel(weights map[string]map[string]float64) *Model { return &Model{weights} }

// English reads the weights that are compiled into the program.
func English() (*Model, error) {
	m := NewModel(map[string]map[string]float64{})
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
		if m.weights[f[0]] == nil {
			m.weights[f[0]] = map[string]float64{}
		}
		m.weights[f[0]][f[1]] = w
	}
	return m, scan.Err()
}

// Score is the sum of the weighted features of an option.
func (m *Model) Score(o Option) float64 {
	table, sum := m.weights[o.Table], 0.0
	for _, f := range o.Features {
		sum += table[f.Name] * f.Value
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
	return &dateline.Judgement{Value: options[best].Value, Written: options[best].Also, Probability: round(p[best]), Reasons: m.reasons(options[best])}
}

// held judges one option against none of it.
func (m *Model) held(o Option) *dateline.Judgement {
	p := m.Probabilities([]Option{o, {}})
	return &dateline.Judgement{Value: o.Value, Probability: round(p[0]), Reasons: m.reasons(o)}
}

// reasons are the features with a place in the text that spoke most for o.
func (m *Model) reasons(o Option) []dateline.Reason {
	var out []dateline.Reason
	for _, f := range o.Features {
		if w := m.weights[o.Table][f.Name] * f.Value; w > 0 && len(f.At) > 0 {
			out = append(out, dateline.Reason{What: f.Name, Span: f.At[0], Weight: round(w)})
		}
	}
	sort.SliceStable(out, func(i, k int) bool { return out[i].Weight > out[k].Weight })
	return out[:min(len(out), mostReasons)]
}

// round keeps stored numbers short and equal on every machine.
func round(x float64) float64 { return math.Round(x*1000) / 1000 }
