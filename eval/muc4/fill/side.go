package fill

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/sides.tsv
var sideTable string

// The sides of a war, as far as words tell them.
const (
	forces = iota
	irregulars
	traffickers
	nobody // neither
	sideCount
)

var sideOf = sync.OnceValue(func() map[string]int {
	names := map[string]int{"forces": forces, "irregulars": irregulars, "traffickers": traffickers}
	out := map[string]int{}
	for _, line := range strings.Split(sideTable, "\n") {
		if word, side, ok := strings.Cut(line, "\t"); ok {
			out[word] = names[side]
		}
	}
	return out
})

// side is the side that a phrase tells, the head's own word first.
func (v *view) side(h head) int {
	s := v.sentence(h)
	for i := h.word; i >= h.first(); i-- {
		if side, ok := sideOf()[strings.ToLower(s.Words[i].Form)]; ok {
			return side
		}
		if side, ok := sideOf()[s.Words[i].Lemma]; ok {
			return side
		}
	}
	return nobody
}

// sideRow says how surely some sentences tell of attackers and of targets of
// each side.
func (r *reading) sideRow(sentences []int) []float32 {
	row := make([]float32, 0, 2*sideCount)
	for _, roles := range [][]int{{attacker, organization}, {thing, name, described}} {
		best := make([]float32, sideCount)
		for _, s := range sentences {
			for _, i := range r.of[s] {
				side := r.sides[i]
				for _, role := range roles {
					best[side] = max(best[side], float32(r.roles[i][role]))
				}
			}
		}
		row = append(row, best...)
	}
	return row
}
