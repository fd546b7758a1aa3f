package model

// Labeller gives each arc of a tree its relation.
type Labeller struct {
	scorer Scorer
	Names  []string
	tags   []Tag
	habits *Habits
}

// NewLabeller makes a labeller of a scorer, the relations, the tagger's tags and
// its habits, which may be nil.
func NewLabeller(s Scorer, names []string, tags []Tag, habits *Habits) *Labeller {
	return &Labeller{s, names, tags, habits}
}

// children lists the children of every word from left to right, and an order
// of the words in which each head comes before its children.
type children struct {
	first, next, prev, last []int
	order                   []int
}

func (c *children) build(head []int) {
	n := len(head)
	c.first, c.next, c.prev, c.last = fill(c.first, n), fill(c.next, n), fill(c.prev, n), fill(c.last, n)
	root := none
	for i, h := range head {
		if h == none {
			root = i
			continue
		}
		if c.last[h] == none {
			c.first[h] = i
		} else {
			c.next[c.last[h]], c.prev[i] = i, c.last[h]
		}
		c.last[h] = i
	}
	c.order = c.order[:0]
	if root != none {
		c.order = append(c.order, root)
	}
	for k := 0; k < len(c.order); k++ {
		for i := c.first[c.order[k]]; i != none; i = c.next[i] {
			c.order = append(c.order, i)
		}
	}
}

func fill(s []int, n int) []int {
	if cap(s) < n {
		s = make([]int, n)
	}
	s = s[:n]
	for i := range s {
		s[i] = none
	}
	return s
}

// Run labels the arcs of t.Head; words must be those that were parsed.
func (l *Labeller) Run(t *Tree, words []Word) {
	t.kids.build(t.Head)
	t.Label = fill(t.Label, len(words))
	scores := t.of(len(l.Names))
	for _, i := range t.kids.order {
		t.Label[i] = l.habits.decide(t.arc(i), func() int {
			t.features = t.labelFeatures(t.features[:0], i)
			l.scorer.Score(t.features, scores)
			return best(scores)
		})
	}
}

// arc is what the habit of a relation goes by: the word with its tag, and the tag
// and the side of its head.
func (t *Tree) arc(i int) key {
	d, h := t.at(i), t.Head[i]
	return three(260, d.lower^d.penn*31, t.at(h).penn, t.side(i, h))
}

// Learn labels the gold tree and updates the learner. It returns the number of
// right guesses.
func (l *Labeller) Learn(learner *Learner, t *Tree, words []Word, head, gold []int) int {
	t.prepare(words, l.tags)
	t.Head = append(t.Head[:0], head...)
	t.kids.build(t.Head)
	t.Label = fill(t.Label, len(words))
	scores := t.of(len(l.Names))
	right := 0
	for _, i := range t.kids.order {
		if gold[i] < 0 {
			continue
		}
		t.features = t.labelFeatures(t.features[:0], i)
		learner.Score(t.features, scores)
		guess := best(scores)
		learner.Update(t.features, gold[i], guess)
		t.Label[i] = guess
		if guess == gold[i] {
			right++
		}
	}
	return right
}

// labelFeatures describes the arc from the head of i to i: both words, their
// neighbours and children, and the relations given so far to the head and to
// the sisters left of i.
func (t *Tree) labelFeatures(f []key, i int) []key {
	h := t.Head[i]
	k := &t.kids
	pick := func(of []int, i int) int {
		if i == none {
			return none
		}
		return of[i]
	}
	d, head, grand := t.at(i), t.at(h), t.at(pick(t.Head, h))
	sister, after := t.at(k.prev[i]), t.at(k.next[i])
	first, last := t.at(k.first[i]), t.at(k.last[i])
	before, behind := t.neighbour(i-1), t.neighbour(i+1)
	side, label, sisterLabel := t.side(i, h), uint32(t.labelOf(h)), uint32(t.labelOf(k.prev[i]))
	dist := side<<4 | distance(abs(i-h))
	auxes := t.auxes(h)
	own := t.kidTags(i)
	marks := t.kidWords(i)

	f = append(f,
		one(200, side), one(201, d.lower), one(202, d.penn), two(203, d.penn, side), two(204, d.lower, side),
		one(205, head.lower), two(206, head.penn, side), three(207, head.penn, d.penn, side), three(208, head.lower, d.lower, side),
		three(209, head.lower, d.penn, side), three(210, head.penn, d.lower, side), three(211, head.penn, d.penn, dist),
		two(212, d.lower, d.penn), three(213, d.penn, before.penn, behind.penn), three(214, d.penn, before.lower, side), three(215, d.penn, behind.lower, side),
		three(216, d.penn, first.lower, side), three(217, d.penn, first.penn, head.penn), three(218, d.lower, first.lower, side),
		three(219, d.penn, last.penn, side), three(220, head.lower, first.lower, d.penn), three(221, d.penn, label, side),
		three(222, d.penn, sisterLabel, side), three(223, d.lower, label, side), three(224, head.penn, label, d.penn),
		three(225, head.penn, sister.penn, d.penn), three(226, head.penn, after.penn, d.penn), two(227, sisterLabel, side))
	f = append(f,
		three(230, auxes, head.penn, d.penn<<2^side), three(231, auxes, d.universal, side), three(232, marks, d.penn, side),
		three(233, own, d.penn, side), three(234, own, head.universal, d.universal<<2^side), two(235, marks, head.lower),
		three(236, d.cluster, head.cluster, side), three(237, d.cluster, head.penn, side), three(238, d.coarse, first.lower, head.coarse),
		three(239, grand.penn, head.penn, d.penn), three(240, d.suf, head.suf, side), two(241, d.suf, side), three(242, head.cluster, first.lower, d.coarse),
		three(243, d.cluster, first.lower, side), two(244, d.cluster, d.penn), three(245, marks, own, head.penn),
		three(246, sister.lower, d.lower, head.penn), three(247, label, sisterLabel, d.penn), three(248, t.subjects(i, h), d.penn, head.penn),
		three(249, t.commas(i, h), d.penn, head.penn), three(250, t.commas(i, h), d.coarse, head.coarse))
	return f
}
