package fill

// companyRow says what stands beside the mentions of an entity in the group: how
// probably the phrases joined to it with "and" have its role or one like it, how
// many there are, and how probably the other parts of its clause have each role.
func (r *reading) companyRow(g *group, e *entity) []float32 {
	like := alikeRoles[e.role]
	joined, count := 0., 0.
	beside := make([]float64, roleCount)
	for _, i := range e.heads {
		h := r.heads[i]
		if !g.has(h.sentence) {
			continue
		}
		for _, j := range r.of[h.sentence] {
			if j == i {
				continue
			}
			switch r.company(i, j) {
			case conjoined:
				count++
				for _, role := range like {
					joined = max(joined, r.parts[j][role])
				}
			case sameClause:
				for role := range beside {
					beside[role] = max(beside[role], r.parts[j][role])
				}
			}
		}
	}
	return append(floats(joined, count), floats(beside...)...)
}

// alikeRoles are the roles that phrases joined to one with a role have.
var alikeRoles = [roleCount][]int{
	attacker: {attacker}, organization: {organization}, thing: {thing},
	name: {name, described}, described: {name, described}, weapon: {weapon},
}

const (
	apartFrom = iota
	conjoined
	sameClause
)

// company says how two heads of a sentence stand to each other.
func (r *reading) company(i, j int) int {
	a, b := r.heads[i], r.heads[j]
	x, y := r.tops[a.sentence][a.word], r.tops[b.sentence][b.word]
	if x == y {
		return apartFrom
	}
	joinedA, upA := r.clause(a.sentence, x)
	joinedB, upB := r.clause(b.sentence, y)
	switch {
	case joinedA == joinedB:
		return conjoined
	case upA >= 0 && upA == upB:
		return sameClause
	}
	return apartFrom
}

// clause gives the first of the phrases that a phrase is joined to, and what
// governs it.
func (r *reading) clause(sentence, at int) (first, up int) {
	s := &r.Sentences[sentence]
	for range 6 {
		up = s.Words[at].Head
		if up < 0 || up >= len(s.Words) {
			return at, -1
		}
		if rel := s.Words[at].relation(); rel != "conj" && rel != "appos" {
			return at, up
		}
		at = r.tops[sentence][up]
	}
	return at, up
}
