package fill

import "slices"

// leastLike is how probable a mention of a fill must be, by the side of the most
// probable one, to be a lesson.
const leastLike = .2

// settle leaves each fill to the mentions that look like it at a first look, with
// these probabilities of roles. The key says what is quoted and not where: a
// victim named once more in a sentence on his youth is neither a lesson of a
// victim nor does he make that sentence tell of his murder.
func (t *taught) settle(first [][]float64) {
	best := map[reference]float64{}
	for i, refs := range t.fills {
		for _, ref := range refs {
			best[ref] = max(best[ref], first[i][ref.role])
		}
	}
	t.unsure = make([]bool, len(t.heads))
	for i, refs := range t.fills {
		t.fills[i] = slices.DeleteFunc(slices.Clone(refs), func(ref reference) bool { return first[i][ref.role] < leastLike*best[ref] })
		t.unsure[i] = len(refs) > 0 && len(t.fills[i]) == 0
		t.right[i] = 0
		for _, ref := range t.fills[i] {
			t.right[i] |= 1 << ref.role
		}
	}
	t.findHomes()
}

// ofHead: a mention that may be one and does not look like it teaches nothing.
func (t *taught) ofHead(i int) answer {
	if t.unsure != nil && t.unsure[i] {
		return answer{}
	}
	return answer{t.right[i], 1}
}
