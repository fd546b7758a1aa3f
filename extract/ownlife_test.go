package extract_test

import (
	"testing"

	"github.com/opendateline/dateline"
)

// TestOwnLives: attackers who end their own lives are counted apart from those
// whom they killed (CAS-6).
func TestOwnLives(t *testing.T) {
	read := newReader(t)
	for _, c := range []struct {
		text      string
		attackers int
	}{
		{"A man shot and killed his wife and two children in Sukkur on Tuesday before taking his own life.", 1},
		{"A man shot his wife to death in Sukkur on Tuesday and then turned the gun on himself.", 1},
		{"A gunman killed three people in Sukkur on Tuesday and then committed suicide.", 1},
		{"A man killed his wife in Sukkur on Tuesday, then killed himself.", 1},
		{"A man shot dead his wife in Sukkur on Tuesday before killing himself.", 1},
		{"He killed his neighbour and then himself in Sukkur on Tuesday.", 1},
		{"A gunman killed three people in Sukkur on Tuesday and threatened to kill himself.", 0},
		{"A gunman killed three people in Sukkur on Tuesday.", 0},
	} {
		attackers, victims := 0, false
		for _, x := range read(t, c.text).Claims {
			switch {
			case x.Attribute != dateline.AttrKilled:
			case x.Population == dateline.PopPerpetrators:
				attackers++
			case x.Population == dateline.PopVictims:
				victims = true
			}
		}
		if attackers != c.attackers || !victims {
			t.Errorf("%s: %d attackers dead, victims apart: %v", c.text, attackers, victims)
		}
	}
}
