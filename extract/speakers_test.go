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

// TestVoices reads the texts of testdata/voices.txt and asks what sources count the dead:
// a description of the one that is named is no second voice (IND-5).
func TestVoices(t *testing.T) {
	eachLine(t, "testdata/voices.txt", voices)
}

// voices are the innermost speakers of the claims of the dead by their sources.
func voices(r dateline.Reading) string {
	var out []string
	for _, c := range r.Claims {
		if s := c.Innermost(); c.Attribute == dateline.AttrKilled && s.Source == "" {
			out = append(out, "-")
		} else if c.Attribute == dateline.AttrKilled {
			out = append(out, "named")
		}
	}
	return strings.Join(out, " ")
}
