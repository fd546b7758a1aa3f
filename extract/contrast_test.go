package extract_test

import (
	"strings"
	"testing"

	"github.com/opendateline/dateline"
)

// TestContrastCAS10 reads testdata/contrast.txt.
func TestContrastCAS10(t *testing.T) {
	eachCase(t, "testdata/contrast.txt", func(t *testing.T, block string, read readText) {
		lines := strings.Split(strings.TrimSpace(block), "\n")
		reading := read(t, lines[0])
		var got []string
		for i, line := range describe(reading) {
			fields := strings.Split(line, " | ")
			if !strings.HasPrefix(line, "incident") {
				continue
			}
			got = append(got, strings.Join([]string{fields[2], fields[3], inferredZero(t, reading, reading.Mentions[i].ID) + fields[4]}, " | "))
		}
		sameLines(t, lines[0], got, lines[1:])
	})
}

// inferredZero is "~" where a mention's killed are inferred by CAS-10, which
// must be a zero.
func inferredZero(t *testing.T, r dateline.Reading, mention dateline.ID) string {
	t.Helper()
	for _, c := range r.Claims {
		if c.MentionID == mention && strings.HasPrefix(c.Rule, "CAS-10/") {
			if c.Modality != dateline.Inferred || c.Polarity != dateline.Negated || *c.Value.Count.Hi != 0 {
				t.Errorf("%s is %s %s", c.Rule, c.Modality, c.Polarity)
			}
			return "~"
		}
	}
	return ""
}
