package extract_test

import (
	"strings"
	"testing"

	"github.com/opendateline/dateline"
)

// TestSpeakers reads the texts of testdata/speakers.txt and asks by whose words,
// outermost first, a report counts the dead.
func TestSpeakers(t *testing.T) {
	eachLine(t, "testdata/speakers.txt", speakers)
}

// speakers are those of the first claim of the dead, after the outlet.
func speakers(r dateline.Reading) string {
	for _, c := range r.Claims {
		if c.Attribute != dateline.AttrKilled {
			continue
		}
		var names []string
		for _, s := range c.Attribution[1:] {
			names = append(names, s.Text)
		}
		if len(names) == 0 {
			return "-"
		}
		return strings.Join(names, " < ")
	}
	return "nobody killed"
}
