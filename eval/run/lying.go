package run

import (
	"context"
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/extract"
	"github.com/opendateline/dateline/extract/weigh"
)

// Lying is an account of a report with the places that it may lie in and which of them
// are right; none of them is where readers noted no place that the report names.
type Lying struct {
	Report  string
	Grounds [][]weigh.Feature
	Right   []bool
	ByRule  int  // the one that the rules chose, -1 for none
	Named   bool // the answer has a place, not only a country
}

// Lying reads the reports of a corpus of records, and says of each account that can be tied
// to an answer where it lies: by the words that tell of the answer where the set has them,
// else as ScoreRecords pairs records.
func (r *Runner) Lying(ctx context.Context, dir string) ([]Lying, error) {
	reader, err := extract.New()
	if err != nil {
		return nil, err
	}
	reader = reader.Placing(nil)
	return lessons(ctx, r, dir, reader, func(ctx context.Context, l lesson) ([]Lying, error) {
		if len(l.answers) == 0 {
			return nil, nil
		}
		list, err := reader.Grounds(ctx, l.read.Doc, l.notes)
		return lyingOf(l.report, list, tied(l, list)), err
	})
}

func lyingOf(report string, list []extract.Lying, answers []*eval.Record) []Lying {
	var out []Lying
	for i, x := range list {
		if answers[i] == nil {
			continue
		}
		one := Lying{Report: report, ByRule: -1, Named: answers[i].Place != ""}
		for k, g := range x.Grounds {
			one.Grounds = append(one.Grounds, g.Signs)
			if g.ByRule {
				one.ByRule = k
			}
		}
		one.Right = rightGrounds(x.Grounds, *answers[i])
		out = append(out, one)
	}
	return out
}

// rightGrounds are the places that the answer names, else, where it names a country only,
// or no place that the report names for certain, those that name no town of the country.
func rightGrounds(list []extract.Ground, answer eval.Record) []bool {
	out := make([]bool, len(list))
	for i, g := range list {
		out[i] = answer.Place != "" && g.Ref.Country == answer.Country && g.Ref.Precision != dateline.P6 && eval.SamePlace(answer.Place, placeName(&g.Ref))
	}
	if answer.Country == "" || slices.Contains(out, true) {
		return out
	}
	for i, g := range list {
		out[i] = g.Ref.Country == answer.Country && g.Ref.City == "" && (g.Ref.Precision == dateline.P6 || answer.Place == "")
	}
	return out
}

// tied is the answer of each account, nil for those that are tied to none.
func tied(l lesson, list []extract.Lying) []*eval.Record {
	out := make([]*eval.Record, len(list))
	if l.marked() {
		for i, x := range list {
			if k := l.toldBy(x.Triggers); k >= 0 {
				out[i] = &l.answers[k]
			}
		}
		return out
	}
	var records []eval.Record
	var of []int
	for _, m := range l.read.Reading.Mentions {
		i := slices.IndexFunc(list, func(x extract.Lying) bool { return slices.Contains(x.Triggers, m.Trigger) })
		if x, made := l.alone(m); made && i >= 0 {
			records, of = append(records, x), append(of, i)
		}
	}
	for k, answer := range eval.PairedWith(l.answers, records) {
		if answer >= 0 {
			out[of[k]] = &l.answers[answer]
		}
	}
	return out
}
