package earnest_test

import (
	"testing"

	"github.com/opendateline/dateline/extract/earnest"
	"github.com/opendateline/dateline/extract/weigh"
)

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
