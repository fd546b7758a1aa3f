package fill

import (
	"maps"
	"slices"
	"sort"
	"strings"

	"github.com/opendateline/dateline/eval/muc4"
)

// taught is a reading with what the key says of it.
type taught struct {
	*reading
	fold   int
	keys   []*muc4.Template
	quotes []map[string][]reference // fills by what may be quoted, for each role
	right  []uint32                 // roles of each head, a bit for each
	fills  [][]reference            // fills that each head may be quoted for
	unsure []bool                   // heads that may be quoted, and do not look like it
	homes  [][]float64              // by sentence: how much it tells of each template
	gold   map[*group]int           // template of each group
}

// reference points at a fill of the key.
type reference struct{ template, role, fill int }

func teach(r *reading, keys []*muc4.Template) *taught {
	t := &taught{reading: r, keys: keys}
	t.quotes = make([]map[string][]reference, roleCount)
	for role := range roleCount {
		t.quotes[role] = map[string][]reference{}
		for k, key := range keys {
			for f, fill := range key.Fills[slotOf[role]] {
				for _, value := range fill.Values {
					text := canonical(value)
					t.quotes[role][text] = append(t.quotes[role][text], reference{k, role, f})
				}
			}
		}
	}
	t.right, t.fills = make([]uint32, len(r.heads)), make([][]reference, len(r.heads))
	if len(keys) > 0 {
		for i := range r.heads {
			t.findFills(i)
		}
		t.findLoose()
	}
	t.findHomes()
	return t
}

func (t *taught) findHomes() {
	t.homes = nil
	for s := range t.Sentences {
		t.homes = append(t.homes, t.home(s))
	}
}

func (t *taught) findFills(head int) {
	for _, v := range t.variants(head) {
		for role := range roleCount {
			for _, ref := range t.quotes[role][v.text] {
				if !slices.Contains(t.fills[head], ref) {
					t.fills[head] = append(t.fills[head], ref)
					t.right[head] |= 1 << role
				}
			}
		}
	}
}

// findLoose finds heads for the fills that no phrase of the message quotes to the
// letter: those with the head word of the fill and the most of its words.
func (t *taught) findLoose() {
	quoted := map[reference]bool{}
	for _, refs := range t.fills {
		for _, ref := range refs {
			quoted[ref] = true
		}
	}
	for k, key := range t.keys {
		for role := range roleCount {
			for f, fill := range key.Fills[slotOf[role]] {
				if ref := (reference{k, role, f}); role != name && !quoted[ref] {
					t.loosen(ref, fill)
				}
			}
		}
	}
}

func (t *taught) loosen(ref reference, fill muc4.Fill) {
	best, heads := 0, []int(nil)
	for _, value := range fill.Values {
		top, words := muc4.Head(value), strings.Fields(canonical(value))
		for i, h := range t.heads {
			w := t.word(h)
			if w.Form != top && w.Lemma != strings.ToLower(top) {
				continue
			}
			s := t.sentence(h)
			n := 1 + shared(words, strings.Fields(canonical(s.phrase(h.first(), h.ends[len(h.ends)-1]))))
			switch {
			case n > best:
				best, heads = n, []int{i}
			case n == best:
				heads = append(heads, i)
			}
		}
	}
	for _, i := range heads {
		if !slices.Contains(t.fills[i], ref) {
			t.fills[i] = append(t.fills[i], ref)
			t.right[i] |= 1 << ref.role
		}
	}
}

// telling says how much a fill of a role tells templates apart.
var telling = [roleCount]float64{attacker: .4, organization: .3, thing: 1, name: 1, described: 1, weapon: .6}

// home weighs the templates that a sentence tells of. A fill that several
// templates have counts for each in part.
func (t *taught) home(s int) []float64 {
	weights := make([]float64, len(t.keys))
	var seen []reference
	for _, i := range t.of[s] {
		for _, ref := range t.fills[i] {
			if slices.Contains(seen, ref) {
				continue
			}
			seen = append(seen, ref)
			share := 0
			for _, other := range t.fills[i] {
				if other.role == ref.role {
					share++
				}
			}
			weights[ref.template] += telling[ref.role] / float64(share)
		}
	}
	return weights
}

