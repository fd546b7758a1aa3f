package fill

import (
	"math"
	"math/rand/v2"
	"slices"
)

// regularisation of the learner (FTRL-Proximal).
type learning struct {
	passes       int
	rate, l1, l2 float64
	least        int // a feature must stand in so many lessons
	seed         uint64
}

// trainLogistic trains with FTRL-Proximal.
func trainLogistic(lessons []item, classes int, how learning) *logistic {
	index := features(lessons, how.least)
	n := len(index) + 1
	zs, ns, ws := make([]float32, n*classes), make([]float32, n*classes), make([]float32, n*classes)
	rows := make([][]int32, len(lessons))
	for i, l := range lessons {
		row := make([]int32, 1, len(l.bag)+1)
		for _, f := range l.bag {
			if at, ok := index[f]; ok {
				row = append(row, at)
			}
		}
		slices.Sort(row)
		rows[i] = slices.Compact(row)
	}
	order := make([]int, len(lessons))
	for i := range order {
		order[i] = i
	}
	random := rand.New(rand.NewPCG(how.seed, 1))
	sums := make([]float64, classes)
	for range how.passes {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			clear(sums)
			for _, f := range rows[i] {
				for k, w := range ws[int(f)*classes : int(f+1)*classes] {
					sums[k] += float64(w)
				}
			}
			weight := float64(lessons[i].weight)
			for k, s := range sums {
				p := sigmoid(s)
				g := (p - float64(lessons[i].right>>k&1)) * weight
				if math.Abs(g) < 0.002 {
					continue
				}
				for _, f := range rows[i] {
					at := int(f)*classes + k
					sq := float64(ns[at])
					next := sq + g*g
					sigma := (math.Sqrt(next) - math.Sqrt(sq)) / how.rate
					zs[at] += float32(g - sigma*float64(ws[at]))
					ns[at] = float32(next)
					z := float64(zs[at])
					l1 := how.l1
					if f == 0 {
						l1 = 0
					}
					if math.Abs(z) <= l1 {
						ws[at] = 0
						continue
					}
					ws[at] = float32(-(z - math.Copysign(l1, z)) / ((1+math.Sqrt(next))/how.rate + how.l2))
				}
			}
		}
	}
	out := &logistic{weights: map[uint32][]float32{}, bias: slices.Clone(ws[:classes])}
	for f, at := range index {
		w := ws[int(at)*classes : int(at+1)*classes]
		if slices.ContainsFunc(w, func(x float32) bool { return x != 0 }) {
			out.weights[f] = slices.Clone(w)
		}
	}
	return out
}

// features numbers the features from 1 that stand in enough lessons.
func features(lessons []item, least int) map[uint32]int32 {
	counts := map[uint32]int32{}
	for _, l := range lessons {
		for _, f := range l.bag {
			counts[f]++
		}
	}
	kept := make([]uint32, 0, len(counts))
	for f, n := range counts {
		if int(n) >= least {
			kept = append(kept, f)
		}
	}
	slices.Sort(kept)
	index := make(map[uint32]int32, len(kept))
	for i, f := range kept {
		index[f] = int32(i + 1)
	}
	return index
}
