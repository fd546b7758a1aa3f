package main

import (
	"context"
	"encoding/json"
	"iter"
	"strconv"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/export"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/wording"
)

// view opens the store and runs read in one consistent view of it.
func (a *app) view(ctx context.Context, read func(store.Tx) error) error {
	s, err := a.open(ctx)
	if err != nil {
		return err
	}
	return s.View(ctx, read)
}

// named is a record with its public id.
type named[T any] struct {
	public dateline.PublicID
	record T
}

// MarshalJSON puts the public id before the record's own fields.
func (n named[T]) MarshalJSON() ([]byte, error) {
	b, err := json.Marshal(n.record)
	if err != nil || n.public == "" || len(b) < 3 || b[0] != '{' {
		return b, err
	}
	return append([]byte(`{"public":"`+string(n.public)+`",`), b[1:]...), nil
}

// rowsOf reads all entries of an iteration with their public ids.
func rowsOf[T any](ctx context.Context, tx store.Tx, all iter.Seq2[*T, error], id func(*T) dateline.ID) ([]named[*T], error) {
	var out []named[*T]
	var ids []dateline.ID
	for v, err := range all {
		if err != nil {
			return nil, err
		}
		out = append(out, named[*T]{record: v})
		ids = append(ids, id(v))
	}
	names, err := tx.Public(ctx, ids...)
	for i := range out {
		out[i].public = names[ids[i]]
	}
	return out, err
}

func idColumn[T any]() column[named[*T]] {
	return column[named[*T]]{name: "id", kind: "id", show: func(r named[*T]) string { return string(r.public) }}
}

func col[T any](name string, show func(*T) string) column[named[*T]] {
	return column[named[*T]]{name: name, show: func(r named[*T]) string { return show(r.record) }}
}

// typed is a column whose value in pipes and JSON is not its words.
func typed[T any](name, kind string, show func(*T) string, data func(*T) any) column[named[*T]] {
	return column[named[*T]]{name: name, kind: kind, show: func(r named[*T]) string { return show(r.record) }, data: func(r named[*T]) any { return data(r.record) }}
}

// reportRecord is a report with what was taken from it, as stored: it has not
// passed the gate.
func (a *app) reportRecord(ctx context.Context, tx store.Tx, id dateline.ID) (export.Record, error) {
	l := loader{ctx: ctx, tx: tx, r: newRecord()}
	if err := l.report(id); err != nil {
		return l.r, err
	}
	for m, err := range tx.ListMentions(ctx, store.MentionFilter{Report: id}) {
		if err != nil {
			return l.r, err
		}
		l.r.Mentions = append(l.r.Mentions, *m)
	}
	for c, err := range tx.ListClaims(ctx, store.ClaimFilter{Report: id}) {
		if err != nil {
			return l.r, err
		}
		l.r.Claims = append(l.r.Claims, *c)
	}
	return l.r, l.registries()
}

func (a *app) releasedReport(ctx context.Context, tx store.Tx, id dateline.ID) (*export.Record, error) {
	whole, err := a.reportRecord(ctx, tx, id)
	if err != nil {
		return nil, err
	}
	return a.release(whole)
}

// readable is a report as it may be read: with its text, names of private
// people and identifiers blotted out.
func (a *app) readable(ctx context.Context, tx store.Tx, id dateline.ID) (*dateline.Report, error) {
	whole, err := a.reportRecord(ctx, tx, id)
	if err != nil {
		return nil, err
	}
	gate, err := a.gate()
	if err != nil {
		return nil, err
	}
	r, err := gate.Report(whole, id)
	return &r, err
}

type reportsCmd struct{}

func (reportsCmd) Run(ctx context.Context, a *app) error {
	return a.view(ctx, func(tx store.Tx) error {
		rows, err := rowsOf(ctx, tx, tx.ListReports(ctx, store.ReportFilter{}), func(r *dateline.Report) dateline.ID { return r.ID })
		if err != nil {
			return err
		}
		aside, err := unread(ctx, tx)
		if err != nil {
			return err
		}
		for i := range rows {
			if rows[i].record, err = a.readable(ctx, tx, rows[i].record.ID); err != nil {
				return err
			}
		}
		return listing(a, []column[named[*dateline.Report]]{
			idColumn[dateline.Report](),
			{name: "published", kind: "edtf", show: func(r named[*dateline.Report]) string { return wording.Published(r.record.Published) },
				brief: func(r named[*dateline.Report]) string { return briefPublished(r.record.Published) },
				data:  func(r named[*dateline.Report]) any { return published(r.record.Published) }},
			col("outlet", func(r *dateline.Report) string { return r.Outlet }),
			typed("genre", "text", func(r *dateline.Report) string { return wording.Code(string(r.Genre)) }, func(r *dateline.Report) any { return string(r.Genre) }),
			col("language", func(r *dateline.Report) string { return r.Language }),
			typed("state", "text", func(r *dateline.Report) string { return wording.Code(stateOf(aside, r)) }, func(r *dateline.Report) any { return stateOf(aside, r) }),
			col("title", titleOf),
		}, rows)
	})
}

