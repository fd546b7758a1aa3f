package own_test

import (
	"testing"

	"github.com/opendateline/dateline/extract/own"
	"github.com/opendateline/dateline/extract/weigh"
)

// TestEnglish: what is known of an account speaks for an incident of its own, what is said
// in a debate or of nobody against it.
func TestEnglish(t *testing.T) {
	m, err := own.English()
	if err != nil {
		t.Fatal(err)
	}
	for _, against := range []string{"no date", "nobody hurt", "in quotes", "one of many"} {
		if m.Chance(one(against)) >= 0.5 {
			t.Errorf("%q speaks for an incident", against)
		}
	}
	for _, with := range []string{"a town", "by a force", "means air_drone", "an act on people, past and dated"} {
		if m.Chance(one(with)) <= 0.5 {
			t.Errorf("%q speaks against an incident", with)
		}
	}
}

func one(name string) []weigh.Feature { return []weigh.Feature{{Name: name, Value: 1}} }
