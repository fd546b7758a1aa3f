package extract

import (
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// tree gives the dependency arcs of one sentence downwards.
type tree struct {
	*dateline.Sentence
	lex      *lexicon.Lexicon
	children [][]int
}

func (r *Reader) tree(s *dateline.Sentence) *tree {
	mended := *s
	mended.Tokens = r.mender.Mend(s.Tokens)
	return &tree{Sentence: &mended, lex: r.lex, children: childrenOf(mended.Tokens)}
}

// childrenOf lists the tokens that hang on each token, in order; all lists share
// one stretch of memory.
func childrenOf(tokens []dateline.Token) [][]int {
	n := len(tokens)
	hangs := func(i int) bool { h := tokens[i].Head; return h >= 0 && h < n && h != i }
	count := make([]int, n)
	for i := range tokens {
		if hangs(i) {
			count[tokens[i].Head]++
		}
	}
	children, room := make([][]int, n), make([]int, n)
	for i, c := range count {
		children[i], room = room[:0:c], room[c:]
	}
	for i := range tokens {
		if hangs(i) {
			h := tokens[i].Head
			children[h] = append(children[h], i)
		}
	}
	return children
}

// rel says whether token i hangs by one of the relations; a relation matches
// its subtypes ("nsubj" takes "nsubj:pass" only when asked for it).
func (t *tree) rel(i int, rels ...string) bool {
	for _, r := range rels {
		if t.Tokens[i].Rel == r {
			return true
		}
	}
	return false
}

// child is the first child of i by one of the relations, or -1.
func (t *tree) child(i int, rels ...string) int {
	for _, c := range t.children[i] {
		if t.rel(c, rels...) {
			return c
		}
	}
	return -1
}

// all gives the children of i by the relations, in order.
func (t *tree) all(i int, rels ...string) []int {
	var out []int
	for _, c := range t.children[i] {
		if t.rel(c, rels...) {
			out = append(out, c)
		}
	}
	return out
}

// hasChild: a word of the class hangs on token i by one of the relations.
func (t *tree) hasChild(i int, class lexicon.Class, rels ...string) bool {
	for _, c := range t.all(i, rels...) {
		if t.lex.Is(class, t.Tokens[c].Lemma) {
			return true
		}
	}
	return false
}

// marker is the preposition of an oblique or nominal modifier, in lower case:
// "by" of "by gunmen"; "" if there is none. A case of several words gives the
// first ("because of" gives "because").
func (t *tree) marker(i int) string {
	if c := t.child(i, "case", "mark"); c >= 0 {
		return t.Tokens[c].Lemma
	}
	return ""
}

// under says whether i lies in the subtree of head (or is it).
func (t *tree) under(i, head int) bool {
	for steps := 0; i >= 0 && steps <= len(t.Tokens); steps++ {
		if i == head {
			return true
		}
		i = t.Tokens[i].Head
	}
	return false
}

// subtree gives the token range [from,to) that the subtree of i covers, not
// counting clauses and parts that stop says to leave out.
func (t *tree) subtree(i int, stop func(int) bool) (from, to int) {
	from, to = i, i+1
	for _, c := range t.children[i] {
		if stop != nil && stop(c) {
			continue
		}
		f, e := t.subtree(c, stop)
		from, to = min(from, f), max(to, e)
	}
	return from, to
}

// phrase is the noun phrase of head i without clauses, appositions and
// conjuncts: "the two Russian diplomats" of a longer run.
func (t *tree) phrase(i int) (from, to int) {
	return t.subtree(i, func(c int) bool {
		return t.rel(c, "acl", "acl:relcl", "appos", "conj", "cc", "punct", "parataxis", "advcl", "cop", "nsubj", "nsubj:pass", "mark", "dep", "csubj", "list", "obl", "aux", "aux:pass") ||
			t.rel(c, "case") && c < i
	})
}

// text gives the words of tokens [from,to) as they stand in the report.
func (t *tree) text(report string, from, to int) string {
	return report[t.Tokens[from].Start:t.Tokens[to-1].End]
}

// lemmaAt is the lemma of token i, "" outside the sentence.
func (t *tree) lemmaAt(i int) string {
	if i < 0 || i >= len(t.Tokens) {
		return ""
	}
	return t.Tokens[i].Lemma
}

// conjuncts gives i and all that are coordinated with it.
func (t *tree) conjuncts(i int) []int {
	out := []int{i}
	for _, c := range t.all(i, "conj") {
		out = append(out, t.conjuncts(c)...)
	}
	return out
}

// firstConjunct goes up from a conjunct to the first of its coordination.
func (t *tree) firstConjunct(i int) int {
	for t.rel(i, "conj") && t.Tokens[i].Head >= 0 {
		i = t.Tokens[i].Head
	}
	return i
}

// subject is the subject of a verb, its own or the one it shares with the verb
// it is coordinated with or controlled by; -1 if there is none. passive says
// that the subject suffers the verb.
func (t *tree) subject(verb int) (subject int, passive bool) {
	for v, steps := verb, 0; v >= 0 && steps < 6; steps++ {
		if s := t.child(v, "nsubj:pass"); s >= 0 {
			return s, !t.perfect(v) && (v == verb || !t.hasOwnVoice(verb))
		}
		if s := t.child(v, "nsubj"); s >= 0 {
			return s, v == verb && t.isPassive(verb)
		}
		if s := t.someBefore(v); s >= 0 {
			return s, v == verb && (t.isPassive(verb) || t.child(verb, "aux:pass") >= 0)
		}
		if s := t.accusedOf(v); s >= 0 {
			return s, v == verb && t.isPassive(verb)
		}
		switch {
		case t.rel(v, "conj", "xcomp", "advcl"):
			v = t.Tokens[v].Head
		case t.rel(v, "acl:relcl", "acl"):
			head := t.Tokens[v].Head
			return head, v == verb && (t.isPassive(verb) || t.Tokens[verb].Tag == "VBN" && t.rel(v, "acl"))
		default:
			return -1, false
		}
	}
	return -1, false
}

// nearestSubject is the subject of v, the last before it where the parser gave it
// several: "since the MORNING the militia HAS SHELLED"; -1 without one.
func (t *tree) nearestSubject(v int) int {
	subjects := t.all(v, "nsubj")
	best := -1
	for _, s := range subjects {
		if best < 0 || s < v {
			best = s
		}
	}
	return best
}

// accusedOf is the one who is held to do the verb v, -1 without one: "accused the
// army of shelling a camp", "blamed rebels for burning it".
func (t *tree) accusedOf(v int) int {
	head := t.Tokens[v].Head
	if head < 0 || head >= v || !t.rel(v, "advcl", "xcomp", "acl") {
		return -1
	}
	if m := t.marker(v); m != "of" && m != "for" && m != "with" {
		return -1
	}
	if t.rel(v, "acl") { // hung on the accused by the parser
		if !t.rel(head, "obj", "nsubj:pass") || t.Tokens[head].Head < 0 || !t.lex.Is(lexicon.Accuses, t.lemmaAt(t.Tokens[head].Head)) {
			return -1
		}
		return head
	}
	if !t.lex.Is(lexicon.Accuses, t.lemmaAt(head)) {
		return -1
	}
	return t.child(head, "obj", "nsubj:pass")
}

// behind is the noun that a relative pronoun stands for, or the token itself.
func (t *tree) behind(i int) int {
	if t.Tokens[i].Tag != "WP" && t.Tokens[i].Tag != "WDT" {
		return i
	}
	if i > 0 && t.Tokens[i-1].POS == "NUM" {
		return i - 1 // "as well as SEVEN who had been killed"
	}
	for v, steps := i, 0; v >= 0 && steps < 4; v, steps = t.Tokens[v].Head, steps+1 {
		if t.rel(v, "acl:relcl", "acl") && t.Tokens[v].Head >= 0 {
			return t.Tokens[v].Head
		}
	}
	return i
}

func (t *tree) isPassive(verb int) bool {
	return t.child(verb, "aux:pass", "nsubj:pass") >= 0 && !t.perfect(verb)
}

// have is the auxiliary "have" of a verb, -1 without one.
func (t *tree) have(verb int) int {
	for _, c := range t.all(verb, "aux") {
		if t.lemmaAt(c) == "have" {
			return c
		}
	}
	return -1
}

// perfect: "had carried out" is active, whatever its subject was taken for.
func (t *tree) perfect(verb int) bool {
	have := false
	for _, c := range t.all(verb, "aux", "aux:pass") {
		if t.Tokens[c].Lemma != "have" && t.rel(c, "aux:pass") || t.Tokens[c].Lemma == "be" {
			return false
		}
		have = have || t.Tokens[c].Lemma == "have"
	}
	return have
}

// hasOwnVoice says that a coordinated verb is active although its first
// conjunct is passive: a finite past or a gerund.
func (t *tree) hasOwnVoice(verb int) bool {
	tag := t.Tokens[verb].Tag
	return tag == "VBD" || tag == "VBG" || tag == "VBZ"
}

// objects are the objects of a verb; "killed and wounded 40 people" has one for
// both verbs, whichever it hangs on.
func (t *tree) objects(v int) []int {
	if own := t.all(v, "obj"); len(own) > 0 {
		return own
	}
	if v >= 2 && t.rel(v, "conj") && t.Tokens[v].Head == v-2 && t.isVerb(v-2) {
		return t.all(v-2, "obj")
	}
	if v+2 < len(t.Tokens) && t.rel(v+2, "conj") && t.Tokens[v+2].Head == v && t.isVerb(v+2) {
		return t.all(v+2, "obj")
	}
	return nil
}

func (t *tree) isVerb(i int) bool { return t.Tokens[i].POS == "VERB" || t.Tokens[i].POS == "AUX" }

func (t *tree) isNoun(i int) bool { return t.Tokens[i].POS == "NOUN" || t.Tokens[i].POS == "PROPN" }

// clause goes up from i to the verb or root that governs it.
func (t *tree) clause(i int) int {
	for steps := 0; steps <= len(t.Tokens); steps++ {
		if t.Tokens[i].Head < 0 || t.isVerb(i) {
			return i
		}
		i = t.Tokens[i].Head
	}
	return i
}

func lower(s string) string { return strings.ToLower(s) }
