package eval

import (
	"slices"
	"strconv"
	"strings"
)

// Argument fills a role of an event. Gold without places has only the text.
// Gold mentions of one thing share their cluster, where it is given.
type Argument struct {
	Span
	Role    string `json:"role"`
	Cluster string `json:"cluster"`
}

// EventMention is an event as a trigger word and its arguments.
type EventMention struct {
	Type    string     `json:"type"`
	Trigger Span       `json:"trigger"`
	Args    []Argument `json:"args"`
}

// violent says whether an event is one of attack, death or injury.
func (m EventMention) violent() bool {
	kind, _, _ := strings.Cut(strings.ToLower(m.Type), ".")
	return kind == "conflict" || kind == "life"
}

// kind is the type without its last, finest part, which not all gold has.
func (m EventMention) kind() string {
	parts := strings.SplitN(strings.ToLower(m.Type), ".", 3)
	return strings.Join(parts[:min(2, len(parts))], ".")
}

// RolesRow holds the events of one report.
type RolesRow struct {
	Report   string         `json:"report"`
	Mentions []EventMention `json:"mentions"`
}

// Attacks says whether the report tells of an attack.
func (r RolesRow) Attacks() bool {
	return slices.ContainsFunc(r.Mentions, func(m EventMention) bool { return m.kind() == "conflict.attack" })
}

// ScoreRoles gives the F1 of trigger spans and of triggers with their types, and
// of arguments with the type of event and their role: argument_f1 asks for the
// span, argument_head_f1 for its head word, argument_coref_f1 for the head word
// of any gold mention of the same thing. Types are compared without their third
// part. violent_... is about attacks, deaths and injuries only.
func ScoreRoles(gold, predicted []RolesRow) Result {
	s := rolesScore{gold, byKey(predicted, func(r RolesRow) string { return r.Report })}
	list := []measure{
		s.keyed("trigger_f1", each(func(m EventMention) []string { return []string{place(m.Trigger)} })),
		s.keyed("trigger_type_f1", each(typed)),
		s.keyed("violent_trigger_type_f1", each(violentOnly(typed))),
	}
	return result(len(gold), append(list, s.arguments("argument", EventMention.kind)...))
}

// ScoreFillers gives the F1 of arguments of events that the system was told of:
// an argument counts for its own event. Names are as in [ScoreRoles], after
// "given_".
func ScoreFillers(gold, predicted []RolesRow) Result {
	s := rolesScore{gold, byKey(predicted, func(r RolesRow) string { return r.Report })}
	return result(len(gold), s.arguments("given_argument", func(m EventMention) string { return place(m.Trigger) + " " + m.kind() }))
}

func typed(m EventMention) []string { return []string{place(m.Trigger) + " " + m.kind()} }

// eventKeys lists what an event claims, as comparable strings.
type eventKeys func(EventMention) []string

func violentOnly(keys eventKeys) eventKeys {
	return func(m EventMention) []string {
		if !m.violent() {
			return nil
		}
		return keys(m)
	}
}

// rowKeys lists what a row claims, beside the gold row of its report.
type rowKeys func(gold, row RolesRow) []string

func each(keys eventKeys) rowKeys {
	return func(_, row RolesRow) []string {
		var list []string
		for _, m := range row.Mentions {
			list = append(list, keys(m)...)
		}
		return list
	}
}

// rolesScore holds gold and, by report, the answers.
type rolesScore struct {
	gold    []RolesRow
	answers map[string]RolesRow
}

func (s rolesScore) keyed(name string, keys rowKeys) measure {
	tallies := make([]tally, len(s.gold))
	for i, row := range s.gold {
		tallies[i] = overlap(keys(row, row), keys(row, s.answers[row.Report]))
	}
	return summed(name, tallies, f1)
}

// arguments are the measures of arguments; event names the event that an
// argument belongs to.
func (s rolesScore) arguments(prefix string, event func(EventMention) string) []measure {
	by := func(filler func(gold RolesRow) func(Argument) string, keep func(eventKeys) eventKeys) rowKeys {
		return func(gold, row RolesRow) []string {
			name := filler(gold)
			return each(keep(func(m EventMention) []string {
				var list []string
				for _, arg := range m.Args {
					list = append(list, event(m)+" "+strings.ToLower(arg.Role)+" "+name(arg))
				}
				return list
			}))(gold, row)
		}
	}
	every := func(k eventKeys) eventKeys { return k }
	return []measure{
		s.keyed(prefix+"_f1", by(wholeOf, every)),
		s.keyed(prefix+"_head_f1", by(headsOf, every)),
		s.keyed(prefix+"_coref_f1", by(thingsOf, every)),
		s.keyed("violent_"+prefix+"_head_f1", by(headsOf, violentOnly)),
	}
}

// wholeOf names arguments by their place, or by their words where the gold of
// the report has no places.
func wholeOf(gold RolesRow) func(Argument) string {
	if placed(gold) {
		return func(a Argument) string { return place(a.Span) }
	}
	return func(a Argument) string { return fold(a.Text) }
}

// headsOf names arguments by their head word.
func headsOf(gold RolesRow) func(Argument) string {
	if placed(gold) {
		return func(a Argument) string {
			from, to := headWord(a.Text)
			return place(Span{Start: a.Start + from, End: a.Start + to})
		}
	}
	return func(a Argument) string {
		from, to := headWord(a.Text)
		return fold(a.Text[from:to])
	}
}

// thingsOf names arguments by the cluster of a gold argument with their head
// word, or else by the head word.
func thingsOf(gold RolesRow) func(Argument) string {
	head, clusters := headsOf(gold), map[string]string{}
	for _, m := range gold.Mentions {
		for _, a := range m.Args {
			if a.Cluster != "" {
				clusters[head(a)] = a.Cluster
			}
		}
	}
	return func(a Argument) string {
		if cluster, ok := clusters[head(a)]; ok {
			return cluster
		}
		return head(a)
	}
}

func placed(row RolesRow) bool {
	for _, m := range row.Mentions {
		for _, a := range m.Args {
			return a.End > 0
		}
	}
	return true
}

// endsHead are words after which a phrase goes on behind its head.
var endsHead = map[string]bool{"of": true, "in": true, "at": true, "on": true, "from": true, "for": true, "to": true, "with": true, "by": true,
	"near": true, "who": true, "that": true, "which": true, "and": true, "or": true, ",": true, "(": true, "including": true, "against": true}

// headWord is the place of the last word before the phrase goes on behind its
// head ("police in riot gear": police), in bytes of the text.
func headWord(text string) (from, to int) {
	words, at := strings.Fields(text), 0
	for i, word := range words {
		start := at + strings.Index(text[at:], word)
		if i > 0 && endsHead[strings.ToLower(word)] {
			break
		}
		at = start + len(word)
		from, to = start, start+len(strings.TrimRight(word, ",;:"))
		if strings.HasSuffix(word, ",") {
			break
		}
	}
	return from, to
}

// overlap is the tally of distinct answers among distinct gold.
func overlap(gold, answers []string) tally {
	g, a := distinct(gold), distinct(answers)
	right := 0.0
	for key := range a {
		right += given(g[key])
	}
	return hit(right, float64(len(a)), float64(len(g)))
}

// place names a span by its offsets, or by its words where gold has none.
func place(s Span) string {
	if s.End == 0 {
		return fold(s.Text)
	}
	return strconv.Itoa(s.Start) + "-" + strconv.Itoa(s.End)
}
