package synth

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/clean"
	"github.com/opendateline/dateline/extract"
	"github.com/opendateline/dateline/pipeline"
)

const version = "synth@1"

// Stages read the reports of the world by what it knows of them. Each report can
// be read once.
func (w *World) Stages() *pipeline.Stages {
	r := reader{&w.notes, w.common}
	return &pipeline.Stages{Clean: &clean.Cleaner{}, Parse: r, Annotate: r, Extract: r, Gist: summary{}}
}

type reader struct {
	notes  *notes
	common map[string]bool
}

func (reader) Parse(r *dateline.Report) *dateline.Document         { return &dateline.Document{Report: r} }
func (reader) Annotate(*dateline.Document) (a extract.Annotations) { return a }

type summary struct{}

func (summary) Read(context.Context, *dateline.Document, extract.Annotations, *dateline.Reading) *dateline.Gist {
	return nil
}

// Read gives the reading of a report that the world wrote, or NotFound.
func (r reader) Read(_ context.Context, doc *dateline.Document, _ extract.Annotations) (dateline.Reading, error) {
	m, ok := r.notes.take(doc.Report.SHA256Raw)
	if !ok {
		return dateline.Reading{}, dateline.Errorf(dateline.NotFound, "report %s is none of this world's, or was read already", doc.Report.ID)
	}
	a := &author{report: doc.Report, marks: m, common: r.common, runes: dateline.NewRunes(doc.Report.Text)}
	return a.reading(), nil
}

// author turns marks into a reading.
type author struct {
	report *dateline.Report
	marks
	common map[string]bool
	runes  *dateline.Runes
	out    dateline.Reading
}

func (a *author) reading() dateline.Reading {
	for i, s := range a.sentences {
		span := a.runes.Span(s[0], s[1])
		a.out.Passages = append(a.out.Passages, dateline.Passage{ID: dateline.PassageID(a.report.ID, span), ReportID: a.report.ID,
			Span: span, Exact: span.Of(a.report.Text), Paragraph: i, Sentence: i, Role: dateline.RoleBody})
	}
	if a.of.n > 0 {
		a.mention()
	}
	return a.out
}

// mention adds the one account of the report and its claims.
func (a *author) mention() {
	trigger := a.span("noun")
	if trigger.Len() == 0 {
		trigger = a.span("clause")
	}
	m := dateline.Mention{ID: dateline.MentionID(a.report.ID, trigger, 0), ReportID: a.report.ID, Passages: []dateline.ID{a.passage(trigger)},
		Trigger: trigger, TriggerText: trigger.Of(a.report.Text), Kind: dateline.KindIncident, Temporality: dateline.Past,
		Polarity: dateline.Affirmed, Salience: dateline.Main, Facets: a.of.act.facets, Date: a.date(), Place: a.place(),
		Targets: []dateline.Target{{Category: dateline.TargetCategory(a.of.site[1]), Specific: a.of.site[0], Text: a.span("site").Of(a.report.Text), Span: a.span("site")}},
		Words:   slices.DeleteFunc(words(a.report.Text), func(w string) bool { return a.common[w] })}
	one := 1
	m.Cardinality.N = &one
	if s := a.span("official"); s.Len() > 0 {
		m.Targets = append(m.Targets, dateline.Target{Category: dateline.TargetGovernment, Name: "Governor " + a.of.official, Person: true, Text: s.Of(a.report.Text), Span: s})
	}
	a.out.Mentions = append(a.out.Mentions, m)
	a.claim(&m, dateline.AttrPlace, "place", dateline.Value{Place: m.Place})
	if m.Date != nil {
		a.claim(&m, dateline.AttrDate, a.dateMark(), dateline.Value{Date: m.Date})
	}
	a.count(&m, dateline.Killed, a.counts[0])
	a.count(&m, dateline.Wounded, a.counts[1])
}

func (a *author) span(mark string) dateline.Span {
	s := a.spans[mark]
	return a.runes.Span(s[0], s[1])
}

// passage is the sentence that a span lies in.
func (a *author) passage(s dateline.Span) dateline.ID {
	for _, p := range a.out.Passages {
		if p.Span.Contains(s) {
			return p.ID
		}
	}
	return a.out.Passages[0].ID
}

func (a *author) dateMark() string {
	if a.span("day").Len() > 0 {
		return "day"
	}
	return "month"
}

// date is the day or the month that the report gives, nil if it gives none.
func (a *author) date() *dateline.Date {
	day := a.of.day
	switch expr := a.span(a.dateMark()).Of(a.report.Text); {
	case expr == "":
		return nil
	case a.dateMark() == "day":
		return &dateline.Date{EDTF: string(day), Earliest: day, Latest: day, Precision: dateline.D1, Basis: dateline.BasisExplicit, Expr: expr}
	default:
		t := day.Time()
		return &dateline.Date{EDTF: t.Format("2006-01"), Earliest: dateline.NewDay(t.Year(), t.Month(), 1), Latest: dateline.NewDay(t.Year(), t.Month()+1, 0),
			Precision: dateline.D4, Basis: dateline.BasisExplicit, Expr: expr}
	}
}

func (a *author) place() *dateline.PlaceRef {
	p, s := a.of.place, a.span("place")
	return &dateline.PlaceRef{Place: p.ID, Name: p.Name, Text: s.Of(a.report.Text), Span: s, Role: dateline.PlaceSite, Precision: p.Precision,
		Country: p.Country, Admin1: p.Admin1, Admin2: p.Admin2, City: p.Name, GeonameID: p.GeonameID, Lat: p.Lat, Lon: p.Lon}
}

func (a *author) count(m *dateline.Mention, measure dateline.Measure, n int) {
	if mark := string(measure); a.span(mark).Len() > 0 {
		a.claim(m, dateline.Attribute(measure), mark, dateline.Value{Count: &dateline.Count{Measure: measure, Population: dateline.PopAll,
			Lo: &n, Anchor: &n, Hi: &n, Qualifier: dateline.Exactly, Noun: "people"}})
	}
}

func (a *author) claim(m *dateline.Mention, attribute dateline.Attribute, mark string, v dateline.Value) {
	s := a.span(mark)
	c := dateline.Claim{ID: dateline.ClaimID(m.ID, attribute, s, 0), ReportID: a.report.ID, MentionID: m.ID, Attribute: attribute, Value: v,
		Modality: dateline.Attributed, Polarity: dateline.Affirmed, Passages: []dateline.ID{a.passage(s)}, Span: s, Exact: s.Of(a.report.Text),
		Attribution: []dateline.Speaker{{Role: dateline.SpeakerOutlet}, {Role: dateline.SpeakerQuoted, Issuer: dateline.IssuerClass(a.said)}},
		Status:      dateline.Active, Rule: version, Confidence: 1}
	if v.Count != nil {
		c.Population = v.Count.Population
	}
	a.out.Claims = append(a.out.Claims, c)
}

// words are the words of a text that have four letters or more, sorted, each once.
func words(text string) []string {
	list := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	list = slices.DeleteFunc(list, func(w string) bool { return len(w) < 4 })
	slices.Sort(list)
	return slices.Compact(list)
}
