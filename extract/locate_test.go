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

// TestMayHold: what an account states of its place may hold a town, or not.
func TestMayHold(t *testing.T) {
	town := dateline.PlaceRef{Country: "USA", Admin1: "Georgia", Admin2: "Bartow County", City: "Cartersville", Precision: dateline.P1}
	near := dateline.PlaceRef{Country: "USA", City: "Cartersville", Precision: dateline.P2, NotProper: true}
	for _, c := range []struct {
		why          string
		stated, town dateline.PlaceRef
		want         bool
	}{
		{"the division", dateline.PlaceRef{Country: "USA", Admin1: "Georgia", Precision: dateline.P4}, town, true},
		{"another division", dateline.PlaceRef{Country: "USA", Admin1: "Kentucky", Precision: dateline.P4}, town, false},
		{"another country", dateline.PlaceRef{Country: "MKD", Precision: dateline.P6}, town, false},
		{"the county", dateline.PlaceRef{Country: "USA", Admin1: "Georgia", Admin2: "Bartow County", Precision: dateline.P3}, town, true},
		{"another county", dateline.PlaceRef{Country: "USA", Admin1: "Georgia", Admin2: "Cobb County", Precision: dateline.P3}, town, false},
		{"a county, and a town that is near only", dateline.PlaceRef{Country: "USA", Admin1: "Georgia", Admin2: "Cobb County", Precision: dateline.P3}, near, true},
		{"an unknown site", dateline.PlaceRef{Precision: dateline.P9}, town, true},
	} {
		if got := mayHold(c.stated, c.town); got != c.want {
			t.Errorf("%s: %v, want %v", c.why, got, c.want)
		}
	}
}

// TestHeadingCounty: a county of the dateline or the headline stands before a town
// that only the outlet speaks of (PLC-1).
func TestHeadingCounty(t *testing.T) {
	named := func(ref dateline.PlaceRef) *town {
		return &town{named: []Place{{Ref: ref}}, seen: map[string]float64{}}
	}
	county := named(dateline.PlaceRef{Country: "USA", Admin1: "Colorado", Admin2: "Adams County", Precision: dateline.P3})
	city := named(dateline.PlaceRef{Country: "USA", Admin1: "Colorado", City: "Denver", Precision: dateline.P1})
	city.seen["in the dateline"] = 1
	list := towns{city, county}
	if list.headingCounty() != nil {
		t.Error("a county that stands in no heading")
	}
	county.seen["in the dateline"] = 1
	if list.headingCounty() != county {
		t.Error("the county of the dateline is not taken")
	}
}

// TestRehome: a site that was only inferred to lie in a town of its sentence lies in
// the one that the report tells of; one that the text puts into another stays there.
func TestRehome(t *testing.T) {
	towns := map[string]dateline.PlaceRef{}
	for _, name := range []string{"Ailano", "Bersel"} {
		towns[name] = dateline.PlaceRef{Country: "ITA", Admin1: "Campania", City: name, Name: name, Place: dateline.ID(name), Precision: dateline.P1}
	}
	for _, c := range []struct {
		why      string
		inferred bool
		want     string
	}{
		{"two who fled to Ailano said that men had fired at the market", true, "Bersel"},
		{"men fired at the market of Ailano", false, "Ailano"},
	} {
		site := towns["Ailano"]
		site.Name, site.Precision, site.Inferred = "market", dateline.P0, c.inferred
		a := &account{places: []placed{{Place{Expression: dateline.Expression{Class: "site"}, Ref: site}, dateline.PlaceSite}}}
		chosen := &town{key: townKey(towns["Bersel"]), named: []Place{{Ref: towns["Bersel"]}}, told: true}
		(&pass{}).rehome(a, chosen)
		if got := a.places[0].Ref; got.City != c.want || got.Name != "market" || got.Precision != dateline.P0 {
			t.Errorf("%s: %s, %s at %s; want it in %s", c.why, got.Name, got.City, got.Precision, c.want)
		}
	}
}
