package fill

// roleRow is what speaks for giving an entity its role in a group.
func (r *reading) roleRow(at, number int, e *entity) []float32 {
	g := r.groups[at]
	inside, outside, near, elsewhere := r.spread(at, e)
	rank, rivals, top := r.rivals(g, e, most(inside))
	first, dist, best, proper := 99, 99, 0., 0.
	other := make([]float64, roleCount)
	for _, i := range e.heads {
		h := r.heads[i]
		first = min(first, h.sentence)
		dist = min(dist, g.distance(h.sentence))
		best = max(best, r.quoted[i][e.role].p)
		proper = max(proper, one(r.word(h).POS == "PROPN"))
		for role := range other {
			other[role] = max(other[role], r.roles[i][role])
		}
	}
	strongest, sum := 0., 0.
	for _, o := range r.groups {
		strongest = max(strongest, o.relevance)
	}
	for _, s := range g.sentences {
		sum += r.relevance[s]
	}
	row := floats(most(inside), either(inside), float64(len(inside)), most(outside), either(outside), float64(len(outside)), most(near),
		e.p, best, float64(first), float64(dist), proper, elsewhere, rank, rivals, top,
		float64(len(r.groups)), float64(at), g.relevance, strongest, sum, float64(len(g.sentences)), float64(g.sentences[0]),
		r.document[0], float64(wordCount(e.longest())), float64(len(e.texts)))
	row = append(row, floats(other...)...)
	row = append(row, floats(g.kinds...)...)
	row = append(row, floats(g.valid, g.worth, g.fits[e.role][number])...)
	row = append(row, r.entitySide(e)...)
	row = append(row, r.partRow(at, e)...)
	row = append(row, r.companyRow(g, e)...)
	return append(row, r.linkRow(g, e)...)
}

// partRow says how probably the mentions in the group are parts of it, how
// probably those elsewhere are parts of something, and how many others are at
// least as probable.
func (r *reading) partRow(at int, e *entity) []float32 {
	var inside, outside []float64
	for _, i := range e.heads {
		if p := r.parts[i][e.role]; r.groups[at].has(r.heads[i].sentence) {
			inside = append(inside, p)
		} else {
			outside = append(outside, p)
		}
	}
	own, stronger, top := most(inside), 0., 0.
	for _, o := range r.entities[e.role] {
		if o == e {
			continue
		}
		best := 0.
		for _, i := range o.heads {
			if r.groups[at].has(r.heads[i].sentence) {
				best = max(best, r.parts[i][e.role])
			}
		}
		stronger += one(best > own)
		top = max(top, best)
	}
	return floats(own, either(inside), most(outside), stronger, top)
}

// entitySide marks the sides that the mentions of an entity tell.
func (r *reading) entitySide(e *entity) []float32 {
	row := make([]float32, sideCount)
	for _, i := range e.heads {
		row[r.sides[i]] = 1
	}
	return row
}

// linkRow says of a description how surely it tells of a name and how surely
// that name is a target in the group; of a name the same of its descriptions.
func (r *reading) linkRow(g *group, e *entity) []float32 {
	link, both := 0., 0.
	switch e.role {
	case described:
		for k, o := range r.entities[name] {
			p := r.linkOf(e, o)
			link, both = max(link, p), max(both, p*g.roles[name][k])
		}
	case name:
		for _, o := range r.entities[described] {
			p := r.linkOf(o, e)
			link, both = max(link, p), max(both, p*o.p)
		}
	}
	return floats(link, both)
}

func (g *group) distance(sentence int) int {
	d := 99
	for _, s := range g.sentences {
		d = min(d, abs(s-sentence))
	}
	return d
}

// spread gives the probabilities of the mentions inside the group, outside, and
// in the sentences beside it, and the highest in another group.
func (r *reading) spread(at int, e *entity) (inside, outside, near []float64, elsewhere float64) {
	for _, i := range e.heads {
		s, p := r.heads[i].sentence, r.roles[i][e.role]
		switch r.groups[at].distance(s) {
		case 0:
			inside = append(inside, p)
		case 1:
			near = append(near, p)
			outside = append(outside, p)
		default:
			outside = append(outside, p)
		}
		for k, o := range r.groups {
			if k != at && o.has(s) {
				elsewhere = max(elsewhere, p)
			}
		}
	}
	return inside, outside, near, elsewhere
}

// rivals counts the entities with a stronger mention in the group and those with
// a fairly strong one, and gives the strongest.
func (r *reading) rivals(g *group, e *entity, own float64) (stronger, strong, top float64) {
	for _, o := range r.entities[e.role] {
		if o == e {
			continue
		}
		best := 0.
		for _, i := range o.heads {
			if g.has(r.heads[i].sentence) {
				best = max(best, r.roles[i][e.role])
			}
		}
		stronger += one(best > own)
		strong += one(best > .3)
		top = max(top, best)
	}
	return stronger, strong, top
}

func most(ps []float64) float64 {
	top := 0.
	for _, p := range ps {
		top = max(top, p)
	}
	return top
}

// either is the probability of at least one of independent things.
func either(ps []float64) float64 {
	none := 1.
	for _, p := range ps {
		none *= 1 - p
	}
	return 1 - none
}
