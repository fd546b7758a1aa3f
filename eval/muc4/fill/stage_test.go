package fill

import (
	"testing"

	"github.com/opendateline/dateline/eval/muc4"
)

// The day is taken before the likelier "on or before", for it earns half a
// credit where that is the key's; the other way round it earns nothing.
func TestTheValueWithMostCreditIsTaken(t *testing.T) {
	for _, c := range []struct {
		slot   muc4.Slot
		values []string
		p      []float64
		want   string
	}{
		{muc4.Date, []string{"- 12 MAR 90", "11 MAR 90"}, []float64{.55, .45}, "11 MAR 90"},
		{muc4.Date, []string{"- 12 MAR 90", "11 MAR 90"}, []float64{.8, .2}, "- 12 MAR 90"},
		{muc4.PhysEffect, []string{none, "SOME DAMAGE", "DESTROYED"}, []float64{.6, .2, .2}, "DESTROYED"},
		{muc4.Stage, []string{"ACCOMPLISHED", "ATTEMPTED"}, []float64{.4, .6}, "ATTEMPTED"},
	} {
		if got := choose(c.slot, c.values, c.p); got.value != c.want {
			t.Errorf("%v with %v: %q, want %q", c.values, c.p, got.value, c.want)
		}
	}
}

func TestNoValueIsTakenWhereNoneIsSureAtAll(t *testing.T) {
	if got := choose(muc4.PhysEffect, []string{none, "DESTROYED"}, []float64{1, .01}); got.value != "" {
		t.Errorf("%q, want nothing", got.value)
	}
}

func TestATypeNarrowerThanAttackMustBeSure(t *testing.T) {
	g := &group{}
	for p, want := range map[float64]string{.6: "ATTACK", .8: "BOMBING"} {
		r := &reading{set: map[question]chosen{{muc4.IncidentType, g, nil}: {"BOMBING", p}}}
		if got := r.kindFor(g); got != want {
			t.Errorf("bombing with %.1f: %s, want %s", p, got, want)
		}
	}
}
