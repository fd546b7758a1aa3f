package eval

import "testing"

// Of three pairs, one of them the other way round, two are found by four answers,
// of which one is named twice: precision 2/3, recall 2/3.
func TestPairsWorkedByHand(t *testing.T) {
	gold := []Pair{{"a", "b"}, {"c", "d"}, {"e", "f"}}
	answers := []Pair{{"b", "a"}, {"c", "d"}, {"c", "d"}, {"a", "c"}}
	want(t, ScorePairs(gold, answers), map[string]float64{"dups_p": 2.0 / 3, "dups_r": 2.0 / 3, "dups_f": 2.0 / 3})
}
