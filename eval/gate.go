package eval

// GateRow says of a report whether it tells of violence, and whether the gate
// lets it through.
type GateRow struct {
	Report             string
	Relevant, LetsPass bool
}

// ScoreGate gives gate_recall, the share of the reports of violence that the
// gate lets through, and gate_refused, the share of the others that it refuses.
func ScoreGate(rows []GateRow) Result {
	passed, refused := make([]tally, len(rows)), make([]tally, len(rows))
	for i, r := range rows {
		if r.Relevant {
			passed[i] = asked(r.LetsPass)
		} else {
			refused[i] = asked(!r.LetsPass)
		}
	}
	return result(len(rows), []measure{summed("gate_recall", passed, recall), summed("gate_refused", refused, recall)})
}
