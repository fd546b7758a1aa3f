package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
)

// TestOperations reads the texts of testdata/operations.txt: what is told of
// several places or blasts at once, and of each.
func TestOperations(t *testing.T) {
	eachCase(t, "testdata/operations.txt", func(t *testing.T, block string, read readText) {
		text, want := parts(block)
		sameLines(t, text, standing(read(t, text)), want)
	})
}

// parts cuts a block into its text and the lines of what is expected.
func parts(block string) (text string, want []string) {
	for _, line := range strings.Split(strings.TrimSpace(block), "\n") {
		if strings.HasPrefix(line, "> ") {
			want = append(want, strings.TrimPrefix(line, "> "))
		} else {
			text += line + "\n"
		}
	}
	return text, want
}

// standing writes each account of an incident as a line of the case file.
func standing(r dateline.Reading) []string {
	var out []string
	for _, m := range r.Mentions {
		if m.Kind != dateline.KindIncident {
			continue
		}
		how := "alone"
		switch {
		case m.Operation():
			how = fmt.Sprintf("%d places", len(m.Sites))
		case m.Ordinal > 0:
			how = fmt.Sprintf("part, no. %d", m.Ordinal)
		case m.PartOf != "":
			how = "part"
		case m.SubCount > 1:
			how = fmt.Sprintf("%d at one place", m.SubCount)
		}
		date, place := "", ""
		if m.Date != nil {
			date = m.Date.EDTF
		}
		if m.Place != nil {
			if place = m.Place.City; place == "" {
				place = m.Place.Name
			}
		}
		out = append(out, strings.Join([]string{how, m.Facets.Words(), date, place, number(r, m.ID, dateline.Killed), number(r, m.ID, dateline.Wounded)}, " | "))
	}
	return out
}
