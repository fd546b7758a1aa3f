package syntax

import (
	"unicode"

	dateline "github.com/opendateline/dateline"
)

// segment finds the sentences of a report with bare tokens.
func segment(r *dateline.Report) *dateline.Document {
	doc := &dateline.Document{Report: r}
	text := r.Text
	upper := allCapitals(text)
	runes := dateline.NewRunes(text)
	scan := scanner{text: text, pieces: make([]piece, 0, len(text)/5+8)}
	for k, p := range paragraphs(r) {
		scan.pieces = scan.pieces[:0]
		scan.scan(p.start, p.end)
		tokens := bare(text, scan.pieces)
		quotes := quotations(text, p)
		at := 0
		for _, size := range split(text, scan.pieces, upper) {
			s := dateline.Sentence{Index: len(doc.Sentences), Paragraph: k, Role: dateline.RoleBody}
			s.Tokens = tokens[at : at+size : at+size]
			s.Start, s.End = s.Tokens[0].Start, s.Tokens[size-1].End
			s.Quotes = quotesOf(runes, quotes, s.Start, s.End)
			doc.Sentences = append(doc.Sentences, s)
			at += size
		}
	}
	giveRoles(doc)
	return doc
}

func bare(text string, pieces []piece) []dateline.Token {
	tokens := make([]dateline.Token, len(pieces))
	for i, p := range pieces {
		tokens[i] = dateline.Token{Start: p.start, End: p.end, Text: text[p.start:p.end], Head: -1}
	}
	return tokens
}

// quotesOf gives the quotations that touch a sentence, whole.
func quotesOf(runes *dateline.Runes, quotes []piece, start, end int) []dateline.Quote {
	var out []dateline.Quote
	for _, q := range quotes {
		if q.start < end && start < q.end {
			out = append(out, dateline.Quote{Span: runes.Span(q.start, q.end)})
		}
	}
	return out
}

// allCapitals says whether hardly any letter of the text is lower case.
func allCapitals(text string) bool {
	upper, lower := 0, 0
	for _, r := range text {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	return upper > 20 && lower*20 < upper
}

// giveRoles marks the headline and the lede. The headline is the title where
// the report knows it, else a first paragraph of at most 30 words without an
// end mark. The lede is the first paragraph after it that ends as a sentence.
func giveRoles(doc *dateline.Document) {
	text, title := doc.Text(), doc.Report.TitleSpan
	lede, headline := -1, -1
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		switch {
		case title != nil && s.Start < title.End && title.Start < s.End:
			s.Role, headline = dateline.RoleHeadline, s.Paragraph
		case title == nil && i == 0 && len(doc.Sentences) > 1 && len(s.Tokens) <= 30 &&
			doc.Sentences[1].Paragraph != s.Paragraph && !endsSentence(text[s.Start:s.End]):
			s.Role, headline = dateline.RoleHeadline, s.Paragraph
		case lede < 0 && s.Paragraph != headline && len(s.Tokens) >= 6 && endsSentence(text[s.Start:s.End]):
			s.Role, lede = dateline.RoleLede, s.Paragraph
		case s.Paragraph == lede:
			s.Role = dateline.RoleLede
		}
	}
}

// Tokens gives the sentences of a text as lists of tokens, for training.
func Tokens(text string) [][]string {
	var out [][]string
	for _, s := range segment(&dateline.Report{Text: text}).Sentences {
		forms := make([]string, len(s.Tokens))
		for i, t := range s.Tokens {
			forms[i] = t.Text
		}
		out = append(out, forms)
	}
	return out
}

// Cut gives the tokens of text as pairs of byte offsets, for training.
func Cut(text string) [][2]int {
	scan := scanner{text: text}
	scan.scan(0, len(text))
	out := make([][2]int, len(scan.pieces))
	for i, p := range scan.pieces {
		out[i] = [2]int{p.start, p.end}
	}
	return out
}
