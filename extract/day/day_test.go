package day

import (
	"testing"

	"github.com/opendateline/dateline/extract/weigh"
	"github.com/opendateline/dateline/extract/when"
)

func TestInstead(t *testing.T) {
	weights := weigh.Table{"beside": 2, "far": -2, "rule": 0.5, "none": 0}
	of := func(date string, names ...string) when.Candidate {
		c := when.Candidate{EDTF: date}
		for _, n := range names {
			c.Features = append(c.Features, weigh.Feature{Name: n, Value: 1})
		}
		return c
	}
	none := []weigh.Feature{{Name: "none", Value: 1}}
	near, far := of("2031-05-02", "beside"), of("2031-05-04", "far", "rule")
	for _, c := range []struct {
		name  string
		given Choice
		want  string
		takes bool
	}{
		{"a nearer one", Choice{"2031-05-04", none, []when.Candidate{far, near}}, "2031-05-02", true},
		{"the rules found the likeliest", Choice{"2031-05-02", none, []when.Candidate{far, near}}, "2031-05-02", false},
		{"a date where the rules found none", Choice{"", none, []when.Candidate{near}}, "2031-05-02", true},
		{"none against an unlikely one", Choice{"2031-05-04", none, []when.Candidate{far}}, "", true},
		{"not unlikely enough", Choice{"2031-05-03", none, []when.Candidate{of("2031-05-03", "rule"), of("2031-05-01", "never seen")}}, "2031-05-03", false},
		{"nothing named", Choice{"", none, nil}, "", false},
	} {
		if date, takes := Instead(weights, c.given, Unlikely); date != c.want || takes != c.takes {
			t.Errorf("%s: %q %v, want %q %v", c.name, date, takes, c.want, c.takes)
		}
	}
}

func TestWeightsAreRead(t *testing.T) {
	weights, err := English()
	if err != nil {
		t.Fatal(err)
	}
	if weights["rule"] <= 0 {
		t.Error("what the rules found is likelier than what they did not")
	}
}