// published is when a report appeared as data: RFC 3339 where a time was given,
// EDTF where a day was, and nothing for a window from the text.
func published(p dateline.Published) string {
	if p.At != "" {
		return p.At
	}
	return p.EDTF
}

func briefPublished(p dateline.Published) string {
	switch {
	case p.At != "":
		return wording.Time(p.At)
	case p.Day().Known() && p.Basis != dateline.PublishedInferred && p.Basis != dateline.PublishedUnknown:
		return string(p.Day())
	}
	return "not known"
}

type claimsCmd struct {
	ID string `arg:"" help:"An incident or a report."`
}

func (c claimsCmd) Run(ctx context.Context, a *app) error {
	return a.view(ctx, func(tx store.Tx) error {
		id, public, err := a.find(ctx, tx, c.ID)
		if err != nil {
			return err
		}
		var p *page
		switch id.Prefix() {
		case dateline.PrefixIncident:
			p, err = a.page(ctx, tx, id)
		case dateline.PrefixReport:
			var r *export.Record
			if r, err = a.releasedReport(ctx, tx, id); err == nil {
				p = &page{Record: r, claims: map[dateline.ID]*dateline.Claim{}}
				for i := range r.Claims {
					p.claims[r.Claims[i].ID] = &r.Claims[i]
				}
			}
		default:
			return dateline.Errorf(dateline.Invalid, "%s is neither an incident nor a report", public)
		}
		if err != nil {
			return err
		}
		var rows []export.Told
		for _, claim := range p.sorted() {
			rows = append(rows, p.Told(*claim))
		}
		return listing(a, p.claimColumns(), rows)
	})
}

func (p *page) claimColumns() []column[export.Told] {
	return []column[export.Told]{
		{name: "id", kind: "id", show: func(t export.Told) string { return t.Public }},
		{name: "fact", show: func(t export.Told) string { return string(t.Attribute) }},
		{name: "value", kind: "object", show: func(t export.Told) string { return wording.Claimed(t.Claim) }, data: func(t export.Told) any { return t.Value }},
		{name: "words", show: func(t export.Told) string { return p.words(&t.Claim) }, data: func(t export.Told) any {
			if t.Sealed != export.Open {
				return t.Sealed.Words()
			}
			return t.Exact
		}},
		{name: "report", kind: "id", show: func(t export.Told) string { return string(p.Public[t.ReportID]) }},
		{name: "said_by", show: func(t export.Told) string { return wording.Speaker(t.Claim, p.Origins[t.Origin]) }},
		{name: "confidence", kind: "number", show: func(t export.Told) string { return strconv.FormatFloat(t.Confidence, 'f', 2, 64) }, data: func(t export.Told) any { return t.Confidence }},
		{name: "modality", wide: true, show: func(t export.Told) string { return string(t.Modality) }},
		{name: "status", wide: true, show: func(t export.Told) string { return string(t.Status) }},
		{name: "rule", wide: true, show: func(t export.Told) string { return t.Rule }},
	}
}

type mentionsCmd struct {
	Kind []string `help:"incident, threat, plot, aggregate, …"`
}

func (c mentionsCmd) Run(ctx context.Context, a *app) error {
	var filter store.MentionFilter
	for _, k := range c.Kind {
		kind, err := mentionKind(k)
		if err != nil {
			return err
		}
		filter.Kinds = append(filter.Kinds, kind)
	}
	return a.view(ctx, func(tx store.Tx) error {
		var rows []named[*dateline.Mention]
		wanted := map[dateline.ID]bool{}
		var reports []dateline.ID
		for m, err := range tx.ListMentions(ctx, filter) {
			if err != nil {
				return err
			}
			if wanted[m.ID] = true; len(reports) == 0 || reports[len(reports)-1] != m.ReportID {
				reports = append(reports, m.ReportID)
			}
		}
		seen := map[dateline.ID]bool{}
		for _, id := range reports {
			if seen[id] {
				continue
			}
			seen[id] = true
			r, err := a.releasedReport(ctx, tx, id)
			if err != nil {
				return err
			}
			for i := range r.Mentions {
				if wanted[r.Mentions[i].ID] {
					rows = append(rows, named[*dateline.Mention]{r.Public[id], &r.Mentions[i]})
				}
			}
		}
		return listing(a, mentionColumns(), rows)
	})
}

