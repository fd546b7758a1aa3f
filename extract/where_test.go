package extract_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
)

// TestWhere: day and place of the main incident of a text, the place from small to large.
func TestWhere(t *testing.T) {
	eachLine(t, "testdata/where.txt", whenAndWhere)
}

// whenAndWhere is what a text says of day and place of its main incident, "-" if it tells of
// none.
func whenAndWhere(r dateline.Reading) string {
	i := slices.IndexFunc(r.Mentions, func(m dateline.Mention) bool { return m.Salience == dateline.Main && m.Kind == dateline.KindIncident })
	if i < 0 {
		return "-"
	}
	parts := []string{""}
	if d := r.Mentions[i].Date; d != nil {
		parts[0] = d.EDTF
	}
	if p := r.Mentions[i].Place; p != nil {
		parts = append(parts, p.Name, p.City, p.Admin1, p.Country)
	}
	distinct := slices.Compact(parts[1:])
	return strings.Join(append(parts[:1], slices.DeleteFunc(distinct, func(s string) bool { return s == "" })...), "; ")
}
