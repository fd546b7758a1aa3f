package run

import (
	"context"
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/extract"
	"github.com/opendateline/dateline/pipeline"
)

// lesson is a report of a corpus of records as it was read, with what readers noted of it.
type lesson struct {
	report  string
	matcher *pipeline.Matcher
	read    *pipeline.Account
	notes   extract.Annotations
	answers []eval.Record
}

// lessons reads the reports of a corpus of records with a reader and gives what learn makes
// of each, in the order of the corpus. A report that cannot be read or that is refused
// teaches nothing.
func lessons[T any](ctx context.Context, r *Runner, dir string, reader *extract.Reader, learn func(context.Context, lesson) ([]T, error)) ([]T, error) {
	c, err := eval.Open(dir)
	if err != nil {
		return nil, err
	}
	gold, err := r.noted(c)
	if err != nil {
		return nil, err
	}
	answers := map[string][]eval.Record{}
	for _, row := range gold {
		answers[row.Report] = row.Records
	}
	matcher, err := pipeline.NewMatcher(r.registries, pipeline.Options{})
	if err != nil {
		return nil, err
	}
	stages := *r.stages
	stages.Extract = reader
	of, err := each(ctx, c, func(ctx context.Context, in eval.Report) ([]T, error) {
		read, err := stages.Read(ctx, raw(in))
		if err != nil || read.Refused != nil {
			return nil, nil
		}
		return learn(ctx, lesson{in.ID, matcher, read, r.stages.Annotate.Annotate(read.Doc), answers[in.ID]})
	})
	return slices.Concat(of...), err
}

// alone is the record of one mention by itself; false if it makes none.
func (l lesson) alone(m dateline.Mention) (eval.Record, bool) {
	one := *l.read
	one.Reading.Mentions = []dateline.Mention{m}
	for _, incident := range l.matcher.Each(&one) {
		return record(&incident, l.read.Reading.Claims), true
	}
	return eval.Record{}, false
}

// marked: readers said where the report tells of a record.
func (l lesson) marked() bool {
	return slices.ContainsFunc(l.answers, func(r eval.Record) bool { return len(r.Told) > 0 })
}

// toldBy is the record that most of the triggers stand in the words of, -1 for none.
func (l lesson) toldBy(triggers []dateline.Span) int {
	best, most := -1, 0
	for i, r := range l.answers {
		if n := inWords(triggers, r.Told); n > most {
			best, most = i, n
		}
	}
	return best
}

// inWords counts the triggers in the words that tell of an answer.
func inWords(triggers []dateline.Span, words [][2]int) int {
	n := 0
	for _, tr := range triggers {
		if slices.ContainsFunc(words, func(w [2]int) bool { return tr.Start < w[1] && w[0] < tr.End }) {
			n++
		}
	}
	return n
}
