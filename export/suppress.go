package export

import (
	"slices"

	"github.com/opendateline/dateline"
)

// withdraw takes claims out of an incident, and every fact that then rests on
// none, and the actors and places that are hidden themselves.
func withdraw(i *dateline.Incident, gone, hidden map[dateline.ID]bool) {
	w := withdrawal{gone}
	if w.bare(&i.Date.Claims) {
		i.Date = dateline.FactDate{Date: dateline.Date{Precision: dateline.D9, Basis: dateline.BasisUnknown}}
	}
	if w.bare(&i.Place.Claims) || i.Place.Ref != nil && hidden[i.Place.Ref.Place] {
		i.Place = dateline.FactPlace{}
	}
	if i.Start != nil && (w.bare(&i.Start.Claims) || i.Start.Ref != nil && hidden[i.Start.Ref.Place]) {
		i.Start = nil
	}
	i.Actors = supported(i.Actors, func(a *dateline.FactActor) bool { return !w.bare(&a.Claims) && !hidden[a.Actor] })
	i.Targets = supported(i.Targets, func(t *dateline.FactTarget) bool { return !w.bare(&t.Claims) })
	i.Texts = supported(i.Texts, func(t *dateline.FactText) bool { return !w.bare(&t.Claims) })
	i.Responsibility = supported(i.Responsibility, func(r *dateline.Responsibility) bool {
		return !w.bare(&r.Claims) && !hidden[r.Actor.Actor]
	})
	i.Contradictions = supported(i.Contradictions, func(c *dateline.Contradiction) bool { return !w.touches(c) })
	i.Sites = supported(i.Sites, func(x *dateline.PlaceRef) bool { return !hidden[x.Place] })
	i.Children = supported(i.Children, func(id *dateline.ID) bool { return !hidden[*id] })
	if hidden[i.Operation] {
		i.Operation = ""
	}
	for k := range i.Figures {
		w.numbers(&i.Figures[k])
	}
}

// supported keeps the facts that keep says, which may change them.
func supported[T any](facts []T, keep func(*T) bool) []T {
	var out []T
	for _, fact := range facts {
		if keep(&fact) {
			out = append(out, fact)
		}
	}
	return out
}

type withdrawal struct{ gone map[dateline.ID]bool }

// bare takes the withdrawn claims off a list; it says whether that left a list
// that had claims without any.
func (w withdrawal) bare(claims *[]dateline.ID) bool {
	had := len(*claims)
	*claims = slices.DeleteFunc(slices.Clone(*claims), func(id dateline.ID) bool { return w.gone[id] })
	return had > 0 && len(*claims) == 0
}

func (w withdrawal) touches(c *dateline.Contradiction) bool {
	for _, side := range c.Sides {
		if slices.ContainsFunc(side.Claims, func(id dateline.ID) bool { return w.gone[id] }) {
			return true
		}
	}
	return false
}

func (w withdrawal) numbers(f *dateline.Figure) {
	if w.bare(&f.LowClaims) {
		f.Low = nil
	}
	if w.bare(&f.BestClaims) {
		f.Best = nil
	}
	if w.bare(&f.HighClaims) {
		f.High = nil
	}
}
