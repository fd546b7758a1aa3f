package extract

import "github.com/opendateline/dateline/extract/lexicon"

// besides are those who are told of beside the phrase at i as of the same fate:
// "killed a commander together with his wife and their five children".
func (t *tree) besides(i int) []int {
	verb := t.Tokens[i].Head
	if verb < 0 || !t.isVerb(verb) {
		return nil
	}
	var out []int
	list := append(t.all(verb, "obl", "conj"), t.all(i, "nmod")...)
	for _, adverb := range t.all(verb, "advmod") {
		list = append(list, t.all(adverb, "obl", "nmod")...) // "together with four others"
	}
	for _, c := range list {
		m := t.child(c, "case")
		if c > i && m >= 0 && (t.lex.Is(lexicon.Alongside, t.lemmaAt(m)) || t.lemmaAt(m) == "with" && t.lex.Is(lexicon.Alongside, t.lemmaAt(m-1))) {
			out = append(out, t.conjuncts(c)...)
		}
	}
	return out
}
