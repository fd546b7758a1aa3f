package main

import (
	"testing"

	"github.com/opendateline/dateline"
)

// TestETH10Masked: identifiers are blotted out and offsets still hold.
func TestETH10Masked(t *testing.T) {
	r := &dateline.Report{Text: "Call 0555 0100 now", Masked: []dateline.Span{dateline.NewSpan("Call 0555 0100 now", 5, 14)}}
	if got := forReaders(r).Text; got != "Call ********* now" {
		t.Errorf("got %q", got)
	}
	if r.Text != "Call 0555 0100 now" {
		t.Error("the stored report was changed")
	}
}

// TestETH4Sealed: words of an armed group are not handed out, others are.
func TestETH4Sealed(t *testing.T) {
	r := &dateline.Report{Text: "Nine died."}
	c := dateline.Claim{Span: dateline.NewSpan(r.Text, 0, 4), Exact: "Nine", Attribution: []dateline.Speaker{{Role: dateline.SpeakerOutlet}}}
	if got := claimForReaders(&c, r).Exact; got != "Nine" {
		t.Errorf("open words: %q", got)
	}
	c.Attribution = append(c.Attribution, dateline.Speaker{Role: dateline.SpeakerQuoted, Issuer: dateline.IssuerArmedGroup})
	if got := claimForReaders(&c, r).Exact; got != "" {
		t.Errorf("sealed words: %q", got)
	}
}
