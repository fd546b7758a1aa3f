package eval

// Pair is two reports that are one text, as people or a rule labelled them. The
// order does not count.
type Pair struct {
	A string `json:"a"`
	B string `json:"b"`
}

func (p Pair) sorted() Pair {
	if p.B < p.A {
		return Pair{p.B, p.A}
	}
	return p
}

// ScorePairs gives dups_p, dups_r and dups_f over pairs of reports that are held
// for one text. A pair named twice counts once; each is a document of its own.
func ScorePairs(gold, predicted []Pair) Result {
	wanted, found := map[Pair]bool{}, map[Pair]bool{}
	for _, p := range gold {
		wanted[p.sorted()] = true
	}
	var tallies []tally
	for _, p := range predicted {
		if p = p.sorted(); !found[p] {
			found[p] = true
			tallies = append(tallies, hit(given(wanted[p]), 1, given(wanted[p])))
		}
	}
	for p := range wanted {
		if !found[p] {
			tallies = append(tallies, hit(0, 0, 1))
		}
	}
	return result(len(tallies), prf("dups", tallies))
}
