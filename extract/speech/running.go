package speech

import "github.com/opendateline/dateline"

// reachBack gives the last saying the earlier sentences of the quotation that
// its content ends, and takes them from the saying that they were given to.
func reachBack(out []Saying, sentences []dateline.Sentence, s int) {
	last := &out[len(out)-1]
	if len(last.Content) == 0 || last.Content[0].Start > sentences[s].Tokens[0].Start || !runsOn(sentences[s]) || quotes(sentences[s], last.Cue) {
		return
	}
	for _, r := range earlier(sentences, s) {
		for i := range out[:len(out)-1] {
			out[i].Content = leave(out[i].Content, r)
		}
		last.Content[0].Start = r.Start
	}
}

// earlier lists the stretches of the sentences before s that belong to the
// quotation which is still open where s begins, the last sentence first.
func earlier(sentences []dateline.Sentence, s int) []Range {
	var out []Range
	for ; s > 0 && runsOn(sentences[s]) && sentences[s].Paragraph == sentences[s-1].Paragraph; s-- {
		r, ok := quotedEnd(sentences[s-1])
		if !ok {
			break
		}
		out = append(out, r)
	}
	return out
}

// runsOn says that a sentence begins inside a quotation.
func runsOn(s dateline.Sentence) bool {
	return len(s.Tokens) > 0 && len(s.Quotes) > 0 && s.Quotes[0].Span.Start <= s.Tokens[0].Start
}

// quotes says whether a cue stands in the quotation that the sentence begins in.
func quotes(s dateline.Sentence, cue []Range) bool {
	q := s.Quotes[0].Span
	return len(cue) == 0 || q.Start <= cue[0].Start && cue[0].End <= q.End
}

// quotedEnd is what is quoted at the end of a sentence, with the mark before it.
func quotedEnd(s dateline.Sentence) (Range, bool) {
	if len(s.Quotes) == 0 || len(s.Tokens) == 0 {
		return Range{}, false
	}
	q, end := s.Quotes[len(s.Quotes)-1].Span, s.Tokens[len(s.Tokens)-1].End
	if q.End < end {
		return Range{}, false
	}
	start := max(q.Start, s.Tokens[0].Start)
	for i := range s.Tokens {
		if s.Tokens[i].End == start && isQuote(&s.Tokens[i]) {
			start = s.Tokens[i].Start
		}
	}
	return Range{start, end}, true
}

// leave takes a stretch out of a content that begins before it.
func leave(content []Range, r Range) []Range {
	var out []Range
	for i, c := range content {
		switch {
		case i > 0 && r.Start <= c.Start && c.End <= r.End:
			continue
		case i > 0 && c.Start < r.Start && r.Start < c.End:
			c.End = r.Start
		}
		out = append(out, c)
	}
	return out
}

// joined adds a stretch to a content; one that follows with a mark at most
// between them goes on in the one before.
func joined(content []Range, r Range) []Range {
	if n := len(content); n > 0 && r.Start-content[n-1].End <= 3 {
		content[n-1].End = r.End
		return content
	}
	return append(content, r)
}
