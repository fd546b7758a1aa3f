package fill

import "strconv"

// mentionBag are the features of a head: its words, its place in the sentence,
// what governs it, what is said of it elsewhere, what the reading of reports makes
// of it, and what is known of sentence
// and message (around).
func (v *view) mentionBag(i int, around []string) bag {
	var b bag
	v.wordFeatures(&b, i)
	v.headSenses(&b, i)
	v.foundFeatures(&b, i)
	v.phraseFeatures(&b, i)
	v.placeFeatures(&b, i)
	v.elsewhere(&b, i)
	w := v.word(v.heads[i])
	for _, x := range around {
		b.add("d", x)
		b.add("dl", x, w.Lemma)
		b.add("dt", x, w.POS, w.Rel)
		if len(v.paths[i]) > 0 {
			b.add("dg", x, v.paths[i][0])
		}
	}
	return b
}

// wordFeatures are the head and the words beside it.
func (v *view) wordFeatures(b *bag, i int) {
	h := v.heads[i]
	s, j := v.sentence(h), h.word
	w, p, n := s.at(j), s.at(j-1), s.at(j+1)
	p2, n2 := s.at(j-2), s.at(j+2)
	b.add("cn", w.Narrow)
	b.add("cw", w.Wide)
	b.add("cwp", p.Wide, w.Wide)
	b.add("cnp", p.Narrow, w.Narrow)
	b.add("cwn", w.Wide, n.Wide)
	b.add("cnn", n.Narrow)
	b.add("cpn", p.Narrow)
	b.add("cpt", p.Wide, w.Tag, n.Wide)
	b.add("f", w.Form)
	b.add("l", w.Lemma)
	b.add("t", w.Tag)
	b.add("r", w.Rel)
	b.add("p1", p.Form)
	b.add("n1", n.Form)
	b.add("p2", p2.Form)
	b.add("n2", n2.Form)
	b.add("pf", p.Form, w.Form)
	b.add("fn", w.Form, n.Form)
	b.add("pp", p2.Form, p.Form)
	b.add("nn", n.Form, n2.Form)
	b.add("n3", n.Form, n2.Form, s.at(j+3).Form)
	b.add("tt", p.Tag, w.Tag, n.Tag)
	b.add("tn", w.Tag, n.Tag, n2.Lemma)
}

// phraseFeatures are the phrase of the head and what governs it.
func (v *view) phraseFeatures(b *bag, i int) {
	h := v.heads[i]
	s, j, w := v.sentence(h), h.word, v.word(h)
	far := h.first()
	b.add("base", s.phrase(far, j+1))
	for k := far; k < j; k++ {
		b.add("m", s.Words[k].Lemma)
		b.add("mc", s.Words[k].Narrow)
	}
	b.add("lb", strconv.Itoa(min(j-far, 5)), w.POS)
	b.add("lp", s.at(far-1).Form, w.POS)
	b.add("lp2", s.at(far-2).Form, s.at(far-1).Form)
	top := v.tops[h.sentence][j]
	if top != j {
		b.add("top", s.Words[top].Lemma)
		b.add("topf", s.Words[top].Lemma, w.Form)
	}
	for _, p := range v.paths[i] {
		b.add("g", p)
		b.add("gl", p, w.Lemma)
		b.add("gt", p, w.POS)
		b.add("gc", p, w.Wide)
	}
	for _, c := range v.children[h.sentence][top] {
		b.add("ch", s.Words[c].Rel, s.Words[c].Lemma)
	}
	if len(h.ends) > 1 {
		b.add("pph", s.Words[h.ends[1]-1].Lemma, s.Words[j+1].Lemma)
	}
}

// placeFeatures are the sentence and its place in the message.
func (v *view) placeFeatures(b *bag, i int) {
	h := v.heads[i]
	s, j, w := v.sentence(h), h.word, v.word(h)
	for _, c := range v.contents[h.sentence] {
		b.add("s", c)
		b.add("sp", c, w.POS)
	}
	if x := s.nearestVerb(j, -1); x != nil {
		b.add("pv", x.Lemma)
		b.add("pvc", x.Narrow, w.Wide)
	}
	if x := s.nearestVerb(j, 1); x != nil {
		b.add("nv", x.Lemma)
		b.add("nvc", x.Narrow, w.Wide)
	}
	b.add("pos", strconv.Itoa(min(h.sentence, 6)))
	b.add("par", strconv.Itoa(min(s.Paragraph, 5)))
	b.add("genre", v.Genre)
	b.add("country", v.Country+v.City)
}

