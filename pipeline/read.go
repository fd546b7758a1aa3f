package pipeline

import (
	"context"
	"fmt"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract"
)

// Cleaner turns raw bytes into a report.
type Cleaner interface {
	Clean(dateline.Raw) (*dateline.Report, error)
}

// Parser finds sentences, tokens and arcs.
type Parser interface {
	Parse(*dateline.Report) *dateline.Document
}

// Annotator finds and resolves the times, places, actors and persons of a
// report; it fills in the publication window of a report without a date.
type Annotator interface {
	Annotate(*dateline.Document) extract.Annotations
}

// Extractor takes mentions and claims.
type Extractor interface {
	Read(context.Context, *dateline.Document, extract.Annotations) (dateline.Reading, error)
}

// Summariser judges what a report as a whole is about.
type Summariser interface {
	Read(context.Context, *dateline.Document, extract.Annotations, *dateline.Reading) *dateline.Gist
}

// Gate decides by words alone whether a report can tell of violence.
type Gate interface {
	Passes(*dateline.Report) bool
	// Refusal says why a report does not pass.
	Refusal(*dateline.Report) dateline.Decision
}

// Stages are the stages that read one report.
type Stages struct {
	Clean    Cleaner
	Gate     Gate // nil: every report is read
	Parse    Parser
	Annotate Annotator
	Extract  Extractor
	Gist     Summariser
}

// Account is one report with all that was read from it; of one that the gate
// refused only the report and why.
type Account struct {
	Report  *dateline.Report
	Refused *dateline.Decision
	Doc     *dateline.Document
	Reading dateline.Reading
}

// Read takes one report from its bytes to its claims. It touches no store. A
// fault of the program on one report is an error of that report (code Damaged)
// and not the end of the job: its bytes are kept, the others go on.
func (s *Stages) Read(ctx context.Context, raw dateline.Raw) (account *Account, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = &dateline.Error{Code: dateline.Damaged, What: fmt.Sprintf("reading failed by a fault of the program: %v", fault),
				Kept: "The bytes are kept", Next: "Please report it with the input; read it again after an update"}
		}
	}()
	report, err := s.Clean.Clean(raw)
	if err != nil {
		return nil, err
	}
	if s.Gate != nil && !s.Gate.Passes(report) {
		refusal := s.Gate.Refusal(report)
		return &Account{Report: report, Refused: &refusal}, nil
	}
	doc := s.Parse.Parse(report)
	ann := s.Annotate.Annotate(doc)
	reading, err := s.Extract.Read(ctx, doc, ann)
	if err != nil {
		return nil, err
	}
	reading.Gist = s.Gist.Read(ctx, doc, ann, &reading)
	return &Account{Report: report, Doc: doc, Reading: reading}, nil
}
