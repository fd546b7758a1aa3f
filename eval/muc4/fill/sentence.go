package fill

import (
	"strconv"
	"strings"
)

// documentBag are the words and arcs of the message.
func (v *view) documentBag() bag {
	var b bag
	for i := range v.Sentences {
		last := "#"
		for _, w := range v.Sentences[i].Words {
			if w.POS == "PUNCT" {
				continue
			}
			b.add("w", w.Lemma)
			b.add("ww", last, w.Lemma)
			if i < 2 {
				b.add("lede", w.Lemma)
			}
			last = w.Lemma
		}
		for j := range v.Sentences[i].Words {
			v.arcFeatures(&b, i, j)
		}
		for _, x := range v.Sentences[i].Found {
			b.add("tell", x)
		}
	}
	b.add("genre", v.Genre)
	b.add("city", v.City)
	b.add("src", v.Source)
	return b
}

// arcFeatures say what governs a noun.
func (v *view) arcFeatures(b *bag, sentence, i int) {
	s := &v.Sentences[sentence]
	w := &s.Words[i]
	if w.POS != "NOUN" && w.POS != "PROPN" && w.POS != "PRON" {
		return
	}
	if rel, up := v.step(sentence, i); up >= 0 {
		b.add("dep", rel, s.Words[up].Lemma)
		b.add("depl", rel, s.Words[up].Lemma, w.Lemma)
		b.add("depc", rel, s.Words[up].Narrow, w.Wide)
	}
}

// sentenceBag are the words of a sentence and those of its neighbours.
func (v *view) sentenceBag(i int) bag {
	var b bag
	s := &v.Sentences[i]
	last := "#"
	for j, w := range s.Words {
		v.arcFeatures(&b, i, j)
		if isYear(w.Form) {
			b.add("year", w.Form)
		}
		if w.POS == "PUNCT" {
			continue
		}
		b.add("w", w.Lemma)
		b.add("ww", last, w.Lemma)
		b.add("wc", w.Narrow)
		v.senseFeatures(&b, i, j)
		last = w.Lemma
	}
	for _, x := range s.Found {
		b.add("tell", x)
	}
	b.add("tells", small(len(s.Found)))
	v.neighbour(&b, "pw", i-1)
	v.neighbour(&b, "nw", i+1)
	b.add("pos", strconv.Itoa(min(i, 8)))
	b.add("len", strconv.Itoa(min(len(s.Words)/8, 6)))
	b.add("genre", v.Genre)
	return b
}

func (v *view) neighbour(b *bag, label string, i int) {
	if i < 0 || i >= len(v.Sentences) {
		b.add(label, "#")
		return
	}
	for _, w := range v.Sentences[i].Words {
		if w.POS != "PUNCT" {
			b.add(label, w.Lemma)
		}
	}
}

func isYear(form string) bool { return len(form) == 4 && strings.HasPrefix(form, "19") }

// around is what the first stages said of message and sentence, as features of
// its mentions.
func (r *reading) around(sentence int) []string {
	out := []string{"D" + level(r.document[0]), "S" + level(r.told[sentence][0])}
	for i, kind := range types {
		if r.told[sentence][i+1] > .3 {
			out = append(out, "T"+kind)
		}
		if r.document[i+1] > .4 {
			out = append(out, "DT"+kind)
		}
	}
	return out
}

var (
	hedges      = wordSet("WOULD COULD MAY MIGHT IF SHOULD WILL THREATEN THREATENED")
	firstPerson = wordSet("WE I OUR US MY YOU")
)

// relevanceRow is what the stages before and the neighbours say of a sentence.
func (r *reading) relevanceRow(s int) []float32 {
	told := func(k int) float64 {
		if k < 0 || k >= len(r.told) {
			return -1
		}
		return r.told[k][0]
	}
	rank, top, sum := 0., 0., 0.
	for k := range r.told {
		if told(k) > told(s) {
			rank++
		}
		top = max(top, told(k))
		sum += told(k)
	}
	n := float64(len(r.Sentences))
	row := floats(told(s), told(s-1), told(s+1), told(s-2), told(s+2), rank, top, sum, sum/n, float64(s), n, float64(r.Sentences[s].Paragraph))
	row = append(row, floats(r.told[s][1:]...)...)
	row = append(row, floats(r.document...)...)
	for role := range roleCount {
		before, _ := r.strongest(s-1, role)
		here, many := r.strongest(s, role)
		after, _ := r.strongest(s+1, role)
		row = append(row, floats(before, here, after, many)...)
	}
	row = append(row, r.sideRow([]int{s})...)
	row = append(row, r.foundRow(s)...)
	return append(row, r.contentRow(s)...)
}

// strongest is the highest probability of a role in a sentence, -1 without a
// head, and how many heads may have it.
func (r *reading) strongest(s, role int) (best, many float64) {
	best = -1
	if s < 0 || s >= len(r.Sentences) {
		return best, 0
	}
	for _, i := range r.of[s] {
		p := r.roles[i][role]
		best = max(best, p)
		if p > .25 {
			many++
		}
	}
	return best, many
}

func (r *reading) contentRow(s int) []float32 {
	var days, old, places, hedged, first, years float64
	for _, x := range r.dates {
		if x.sentence == s {
			days++
			if x.kind == withYear {
				old++
			}
		}
	}
	for _, x := range r.places {
		if x.sentence == s {
			places++
		}
	}
	for _, w := range r.Sentences[s].Words {
		hedged += one(hedges[w.Form])
		first += one(firstPerson[w.Form])
		years += one(isYear(w.Form))
	}
	return floats(days, old, places, hedged, first, years, float64(len(r.Sentences[s].Words)))
}

func one(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

func floats(values ...float64) []float32 {
	out := make([]float32, len(values))
	for i, x := range values {
		out[i] = float32(x)
	}
	return out
}
