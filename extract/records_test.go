package extract_test

import (
	"strings"
	"testing"

	"github.com/opendateline/dateline"
)

// TestRecords: which happenings a text tells of. A bar within the text stands for
// the end of a headline, and "-" for no happening.
func TestRecords(t *testing.T) {
	eachLine(t, "testdata/records.txt", func(r dateline.Reading) string {
		var out []string
		for i, line := range describe(r) {
			if r.Mentions[i].Kind == dateline.KindIncident && r.Mentions[i].Polarity != dateline.Negated {
				fields := strings.Split(line, " | ")
				out = append(out, strings.Join(fields[2:4], " "))
			}
		}
		if len(out) == 0 {
			return "-"
		}
		return strings.Join(out, "; ")
	})
}
