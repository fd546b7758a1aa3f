package fill

import "slices"

// fitStage looks at the words of an entity of a role and of a group; roleStage
// at what all stages say of the two.
func fitStage(role int) stage {
	return stage{
		name: "fit " + slotOf[role].Row(), classes: 1,
		bags: func(r *reading) (out []bag) {
			for _, g := range r.groups {
				for _, e := range r.entities[role] {
					out = append(out, r.fitBag(g, e))
				}
			}
			return out
		},
		keep: func(r *reading, p [][]float64) {
			for _, g := range r.groups {
				g.fits[role] = firsts(p[:len(r.entities[role])])
				p = p[len(r.entities[role]):]
			}
		},
		answer: ofRole(role),
		how:    learning{passes: 10, trust: 8, least: 3, rarity: .5},
	}
}

// firsts gives the probability of the first class of each item.
func firsts(p [][]float64) []float64 {
	out := make([]float64, len(p))
	for i := range p {
		out[i] = p[i][0]
	}
	return out
}

// fitBag are the words of an entity, and what is said of it inside the group
// and outside.
func (r *reading) fitBag(g *group, e *entity) bag {
	var b bag
	kind := types[g.kind]
	b.add("k", kind)
	named := slices.ContainsFunc(g.sentences, func(s int) bool { return len(r.strong(s, name)) > 0 })
	b.add("named", yes(named))
	for t := range e.texts {
		b.add("text", t)
	}
	for _, i := range e.heads {
		r.fitHead(&b, g, e, i, named)
	}
	b.add("n", small(len(e.heads)))
	b.add("genre", r.Genre)
	for role := range roleCount {
		for _, s := range g.sentences {
			for _, lemma := range r.strong(s, role) {
				b.add("with", string(rune('0'+role)), lemma)
			}
		}
	}
	return b
}

// fitHead are the words of one head of an entity, by how far it stands from the group; named
// says whether the group names somebody.
func (r *reading) fitHead(b *bag, g *group, e *entity, i int, named bool) {
	kind := types[g.kind]
	r.titleFeatures(b, i)
	h := r.heads[i]
	lemma, where := r.word(h).Lemma, small(min(g.distance(h.sentence), 2))
	p := where + level(r.roles[i][e.role])
	b.add("at", p)
	for _, sense := range r.senses[h.sentence][h.word] {
		b.add("kind", sense, where, kind)
	}
	for _, x := range r.word(h).Found {
		b.add("told", x, where)
	}
	b.add("hk", lemma, kind, where)
	b.add("hw", lemma, where)
	b.add("ha", lemma, p)
	b.add("part", where, level(r.parts[i][e.role]))
	before := r.sentence(h).at(h.first() - 1).Form
	if e.role != organization && e.role != thing {
		b.add("det", before, where)
		b.add("dett", before, r.word(h).Tag, yes(named))
	}
	b.add("c", r.word(h).Narrow, where, kind)
	for _, path := range r.paths[i] {
		b.add("g", path, where)
		b.add("gk", path, where, kind)
	}
	for role := range roleCount {
		if role != e.role && r.roles[i][role] > .1 {
			b.add("other", string(rune('0'+role)), level(r.roles[i][role]))
		}
	}
}
