package run

import (
	"context"
	"slices"

	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/extract"
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
	return lessons(ctx, r, dir, reader.ByRules(), func(ctx context.Context, l lesson) ([]Day, error) {
		list, err := reader.EachDated(ctx, l.read.Doc, l.notes)
		return daysOf(l, list), err
	})
}

// daysOf gives each account the date of the record that its words tell of, or that it is paired
// with in all but the date where readers did not say where a report tells of a record.
func daysOf(l lesson, list []extract.Dated) []Day {
	told := l.marked()
	var out []Day
	for _, d := range list {
		var i int
		if told {
			i = l.toldBy(d.Triggers)
		} else {
			i = pairedUndated(l, d)
		}
		if i >= 0 {
			out = append(out, Day{l.report, d, l.answers[i].Date})
		}
	}
	return out
}

// pairedUndated is the record that the account is paired with, whatever their dates; -1 for none.
func pairedUndated(l lesson, d extract.Dated) int {
	undated := slices.Clone(l.answers)
	for i := range undated {
		undated[i].Date = ""
	}
	for _, m := range l.read.Reading.Mentions {
		if m.Trigger != d.Triggers[0] {
			continue
		}
		if x, made := l.alone(m); made {
			return eval.PairedWith(undated, []eval.Record{x})[0]
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
