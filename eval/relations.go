package eval

import "fmt"

// Argument fills a role of an event. Gold without places has only the text.
type Argument struct {
	Span
	Role string `json:"role"`
}

// EventMention is an event as a trigger word and its arguments.
type EventMention struct {
	Type    string     `json:"type"`
	Trigger Span       `json:"trigger"`
	Args    []Argument `json:"args"`
}

// RolesRow holds the events of one report.
type RolesRow struct {
	Report   string         `json:"report"`
	Mentions []EventMention `json:"mentions"`
}

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
		g, a := distinct(keys(row)), distinct(keys(answers[id(row)]))
		right := 0.0
		for key := range a {
			right += given(g[key])
		}
		tallies[i] = hit(right, float64(len(a)), float64(len(g)))
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

// place names a span by its offsets, or by its words where gold has none.
func place(s Span) string {
	if s.End == 0 {
		return fold(s.Text)
	}
	return fmt.Sprintf("%d-%d", s.Start, s.End)
}

// ScoreRoles gives the F1 of trigger spans, of triggers with their types, and of
// arguments (type of event, role, span).
func ScoreRoles(gold, predicted []RolesRow) Result {
	id := func(r RolesRow) string { return r.Report }
	answers := byKey(predicted, id)
	each := func(name string, keys keysOf[EventMention]) measure {
		return keyed(name, gold, answers, id, func(r RolesRow) []string {
			var list []string
			for _, m := range r.Mentions {
				list = append(list, keys(m)...)
			}
			return list
		})
	}
	return result(len(gold), []measure{
		each("trigger_f1", func(m EventMention) []string { return []string{place(m.Trigger)} }),
		each("trigger_type_f1", func(m EventMention) []string { return []string{place(m.Trigger) + " " + m.Type} }),
		each("argument_f1", func(m EventMention) []string {
			var list []string
			for _, arg := range m.Args {
				list = append(list, m.Type+" "+arg.Role+" "+place(arg.Span))
			}
			return list
		}),
	})
}

// trusted is the confidence from which an entity of the gold counts.
const trusted = 0.5

// ScoreEntities gives the F1 of spans and of spans with types. Gold of low
// confidence does not count.
func ScoreEntities(gold, predicted []EntitiesRow) Result {
	id := func(r EntitiesRow) string { return r.Report }
	sure := make([]EntitiesRow, len(gold))
	for i, row := range gold {
		sure[i].Report = row.Report
		for _, e := range row.Entities {
			if e.Confidence >= trusted {
				sure[i].Entities = append(sure[i].Entities, e)
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
	return result(len(gold), []measure{
		each("span_f1", func(e Entity) string { return place(e.Span) }),
		each("type_f1", func(e Entity) string { return place(e.Span) + " " + e.Type }),
	})
}

// ScoreCoref scores clusters of the gold's mentions, found again by their ids:
// B-cubed over mentions of the kind ("event" or "entity"). Intervals draw
// mentions.
func ScoreCoref(kind string, gold, predicted []CorefRow) Result {
	items, wanted := corefClusters(kind, gold)
	_, found := corefClusters(kind, predicted)
	return result(len(items), prf(kind+"_b3", bcubed(items, wanted, found)))
}

func corefClusters(kind string, rows []CorefRow) (items []string, clusters [][]string) {
	var flat []StoryRow
	for _, row := range rows {
		for _, m := range row.Mentions {
			if m.Kind == kind {
				items = append(items, m.ID)
				flat = append(flat, StoryRow{Report: m.ID, Story: m.Cluster})
			}
		}
	}
	return items, byStory(flat)
}
