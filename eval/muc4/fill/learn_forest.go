package fill

import (
	"math"
	"math/rand/v2"
	"slices"
)

// growing is how a forest is grown.
type growing struct {
	trees, depth int
	rate, lambda float64
	least        int     // rows in a leaf
	part         float64 // of the rows, and of the features, that a tree sees
}

const bins = 32

// grow grows a forest by gradient boosting on the logistic loss.
func grow(rows [][]float32, right []bool, how growing) *forest {
	out := &forest{}
	if len(rows) == 0 {
		return out
	}
	positive := 0
	for _, r := range right {
		if r {
			positive++
		}
	}
	p := min(max(float64(positive)/float64(len(rows)), 1e-4), 1-1e-4)
	out.base = math.Log(p / (1 - p))
	g := &grower{how: how, edges: edges(rows)}
	g.bin(rows)
	sums := make([]float64, len(rows))
	for i := range sums {
		sums[i] = out.base
	}
	g.grad, g.hess = make([]float64, len(rows)), make([]float64, len(rows))
	random := rand.New(rand.NewPCG(1, 1))
	for range how.trees {
		seen := make([]int, 0, len(rows))
		for i := range rows {
			p := sigmoid(sums[i])
			y := 0.0
			if right[i] {
				y = 1
			}
			g.grad[i], g.hess[i] = p-y, max(p*(1-p), 1e-6)
			if random.Float64() < how.part {
				seen = append(seen, i)
			}
		}
		t := make(tree, 1<<(how.depth+1)-1)
		for i := range t {
			t[i].feature = -1
		}
		g.choose(random)
		g.split(t, 0, 0, seen)
		for i, r := range rows {
			sums[i] += t.of(r)
		}
		out.trees = append(out.trees, t)
	}
	return out
}

type grower struct {
	how        growing
	edges      [][]float32
	binned     [][]uint8 // by feature
	grad, hess []float64
	used       []bool // features that the tree may split by
}

// edges cuts each feature at quantiles.
func edges(rows [][]float32) [][]float32 {
	out := make([][]float32, len(rows[0]))
	values := make([]float32, len(rows))
	for f := range out {
		for i, r := range rows {
			values[i] = r[f]
		}
		slices.Sort(values)
		unique := slices.Compact(slices.Clone(values))
		if len(unique) <= bins {
			for i := 0; i+1 < len(unique); i++ {
				out[f] = append(out[f], (unique[i]+unique[i+1])/2)
			}
			continue
		}
		for b := 1; b < bins; b++ {
			x := values[b*len(values)/bins]
			if n := len(out[f]); n == 0 || out[f][n-1] < x {
				out[f] = append(out[f], x)
			}
		}
		for b := 1; b < bins/2; b++ {
			out[f] = append(out[f], unique[b*len(unique)*2/bins])
		}
		slices.Sort(out[f])
		out[f] = slices.Compact(out[f])
	}
	return out
}

// choose draws the features of a tree.
func (g *grower) choose(random *rand.Rand) {
	g.used = make([]bool, len(g.edges))
	for f := range g.used {
		g.used[f] = random.Float64() < g.how.part
	}
}

func (g *grower) bin(rows [][]float32) {
	g.binned = make([][]uint8, len(g.edges))
	for f, e := range g.edges {
		g.binned[f] = make([]uint8, len(rows))
		for i, r := range rows {
			at, _ := slices.BinarySearch(e, r[f]) // equal goes left, as in the tree
			g.binned[f][i] = uint8(at)
		}
	}
}

func (g *grower) split(t tree, at, depth int, rows []int) {
	G, H := 0.0, 0.0
	for _, i := range rows {
		G += g.grad[i]
		H += g.hess[i]
	}
	if depth < g.how.depth && len(rows) >= 2*g.how.least {
		if f, b := g.best(rows, G, H); f >= 0 {
			t[at].feature, t[at].limit = f, g.edges[f][b]
			left, right := make([]int, 0, len(rows)), make([]int, 0, len(rows))
			for _, i := range rows {
				if int(g.binned[f][i]) <= b {
					left = append(left, i)
				} else {
					right = append(right, i)
				}
			}
			g.split(t, 2*at+1, depth+1, left)
			g.split(t, 2*at+2, depth+1, right)
			return
		}
	}
	t[at].value = float32(-G / (H + g.how.lambda) * g.how.rate)
}

// best finds the feature and bin to split after, -1 if no split gains.
func (g *grower) best(rows []int, G, H float64) (feature, bin int) {
	feature, gain := -1, 1e-3
	score := func(g0, h float64) float64 { return g0 * g0 / (h + g.how.lambda) }
	for f, e := range g.edges {
		if !g.used[f] {
			continue
		}
		var gs, hs [bins * 2]float64
		var ns [bins * 2]int
		column := g.binned[f]
		for _, i := range rows {
			b := column[i]
			gs[b] += g.grad[i]
			hs[b] += g.hess[i]
			ns[b]++
		}
		gl, hl, nl := 0.0, 0.0, 0
		for b := range e {
			gl += gs[b]
			hl += hs[b]
			nl += ns[b]
			if nl < g.how.least || len(rows)-nl < g.how.least {
				continue
			}
			if x := score(gl, hl) + score(G-gl, H-hl) - score(G, H); x > gain {
				feature, bin, gain = f, b, x
			}
		}
	}
	return feature, bin
}
