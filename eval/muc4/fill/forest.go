package fill

// forest is a sum of regression trees; its logistic is a probability.
type forest struct {
	base  float64
	trees []tree
}

// tree is a binary tree in heap order: node i has the children 2i+1 and 2i+2.
type tree []node

// node sends a row to the left if its value of the feature is at most the
// limit. A leaf has the feature -1 and gives its value.
type node struct {
	feature int
	limit   float32
	value   float32
}

func (f *forest) of(row []float32) float64 {
	sum := f.base
	for _, t := range f.trees {
		sum += t.of(row)
	}
	return sigmoid(sum)
}

func (t tree) of(row []float32) float64 {
	i := 0
	for t[i].feature >= 0 {
		if row[t[i].feature] <= t[i].limit {
			i = 2*i + 1
		} else {
			i = 2*i + 2
		}
	}
	return float64(t[i].value)
}
