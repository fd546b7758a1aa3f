package learn

import (
	"slices"
	"strings"

	"github.com/opendateline/dateline/extract/gist"
	"github.com/opendateline/dateline/extract/weigh"
)

// Answer is what people filed about a report; what they left empty teaches
// nothing.
type Answer struct {
	Violations                         []string
	Perpetrator, Province, Place, Date string
	Countries                          []string // any of them is right
}

// Examples are the questions about a report with their right answers.
func Examples(s *gist.Survey, a Answer) []Example {
	var out []Example
	for _, kind := range gist.Violations {
		want := ""
		if slices.Contains(a.Violations, kind) {
			want = kind
		}
		out = append(out, right(s.Violation(kind), func(v string) bool { return v == want }))
	}
	out = append(out,
		right(s.Perpetrator(), func(v string) bool { return v == a.Perpetrator }),
		right(s.Country(), func(v string) bool { return slices.Contains(a.Countries, v) }),
		right(s.Province(a.Countries...), func(v string) bool { return samePlace(a.Province, v) }),
		right(s.Place(a.Countries...), func(v string) bool { return samePlace(a.Place, v) }))
	if strings.HasPrefix(a.Date, "XXXX") {
		return out
	}
	return append(out, dated(s, a.Date)...)
}

// Option is an option of which features without a place in the text speak.
func Option(value, table string, features []weigh.Feature) gist.Option {
	o := gist.Option{Value: value, Table: table, Features: make([]gist.Feature, len(features))}
	for i, f := range features {
		o.Features[i] = gist.Feature{Name: f.Name, Value: f.Value}
	}
	return o
}

// Verdict is the choice between a yes, which the signs speak for, and a no, which has
// none: its weights add up to log-odds.
func Verdict(table string, signs []weigh.Feature, yes bool) Example {
	return Example{Question: gist.Question{Name: table, Options: []gist.Option{Option("yes", table, signs), Option("no", table, nil)}}, Right: []bool{yes, !yes}}
}

// dated asks for as many parts of the date as people filed; the next finer part
// is asked too, with the answer that there is none.
func dated(s *gist.Survey, date string) []Example {
	var out []Example
	within := ""
	for _, ask := range []func(string) gist.Question{s.Year, s.Month, s.Day} {
		q := ask(within)
		length := 0
		for _, o := range q.Options {
			length = max(length, len(o.Value))
		}
		want := date[:min(len(date), length)]
		out = append(out, right(q, func(v string) bool { return v == want }))
		if len(want) <= len(within) || len(want) < length {
			break
		}
		within = want
	}
	return out
}

func right(q gist.Question, is func(string) bool) Example {
	e := Example{Question: q}
	for _, o := range q.Options {
		e.Right = append(e.Right, is(o.Value) || slices.ContainsFunc(o.Also, is))
	}
	return e
}

// samePlace: places are filed as names set apart by commas.
func samePlace(filed, name string) bool {
	for _, f := range strings.Split(filed, ",") {
		if f = strings.TrimSpace(f); f != "" && strings.EqualFold(f, name) {
			return true
		}
	}
	return false
}
