package link

import (
	"sort"

	"github.com/opendateline/dateline"
)

// ambiguous is by how little a mention's fit with its own incident may exceed
// that with a rival before it is left between them (LNK-1).
const ambiguous = 1

// groups is one component on its way to clusters. Groups i and k were compared
// as wholes: sum is the sum of the scores of all pairs across, apart counts the
// pairs that cannot be one. A group leads if it has the main account of a report
// that is known as a whole.
type groups struct {
	*table
	comp    []int        // mentions
	decided map[int]bool // mentions of the component that people put together
	members [][]int      // by group; nil once joined into another
	leading []bool       // by group
	sum     [][]float64
	apart   [][]bool
}

// split turns a component into clusters: from the best pair of groups down,
// while the mean of the scores across stays probable and nothing across
// conflicts (LNK-4). Those that lead come first: of them more is known, and what
// a report tells in passing must not stand between them.
func (t *table) split(comp []int, people Ruling) []Cluster {
	if len(comp) == 1 {
		return []Cluster{t.cluster(comp, nil)}
	}
	g := t.newGroups(comp)
	at := map[int]int{}
	for x, i := range comp {
		at[i] = x
	}
	t.each(people.Together, func(i, k int) { g.joinMentions(at, i, k) })
	t.each(people.Apart, func(i, k int) { g.partMentions(at, i, k) })
	for g.step(true) {
	}
	for g.step(false) {
	}
	return g.clusters()
}

func (t *table) newGroups(comp []int) *groups {
	n := len(comp)
	g := &groups{table: t, comp: comp, decided: map[int]bool{}, members: make([][]int, n), leading: make([]bool, n), sum: make([][]float64, n), apart: make([][]bool, n)}
	for x := range comp {
		g.members[x], g.leading[x] = []int{x}, g.leads(x)
		g.sum[x], g.apart[x] = make([]float64, n), make([]bool, n)
	}
	for x := range comp {
		for y := x + 1; y < n; y++ {
			p := t.pair(comp[x], comp[y])
			g.sum[x][y], g.sum[y][x] = p.Score, p.Score
			g.apart[x][y], g.apart[y][x] = p.Apart, p.Apart
		}
	}
	return g
}

// leads says whether a mention of the component is the main account of a report
// that is known as a whole and dated: what [Linker.Evidence] compares.
func (g *groups) leads(x int) bool {
	return g.look(g.mentions[g.comp[x]]).dated()
}

// groupOf finds the group that holds a mention of the component.
func (g *groups) groupOf(x int) int {
	for y, m := range g.members {
		for _, z := range m {
			if z == x {
				return y
			}
		}
	}
	return x
}

func (g *groups) joinMentions(at map[int]int, i, k int) {
	x, ok := at[i]
	y, ok2 := at[k]
	if ok && ok2 {
		g.decided[x], g.decided[y] = true, true
		if x, y = g.groupOf(x), g.groupOf(y); x != y {
			g.join(min(x, y), max(x, y))
		}
	}
}

func (g *groups) partMentions(at map[int]int, i, k int) {
	x, ok := at[i]
	y, ok2 := at[k]
	if ok && ok2 {
		x, y = g.groupOf(x), g.groupOf(y)
		g.apart[x][y], g.apart[y][x] = true, true
	}
}

// mean is the score of two groups as wholes.
func (g *groups) mean(x, y int) float64 {
	return g.sum[x][y] / float64(len(g.members[x])*len(g.members[y]))
}

// step joins the best pair of groups, of those that lead or of all, the first in
// order among equals, and says whether there was one.
func (g *groups) step(leading bool) bool {
	bx, by, best := -1, -1, g.Probable
	for x := range g.members {
		for y := x + 1; g.members[x] != nil && y < len(g.members); y++ {
			if g.members[y] == nil || g.apart[x][y] || leading && !(g.leading[x] && g.leading[y]) {
				continue
			}
			s := g.mean(x, y)
			if s < best || bx >= 0 && s == best || leading && (g.toldBetter(x, y) || g.toldBetter(y, x)) {
				continue
			}
			if g.strangers(x, y) {
				continue
			}
			bx, by, best = x, y, s
		}
	}
	if bx < 0 {
		return false
	}
	g.join(bx, by)
	return true
}

// toldBetter says whether a report of group x has another account, apart from
// x, that is surely of group y, and fits it better: "a bus had been attacked
// earlier that day" in a report of a van.
func (g *groups) toldBetter(x, y int) bool {
	for z, m := range g.members {
		if m == nil || z == x || z == y || !g.apart[x][z] || g.apart[z][y] || g.mean(z, y) < max(g.Link, g.mean(x, y)) {
			continue
		}
		if g.shareReport(x, z) {
			return true
		}
	}
	return false
}

