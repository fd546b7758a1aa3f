package fill

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/gob"
	"io"
	"maps"
	"slices"
	"sync"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval/muc4"
)

// Model fills templates with trained stages.
type Model struct {
	tables    *tables
	logistics map[string]*logistic
	forests   map[string]*forest
	limits    limits
}

//go:embed data/model.gob.gz
var trained []byte

// Default is the model in the program.
var Default = sync.OnceValues(func() (*Model, error) { return ReadModel(bytes.NewReader(trained)) })

// Fill gives the templates of a message. A message without a relevant incident
// gets the empty template.
func (m *Model) Fill(message *Message) []muc4.Template {
	r := read(message, m.tables)
	for _, s := range stages() {
		m.run(s, r)
	}
	if list := r.templates(m.limits); len(list) > 0 {
		return list
	}
	return []muc4.Template{{Message: message.ID, Irrelevant: true}}
}

func (m *Model) run(s stage, r *reading) {
	if s.prepare != nil {
		s.prepare(r)
	}
	var p [][]float64
	if s.rows != nil {
		for _, row := range s.rows(r) {
			p = append(p, []float64{m.forests[s.name].of(row)})
		}
	} else {
		for _, b := range s.bags(r) {
			p = append(p, m.logistics[s.name].of(b.distinct()))
		}
	}
	s.keep(r, p)
}

func (m *Model) put(name string, p predictor) {
	if p.forest != nil {
		m.forests[name] = p.forest
	} else {
		m.logistics[name] = p.logistic
	}
}

// stored is the model as it is written: sorted, so that equal models are equal
// files. Weights and rarities are in 1/256.
type stored struct {
	Logistics []storedLogistic
	Forests   []storedForest
	Aliases   [][2]string
	Chains    []storedChain
	Limits    limits
}

type storedLogistic struct {
	Name    string
	Bias    []float32
	Gaps    []uint32 // from one hash to the next
	Rarity  []int16
	Weights []int16 // by class, then by hash
}

type storedForest struct {
	Name     string
	Base     float64
	Sizes    []int
	Features []int8
	Limits   []float32
	Values   []float32
}

type storedChain struct {
	Name, Chain string
	Times       int
}

const scale = 256

// Save writes the parameters.
func (m *Model) Save(w io.Writer) error {
	s := stored{Limits: m.limits}
	for _, name := range slices.Sorted(maps.Keys(m.logistics)) {
		s.Logistics = append(s.Logistics, m.logistics[name].stored(name))
	}
	for _, name := range slices.Sorted(maps.Keys(m.forests)) {
		s.Forests = append(s.Forests, m.forests[name].stored(name))
	}
	for _, a := range slices.Sorted(maps.Keys(m.tables.aliases)) {
		for _, b := range slices.Sorted(maps.Keys(m.tables.aliases[a])) {
			s.Aliases = append(s.Aliases, [2]string{a, b})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(m.tables.chains)) {
		for _, chain := range slices.Sorted(maps.Keys(m.tables.chains[name])) {
			s.Chains = append(s.Chains, storedChain{name, chain, m.tables.chains[name][chain]})
		}
	}
	zipped, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	if err := gob.NewEncoder(zipped).Encode(s); err != nil {
		return err
	}
	return zipped.Close()
}

func (l *logistic) stored(name string) storedLogistic {
	s := storedLogistic{Name: name, Bias: l.bias}
	hashes := slices.Sorted(maps.Keys(l.weights))
	last := uint32(0)
	for _, f := range hashes {
		s.Gaps = append(s.Gaps, f-last)
		s.Rarity = append(s.Rarity, fixed(l.weights[f].rarity))
		last = f
	}
	for k := range l.bias {
		for _, f := range hashes {
			s.Weights = append(s.Weights, fixed(l.weights[f].by[k]))
		}
	}
	return s
}

func fixed(w float32) int16 { return int16(max(-32000, min(32000, w*scale))) }

func (s storedLogistic) logistic() *logistic {
	l := &logistic{bias: s.Bias, weights: make(map[uint32]featureWeights, len(s.Gaps))}
	n, classes, f := len(s.Gaps), len(s.Bias), uint32(0)
	all := make([]float32, n*classes)
	for i, gap := range s.Gaps {
		f += gap
		row := all[i*classes : (i+1)*classes]
		for k := range row {
			row[k] = float32(s.Weights[k*n+i]) / scale
		}
		l.weights[f] = featureWeights{float32(s.Rarity[i]) / scale, row}
	}
	return l
}

func (f *forest) stored(name string) storedForest {
	s := storedForest{Name: name, Base: f.base}
	for _, t := range f.trees {
		s.Sizes = append(s.Sizes, len(t))
		for _, n := range t {
			s.Features = append(s.Features, int8(n.feature))
			s.Limits = append(s.Limits, n.limit)
			s.Values = append(s.Values, n.value)
		}
	}
	return s
}

func (s storedForest) forest() *forest {
	f := &forest{base: s.Base}
	at := 0
	for _, size := range s.Sizes {
		t := make(tree, size)
		for i := range t {
			t[i] = node{int(s.Features[at]), s.Limits[at], s.Values[at]}
			at++
		}
		f.trees = append(f.trees, t)
	}
	return f
}

// ReadModel reads what Save wrote.
func ReadModel(r io.Reader) (*Model, error) {
	zipped, err := gzip.NewReader(r)
	if err != nil {
		return nil, dateline.Errorf(dateline.Damaged, "templates: the model is no gzip file: %w", err)
	}
	var s stored
	if err := gob.NewDecoder(zipped).Decode(&s); err != nil {
		return nil, dateline.Errorf(dateline.Damaged, "templates: the model cannot be read: %w", err)
	}
	known, err := newTables()
	if err != nil {
		return nil, err
	}
	m := &Model{logistics: map[string]*logistic{}, forests: map[string]*forest{}, limits: s.Limits, tables: known}
	for _, l := range s.Logistics {
		m.logistics[l.Name] = l.logistic()
	}
	for _, f := range s.Forests {
		m.forests[f.Name] = f.forest()
	}
	for _, a := range s.Aliases {
		m.tables.learnAliases(a[:])
	}
	for _, c := range s.Chains {
		if m.tables.chains[c.Name] == nil {
			m.tables.chains[c.Name] = map[string]int{}
		}
		m.tables.chains[c.Name][c.Chain] = c.Times
	}
	return m, m.complete()
}

// Lend gives the stages that the model has and another lacks.
func (m *Model) Lend(to *Model) {
	for name, l := range m.logistics {
		if to.logistics[name] == nil {
			to.logistics[name] = l
		}
	}
	for name, f := range m.forests {
		if to.forests[name] == nil {
			to.forests[name] = f
		}
	}
}

// complete checks that every stage has its parameters.
func (m *Model) complete() error {
	for _, s := range stages() {
		l, f := m.logistics[s.name], m.forests[s.name]
		if s.rows == nil && (l == nil || len(l.bias) != s.classes) || s.rows != nil && f == nil {
			return dateline.Errorf(dateline.Damaged, "templates: the model does not fit the stage %q; train it again (go run ./train/templates)", s.name)
		}
	}
	return nil
}
