package reconcile

// chosenBy picks the statement that the most independent origins fit: those of
// known kind first, then all, then the one that is better in itself, then the
// smaller claim id. nil for no statements.
func chosenBy(statements []statement, fits func(a, b statement) bool, better func(a, b statement) bool) *statement {
	var best *statement
	var most backing
	for i := range statements {
		s := statements[i]
		b := backingOf(agreeing(statements, func(o statement) bool { return fits(s, o) }))
		if best == nil || b.beats(most) || (!most.beats(b) && better(s, *best)) {
			best, most = &statements[i], b
		}
	}
	return best
}

// backingOf counts origins; a party counts last, with those of unknown kind.
func backingOf(voices []*voice) backing {
	t := count(voices)
	return backing{known: t.known, all: t.known + t.unknown + t.interested}
}

func agreeing(statements []statement, fits func(statement) bool) []*voice {
	var out []*voice
	for _, s := range statements {
		if fits(s) {
			out = append(out, s.voice)
		}
	}
	return out
}
