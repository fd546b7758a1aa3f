package export

import (
	"encoding/json"
	"maps"
	"regexp"
	"strings"

	"github.com/opendateline/dateline"
)

// Gate is the one rule for what of a record people may read. The command line,
// the pages and every format hand out what has passed it and nothing else.
type Gate struct {
	Names      bool    // names of private people may go out: needs a reviewer's permission (ETH-2)
	Persons    Persons // finds personal names in reports; nil: only those that claims hold
	Hidden     Hidden
	QuoteWords int // longest quotation in words; 0 is DefaultQuoteWords
}

// Persons finds the personal names in the sentences of a report, titles
// included: "Governor Darvan Ilst".
type Persons func(*dateline.Report, []dateline.Passage) []dateline.Span

// DefaultQuoteWords caps quotations (ETH-17).
const DefaultQuoteWords = 50

// Hidden is what a person has suppressed (ETH-1).
type Hidden struct {
	IDs   map[dateline.ID]bool // incidents, claims, reports, actors, places
	Names []string             // in any case and with any white space between words
}

// Release makes the copy of a record that may be read: without what is
// suppressed (ETH-1), private people without names (ETH-2), accounts of sexual
// violence and the words of armed groups sealed (ETH-3, ETH-4), identifiers
// blotted out (ETH-10), sites at risk without their exact point (ETH-11), no
// report texts and short quotations only (ETH-17). The record given is not
// changed.
func (g Gate) Release(whole Record) (*Record, error) {
	gone := whole.withhold(g.Hidden.IDs)
	return g.release(whole, gone)
}

func (g Gate) release(whole Record, gone map[dateline.ID]bool) (*Record, error) {
	whole.blotClaims()
	return g.without(g.hiddenNames(whole), whole, gone)
}

// without releases a record under the names that were found hidden in it.
func (g Gate) without(names *nameMask, whole Record, gone map[dateline.ID]bool) (*Record, error) {
	whole.Reports = withoutTexts(whole.Reports)
	r, err := masked(whole, names)
	if err != nil {
		return nil, err
	}
	r.byRole()
	r.seals = sealed(r)
	r.sealFacts()
	withdraw(&r.Incident, gone, g.Hidden.IDs)
	r.coarsen()
	r.round()
	for i := range r.Claims {
		if r.Claims[i].Exact = firstWords(r.Claims[i].Exact, g.quoteWords()); r.Sealed(r.Claims[i]) != Open {
			seal(&r.Claims[i])
		}
	}
	return r, nil
}

func (g Gate) quoteWords() int {
	if g.QuoteWords == 0 {
		return DefaultQuoteWords
	}
	return g.QuoteWords
}

// Report is the copy of one report that may be read: its text with identifiers
// and the names of private people blotted out byte for byte, so that offsets
// still hold. A sealed report has no text, title or address.
func (g Gate) Report(whole Record, id dateline.ID) (dateline.Report, error) {
	r, err := g.Release(whole)
	if err != nil {
		return dateline.Report{}, err
	}
	out := r.Reports[id]
	if out == nil {
		return dateline.Report{}, dateline.Errorf(dateline.NotFound, "report %s is suppressed", id)
	}
	if r.seals.reports[id] == Open {
		spans := append(r.sealedSpans(whole, id), whole.Reports[id].Masked...)
		out.Text = string(blotted([]byte(whole.Reports[id].Text), spans, g.hiddenNames(whole)))
	}
	return *out, nil
}

// sealedSpans are the quotations of a report that sealed claims stand in. What
// the outlet tells in its own words stays.
func (r *Record) sealedSpans(whole Record, report dateline.ID) []dateline.Span {
	var out []dateline.Span
	for _, c := range r.Claims {
		if c.ReportID != report || r.Sealed(c) == Open {
			continue
		}
		for _, p := range c.Passages {
			for _, q := range whole.Passages[p].Quoted {
				out = append(out, q.Span)
			}
		}
	}
	return out
}

// blotted writes asterisks over spans and names.
func blotted(text []byte, spans []dateline.Span, names *nameMask) []byte {
	for _, s := range spans {
		copy(text[s.Start:s.End], strings.Repeat("*", s.Len()))
	}
	for _, at := range names.in(text) {
		copy(text[at[0]:at[1]], strings.Repeat("*", at[1]-at[0]))
	}
	return text
}

