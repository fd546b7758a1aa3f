package mend

import (
	"testing"

	"github.com/opendateline/dateline"
	"pgregory.net/rapid"
)

// Whatever heads mending leaves behind, every token leads up to a root.
func TestRooted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 12).Draw(t, "tokens")
		s := make([]dateline.Token, n)
		for i := range s {
			s[i].Head = rapid.IntRange(-1, n).Draw(t, "head")
		}
		Sentence(s).rooted()
		for i := range s {
			if Sentence(s).circles(i) {
				t.Fatalf("token %d of %v has no way to a root", i, s)
			}
		}
	})
}
