package ground_test

import (
	"testing"

	"github.com/opendateline/dateline/extract/ground"
	"github.com/opendateline/dateline/extract/weigh"
)

func signs(names ...string) []weigh.Feature {
	var out []weigh.Feature
	for _, n := range names {
		out = append(out, weigh.Feature{Name: n, Value: 1})
	}
	return out
}

// TestBest: another ground is taken only where it is likely and likelier than what the
// rules chose.
func TestBest(t *testing.T) {
	weights := weigh.Table{"near": 2, "far": -2, "some": 0.5}
	for _, c := range []struct {
		name    string
		grounds [][]weigh.Feature
		byRule  int
		want    int
	}{
		{"a far likelier one", [][]weigh.Feature{signs("far"), signs("near")}, 0, 1},
		{"hardly likelier", [][]weigh.Feature{signs("near"), signs("near", "some")}, 0, 0},
		{"where the rules chose none", [][]weigh.Feature{signs("near")}, -1, 0},
		{"none is likely", [][]weigh.Feature{signs("far")}, -1, -1},
		{"nothing is named", nil, -1, -1},
	} {
		if got := ground.Best(weights, c.grounds, c.byRule); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

// TestEnglish: what the embedded weights have learned, as far as it can be said in words.
func TestEnglish(t *testing.T) {
	m, err := ground.English()
	if err != nil {
		t.Fatal(err)
	}
	for _, against := range []string{"main: town far", "town prep from", "at hospital"} {
		if m.Sum(signs(against)) >= 0 {
			t.Errorf("%q speaks for a place", against)
		}
	}
	for _, with := range []string{"stated town", "rel nmod, in its clause"} {
		if m.Sum(signs(with)) <= 0 {
			t.Errorf("%q speaks against a place", with)
		}
	}
}
