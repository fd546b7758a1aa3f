package eval

import (
	"math"
	"slices"

	"github.com/opendateline/dateline/eval/assign"
)

// pairing pairs gold spans with answered ones, one to one, so that as many bytes
// as possible are shared; only pairs that may be paired. It gives for each gold
// span the answer's index or -1.
func pairing(gold, answers []Span, may func(gold, answer int) bool) []int {
	weights := make([][]float64, len(gold))
	for i := range gold {
		weights[i] = make([]float64, len(answers))
		for j := range answers {
			if may(i, j) {
				weights[i][j] = float64(gold[i].overlap(answers[j]))
			}
		}
	}
	return assign.Max(weights)
}

func anyPair(int, int) bool { return true }

// spanTally counts the pairs that satisfy the condition.
func spanTally(pairs []int, answers int, right func(gold, answer int) bool) tally {
	n := 0.0
	for g, a := range pairs {
		n += given(a >= 0 && right(g, a))
	}
	return hit(n, float64(answers), float64(len(pairs)))
}

// ScoreTimes scores time expressions as TempEval-3 did. span_f1 asks for the
// same span; span_relaxed_f1 for one that overlaps; value_f1 and type_f1 for one
// that overlaps and has the same value or type.
func ScoreTimes(gold, predicted []TimesRow) Result {
	answers := byKey(predicted, func(r TimesRow) string { return r.Report })
	var strict, relaxed, value, kind []tally
	for _, row := range gold {
		g, a := row.Times, answers[row.Report].Times
		pairs, n := pairing(timeSpans(g), timeSpans(a), anyPair), len(a)
		strict = append(strict, spanTally(pairs, n, func(i, j int) bool { return g[i].same(a[j].Span) }))
		relaxed = append(relaxed, spanTally(pairs, n, anyPair))
		value = append(value, spanTally(pairs, n, func(i, j int) bool { return g[i].Value == a[j].Value }))
		kind = append(kind, spanTally(pairs, n, func(i, j int) bool { return g[i].Type == a[j].Type }))
	}
	return result(len(gold), []measure{
		summed("span_f1", strict, f1), summed("span_relaxed_f1", relaxed, f1),
		summed("value_f1", value, f1), summed("type_f1", kind, f1),
	})
}

func timeSpans(times []Time) []Span {
	var spans []Span
	for _, t := range times {
		spans = append(spans, t.Span)
	}
	return spans
}

// ScoreToponyms scores place names. span_f1 asks for the same span; names of
// people (Iraqi) are not held against an answer. Of the gold
// names with coordinates, acc161 is the share resolved within 161 km,
// acc161_matched the same among those found (with an overlapping span), and
// mean_error_km the mean distance among those found and resolved.
func ScoreToponyms(gold, predicted []ToponymsRow) Result {
	answers := byKey(predicted, func(r ToponymsRow) string { return r.Report })
	var spans, all, matched, distances []tally
	for _, row := range gold {
		g, a := row.Toponyms, answers[row.Report].Toponyms
		pairs := pairing(toponymSpans(g), toponymSpans(a), anyPair)
		spans = append(spans, spanTally(pairs, asserted(a, pairs), func(i, j int) bool { return g[i].same(a[j].Span) }))
		resolution := resolve(g, a, pairs)
		all = append(all, hit(resolution.near, resolution.gold, resolution.gold))
		matched = append(matched, hit(resolution.near, resolution.matched, resolution.matched))
		distances = append(distances, hit(resolution.km, resolution.resolved, resolution.resolved))
	}
	return result(len(gold), []measure{
		summed("span_f1", spans, f1), summed("acc161", all, recall),
		summed("acc161_matched", matched, recall), summed("mean_error_km", distances, recall),
	})
}

// asserted counts the answers but for names of people that the gold does not
// label where they stand.
func asserted(answers []Toponym, pairs []int) int {
	n := len(answers)
	for j := range answers {
		if answers[j].Nationality && !slices.Contains(pairs, j) {
			n--
		}
	}
	return n
}

// resolution counts the gold names with coordinates, those found, those found
// and resolved, those near, and sums the distances in km.
type resolution struct{ gold, matched, resolved, near, km float64 }

func resolve(gold, answers []Toponym, pairs []int) resolution {
	var r resolution
	for i, j := range pairs {
		if gold[i].Lat == nil {
			continue
		}
		r.gold++
		if j < 0 {
			continue
		}
		r.matched++
		km := between(gold[i].Lat, gold[i].Lon, answers[j].Lat, answers[j].Lon)
		if math.IsInf(km, 1) {
			continue
		}
		r.resolved++
		r.km += km
		r.near += given(km <= near161)
	}
	return r
}

func toponymSpans(toponyms []Toponym) []Span {
	var spans []Span
	for _, t := range toponyms {
		spans = append(spans, t.Span)
	}
	return spans
}
