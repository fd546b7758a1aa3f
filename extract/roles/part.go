package roles

// This file reads what part a phrase has in the clause of an event, whatever its
// form: who shares the subject of a verb before, and who acts in a passive, act.

// part says how token i takes part in what a trigger tells: as "agent" or
// "patient", behind a preposition, as what describes it; "-" where no short way
// leads from one to the other. "shared" stands before what belongs to another
// verb that the trigger goes with.
func (t tree) part(trigger, i int) string {
	for v, steps, way := trigger, 0, ""; v >= 0 && v < len(t.tokens) && steps < 4; steps++ {
		if part := t.ownPart(v, i, v == trigger); part != "" {
			return way + part
		}
		switch t.tokens[v].Rel {
		case "acl", "acl:relcl":
			if t.firstConjunct(i) == t.tokens[v].Head {
				return way + t.ofRelative(v)
			}
		case "conj", "xcomp", "advcl", "parataxis":
			way = "shared "
		case "obj", "nsubj:pass", "obl", "nsubj", "nmod":
			way = "support " + t.tokens[v].Rel + " "
		default:
			return "-"
		}
		v = t.tokens[v].Head
	}
	return "-"
}

// ownPart is the part of a token that hangs on v itself, "" for others.
func (t tree) ownPart(v, i int, own bool) string {
	i = t.firstConjunct(i)
	if t.tokens[i].Head != v {
		return ""
	}
	switch rel := t.tokens[i].Rel; rel {
	case "nsubj":
		if t.passive(v) {
			return "patient"
		}
		return "agent"
	case "nsubj:pass", "obj":
		return "patient"
	case "obl:agent":
		return "agent"
	case "obl", "nmod":
		return "by " + t.marker(i)
	default:
		if !own {
			return ""
		}
		return rel
	}
}

// ofRelative is the part of a noun in the clause that describes it.
func (t tree) ofRelative(v int) string {
	for _, c := range t.children[v] {
		if tag := t.tokens[c].Tag; t.tokens[c].Rel == "nsubj" && tag != "WDT" && tag != "WP" {
			return "patient" // "the house that troops shelled"
		}
	}
	if t.passive(v) {
		return "patient"
	}
	return "agent"
}

// firstConjunct goes up from a member of a list to its first.
func (t tree) firstConjunct(i int) int {
	for steps := 0; t.tokens[i].Rel == "conj" && t.tokens[i].Head >= 0 && t.tokens[i].Head < len(t.tokens) && steps < 20; steps++ {
		i = t.tokens[i].Head
	}
	return i
}
