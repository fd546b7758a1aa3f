package whole_test

import (
	"math"
	"testing"

	"github.com/opendateline/dateline/extract/weigh"
	"github.com/opendateline/dateline/extract/whole"
)

func TestShares(t *testing.T) {
	m := whole.NewModel(weigh.Table{"headline": 1.5, "others": -1})
	list := []whole.Candidate{{N: 1, Features: []weigh.Feature{{Name: "others", Value: 1}}}, {N: 4, Features: []weigh.Feature{{Name: "headline", Value: 1}}}, {N: 5}}
	sum := 0.0
	for _, share := range m.Shares(list) {
		sum += share
	}
	if math.Abs(sum-1) > 1e-9 {
		t.Errorf("the shares add up to %v", sum)
	}
	if got := m.Best(list).N; got != 4 {
		t.Errorf("%d is likeliest, want 4", got)
	}
	if got := m.Likely(list[:1])[0]; math.Abs(got-0.5) > 1e-9 {
		t.Errorf("nothing speaks for or against the only number, and it has the chance %v", got)
	}
	if got := m.Shares(list[:1])[0]; got != 1 {
		t.Errorf("a number that stands alone has the share %v, want 1", got)
	}
}

// TestEnglish: what the embedded weights have learned, as far as it can be said
// in words.
func TestEnglish(t *testing.T) {
	m, err := whole.English()
	if err != nil {
		t.Fatal(err)
	}
	one := func(names ...string) (list []weigh.Feature) {
		for _, n := range names {
			list = append(list, weigh.Feature{Name: n, Value: 1})
		}
		return list
	}
	list := []whole.Candidate{
		{N: 1, Features: one("killed one", "killed lowest", "killed as named one", "killed in body")},
		{N: 2, Features: one("killed highest", "killed rule CAS-2/state several", "killed in headline")},
	}
	if got := m.Best(list).N; got != 2 {
		t.Errorf("%d is likeliest, want the number of the headline", got)
	}
}