// homeOf is the template that a sentence tells of most, -1 if it tells of none
// or of two alike.
func (t *taught) homeOf(s int) int {
	best, second, at := .45, 0., -1
	for k, w := range t.homes[s] {
		if w > best {
			second = best
			best, at = w, k
		} else {
			second = max(second, w)
		}
	}
	if at >= 0 && len(t.keys) > 1 && second >= best-1e-6 {
		return -1
	}
	return at
}

func kindOf(key *muc4.Template) uint32 {
	if fills := key.Fills[muc4.IncidentType]; len(fills) > 0 {
		if at := slices.Index(types, fills[0].Values[0]); at >= 0 {
			return 2 << at
		}
	}
	return 0
}

func (t *taught) ofDocument(int) answer {
	a := answer{weight: 1}
	for _, key := range t.keys {
		a.right |= kindOf(key)
		if !key.Optional {
			a.right |= 1
		}
	}
	if len(t.keys) > 0 && a.right&1 == 0 {
		a.weight = .3
	}
	return a
}

func (t *taught) ofSentence(s int) answer {
	a := answer{weight: 1}
	for k, w := range t.homes[s] {
		if w >= .5 {
			a.right |= 1 | kindOf(t.keys[k])
			if t.keys[k].Optional {
				a.weight = .5
			}
		}
	}
	return a
}

func (t *taught) ofRelevance(s int) answer {
	a := graded(false)
	for _, w := range t.homes[s] {
		if w >= .5 {
			a.right = 1
		}
	}
	return a
}

// ofChoice: a variant is right as the key has it. Others that would be counted as
// correct too, with a number or a nationality before, are not: scores of today
// ask for the very words.
func (t *taught) ofChoice(i int) answer {
	c := t.choices[i]
	if t.right[c.head]>>c.role&1 == 0 || !t.exact(c) {
		return answer{}
	}
	return graded(len(t.quotes[c.role][c.text]) > 0)
}

// exact says whether a variant of the head is in the key to the letter.
func (t *taught) exact(c choice) bool {
	return slices.ContainsFunc(t.variants(c.head), func(v variant) bool { return len(t.quotes[c.role][v.text]) > 0 })
}

func (t *taught) ofPair(i int) answer {
	a, b := t.homeOf(t.pairs[i][0]), t.homeOf(t.pairs[i][1])
	if a < 0 || b < 0 {
		return answer{}
	}
	return graded(a == b)
}

// alignGroups gives each group the template that it tells of most; each template
// has one group.
func (t *taught) alignGroups() {
	type match struct {
		group    *group
		template int
		weight   float64
	}
	var matches []match
	t.gold = map[*group]int{}
	for _, g := range t.groups {
		t.gold[g] = -1
		for k, key := range t.keys {
			w := 0.
			for _, s := range g.sentences {
				w += t.homes[s][k]
			}
			if w <= .4 {
				continue
			}
			if kindOf(key) == 2<<g.kind {
				w += .5
			}
			matches = append(matches, match{g, k, w})
		}
	}
	sort.SliceStable(matches, func(i, j int) bool { return matches[i].weight > matches[j].weight })
	used := map[int]bool{}
	for _, m := range matches {
		if t.gold[m.group] < 0 && !used[m.template] {
			t.gold[m.group] = m.template
			used[m.template] = true
		}
	}
}

func (t *taught) ofGroup(i int) answer {
	if t.gold == nil {
		t.alignGroups()
	}
	return graded(t.gold[t.groups[i]] >= 0)
}

// fillOf is the fill of a template that an entity answers: by one of its texts,
// or by a head of which the key quotes more or less.
func (t *taught) fillOf(template int, e *entity) (muc4.Fill, bool) {
	if template < 0 {
		return muc4.Fill{}, false
	}
	for _, ref := range t.references(e) {
		if ref.template == template {
			return t.keys[template].Fills[slotOf[e.role]][ref.fill], true
		}
	}
	return muc4.Fill{}, false
}

// ofRole answers about the entities of a role, for one group after the other.
func ofRole(role int) func(*taught, int) answer {
	return func(t *taught, i int) answer {
		n := len(t.entities[role])
		at := t.gold[t.groups[i/n]]
		if at < 0 {
			return answer{}
		}
		_, ok := t.fillOf(at, t.entities[role][i%n])
		return graded(ok)
	}
}

