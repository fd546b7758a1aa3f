package fill

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
)

// invent makes lessons in which one word decides and many do not.
func invent(n int) []item {
	random := rand.New(rand.NewPCG(3, 3))
	var out []item
	for i := range n {
		var b bag
		for range 1 + random.IntN(20) {
			b.add("noise", strconv.Itoa(random.IntN(50)))
		}
		right := uint32(i % 2)
		b.add("word", strconv.Itoa(int(right)))
		out = append(out, item{bag: b.distinct(), row: floats(float64(right), random.Float64()), answer: answer{right, 1}})
	}
	return out
}

func TestLogisticLearnsTheWordThatDecides(t *testing.T) {
	l := trainLogistic(invent(400), 1, learning{passes: 10, trust: 10, least: 2, rarity: 1})
	for right, limit := range map[string][2]float64{"0": {0, .2}, "1": {.8, 1}} {
		var b bag
		b.add("word", right)
		b.add("noise", "1")
		b.add("noise", "2")
		if p := l.of(b.distinct())[0]; p < limit[0] || p > limit[1] {
			t.Errorf("word %s: %.2f, want between %.1f and %.1f", right, p, limit[0], limit[1])
		}
	}
}

func TestLogisticIsTheSameTwice(t *testing.T) {
	how := learning{passes: 3, trust: 10, least: 2, rarity: .5, seed: 1}
	a, b := trainLogistic(invent(100), 1, how), trainLogistic(invent(100), 1, how)
	probe := invent(10)
	for _, x := range probe {
		if a.of(x.bag)[0] != b.of(x.bag)[0] {
			t.Fatal("equal lessons and seed gave two models")
		}
	}
}

func TestFeaturesWithoutWeightAreLeftOut(t *testing.T) {
	hashes, rarity := heavy(map[uint32]int32{70: 1, 80: 2}, []float32{1, .5, .7}, []float32{9, .05, -.4}, 1)
	if len(hashes) != 1 || hashes[80] != 1 || !slices.Equal(rarity, []float32{1, .7}) {
		t.Errorf("kept %v with rarities %v, want feature 80 as number 1", hashes, rarity)
	}
}

func TestForestLearnsTheColumnThatDecides(t *testing.T) {
	lessons := invent(400)
	var rows [][]float32
	var right []bool
	for _, x := range lessons {
		rows, right = append(rows, x.row), append(right, x.right == 1)
	}
	f := grow(rows, right, growing{trees: 60, depth: 2, rate: .2, lambda: 1, least: 5, part: .6})
	if low, high := f.of(floats(0, .5)), f.of(floats(1, .5)); low > .2 || high < .8 {
		t.Errorf("%.2f and %.2f, want them far apart", low, high)
	}
}

func TestPartsOfTheTrainingAreRuns(t *testing.T) {
	last := 0
	for i := range 1300 {
		if f := foldOf(i, 1300); f < last || f >= folds {
			t.Fatalf("lesson %d in part %d after part %d", i, f, last)
		} else {
			last = f
		}
	}
	if last != folds-1 {
		t.Errorf("last part %d, want %d", last, folds-1)
	}
}
