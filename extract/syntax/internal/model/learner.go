package model

import (
	"cmp"
	"math"
	"slices"
)

// Learner is an averaged perceptron in training. Each feature has a row of
// weights, one a class.
type Learner struct {
	classes int
	index   map[key]int32
	keys    []key
	weight  []float32
	total   []float64
	since   []int32
	seen    []int32 // updates that touched the row
	now     int32
}

// NewLearner makes a perceptron for so many classes.
func NewLearner(classes int) *Learner {
	return &Learner{classes: classes, index: map[key]int32{}, now: 1}
}

const learnerScale = 64

// Score gives the current, not averaged, scores.
func (l *Learner) Score(features []key, scores []int32) {
	clear(scores)
	for _, k := range features {
		row, ok := l.index[k]
		if !ok {
			continue
		}
		for c, w := range l.weight[int(row)*l.classes : (int(row)+1)*l.classes] {
			scores[c] += int32(w * learnerScale)
		}
	}
}

// Update moves the weights of the features towards gold and away from wrong.
func (l *Learner) Update(features []key, gold, wrong int) {
	l.now++
	if gold == wrong {
		return
	}
	for _, k := range features {
		row, ok := l.index[k]
		if !ok {
			row = int32(len(l.keys))
			l.index[k] = row
			l.keys = append(l.keys, k)
			l.seen = append(l.seen, 0)
			for range l.classes {
				l.weight, l.total, l.since = append(l.weight, 0), append(l.total, 0), append(l.since, l.now)
			}
		}
		l.seen[row]++
		l.bump(int(row)*l.classes+gold, 1)
		l.bump(int(row)*l.classes+wrong, -1)
	}
}

func (l *Learner) bump(i int, by float32) {
	l.total[i] += float64(l.weight[i]) * float64(l.now-l.since[i])
	l.since[i] = l.now
	l.weight[i] += by
}

func (l *Learner) average(i int) float64 {
	return (l.total[i] + float64(l.weight[i])*float64(l.now-l.since[i])) / float64(l.now)
}

// row is the feature and its averaged, rounded weights as class, weight pairs.
type row struct {
	key     key
	entries []byte
}

// Encode makes a model file of the averaged weights. Rows touched by fewer
// than least updates and weights that would become 0 are left out.
func (l *Learner) Encode(names []string, least int32) []byte {
	return encode(l.rows(least), names)
}

func (l *Learner) rows(least int32) []row {
	scale := l.scale()
	order := make([]int, len(l.keys))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(l.keys[a], l.keys[b]) })
	var rows []row
	for _, i := range order {
		if l.seen[i] < least {
			continue
		}
		var e []byte
		for c := range l.classes {
			w := math.Round(l.average(i*l.classes+c) * scale)
			if w = math.Max(-127, math.Min(127, w)); w != 0 {
				e = append(e, byte(c), byte(int8(w)))
			}
		}
		if len(e) > 0 {
			rows = append(rows, row{l.keys[i], e})
		}
	}
	return rows
}

// scale maps the 99.9th percentile of the weights to 100, so that a few large
// weights do not flatten the others.
func (l *Learner) scale() float64 {
	var sizes []float64
	for i := range l.weight {
		if w := math.Abs(l.average(i)); w > 0 {
			sizes = append(sizes, w)
		}
	}
	if len(sizes) == 0 {
		return 1
	}
	slices.Sort(sizes)
	return 100 / sizes[len(sizes)*999/1000]
}
