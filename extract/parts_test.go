package extract_test

import (
	"strconv"
	"strings"
	"testing"
)

// TestPartsCAS4 reads testdata/parts.txt: how the first number of a text falls
// into parts.
func TestPartsCAS4(t *testing.T) {
	eachCase(t, "testdata/parts.txt", func(t *testing.T, block string, read readText) {
		lines := strings.Split(strings.TrimSpace(block), "\n")
		var got []string
		for _, c := range read(t, lines[0]).Claims {
			if n := c.Value.Count; n != nil && len(n.Parts) > 0 && len(got) == 0 {
				got = append(got, string(n.Breakdown))
				for _, part := range n.Parts {
					got = append(got, strconv.Itoa(*part.Lo)+" | "+part.Noun+" | "+string(part.Population))
				}
			}
		}
		sameLines(t, lines[0], got, lines[1:])
	})
}
