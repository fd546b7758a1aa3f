package extract

import (
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// saidToBe: what somebody "was reported killed" tells is done to the subject of
// the reporting.
func saidToBe(tokens []dateline.Token, i int) {
	if i > 0 && tokens[i].Tag == "VBN" && tokens[i].Head == i-1 && tokens[i].Rel == "ccomp" && has(tokens, i-1, "aux:pass") {
		tokens[i].Rel = "xcomp"
	}
}

// died is always a verb; the person before it, taken for an adjective, is who
// did: "one civilian died".
func (r *Reader) died(tokens []dateline.Token, i int) {
	if lower(tokens[i].Text) != "died" || tokens[i].POS == "VERB" || i == 0 {
		return
	}
	tokens[i].POS, tokens[i].Tag, tokens[i].Lemma = "VERB", "VBD", "die"
	who := i - 1
	if tokens[who].POS == "NUM" {
		raise(tokens, i, who)
		tokens[who].Rel = "nsubj" // "at least a dozen died"
		return
	}
	if !r.lex.Nouns[tokens[who].Lemma].Person || tokens[who].Head != i {
		return
	}
	tokens[who].POS, tokens[who].Rel = "NOUN", "nsubj"
	for k := range tokens[:who] {
		if tokens[k].Head == i {
			tokens[k].Head = who
		}
	}
}

// besides are those who are told of beside the phrase at i as of the same fate:
// "killed a commander together with his wife and their five children".
func (t *tree) besides(i int) []int {
	verb := t.Tokens[i].Head
	if verb < 0 || !t.isVerb(verb) {
		return nil
	}
	var out []int
	for _, c := range append(t.all(verb, "obl", "conj"), t.all(i, "nmod")...) {
		m := t.child(c, "case")
		if c > i && m >= 0 && (t.lex.Is(lexicon.Alongside, t.lemmaAt(m)) || t.lemmaAt(m) == "with" && t.lex.Is(lexicon.Alongside, t.lemmaAt(m-1))) {
			out = append(out, t.conjuncts(c)...)
		}
	}
	return out
}
