package eval

import "testing"

func spansOf(ends ...int) []Span {
	var out []Span
	for i := 0; i+1 < len(ends); i += 2 {
		out = append(out, at(ends[i], ends[i+1]))
	}
	return out
}

// One report, two gold attributions, three answers, in another order.
//
// The answer that meets the first gold has its source whole; its cue with 4
// bytes too many (5 of 9 right, 5 of 5 found); of its content, two spans of 10
// and 30 bytes, the second with 10 bytes before it that are not gold (30 of 40
// right, 30 of 40 found). The one that meets the second gold makes up a source,
// has the cue, and half of the content (20 of 20 right, 20 of 40 found). The
// third meets nothing.
//
// source: right 1 of 3 answers, 1 of 1 gold: F 0.5 in all three ways.
// cue: precision (5/9+1)/3 = 14/27, recall 1, F = 28/41; any: 2 of 3 and 2 of 2,
// 0.8; exact: 1 of 3 and 1 of 2, 0.4.
// content: precision (.75+1)/3 = 7/12, recall (.75+.5)/2 = 5/8, F = 35/58.
func TestAttributionsWorkedByHand(t *testing.T) {
	gold := []AttributionsRow{{Report: "a", Attributions: []Attribution{
		{Source: spansOf(0, 6), Cue: spansOf(7, 12), Content: spansOf(20, 30, 40, 70)},
		{Cue: spansOf(100, 105), Content: spansOf(110, 150)},
	}}}
	answers := []AttributionsRow{{Report: "a", Attributions: []Attribution{
		{Source: spansOf(90, 95), Cue: spansOf(100, 105), Content: spansOf(110, 130)},
		{Source: spansOf(200, 205), Cue: spansOf(206, 210), Content: spansOf(211, 230)},
		{Source: spansOf(0, 6), Cue: spansOf(7, 16), Content: spansOf(30, 70)},
	}}}
	want(t, ScoreAttributions(gold, answers), map[string]float64{
		"source_f1": 0.5, "source_any_f1": 0.5, "source_exact_f1": 0.5,
		"cue_f1": 28.0 / 41, "cue_any_f1": 0.8, "cue_exact_f1": 0.4,
		"content_f1": 35.0 / 58, "content_any_f1": 0.8, "content_exact_f1": 0,
	})
}
