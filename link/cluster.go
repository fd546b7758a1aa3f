package link

import (
	"sort"

	"github.com/opendateline/dateline"
)

// Ruling is what people have decided; it outranks every score.
type Ruling struct {
	Together, Apart [][2]dateline.ID // of mentions
}

// Cluster is a set of mentions taken for one incident. Probable lists the
// members that hang on by less than a link; Alternatives, of a mention that fits
// two incidents equally (LNK-1), the other clusters.
type Cluster struct {
	ID           dateline.ID
	Mentions     []dateline.ID // sorted
	Probable     []dateline.ID // sorted
	Alternatives []dateline.ID // sorted
}

// Clusterable says whether a mention is of a kind that becomes an incident: an
// incident, or a foiled one with a physical act (§7.4).
func Clusterable(m *dateline.Mention) bool {
	foiled := m.Kind == dateline.KindFoiled && m.Facets.Act == dateline.Disruption
	return (m.Kind == dateline.KindIncident || foiled) && m.Polarity != dateline.Negated && m.Temporality != dateline.Hypothetical && m.Temporality != dateline.Future
}

// Cluster joins mentions into incidents. pairs are the comparisons of mentions
// that met in a key; others are made as needed. It returns the clusters in order
// of id, and the decisions on every pair kept and every near miss. Mentions that
// are not Clusterable are left out. The result does not depend on the order of
// the arguments' elements.
func (l *Linker) Cluster(mentions []*dateline.Mention, pairs []Pair, people Ruling) ([]Cluster, []dateline.Decision) {
	t := l.newTable(mentions, pairs)
	var out []Cluster
	for _, comp := range t.components(people) {
		out = append(out, t.split(comp, people)...)
	}
	sort.Slice(out, func(i, k int) bool { return out[i].ID < out[k].ID })
	return out, t.decisions()
}

// One makes one cluster of mentions that are known to be of one incident; at
// least one of them is Clusterable.
func (l *Linker) One(mentions []*dateline.Mention, pairs []Pair) Cluster {
	t := l.newTable(mentions, pairs)
	list := make([]int, len(t.mentions))
	for i := range list {
		list[i] = i
	}
	return t.cluster(list, nil)
}

// table holds the comparisons made so far, by index of sorted mentions.
type table struct {
	*Linker
	mentions []*dateline.Mention
	index    map[dateline.ID]int
	pairs    map[[2]int]Pair
	extra    map[[2]int]Pair // comparisons of mentions that met in no key
	near     [][]int         // mentions with a kept pair
}

func (l *Linker) newTable(mentions []*dateline.Mention, pairs []Pair) *table {
	t := &table{Linker: l, index: map[dateline.ID]int{}, pairs: map[[2]int]Pair{}, extra: map[[2]int]Pair{}}
	for _, m := range mentions {
		if Clusterable(m) {
			t.mentions = append(t.mentions, m)
		}
	}
	sort.Slice(t.mentions, func(i, k int) bool { return t.mentions[i].ID < t.mentions[k].ID })
	for i, m := range t.mentions {
		t.index[m.ID] = i
	}
	t.near = make([][]int, len(t.mentions))
	for _, p := range pairs {
		i, ok := t.index[p.A.ID]
		k, ok2 := t.index[p.B.ID]
		if ok && ok2 {
			t.pairs[[2]int{min(i, k), max(i, k)}] = p
		}
	}
	t.link()
	t.unique()
	return t
}

// link fills near, each list in order.
func (t *table) link() {
	for at, p := range t.pairs {
		if p.Band != Separate {
			t.near[at[0]] = append(t.near[at[0]], at[1])
			t.near[at[1]] = append(t.near[at[1]], at[0])
		}
	}
	for i := range t.near {
		sort.Ints(t.near[i])
	}
}

// unique adds the points of "no other stored incident is compatible" to kept
// pairs: neither mention has another match that the other cannot be one with.
func (t *table) unique() {
	changed := map[[2]int]Pair{}
	for at, p := range t.pairs {
		if p.Band != Separate && !t.rival(at[0], at[1]) && !t.rival(at[1], at[0]) {
			changed[at] = t.alone(p)
		}
	}
	for at, p := range changed {
		t.pairs[at] = p
	}
}

// rival says whether i has a match other than k that k cannot be one with.
func (t *table) rival(i, k int) bool {
	for _, j := range t.near[i] {
		if j != k && t.pair(j, k).Apart {
			return true
		}
	}
	return false
}

// pair gives the comparison of two mentions, made now if need be.
func (t *table) pair(i, k int) Pair {
	at := [2]int{min(i, k), max(i, k)}
	if p, ok := t.pairs[at]; ok {
		return p
	}
	p, ok := t.extra[at]
	if !ok {
		p = t.Score(t.mentions[at[0]], t.mentions[at[1]])
		t.extra[at] = p
	}
	return p
}

// components are the mentions that hang together by kept pairs or by people's
// decisions: the most that can become one cluster. Each is in order.
func (t *table) components(people Ruling) [][]int {
	parent := make([]int, len(t.mentions))
	for i := range parent {
		parent[i] = i
	}
	root := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	join := func(i, k int) {
		i, k = root(i), root(k)
		parent[max(i, k)] = min(i, k)
	}
	for i, list := range t.near {
		for _, k := range list {
			join(i, k)
		}
	}
	t.each(people.Together, join)
	groups := map[int][]int{}
	for i := range t.mentions {
		groups[root(i)] = append(groups[root(i)], i)
	}
	var out [][]int
	for i := range t.mentions {
		if groups[i] != nil {
			out = append(out, groups[i])
		}
	}
	return out
}

// each calls f for the pairs of mentions that are here.
func (t *table) each(pairs [][2]dateline.ID, f func(i, k int)) {
	for _, p := range pairs {
		i, ok := t.index[p[0]]
		k, ok2 := t.index[p[1]]
		if ok && ok2 {
			f(i, k)
		}
	}
}

// decisions are those on kept pairs and near misses, in order of id. A pair with
// a conflict is no near miss, whatever its sum.
func (t *table) decisions() []dateline.Decision {
	var out []dateline.Decision
	for _, p := range t.pairs {
		if !p.Apart && p.Score >= t.Probable-t.NearMiss {
			out = append(out, p.Decision())
		}
	}
	sort.Slice(out, func(i, k int) bool { return out[i].ID < out[k].ID })
	return out
}
