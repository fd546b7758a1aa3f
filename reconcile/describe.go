package reconcile

import (
	"slices"
	"sort"

	"github.com/opendateline/dateline"
)

// Description is what a set of rules does, taken from the rules themselves, for
// the page that explains the method (ETH-18).
type Description struct {
	Name, Version string
	Ladder        []string              // the rungs for best, in order; empty: no best
	Low, High     bool                  // whether it gives them
	Voices        []string              // whose numbers set low and best
	Ceiling       []string              // whose numbers set high
	Populations   []dateline.Population // nil: all that claims speak of
	Newest        bool                  // only the newest claims are looked at
	Vague         bool                  // with no number, a vague word gives its least as best
	Zero          bool                  // with nothing at all, best is 0
	LaterDeaths   string                // when who is hurt in one report may be dead in another (CAS-12); "" where it is not asked
}

// Describe asks the rules what they do: the rungs by their words, the voices by
// showing them one of each kind.
func (r Rules) Describe() Description {
	d := Description{Name: r.Name, Version: r.Version, Low: r.low, High: r.ceiling != nil, Populations: r.Populations,
		Newest: r.only != nil, Vague: r.fromVague, Zero: r.zero, Voices: heard(r.pool)}
	if r.laterDeaths {
		d.LaterDeaths = "the least and the best are 0 where all reports that count the dead in full know of nobody hurt, and every other report lacks as many dead as it counts wounded: they may have died since"
	}
	for i, step := range r.ladder {
		if last := len(d.Ladder) - 1; last >= 0 && step.n == r.ladder[i-1].n {
			d.Ladder[last] += "; else the number " + step.because // one rule, cited by one number
			continue
		}
		d.Ladder = append(d.Ladder, step.because)
	}
	if r.ceiling != nil {
		d.Ceiling = heard(r.ceiling)
	}
	return d
}

// heard says which voices a choice keeps: with all kinds there, and with a
// party to the incident alone.
func heard(choose func([]reading) []reading) []string {
	n := 1
	voiceOf := func(interested bool, grade string) reading {
		return reading{voice: &voice{interested: interested, claim: dateline.Claim{Grade: dateline.Grade{Reliability: grade, SetBy: "human"}}},
			weight: numeric, count: dateline.Count{Anchor: &n}}
	}
	plain, doubted, party := voiceOf(false, "B"), voiceOf(false, "D"), voiceOf(true, "B")
	kept := choose([]reading{plain, doubted, party})
	has := func(r reading) bool {
		return slices.ContainsFunc(kept, func(k reading) bool { return k.voice == r.voice })
	}
	out := []string{"independent origins"}
	if has(doubted) {
		out = append(out, "origins graded D or E")
	}
	switch {
	case has(party):
		out = append(out, "parties to the incident")
	case len(choose([]reading{party})) > 0:
		out = append(out, "parties to the incident only if nobody else gives a number")
	}
	return out
}

// DefaultGrades are the default reliabilities of origins by kind (§8.5), in the
// order of the kinds' names.
func DefaultGrades() []KindGrade {
	var out []KindGrade
	for kind, letter := range byKind {
		out = append(out, KindGrade{kind, letter})
	}
	sort.Slice(out, func(i, k int) bool { return out[i].Kind < out[k].Kind })
	return out
}

// KindGrade is the default reliability of a kind of origin.
type KindGrade struct {
	Kind        dateline.OriginKind
	Reliability string
}

// Banned are the words that generated text never uses, and all that begin with
// them (ETH-5).
func Banned() []string { return slices.Clone(banned) }
