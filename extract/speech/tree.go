package speech

import (
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/logit"
)

// tree gives the arcs of a sentence downwards.
type tree struct {
	tokens   []dateline.Token
	children [][]int
	parts    []parts
	quotes   []bool // the token is a quotation mark
	sheet    logit.Sheet
	under    []bool // scratch: tokens of a subtree
}

// parts are those of a token that features are made of.
type parts struct{ pos, lemma, rel, tag logit.Part }

func newTree(tokens []dateline.Token) *tree {
	n := len(tokens)
	t := &tree{tokens: tokens, parts: make([]parts, n), quotes: make([]bool, n), under: make([]bool, n)}
	for i := range tokens {
		tok := &tokens[i]
		t.parts[i] = parts{logit.PartOf(tok.POS), logit.PartOf(tok.Lemma), logit.PartOf(tok.Rel), logit.PartOf(tok.Tag)}
		t.quotes[i] = strings.ContainsAny(tok.Text, "\"“”„«»") || tok.Text == "``" || tok.Text == "''"
	}
	t.children = childrenOf(tokens)
	return t
}

// childrenOf lists the children of each token, ascending, in one piece of memory.
func childrenOf(tokens []dateline.Token) [][]int {
	n := len(tokens)
	children, counts, all := make([][]int, n), make([]int, n), make([]int, n)
	hangs := func(i int) bool { h := tokens[i].Head; return h >= 0 && h < n && h != i }
	for i := range tokens {
		if hangs(i) {
			counts[tokens[i].Head]++
		}
	}
	for h, k := range counts {
		children[h], all = all[:0:k], all[k:]
	}
	for i := range tokens {
		if hangs(i) {
			children[tokens[i].Head] = append(children[tokens[i].Head], i)
		}
	}
	return children
}

// subtree lists the tokens of the subtree of i, ascending, but for the branch of
// except (-1 for none).
func (t *tree) subtree(i, except int) []int {
	n := t.mark(i, except)
	out := make([]int, 0, n)
	for k, in := range t.under {
		if in {
			out = append(out, k)
		}
	}
	clear(t.under)
	return out
}

// mark marks the subtree of i but for a branch and gives its size.
func (t *tree) mark(i, except int) int {
	if i == except {
		return 0
	}
	t.under[i] = true
	n := 1
	for _, c := range t.children[i] {
		n += t.mark(c, except)
	}
	return n
}

// child is the first child of i by one of the relations, or -1.
func (t *tree) child(i int, rels ...string) int {
	for _, c := range t.children[i] {
		for _, r := range rels {
			if t.tokens[c].Rel == r {
				return c
			}
		}
	}
	return -1
}

func (t *tree) lemma(i int) string {
	if i < 0 || i >= len(t.tokens) {
		return "-"
	}
	return t.tokens[i].Lemma
}

// quote says whether the token is a quotation mark.
func (t *tree) quote(i int) bool { return i >= 0 && i < len(t.quotes) && t.quotes[i] }
