package eval

import (
	"context"

	"github.com/opendateline/dateline/eval/muc4"
)

// The interfaces that a system under test implements, one for each task. An
// error means that nothing was predicted; an empty row, that there is nothing.

// FieldsPredictor reads the main incident of a report.
type FieldsPredictor interface {
	Fields(context.Context, Report) (FieldsRow, error)
}

// IncidentsPredictor groups reports by incident and records each incident.
type IncidentsPredictor interface {
	Incidents(context.Context, []Report) ([]IncidentRow, error)
}

// TimesPredictor finds and resolves time expressions.
type TimesPredictor interface {
	Times(context.Context, Report) (TimesRow, error)
}

// ToponymsPredictor finds and resolves place names.
type ToponymsPredictor interface {
	Toponyms(context.Context, Report) (ToponymsRow, error)
}

// CleanPredictor takes the article out of a web page.
type CleanPredictor interface {
	Clean(ctx context.Context, page CleanRow, html []byte) (CleanRow, error)
}

// TemplatesPredictor fills the templates of a message.
type TemplatesPredictor interface {
	Templates(context.Context, muc4.Message) ([]muc4.Template, error)
}

// LabelPredictor labels a text.
type LabelPredictor interface {
	Label(context.Context, LabelRow) (string, error)
}

// StoriesPredictor groups reports by the story they tell.
type StoriesPredictor interface {
	Stories(context.Context, []Report) ([]StoryRow, error)
}
