package speech

import (
	_ "embed"
	"math"
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

// leastCue is the probability from which a word is taken for a cue where a content
// is as likely as not; chosen by cross-validation for the F1 of sources and contents.
const leastCue = 0.4

// contentCounts is how much the odds of the likeliest content weigh beside those
// of the cue.
const contentCounts = 0.2

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
func (f *Finder) Find(s *dateline.Sentence) []Act {
	t := f.trees.Get().(*tree)
	defer f.trees.Put(t)
	t.read(s)
	var out []Act
	for i := range s.Tokens {
		if !t.canCue(i) || !f.mayCue(t, i) {
			continue
		}
		p := f.cue.Judge(t.cueFeatures(i))[1]
		if p < f.least*0.75 {
			continue
		}
		act := Act{Head: i, Cue: t.cueTokens(i), SourceHead: -1, Probability: p}
		content := f.fill(t, &act)
		if len(act.Content) > 0 && odds(p)+contentCounts*odds(content) > odds(f.least) {
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
const hopeless = -0.1

// judged is a unit with how likely it is the source or content.
type judged struct {
	unit
	source, content float64
}

// fill chooses the likeliest source, and as content the likeliest units that do
// not overlap with it or one another. It gives how likely the first of these is.
func (f *Finder) fill(t *tree, act *Act) float64 {
	units := f.judge(t, act.Head)
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
	return most(units)
}

// most is the content of the likeliest unit, the first one; 0 without any.
func most(units []judged) float64 {
	if len(units) == 0 {
		return 0
	}
	return units[0].content
}

// judge says of each unit how likely it is the source and the content. The unit
// that shares most with all likely ones becomes the likeliest.
func (f *Finder) judge(t *tree, cue int) []judged {
	var units []judged
	for _, u := range t.units(cue) {
		if len(u.tokens) > 0 {
			p := f.unit.Judge(t.unitFeatures(cue, u))
			units = append(units, judged{u, p[1], p[2]})
		}
	}
	settle(units)
	return units
}

// settle raises the unit that shares most with the likely sources above all as a
// source, and so for contents.
func settle(units []judged) {
	var source, content raised
	for i, u := range units {
		asSource, asContent := 0.0, 0.0
		for _, v := range units {
			if max(v.source, v.content) >= unlikely {
				a := shared(u.tokens, v.tokens)
				asSource, asContent = asSource+a*v.source, asContent+a*v.content
			}
		}
		source.see(i, asSource, u.source)
		content.see(i, asContent, u.content)
	}
	if len(units) > 0 {
		units[source.at].source, units[content.at].content = source.likely, content.likely
	}
}

// unlikely units do not count in what others share with them.
const unlikely = 0.02

// raised is the unit that shares most, and how likely the likeliest is.
type raised struct {
	at             int
	shares, likely float64
}

func (r *raised) see(i int, shares, likely float64) {
	if shares > r.shares {
		r.at, r.shares = i, shares
	}
	r.likely = max(r.likely, likely+1e-6)
}

// shared is the Dice coefficient of two ascending lists.
func shared(a, b []int) float64 {
	both, k := 0, 0
	for _, x := range a {
		for k < len(b) && b[k] < x {
			k++
		}
		if k < len(b) && b[k] == x {
			both++
		}
	}
	return 2 * float64(both) / float64(len(a)+len(b))
}

func odds(p float64) float64 { return math.Log(max(p, 1e-4) / max(1-p, 1e-4)) }

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
