package export

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/opendateline/dateline"
)

// quote cuts the words of a claim to what may go out: none from a sealed
// report, masked identifiers blotted out, no longer than the cap.
func (r *Record) quote(c *dateline.Claim, o Options) {
	if r.sealed[c.ReportID] {
		seal(c)
		return
	}
	if report := r.Reports[c.ReportID]; report != nil {
		for _, m := range report.Masked {
			if m.Overlaps(c.Span) {
				c.Exact = blot(c.Exact, m.Start-c.Span.Start, m.End-c.Span.Start)
			}
		}
	}
	words := o.QuoteWords
	if words == 0 {
		words = DefaultQuoteWords
	}
	c.Exact = firstWords(c.Exact, words)
}

// seal leaves of a claim its typed value and takes its words: a paraphrase is
// all that goes out (ETH-4).
func seal(c *dateline.Claim) {
	c.Exact, c.Value.Text = "", ""
	for i := range c.Attribution {
		c.Attribution[i].Text, c.Attribution[i].Verb, c.Attribution[i].Hedge = "", "", ""
	}
	if c.Value.Target != nil {
		c.Value.Target.Text = ""
	}
	if c.Value.Actor != nil {
		c.Value.Actor.Text = ""
	}
}

// blot replaces the bytes [start,end) of text, as far as they lie in it, by
// one block for each character.
func blot(text string, start, end int) string {
	start, end = max(start, 0), min(end, len(text))
	if start >= end {
		return text
	}
	return text[:start] + strings.Repeat("█", utf8.RuneCountInString(text[start:end])) + text[end:]
}

// firstWords keeps the first n words as they stand, and an ellipsis for the
// rest.
func firstWords(text string, n int) string {
	inWord := false
	for i, r := range text {
		space := unicode.IsSpace(r)
		if !space && !inWord {
			if n == 0 {
				return strings.TrimRightFunc(text[:i], unicode.IsSpace) + " …"
			}
			n--
		}
		inWord = !space
	}
	return text
}

// rounded is a coordinate to about a kilometre.
func rounded(x *float64) *float64 {
	if x == nil {
		return nil
	}
	y := math.Round(*x*100) / 100
	return &y
}
