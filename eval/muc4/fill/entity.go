package fill

import (
	"maps"
	"slices"
	"sort"
	"strings"
)

// entity is what one or more mentions of a message name, as a fill of a role.
type entity struct {
	role  int
	heads []int
	texts map[string]float64 // what may be quoted, with its probability
	p     float64            // of the most probable mention
}

// leastMention is the probability from which on a mention is looked at.
const leastMention = .04

// findEntities groups the mentions of each role by what would be quoted, names
// by their parts, and organizations by their other names.
func (r *reading) findEntities() {
	for role := range roleCount {
		list := r.sameText(role)
		switch role {
		case name:
			list = joinNames(list)
		case organization:
			list = r.tables.joinAliases(list)
		}
		r.entities[role] = list
	}
}

func (r *reading) sameText(role int) []*entity {
	var list []*entity
	byText := map[string]*entity{}
	for i := range r.heads {
		p, q := r.chance(i, role), r.quoted[i][role]
		if p < leastMention || q.text == "" {
			continue
		}
		e := byText[q.text]
		if e == nil {
			e = &entity{role: role, texts: map[string]float64{}}
			byText[q.text] = e
			list = append(list, e)
		}
		e.heads = append(e.heads, i)
		e.texts[q.text] = max(e.texts[q.text], p*q.p)
		e.p = max(e.p, p)
	}
	return list
}

func (e *entity) absorb(o *entity) {
	e.heads = append(e.heads, o.heads...)
	slices.Sort(e.heads)
	for t, p := range o.texts {
		e.texts[t] = max(e.texts[t], p)
	}
	e.p = max(e.p, o.p)
}

// longest is the longest text of the entity.
func (e *entity) longest() string {
	best := ""
	for t := range e.texts {
		if n := strings.Count(t, " ") - strings.Count(best, " "); best == "" || n > 0 || n == 0 && t < best {
			best = t
		}
	}
	return best
}

// text is what is quoted: the text with the most credit to be expected; of a name
// the longest that is at least half as probable as another, for keys give the
// fullest version.
func (e *entity) text() string {
	if e.role == name {
		return e.fullest()
	}
	var offered []quotation
	for _, t := range slices.Sorted(maps.Keys(e.texts)) {
		offered = append(offered, quotation{t, e.texts[t]})
	}
	return bestQuotation(slotOf[e.role], offered).text
}

func (e *entity) fullest() string {
	top := 0.
	for _, p := range e.texts {
		top = max(top, p)
	}
	best, score := "", -1.
	for t, p := range e.texts {
		if p < top/2 {
			continue
		}
		p = float64(strings.Count(t, " ")) + p/10
		if p > score || p == score && t < best {
			best, score = t, p
		}
	}
	return best
}

// joinNames joins names of which one holds all words of the other.
func joinNames(list []*entity) []*entity {
	words := map[*entity][]string{}
	for _, e := range list {
		words[e] = strings.Fields(e.longest())
	}
	sort.SliceStable(list, func(i, j int) bool { return len(words[list[i]]) > len(words[list[j]]) })
	var out []*entity
	for _, e := range list {
		var into *entity
		for _, o := range out {
			if shared(words[e], words[o]) == len(words[e]) && (into == nil || o.p > into.p) {
				into = o
			}
		}
		if into == nil {
			out = append(out, e)
			continue
		}
		into.absorb(e)
	}
	return out
}

// joinAliases joins an organization with its other names and its acronym.
func (t *tables) joinAliases(list []*entity) []*entity {
	sort.SliceStable(list, func(i, j int) bool { return list[i].p > list[j].p })
	text := map[*entity]string{}
	for _, e := range list {
		text[e] = e.longest()
	}
	var out []*entity
	for _, e := range list {
		at := slices.IndexFunc(out, func(o *entity) bool {
			a, b := text[o], text[e]
			return t.aliases[a][b] || acronym(a, b) || acronym(b, a)
		})
		if at < 0 {
			out = append(out, e)
		} else {
			out[at].absorb(e)
		}
	}
	return out
}

// acronym says whether a word has the first letters of the words of a name, in
// any order: FMLN, ELN.
func acronym(short, long string) bool {
	if strings.Contains(short, " ") || len(short) < 3 {
		return false
	}
	var letters []byte
	for _, w := range strings.Fields(long) {
		if w != "OF" && w != "THE" && w != "AND" && w != "FOR" {
			letters = append(letters, w[0])
		}
	}
	word := []byte(short)
	slices.Sort(letters)
	slices.Sort(word)
	return len(letters) > 2 && string(letters) == string(word)
}

// shared counts what of a stands in b.
func shared[T comparable](a, b []T) int {
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return n
}

