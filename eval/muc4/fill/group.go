package fill

import (
	"slices"
	"sort"
	"strconv"
)

// group is sentences that tell of one incident.
type group struct {
	sentences []int // ascending
	relevance float64
	worth     float64 // of a template, by its words
	valid     float64
	kinds     []float64 // share of each type
	kind      int
	fits      [roleCount][]float64 // by entity of the role: by its words
	roles     [roleCount][]float64 // by entity of the role
}

func (g *group) has(sentence int) bool { return slices.Contains(g.sentences, sentence) }

// top is the most relevant sentence.
func (r *reading) top(g *group) int {
	top := g.sentences[0]
	for _, s := range g.sentences {
		if r.relevance[s] > r.relevance[top] {
			top = s
		}
	}
	return top
}

const (
	leastPaired  = .1  // relevance of sentences that are compared
	leastGrouped = .15 // relevance of sentences that are grouped
	leastAlike   = .6  // mean likeness of groups that are joined
)

// findPairs lists the pairs of sentences that may tell of one incident.
func (r *reading) findPairs() {
	for i := range r.Sentences {
		for j := i + 1; j < len(r.Sentences); j++ {
			if r.relevance[i] > leastPaired && r.relevance[j] > leastPaired {
				r.pairs = append(r.pairs, [2]int{i, j})
			}
		}
	}
}

var cues = wordSet("MEANWHILE ALSO ANOTHER OTHER SAME EARLIER LATER PREVIOUSLY ON FOR IN ACCORDING HOURS MOREOVER FURTHERMORE LIKEWISE SIMULTANEOUSLY ELSEWHERE SECOND THIRD YESTERDAY TODAY LAST")

// pairBag are the features of two sentences as parts of one account.
func (r *reading) pairBag(i, j int) bag {
	var b bag
	gap := small(j - i)
	one, two := r.kindOf(i), r.kindOf(j)
	b.add("dist", gap)
	b.add("par", small(r.Sentences[j].Paragraph-r.Sentences[i].Paragraph))
	b.add("between", small(r.countRelevant(i+1, j)))
	b.add("types", types[one], types[two])
	b.add("same", yes(one == two))
	b.add("first", yes(i == 0), yes(j == 1))
	for role := range roleCount {
		state := compared(r.strong(i, role), r.strong(j, role))
		b.add("role", strconv.Itoa(role), state)
		b.add("roled", strconv.Itoa(role), state, gap)
	}
	names := small(r.sharedNames(i, j))
	b.add("names", names)
	b.add("namesd", names, gap)
	words := small(shared(r.contents[i], r.contents[j]))
	b.add("words", words)
	b.add("wordst", words, yes(one == two))
	state := compared(r.placesIn(i), r.placesIn(j))
	b.add("place", state)
	b.add("placed", state, gap)
	state = compared(r.daysIn(i), r.daysIn(j))
	b.add("date", state)
	b.add("dated", state, gap)
	b.add("rel", level(r.relevance[i]), level(r.relevance[j]))
	b.add("nrel", small(r.countRelevant(0, len(r.Sentences))))
	accountsCompared(&b, r.accountsIn(i), r.accountsIn(j), gap)
	b.add("genre", r.Genre)
	for k, w := range r.Sentences[j].Words {
		if k < 4 {
			b.add("open", strconv.Itoa(k), w.Form)
			if cues[w.Form] {
				b.add("cue", w.Form)
			}
		}
		if w.POS != "PROPN" {
			b.add("w", w.Lemma)
		}
	}
	return b
}

// accountsCompared say whether two sentences are parts of one account, or of
// accounts of one day and place.
func accountsCompared(b *bag, first, second []*Account, gap string) {
	state := compared(first, second)
	b.add("account", state)
	b.add("accountd", state, gap)
	day, place := compared(days(first), days(second)), compared(seats(first), seats(second))
	b.add("aday", day)
	b.add("aplace", place)
	b.add("adp", day, place)
}

func days(accounts []*Account) []string {
	var out []string
	for _, a := range accounts {
		if a.To != "" {
			out = append(out, a.value())
		}
	}
	return out
}

func seats(accounts []*Account) []string {
	var out []string
	for _, a := range accounts {
		if a.Place != "" {
			out = append(out, a.Place)
		}
	}
	return out
}

// compared says what the later of two lists has of the earlier.
func compared[T comparable](a, b []T) string {
	switch n := shared(a, b); {
	case len(a) == 0 && len(b) == 0:
		return "none"
	case len(a) == 0:
		return "new"
	case len(b) == 0:
		return "old"
	case n == 0:
		return "differ"
	default:
		return "share" + small(n)
	}
}

func (r *reading) countRelevant(from, to int) int {
	n := 0
	for k := from; k < to; k++ {
		if r.relevance[k] > .3 {
			n++
		}
	}
	return n
}

func (r *reading) kindOf(sentence int) int {
	best := 0
	for t := range types {
		if r.told[sentence][t+1] > r.told[sentence][best+1] {
			best = t
		}
	}
	return best
}

// strong are the lemmas of the heads that probably have a role.
func (r *reading) strong(sentence, role int) []string {
	var out []string
	for _, i := range r.of[sentence] {
		if r.roles[i][role] > .3 {
			out = append(out, r.word(r.heads[i]).Lemma)
		}
	}
	return out
}

