package extract_test

import (
	"testing"

	"github.com/opendateline/dateline"
)

// TestWholeNumbers: of the numbers that a report gives, the surest is that of
// everybody.
func TestWholeNumbers(t *testing.T) {
	read := newReader(t)
	for _, x := range []struct {
		measure dateline.Attribute
		want    int
		text    string
	}{
		{dateline.AttrKilled, 2, "Two dead after shooting at a bar\n\nTwo men are dead after a shooting at a bar on Friday night. One victim was pronounced dead at the scene, police said."},
		{dateline.AttrWounded, 4, "Four wounded in drive-by shooting\n\nFour people were wounded in a shooting on Friday night. A woman, 30, was taken to a hospital. One of the victims is in critical condition."},
		{dateline.AttrKilled, 5, "Two killed as gunmen attack a bus\n\nGunmen fired on a bus on Friday, killing two, police said. A hospital said that three more had died, taking the toll to five."},
	} {
		most, numbers := 0.0, map[int]float64{}
		for _, c := range read(t, x.text).Claims {
			if n := c.Value.Count; c.Attribute == x.measure && n.Anchor != nil {
				numbers[*n.Anchor] = c.Confidence
				most = max(most, c.Confidence)
			}
		}
		if len(numbers) < 2 || numbers[x.want] < most {
			t.Errorf("%s of %q: %v, want %d surest", x.measure, x.text, numbers, x.want)
		}
	}
}
