package when

import (
	"testing"

	"github.com/opendateline/dateline/extract/weigh"
)

func TestBest(t *testing.T) {
	m := NewModel(map[string]float64{"verb shoot": 1, "verb arrest": -1, "times named": 0.5})
	of := func(date string, features ...weigh.Feature) Candidate { return Candidate{date, features} }
	shot := of("2031-05-02", weigh.Feature{Name: "verb shoot", Value: 1})
	arrested := of("2031-05-04", weigh.Feature{Name: "verb arrest", Value: 1}, weigh.Feature{Name: "times named", Value: 1})
	for _, c := range []struct {
		name string
		list []Candidate
		want string
	}{
		{"the heavier one", []Candidate{arrested, shot}, "2031-05-02"},
		{"the first of equals", []Candidate{shot, of("2031-05-03", weigh.Feature{Name: "verb shoot", Value: 1})}, "2031-05-02"},
		{"open rather than a date that nothing speaks for", []Candidate{arrested, of("2031", weigh.Feature{Name: "never seen", Value: 1})}, ""},
		{"nothing named", nil, ""},
	} {
		if best, ok := m.Best(c.list); best.EDTF != c.want || ok != (c.want != "") {
			t.Errorf("%s: %q %v, want %q", c.name, best.EDTF, ok, c.want)
		}
	}
}

func TestWeightsAreRead(t *testing.T) {
	m, err := English()
	if err != nil {
		t.Fatal(err)
	}
	if m.weights["verb shoot"] <= m.weights["verb arrest"] {
		t.Error("a shooting dates an incident more surely than an arrest")
	}
}
