package who_test

import (
	"testing"

	"github.com/opendateline/dateline/extract/weigh"
	"github.com/opendateline/dateline/extract/who"
)

// TestEnglish: what the rules say speaks for an actor, to be among those hurt or to deny it
// against it.
func TestEnglish(t *testing.T) {
	m, err := who.English()
	if err != nil {
		t.Fatal(err)
	}
	one := func(name string) []weigh.Feature { return []weigh.Feature{{Name: name, Value: 1}} }
	for _, with := range []string{"rules: did it", "military, air_strike", "group, suicide"} {
		if m.Sum(one(with)) <= 0 {
			t.Errorf("%q speaks against an actor", with)
		}
	}
	for _, against := range []string{"always", "police", "rules: another did it"} {
		if m.Sum(one(against)) >= 0 {
			t.Errorf("%q speaks for an actor", against)
		}
	}
}
