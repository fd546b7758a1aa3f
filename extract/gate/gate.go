package gate

import (
	"embed"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/logit"
)

// Version names the weights and the way that words are taken; it stands in
// every refusal.
const Version = "gate@4"

// Gate is read-only after it was made and serves many goroutines.
type Gate struct {
	words map[string]word
	steps [][len(steps)]float64 // of each count
	bias  float64
}

// word is a stem that has a weight or says something, with its number.
type word struct {
	number        int
	plain, opens  float64
	known, opener bool // whether it has the one weight and the other
	says          says
}

// Labels of the model: what is not violence, and what is.
var Labels = []string{"other", "violence"}

// Bias is the feature that every report has.
const Bias = "*"

//go:embed data/weights.tsv
var files embed.FS

// Default is the gate that is compiled into the program. The error is coded
// dateline.Invalid and can only come from an embedded file.
func Default() (*Gate, error) {
	v, err := English()
	if err != nil {
		return nil, err
	}
	m, err := Weights()
	if err != nil {
		return nil, err
	}
	return New(v, m), nil
}

// Weights is the model that is compiled into the program.
func Weights() (*logit.Model, error) { return logit.ReadFile(files, "data/weights.tsv") }

// New makes a gate of a model over [Bias] and the names that
// [Vocabulary.Features] gives. A report whose sum is negative is refused.
func New(v Vocabulary, m *logit.Model) *Gate {
	g, model := &Gate{words: map[string]word{}, steps: make([][len(steps)]float64, len(counts))}, map[string]float64{}
	for stem, s := range v {
		g.set(stem, func(w *word) { w.says = s })
	}
	for name, weights := range m.All() {
		model[name] = weights[0]
		g.weigh(name, weights[0])
	}
	for c := range counts {
		for step := range steps {
			g.steps[c][step] = model[stepName(c, step)]
		}
	}
	return g
}

// weigh takes in one feature of the model.
func (g *Gate) weigh(name string, weight float64) {
	stem, opens := strings.CutPrefix(name, headMark)
	switch {
	case name == Bias:
		g.bias = weight
	case strings.HasPrefix(name, "#"):
	case opens:
		g.set(stem, func(w *word) { w.opens, w.opener = weight, true })
	default:
		g.set(stem, func(w *word) { w.plain, w.known = weight, true })
	}
}

func (g *Gate) set(stem string, change func(*word)) {
	w, ok := g.words[stem]
	if !ok {
		w.number = len(g.words)
	}
	change(&w)
	g.words[stem] = w
}

// enough is how many weights a text must show before it can be refused.
const enough = 30

// Passes says whether a report is to be read; one that does not pass may be set
// aside.
func (g *Gate) Passes(r *dateline.Report) bool {
	sum, known := g.Sum(r)
	return sum >= 0 || known < enough
}

// Sum adds the weights of all that a report shows, and counts the stems among
// it. It is the sum of the model over [Vocabulary.Features].
func (g *Gate) Sum(r *dateline.Report) (sum float64, known int) {
	sum, known, _ = g.read(r, func([]byte, bool, float64) {})
	return sum, known
}

// read gives the sum, what of it is known, and the counts of a report; show is called
// with every stem once for what it weighs, and once more for what it does in the
// opening.
func (g *Gate) read(r *dateline.Report, show func(stem []byte, opens bool, weight float64)) (sum float64, known int, t tally) {
	seen, opened := make([]bool, len(g.words)), make([]bool, len(g.words))
	sum = g.bias
	t.words = stems(r, func(stem []byte, opens bool) {
		w, ok := g.words[string(stem)]
		if !ok {
			return
		}
		t.often.occurs(w.says)
		if !seen[w.number] {
			seen[w.number] = true
			sum += w.plain
			show(stem, false, w.plain)
			known += one(w.known)
			t.all.plus(w.says)
		}
		if opens && !opened[w.number] {
			opened[w.number] = true
			sum += w.opens
			show(stem, true, w.opens)
			known += one(w.opener)
			t.opening.plus(w.says)
		}
	})
	return sum + g.counted(t), known, t
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// counted is what the counts of a report weigh.
func (g *Gate) counted(t tally) (sum float64) {
	g.eachStep(t, func(_, _ int, weight float64) { sum += weight })
	return sum
}

// eachStep calls show with every step that a count of a report reaches, and its weight.
func (g *Gate) eachStep(t tally, show func(count, step int, weight float64)) {
	for c := range counts {
		for step := range reached(counts[c].of(t)) {
			show(c, step, g.steps[c][step])
		}
	}
}
