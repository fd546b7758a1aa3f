package fill

import "strconv"

// worthBag are the words of a group and of its message, and the words that
// probably have a role in it.
func (r *reading) worthBag(g *group) bag {
	var b bag
	kind := types[g.kind]
	b.add("k", kind)
	b.add("doc", level(r.document[0]))
	b.add("rel", level(g.relevance))
	b.add("n", small(len(g.sentences)))
	b.add("genre", r.Genre)
	for _, s := range g.sentences {
		r.worthFeatures(&b, s, kind)
	}
	for i := range r.Sentences {
		for _, w := range r.contents[i] {
			b.add("d", w)
		}
	}
	return b
}

func (r *reading) worthFeatures(b *bag, s int, kind string) {
	last := "#"
	for j, w := range r.Sentences[s].Words {
		r.arcFeatures(b, s, j)
		if isYear(w.Form) {
			b.add("year", w.Form)
		}
		if w.POS == "PUNCT" {
			continue
		}
		b.add("w", w.Lemma)
		b.add("wk", w.Lemma, kind)
		b.add("ww", last, w.Lemma)
		last = w.Lemma
	}
	for role := range roleCount {
		lemmas := r.strong(s, role)
		b.add("roles", strconv.Itoa(role), kind, small(min(len(lemmas), 2)))
		for _, lemma := range lemmas {
			b.add("role", strconv.Itoa(role), lemma)
			b.add("rolek", strconv.Itoa(role), lemma, kind)
		}
	}
}
