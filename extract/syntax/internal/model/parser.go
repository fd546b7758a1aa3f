package model

// Parser finds the head of each word.
type Parser struct {
	scorer Scorer
	tags   []Tag
	habits *Habits
}

// NewParser makes a parser of a scorer over MoveNames, the tagger's tags and its
// habits, which may be nil.
func NewParser(s Scorer, tags []Tag, habits *Habits) *Parser { return &Parser{s, tags, habits} }

// Tree is the scratch memory and the result of one parse.
type Tree struct {
	Buffer
	state  state
	scores [moves]int32
	view   []node
	// Head is the head of each word, -1 for the root.
	Head []int
	// Label is the class of each word's relation, see Labeller.
	Label []int
	kids  children
}

// node is what the features of parser and labeller read of a word.
type node struct {
	lower, penn, universal, cluster, coarse, suf uint32
	verbs, commas                                int32 // before this word
}

func (t *Tree) prepare(words []Word, tags []Tag) {
	t.view = t.view[:0]
	var verbs, commas int32
	for i := range words {
		w := &words[i]
		tag := &tags[w.tag]
		t.view = append(t.view, node{w.lower, tag.penn, tag.universal, w.cluster, w.coarse, w.suf3, verbs, commas})
		switch {
		case tag.Universal == "VERB" || tag.Universal == "AUX":
			verbs++
		case tag.Penn == "," || tag.Penn == ":":
			commas++
		}
	}
	t.view = append(t.view, node{lower: 1, penn: 1, universal: 1, verbs: verbs, commas: commas})
}

func (t *Tree) at(i int) *node {
	if i == none {
		return &absent
	}
	return &t.view[i]
}

var absent node

// Run parses tagged words; the heads stand in t.Head.
func (p *Parser) Run(t *Tree, words []Word) {
	t.prepare(words, p.tags)
	t.state.reset(len(words))
	for !t.state.done() {
		t.state.apply(p.move(t))
	}
	t.finish()
}

// move is the next move: the only one allowed, the one that is made in a place
// like this, or the best.
func (p *Parser) move(t *Tree) int {
	if only := t.state.forced(); only != none {
		return only
	}
	return p.habits.decide(t.place(), func() int {
		t.features = t.moveFeatures(t.features[:0])
		p.scorer.Score(t.features, t.scores[:])
		return t.bestAllowed()
	})
}

// place is what the habit of a move goes by: the tags of the two top words of
// the stack and of the next two words, and whether the top has its head.
func (t *Tree) place() key {
	s := &t.state
	s0, s1, b0, b1 := t.at(s.top(0)), t.at(s.top(1)), t.at(s.next), t.at(min(s.next+1, s.n))
	headed := uint64(0)
	if s.head[s.top(0)] != none {
		headed = 1
	}
	return three(256+headed, s0.penn^s1.penn*31, b0.penn, b1.penn)
}

func (t *Tree) bestAllowed() int {
	choice := none
	for m := range moves {
		if t.state.allowed(m) && (choice == none || t.scores[m] > t.scores[choice]) {
			choice = m
		}
	}
	return choice
}

// finish copies the heads out and keeps one root: the first word that has it,
// preferring a verb; other root words hang on that one.
func (t *Tree) finish() {
	n := t.state.n
	t.Head = append(t.Head[:0], t.state.head[:n]...)
	root := none
	for i, h := range t.Head {
		if h == n && root == none {
			root = i
		}
	}
	for i, h := range t.Head {
		if h == n {
			t.Head[i] = root
		}
	}
	if root != none {
		t.Head[root] = none
	}
}

// Learn parses one sentence, updating the learner after each move that costs
// more than the best one. explore says whether to follow the parser's own
// choice rather than the oracle's.
func (p *Parser) Learn(l *Learner, t *Tree, words []Word, gold []int, explore func() bool) {
	t.prepare(words, p.tags)
	s := &t.state
	s.reset(len(words))
	for !s.done() {
		t.features = t.moveFeatures(t.features[:0])
		l.Score(t.features, t.scores[:])
		guess, right, lowest := t.bestAllowed(), none, 1<<30
		for m := range moves {
			if !s.allowed(m) {
				continue
			}
			c := s.cost(m, gold)
			if c < lowest || c == lowest && t.scores[m] > t.scores[right] {
				right, lowest = m, c
			}
		}
		if s.cost(guess, gold) == lowest {
			right = guess
		}
		l.Update(t.features, right, guess)
		if explore() {
			s.apply(guess)
		} else {
			s.apply(right)
		}
	}
}
