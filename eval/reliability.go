package eval

import (
	"maps"
	"math"
	"slices"
)

// Judged is one claim with the probability that the program gives it and whether
// the gold says the same.
type Judged struct {
	Report, Fact string
	P            float64
	Right        bool
}

// Right says whether a claim's value of one field agrees with the gold, and
// whether the gold has that field. A number agrees if it lies within the gold's
// range.
func Right(field string, gold, claim FieldsRow) (right, known bool) {
	for _, f := range numberFields {
		if f.name == field {
			g, c := f.of(gold), f.of(claim)
			return g != nil && c != nil && meet(*g, *c), g != nil && c != nil
		}
	}
	for _, f := range textFields {
		if f.name == field {
			return f.same(f.of(gold), f.of(claim)), f.of(gold) != "" && f.of(claim) != ""
		}
	}
	return false, false
}

// Bin is the claims of one fact that are held about equally likely: what share
// is said to be right and what share is.
type Bin struct {
	Fact  string  `json:"fact"`
	Low   float64 `json:"low"` // of the probabilities, half-open
	High  float64 `json:"high"`
	N     int     `json:"n"`
	Said  float64 `json:"said"`
	Right float64 `json:"right"`
}

// binCount is how many bins of equal width there are.
const binCount = 10

// Bins sorts the claims of a fact into bins; empty ones are left out.
func Bins(fact string, rows []Judged) []Bin {
	bins := make([]Bin, binCount)
	for _, r := range rows {
		b := &bins[min(int(r.P*binCount), binCount-1)]
		b.N++
		b.Said += r.P
		if r.Right {
			b.Right++
		}
	}
	for i := range bins {
		b := &bins[i]
		b.Fact, b.Low, b.High = fact, float64(i)/binCount, float64(i+1)/binCount
		b.Said, b.Right = share(b.Said, float64(b.N)), share(b.Right, float64(b.N))
	}
	return slices.DeleteFunc(bins, func(b Bin) bool { return b.N == 0 })
}

// ScoreReliability says for each fact how far the probabilities are off:
// FACT_ece is the expected calibration error, the mean distance between what is
// said and what is right over the bins, weighed by their claims; FACT_brier the
// mean square of what is said against what is; FACT_right the share that is
// right. Reports are drawn for the intervals.
func ScoreReliability(rows []Judged) (Result, []Bin) {
	reports := map[string]int{}
	var byReport [][]Judged
	facts := map[string]int{}
	for _, r := range rows {
		i, ok := reports[r.Report]
		if !ok {
			i = len(byReport)
			reports[r.Report], byReport = i, append(byReport, nil)
		}
		byReport[i] = append(byReport[i], r)
		facts[r.Fact]++
	}
	var measures []measure
	var bins []Bin
	for _, fact := range slices.Sorted(maps.Keys(facts)) {
		of := func(value func([]Judged) float64) func([]int) float64 {
			return func(documents []int) float64 { return value(claimsOf(fact, byReport, documents)) }
		}
		measures = append(measures, measure{fact + "_ece", facts[fact], of(ece)}, measure{fact + "_brier", facts[fact], of(brier)},
			measure{fact + "_right", facts[fact], of(rightShare)})
		bins = append(bins, Bins(fact, ofFact(fact, rows))...)
	}
	return result(len(byReport), measures), bins
}

func claimsOf(fact string, byReport [][]Judged, documents []int) []Judged {
	var out []Judged
	for _, d := range documents {
		out = append(out, ofFact(fact, byReport[d])...)
	}
	return out
}

func ofFact(fact string, rows []Judged) []Judged {
	var out []Judged
	for _, r := range rows {
		if r.Fact == fact {
			out = append(out, r)
		}
	}
	return out
}

func ece(rows []Judged) float64 {
	sum := 0.0
	for _, b := range Bins("", rows) {
		sum += math.Abs(b.Said-b.Right) * float64(b.N)
	}
	return share(sum, float64(len(rows)))
}

func brier(rows []Judged) float64 {
	sum := 0.0
	for _, r := range rows {
		sum += math.Pow(r.P-given(r.Right), 2)
	}
	return share(sum, float64(len(rows)))
}

func rightShare(rows []Judged) float64 {
	n := 0.0
	for _, r := range rows {
		n += given(r.Right)
	}
	return share(n, float64(len(rows)))
}
