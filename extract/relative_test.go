package extract_test

import (
	"testing"

	"github.com/opendateline/dateline"
)

// TestDeadBehindARelativeClause: those of whom a clause tells what they did are the
// ones that the passive behind it befell (CAS-6: attackers are counted apart).
func TestDeadBehindARelativeClause(t *testing.T) {
	read := newReader(t)
	for text, want := range map[string]int{
		"Two gunmen who attacked a checkpoint in Sukkur on Tuesday were shot dead by police.":            2,
		"Three militants who stormed a barracks in Sukkur on Tuesday were killed by its guards at once.": 3,
	} {
		least := 0
		for _, c := range read(t, text).Claims {
			if n := c.Value.Count; c.Attribute == dateline.AttrKilled && n != nil && n.Lo != nil {
				least = max(least, *n.Lo)
			}
		}
		if least != want {
			t.Errorf("%s: %d dead, want %d", text, least, want)
		}
	}
}
