package reconcile

import (
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// explain puts into words how a figure came about: the best number and its
// rung, then what is special about it.
func (r Rules) explain(f *dateline.Figure, best *choice, readings []reading) string {
	sentences := []string{r.explainBest(f, best)}
	shifted := keep(readings, func(x reading) bool { return x.shifted })
	if len(shifted) > 0 {
		sentences = append(sentences, "It is not stated whether the attackers are in "+saidList(shifted)+".")
	}
	if f.Status == dateline.FigureDerived && len(f.Parts) > 0 {
		sentences = append(sentences, "Sum of stated parts: "+partWords(f.Parts)+".")
	}
	if f.InterestedOnly {
		sentences = append(sentences, "Said only by a party to the incident.")
	}
	return strings.Join(sentences, " ")
}

func (r Rules) explainBest(f *dateline.Figure, best *choice) string {
	switch {
	case best == nil && f.Best != nil:
		return "No usable number; this preset writes " + strconv.Itoa(*f.Best) + "."
	case best == nil && len(r.ladder) == 0:
		return "This preset gives the ends of the range and no best."
	case best == nil:
		return "Nobody gives a number that can be best."
	case f.Status == dateline.FigureImplied && best.value == 0:
		return "Nobody says that nobody was " + measureWords[f.Measure] + "; a contrast with another incident implies it."
	case best.lower && best.readings[0].weight == vague:
		return strconv.Itoa(best.value) + " is the least that " + saidList(best.readings) + " can mean; no number is given."
	case best.lower:
		return strconv.Itoa(best.value) + " is the lower end of " + saidList(best.readings) + "."
	}
	because := best.rung.because
	switch {
	case best.rung.n != rungLowest.n, best.rung.because == rungSurest.because:
	case best.alone:
		because = "the only number stated"
	case best.single():
		because = rungLowest.because
	default:
		because, _, _ = strings.Cut(because, ", the lowest of")
	}
	return "Best " + strconv.Itoa(best.value) + ": " + because + " (" + countOrigins(len(best.readings)) + "). No average is taken."
}

func countOrigins(n int) string {
	if n == 1 {
		return "1 origin"
	}
	return strconv.Itoa(n) + " origins"
}

func saidList(readings []reading) string {
	set := map[string]bool{}
	var words []string
	for _, r := range readings {
		if w := countWords(*r.claim.Value.Count); !set[w] {
			set[w] = true
			words = append(words, w)
		}
	}
	return list(words)
}

func partWords(parts []dateline.Count) string {
	words := make([]string, len(parts))
	for i, p := range parts {
		words[i] = countWords(p)
	}
	return strings.Join(words, " + ")
}
