package eval

import "testing"

func at(start, end int) Span { return Span{Start: start, End: end} }

// The trigger is found with another type: span 1, with type 0. Arguments carry
// the type, so 0 of 1; the second event is right: arguments 1 of 2 and 2.
// Triggers 2 of 2; with types 1 of 2.
func TestRolesWorkedByHand(t *testing.T) {
	event := func(kind string, start int) EventMention {
		return EventMention{Type: kind, Trigger: at(start, start+4), Args: []Argument{{at(start+10, start+12), "victim"}}}
	}
	gold := []RolesRow{{"a", []EventMention{event("attack", 0), event("arrest", 50)}}}
	answers := []RolesRow{{"a", []EventMention{event("die", 0), event("arrest", 50)}}}
	want(t, ScoreRoles(gold, answers), map[string]float64{"trigger_f1": 1, "trigger_type_f1": 0.5, "argument_f1": 0.5})
}

// The doubtful gold entity does not count. Spans 2 of 2; with types 1 of 2.
func TestEntitiesWorkedByHand(t *testing.T) {
	gold := []EntitiesRow{{"a", []Entity{{at(0, 4), "Person", 1}, {at(5, 9), "Place", 0.5}, {at(10, 12), "Place", 0.2}}}}
	answers := []EntitiesRow{{"a", []Entity{{Span: at(0, 4), Type: "Person"}, {Span: at(5, 9), Type: "Person"}}}}
	want(t, ScoreEntities(gold, answers), map[string]float64{"span_f1": 1, "type_f1": 0.5})
}

// Events 1 and 2 (of two reports) are one; the answer keeps them apart:
// precision 1, recall (1/2 + 1/2 + 1)/3.
func TestCorefWorkedByHand(t *testing.T) {
	row := func(report, id, cluster string) CorefRow {
		return CorefRow{report, []Coreferent{{ID: id, Cluster: cluster, Kind: "event"}}}
	}
	gold := []CorefRow{row("a", "1", "x"), row("b", "2", "x"), row("c", "3", "y")}
	answers := []CorefRow{row("a", "1", "p"), row("b", "2", "q"), row("c", "3", "r")}
	want(t, ScoreCoref("event", gold, answers), map[string]float64{"event_b3_p": 1, "event_b3_r": 2.0 / 3})
}
