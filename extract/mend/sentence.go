package mend

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// Sentence is the tree of one sentence while it is mended: a token tells its head by
// place, -1 at the root.
type Sentence []dateline.Token

// hang makes token i depend on another by a relation.
func (s Sentence) hang(i, head int, rel string) { s[i].Head, s[i].Rel = head, rel }

// replace hangs token i where another hangs.
func (s Sentence) replace(i, by int) { s[i].Head, s[i].Rel = s[by].Head, s[by].Rel }

// retag gives token i another part of speech and lemma.
func (s Sentence) retag(i int, pos, tag, lemma string) {
	s[i].POS, s[i].Tag, s[i].Lemma = pos, tag, lemma
}

// participle is the verb of harm that token i is the participle of, whatever its tag;
// "" for any other.
func (s Sentence) participle(i int) string { return lexicon.Participle(s[i].Text) }

// reads says that token i is the word, given in lower case, however it is written.
func (s Sentence) reads(i int, word string) bool {
	return len(s[i].Text) == len(word) && strings.EqualFold(s[i].Text, word)
}

// subject says that token i hangs on its verb as the subject.
func (s Sentence) subject(i int) bool { return s[i].Rel == "nsubj" || s[i].Rel == "nsubj:pass" }

// hasSubject says that a subject hangs on token i.
func (s Sentence) hasSubject(i int) bool { return s.has(i, "nsubj") || s.has(i, "nsubj:pass") }

func nounish(t dateline.Token) bool { return t.POS == "NOUN" || t.POS == "PROPN" }

// Conjoined: the noun is a later member of a list.
func (s Sentence) Conjoined(noun int) bool {
	h := s[noun].Head
	return s[noun].Rel == "conj" && h >= 0 && h < noun && nounish(s[h])
}

// JoinedByAnd: nothing but one "and" and words of the second phrase stand
// between two nouns.
func (s Sentence) JoinedByAnd(a, b int) bool {
	and := 0
	for k, t := range s[a+1 : b] {
		switch {
		case t.Lemma == "and":
			and++
		case t.POS == "ADP" && and == 0:
		case and == 0 && (s.above(a, a+1+k) || t.Text == "–" || t.Text == "—"): // "the wife of X – the spokesman – and"
		case t.POS == "VERB" || t.POS == "AUX" || t.POS == "PUNCT" || t.POS == "ADP":
			return false
		}
	}
	return and == 1
}

// has says whether token i has a child by a relation.
func (s Sentence) has(i int, rel string) bool { return s.child(i, rel) >= 0 }

// child is the first token that hangs on token i by a relation, -1 without one.
func (s Sentence) child(i int, rel string) int {
	for k := range s { // by reference: a token is large, and every rule asks
		if s[k].Head == i && s[k].Rel == rel {
			return k
		}
	}
	return -1
}

func (s Sentence) hasCase(i int) bool {
	return s.has(i, "case") || s.has(i, "mark")
}

// auxiliary is the form of "be" before a verb, with nothing but adverbs and
// other auxiliaries between, or -1.
func (s Sentence) auxiliary(verb int) int {
	be := -1
	for k := verb - 1; k >= 0 && (s[k].POS == "AUX" || s[k].POS == "ADV"); k-- {
		if s[k].POS == "AUX" {
			be = k
		}
	}
	return be
}

// nominalFrom is the head of the noun phrase that begins at a token, -1 without one,
// and the token behind it.
func (s Sentence) nominalFrom(from int) (head, end int) {
	end = from
	for end < len(s) && InNominal(s[end]) {
		end++
	}
	return s.phraseHead(from, end), end
}

// phraseHead is the last noun of s [from,to) before a preposition.
func (s Sentence) phraseHead(from, to int) int {
	head := -1
	for i := from; i < to && s[i].POS != "ADP" && (s[i].Rel != "case" || s[i].Tag == "POS"); i++ {
		if s[i].POS == "NOUN" || s[i].POS == "PROPN" || s[i].POS == "PRON" {
			head = i
		}
	}
	return head
}

// phraseTop is the token of [from,to) whose arc leaves it, a nominal if there
// is one.
func (s Sentence) phraseTop(from, to int) int {
	top := to - 1
	for k := to - 1; k >= from; k-- {
		if h := s[k].Head; (h < from || h >= to) && nounish(s[k]) {
			top = k
		}
	}
	return top
}

