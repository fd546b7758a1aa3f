package eval

import "testing"

func filler(start int, text, role, cluster string) Argument {
	return Argument{Span{start, start + len(text), text}, role, cluster}
}

func event(kind string, start int, args ...Argument) EventMention {
	return EventMention{Type: kind, Trigger: at(start, start+4), Args: args}
}

// The first trigger is found with another type, so its victim is wrong too; the
// second event is right: arguments 1 of 2 and 2. Triggers 2 of 2; with types 1
// of 2. Of violence, type and argument 0 of 1.
func TestRolesWorkedByHand(t *testing.T) {
	gold := []RolesRow{{"a", []EventMention{event("Conflict.Attack", 0, filler(10, "guards", "Victim", "")), event("Justice.Arrest", 50, filler(60, "him", "Detainee", ""))}}}
	answers := []RolesRow{{"a", []EventMention{event("Life.Die", 0, filler(10, "guards", "Victim", "")), event("Justice.Arrest.Any", 50, filler(60, "him", "detainee", ""))}}}
	want(t, ScoreRoles(gold, answers), map[string]float64{"trigger_f1": 1, "trigger_type_f1": 0.5, "argument_f1": 0.5,
		"violent_trigger_type_f1": 0, "violent_argument_head_f1": 0})
}

// The gold victim is "police in riot gear"; the answer "riot police" of other
// words is none, "police" has its head. The killer is answered by another
// mention of the same thing: right only where mentions count alike.
func TestHeadsAndThingsWorkedByHand(t *testing.T) {
	gold := []RolesRow{{"a", []EventMention{
		event("Life.Die", 0, filler(10, "police in riot gear", "Victim", ""), filler(40, "militia", "Killer", "c1")),
		event("Life.Injure", 90, filler(70, "the Third Column", "Injurer", "c1")),
	}}}
	answers := []RolesRow{{"a", []EventMention{
		event("Life.Die", 0, filler(10, "police", "Victim", ""), filler(80, "Column", "Killer", "")),
		event("Life.Injure", 90, filler(80, "Column", "Injurer", "")),
	}}}
	want(t, ScoreFillers(gold, answers), map[string]float64{"given_argument_f1": 0, "given_argument_head_f1": 2.0 / 3, "given_argument_coref_f1": 1})
}

// Gold without places is compared by words.
func TestRolesWithoutPlaces(t *testing.T) {
	gold := []RolesRow{{"a", []EventMention{event("Life.Die", 0, Argument{Span{Text: "The Mayor"}, "Victim", ""})}}}
	answers := []RolesRow{{"a", []EventMention{event("Life.Die", 0, filler(10, "mayor", "Victim", ""))}}}
	want(t, ScoreRoles(gold, answers), map[string]float64{"argument_f1": 1, "argument_head_f1": 1})
}

func TestHeadWord(t *testing.T) {
	for text, head := range map[string]string{"": "", "police in riot gear": "police", "the mayor of Orsova": "mayor", "Ana Torres, 40": "Torres",
		"bottles , chairs and other objects": "bottles", "of late": "late"} {
		if from, to := headWord(text); text[from:to] != head {
			t.Errorf("%q: %q, want %q", text, text[from:to], head)
		}
	}
}
