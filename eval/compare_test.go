package eval

import "testing"

func TestSamePlace(t *testing.T) {
	for _, c := range []struct {
		gold, answer string
		same         bool
	}{
		{"St. Louis", "Saint Louis", true},
		{"Jabalia, North Gaza", "Jabaliya", true}, // two romanisations, ACT-7
		{"Chicago (Englewood)", "Chicago", true},  // either level, PLC-1
		{"Chicago (Englewood)", "Englewood", true},
		{"Chicago (Englewood)", "Evanston", false},
		{"Wayne (county)", "Wayne County", true},
		{"Wayne (county)", "Wayne", false}, // a town of that name
	} {
		if got := SamePlace(c.gold, c.answer); got != c.same {
			t.Errorf("SamePlace(%q, %q) is %v", c.gold, c.answer, got)
		}
	}
}
