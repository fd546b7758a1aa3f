package eval

import (
	"maps"
	"slices"
	"strings"
)

// ScoreFields scores one row a report. FIELD_exact is the share of the gold
// values that are given rightly; FIELD_f1 also counts values given where the
// gold has none against precision. Of numbers, within1 allows each end to be
// off by one, overlap asks only that the ranges meet. The parts of a date are
// asked only as far as the gold has them. types_f1 is over all types of all
// reports (micro). NAME_span_f1 pairs the words marked for a field with those of
// the answer, one to one, if they overlap.
func ScoreFields(gold, predicted []FieldsRow) Result {
	answers := byKey(predicted, func(r FieldsRow) string { return r.Report })
	score := fieldsScore{gold: gold}
	for _, row := range gold {
		score.answers = append(score.answers, answers[row.Report])
	}
	return result(len(gold), score.measures())
}

func byKey[Row any](rows []Row, key func(Row) string) map[string]Row {
	index := make(map[string]Row, len(rows))
	for _, row := range rows {
		index[key(row)] = row
	}
	return index
}

// fieldsScore holds gold and answers side by side.
type fieldsScore struct{ gold, answers []FieldsRow }

func (s fieldsScore) measures() []measure {
	var list []measure
	for _, part := range dateParts {
		list = append(list, s.accuracy("date_"+part.name+"_exact",
			func(g FieldsRow) bool { return part.of(g.Date) != "" },
			func(g, a FieldsRow) bool { return part.of(g.Date) == part.of(a.Date) }))
	}
	for _, field := range textFields {
		list = append(list, s.text(field)...)
	}
	for _, field := range numberFields {
		list = append(list, s.number(field)...)
	}
	list = append(list, summed("types_f1", s.tallies(func(g, a FieldsRow) tally {
		return hit(common(g.Types, a.Types), float64(len(a.Types)), float64(len(g.Types)))
	}), f1))
	return append(list, s.spans()...)
}

// spans are the F1 of the words marked for each field that the gold marks.
func (s fieldsScore) spans() []measure {
	names := map[string]bool{}
	for _, g := range s.gold {
		for name := range g.Spans {
			names[name] = true
		}
	}
	var list []measure
	for _, name := range slices.Sorted(maps.Keys(names)) {
		list = append(list, summed(name+"_span_f1", s.tallies(func(g, a FieldsRow) tally {
			wanted, found := g.Spans[name], a.Spans[name]
			return spanTally(pairing(wanted, found, anyPair), len(found), func(i, j int) bool { return wanted[i].overlap(found[j]) > 0 })
		}), f1))
	}
	return list
}

type textField struct {
	name string
	of   func(FieldsRow) string
	same func(gold, answer string) bool
}

var textFields = []textField{
	{"date", func(r FieldsRow) string { return r.Date }, sameDate},
	{"country", func(r FieldsRow) string { return r.Country }, SamePlace},
	{"admin1", func(r FieldsRow) string { return r.Admin1 }, SamePlace},
	{"place", func(r FieldsRow) string { return r.Place }, SamePlace},
	{"perpetrator", func(r FieldsRow) string { return r.Perpetrator }, sameName},
	{"perpetrator_type", func(r FieldsRow) string { return r.PerpetratorType }, sameName},
	{"weapon", func(r FieldsRow) string { return r.Weapon }, SamePlace},
}

func (s fieldsScore) text(f textField) []measure {
	tallies := s.tallies(func(g, a FieldsRow) tally {
		t := tally{answers: given(f.of(a) != ""), gold: given(f.of(g) != "")}
		if t.answers+t.gold == 2 && f.same(f.of(g), f.of(a)) {
			t.right, t.found = 1, 1
		}
		return t
	})
	return []measure{summed(f.name+"_exact", tallies, recall), summed(f.name+"_f1", tallies, f1)}
}

type numberField struct {
	name string
	of   func(FieldsRow) *Range
}

var numberFields = []numberField{
	{"killed", func(r FieldsRow) *Range { return r.Killed }},
	{"wounded", func(r FieldsRow) *Range { return r.Wounded }},
}

func (s fieldsScore) number(f numberField) []measure {
	compare := func(alike func(gold, answer Range) bool) []tally {
		return s.tallies(func(g, a FieldsRow) tally {
			t := tally{answers: given(f.of(a) != nil), gold: given(f.of(g) != nil)}
			if t.answers+t.gold == 2 && alike(*f.of(g), *f.of(a)) {
				t.right, t.found = 1, 1
			}
			return t
		})
	}
	exact := compare(func(g, a Range) bool { return near(g, a, 0) })
	return []measure{
		summed(f.name+"_exact", exact, recall),
		summed(f.name+"_within1", compare(func(g, a Range) bool { return near(g, a, 1) }), recall),
		summed(f.name+"_overlap", compare(meet), recall),
		summed(f.name+"_f1", exact, f1),
	}
}

func (s fieldsScore) tallies(of func(gold, answer FieldsRow) tally) []tally {
	list := make([]tally, len(s.gold))
	for i := range s.gold {
		list[i] = of(s.gold[i], s.answers[i])
	}
	return list
}

// accuracy is the share of right rows among those that are asked about.
func (s fieldsScore) accuracy(name string, ask func(gold FieldsRow) bool, right func(gold, answer FieldsRow) bool) measure {
	return summed(name, s.tallies(func(g, a FieldsRow) tally {
		if !ask(g) {
			return tally{}
		}
		return asked(right(g, a))
	}), recall)
}

func given(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

// common counts the answers that the gold has; gold may name alternatives, set
// apart by "|".
func common(gold, answers []string) float64 {
	n := 0.0
	for _, answer := range answers {
		n += given(slices.ContainsFunc(gold, func(g string) bool { return slices.Contains(strings.Split(g, "|"), answer) }))
	}
	return n
}

// near says whether both ends differ by at most the slack; an unknown end is
// equal to an unknown end only.
func near(gold, answer Range, slack int) bool {
	return nearEnd(gold.Low, answer.Low, slack) && nearEnd(gold.High, answer.High, slack)
}

func nearEnd(gold, answer *int, slack int) bool {
	if gold == nil || answer == nil {
		return gold == nil && answer == nil
	}
	return max(*gold-*answer, *answer-*gold) <= slack
}

// meet says whether some number lies in both ranges; an unknown end is open.
func meet(a, b Range) bool { return upTo(a.Low, b.High) && upTo(b.Low, a.High) }

func upTo(low, high *int) bool { return low == nil || high == nil || *low <= *high }
