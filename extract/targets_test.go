package extract_test

import (
	"strings"
	"testing"

	"github.com/opendateline/dateline"
)

// TestTargets reads testdata/targets.txt.
func TestTargets(t *testing.T) {
	eachCase(t, "testdata/targets.txt", func(t *testing.T, block string, read readText) {
		lines := strings.Split(strings.TrimSpace(block), "\n")
		var got []string
		for _, m := range read(t, lines[0]).Mentions {
			if m.Kind == dateline.KindIncident {
				got = append(got, targetsOf(m))
			}
		}
		sameLines(t, lines[0], got, lines[1:])
	})
}

func targetsOf(m dateline.Mention) string {
	words := make([]string, len(m.Targets))
	for i, x := range m.Targets {
		words[i] = x.Specific
	}
	if len(words) == 0 {
		return "-"
	}
	return strings.Join(words, "; ")
}
