package eval

import "testing"

// Four reports of violence, one of them refused; two of other news, one of them
// refused: 3/4 and 1/2.
func TestScoreGateWorkedByHand(t *testing.T) {
	rows := []GateRow{{"a", true, true}, {"b", true, true}, {"c", true, false}, {"d", true, true}, {"e", false, true}, {"f", false, false}}
	got := ScoreGate(rows)
	for name, want := range map[string]Metric{"gate_recall": {Value: 0.75, N: 4}, "gate_refused": {Value: 0.5, N: 2}} {
		m, ok := got.Metric(name)
		if !ok || m.Value != want.Value || m.N != want.N {
			t.Errorf("%s is %v of %d, want %v of %d", name, m.Value, m.N, want.Value, want.N)
		}
	}
	if _, ok := ScoreGate(rows[:4]).Metric("gate_refused"); ok {
		t.Error("a share of no reports is given")
	}
}
