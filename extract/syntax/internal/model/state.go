package model

// The four moves of the arc-eager system.
const (
	shift = iota
	reduce
	left
	right
	moves
)

// MoveNames are the class names of the parser's model.
var MoveNames = []string{"shift", "reduce", "left", "right"}

const none = -1

// state is a configuration: a stack, a buffer that begins at next, and the
// arcs so far. The root stands at index n, the end of the buffer.
type state struct {
	n, next int
	stack   []int
	head    []int
	// per word: the two outermost children on each side and their number
	l1, l2, r1, r2 []int
	lcount, rcount []int
	ints           []int
}

func (s *state) reset(n int) {
	s.n, s.next = n, 0
	if cap(s.ints) < 8*(n+1) {
		s.ints = make([]int, 8*(n+1))
	}
	s.ints = s.ints[:8*(n+1)]
	part := func(k, value int) []int {
		p := s.ints[k*(n+1) : (k+1)*(n+1)]
		for i := range p {
			p[i] = value
		}
		return p
	}
	s.head = part(0, none)
	s.l1, s.l2, s.r1, s.r2 = part(1, none), part(2, none), part(3, none), part(4, none)
	s.lcount, s.rcount = part(5, 0), part(6, 0)
	s.stack = part(7, 0)[:0]
}

func (s *state) top(k int) int {
	if k >= len(s.stack) {
		return none
	}
	return s.stack[len(s.stack)-1-k]
}

func (s *state) done() bool { return s.next == s.n && len(s.stack) == 0 }

// allowed says whether a move may be made.
func (s *state) allowed(move int) bool {
	top := s.top(0)
	switch move {
	case shift:
		return s.next < s.n
	case reduce:
		return top != none && s.head[top] != none
	case left:
		return top != none && s.head[top] == none
	default:
		return top != none && s.next < s.n
	}
}

// forced is the move that alone is allowed, or none: an empty stack takes the next
// word, and at the end of the buffer the stack is emptied.
func (s *state) forced() int {
	top := s.top(0)
	switch {
	case top == none:
		return shift
	case s.next < s.n:
		return none
	case s.head[top] == none:
		return left
	}
	return reduce
}

func (s *state) apply(move int) {
	switch move {
	case shift:
		s.stack = append(s.stack, s.next)
		s.next++
	case reduce:
		s.stack = s.stack[:len(s.stack)-1]
	case left:
		top := s.top(0)
		s.stack = s.stack[:len(s.stack)-1]
		s.head[top] = s.next
		s.l2[s.next], s.l1[s.next] = s.l1[s.next], top
		s.lcount[s.next]++
	case right:
		top := s.top(0)
		s.head[s.next] = top
		s.r2[top], s.r1[top] = s.r1[top], s.next
		s.rcount[top]++
		s.stack = append(s.stack, s.next)
		s.next++
	}
}

// cost counts the gold arcs that a move makes unreachable (Goldberg and Nivre
// 2012). gold[i] is the head of word i, n for the root word.
func (s *state) cost(move int, gold []int) int {
	b, top := s.next, s.top(0)
	lost := 0
	switch move {
	case shift:
		for _, k := range s.stack {
			if s.head[k] == none && gold[k] == b {
				lost++
			}
			if gold[b] == k {
				lost++
			}
		}
	case right:
		if gold[b] != top {
			for _, k := range s.stack {
				if gold[b] == k {
					lost++
				}
			}
			if gold[b] > b {
				lost++
			}
		}
		for _, k := range s.stack {
			if s.head[k] == none && gold[k] == b {
				lost++
			}
		}
	case left:
		if gold[top] != b && gold[top] >= b {
			lost++
		}
		lost += s.pending(top, gold)
	case reduce:
		lost = s.pending(top, gold)
	}
	return lost
}

// pending counts the words of the buffer whose gold head is k.
func (s *state) pending(k int, gold []int) int {
	n := 0
	for i := s.next; i < s.n; i++ {
		if gold[i] == k {
			n++
		}
	}
	return n
}
