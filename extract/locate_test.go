package extract

import (
	"testing"

	"github.com/opendateline/dateline"
)

// TestTownKey: a town stands for itself, a county only where no town is told (PLC-1).
func TestTownKey(t *testing.T) {
	for _, c := range []struct {
		why  string
		ref  dateline.PlaceRef
		want string
	}{
		{"a town", dateline.PlaceRef{Country: "USA", Admin1: "Georgia", Admin2: "Bartow County", City: "Cartersville", Precision: dateline.P1}, "USA|Georgia|Cartersville"},
		{"a county", dateline.PlaceRef{Country: "USA", Admin1: "Georgia", Admin2: "Bartow County", Precision: dateline.P3}, "USA|Georgia|Bartow County"},
		{"near a town, on whichever side of a border (PLC-3)", dateline.PlaceRef{Country: "USA", City: "Cartersville", Precision: dateline.P2, NotProper: true}, "USA||Cartersville"},
	} {
		if got := townKey(c.ref); got != c.want {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
	}
}

// TestCountiesAmongTowns: a county competes with the towns of a report by features
// of its own, and is not counted among them.
func TestCountiesAmongTowns(t *testing.T) {
	var list towns
	county := dateline.PlaceRef{Country: "USA", Admin1: "Georgia", Admin2: "Bartow County", Precision: dateline.P3}
	town := dateline.PlaceRef{Country: "USA", Admin1: "Georgia", Admin2: "Bartow County", City: "Cartersville", Precision: dateline.P1}
	for _, ref := range []dateline.PlaceRef{county, town, county} {
		named := list.of(ref)
		named.named = append(named.named, Place{Ref: ref})
	}
	if len(list) != 2 || !list.lone() || !list.within(county) {
		t.Fatalf("%d candidates, lone %v, within %v", len(list), list.lone(), list.within(county))
	}
	list.shares()
	if got := list[1].said()["share of names"]; got != 1 {
		t.Errorf("the town has %v of the names of towns", got)
	}
	if got := list[0].said(); got["county: always"] != 1 || got["always"] != 0 {
		t.Errorf("a county with the features of a town: %v", got)
	}
}
