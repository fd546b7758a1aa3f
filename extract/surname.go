package extract

import (
	"strings"

	"github.com/opendateline/dateline"
)

// surnamesOf are the last words of the names of persons that a report gives in full: what
// bears one alone further down is that person, "PEARL's kidnapping", and no town.
func surnamesOf(actors []Actor) map[string]bool {
	out := map[string]bool{}
	for _, a := range actors {
		if words := strings.Fields(a.Text); a.Kind == dateline.PersonExpression && len(words) > 1 {
			out[words[len(words)-1]] = true
		}
	}
	return out
}

// namesPerson: the place bears the surname of somebody whom the report names, and stands where
// no place would or owns what follows, "in PEARL's kidnapping".
func (p *pass) namesPerson(x Place) bool { return p.surnames[x.Text] && (!x.Locative || p.owner(x)) }

// bearsSurname: the token is the surname, alone, of somebody whom the report names.
func (p *pass) bearsSurname(t *tree, i int) bool {
	return t.Tokens[i].POS == "PROPN" && p.surnames[t.Tokens[i].Text]
}

// owner: a possessive stands behind the place.
func (p *pass) owner(x Place) bool {
	t := p.trees[x.Sentence]
	next := tokenAt(t, x.End)
	return next > 0 && t.Tokens[next].Tag == "POS"
}
