package run

import (
	"context"
	"slices"

	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/extract"
	"github.com/opendateline/dateline/pipeline"
)

// Day is an account of a report as the rules date it, with the date that readers gave it, ""
// if none.
type Day struct {
	Report string
	extract.Dated
	Date string
}

// Days reads the reports of a corpus to learn from: of records the accounts that readers noted
// too, of a corpus of fields or incidents the main account of each report that has one date.
func (r *Runner) Days(ctx context.Context, dir string) ([]Day, error) {
	c, err := eval.Open(dir)
	if err != nil {
		return nil, err
	}
	reader, err := extract.New()
	if err != nil {
		return nil, err
	}
	if c.Task != "records" {
		return r.filedDays(ctx, c, reader)
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
	stages.Extract = reader.ByRules()
	of, err := each(ctx, c, func(ctx context.Context, in eval.Report) ([]Day, error) {
		read, err := stages.Read(ctx, raw(in))
		if err != nil || read.Refused != nil {
			return nil, nil // a report that cannot be read tells of nothing
		}
		list, err := reader.EachDated(ctx, read.Doc, r.stages.Annotate.Annotate(read.Doc))
		if err != nil {
			return nil, err
		}
		return daysOf(in.ID, matcher, read, list, answers[in.ID]), nil
	})
	return slices.Concat(of...), err
}

// daysOf gives each account the date of the record that its words tell of, or that it is paired
// with in all but the date where readers did not say where a report tells of a record.
func daysOf(report string, matcher *pipeline.Matcher, read *pipeline.Account, list []extract.Dated, answers []eval.Record) []Day {
	told := slices.ContainsFunc(answers, func(r eval.Record) bool { return len(r.Told) > 0 })
	var out []Day
	for _, d := range list {
		i := -1
		if told {
			i = toldBy(d, answers)
		} else {
			i = pairedUndated(matcher, read, d, answers)
		}
		if i >= 0 {
			out = append(out, Day{report, d, answers[i].Date})
		}
	}
	return out
}

// toldBy is the record that most words of the account stand in the ranges of, -1 for none.
func toldBy(d extract.Dated, answers []eval.Record) int {
	best, most := -1, 0
	for i, r := range answers {
		n := 0
		for _, s := range d.Triggers {
			if slices.ContainsFunc(r.Told, func(x [2]int) bool { return s.Start < x[1] && x[0] < s.End }) {
				n++
			}
		}
		if n > most {
			best, most = i, n
		}
	}
	return best
}

// pairedUndated is the record that the account is paired with, whatever their dates; -1 for none.
func pairedUndated(matcher *pipeline.Matcher, read *pipeline.Account, d extract.Dated, answers []eval.Record) int {
	undated := slices.Clone(answers)
	for i := range undated {
		undated[i].Date = ""
	}
	for i := range read.Reading.Mentions {
		if read.Reading.Mentions[i].Trigger != d.Triggers[0] {
			continue
		}
		one := *read
		one.Reading.Mentions = read.Reading.Mentions[i : i+1]
		for _, incident := range matcher.Each(&one) {
			return eval.PairedWith(undated, []eval.Record{record(&incident, read.Reading.Claims)})[0]
		}
	}
	return -1
}

// filedDays are the main accounts of reports that people filed one day for.
func (r *Runner) filedDays(ctx context.Context, c *eval.Corpus, reader *extract.Reader) ([]Day, error) {
	dates, err := filedDates(c)
	if err != nil {
		return nil, err
	}
	of, err := each(ctx, c, func(ctx context.Context, in eval.Report) ([]Day, error) {
		if len(dates[in.ID]) != len("2006-01-02") {
			return nil, nil
		}
		doc, ann := r.Annotated(in)
		list, err := reader.EachDated(ctx, doc, ann)
		list = slices.DeleteFunc(list, func(d extract.Dated) bool { return !d.Main })
		var out []Day
		for _, d := range list {
			out = append(out, Day{in.ID, d, dates[in.ID]})
		}
		return out, err
	})
	return slices.Concat(of...), err
}
