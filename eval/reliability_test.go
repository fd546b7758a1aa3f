package eval

import (
	"strings"
	"testing"
)

// Four claims held at 0.9, three of them right, and two at 0.15, one right: the
// bins are off by 0.15 and 0.35, so (4·0.15 + 2·0.35)/6. Squares: 3·0.01 + 0.81
// + 0.0225 + 0.7225, by six.
func TestReliabilityWorkedByHand(t *testing.T) {
	rows := []Judged{{"a", "killed", 0.9, true}, {"a", "killed", 0.9, true}, {"b", "killed", 0.9, true}, {"b", "killed", 0.9, false},
		{"c", "killed", 0.15, false}, {"c", "killed", 0.15, true}, {"c", "date", 1, true}}
	got, bins := ScoreReliability(rows)
	want(t, got, map[string]float64{"killed_ece": (4*0.15 + 2*0.35) / 6, "killed_brier": (0.03 + 0.81 + 0.0225 + 0.7225) / 6, "killed_right": 4.0 / 6,
		"date_ece": 0, "date_right": 1})
	if len(bins) != 3 || bins[0].Fact != "date" || bins[0].Low != 0.9 || bins[2].N != 4 || bins[2].Right != 0.75 {
		t.Errorf("bins %v", bins)
	}
}

func TestRight(t *testing.T) {
	ten := 10
	gold := FieldsRow{Date: "2031-05-04", Place: "Dolva", Killed: &Range{Low: &ten}}
	for _, c := range []struct {
		field        string
		claim        FieldsRow
		right, known bool
	}{
		{"killed", FieldsRow{Killed: Exactly(12)}, true, true},
		{"killed", FieldsRow{Killed: Exactly(9)}, false, true},
		{"wounded", FieldsRow{Wounded: Exactly(9)}, false, false},
		{"date", FieldsRow{Date: "2031-05-04"}, true, true},
		{"date", FieldsRow{Date: "2031-05"}, false, true},
		{"place", FieldsRow{Place: "Karn,Dolva"}, true, true},
		{"weapon", FieldsRow{Weapon: "axe"}, false, false},
	} {
		if right, known := Right(c.field, gold, c.claim); right != c.right || known != c.known {
			t.Errorf("%s of %+v: %v %v", c.field, c.claim, right, known)
		}
	}
}

func TestPrintBins(t *testing.T) {
	var out strings.Builder
	if err := PrintBins(&out, []Bin{{"killed", 0.8, 0.9, 40, 0.85, 0.6}, {"killed", 0.2, 0.3, 8, 0.25, 0.5}}); err != nil {
		t.Fatal(err)
	}
	want := "fact    held        claims  said  right  0        1\n" +
		"killed  0.8 to 0.9  40      0.85  0.60   ======  |\n" +
		"killed  0.2 to 0.3  8       0.25  0.50   ==|==\n"
	if out.String() != want {
		t.Errorf("printed\n%swant\n%s", out.String(), want)
	}
}
