package reconcile

// choice is a best number and what stands behind it.
type choice struct {
	value    int
	readings []reading
	rung     rung
	lower    bool // not a number in the text but the least that its words allow
	alone    bool // nobody gives another number
}

// single: one origin alone states the number.
func (c choice) single() bool { return len(c.readings) == 1 }

// choose climbs the ladder over one reading per origin; nil if nothing there
// gives a best number.
func (r Rules) choose(readings []reading) *choice {
	if r.only != nil {
		readings = r.only(readings)
	}
	pool := r.pool(collapse(readings))
	candidates := heaviest(pool)
	for _, step := range r.ladder {
		if picked := step.pick(candidates, r.number); len(picked) > 0 {
			return &choice{value: *r.number(picked[0]), readings: picked, rung: step, alone: len(byNumber(candidates, r.number)) == 1}
		}
	}
	return r.chooseFromWords(candidates)
}

// heaviest leaves the readings that say most: numbers if there are any, else
// vague words, else named persons (CAS-13, CAS-14, example 16).
func heaviest(pool []reading) []reading {
	for _, w := range []weight{numeric, vague, named, plural, ceiling} {
		if found := keep(pool, func(r reading) bool { return r.weight == w }); len(found) > 0 {
			return found
		}
	}
	return nil
}

// chooseFromWords is the end of CAS-13, where no anchor was stated: the lowest
// least of ranges (example 10), the largest least of vague words, nothing of
// bare plurals.
func (r Rules) chooseFromWords(candidates []reading) *choice {
	if len(candidates) == 0 || len(r.ladder) == 0 || !r.fromVague {
		return nil
	}
	least := func(x reading) *int { return x.count.Lo }
	groups := byNumber(candidates, least)
	if len(groups) == 0 {
		return nil
	}
	picked := groups[0]
	switch candidates[0].weight {
	case vague:
		picked = groups[len(groups)-1]
	case numeric:
	default:
		return nil
	}
	return &choice{value: *least(picked[0]), readings: picked, rung: rungLowest, lower: true}
}

// bound is one end of a figure and the readings that set it.
type bound struct {
	value    *int
	readings []reading
}

// lowOf is the least that the pool says (CAS-15). A vague word, a bare plural, a named
// person and a ceiling say nothing of how few there were once somebody gives a
// number, so they set it only alone.
func (r Rules) lowOf(readings []reading) bound {
	if !r.low {
		return bound{}
	}
	pool := r.pool(collapse(readings))
	return extreme(heaviest(pool), func(x reading) *int { return x.floor }, lesser)
}

// highOf is the most that anybody says in numbers (CAS-14); vague words set it
// only alone.
func (r Rules) highOf(readings []reading) bound {
	if r.ceiling == nil {
		return bound{}
	}
	said := r.ceiling(readings)
	for _, weights := range [][]weight{{numeric, ceiling}, {vague}, {named}} {
		found := keep(said, func(x reading) bool { return x.weight == weights[0] || x.weight == weights[len(weights)-1] })
		if b := extreme(found, reading.top, greater); b.value != nil {
			return b
		}
	}
	return bound{}
}

// highOpen says whether there may be more than high: the largest number among
// open claims is above all closed ones, or there is no closed one (CAS-14).
func highOpen(readings []reading) bool {
	var open, closed *int
	for _, r := range readings {
		switch {
		case r.weight != numeric && r.weight != ceiling:
		case r.open():
			open = greater(open, r.top())
		default:
			closed = greater(closed, r.top())
		}
	}
	if closed == nil {
		return true
	}
	return open != nil && *open > *closed
}

func extreme(readings []reading, of func(reading) *int, pick func(a, b *int) *int) bound {
	var b bound
	for _, r := range readings {
		b.value = pick(b.value, of(r))
	}
	if b.value == nil {
		return b
	}
	b.readings = keep(readings, func(r reading) bool { return same(of(r), b.value) })
	if sure := keep(b.readings, func(r reading) bool { return !r.shifted }); len(sure) > 0 {
		b.readings = sure
	}
	return b
}
