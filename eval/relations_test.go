package eval

import "testing"

func at(start, end int) Span { return Span{Start: start, End: end} }

// The doubtful gold entity does not count. Spans 2 of 2; with types 1 of 2.
func TestEntitiesWorkedByHand(t *testing.T) {
	gold := []EntitiesRow{{"a", []Entity{{at(0, 4), "Person", 1}, {at(5, 9), "Place", 0.5}, {at(10, 12), "Place", 0.2}}}}
	answers := []EntitiesRow{{"a", []Entity{{Span: at(0, 4), Type: "Person"}, {Span: at(5, 9), Type: "Person"}}}}
	want(t, ScoreEntities(gold, answers), map[string]float64{"span_f1": 1, "type_f1": 0.5})
}

// Two of three persons are met, one of them in part, by three answers; the place
// is not found: of all 2 of 4 and 2 of 3, of persons 2 of 3 and 2 of 3.
func TestEntitiesByOverlapWorkedByHand(t *testing.T) {
	person := func(start, end int) Entity { return Entity{at(start, end), "Person", 1} }
	gold := []EntitiesRow{{"a", []Entity{person(0, 4), person(5, 9), person(20, 24), {at(10, 12), "Place", 1}}}}
	answers := []EntitiesRow{{"a", []Entity{person(0, 4), person(6, 14), person(30, 32)}}}
	want(t, ScoreEntities(gold, answers), map[string]float64{"overlap_f1": 4.0 / 7, "person_overlap_f1": 2.0 / 3, "place_overlap_f1": 0})
}

// Events 1 and 2 (of two reports) are one; the answer keeps them apart:
// precision 1, recall (1/2 + 1/2 + 1)/3. Of one link none is found, and none is
// made up. Paired are x with p or q (Dice 2/3) and y with r (1): 5/3 of 2 gold
// clusters and of 3 answers.
func TestCorefWorkedByHand(t *testing.T) {
	row := func(report, id, cluster string) CorefRow {
		return CorefRow{report, []Coreferent{{ID: id, Cluster: cluster, Kind: "event"}}}
	}
	gold := []CorefRow{row("a", "1", "x"), row("b", "2", "x"), row("c", "3", "y")}
	answers := []CorefRow{row("a", "1", "p"), row("b", "2", "q"), row("c", "3", "r")}
	want(t, ScoreCoref("event", gold, answers), map[string]float64{"event_b3_p": 1, "event_b3_r": 2.0 / 3,
		"event_muc_r": 0, "event_ceafe_r": 5.0 / 6, "event_ceafe_p": 5.0 / 9, "event_conll_f": (0.8 + 0 + 2.0/3) / 3})
}
