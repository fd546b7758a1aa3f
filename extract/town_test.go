package extract_test

import (
	"cmp"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
)

// TestTowns: the town of each happening that a text tells of, by its own words or by
// those of the others.
func TestTowns(t *testing.T) {
	eachLine(t, "testdata/towns.txt", func(r dateline.Reading) string {
		var out []string
		for _, m := range r.Mentions {
			if m.Kind == dateline.KindIncident {
				out = append(out, townName(r.Claims, m.ID))
			}
		}
		return strings.Join(out, " ")
	})
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
