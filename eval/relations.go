package eval

import (
	"maps"
	"slices"
	"strings"
)

// Entity is a name or description with its type.
type Entity struct {
	Span
	Type       string  `json:"type"`
	Confidence float64 `json:"confidence"`
}

// EntitiesRow holds the entities of one report.
type EntitiesRow struct {
	Report   string   `json:"report"`
	Entities []Entity `json:"entities"`
}

// Coreferent is a mention of an event or entity; mentions of one thing share
// their cluster, across reports too.
type Coreferent struct {
	Span
	ID      string `json:"id"`
	Cluster string `json:"cluster"`
	Kind    string `json:"kind"` // event or entity
}

// CorefRow holds the mentions of one report.
type CorefRow struct {
	Report   string       `json:"report"`
	Mentions []Coreferent `json:"mentions"`
}

// keysOf lists what a row claims, as comparable strings.
type keysOf[Row any] func(Row) []string

// keyed is the F1 of the distinct keys of gold and answer, report by report.
func keyed[Row any](name string, gold []Row, answers map[string]Row, id func(Row) string, keys keysOf[Row]) measure {
	tallies := make([]tally, len(gold))
	for i, row := range gold {
		tallies[i] = overlap(keys(row), keys(answers[id(row)]))
	}
	return summed(name, tallies, f1)
}

func distinct(keys []string) map[string]bool {
	set := map[string]bool{}
	for _, key := range keys {
		set[key] = true
	}
	return set
}

// trusted is the confidence from which an entity of the gold counts.
const trusted = 0.5

// ScoreEntities gives the F1 of spans and of spans with types; overlap_f1 pairs
// spans of one type that share a byte, one to one, and TYPE_overlap_f1 is that of
// one type. Gold of low confidence does not count.
func ScoreEntities(gold, predicted []EntitiesRow) Result {
	id := func(r EntitiesRow) string { return r.Report }
	sure := make([]EntitiesRow, len(gold))
	types := map[string]bool{}
	for i, row := range gold {
		sure[i].Report = row.Report
		for _, e := range row.Entities {
			if e.Confidence >= trusted {
				sure[i].Entities = append(sure[i].Entities, e)
				types[e.Type] = true
			}
		}
	}
	answers := byKey(predicted, id)
	each := func(name string, key func(Entity) string) measure {
		return keyed(name, sure, answers, id, func(r EntitiesRow) []string {
			var list []string
			for _, e := range r.Entities {
				list = append(list, key(e))
			}
			return list
		})
	}
	list := []measure{
		each("span_f1", func(e Entity) string { return place(e.Span) }),
		each("type_f1", func(e Entity) string { return place(e.Span) + " " + e.Type }),
	}
	return result(len(gold), append(list, overlaps(sure, answers, slices.Sorted(maps.Keys(types)))...))
}

// overlaps are the measures by overlap, of all types and of each.
func overlaps(gold []EntitiesRow, answers map[string]EntitiesRow, types []string) []measure {
	all := make([]tally, len(gold))
	var list []measure
	for _, kind := range types {
		tallies := make([]tally, len(gold))
		for i, row := range gold {
			g, a := row.of(kind), answers[row.Report].of(kind)
			tallies[i] = spanTally(pairing(g, a, anyPair), len(a), func(i, j int) bool { return g[i].overlap(a[j]) > 0 })
			all[i] = all[i].plus(tallies[i])
		}
		list = append(list, summed(strings.ToLower(kind)+"_overlap_f1", tallies, f1))
	}
	return append([]measure{summed("overlap_f1", all, f1)}, list...)
}

func (r EntitiesRow) of(kind string) []Span {
	var out []Span
	for _, e := range r.Entities {
		if e.Type == kind {
			out = append(out, e.Span)
		}
	}
	return out
}
