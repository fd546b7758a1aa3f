package assign_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/opendateline/dateline/eval/assign"
)

// Greedy pairing would take 5 first and end at 5+1 = 6; the best pairing takes
// the two fours, 8.
func TestTheBestPairingBeatsTheGreedyOne(t *testing.T) {
	got := assign.Max([][]float64{{5, 4}, {4, 1}})
	if got[0] != 1 || got[1] != 0 {
		t.Fatalf("pairs %v, want [1 0]", got)
	}
}

func TestPairsWithoutWeightAreLeftOut(t *testing.T) {
	got := assign.Max([][]float64{{0, 0, 1}, {0, -2, 0}})
	if got[0] != 2 || got[1] != -1 {
		t.Fatalf("pairs %v, want [2 -1]", got)
	}
}

func TestMaxIsAsGoodAsTryingEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		columns := rapid.IntRange(1, 5).Draw(t, "columns")
		row := rapid.SliceOfN(rapid.Float64Range(-1, 4), columns, columns)
		weights := rapid.SliceOfN(row, 1, 5).Draw(t, "weights")
		got := assign.Weight(weights, assign.Max(weights))
		if want := best(weights, map[int]bool{}); math.Abs(got-want) > 1e-9 {
			t.Fatalf("weight %v, want %v", got, want)
		}
	})
}

func best(weights [][]float64, used map[int]bool) float64 {
	if len(weights) == 0 {
		return 0
	}
	top := best(weights[1:], used)
	for column, weight := range weights[0] {
		if !used[column] {
			used[column] = true
			top = math.Max(top, weight+best(weights[1:], used))
			delete(used, column)
		}
	}
	return top
}
