package demo

import (
	"slices"
	"testing"
)

// TestTheSameTwice: two readings give the same records, to the byte of their
// content, and the same number of them.
func TestTheSameTwice(t *testing.T) {
	hashes := func() []string {
		var out []string
		for _, in := range readAll(t).incidents {
			out = append(out, string(in.Public)+" "+in.ContentHash)
		}
		slices.Sort(out)
		return out
	}
	a, b := hashes(), hashes()
	if !slices.Equal(a, b) {
		t.Errorf("two readings differ: %v and %v", a, b)
	}
	if len(a) < 15 {
		t.Errorf("%d incidents", len(a))
	}
}
