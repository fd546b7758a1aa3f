package run

import (
	"testing"

	"github.com/opendateline/dateline"
)

// The sets name a perpetrator only where the report does.
func TestHasName(t *testing.T) {
	for name, want := range map[string]bool{"Bandits": false, "insurgents": false, "A man": false, "Creek Warriors": true, "Tarn front": false} {
		a := dateline.FactActor{ActorRef: dateline.ActorRef{Name: name, Kind: dateline.ActorOrganisedNonstate}}
		if got := hasName(a); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
	if !hasName(dateline.FactActor{ActorRef: dateline.ActorRef{Actor: "act_x", Name: "Fano"}}) {
		t.Error("an actor of the registry has no name")
	}
}
