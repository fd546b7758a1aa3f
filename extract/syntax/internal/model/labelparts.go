package model

func (t *Tree) neighbour(i int) *node {
	if i < 0 || i >= len(t.view)-1 {
		return &absent
	}
	return &t.view[i]
}

func (t *Tree) side(i, h int) uint32 {
	switch {
	case h == none:
		return 3
	case i < h:
		return 1
	}
	return 2
}

func (t *Tree) labelOf(i int) int {
	if i == none {
		return 0
	}
	return t.Label[i] + 2
}

var (
	auxTag   = hash("AUX")
	nounTag  = hash("NOUN")
	propnTag = hash("PROPN")
	pronTag  = hash("PRON")
	adpTag   = hash("ADP")
	sconjTag = hash("SCONJ")
	partTag  = hash("PART")
	markTags = [...]uint32{adpTag, sconjTag, partTag, hash("CCONJ")}
)

// auxes names the auxiliaries of h, which tell passive from active.
func (t *Tree) auxes(h int) uint32 {
	if h == none {
		return 0
	}
	sum := uint32(1)
	for c := t.kids.first[h]; c != none && c < h; c = t.kids.next[c] {
		if t.view[c].universal == auxTag {
			sum = sum*31 + t.view[c].lower
		}
	}
	return sum
}

// kidTags names the tags of the children of i, each once in a run.
func (t *Tree) kidTags(i int) uint32 {
	sum, last := uint32(1), uint32(0)
	for c := t.kids.first[i]; c != none; c = t.kids.next[c] {
		if u := t.view[c].universal; u != last {
			sum, last = sum*31+u, u
		}
	}
	return sum
}

// kidWords names the prepositions, conjunctions and particles under i.
func (t *Tree) kidWords(i int) uint32 {
	sum := uint32(1)
	for c := t.kids.first[i]; c != none; c = t.kids.next[c] {
		for _, tag := range markTags {
			if t.view[c].universal == tag {
				sum = sum*31 + t.view[c].lower
			}
		}
	}
	return sum
}

// subjects counts the bare nominals under h that stand left and right of i.
func (t *Tree) subjects(i, h int) uint32 {
	if h == none {
		return 0
	}
	var leftOf, rightOf uint32
	for c := t.kids.first[h]; c != none; c = t.kids.next[c] {
		u := t.view[c].universal
		if c == i || u != nounTag && u != propnTag && u != pronTag || t.hasCase(c) {
			continue
		}
		if c < i {
			leftOf = leftOf<<1 | 1
			if c > h {
				leftOf |= 4
			}
		} else {
			rightOf = 1
		}
	}
	return leftOf<<2 | rightOf<<1
}

func (t *Tree) hasCase(i int) bool {
	for c := t.kids.first[i]; c != none && c < i; c = t.kids.next[c] {
		if t.view[c].universal == adpTag {
			return true
		}
	}
	return false
}

// commas counts the commas and dashes between i and h.
func (t *Tree) commas(i, h int) uint32 {
	if h == none {
		return 9
	}
	d := t.view[max(i, h)].commas - t.view[min(i, h)].commas
	return uint32(min(d, 2))<<2 | t.side(i, h)
}

func abs(d int) int {
	if d < 0 {
		return -d
	}
	return d
}
