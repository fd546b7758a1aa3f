package run

import (
	"context"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/extract"
	"github.com/opendateline/dateline/extract/weigh"
	"github.com/opendateline/dateline/pipeline"
)

// Made is an account that a report by itself would make an incident of, with what speaks
// for and against it (package extract/own).
type Made struct {
	Report string
	Signs  []weigh.Feature
	Right  bool // readers noted it too, as ScoreRecords pairs records
}

// Made reads the reports of a corpus of records without leaving out what is unlikely an
// incident of its own, and says of each account whether readers noted it.
func (r *Runner) Made(ctx context.Context, dir string) ([]Made, error) {
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
	reader, err := extract.New()
	if err != nil {
		return nil, err
	}
	stages := *r.stages
	stages.Extract = reader.Undecided()
	matcher, err := pipeline.NewMatcher(r.registries, pipeline.Options{})
	if err != nil {
		return nil, err
	}
	of, err := each(ctx, c, func(ctx context.Context, in eval.Report) ([]Made, error) {
		read, err := stages.Read(ctx, raw(in))
		if err != nil || read.Refused != nil {
			return nil, nil // a report that cannot be read tells of nothing
		}
		standing, err := reader.Standing(ctx, read.Doc, r.stages.Annotate.Annotate(read.Doc))
		if err != nil {
			return nil, err
		}
		return madeOf(in.ID, matcher, read, standing, answers[in.ID]), nil
	})
	var out []Made
	for _, some := range of {
		out = append(out, some...)
	}
	return out, err
}

// noted are the answers of a corpus of records, with perpetrators by the names that the
// registry has.
func (r *Runner) noted(c *eval.Corpus) ([]eval.RecordsRow, error) {
	gold, err := eval.Gold[eval.RecordsRow](c)
	for _, row := range gold {
		for i := range row.Records {
			names := strings.Split(row.Records[i].Perpetrator, ",")
			for n := range names {
				names[n] = r.actor(names[n])
			}
			row.Records[i].Perpetrator = strings.Join(names, ",")
		}
	}
	return gold, err
}

// madeOf joins the accounts of a report to the incidents made of them by their triggers.
func madeOf(report string, matcher *pipeline.Matcher, read *pipeline.Account, standing []extract.Deed, answers []eval.Record) []Made {
	signs := map[dateline.Span][]weigh.Feature{}
	for _, d := range standing {
		signs[d.Trigger] = d.Signs
	}
	var out []Made
	var records []eval.Record
	for i := range read.Reading.Mentions {
		one := *read
		one.Reading.Mentions = read.Reading.Mentions[i : i+1]
		of, known := signs[read.Reading.Mentions[i].Trigger]
		for _, incident := range matcher.Each(&one) {
			if known {
				records = append(records, record(&incident, read.Reading.Claims))
				out = append(out, Made{Report: report, Signs: of})
			}
		}
	}
	for i, right := range eval.Paired(answers, records) {
		out[i].Right = right
	}
	return out
}
