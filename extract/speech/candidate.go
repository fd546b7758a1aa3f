package speech

import (
	"slices"

	"github.com/opendateline/dateline"
)

// Candidate is a word that may be a cue, as the models see it, to learn from.
type Candidate struct {
	Cue      int
	Features []string
	tree     *tree
}

// CandidateUnit is a part of the sentence that may belong to an act.
type CandidateUnit struct {
	Tokens   []int
	Features []string
}

// Candidates lists the words of a sentence that may be cues.
func Candidates(s *dateline.Sentence) []Candidate {
	t := newTree(s)
	t.sheet.Named = true
	var out []Candidate
	for i := range s.Tokens {
		if t.canCue(i) {
			out = append(out, Candidate{i, slices.Clone(t.cueFeatures(i).Names), t})
		}
	}
	return out
}

// Units lists what may be the source or content of the act, if it is one.
func (c Candidate) Units() []CandidateUnit {
	var out []CandidateUnit
	for _, u := range c.tree.units(c.Cue) {
		if len(u.tokens) > 0 {
			out = append(out, CandidateUnit{u.tokens, slices.Clone(c.tree.unitFeatures(c.Cue, u).Names)})
		}
	}
	return out
}
