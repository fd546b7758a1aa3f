package fill

import (
	"maps"
	"math"
	"math/rand/v2"
	"slices"
)

// learning says how a logistic regression is trained.
type learning struct {
	passes int
	trust  float64 // in a lesson, against small weights
	least  int     // a feature must stand in so many lessons
	rarity float64 // power with which a feature counts by its rarity
	seed   uint64
}

// example is a lesson with its features numbered. Feature 0 is the bias.
type example struct {
	features []int32
	values   []float32
	answer
}

// leastKept is the weight below which a feature moves next to nothing.
const leastKept = .1

// trainLogistic trains by coordinate ascent on the dual of the regularised
// logistic loss, all classes in one go. It trains twice: the second time without
// the features that had next to no weight, so that the length of a bag is the
// same in the lessons and in use.
func trainLogistic(lessons []item, classes int, how learning) *logistic {
	hashes, rarity := features(lessons, how)
	weights := ascend(numbered(lessons, hashes, rarity), len(rarity), classes, how)
	hashes, rarity = heavy(hashes, rarity, weights, classes)
	weights = meanAscent(numbered(lessons, hashes, rarity), len(rarity), classes, how)
	out := &logistic{bias: slices.Clone(weights[:classes]), weights: make(map[uint32]featureWeights, len(hashes))}
	for f, at := range hashes {
		out.weights[f] = featureWeights{rarity[at], slices.Clone(weights[int(at)*classes : int(at+1)*classes])}
	}
	return out
}

// orders is how many orders of the lessons the last training takes the mean of:
// a few passes stop short of the optimum, each order elsewhere.
const orders = 4

// meanAscent is the mean of the weights over several orders of the lessons.
func meanAscent(examples []example, features, classes int, how learning) []float32 {
	mean := make([]float32, features*classes)
	for k := range orders {
		each := how
		each.seed = how.seed*orders + uint64(k)
		for i, w := range ascend(examples, features, classes, each) {
			mean[i] += w / orders
		}
	}
	return mean
}

// ascend gives the weights of all features, by feature and class.
func ascend(examples []example, features, classes int, how learning) []float32 {
	a := &ascent{weights: make([]float32, features*classes), duals: make([]float32, len(examples)*classes), steps: make([]float32, classes), trust: how.trust}
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	random := rand.New(rand.NewPCG(how.seed, 1))
	for range how.passes {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			a.learn(&examples[i], a.duals[i*classes:(i+1)*classes])
		}
	}
	return a.weights
}

// heavy numbers the features anew that have weight.
func heavy(hashes map[uint32]int32, rarity, weights []float32, classes int) (map[uint32]int32, []float32) {
	kept, rare := map[uint32]int32{}, rarity[:1:1]
	for _, f := range slices.Sorted(maps.Keys(hashes)) {
		at := hashes[f]
		if slices.ContainsFunc(weights[int(at)*classes:int(at+1)*classes], func(w float32) bool { return w > leastKept || w < -leastKept }) {
			kept[f] = int32(len(rare))
			rare = append(rare, rarity[at])
		}
	}
	return kept, rare
}

// features numbers the features that stand in enough lessons, from 1, and says
// how rare they are.
func features(lessons []item, how learning) (map[uint32]int32, []float32) {
	counts := map[uint32]int32{}
	for _, l := range lessons {
		for _, f := range l.bag {
			counts[f]++
		}
	}
	kept := make([]uint32, 0, len(counts))
	for f, n := range counts {
		if int(n) >= how.least {
			kept = append(kept, f)
		}
	}
	slices.Sort(kept)
	numbers, rarity := make(map[uint32]int32, len(kept)), make([]float32, 1, len(kept)+1)
	for i, f := range kept {
		numbers[f] = int32(i + 1)
		rarity = append(rarity, float32(math.Pow(math.Log(float64(len(lessons)+1)/float64(counts[f])), how.rarity)))
	}
	return numbers, rarity
}

// numbered gives the lessons with numbered features. Apart from the bias a
// lesson has the length 1.
func numbered(lessons []item, hashes map[uint32]int32, rarity []float32) []example {
	out := make([]example, len(lessons))
	for i, l := range lessons {
		x := example{features: []int32{0}, values: []float32{1}, answer: l.answer}
		sum := 0.
		for _, f := range l.bag {
			if at, ok := hashes[f]; ok {
				x.features = append(x.features, at)
				x.values = append(x.values, rarity[at])
				sum += float64(rarity[at] * rarity[at])
			}
		}
		for k := range x.values[1:] {
			x.values[k+1] /= float32(max(math.Sqrt(sum), 1e-9))
		}
		out[i] = x
	}
	return out
}

type ascent struct {
	weights, duals []float32
	steps          []float32
	trust          float64
}

// learn moves the duals of one lesson towards where its loss is balanced, and
// the weights with them.
func (a *ascent) learn(x *example, duals []float32) {
	classes := len(duals)
	clear(a.steps)
	for j, f := range x.features {
		v := x.values[j]
		for k, w := range a.weights[int(f)*classes : int(f+1)*classes] {
			a.steps[k] += w * v
		}
	}
	most := a.trust * float64(x.weight)
	moved := false
	for k, s := range a.steps {
		y := float64(2*int(x.right>>k&1)) - 1
		step := (most*sigmoid(-y*float64(s)) - float64(duals[k])) / (1 + most/2)
		if math.Abs(step) < 1e-3*most {
			a.steps[k] = 0
			continue
		}
		moved = true
		duals[k] += float32(step)
		a.steps[k] = float32(step * y)
	}
	if !moved {
		return
	}
	for j, f := range x.features {
		v := x.values[j]
		row := a.weights[int(f)*classes : int(f+1)*classes]
		for k, step := range a.steps {
			row[k] += step * v
		}
	}
}
