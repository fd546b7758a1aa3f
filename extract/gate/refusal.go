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
	features, rest := g.features(r)
	slices.SortFunc(features, func(a, b weighed) int {
		return cmp.Or(cmp.Compare(a.weight, b.weight), cmp.Compare(a.name, b.name))
	})
	if len(features) > 2*mostParts {
		features = slices.Delete(features, mostParts, len(features)-mostParts)
	}
	var parts []dateline.Part
	for _, f := range features {
		p := part(what(f.name), f.weight, strings.TrimLeft(f.name, headMark+"#"))
		parts, rest = append(parts, p), rest-*p.Points
	}
	return append(parts, part("all other words", rest))
}

// features are those of a report that weigh anything, in no order, and the sum.
func (g *Gate) features(r *dateline.Report) (out []weighed, sum float64) {
	sum, _, t := g.read(r, func(stem []byte, opens bool, weight float64) {
		switch {
		case weight == 0:
		case opens:
			out = append(out, weighed{headMark + string(stem), weight})
		default:
			out = append(out, weighed{string(stem), weight})
		}
	})
	g.eachStep(t, func(count, step int, weight float64) {
		if weight != 0 {
			out = append(out, weighed{stepName(count, step), weight})
		}
	})
	return out, sum
}

// weighed is a feature with its weight.
type weighed struct {
	name   string
	weight float64
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