func mentionColumns() []column[named[*dateline.Mention]] {
	report := idColumn[dateline.Mention]()
	report.name = "report"
	return []column[named[*dateline.Mention]]{
		report,
		typed("kind", "text", func(m *dateline.Mention) string { return wording.Code(string(m.Kind)) }, func(m *dateline.Mention) any { return string(m.Kind) }),
		col("salience", func(m *dateline.Mention) string { return string(m.Salience) }),
		{name: "date", kind: "edtf", show: func(r named[*dateline.Mention]) string { return mentionDate(r.record, wording.Date) },
			brief: func(r named[*dateline.Mention]) string { return mentionDate(r.record, wording.ShortDate) },
			data: func(r named[*dateline.Mention]) any {
				return mentionDate(r.record, func(d dateline.Date) string { return d.EDTF })
			}},
		col("place", func(m *dateline.Mention) string { return wording.Place(m.Place) }),
		col("what", func(m *dateline.Mention) string { return m.Facets.Words() }),
		col("words", func(m *dateline.Mention) string { return m.TriggerText }),
	}
}

func mentionDate(m *dateline.Mention, in func(dateline.Date) string) string {
	if m.Date == nil {
		return ""
	}
	return in(*m.Date)
}

var mentionKinds = []dateline.MentionKind{dateline.KindIncident, dateline.KindSeries, dateline.KindAggregate, dateline.KindPlot, dateline.KindThreat,
	dateline.KindFoiled, dateline.KindClaimResponsibility, dateline.KindDenial, dateline.KindAttribution, dateline.KindStatement,
	dateline.KindAllegation, dateline.KindContext, dateline.KindForecast}

func mentionKind(s string) (dateline.MentionKind, error) {
	names := make([]string, len(mentionKinds))
	for i, k := range mentionKinds {
		names[i] = string(k)
		if s == names[i] {
			return k, nil
		}
	}
	return "", dateline.Errorf(dateline.Invalid, "unknown kind of mention %q%s", s, suggestion(s, names, "", "Kinds: "+list(names)))
}

// showReport prints what was taken from one report.
func (a *app) showReport(ctx context.Context, tx store.Tx, id dateline.ID, public dateline.PublicID) error {
	if a.json() {
		r, err := a.readable(ctx, tx, id)
		if err != nil {
			return err
		}
		return a.writeJSON(named[*dateline.Report]{public, r})
	}
	r, err := a.releasedReport(ctx, tx, id)
	if err != nil {
		return err
	}
	reading, version, err := tx.Reading(ctx, id)
	if dateline.CodeOf(err) == dateline.NotFound {
		return a.showAside(ctx, tx, r, id, public)
	}
	if err != nil {
		return err
	}
	report, numbers := r.Reports[id], map[dateline.ID]int{}
	for _, s := range reading.Passages {
		numbers[s.ID] = s.Sentence + 1
	}
	t := &text{to: a.stdout}
	t.line("%s · %s\n%s", public, orUnknown(r.Outlet(id)), titleOf(report))
	if s := r.SealedReport(id); s != export.Open {
		t.line("%s", s.Words())
	}
	t.line("%s · %s · %s", wording.Published(report.Published), report.Language, wording.Code(string(report.Genre)))
	t.line("text sha256 %.16s… · read by %s\n", report.SHA256Text, version)
	for i := range r.Mentions {
		m := &r.Mentions[i]
		where, err := a.home(ctx, tx, m)
		if err != nil {
			return err
		}
		t.line("sentence %-4d %-34s %-10s “%s”", numbers[m.Passages[0]], where, m.Salience, m.TriggerText)
	}
	t.line("\nThe text, names of private people left out: dateline show %s --json --jq .text", public)
	return t.err
}

func orUnknown(outlet string) string {
	if outlet == "" {
		return "outlet not known"
	}
	return outlet
}

// home is the incident of a mention, or why it has none.
func (a *app) home(ctx context.Context, tx store.Tx, m *dateline.Mention) (string, error) {
	id, err := tx.IncidentOf(ctx, m.ID)
	if err != nil {
		return "", err
	}
	if id == "" {
		return "no incident: " + wording.Code(string(m.Kind)), nil
	}
	names, err := tx.Public(ctx, id)
	return string(names[id]), err
}
