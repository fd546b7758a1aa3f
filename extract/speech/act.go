package speech

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/logit"
)

// Labels of the two models.
const (
	None    = "none"
	Cue     = "cue"
	Source  = "source"
	Content = "content"
)

// CueLabels and UnitLabels are the answers of the two models, in order.
var (
	CueLabels  = []string{None, Cue}
	UnitLabels = []string{None, Source, Content}
)

// Act is one act of speech or mind in a sentence. The lists are of its tokens,
// ascending; a source or content that the sentence does not give is empty.
type Act struct {
	Head        int // of the cue
	Cue         []int
	SourceHead  int // -1 without a source
	Source      []int
	Content     []int
	Probability float64 // of the cue
}

//go:embed data/cue.tsv
var cueTSV string

//go:embed data/unit.tsv
var unitTSV string

// Finder finds acts. It is read-only and serves many goroutines.
type Finder struct {
	cue, unit *logit.Model
	least     float64   // probability of a cue
	trees     sync.Pool // of *tree
}

// leastCue is the probability from which a word is taken for a cue; chosen by
// cross-validation for the F1 of sources and contents.
const leastCue = 0.4

// leastSource is the probability from which the likeliest unit is the source.
const leastSource = 0.2

// leastContent is the probability from which the likeliest unit is the content.
const leastContent = 0.1

// English reads the models that are compiled into the program.
func English() (*Finder, error) {
	cue, err := logit.Parse(cueTSV)
	if err != nil {
		return nil, err
	}
	unit, err := logit.Parse(unitTSV)
	if err != nil {
		return nil, err
	}
	return With(cue, unit, leastCue), nil
}

// With makes a finder of other models.
func With(cue, unit *logit.Model, least float64) *Finder {
	return &Finder{cue: cue, unit: unit, least: least, trees: sync.Pool{New: func() any { return &tree{} }}}
}

// Find gives the acts of one sentence in the order of their cues. An act of
// which neither source nor content stands in the sentence is left out.
func (f *Finder) Find(tokens []dateline.Token) []Act {
	t := f.trees.Get().(*tree)
	defer f.trees.Put(t)
	t.read(tokens)
	var out []Act
	for i := range tokens {
		if !t.canCue(i) || !f.mayCue(t, i) {
			continue
		}
		p := f.cue.Judge(t.cueFeatures(i))[1]
		if p < f.least {
			continue
		}
		act := Act{Head: i, Cue: t.cueTokens(i), SourceHead: -1, Probability: p}
		f.fill(t, &act)
		if len(act.Content) > 0 {
			out = append(out, act)
		}
	}
	return out
}

// mayCue is a quick look before all features are weighed: the word by itself
// says enough against most tokens. Words that were not learned from are looked
// at if they are verbs.
func (f *Finder) mayCue(t *tree, i int) bool {
	w, known := f.cue.Weight(1, t.parts[i].pos, t.parts[i].lemma)
	if !known {
		return t.tokens[i].POS == "VERB"
	}
	return w > hopeless
}

// hopeless is the weight of a word from which no other feature makes it a cue;
// the F1 of cues is no lower with it.
const hopeless = -0.15

// judged is a unit with how likely it is the source or content.
type judged struct {
	unit
	source, content float64
}

// fill chooses the likeliest source, and as content the likeliest units that do
// not overlap with it or one another.
func (f *Finder) fill(t *tree, act *Act) {
	var units []judged
	for _, u := range t.units(act.Head) {
		if len(u.tokens) == 0 {
			continue
		}
		p := f.unit.Judge(t.unitFeatures(act.Head, u))
		units = append(units, judged{u, p[1], p[2]})
	}
	slices.SortStableFunc(units, func(a, b judged) int { return sign(b.source - a.source) })
	if len(units) > 0 && units[0].source > leastSource {
		act.SourceHead, act.Source = units[0].head, units[0].tokens
	}
	slices.SortStableFunc(units, func(a, b judged) int { return sign(b.content - a.content) })
	for i, u := range units {
		if u.content < 0.5 && (i > 0 || u.content < leastContent) {
			break
		}
		said := t.trim(without(slices.Clone(u.tokens), act.Source))
		if len(said) > 0 && !meet(said, act.Content) && !slices.Contains(said, act.Head) {
			act.Content = append(act.Content, said...)
			act.Cue = without(act.Cue, said)
		}
	}
	slices.Sort(act.Content)
	t.govern(act)
}

// govern gives the preposition that a cue governs to the cue: "called for".
func (t *tree) govern(act *Act) {
	if len(act.Content) < 2 {
		return
	}
	first := act.Content[0]
	if first == act.Cue[len(act.Cue)-1]+1 && t.tokens[first].POS == "ADP" && t.lemma(first) != "as" {
		act.Cue, act.Content = append(act.Cue, first), act.Content[1:]
	}
}

func sign(x float64) int {
	switch {
	case x < 0:
		return -1
	case x > 0:
		return 1
	}
	return 0
}

func meet(a, b []int) bool {
	return slices.ContainsFunc(a, func(x int) bool { return slices.Contains(b, x) })
}

func without(a, b []int) []int {
	return slices.DeleteFunc(a, func(x int) bool { return slices.Contains(b, x) })
}

// cueTokens are the head of a cue with the auxiliaries, adverbs, particles and
// negations that stand right before and after it.
func (t *tree) cueTokens(head int) []int {
	out := []int{head}
	for i := head - 1; i >= 0 && t.helps(i, head); i-- {
		out = append(out, i)
	}
	for i := head + 1; i < len(t.tokens) && t.helps(i, head); i++ {
		out = append(out, i)
	}
	slices.Sort(out)
	return out
}

func (t *tree) helps(i, head int) bool {
	if t.tokens[i].Head != head {
		return false
	}
	switch t.tokens[i].Rel {
	case "aux", "aux:pass", "advmod", "compound:prt", "cop", "fixed":
		return len(t.children[i]) == 0
	}
	return t.lemma(head) == "accord" && t.lemma(i) == "to"
}
