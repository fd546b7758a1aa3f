package muc4

import "slices"

// Judgement is how well a fill answers the key.
type Judgement int

const (
	Incorrect Judgement = iota
	Partial
	Correct
)

// judge compares a system's fill with one of the key in the same slot.
func judge(slot Slot, key, answer Fill) Judgement {
	value := answer.Values[0]
	switch slots[slot].kind {
	case stringFill:
		return judgeString(key.Values, value)
	case describing:
		return tied(judgeString(key.Values, value), key, answer)
	case numberFill:
		return tied(best(key.Values, value, judgeNumber), key, answer)
	case dateFill:
		return best(key.Values, value, judgeDate)
	case placeFill:
		return best(key.Values, value, judgePlace)
	}
	return tied(judgeItem(slot, key.Values, value), key, answer)
}

func best(key []string, answer string, compare func(key, answer string) Judgement) Judgement {
	top := Incorrect
	for _, alternative := range key {
		top = max(top, compare(alternative, answer))
	}
	return top
}

// tied takes the cross-reference into account (3.1.2): a correct fill with a
// wrong reference is partial.
func tied(value Judgement, key, answer Fill) Judgement {
	if value == Correct && !sameRef(key.Refs, answer.Refs) {
		return Partial
	}
	return value
}

// sameRef says whether the reference is right. As far as the people of 1992
// accepted a string as correct, they accepted the references to it.
func sameRef(key, answer []string) bool {
	if nowhere(key) || nowhere(answer) {
		return nowhere(key) && nowhere(answer)
	}
	return judgeString(key, answer[0]) == Correct
}

func nowhere(refs []string) bool { return len(refs) == 0 || refs[0] == "-" }

// Credit is what a value of a slot earns, references apart, where the key has
// another or the same: 1, 0.5 or 0.
func Credit(slot Slot, key, answer string) float64 {
	return float64(judge(slot, Fill{Values: []string{key}}, Fill{Values: []string{answer}})) / float64(Correct)
}

// judgeItem compares items of a closed set. A broader item is partial where
// the guidelines say so.
func judgeItem(slot Slot, key []string, answer string) Judgement {
	if slices.Contains(key, answer) {
		return Correct
	}
	for _, item := range key {
		if item != "" && (slices.Contains(partialItems[slot][item], answer) || broader(slot, item, answer)) {
			return Partial
		}
	}
	return Incorrect
}

// broader: ATTACK stands for every type of incident, and an instrument for
// those under it.
func broader(slot Slot, item, answer string) bool {
	switch slot {
	case IncidentType:
		return answer == "ATTACK"
	case InstrumentType:
		for up := instrumentParents[item]; up != ""; up = instrumentParents[up] {
			if up == answer {
				return true
			}
		}
	}
	return false
}

// instrumentParents is the hierarchy of instruments (task documentation 7.8).
var instrumentParents = map[string]string{
	"MACHINE GUN": "GUN", "MORTAR": "GUN", "HANDGUN": "GUN", "RIFLE": "GUN",
	"BOMB": "EXPLOSIVE", "GRENADE": "EXPLOSIVE", "MOLOTOV COCKTAIL": "EXPLOSIVE",
	"VEHICLE BOMB": "BOMB", "DYNAMITE": "BOMB", "MINE": "BOMB", "AERIAL BOMB": "BOMB",
	"MISSILE": "PROJECTILE", "ROCKET": "PROJECTILE",
}

// partialItems lists, by slot and item of the key, the answers that are partial
// (guidelines 3.2.11 to 3.2.23).
var partialItems = map[Slot]map[string][]string{
	OrganizationConfidence: {"SUSPECTED OR ACCUSED BY AUTHORITIES": {"SUSPECTED OR ACCUSED"}},
	PhysType:               {"GOVERNMENT OFFICE OR RESIDENCE": {"POLITICAL FIGURE OFFICE OR RESIDENCE"}},
	PhysEffect:             {"SOME DAMAGE": {"DESTROYED"}},
	HumType: {
		"FORMER GOVERNMENT OFFICIAL": {"GOVERNMENT OFFICIAL", "ACTIVE MILITARY"},
		"FORMER ACTIVE MILITARY":     {"GOVERNMENT OFFICIAL", "ACTIVE MILITARY"},
		"GOVERNMENT OFFICIAL":        {"POLITICAL FIGURE"},
	},
	HumEffect: {"NO INJURY OR DEATH": {"NO INJURY", "NO DEATH"}},
}
