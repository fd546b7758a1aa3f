package extract

import (
	"slices"

	"github.com/opendateline/dateline"
)

// relativeClause: what "who" is the subject of says more of the noun right before it
// or before its comma, whatever it was hung on: "the killers of an activist WHO was
// shot", "a service for a general, WHO WAS KILLED four years before".
func relativeClause(tokens []dateline.Token, who int) {
	v, noun := tokens[who].Head, who-1
	loose := []string{"advcl", "conj", "parataxis", "ccomp"}
	if noun > 0 && tokens[noun].Text == "," {
		noun--
	} else {
		loose = append(loose, "xcomp", "dep")
	}
	if noun < 0 || lower(tokens[who].Text) != "who" || v < who || !nounish(tokens[noun]) || tokens[who].Rel != "nsubj" && tokens[who].Rel != "nsubj:pass" || above(tokens, v, noun) {
		return
	}
	if slices.Contains(loose, tokens[v].Rel) {
		tokens[v].Head, tokens[v].Rel = noun, "acl:relcl"
	}
}

// formerly says that the account tells of somebody's past in a clause about him,
// "who was killed by a strike FOUR YEARS BEFORE" (DAT-14): nothing told before.
func (p *pass) formerly(t *tree, sentence int, a *account) bool {
	h := a.triggers[0].head
	if !p.relative(t, h) {
		return false
	}
	return slices.ContainsFunc(p.times[sentence], func(x Time) bool {
		k := tokenAt(t, x.End-1)
		return k > h && t.under(k, t.clause(h)) && slices.Contains([]string{"before", "earlier", "previously"}, t.lemmaAt(k))
	})
}

// ofSomebody: token k stands in a clause about somebody that lies below token h and
// says nothing of it.
func (p *pass) ofSomebody(t *tree, k, h int) bool {
	v := t.clause(k)
	return v != h && t.rel(v, "acl:relcl") && t.under(v, h) && p.relative(t, v)
}
