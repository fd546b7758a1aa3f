package place

import (
	"slices"
	"strings"
	"unicode"

	"github.com/opendateline/dateline"
)

// findInTitle finds the place names of a report's headline, the part of its
// title before the outlet's own words. known holds the names of the text.
func (g *Gazetteer) findInTitle(report *dateline.Report, known map[string]*name) []dateline.Expression {
	headline := titleParts(report.Title)[0]
	doc := &dateline.Document{
		Report:    &dateline.Report{Text: headline, Outlet: report.Outlet, URL: report.URL},
		Sentences: []dateline.Sentence{{End: len(headline), Tokens: plainTokens(headline)}},
	}
	r := &reader{g: g, doc: doc, persons: map[string]bool{}, home: g.homeOf(report), sure: map[string]bool{}}
	for key, n := range known {
		r.sure[key] = !n.demonym
	}
	r.run()
	var out []dateline.Expression
	for _, s := range r.spans {
		if s.accepted && s.class != ClassDemonym {
			out = append(out, r.expression(s))
		}
	}
	return out
}

// plainTokens cuts a line at spaces and marks. An abbreviation keeps its stop.
func plainTokens(line string) []dateline.Token {
	var out []dateline.Token
	add := func(from, to int) {
		if from < to {
			out = append(out, dateline.Token{Start: from, End: to, Text: line[from:to], Head: -1})
		}
	}
	from := 0
	for i, c := range line {
		switch {
		case unicode.IsSpace(c):
			add(from, i)
			from = i + len(string(c))
		case strings.ContainsRune(",;:!?()\"“”|/", c):
			add(from, i)
			add(i, i+len(string(c)))
			from = i + len(string(c))
		}
	}
	add(from, len(line))
	return out
}

// inImprint: the name stands in what the outlet calls itself behind its title and is
// its town, "Man charged in shooting | CBS Denver": that says nothing of the incident.
func (r *reader) inImprint(s *span) bool {
	report := r.doc.Report
	if report == nil || report.TitleSpan == nil || s.start < report.TitleSpan.Start || s.end > report.TitleSpan.End || !slices.ContainsFunc(s.names, func(n namesake) bool { return n.row == r.home.town }) {
		return false
	}
	title := r.doc.Text()[report.TitleSpan.Start:s.start]
	return strings.ContainsAny(title, "|«") || strings.Contains(title, " :: ")
}
