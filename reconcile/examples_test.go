package reconcile

import (
	"strconv"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
)

// TestWorkedExamples holds the sixteen worked examples of domain §3.3.
func TestWorkedExamples(t *testing.T) {
	for _, s := range readScenarios(t, "testdata/examples.txt") {
		t.Run(s.name, func(t *testing.T) {
			for _, line := range s.expect {
				f := strings.Fields(line)
				rules, err := Preset(f[0])
				if err != nil {
					t.Fatal(err)
				}
				inc, _ := (&Reconciler{Rules: rules}).Incident(build(t, s.claims))
				if got, ok := holds(inc.Figure(dateline.Measure(f[1]), dateline.Population(f[2])), f[3:]); !ok {
					t.Errorf("want %s\n got %s", line, got)
				}
			}
		})
	}
}

// holds compares a figure with the numbers and marks of an expectation.
func holds(f *dateline.Figure, want []string) (string, bool) {
	if f == nil || want[0] == "absent" {
		return "absent", f == nil && want[0] == "absent"
	}
	high := show(f.High)
	if f.HighOpen {
		high += "+"
	}
	got := []string{show(f.Low), show(f.Best), high}
	marks := map[string]bool{"vague": f.Vague, "approximate": f.Approximate, "interested": f.InterestedOnly,
		"implied": f.Status == dateline.FigureImplied}
	ok := got[0] == want[0] && got[1] == want[1] && got[2] == want[2]
	for _, mark := range want[3:] {
		if n, rung := strings.CutPrefix(mark, "rung="); rung {
			ok = ok && strings.Contains(f.Rule, "/"+n+"@")
		} else {
			ok = ok && marks[mark]
		}
	}
	return strings.Join(got, " ") + " " + f.Rule + " " + string(f.Status) + ": " + f.Explanation, ok
}

func show(n *int) string {
	if n == nil {
		return "-"
	}
	return strconv.Itoa(*n)
}
