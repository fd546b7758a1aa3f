package earnest_test

import (
	"testing"

	"github.com/opendateline/dateline/extract/earnest"
	"github.com/opendateline/dateline/extract/weigh"
)

func TestChance(t *testing.T) {
	m := earnest.NewModel(weigh.Table{"people hurt": 2, "scene beast": -1})
	if got := m.Chance(nil); got != 0.5 {
		t.Errorf("of nothing seen the chance is %v, want even odds", got)
	}
	if got := m.Chance([]weigh.Feature{{Name: "people hurt", Value: 1}, {Name: "scene beast", Value: 2}}); got != 0.5 {
		t.Errorf("what speaks for and what speaks against leave %v, want even odds", got)
	}
}

// TestEnglish: the scenes of other things speak against violence, forces and people hurt
// for it.
func TestEnglish(t *testing.T) {
	m, err := earnest.English()
	if err != nil {
		t.Fatal(err)
	}
	scenes := []string{"scene accident", "scene beast", "scene fiction", "scene sport"}
	for _, against := range scenes {
		if m.Chance(one(against)) >= 0.5 {
			t.Errorf("%s speaks for violence", against)
		}
	}
	for _, with := range []string{"report names a force", "gate", "scene voices", "people hurt"} {
		if m.Chance(one(with)) <= 0.5 {
			t.Errorf("%s speaks against violence", with)
		}
	}
}

func one(name string) []weigh.Feature { return []weigh.Feature{{Name: name, Value: 1}} }
