package run

import (
	"context"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/extract"
	"github.com/opendateline/dateline/extract/weigh"
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
	reader, err := extract.New()
	if err != nil {
		return nil, err
	}
	return lessons(ctx, r, dir, reader.Undecided(), func(ctx context.Context, l lesson) ([]Made, error) {
		standing, err := reader.Standing(ctx, l.read.Doc, l.notes)
		return madeOf(l, standing), err
	})
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
func madeOf(l lesson, standing []extract.Deed) []Made {
	signs := map[dateline.Span][]weigh.Feature{}
	for _, d := range standing {
		signs[d.Trigger] = d.Signs
	}
	var out []Made
	var records []eval.Record
	for _, m := range l.read.Reading.Mentions {
		of, known := signs[m.Trigger]
		if x, made := l.alone(m); known && made {
			records = append(records, x)
			out = append(out, Made{Report: l.report, Signs: of})
		}
	}
	for i, of := range eval.PairedWith(l.answers, records) {
		out[i].Right = of >= 0
	}
	return out
}
