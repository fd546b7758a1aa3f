package eval

import (
	"math/rand/v2"
	"slices"
)

// Metric is one number with its 95 % interval. N is the number of gold items
// that it is about.
type Metric struct {
	Name  string
	Value float64
	Low   float64
	High  float64
	N     int
}

// Result is what a system reached on one split of a set; Corpus is the hash of
// the files. Scorers leave all but the metrics to [Corpus.Result].
type Result struct {
	Set, Split, Corpus string
	Metrics            []Metric
}

// Metric gives the metric of that name.
func (r Result) Metric(name string) (Metric, bool) {
	i := slices.IndexFunc(r.Metrics, func(m Metric) bool { return m.Name == name })
	if i < 0 {
		return Metric{}, false
	}
	return r.Metrics[i], true
}

// tally is what one document adds to a metric: answers given and how many of
// them are right, gold items and how many of them are found. The two counts of
// right ones differ only where credit is given separately (B-cubed).
type tally struct{ right, answers, found, gold float64 }

// hit is the tally of right answers among so many answers and gold items.
func hit(right, answers, gold float64) tally { return tally{right, answers, right, gold} }

// asked is the tally of one question with a known answer.
func asked(right bool) tally {
	if right {
		return hit(1, 1, 1)
	}
	return hit(0, 1, 1)
}

func (t tally) plus(o tally) tally {
	return tally{t.right + o.right, t.answers + o.answers, t.found + o.found, t.gold + o.gold}
}

func precision(t tally) float64 { return share(t.right, t.answers) }
func recall(t tally) float64    { return share(t.found, t.gold) }
func f1(t tally) float64        { return share(2*precision(t)*recall(t), precision(t)+recall(t)) }

func share(part, whole float64) float64 {
	if whole == 0 {
		return 0
	}
	return part / whole
}

// measure computes a metric on any draw of the documents.
type measure struct {
	name  string
	n     int
	value func(documents []int) float64
}

// summed is a measure that is a function of the sum of the documents' tallies.
func summed(name string, tallies []tally, value func(tally) float64) measure {
	gold := 0.0
	for _, t := range tallies {
		gold += t.gold
	}
	return measure{name, int(gold + 0.5), func(documents []int) float64 {
		var sum tally
		for _, d := range documents {
			sum = sum.plus(tallies[d])
		}
		return value(sum)
	}}
}

// prf are the three usual measures of the tallies, named PREFIX_p, _r, _f.
func prf(prefix string, tallies []tally) []measure {
	return []measure{
		summed(prefix+"_p", tallies, precision),
		summed(prefix+"_r", tallies, recall),
		summed(prefix+"_f", tallies, f1),
	}
}

const (
	draws    = 1000
	drawSeed = 1992
)

// result computes the measures on all documents and their intervals on draws of
// them. Measures about nothing (no gold item) are left out.
func result(documents int, measures []measure) Result {
	measures = slices.DeleteFunc(measures, func(m measure) bool { return m.n == 0 })
	all := make([]int, documents)
	for i := range all {
		all[i] = i
	}
	drawn := make([][]float64, len(measures))
	random, sample := rand.New(rand.NewPCG(drawSeed, 0)), make([]int, documents)
	for range draws {
		for i := range sample {
			sample[i] = random.IntN(documents)
		}
		for i, m := range measures {
			drawn[i] = append(drawn[i], m.value(sample))
		}
	}
	var r Result
	for i, m := range measures {
		slices.Sort(drawn[i])
		low, high := drawn[i][draws*25/1000], drawn[i][draws*975/1000-1]
		r.Metrics = append(r.Metrics, Metric{m.name, m.value(all), low, high, m.n})
	}
	return r
}
