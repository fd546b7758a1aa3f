package retold_test

import (
	"testing"

	"github.com/opendateline/dateline/extract/retold"
	"github.com/opendateline/dateline/extract/weigh"
)

// TestEnglish: what the embedded weights have learned, as far as it can be said in
// words.
func TestEnglish(t *testing.T) {
	m, err := retold.English()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		signs []weigh.Feature
		one   bool
	}{
		{"a lede after its headline", present("always", "accounts 2", "after the headline", "near the top", "earlier undated", "one weapon", "one number", "names in common", "sentences on 1"), true},
		{"one of many attacks in a round-up", present("always", "accounts 6", "neither dated", "other region", "no name in common", "word also", "sentences on 2", "other ages"), false},
	} {
		if got := m.Chance(c.signs); (got > 0.6) != c.one {
			t.Errorf("%s: the chance of being one is %.2f", c.name, got)
		}
	}
}

func present(names ...string) (list []weigh.Feature) {
	for _, n := range names {
		list = append(list, weigh.Feature{Name: n, Value: 1})
	}
	return list
}