// withoutTexts copies the reports without their texts: exports hold short
// quotations and links, never a report (ETH-17).
func withoutTexts(reports map[dateline.ID]*dateline.Report) map[dateline.ID]*dateline.Report {
	out := make(map[dateline.ID]*dateline.Report, len(reports))
	for id, report := range reports {
		short := *report
		short.Text = ""
		out[id] = &short
	}
	return out
}

// masked deep-copies a record and replaces every hidden name in every string
// of it.
func masked(whole Record, names *nameMask) (*Record, error) {
	whole.Passages = nil // their words are those of the texts
	b, err := json.Marshal(whole)
	if err != nil {
		return nil, dateline.Errorf(dateline.Damaged, "record %s cannot be copied: %w", whole.Incident.ID, err)
	}
	var r Record
	if err := json.Unmarshal(names.over(b), &r); err != nil {
		return nil, dateline.Errorf(dateline.Damaged, "record %s cannot be masked: %w", whole.Incident.ID, err)
	}
	return &r, nil
}

// byRole says of people whose names were taken what they are (ETH-2).
func (r *Record) byRole() {
	i := &r.Incident
	i.Title = inWords(i.Title)
	for k := range i.Targets {
		unname(&i.Targets[k].Target)
	}
	for k := range i.Actors {
		i.Actors[k].Name = inWords(i.Actors[k].Name)
	}
	for k := range r.Claims {
		if t := r.Claims[k].Value.Target; t != nil {
			unname(t)
		}
	}
}

// private is who stands where a private person was named.
const private = "a private person"

func unname(t *dateline.Target) {
	if strings.Contains(t.Name, withheld) {
		t.Name = ""
	}
	t.Specific = inWords(t.Specific)
}

// ofPrivate is a withheld name with what is left of it and what it owns: "Ciara
// [name withheld]", "the [name withheld] house".
var ofPrivate = regexp.MustCompile(`(\b(?:on|of|targeting|involving|by|to|in) |^)(?:[Tt]he |[Aa]n? )?(?:\p{Lu}[\p{L}.’'-]* )*` + regexp.QuoteMeta(withheld) +
	`(?:’s|'s)?(?:( (?:house|home|residence|apartment|car|vehicle|shop|store|family|farm))\b)?`)

// inWords says what people whose names were taken are, and what is theirs.
func inWords(s string) string {
	s = ofPrivate.ReplaceAllStringFunc(s, func(found string) string {
		m := ofPrivate.FindStringSubmatch(found)
		if m[2] != "" {
			return m[1] + "a private" + m[2]
		}
		return m[1] + private
	})
	return strings.ReplaceAll(s, withheld, private)
}

// blotClaims copies the claims with masked identifiers blotted out of their
// words (ETH-10).
func (r *Record) blotClaims() {
	claims := make([]dateline.Claim, len(r.Claims))
	for i, c := range r.Claims {
		if report := r.Reports[c.ReportID]; report != nil {
			for _, m := range report.Masked {
				if m.Overlaps(c.Span) {
					c.Exact = blot(c.Exact, m.Start-c.Span.Start, m.End-c.Span.Start)
				}
			}
		}
		claims[i] = c
	}
	r.Claims = claims
}

// withhold takes the suppressed reports and claims out of the record (ETH-1)
// and says which claims are gone.
func (r *Record) withhold(hidden map[dateline.ID]bool) map[dateline.ID]bool {
	gone := map[dateline.ID]bool{}
	var left []dateline.Claim
	for _, c := range r.Claims {
		if gone[c.ID] = hidden[c.ID] || hidden[c.ReportID]; !gone[c.ID] {
			left = append(left, c)
		}
	}
	r.Claims = left
	r.Incident.Reports = supported(r.Incident.Reports, func(id *dateline.ID) bool { return !hidden[*id] })
	r.Reports = maps.Clone(r.Reports)
	maps.DeleteFunc(r.Reports, func(id dateline.ID, _ *dateline.Report) bool { return hidden[id] })
	return gone
}

// Clear gives what takes the hidden names of a record out of a text about it.
func (g Gate) Clear(whole Record) func(string) string {
	names := g.hiddenNames(whole)
	return func(text string) string {
		return strings.ReplaceAll(string(names.over([]byte(text))), withheld, private)
	}
}
