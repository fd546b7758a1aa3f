package speech

import (
	"slices"

	"github.com/opendateline/dateline"
)

// Candidate is a word that may be a cue, as the models see it, to learn from.
type Candidate struct {
	Cue      int
	Features []string
	Units    []CandidateUnit
}

// CandidateUnit is a part of the sentence that may belong to an act.
type CandidateUnit struct {
	Tokens   []int
	Features []string
}

// Candidates lists the words of a sentence that may be cues.
func Candidates(tokens []dateline.Token) []Candidate {
	t := newTree(tokens)
	t.sheet.Named = true
	var out []Candidate
	for i := range tokens {
		if !t.canCue(i) {
			continue
		}
		c := Candidate{Cue: i, Features: slices.Clone(t.cueFeatures(i).Names)}
		for _, u := range t.units(i) {
			if len(u.tokens) > 0 {
				c.Units = append(c.Units, CandidateUnit{u.tokens, slices.Clone(t.unitFeatures(i, u).Names)})
			}
		}
		out = append(out, c)
	}
	return out
}
