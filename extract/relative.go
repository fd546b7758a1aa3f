package extract

import (
	"slices"
)

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
