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

// TestGiven: words such as "dozens" give no number, and a rounded number is the one written (CAS-1).
func TestGiven(t *testing.T) {
	n := func(i int) *int { return &i }
	about := dateline.Claim{ID: "clm_about", Value: dateline.Value{Count: &dateline.Count{Lo: n(180), Anchor: n(200), Hi: n(220), Qualifier: dateline.About, Approximate: true}}}
	ids := []dateline.ID{"clm_about"}
	for name, c := range map[string]struct {
		figure    dateline.Figure
		low, high int // 0 for no number
	}{
		"dozens":    {dateline.Figure{Low: n(24), Best: n(24), High: n(24), Vague: true}, 0, 0},
		"diplomats": {dateline.Figure{Low: n(2)}, 0, 0},
		"about 200": {dateline.Figure{Low: n(180), Best: n(200), High: n(220), LowClaims: ids, HighClaims: ids}, 200, 200},
		"12 or 15":  {dateline.Figure{Low: n(12), Best: n(12), High: n(15)}, 12, 15},
	} {
		c.figure.Measure, c.figure.Population = dateline.Killed, dateline.PopAll
		got := given(&dateline.Incident{Figures: []dateline.Figure{c.figure}}, dateline.Killed, []dateline.Claim{about})
		if (got == nil) != (c.low == 0) || got != nil && (*got.Low != c.low || *got.High != c.high) {
			t.Errorf("%s: %v", name, got)
		}
	}
}
