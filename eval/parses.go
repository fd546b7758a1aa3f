package eval

// ScoreParses gives the F1 of words: words_f1 asks for the same span, upos_f1
// also for the part of speech, uas_f1 for a head that stands where the gold's
// does, las_f1 for the relation too. Subtypes of relations do not count. What is
// cut otherwise than in the gold counts against all four.
func ScoreParses(gold, predicted []ParsedRow) Result {
	answers := byKey(predicted, func(r ParsedRow) string { return r.Report })
	var words, pos, heads, rels []tally
	for _, g := range gold {
		a := answers[g.Report]
		at := map[Span]int{}
		for i, w := range a.Words {
			at[bare(w.Span)] = i
		}
		var n [4]float64
		for _, w := range g.Words {
			i, ok := at[bare(w.Span)]
			if !ok {
				continue
			}
			answer := a.Words[i]
			attached := sameHead(g, w, a, answer)
			n[0]++
			n[1] += given(answer.POS == w.POS)
			n[2] += given(attached)
			n[3] += given(attached && plain(answer.Rel) == plain(w.Rel))
		}
		for i, list := range []*[]tally{&words, &pos, &heads, &rels} {
			*list = append(*list, hit(n[i], float64(len(a.Words)), float64(len(g.Words))))
		}
	}
	return result(len(gold), []measure{summed("words_f1", words, f1), summed("upos_f1", pos, f1), summed("uas_f1", heads, f1), summed("las_f1", rels, f1)})
}

func bare(s Span) Span { return Span{Start: s.Start, End: s.End} }

func plain(rel string) string {
	for i := range len(rel) {
		if rel[i] == ':' {
			return rel[:i]
		}
	}
	return rel
}

func sameHead(g ParsedRow, gold Word, a ParsedRow, answer Word) bool {
	if gold.Head < 0 || answer.Head < 0 {
		return gold.Head < 0 && answer.Head < 0
	}
	return bare(g.Words[gold.Head].Span) == bare(a.Words[answer.Head].Span)
}