func (g *groups) shareReport(x, z int) bool {
	for _, a := range g.members[x] {
		for _, b := range g.members[z] {
			if g.mentions[g.comp[a]].ReportID == g.mentions[g.comp[b]].ReportID {
				return true
			}
		}
	}
	return false
}

// join moves group y into group x; what was apart from either is apart from it.
func (g *groups) join(x, y int) {
	g.members[x] = append(g.members[x], g.members[y]...)
	g.members[y] = nil
	g.leading[x] = g.leading[x] || g.leading[y]
	for z := range g.members {
		if z != x && g.members[z] != nil {
			g.sum[x][z] += g.sum[y][z]
			g.apart[x][z] = g.apart[x][z] || g.apart[y][z]
			g.sum[z][x], g.apart[z][x] = g.sum[x][z], g.apart[x][z]
		}
	}
}

// clusters reads the groups off, and takes out the mentions that fit two
// groups which cannot be one.
func (g *groups) clusters() []Cluster {
	var live []int
	for x, m := range g.members {
		if m != nil {
			live = append(live, x)
		}
	}
	between := map[int][]int{} // mention of the component → groups it stands between
	for _, x := range live {
		for _, m := range g.members[x] {
			if rivals := g.rivals(m, x, live); len(g.members[x]) > 1 && !g.decided[m] && rivals != nil {
				between[m] = append([]int{x}, rivals...)
			}
		}
	}
	ids := map[int]dateline.ID{}
	var out []Cluster
	for _, x := range live {
		var stay []int
		for _, m := range g.members[x] {
			if between[m] == nil {
				stay = append(stay, g.comp[m])
			}
		}
		if len(stay) == 0 { // all stand between: leave them where they are
			for _, m := range g.members[x] {
				stay = append(stay, g.comp[m])
				delete(between, m)
			}
		}
		c := g.cluster(stay, nil)
		ids[x], out = c.ID, append(out, c)
	}
	for m, xs := range between {
		var alternatives []dateline.ID
		for _, x := range xs {
			alternatives = append(alternatives, ids[x])
		}
		out = append(out, g.cluster([]int{g.comp[m]}, alternatives))
	}
	return out
}

// rivals are the groups that a mention of group x fits as well as its own, and
// that cannot be one with its own. What is told in passing is no rival for a
// mention that leads.
func (g *groups) rivals(m, x int, live []int) []int {
	fit := g.fit(m, x)
	var out []int
	for _, y := range live {
		if y != x && g.apart[x][y] && (g.leading[y] || !g.leads(m)) && !g.parted(m, y) && g.fit(m, y) >= max(fit-ambiguous+0.5, g.Probable) {
			out = append(out, y)
		}
	}
	return out
}

// fit is the mean of a mention's best scores with the other members of a group:
// three say how well it fits, and vague members of a large group are not held
// against it.
func (g *groups) fit(m, x int) float64 {
	var scores []float64
	for _, o := range g.members[x] {
		if o != m {
			scores = append(scores, g.pair(g.comp[m], g.comp[o]).Score)
		}
	}
	if len(scores) == 0 {
		return 0
	}
	sort.Sort(sort.Reverse(sort.Float64Slice(scores)))
	scores = scores[:min(len(scores), 3)]
	sum := 0.0
	for _, s := range scores {
		sum += s
	}
	return sum / float64(len(scores))
}

func (g *groups) parted(m, x int) bool {
	for _, o := range g.members[x] {
		if o != m && g.pair(g.comp[m], g.comp[o]).Apart {
			return true
		}
	}
	return false
}

// cluster makes the value of a set of mentions. Its core is the largest set of
// members that are linked; members outside the core are probable.
func (t *table) cluster(list []int, alternatives []dateline.ID) Cluster {
	sort.Ints(list)
	c := Cluster{Alternatives: alternatives}
	core := t.core(list)
	for _, i := range list {
		c.Mentions = append(c.Mentions, t.mentions[i].ID)
		if !core[i] {
			c.Probable = append(c.Probable, t.mentions[i].ID)
		}
	}
	sort.Slice(c.Alternatives, func(i, k int) bool { return c.Alternatives[i] < c.Alternatives[k] })
	c.ID = dateline.NewID(dateline.PrefixIncident, string(c.Mentions[0]))
	return c
}

func (t *table) core(list []int) map[int]bool {
	best, seen := map[int]bool{}, map[int]bool{}
	for _, i := range list {
		if seen[i] {
			continue
		}
		set, todo := map[int]bool{i: true}, []int{i}
		for len(todo) > 0 {
			x := todo[0]
			todo = todo[1:]
			for _, k := range list {
				if !set[k] && t.pair(x, k).Band == Linked {
					set[k], todo = true, append(todo, k)
				}
			}
		}
		for x := range set {
			seen[x] = true
		}
		if len(set) > len(best) {
			best = set
		}
	}
	return best
}
