package pipeline

import (
	"context"

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

// Stages are the stages that read one report.
type Stages struct {
	Clean    Cleaner
	Parse    Parser
	Annotate Annotator
	Extract  Extractor
}

// Account is one report with all that was read from it.
type Account struct {
	Report  *dateline.Report
	Doc     *dateline.Document
	Reading dateline.Reading
}

// Read takes one report from its bytes to its claims. It touches no store.
func (s *Stages) Read(ctx context.Context, raw dateline.Raw) (*Account, error) {
	report, err := s.Clean.Clean(raw)
	if err != nil {
		return nil, err
	}
	doc := s.Parse.Parse(report)
	reading, err := s.Extract.Read(ctx, doc, s.Annotate.Annotate(doc))
	if err != nil {
		return nil, err
	}
	return &Account{report, doc, reading}, nil
}
