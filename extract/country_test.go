package extract_test

import (
	"strings"
	"testing"

	"github.com/opendateline/dateline"
)

// TestCountries: the country of each happening that a text tells of, by its own
// words or by the rest of the report. A bar within the text stands for the end of
// a headline.
func TestCountries(t *testing.T) {
	eachLine(t, "testdata/countries.txt", ofIncidents(countryOf))
}

// ofIncidents writes what the claims say of each incident of a reading.
func ofIncidents(told func(claims []dateline.Claim, mention dateline.ID) string) func(dateline.Reading) string {
	return func(r dateline.Reading) string {
		var out []string
		for _, m := range r.Mentions {
			if m.Kind == dateline.KindIncident {
				out = append(out, told(r.Claims, m.ID))
			}
		}
		return strings.Join(out, " ")
	}
}

func countryOf(claims []dateline.Claim, mention dateline.ID) string {
	for _, c := range claims {
		if c.MentionID == mention && c.Attribute == dateline.AttrPlace && c.Value.Place.Country != "" {
			return c.Value.Place.Country
		}
	}
	return "-"
}