// sharedNames counts the words of the first sentence that are parts of names in
// both and not of places.
func (r *reading) sharedNames(i, j int) int {
	n := 0
	for _, w := range r.Sentences[i].Words {
		if w.POS == "PROPN" && len(w.Form) > 3 && !r.tables.places.knows(w.Form) &&
			slices.ContainsFunc(r.Sentences[j].Words, func(x Word) bool { return x.Form == w.Form && x.POS == "PROPN" }) {
			n++
		}
	}
	return n
}

func (v *view) placesIn(sentence int) []string {
	var out []string
	for _, p := range v.places {
		if p.sentence == sentence {
			out = append(out, p.name)
		}
	}
	return out
}

func (v *view) daysIn(sentence int) []string {
	var out []string
	for _, x := range v.dates {
		if x.sentence == sentence {
			out = append(out, x.value)
		}
	}
	return out
}

// findGroups joins relevant sentences, the most alike groups first, until no two
// are alike enough.
func (r *reading) findGroups() {
	var groups []*group
	for i, p := range r.relevance {
		if p >= leastGrouped {
			groups = append(groups, &group{sentences: []int{i}})
		}
	}
	for {
		i, j, best := r.closest(groups)
		if best <= leastAlike {
			break
		}
		groups[i].sentences = append(groups[i].sentences, groups[j].sentences...)
		slices.Sort(groups[i].sentences)
		groups = slices.Delete(groups, j, j+1)
	}
	for _, g := range groups {
		r.weigh(g)
	}
	r.groups = groups
}

func (r *reading) closest(groups []*group) (i, j int, best float64) {
	for a := range groups {
		for b := a + 1; b < len(groups); b++ {
			if x := r.likeness(groups[a], groups[b]); x > best {
				i, j, best = a, b, x
			}
		}
	}
	return i, j, best
}

// likeness is the mean over the pairs of sentences of two groups.
func (r *reading) likeness(a, b *group) float64 {
	sum := 0.
	for _, x := range a.sentences {
		for _, y := range b.sentences {
			sum += r.together[[2]int{min(x, y), max(x, y)}]
		}
	}
	return sum / float64(len(a.sentences)*len(b.sentences))
}

func (r *reading) weigh(g *group) {
	g.kinds = make([]float64, len(types))
	sum := 0.
	for _, s := range g.sentences {
		g.relevance = max(g.relevance, r.relevance[s])
		sum += r.relevance[s]
		for t := range types {
			g.kinds[t] += r.told[s][t+1] * r.relevance[s]
		}
	}
	for t := range types {
		g.kinds[t] /= sum
		if g.kinds[t] > g.kinds[g.kind] {
			g.kind = t
		}
	}
}

// validRow is what speaks for giving a group a template.
func (r *reading) validRow(at int) []float32 {
	g := r.groups[at]
	ps := make([]float64, 0, len(g.sentences)+1)
	sum := 0.
	for _, s := range g.sentences {
		ps = append(ps, r.relevance[s])
		sum += r.relevance[s]
	}
	sort.Sort(sort.Reverse(sort.Float64Slice(ps)))
	ps = append(ps, 0)
	rank, alike, nearest := 0., 0., 0.
	for k, o := range r.groups {
		rank += one(o.relevance > g.relevance)
		if k == at {
			continue
		}
		alike += one(o.kind == g.kind)
		for _, a := range g.sentences {
			for _, b := range o.sentences {
				nearest = max(nearest, r.together[[2]int{min(a, b), max(a, b)}])
			}
		}
	}
	n := float64(len(g.sentences))
	row := floats(g.relevance, ps[1], sum, sum/n, n, float64(g.sentences[0]), rank, float64(len(r.groups)), alike, float64(len(r.Sentences)))
	row = append(row, floats(r.document...)...)
	row = append(row, floats(g.kinds...)...)
	for role := range roleCount {
		best, many := 0., 0.
		for _, s := range g.sentences {
			p, k := r.strongest(s, role)
			best, many = max(best, p), many+k
		}
		row = append(row, floats(best, many)...)
	}
	row = append(row, float32(nearest), float32(g.worth))
	row = append(row, r.settingRow(g)...)
	row = append(row, r.repeated(at)...)
	return append(row, r.sideRow(g.sentences)...)
}

// repeated says how much of what has a role in a group has it in a more relevant
// one too, targets and perpetrators apart: an incident told once more.
func (r *reading) repeated(at int) []float32 {
	g := r.groups[at]
	targets, perpetrators, sameKind := 0., 0., 0.
	for k, o := range r.groups {
		if o.relevance < g.relevance || o.relevance == g.relevance && k >= at {
			continue
		}
		t, p := r.inBoth(g, o, thing, name, described), r.inBoth(g, o, attacker, organization)
		if t > targets {
			sameKind = one(o.kind == g.kind)
		}
		targets, perpetrators = max(targets, t), max(perpetrators, p)
	}
	return floats(targets, perpetrators, sameKind)
}

// inBoth is the share of the entities of a group, by their probability, that
// have a part in the other group too.
func (r *reading) inBoth(g, o *group, roles ...int) float64 {
	all, both := 1e-9, 0.
	for _, role := range roles {
		for _, e := range r.entities[role] {
			here, there := 0., 0.
			for _, i := range e.heads {
				if s := r.heads[i].sentence; g.has(s) {
					here = max(here, r.chance(i, role))
				} else if o.has(s) {
					there = max(there, r.chance(i, role))
				}
			}
			all += here
			both += min(here, there)
		}
	}
	return both / all
}
