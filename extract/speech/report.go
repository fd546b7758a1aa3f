package speech

import (
	"slices"

	"github.com/opendateline/dateline"
)

// Range is a stretch of a report in bytes, half-open.
type Range struct{ Start, End int }

// Saying is an act with its words as stretches of the report; the content may
// go on in later sentences.
type Saying struct {
	Source, Cue, Content []Range
}

// Report gives the sayings of a report from the acts of each sentence: what
// stands in quotation marks and has no act of its own around it goes on from
// the act before.
func Report(sentences []dateline.Sentence, acts [][]Act) []Saying {
	var out []Saying
	open := -1 // the saying whose quotation may go on
	for s := range sentences {
		tokens := sentences[s].Tokens
		if quoted := wholeQuotation(sentences[s]); open >= 0 && quoted != nil && follows(sentences, s) && !outside(acts[s], tokens, *quoted) {
			out[open].Content = joined(out[open].Content, *quoted)
		} else {
			open = -1
		}
		for _, a := range acts[s] {
			out = append(out, Saying{ranges(tokens, a.Source), ranges(tokens, a.Cue), ranges(tokens, a.Content)})
			reachBack(out, sentences, s)
			if open < 0 && touchesQuote(sentences[s], out[len(out)-1].Content) {
				open = len(out) - 1
			}
		}
	}
	return out
}

// follows says that a sentence stands in the paragraph of the one before or
// opens the next.
func follows(sentences []dateline.Sentence, s int) bool {
	return s > 0 && sentences[s].Paragraph-sentences[s-1].Paragraph <= 1
}

// wholeQuotation is the part of a sentence that is quoted if that is all of it
// but for marks, else nil.
func wholeQuotation(s dateline.Sentence) *Range {
	if len(s.Tokens) == 0 {
		return nil
	}
	whole := Range{s.Tokens[0].Start, s.Tokens[len(s.Tokens)-1].End}
	for _, q := range s.Quotes {
		outside := func(tok dateline.Token) bool {
			return tok.POS != "PUNCT" && (tok.Start < q.Span.Start || tok.End > q.Span.End)
		}
		if !slices.ContainsFunc(s.Tokens, outside) {
			return &whole
		}
	}
	return nil
}

// outside says that an act's cue stands outside the quotation.
func outside(acts []Act, tokens []dateline.Token, quoted Range) bool {
	return slices.ContainsFunc(acts, func(a Act) bool {
		return tokens[a.Head].Start < quoted.Start || tokens[a.Head].End > quoted.End
	})
}

func touchesQuote(s dateline.Sentence, content []Range) bool {
	for _, q := range s.Quotes {
		for _, c := range content {
			if c.Start < q.Span.End && q.Span.Start < c.End {
				return true
			}
		}
	}
	return false
}

// ranges joins ascending tokens that stand side by side.
func ranges(tokens []dateline.Token, list []int) []Range {
	var out []Range
	for k, i := range list {
		if k > 0 && list[k-1] == i-1 {
			out[len(out)-1].End = tokens[i].End
			continue
		}
		out = append(out, Range{tokens[i].Start, tokens[i].End})
	}
	return out
}