// findCouples pairs entities of one role that may be one fill.
func (r *reading) findCouples() {
	for _, role := range []int{attacker, organization, thing, described, weapon} {
		for i, a := range r.entities[role] {
			for _, b := range r.entities[role][i+1:] {
				if a.p >= .1 && b.p >= .1 {
					r.couples = append(r.couples, couple{a, b})
				}
			}
		}
	}
}

// coupleBag are the features of two entities as one fill.
func (r *reading) coupleBag(c couple) bag {
	var g bag
	a, b, role := c.a, c.b, string(rune('0'+c.a.role))
	ta, tb := a.longest(), b.longest()
	wa, wb := strings.Fields(ta), strings.Fields(tb)
	if len(wa) > len(wb) || len(wa) == len(wb) && ta > tb {
		a, b, ta, tb, wa, wb = b, a, tb, ta, wb, wa
	}
	x, y := r.word(r.heads[a.heads[0]]), r.word(r.heads[b.heads[0]])
	g.add("lem", role, yes(x.Lemma == y.Lemma))
	g.add("form", role, yes(x.Form == y.Form))
	g.add("pair", role, x.Lemma, y.Lemma)
	g.add("num", role, x.Tag, y.Tag)
	g.add("numl", role, x.Tag, y.Tag, yes(x.Lemma == y.Lemma))
	g.add("in", role, yes(strings.Contains(" "+tb+" ", " "+ta+" ")))
	g.add("share", role, small(shared(wa, wb)), small(len(wa)), small(len(wb)))
	g.add("many", role, small(min(len(a.heads), 3)), small(min(len(b.heads), 3)))
	r.nearness(&g, role, a, b)
	return g
}

// nearness says how the mentions of two entities lie to each other.
func (r *reading) nearness(g *bag, role string, a, b *entity) {
	same, near := false, 99
	for _, i := range a.heads {
		for _, j := range b.heads {
			x, y := r.heads[i], r.heads[j]
			near = min(near, abs(x.sentence-y.sentence))
			if x.sentence == y.sentence {
				same = true
				g.add("rel", role, r.between(x, y))
				g.add("gap", role, small(abs(x.word-y.word)))
			}
		}
	}
	g.add("same", role, yes(same))
	g.add("near", role, small(near))
}

// between names the arc between the phrases of two heads of a sentence.
func (v *view) between(x, y head) string {
	s := v.sentence(x)
	a, b := v.tops[x.sentence][x.word], v.tops[x.sentence][y.word]
	switch {
	case a == b:
		return "one"
	case s.Words[a].Head == b:
		return "up " + s.Words[a].Rel
	case s.Words[b].Head == a:
		return "down " + s.Words[b].Rel
	case s.Words[a].Head == s.Words[b].Head:
		return "beside " + s.Words[a].Rel + " " + s.Words[b].Rel
	}
	return "none"
}

func abs(x int) int { return max(x, -x) }

// longestLink is how far a description may stand from the name it is linked to.
const longestLink = 14

// findLinks pairs heads of descriptions and of names in one sentence.
func (r *reading) findLinks() {
	for s := range r.Sentences {
		for _, i := range r.of[s] {
			for _, j := range r.of[s] {
				if i != j && r.roles[i][described] >= leastMention && r.roles[j][name] >= leastMention && abs(r.heads[i].word-r.heads[j].word) <= longestLink {
					r.links = append(r.links, [2]int{i, j})
				}
			}
		}
	}
}

// linkBag are the features of a description and a name.
func (r *reading) linkBag(pair [2]int) bag {
	var b bag
	d, n := r.heads[pair[0]], r.heads[pair[1]]
	s := r.sentence(d)
	side, from, to := "before", d.ends[0], n.first()
	if d.word > n.word {
		side, from, to = "after", n.word+1, d.first()
	}
	lemma, gap := s.Words[d.word].Lemma, small(max(to-from, -1))
	b.add("d", side, gap)
	b.add("dh", side, gap, lemma)
	b.add("h", lemma)
	b.add("t", s.Words[d.word].Tag, s.Words[n.word].Tag, side)
	b.add("rel", r.between(d, n), side)
	text := ""
	for k := from; k < to; k++ {
		b.add("bw", side, s.Words[k].Form)
		text += s.Words[k].Form + " "
	}
	if to-from <= 4 {
		b.add("between", side, text)
	}
	return b
}

// linkOf is how surely a description tells of a name.
func (r *reading) linkOf(description, called *entity) float64 {
	p := 0.
	for _, i := range description.heads {
		for _, j := range called.heads {
			p = max(p, r.linked[[2]int{i, j}])
		}
	}
	return p
}
