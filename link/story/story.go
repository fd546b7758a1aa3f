// Package story groups reports by the story they tell: a happening and what was
// written about it in the days and weeks around, violent or not. It looks at
// words alone and knows nothing of incidents; package link decides those.
//
// Two reports are as alike as the cosine of their telling words: a word weighs
// by how often a report uses it and by how few of the reports at hand do, one of
// the title more. Reports that appeared far apart are less alike. Stories grow
// from the most alike pair on, by the mean over all pairs of two groups, until
// no two groups are alike enough.
package story

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/link"
)

// Config sets what counts as alike.
type Config struct {
	Title float64 // how often a word of the title counts beside its uses
	Fade  float64 // days apart after which two reports are alike by a factor e less
	Alike float64 // mean likeness from which two groups are one story
}

// Default was chosen by cross-validation over the stories of a corpus of world
// news (docs/eval.md).
var Default = Config{Title: 6, Fade: 365, Alike: 0.12}

// Group gives the stories, each as the indices of its reports in order, by the
// first report of each.
func Group(reports []*dateline.Report, c Config) [][]int {
	alike := c.likeness(reports)
	groups := make([][]int, len(reports))
	for i := range groups {
		groups[i] = []int{i}
	}
	for {
		a, b, best := closest(alike)
		if best < c.Alike {
			return named(groups)
		}
		merge(alike, groups, a, b)
	}
}

// merge puts group b into a. The likeness of the sum to another group is the
// mean over the pairs.
func merge(alike [][]float64, groups [][]int, a, b int) {
	na, nb := float64(len(groups[a])), float64(len(groups[b]))
	for k := range alike {
		if k != a && k != b && alike[k] != nil {
			mean := (na*alike[a][k] + nb*alike[b][k]) / (na + nb)
			alike[a][k], alike[k][a] = mean, mean
		}
	}
	groups[a], groups[b], alike[b] = append(groups[a], groups[b]...), nil, nil
}

// closest finds the two groups that are most alike, the first of equals; groups
// that were merged away have no row.
func closest(alike [][]float64) (a, b int, best float64) {
	best = math.Inf(-1)
	for i, row := range alike {
		for k := range min(i, len(row)) {
			if alike[k] != nil && row[k] > best {
				a, b, best = k, i, row[k]
			}
		}
	}
	return a, b, best
}

func named(groups [][]int) [][]int {
	groups = slices.DeleteFunc(groups, func(g []int) bool { return g == nil })
	for _, g := range groups {
		slices.Sort(g)
	}
	slices.SortFunc(groups, func(a, b []int) int { return cmp.Compare(a[0], b[0]) })
	return groups
}

// likeness compares every report with every other.
func (c Config) likeness(reports []*dateline.Report) [][]float64 {
	vectors := c.vectors(reports)
	alike := make([][]float64, len(reports))
	for i := range alike {
		alike[i] = make([]float64, len(reports))
		for k := range i {
			x := cosine(vectors[i], vectors[k]) * c.fade(reports[i].Published, reports[k].Published)
			alike[i][k], alike[k][i] = x, x
		}
	}
	return alike
}

// fade is 1 for reports of one day and for a report whose day is not known.
func (c Config) fade(a, b dateline.Published) float64 {
	if !a.Day().Known() || !b.Day().Known() {
		return 1
	}
	return math.Exp(-math.Abs(float64(a.Day().DaysUntil(b.Day()))) / c.Fade)
}

type weighed struct {
	word   string
	weight float64
}

// vectors of length 1, in order of their words.
func (c Config) vectors(reports []*dateline.Report) [][]weighed {
	counts, in := make([]map[string]float64, len(reports)), map[string]float64{}
	for i, r := range reports {
		counts[i] = c.counted(r)
		for word := range counts[i] {
			in[word]++
		}
	}
	out := make([][]weighed, len(reports))
	for i, count := range counts {
		norm := 0.0
		for _, word := range slices.Sorted(maps.Keys(count)) {
			w := (1 + math.Log(count[word])) * math.Log(float64(len(reports))/in[word])
			norm += w * w
			out[i] = append(out[i], weighed{word, w})
		}
		for k := range out[i] {
			out[i][k].weight /= math.Sqrt(max(norm, math.SmallestNonzeroFloat64))
		}
	}
	return out
}

// counted are the words of a report, those of its title more.
func (c Config) counted(r *dateline.Report) map[string]float64 {
	out := map[string]float64{}
	words, _ := link.Count(r)
	for word, n := range words {
		out[word] = float64(n)
	}
	title, _ := link.Count(&dateline.Report{Title: r.Title})
	for word, n := range title {
		out[word] += c.Title * float64(n)
	}
	return out
}

func cosine(a, b []weighed) float64 {
	sum := 0.0
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch order := cmp.Compare(a[i].word, b[k].word); {
		case order < 0:
			i++
		case order > 0:
			k++
		default:
			sum += a[i].weight * b[k].weight
			i, k = i+1, k+1
		}
	}
	return sum
}