func refers(f, to muc4.Fill) bool {
	return slices.ContainsFunc(f.Refs, func(ref string) bool {
		return slices.ContainsFunc(to.Values, func(v string) bool { return canonical(v) == canonical(ref) })
	})
}

func (t *taught) ofLink(i int) answer {
	a := answer{}
	for _, d := range t.fills[t.links[i][0]] {
		for _, n := range t.fills[t.links[i][1]] {
			if d.role != described || n.role != name || d.template != n.template {
				continue
			}
			key := t.keys[d.template]
			a.weight = 1
			if refers(key.Fills[muc4.HumDescription][d.fill], key.Fills[muc4.HumName][n.fill]) {
				a.right = 1
			}
		}
	}
	return a
}

// references are the fills that an entity answers, those of its texts first.
func (t *taught) references(e *entity) []reference {
	var out []reference
	for _, text := range slices.Sorted(maps.Keys(e.texts)) {
		out = append(out, t.quotes[e.role][text]...)
	}
	for _, i := range e.heads {
		for _, ref := range t.fills[i] {
			if ref.role == e.role && !slices.Contains(out, ref) {
				out = append(out, ref)
			}
		}
	}
	return out
}

func (t *taught) ofCouple(i int) answer {
	a := answer{}
	for _, x := range t.references(t.couples[i].a) {
		for _, y := range t.references(t.couples[i].b) {
			if x.template == y.template {
				a.weight = 1
			}
			if x == y {
				a.right = 1
			}
		}
	}
	return a
}

// itemsOf are the key's items of a slot about one of its fills: more than one if
// the key accepts either.
func itemsOf(key *muc4.Template, slot muc4.Slot, about muc4.Fill) []string {
	for _, fill := range key.Fills[slot] {
		if refers(fill, about) {
			return fill.Values
		}
	}
	return []string{none}
}

func (t *taught) ofQuestion(c closed, q question) answer {
	if at := t.gold[q.group]; at >= 0 {
		return t.answerOf(c, q, at)
	}
	return answer{}
}

// answerOf is the answer if the question is about a template of the key.
func (t *taught) answerOf(c closed, q question, at int) answer {
	items, ok := []string{none}, true
	if q.entity != nil {
		items, ok = t.entityItems(t.keys[at], at, q)
	} else if fills := ownFills(t.keys[at], c.slot); len(fills) > 0 {
		items = fills[0].Values
	}
	if !ok || items[0] == none && !slices.Contains(c.items, none) {
		return answer{}
	}
	a := answer{weight: 1}
	for k, item := range c.items {
		if slices.Contains(items, item) {
			a.right |= 1 << k
		}
	}
	return a
}

// ownFills are the fills that refer to no other slot.
func ownFills(key *muc4.Template, slot muc4.Slot) []muc4.Fill {
	var out []muc4.Fill
	for _, f := range key.Fills[slot] {
		if !slot.Refers() || len(f.Refs) > 0 && f.Refs[0] == "-" {
			out = append(out, f)
		}
	}
	return out
}

func (t *taught) entityItems(key *muc4.Template, at int, q question) ([]string, bool) {
	fill, ok := t.fillOf(at, q.entity)
	if !ok {
		return nil, false
	}
	items := itemsOf(key, q.slot, fill)
	if items[0] == none && q.entity.role == described && len(fill.Refs) > 0 {
		items = itemsOf(key, q.slot, muc4.Fill{Values: fill.Refs})
	}
	return items, true
}

// ofOption: i counts the options of all groups.
func (t *taught) ofOption(slot muc4.Slot, i int) answer {
	for _, g := range t.groups {
		options := t.options[g]
		if i >= len(options) {
			i -= len(options)
			continue
		}
		if t.gold[g] < 0 {
			return answer{}
		}
		for _, f := range t.keys[t.gold[g]].Fills[slot] {
			for _, v := range f.Values {
				if tight(v) == tight(options[i].value) {
					return graded(true)
				}
			}
		}
		return graded(false)
	}
	return answer{}
}