// nearestVerb is the nearest verb within seven words in one direction.
func (s *Sentence) nearestVerb(from, direction int) *Word {
	for k := 1; k < 8; k++ {
		if w := s.at(from + k*direction); w.POS == "VERB" {
			return w
		}
	}
	return nil
}

// elsewhere are the ways to the governors of the same word in other places.
func (v *view) elsewhere(b *bag, i int) {
	same := v.forms[v.word(v.heads[i]).Form]
	b.add("same", strconv.Itoa(min(len(same), 5)))
	if same[0] == i {
		b.add("first")
	}
	for _, j := range same {
		if j == i {
			continue
		}
		for _, p := range v.paths[j] {
			b.add("e", p)
		}
		o := v.heads[j]
		if top := v.tops[o.sentence][o.word]; top != o.word {
			b.add("etop", v.sentence(o).Words[top].Lemma)
		}
		b.add("en", v.sentence(o).at(o.word+1).Form)
	}
}

// variant is one phrase around a head.
type variant struct {
	head, start, end int // head by number; words [start, end)
	follows          int // prepositional phrases after the base
	text             string
}

// variants are the phrases around a head that a person may have quoted.
func (v *view) variants(i int) []variant {
	h := v.heads[i]
	s := v.sentence(h)
	var out []variant
	for _, a := range h.starts {
		if a != h.word && !s.mayStart(a, h.word) {
			continue
		}
		for k, e := range h.ends {
			out = append(out, variant{i, a, e, k, canonical(s.phrase(a, e))})
		}
	}
	return out
}

// variantBag are the features of a variant as a fill of a role.
func (v *view) variantBag(role int, x variant) bag {
	var b bag
	h := v.heads[x.head]
	s, r := v.sentence(h), strconv.Itoa(role)
	far, first, before := h.first(), s.at(x.start), s.at(x.start-1)
	b.add("r", r)
	b.add("fw", r, first.Form)
	b.add("ft", r, first.Tag, before.Tag)
	b.add("fw2", r, first.Form, before.Tag)
	b.add("pw", r, before.Form)
	b.add("pwt", r, before.Form, first.Tag)
	b.add("len", r, strconv.Itoa(h.word-x.start), yes(x.start == far))
	b.add("left", r, strconv.Itoa(min(x.start-far, 4)))
	b.add("str", r, x.text)
	b.add("h", r, s.Words[h.word].Lemma, strconv.Itoa(h.word-x.start))
	b.add("nx", r, s.at(x.end).Form, strconv.Itoa(x.follows))
	tags := ""
	for i := x.start; i <= h.word; i++ {
		b.add("in", r, s.Words[i].Lemma, yes(i == x.start))
		tags += s.Words[i].Tag + " "
	}
	b.add("tags", r, tags)
	for i := far; i < x.start; i++ {
		b.add("out", r, s.Words[i].Lemma)
	}
	v.followFeatures(&b, r, x)
	return b
}

// followFeatures are about the prepositional phrases that the variant takes in
// or leaves out.
func (v *view) followFeatures(b *bag, r string, x variant) {
	h := v.heads[x.head]
	s, k := v.sentence(h), strconv.Itoa(x.follows)
	lemma, next := s.Words[h.word].Lemma, s.at(h.word+1).Form
	b.add("k", r, k, strconv.Itoa(len(h.ends)))
	switch {
	case x.follows > 0:
		b.add("kp", r, next, k)
		b.add("kh", r, lemma, next, k)
		b.add("kl", r, s.Words[x.end-1].Lemma)
	case len(h.ends) > 1:
		b.add("cut", r, next)
		b.add("cuth", r, lemma, next)
		b.add("cutl", r, s.Words[h.ends[1]-1].Lemma)
	}
}
