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
	t := &tree{tokens: tokens, children: make([][]int, n), parts: make([]parts, n), quotes: make([]bool, n), under: make([]bool, n)}
	for i := range tokens {
		tok := &tokens[i]
		if tok.Head >= 0 && tok.Head < n && tok.Head != i {
			t.children[tok.Head] = append(t.children[tok.Head], i)
		}
		t.parts[i] = parts{logit.PartOf(tok.POS), logit.PartOf(tok.Lemma), logit.PartOf(tok.Rel), logit.PartOf(tok.Tag)}
		t.quotes[i] = strings.ContainsAny(tok.Text, "\"“”„«»") || tok.Text == "``" || tok.Text == "''"
	}
	return t
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
