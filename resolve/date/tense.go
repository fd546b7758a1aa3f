package date

// tense looks around the expression for the nearest verb that tells: 1 future,
// -1 past, 0 nothing found. Tags are used where there are any.
func (c *context) tense(f *form) int {
	for n := 1; n < 16; n++ {
		for _, i := range [2]int{f.from - n, f.to - 1 + n} {
			if i < 0 || i >= len(f.atoms) {
				continue
			}
			if t := c.grammar.verbTense(&f.atoms[i]); t != 0 {
				return t
			}
		}
	}
	return 0
}

func (g *grammar) verbTense(a *atom) int {
	if _, ok := a.has(g.symbols["FUTUREVERB"]); ok {
		return 1
	}
	if _, ok := a.has(g.symbols["PASTVERB"]); ok {
		return -1
	}
	switch a.tag {
	case "VBD":
		return -1
	case "":
		if n := len(a.lower); n > 4 && a.lower[n-2:] == "ed" && !a.capital {
			return -1
		}
	}
	return 0
}
