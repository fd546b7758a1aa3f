package chart

import (
	"testing"

	"github.com/opendateline/dateline"
)

// Whom an operation counts is not counted again with its parts (CAS-9); parts of
// an operation that is not in the list, or gives no number, are.
func TestTotalOfOperations(t *testing.T) {
	killed := func(id, whole dateline.ID, n int, parts ...dateline.ID) *dateline.Incident {
		i := &dateline.Incident{ID: id, Operation: whole, Children: parts}
		if n > 0 {
			i.Figures = []dateline.Figure{{Measure: dateline.Killed, Population: dateline.PopAll, Low: &n, Best: &n, High: &n}}
		}
		return i
	}
	whole, silent := killed("w", "", 14, "a", "b"), killed("w", "", 0, "a", "b")
	a, b, other := killed("a", "w", 9), killed("b", "w", 5), killed("c", "", 3)
	for _, c := range []struct {
		name string
		list []*dateline.Incident
		want int
	}{
		{"with its parts", []*dateline.Incident{a, whole, b, other}, 17},
		{"without a number", []*dateline.Incident{silent, a, b}, 14},
		{"not in the list", []*dateline.Incident{a, other}, 12},
	} {
		if got, _ := total(c.list, dateline.Killed, dateline.PopAll); got.best != c.want {
			t.Errorf("%s: %d, want %d", c.name, got.best, c.want)
		}
	}
}
