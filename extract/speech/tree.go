package speech

import (
	"strings"

	"github.com/opendateline/dateline"
)

// tree gives the arcs of a sentence downwards.
type tree struct {
	tokens   []dateline.Token
	children [][]int
}

func newTree(tokens []dateline.Token) *tree {
	t := &tree{tokens: tokens, children: make([][]int, len(tokens))}
	for i, tok := range tokens {
		if tok.Head >= 0 && tok.Head < len(tokens) && tok.Head != i {
			t.children[tok.Head] = append(t.children[tok.Head], i)
		}
	}
	return t
}

// under marks the tokens of the subtree of i but for the branch of except (-1
// for none).
func (t *tree) under(i, except int) []int {
	if i == except {
		return nil
	}
	out := []int{i}
	for _, c := range t.children[i] {
		out = append(out, t.under(c, except)...)
	}
	return out
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

func (t *tree) pos(i int) string {
	if i < 0 || i >= len(t.tokens) {
		return "-"
	}
	return t.tokens[i].POS
}

// quote says whether the token is a quotation mark.
func (t *tree) quote(i int) bool {
	if i < 0 || i >= len(t.tokens) {
		return false
	}
	text := t.tokens[i].Text
	return strings.ContainsAny(text, "\"“”„«»") || text == "``" || text == "''"
}
