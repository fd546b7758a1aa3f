package actor

import (
	"slices"

	dateline "github.com/opendateline/dateline"
)

// Relation of two actors on a day (ACT-2).
type Relation string

const (
	Same        Relation = "same"
	Affiliate   Relation = "affiliate"   // the first belongs to or follows the second
	ParentOf    Relation = "parent"      // the second belongs to or follows the first
	Predecessor Relation = "predecessor" // one became the other
	Sibling     Relation = "sibling"     // both belong to one parent
	Unrelated   Relation = "unrelated"
)

// Related says how a and b stand to each other at a day. With no day, a
// relation of any time counts. "Islamic State" and "ISIS-K" for one incident
// are Affiliate or ParentOf: a difference of granularity, no contradiction.
func (r *Registry) Related(a, b dateline.ID, at dateline.Day) Relation {
	if a == b {
		return Same
	}
	up, down := r.above(a, at), r.above(b, at)
	switch {
	case slices.Contains(up, b):
		return Affiliate
	case slices.Contains(down, a):
		return ParentOf
	case r.becomes(a, b) || r.becomes(b, a):
		return Predecessor
	case slices.ContainsFunc(up, func(id dateline.ID) bool { return slices.Contains(down, id) }):
		return Sibling
	}
	return Unrelated
}

// above lists the actors that a belongs to, nearest first.
func (r *Registry) above(a dateline.ID, at dateline.Day) []dateline.ID {
	var out []dateline.ID
	for next := []dateline.ID{a}; len(next) > 0 && len(out) < 32; next = next[1:] {
		actor := r.actors[next[0]]
		if actor == nil {
			continue
		}
		for _, p := range actor.Parents {
			if p.Relation != "predecessor_of" && (!at.Known() || within(at, p.From, p.To)) && !slices.Contains(out, p.Actor) {
				out, next = append(out, p.Actor), append(next, p.Actor)
			}
		}
	}
	return out
}

// becomes says whether a was, perhaps through others, a predecessor of b.
func (r *Registry) becomes(a, b dateline.ID) bool {
	at, steps := a, 0
	for ; steps < 8; steps++ {
		actor := r.actors[at]
		if actor == nil {
			return false
		}
		i := slices.IndexFunc(actor.Parents, func(p dateline.Parent) bool { return p.Relation == "predecessor_of" })
		if i < 0 {
			return false
		}
		if at = actor.Parents[i].Actor; at == b {
			return true
		}
	}
	return false
}

// Affiliates lists, by id, the actors that name a as the one they follow or
// belong to.
func (r *Registry) Affiliates(a dateline.ID) []dateline.ID { return r.parts[a] }

// partsOf lists for each actor those that have it for a parent, in order.
func partsOf(actors map[dateline.ID]*dateline.Actor) map[dateline.ID][]dateline.ID {
	parts := map[dateline.ID][]dateline.ID{}
	for id, x := range actors {
		for _, p := range x.Parents {
			if p.Relation != "predecessor_of" && !slices.Contains(parts[p.Actor], id) {
				parts[p.Actor] = append(parts[p.Actor], id)
			}
		}
	}
	for _, list := range parts {
		slices.Sort(list)
	}
	return parts
}
