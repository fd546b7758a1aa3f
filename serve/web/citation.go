package web

import (
	"fmt"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/export"
	"github.com/opendateline/dateline/wording"
)

// citation is one claim with the sentence that says it, as pages show it.
type citation struct {
	ID         dateline.PublicID
	Link       string // the sentence in its report
	Before     string // of the sentence
	Mark       string // the words that say it
	After      string
	Lang       string
	Outlet     string
	When       string
	Sentence   int // as people count, from 1; 0 if the span lies in no sentence
	Speaker    string
	Basis      string
	Interested bool   // the speaker is a party to the incident
	Sealed     string // stands for words that are not shown (ETH-4)
	Says       string // the claim in words: the paraphrase of sealed ones
	Grade      string
	Note       string // denied, hedged, replaced …
	Lost       bool   // the stored text does not say this at this place
}

// cite makes the citation of a claim, or nil where it cannot be loaded: a value
// without a sentence is not shown (ETH-7).
func (b *bundle) cite(id dateline.ID) *citation {
	c := b.claims[id]
	if c == nil {
		return nil
	}
	s, origin := b.reports[c.ReportID], b.origins[c.Origin]
	out := &citation{ID: b.shown.Public[id], Lang: s.Language, Outlet: s.outlet(), When: s.when(), Speaker: wording.Speaker(*c, origin),
		Basis: wording.Basis(wording.BasisOf(*c, origin)), Interested: c.Interested, Says: wording.Claimed(*c), Grade: wording.Grade(c.Grade), Note: note(c)}
	out.Link = spanLink(s.public, b.Public, c.Span)
	switch seal := b.sealed(c); {
	case seal != export.Open:
		out.Sealed = seal.Words()
	case b.lost[id]:
		out.Lost, out.Mark = true, c.Exact
	default:
		out.quote(s, c.Span)
	}
	return out
}

// quote fills in the sentence around the words of a claim.
func (q *citation) quote(s *source, span dateline.Span) {
	q.Mark = squeeze(s.text[span.Start:span.End])
	p := s.passage(span)
	if p == nil {
		return
	}
	q.Sentence = p.Sentence + 1
	q.Before = squeeze(s.text[p.Span.Start:span.Start])
	q.After = squeeze(s.text[span.End:p.Span.End])
}

// squeeze makes line ends of the text into spaces, for quotations in a line.
func squeeze(s string) string {
	return strings.NewReplacer("\r\n", " ", "\n", " ", "\t", " ").Replace(s)
}

// spanLink leads to a span in the reader; incident keeps it open there.
func spanLink(report, incident dateline.PublicID, s dateline.Span) string {
	link := "/r/" + string(report)
	if incident != "" {
		link += "?for=" + string(incident)
	}
	return link + "#" + spanID(s)
}

// spanID names a span in a page, in characters (experience §2.3).
func spanID(s dateline.Span) string { return fmt.Sprintf("c=%d-%d", s.RuneStart, s.RuneEnd) }

// note says in which way a claim is less than a plain statement.
func note(c *dateline.Claim) string {
	var out []string
	switch c.Modality {
	case dateline.Hedged:
		out = append(out, "hedged")
	case dateline.Inferred:
		out = append(out, "inferred from the wording")
	case dateline.Alleged:
		out = append(out, "alleged")
	case dateline.Denied:
		out = append(out, "denied")
	}
	switch c.Status {
	case dateline.Superseded:
		out = append(out, "replaced by a newer statement of the same origin")
	case dateline.Withdrawn:
		out = append(out, "withdrawn")
	}
	return strings.Join(out, ", ")
}

// citations are the citations of claims, those from different reports first,
// so that the first few show how widely something is said.
func (b *bundle) citations(ids []dateline.ID) []*citation {
	wanted := map[dateline.ID]bool{}
	for _, id := range ids {
		wanted[id] = true
	}
	var first, later []*citation
	seen := map[dateline.ID]bool{}
	for _, c := range b.sorted {
		if !wanted[c.ID] {
			continue
		}
		if q := b.cite(c.ID); seen[c.ReportID] {
			later = append(later, q)
		} else {
			first = append(first, q)
		}
		seen[c.ReportID] = true
	}
	return append(first, later...)
}
