package gate

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/opendateline/dateline"
)

// mostParts is how many words a refusal names on each side.
const mostParts = 6

// Refusal is the decision to set a report aside: the words that weighed most
// against and for violence, and all others together. The sum of its points is
// negative.
func (g *Gate) Refusal(r *dateline.Report) dateline.Decision {
	return dateline.Decision{ID: dateline.NewID(dateline.PrefixDecision, Version, string(r.ID)), By: Version, Action: dateline.ActSetAside,
		Targets: []dateline.ID{r.ID}, Rule: "gate", Version: Version, Parts: g.parts(r), After: "set aside: kept as it came, not read"}
}

// parts are the heaviest features on either side, lightest for violence first.
func (g *Gate) parts(r *dateline.Report) []dateline.Part {
	rest, _ := g.Sum(r)
	var list []dateline.Part
	for _, f := range g.vocabulary.Features(r) {
		if w := g.model[f]; w != 0 {
			list = append(list, part(what(f), w, strings.TrimLeft(f, headMark+"#")))
		}
	}
	slices.SortStableFunc(list, func(a, b dateline.Part) int { return cmp.Compare(*a.Points, *b.Points) })
	if len(list) > 2*mostParts {
		list = slices.Delete(list, mostParts, len(list)-mostParts)
	}
	for _, p := range list {
		rest -= *p.Points
	}
	return append(list, part("all other words", rest))
}

func what(feature string) string {
	switch feature[:1] {
	case headMark:
		return "word of the opening"
	case "#":
		return "count"
	}
	return "word"
}

func part(what string, points float64, values ...string) dateline.Part {
	points = math.Round(points*100) / 100
	return dateline.Part{What: what, Values: values, Points: &points}
}
