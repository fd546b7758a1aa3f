package eval

import "github.com/opendateline/dateline/eval/assign"

// Attribution is one act of speech or mind: whose, the words that say so, and
// what is said. Each part may lie in several places or be missing.
type Attribution struct {
	Source  []Span `json:"source"`
	Cue     []Span `json:"cue"`
	Content []Span `json:"content"`
}

// AttributionsRow holds the attributions of one report.
type AttributionsRow struct {
	Report       string        `json:"report"`
	Attributions []Attribution `json:"attributions"`
}

// attributionPart is one of the three parts, by name.
type attributionPart struct {
	name string
	of   func(Attribution) []Span
}

var attributionParts = []attributionPart{
	{"source", func(a Attribution) []Span { return a.Source }},
	{"cue", func(a Attribution) []Span { return a.Cue }},
	{"content", func(a Attribution) []Span { return a.Content }},
}

// ScoreAttributions scores who says what. Attributions are paired one to one so
// that their parts agree as far as possible; what is not paired is missed or
// made up. PART_f1 gives credit by overlap: the share of an answer's bytes that
// are the gold's is precision, the share of the gold's that were found recall.
// PART_any_f1 gives full credit for any overlap, PART_exact_f1 only for the same
// bytes.
func ScoreAttributions(gold, predicted []AttributionsRow) Result {
	answers := byKey(predicted, func(r AttributionsRow) string { return r.Report })
	pairs := make([][]int, len(gold))
	for i, row := range gold {
		pairs[i] = pairAttributions(row.Attributions, answers[row.Report].Attributions)
	}
	var measures []measure
	for _, part := range attributionParts {
		var shared, any, exact []tally
		for i, row := range gold {
			s, a, e := part.tallies(row.Attributions, answers[row.Report].Attributions, pairs[i])
			shared, any, exact = append(shared, s), append(any, a), append(exact, e)
		}
		measures = append(measures, summed(part.name+"_f1", shared, f1), summed(part.name+"_any_f1", any, f1), summed(part.name+"_exact_f1", exact, f1))
	}
	return result(len(gold), measures)
}

// pairAttributions gives for each gold attribution the answer's index or -1.
func pairAttributions(gold, answers []Attribution) []int {
	weights := make([][]float64, len(gold))
	for i, g := range gold {
		weights[i] = make([]float64, len(answers))
		for j, a := range answers {
			for _, part := range attributionParts {
				both, inGold, inAnswer := bytesShared(part.of(g), part.of(a))
				weights[i][j] += share(2*both, inGold+inAnswer)
			}
		}
	}
	return assign.Max(weights)
}

// tallies of the part by overlap, by any overlap and by the same bytes.
func (p attributionPart) tallies(gold, answers []Attribution, pairs []int) (shared, any, exact tally) {
	for _, a := range answers {
		shared.answers += given(len(p.of(a)) > 0)
	}
	for i, g := range gold {
		shared.gold += given(len(p.of(g)) > 0)
		if pairs[i] < 0 {
			continue
		}
		both, inGold, inAnswer := bytesShared(p.of(g), p.of(answers[pairs[i]]))
		if both > 0 {
			shared.right += both / inAnswer
			shared.found += both / inGold
			any.right++
			exact.right += given(both == inGold && both == inAnswer)
		}
	}
	return shared, hit(any.right, shared.answers, shared.gold), hit(exact.right, shared.answers, shared.gold)
}

// bytesShared counts the bytes in both lists of spans, in the first and in the
// second. Spans of one list do not overlap.
func bytesShared(a, b []Span) (both, inA, inB float64) {
	for _, x := range a {
		inA += float64(x.End - x.Start)
		for _, y := range b {
			both += float64(x.overlap(y))
		}
	}
	for _, y := range b {
		inB += float64(y.End - y.Start)
	}
	return both, inA, inB
}
