package extract_test

import (
	"cmp"
	"testing"

	"github.com/opendateline/dateline"
)

// TestTowns: the town of each happening that a text tells of, by its own words or by
// those of the others.
func TestTowns(t *testing.T) {
	eachLine(t, "testdata/towns.txt", ofIncidents(townName))
}

func townName(claims []dateline.Claim, mention dateline.ID) string {
	for _, c := range claims {
		if c.MentionID == mention && c.Attribute == dateline.AttrPlace {
			if name := cmp.Or(c.Value.Place.City, c.Value.Place.Admin2); name != "" {
				return name
			}
		}
	}
	return "-"
}