// InNominal: the token may stand before a noun in its phrase.
func InNominal(t dateline.Token) bool {
	switch t.POS {
	case "DET", "ADJ", "NUM", "NOUN", "PROPN":
		return true
	}
	return t.Tag == "HYPH" || t.Tag == "PRP$" || t.Tag == "POS"
}

// mainVerb is the first verb from token k on, up to a semicolon, that no relative
// pronoun stands right before; -1 without one.
func (s Sentence) mainVerb(k int) int {
	for ; k < len(s) && s[k].Text != ";"; k++ {
		finite := s[k].Tag == "VBD" || s[k].Tag == "VBZ" || s[k].Tag == "VBP" || s[k].Tag == "VBN" && (s.has(k, "aux:pass") || s.has(k, "obj"))
		if s[k].POS == "VERB" && finite && s[k-1].Tag != "WP" && s[k-1].Tag != "WDT" && s[k].Rel != "acl" {
			return k
		}
	}
	return -1
}

// lastBreak is the token behind the last comma, conjunction or verb before token k.
func (s Sentence) lastBreak(k int) int {
	for k > 0 && s[k-1].Text != "," && s[k-1].POS != "SCONJ" && s[k-1].POS != "VERB" {
		k--
	}
	return k
}

// above says whether token a stands on the way from token i to the root.
func (s Sentence) above(a, i int) bool {
	for h, steps := s[i].Head, 0; h >= 0 && steps < len(s); h, steps = s[h].Head, steps+1 {
		if h == a {
			return true
		}
	}
	return false
}

// climb goes up from token i while a token is one to go on from, and gives the first that
// is not, or -1 above the root; arcs in a circle end it after as many steps as tokens.
func (s Sentence) climb(i int, on func(k int) bool) int {
	for range s {
		if i < 0 || !on(i) {
			break
		}
		i = s[i].Head
	}
	return i
}

// handOver hangs what hangs on one token on another.
func (s Sentence) handOver(from, to int) {
	for k := range s {
		if s[k].Head == from {
			s[k].Head = to
		}
	}
}

// raise puts token i where the higher of i and its subject stands, and hangs
// the subject on it. A verb whose subject i was goes on from it.
func (s Sentence) raise(i, subject int) {
	if s.above(subject, i) {
		s.replace(i, subject)
	}
	s[subject].Head = i
	if v := s[i].Head; v > i && s[v].POS == "VERB" && s.subject(i) {
		s.replace(i, v)
		s.hang(v, i, "conj")
	}
}

// unhook hangs every token above the new root on it.
func (s Sentence) unhook(root int) {
	for i, steps := s[root].Head, 0; i >= 0 && i != root && steps < len(s); steps++ {
		next := s[i].Head
		s[i].Head = root
		i = next
	}
}

// suffers makes the subject of token i that of a passive, and of its children by
// the relations given the auxiliary of one.
func (s Sentence) suffers(i int, auxiliaries ...string) {
	for k := range s {
		switch {
		case s[k].Head != i:
		case s[k].Rel == "nsubj":
			s[k].Rel = "nsubj:pass"
		case slices.Contains(auxiliaries, s[k].Rel):
			s[k].Rel = "aux:pass"
		}
	}
}

// subjectOf makes the noun at who the subject of a verb, of a passive where it is one.
func (s Sentence) subjectOf(who, verb int) {
	s.hang(who, verb, "nsubj")
	if s.has(verb, "aux:pass") {
		s[who].Rel = "nsubj:pass"
	}
}

// rooted makes sure that mended arcs are one tree: a token whose way up comes
// round in a circle is hung on the root, and where no token is a root the first
// one becomes it. Whoever walks a tree up or down relies on this.
func (s Sentence) rooted() {
	root := -1
	for i := range s {
		if s[i].Head < 0 || s[i].Head >= len(s) {
			s[i].Head = -1
			if root < 0 {
				root = i
			}
		}
	}
	if root < 0 && len(s) > 0 {
		root = 0
		s.hang(0, -1, "root")
	}
	for i := range s {
		if s.circles(i) {
			s.hang(i, root, "dep")
		}
	}
}

// circles says whether the way up from token i never ends.
func (s Sentence) circles(i int) bool {
	for steps := 0; i >= 0; i, steps = s[i].Head, steps+1 {
		if steps > len(s) {
			return true
		}
	}
	return false
}

func isPlural(tok dateline.Token) bool { return tok.Tag == "NNS" || tok.Tag == "NNPS" }

func lower(s string) string { return strings.ToLower(s) }
