package run

import (
	"slices"
	"strings"
	"unicode"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/pipeline"
	"github.com/opendateline/dateline/resolve/place"
)

// marksWords are the sets that mark the words of a field. Their reports have no
// title beside the text, so that offsets are those of the stored text.
var marksWords = map[string]bool{"gvdb": true}

// marked are the words of a report for such fields: the place of the account,
// the first site, clock time, time of day and weapon. Shots fired have no finder.
func (r *Runner) marked(read *pipeline.Account, mention dateline.ID) map[string][]eval.Span {
	out := map[string][]eval.Span{}
	first := func(name string, start, end int) {
		if len(out[name]) == 0 {
			out[name] = []eval.Span{{Start: start, End: end}}
		}
	}
	for _, c := range read.Reading.Claims {
		if c.MentionID == mention && c.Attribute == dateline.AttrPlace {
			first("place", c.Span.Start, c.Span.End)
		}
	}
	ann := r.stages.Annotate.Annotate(read.Doc)
	for _, p := range ann.Places {
		if p.Class == place.ClassSite {
			first("site", p.Start, p.End)
		}
	}
	for _, t := range ann.Times {
		if t.Class == "clock" {
			first("clock_time", t.Start, t.End)
		}
		if ofDay(t.Text) {
			first("time_of_day", t.Start, t.End)
		}
	}
	for _, s := range read.Doc.Sentences {
		for _, w := range weapons(r.words, s.Tokens) {
			first("weapon", w.Start, w.End)
		}
	}
	return out
}

var partsOfDay = []string{"morning", "noon", "afternoon", "evening", "night", "midnight", "dawn", "dusk", "overnight"}

// ofDay says whether a time expression names a part of a day.
func ofDay(text string) bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(partsOfDay, w) })
}
