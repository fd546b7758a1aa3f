package roles

import (
	"strings"

	"github.com/opendateline/dateline"
)

// Range is a stretch of a report in bytes, half-open.
type Range struct{ Start, End int }

// Named is a stretch of a report that is known to name something of a class:
// "place", "person", "state_force".
type Named struct {
	Range
	Class string
}

// Text is a report ready to be read: its sentences with what may fill roles.
type Text struct {
	Sentences []dateline.Sentence
	trees     []tree
	phrases   []phrase // in text order
}

// tree gives the arcs of a sentence downwards.
type tree struct {
	tokens   []dateline.Token
	children [][]int
}

// phrase is what may fill a role, by its head word.
type phrase struct {
	sentence, head int
	class          string
	name, whole    Range // the head with the rest of its name; with all that belongs to it
}

// NewText prepares a report.
func NewText(sentences []dateline.Sentence, named []Named) *Text {
	t := &Text{Sentences: sentences}
	for s := range sentences {
		t.trees = append(t.trees, newTree(sentences[s].Tokens))
		for i := range sentences[s].Tokens {
			if t.trees[s].fills(i) {
				t.phrases = append(t.phrases, t.phrase(s, i, named))
			}
		}
	}
	return t
}

func newTree(tokens []dateline.Token) tree {
	t := tree{tokens, make([][]int, len(tokens))}
	for i, tok := range tokens {
		if tok.Head >= 0 && tok.Head < len(tokens) && tok.Head != i {
			t.children[tok.Head] = append(t.children[tok.Head], i)
		}
	}
	return t
}

// fills says whether a token can be the head of a filler: a noun, a name but
// for its later parts, a pronoun, a number without its noun.
func (t tree) fills(i int) bool {
	tok := t.tokens[i]
	switch tok.POS {
	case "NOUN", "PRON":
		return true
	case "PROPN":
		return !t.partOfName(i)
	case "NUM":
		return tok.Rel != "nummod" && tok.Rel != "compound"
	case "ADJ":
		return tok.Rel == "nsubj" || tok.Rel == "nsubj:pass" || tok.Rel == "obj" || tok.Rel == "obl"
	}
	return false
}

// partOfName says that a proper noun belongs to the name of another that stands
// beside it.
func (t tree) partOfName(i int) bool {
	tok := t.tokens[i]
	return (tok.Rel == "flat" || tok.Rel == "compound") && tok.Head >= 0 && t.tokens[tok.Head].POS == "PROPN"
}

func (t *Text) phrase(s, head int, named []Named) phrase {
	tree := t.trees[s]
	p := phrase{sentence: s, head: head, class: "-", name: tree.name(head), whole: tree.whole(head)}
	for _, n := range named {
		if at := tree.tokens[head]; n.Start <= at.Start && at.End <= n.End {
			p.class = n.Class
		}
	}
	return p
}

// name is the head with the names that belong to it, where it is a name.
func (t tree) name(head int) Range {
	from, to := head, head
	if t.tokens[head].POS == "PROPN" {
		for from > 0 && t.tokens[from-1].POS == "PROPN" && t.tokens[from-1].Head >= 0 && t.partOfName(from-1) {
			from--
		}
		for to+1 < len(t.tokens) && t.tokens[to+1].POS == "PROPN" && t.partOfName(to+1) {
			to++
		}
	}
	return Range{t.tokens[from].Start, t.tokens[to].End}
}

// whole is the head with what describes it, without article and clauses.
func (t tree) whole(head int) Range {
	from, to := head, head
	for _, c := range t.children[head] {
		switch rel, _, _ := strings.Cut(t.tokens[c].Rel, ":"); rel {
		case "amod", "compound", "nummod", "flat":
			if r := t.under(c); r.Start < t.tokens[from].Start {
				from = c
			} else if c > to {
				to = c
			}
		}
	}
	return Range{t.under(from).Start, t.tokens[to].End}
}

// under is the stretch of a word with what stands before it in its branch.
func (t tree) under(i int) Range {
	out := Range{t.tokens[i].Start, t.tokens[i].End}
	for _, c := range t.children[i] {
		if c < i && t.tokens[c].POS != "DET" && t.tokens[c].POS != "PUNCT" && t.tokens[i].Rel != "root" {
			out.Start = min(out.Start, t.tokens[c].Start)
		}
	}
	return out
}

// arcs is the way from one token to another over the arcs, "" if it is longer
// than most.
func (t tree) arcs(from, to, most int) string {
	up := map[int]string{from: ""}
	path, at := "", from
	for range most {
		path += "↑" + t.tokens[at].Rel
		at = t.tokens[at].Head
		if at < 0 || at >= len(t.tokens) {
			break
		}
		up[at] = path
	}
	path, at = "", to
	for range most + 1 {
		if first, ok := up[at]; ok {
			if strings.Count(first+path, "↑")+strings.Count(path, "↓") > most {
				return ""
			}
			return first + path
		}
		path = "↓" + t.tokens[at].Rel + path
		if at = t.tokens[at].Head; at < 0 || at >= len(t.tokens) {
			return ""
		}
	}
	return ""
}

// marker is the preposition of a noun, "" without one.
func (t tree) marker(i int) string {
	for _, c := range t.children[i] {
		if t.tokens[c].Rel == "case" {
			return t.tokens[c].Lemma
		}
	}
	return ""
}

func (t tree) lemma(i int) string {
	if i < 0 || i >= len(t.tokens) {
		return "-"
	}
	return t.tokens[i].Lemma
}
