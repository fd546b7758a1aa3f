// Package learn makes examples for the models of package speech from reports in
// which people marked who says what, and trains them.
package learn

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/logit"
	"github.com/opendateline/dateline/extract/logit/learn"
	"github.com/opendateline/dateline/extract/speech"
)

// Set gathers examples from sentences.
type Set struct{ cues, units *learn.Set }

// NewSet makes an empty set.
func NewSet() *Set {
	return &Set{learn.NewSet(speech.CueLabels...), learn.NewSet(speech.UnitLabels...)}
}

// Train trains both models.
func (s *Set) Train(cues, units learn.Options) (cue, unit *logit.Model) {
	return s.cues.Train(cues), s.units.Train(units)
}

// Len is the number of examples of cues and of units.
func (s *Set) Len() (cues, units int) { return s.cues.Len(), s.units.Len() }

// Add adds a sentence with what people marked in its report.
func (s *Set) Add(sentence *dateline.Sentence, marked []speech.Saying) {
	tokens, heads := sentence.Tokens, map[int]speech.Saying{}
	for _, m := range marked {
		if head := headOf(tokens, in(tokens, m.Cue)); head >= 0 {
			heads[head] = m
		}
	}
	for _, x := range speech.Candidates(sentence) {
		m, is := heads[x.Cue]
		s.cues.Add(x.Features, slices.Index(speech.CueLabels, labelIf(is, speech.Cue)))
		if is {
			s.addUnits(x.Units(), parts(tokens, m.Source), parts(tokens, m.Content))
		}
	}
}

// addUnits adds the parts of a sentence that may belong to an act. Those that are
// most like what people marked are right; others that are like it are passed over.
func (s *Set) addUnits(units []speech.CandidateUnit, source, content [][]int) {
	mostSource, mostContent := near, near
	for _, u := range units {
		mostSource, mostContent = max(mostSource, alike(u.Tokens, source)), max(mostContent, alike(u.Tokens, content))
	}
	for _, u := range units {
		label, asSource, asContent := speech.None, alike(u.Tokens, source), alike(u.Tokens, content)
		switch {
		case asSource >= near && asSource >= mostSource-little:
			label = speech.Source
		case asContent >= near && asContent >= mostContent-little:
			label = speech.Content
		case asSource >= near || asContent >= near:
			continue
		}
		s.units.Add(u.Features, slices.Index(speech.UnitLabels, label))
	}
}

func labelIf(is bool, label string) string {
	if is {
		return label
	}
	return speech.None
}

// near is the share of tokens in common (Dice) from which a unit is taken for
// what people marked.
const near = 0.75

// little is what a unit may be less alike than the one that is most alike: a mark
// at its end.
const little = 0.02

// in lists the tokens that lie in the ranges.
func in(tokens []dateline.Token, ranges []speech.Range) []int {
	var out []int
	for i, tok := range tokens {
		if slices.ContainsFunc(ranges, func(r speech.Range) bool { return r.Start <= tok.Start && tok.End <= r.End }) {
			out = append(out, i)
		}
	}
	return out
}

// parts are the tokens of each range and of all together.
func parts(tokens []dateline.Token, ranges []speech.Range) [][]int {
	out := [][]int{in(tokens, ranges)}
	for _, r := range ranges {
		out = append(out, in(tokens, []speech.Range{r}))
	}
	return out
}

// alike is the best Dice coefficient of a list with one of the others.
func alike(list []int, others [][]int) float64 {
	best := 0.0
	for _, other := range others {
		both := 0
		for _, x := range list {
			if slices.Contains(other, x) {
				both++
			}
		}
		if both > 0 {
			best = max(best, 2*float64(both)/float64(len(list)+len(other)))
		}
	}
	return best
}

// headOf is the word of a marked cue that the act hangs by: its last verb, or
// else the word that depends on one outside; -1 without any.
func headOf(tokens []dateline.Token, cue []int) int {
	for k := len(cue) - 1; k >= 0; k-- {
		if tokens[cue[k]].POS == "VERB" {
			return cue[k]
		}
	}
	for _, i := range cue {
		if !slices.Contains(cue, tokens[i].Head) {
			return i
		}
	}
	return -1
}
