package speech

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/logit"
)

// tree gives the arcs of a sentence downwards.
type tree struct {
	tokens   []dateline.Token
	quoted   []bool // the token stands in a quotation, which may have begun in an earlier sentence
	children [][]int
	parts    []parts
	quotes   []bool // the token is a quotation mark
	sheet    logit.Sheet
	under    []bool       // scratch: tokens of a subtree
	held     []logit.Part // scratch: what hangs on a word
}

// parts are those of a token that features are made of.
type parts struct{ pos, lemma, rel, tag logit.Part }

func newTree(s *dateline.Sentence) *tree {
	t := &tree{}
	t.read(s)
	return t
}

// read takes in a sentence; the memory of the one before is used again.
func (t *tree) read(s *dateline.Sentence) {
	tokens := s.Tokens
	t.tokens, t.parts, t.quotes, t.quoted = tokens, t.parts[:0], t.quotes[:0], t.quoted[:0]
	for i := range tokens {
		tok := &tokens[i]
		t.quoted = append(t.quoted, lieIn(s.Quotes, tok.Start, tok.End))
		t.parts = append(t.parts, parts{logit.PartOf(tok.POS), logit.PartOf(tok.Lemma), logit.PartOf(tok.Rel), logit.PartOf(tok.Tag)})
		t.quotes = append(t.quotes, isQuote(tok))
	}
	t.under = append(t.under[:0], make([]bool, len(tokens))...)
	t.hang()
}

// isQuote says whether a token is a quotation mark.
func isQuote(tok *dateline.Token) bool {
	return strings.ContainsFunc(tok.Text, quoteMark) || tok.Text == "``" || tok.Text == "''"
}

func quoteMark(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '«', '»':
		return true
	}
	return false
}

// lieIn says whether a stretch lies in one of the quotations.
func lieIn(quotes []dateline.Quote, start, end int) bool {
	return slices.ContainsFunc(quotes, func(q dateline.Quote) bool { return q.Span.Start <= start && end <= q.Span.End })
}

// hang lists the children of each token, ascending.
func (t *tree) hang() {
	for len(t.children) < len(t.tokens) {
		t.children = append(t.children, nil)
	}
	for i := range t.tokens {
		t.children[i] = t.children[i][:0]
	}
	for i := range t.tokens {
		if h := t.tokens[i].Head; h >= 0 && h < len(t.tokens) && h != i {
			t.children[h] = append(t.children[h], i)
		}
	}
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
