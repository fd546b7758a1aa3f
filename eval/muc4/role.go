package muc4

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline/eval/assign"
)

// Role is one of the five roles that the scores of today look at.
type Role int

const (
	PerpInd Role = iota
	PerpOrg
	Target
	Victim
	Weapon
	roleCount
)

// Roles lists the roles in the order in which tables show them.
var Roles = []Role{PerpInd, PerpOrg, Target, Victim, Weapon}

// String is the role's name in the literature.
func (r Role) String() string {
	return [roleCount]string{"PerpInd", "PerpOrg", "Target", "Victim", "Weapon"}[r]
}

// Entity is a role filler: the strings any of which names it.
type Entity []string

// Entities gives the fillers of a role, in the template's order. A human target
// is named by name and description together where a cross-reference ties them.
func (t *Template) Entities(role Role) []Entity {
	switch role {
	case PerpInd:
		return entities(t.Fills[PerpIndividual])
	case PerpOrg:
		return entities(t.Fills[PerpOrganization])
	case Target:
		return entities(t.Fills[PhysID])
	case Weapon:
		return entities(t.Fills[InstrumentID])
	}
	victims := entities(t.Fills[HumName])
	for _, description := range t.Fills[HumDescription] {
		i := slices.IndexFunc(victims, func(e Entity) bool { return overlaps(e, mentions(description.Refs)) })
		if i < 0 {
			victims = append(victims, mentions(description.Values))
			continue
		}
		victims[i] = append(victims[i], mentions(description.Values)...)
	}
	return victims
}

func entities(fills []Fill) []Entity {
	var list []Entity
	for _, fill := range fills {
		list = append(list, mentions(fill.Values))
	}
	return list
}

// mentions brings strings to the form in which they are compared: lower case,
// no quotation marks, no leading article.
func mentions(values []string) Entity {
	var list Entity
	for _, value := range values {
		words := strings.Fields(strings.ToLower(strings.ReplaceAll(value, `"`, "")))
		if len(words) > 1 && (words[0] == "the" || words[0] == "a" || words[0] == "an") {
			words = words[1:]
		}
		list = append(list, strings.Join(words, " "))
	}
	return list
}

func overlaps(a, b Entity) bool {
	return slices.ContainsFunc(a, func(mention string) bool { return slices.Contains(b, mention) })
}

// Hits counts right answers, answers and gold items.
type Hits struct{ Right, Answers, Gold int }

func (h *Hits) add(o Hits) {
	h.Right += o.Right
	h.Answers += o.Answers
	h.Gold += o.Gold
}

// Precision, Recall and F are shares between 0 and 1.
func (h Hits) Precision() float64 { return ratio(float64(h.Right), float64(h.Answers)) }
func (h Hits) Recall() float64    { return ratio(float64(h.Right), float64(h.Gold)) }
func (h Hits) F() float64         { return FMeasure(h.Precision(), h.Recall(), 1) }

// RoleScore holds the hits of the incident type (templates only) and of each
// role.
type RoleScore struct {
	Type  Hits
	Roles [roleCount]Hits
}

// Total sums all rows; its F is the micro average.
func (s RoleScore) Total() Hits {
	total := s.Type
	for _, role := range s.Roles {
		total.add(role)
	}
	return total
}

// Add adds the score of other messages.
func (s *RoleScore) Add(o RoleScore) {
	s.Type.add(o.Type)
	for role := range s.Roles {
		s.Roles[role].add(o.Roles[role])
	}
}

// Templates scores whole templates (Du, Rush and Cardie 2021): those of a
// message are mapped one to one to those of the key so that most fillers are
// right; only templates of the same incident type may be mapped. A filler is
// right if one of its strings is one of the key's for an entity of that role.
// Optional templates and fills count as gold, as in the published splits.
func (m MessageTemplates) Templates() RoleScore {
	weights := make([][]float64, len(m.Key))
	for i, key := range m.Key {
		weights[i] = make([]float64, len(m.Answers))
		for j, answer := range m.Answers {
			weights[i][j] = float64(pairHits(key, answer).Total().Right)
		}
	}
	score := RoleScore{}
	for i, j := range assign.Max(weights) {
		score.Add(size(m.Key[i], func(h *Hits) *int { return &h.Gold }))
		if j >= 0 {
			score.Add(pairHits(m.Key[i], m.Answers[j]))
		}
	}
	for _, answer := range m.Answers {
		score.Add(size(answer, func(h *Hits) *int { return &h.Answers }))
	}
	return score
}

// pairHits counts what is right when the two are mapped to each other.
func pairHits(key, answer *Template) RoleScore {
	var score RoleScore
	if !sameType(key, answer) {
		return score
	}
	score.Type.Right = 1
	for _, role := range Roles {
		score.Roles[role].Right = right(key.Entities(role), answer.Entities(role), overlaps)
	}
	return score
}

func sameType(key, answer *Template) bool {
	k, a := key.Fills[IncidentType], answer.Fills[IncidentType]
	return len(k) > 0 && len(a) > 0 && slices.Contains(k[0].Values, a[0].Values[0])
}

func size(t *Template, field func(*Hits) *int) RoleScore {
	var score RoleScore
	*field(&score.Type) = min(1, len(t.Fills[IncidentType]))
	for _, role := range Roles {
		*field(&score.Roles[role]) = len(t.Entities(role))
	}
	return score
}

// right is the greatest number of pairs of a gold entity and an answer that are
// alike.
func right(gold, answers []Entity, alike func(answer, gold Entity) bool) int {
	weights := make([][]float64, len(gold))
	for i := range gold {
		weights[i] = make([]float64, len(answers))
		for j, answer := range answers {
			if alike(answer, gold[i]) {
				weights[i][j] = 1
			}
		}
	}
	return int(assign.Weight(weights, assign.Max(weights)))
}

// subset: all strings of the answer are the gold entity's (the φ3 of CEAF-REE).
func subset(part, whole Entity) bool {
	return len(part) > 0 && !slices.ContainsFunc(part, func(mention string) bool { return !slices.Contains(whole, mention) })
}

// RoleFillers scores the fillers of each role over the whole message, whatever
// template they stand in (CEAF-REE, Du, Rush and Cardie 2021).
func (m MessageTemplates) RoleFillers() RoleScore {
	var score RoleScore
	for _, role := range Roles {
		gold, answers := pooled(m.Key, role), pooled(m.Answers, role)
		score.Roles[role] = Hits{Right: right(gold, answers, subset), Answers: len(answers), Gold: len(gold)}
	}
	return score
}

// pooled gives the entities of all templates, those that share a string as one.
func pooled(templates []*Template, role Role) []Entity {
	var pool []Entity
	for _, t := range templates {
		for _, entity := range t.Entities(role) {
			if i := slices.IndexFunc(pool, func(e Entity) bool { return overlaps(e, entity) }); i >= 0 {
				pool[i] = append(pool[i], entity...)
				continue
			}
			pool = append(pool, slices.Clone(entity))
		}
	}
	return pool
}

// Count sums a score over messages.
func Count(messages []MessageTemplates, score func(MessageTemplates) RoleScore) RoleScore {
	var sum RoleScore
	for _, m := range messages {
		sum.Add(score(m))
	}
	return sum
}
