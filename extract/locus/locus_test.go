package locus

import (
	"math"
	"testing"

	"github.com/opendateline/dateline/extract/weigh"
)

func TestBest(t *testing.T) {
	m := NewModel(map[string]float64{"place of the account": 1, "at hospital": -2, "always": -0.5})
	of := func(features ...weigh.Feature) Town {
		return Town{Features: append(features, weigh.Feature{Name: "always", Value: 1})}
	}
	told, hospital, bare := of(weigh.Feature{Name: "place of the account", Value: 1}), of(weigh.Feature{Name: "place of the account", Value: 1}, weigh.Feature{Name: "at hospital", Value: 1}), of()
	for _, c := range []struct {
		name  string
		towns []Town
		want  int
	}{
		{"the town of the account", []Town{hospital, told}, 1},
		{"the first of equals", []Town{told, told}, 0},
		{"open rather than a town that nothing speaks for", []Town{bare, hospital}, -1},
		{"no town", nil, -1},
	} {
		best, p := m.Best(c.towns)
		if best != c.want || p < 0 || p > 1 || math.IsNaN(p) {
			t.Errorf("%s: %d with %.2f, want %d", c.name, best, p, c.want)
		}
	}
}

// TestWeightsAreRead holds the learned weights to what everybody would say.
func TestWeightsAreRead(t *testing.T) {
	m, err := English()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range [][2]string{{"at police", "at hospital"}, {"place of the account", "at distance"}, {"division of the outlet", "not the outlet's division"}, {"in the title", "only the outlet's"}} {
		if m.weights[c[0]] <= m.weights[c[1]] {
			t.Errorf("%q (%.2f) should weigh more than %q (%.2f)", c[0], m.weights[c[0]], c[1], m.weights[c[1]])
		}
	}
}
