package web

import (
	"sort"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/wording"
)

// bundle is an incident with everything that it cites.
type bundle struct {
	*dateline.Incident
	claims    map[dateline.ID]*dateline.Claim
	reports   map[dateline.ID]*source
	origins   map[dateline.ID]*dateline.Origin
	families  map[dateline.ID]*dateline.Family
	decidedBy map[dateline.Attribute]string // "NAME, DATE" of facts that a person set
	names     map[dateline.ID]dateline.PublicID
}

// source is one report as pages use it.
type source struct {
	*dateline.Report
	*redaction
	reading *dateline.Reading
	version string // stage versions that made the reading
	public  dateline.PublicID
}

// source reads a report with what was taken from it.
func (r *request) source(id dateline.ID) (*source, error) {
	report, err := r.tx.Report(r.ctx, id)
	if err != nil {
		return nil, err
	}
	reading, version, err := r.tx.Reading(r.ctx, id)
	if dateline.CodeOf(err) == dateline.NotFound {
		reading, err = &dateline.Reading{}, nil
	}
	if err != nil {
		return nil, err
	}
	var public []string
	for _, m := range reading.Mentions {
		public = append(public, m.Victims...)
	}
	names, err := r.tx.Public(r.ctx, id)
	return &source{report, redact(report, reading.Claims, public), reading, version, names[id]}, err
}

// bundle reads what an incident cites. The claims are those of its own list of
// mentions, so that a past revision shows what it rested on.
func (r *request) bundle(i *dateline.Incident) (*bundle, error) {
	b := &bundle{Incident: i, claims: map[dateline.ID]*dateline.Claim{}, reports: map[dateline.ID]*source{}, origins: map[dateline.ID]*dateline.Origin{},
		families: map[dateline.ID]*dateline.Family{}}
	for _, id := range i.Reports {
		s, err := r.source(id)
		if err != nil {
			return nil, err
		}
		b.reports[id] = s
		if s.Family != "" && b.families[s.Family] == nil {
			if b.families[s.Family], err = r.tx.Families().Get(r.ctx, s.Family); err != nil && dateline.CodeOf(err) != dateline.NotFound {
				return nil, err
			}
		}
	}
	if err := r.claimsOf(b); err != nil {
		return nil, err
	}
	return b, r.name(b)
}

func (r *request) claimsOf(b *bundle) error {
	for _, mention := range b.Mentions {
		for c, err := range r.tx.ListClaims(r.ctx, store.ClaimFilter{Mention: mention}) {
			if err != nil {
				return err
			}
			if b.reports[c.ReportID] == nil {
				continue
			}
			b.claims[c.ID] = c
			if c.Origin == "" || b.origins[c.Origin] != nil {
				continue
			}
			if b.origins[c.Origin], err = r.tx.Origins().Get(r.ctx, c.Origin); err != nil {
				return err
			}
		}
	}
	return nil
}

// name looks up the ids that people see.
func (r *request) name(b *bundle) (err error) {
	ids := []dateline.ID{b.ID}
	for id := range b.claims {
		ids = append(ids, id)
	}
	for id := range b.origins {
		ids = append(ids, id)
	}
	b.names, err = r.tx.Public(r.ctx, ids...)
	return err
}

// sorted are the claims by time of publication, report and place in the text.
func (b *bundle) sorted() []*dateline.Claim {
	out := make([]*dateline.Claim, 0, len(b.claims))
	for _, c := range b.claims {
		out = append(out, c)
	}
	sort.Slice(out, func(i, k int) bool {
		x, y := out[i], out[k]
		if x.ReportID != y.ReportID {
			return b.earlier(x.ReportID, y.ReportID)
		}
		return x.Span.Start < y.Span.Start || x.Span.Start == y.Span.Start && x.ID < y.ID
	})
	return out
}

// earlier orders reports by when they appeared; those without a date come
// last, ties are broken by id.
func (b *bundle) earlier(x, y dateline.ID) bool {
	a, c := appeared(b.reports[x].Report), appeared(b.reports[y].Report)
	return a < c || a == c && x < y
}

func appeared(r *dateline.Report) string {
	switch {
	case r.Published.At != "":
		return r.Published.At
	case r.Published.Earliest.Known():
		return string(r.Published.Earliest)
	}
	return "9999"
}

// ordered are the reports by when they appeared.
func (b *bundle) ordered() []*source {
	ids := append([]dateline.ID{}, b.Reports...)
	sort.Slice(ids, func(i, k int) bool { return b.earlier(ids[i], ids[k]) })
	out := make([]*source, len(ids))
	for i, id := range ids {
		out[i] = b.reports[id]
	}
	return out
}

// outlet is the name of an outlet in words.
func (s *source) outlet() string {
	if s.Outlet == "" {
		return "outlet not known"
	}
	return s.Outlet
}

// headline is the title as it may be shown.
func (s *source) headline() string {
	switch {
	case s.closed != "":
		return "[sealed: " + s.closed + "]"
	case s.Title != "":
		return s.over(s.Title)
	}
	return "Report without a headline"
}

// when is the time of publication, short.
func (s *source) when() string { return wording.Published(s.Published) }

// passage is the sentence that holds a span, or nil.
func (s *source) passage(span dateline.Span) *dateline.Passage {
	for i := range s.reading.Passages {
		if s.reading.Passages[i].Span.Contains(span) {
			return &s.reading.Passages[i]
		}
	}
	return nil
}
