package main

import (
	"strings"

	"github.com/opendateline/dateline"
)

// sealed says that the words of a claim are an armed group's own, as its media
// or its spokesmen put them out; they are paraphrased and not printed (ETH-4).
func sealed(c *dateline.Claim) bool {
	s := c.Innermost()
	return s.Kind == dateline.PropagandaRelease || s.Issuer == dateline.IssuerArmedGroup
}

// forReaders is a copy of a report whose identifiers are blotted out (ETH-10),
// byte for byte, so that offsets still hold.
func forReaders(r *dateline.Report) *dateline.Report {
	out := *r
	text := []byte(r.Text)
	for _, m := range r.Masked {
		copy(text[m.Start:m.End], strings.Repeat("*", m.Len()))
	}
	out.Text = string(text)
	return &out
}

// claimForReaders is a copy of a claim without words that are sealed or masked.
func claimForReaders(c *dateline.Claim, r *dateline.Report) *dateline.Claim {
	out := *c
	out.Exact = masked(r, c.Span)
	if sealed(c) {
		out.Exact, out.Value.Text = "", ""
	}
	return &out
}
