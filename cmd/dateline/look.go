package main

import (
	"context"
	"fmt"
	"iter"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
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

func (n named[T]) MarshalJSON() ([]byte, error) { return whole{n.record}.MarshalJSON() }

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
	return column[named[*T]]{name: "id", show: func(r named[*T]) string { return string(r.public) }}
}

func col[T any](name string, show func(*T) string) column[named[*T]] {
	return column[named[*T]]{name: name, show: func(r named[*T]) string { return show(r.record) }}
}

type reportsCmd struct{}

func (reportsCmd) Run(ctx context.Context, a *app) error {
	return a.view(ctx, func(tx store.Tx) error {
		rows, err := rowsOf(ctx, tx, tx.ListReports(ctx, store.ReportFilter{}), func(r *dateline.Report) dateline.ID { return r.ID })
		if err != nil {
			return err
		}
		for i := range rows {
			rows[i].record = forReaders(rows[i].record)
		}
		return listing(a, []column[named[*dateline.Report]]{
			idColumn[dateline.Report](),
			col("published", func(r *dateline.Report) string { return wording.Published(r.Published) }),
			col("outlet", func(r *dateline.Report) string { return r.Outlet }),
			col("genre", func(r *dateline.Report) string { return wording.Code(string(r.Genre)) }),
			col("title", titleOf),
		}, rows)
	})
}

type claimsCmd struct {
	ID string `arg:"" help:"An incident or a report."`
}

func (c claimsCmd) Run(ctx context.Context, a *app) error {
	return a.view(ctx, func(tx store.Tx) error {
		id, _, err := a.find(ctx, tx, c.ID)
		if err != nil {
			return err
		}
		filter := store.ClaimFilter{Incident: id}
		if id.Prefix() == dateline.PrefixReport {
			filter = store.ClaimFilter{Report: id}
		}
		rows, err := rowsOf(ctx, tx, tx.ListClaims(ctx, filter), func(c *dateline.Claim) dateline.ID { return c.ID })
		if err != nil {
			return err
		}
		reports := map[dateline.ID]*dateline.Report{}
		for _, r := range rows {
			if reports[r.record.ReportID] == nil {
				if reports[r.record.ReportID], err = tx.Report(ctx, r.record.ReportID); err != nil {
					return err
				}
			}
		}
		for i := range rows {
			if f := a.format(); f == "json" || f == "jsonl" {
				rows[i].record = claimForReaders(rows[i].record, reports[rows[i].record.ReportID])
			}
		}
		p := &page{reports: reports}
		return listing(a, []column[named[*dateline.Claim]]{
			idColumn[dateline.Claim](),
			col("fact", func(c *dateline.Claim) string { return string(c.Attribute) }),
			col("value", func(c *dateline.Claim) string { return wording.Claimed(*c) }),
			col("modality", func(c *dateline.Claim) string { return string(c.Modality) }),
			col("status", func(c *dateline.Claim) string { return string(c.Status) }),
			col("rule", func(c *dateline.Claim) string { return c.Rule }),
			col("words", p.words),
		}, rows)
	})
}

type mentionsCmd struct {
	Kind []string `help:"incident, threat, plot, aggregate, …"`
}

func (c mentionsCmd) Run(ctx context.Context, a *app) error {
	return a.view(ctx, func(tx store.Tx) error {
		var filter store.MentionFilter
		for _, k := range c.Kind {
			filter.Kinds = append(filter.Kinds, dateline.MentionKind(k))
		}
		rows, err := rowsOf(ctx, tx, tx.ListMentions(ctx, filter), func(m *dateline.Mention) dateline.ID { return m.ReportID })
		if err != nil {
			return err
		}
		report := idColumn[dateline.Mention]()
		report.name = "report"
		return listing(a, []column[named[*dateline.Mention]]{
			report,
			col("kind", func(m *dateline.Mention) string { return wording.Code(string(m.Kind)) }),
			col("salience", func(m *dateline.Mention) string { return string(m.Salience) }),
			col("date", func(m *dateline.Mention) string {
				if m.Date == nil {
					return ""
				}
				return wording.Date(*m.Date)
			}),
			col("place", func(m *dateline.Mention) string { return wording.Place(m.Place) }),
			col("what", func(m *dateline.Mention) string { return m.Facets.Words() }),
			col("words", func(m *dateline.Mention) string { return m.TriggerText }),
		}, rows)
	})
}

type actorsCmd struct{}

func (actorsCmd) Run(ctx context.Context, a *app) error {
	return a.view(ctx, func(tx store.Tx) error {
		rows, err := rowsOf(ctx, tx, tx.Actors().All(ctx), func(x *dateline.Actor) dateline.ID { return x.ID })
		if err != nil {
			return err
		}
		return listing(a, []column[named[*dateline.Actor]]{idColumn[dateline.Actor](),
			col("name", func(x *dateline.Actor) string { return x.Name }),
			col("kind", func(x *dateline.Actor) string { return wording.Code(string(x.Kind)) }),
			col("country", func(x *dateline.Actor) string { return x.Country })}, rows)
	})
}

type placesCmd struct{}

func (placesCmd) Run(ctx context.Context, a *app) error {
	return a.view(ctx, func(tx store.Tx) error {
		rows, err := rowsOf(ctx, tx, tx.Places().All(ctx), func(x *dateline.Place) dateline.ID { return x.ID })
		if err != nil {
			return err
		}
		return listing(a, []column[named[*dateline.Place]]{idColumn[dateline.Place](),
			col("name", func(x *dateline.Place) string { return x.Name }),
			col("country", func(x *dateline.Place) string { return x.Country }),
			col("admin1", func(x *dateline.Place) string { return x.Admin1 }),
			col("precision", func(x *dateline.Place) string { return wording.PlacePrecision(x.Precision) })}, rows)
	})
}

type sourcesCmd struct{}

func (sourcesCmd) Run(ctx context.Context, a *app) error {
	return a.view(ctx, func(tx store.Tx) error {
		rows, err := rowsOf(ctx, tx, tx.Sources().All(ctx), func(x *dateline.Source) dateline.ID { return x.ID })
		if err != nil {
			return err
		}
		return listing(a, []column[named[*dateline.Source]]{idColumn[dateline.Source](),
			col("name", func(x *dateline.Source) string { return x.Name }),
			col("kind", func(x *dateline.Source) string { return wording.Code(string(x.Kind)) }),
			col("reliability", func(x *dateline.Source) string { return x.Reliability + " (default)" }),
			col("country", func(x *dateline.Source) string { return x.Country })}, rows)
	})
}

type findCmd struct {
	Words []string `arg:"" help:"Words, \"phrases\", -not."`
	Limit int      `help:"At most so many." default:"20"`
}

func (c findCmd) Run(ctx context.Context, a *app) error {
	return a.view(ctx, func(tx store.Tx) error {
		hits, err := tx.Search(ctx, strings.Join(c.Words, " "), c.Limit)
		if err != nil {
			return err
		}
		if len(hits) == 0 {
			a.talk("Nothing found.")
			if a.global.ExitStatus {
				a.exit = exitNo
			}
		}
		return listing(a, []column[store.Hit]{
			{name: "id", show: func(h store.Hit) string { return string(h.Public) }},
			{name: "title", show: func(h store.Hit) string { return h.Title }},
		}, hits)
	})
}

type historyCmd struct {
	ID string `arg:"" help:"An incident."`
}

func (c historyCmd) Run(ctx context.Context, a *app) error {
	return a.view(ctx, func(tx store.Tx) error {
		id, _, err := a.find(ctx, tx, c.ID)
		if err != nil {
			return err
		}
		return a.revisions(ctx, tx, store.RevisionFilter{Record: id})
	})
}

type changesCmd struct {
	Since string `help:"A time (2024-03-13T06:00:00Z) or seq:N." default:"seq:0"`
}

func (c changesCmd) Run(ctx context.Context, a *app) error {
	return a.view(ctx, func(tx store.Tx) error {
		filter := store.RevisionFilter{Since: c.Since}
		if n, ok := strings.CutPrefix(c.Since, "seq:"); ok {
			seq, err := strconv.ParseInt(n, 10, 64)
			if err != nil {
				return dateline.Errorf(dateline.Invalid, "--since %s: want seq:NUMBER or a time", c.Since)
			}
			filter = store.RevisionFilter{SinceSeq: seq}
		}
		return a.revisions(ctx, tx, filter)
	})
}

func (a *app) revisions(ctx context.Context, tx store.Tx, filter store.RevisionFilter) error {
	var rows []named[*dateline.Revision]
	var ids []dateline.ID
	for r, err := range tx.Revisions(ctx, filter) {
		if err != nil {
			return err
		}
		rows, ids = append(rows, named[*dateline.Revision]{record: &r}), append(ids, r.Record)
	}
	names, err := tx.Public(ctx, ids...)
	if err != nil {
		return err
	}
	for i := range rows {
		rows[i].public = names[ids[i]]
	}
	return listing(a, []column[named[*dateline.Revision]]{
		col("seq", func(r *dateline.Revision) string { return strconv.FormatInt(r.Seq, 10) }),
		idColumn[dateline.Revision](),
		col("revision", func(r *dateline.Revision) string { return strconv.Itoa(r.N) }),
		col("at", func(r *dateline.Revision) string { return r.At }),
		col("cause", func(r *dateline.Revision) string { return wording.Code(r.Cause) }),
		col("changes", changeWords),
	}, rows)
}

func changeWords(r *dateline.Revision) string {
	var parts []string
	for _, c := range r.Changes {
		if c.Before == "" {
			parts = append(parts, c.Attribute+": "+c.After)
		} else {
			parts = append(parts, c.Attribute+": "+c.Before+" → "+c.After)
		}
	}
	return strings.Join(parts, "; ")
}

type diffCmd struct {
	ID    string `arg:"" help:"An incident."`
	Range string `arg:"" optional:"" help:"5..6; default: the last change."`
}

// Run prints what changed between two revisions, one attribute a line.
func (c diffCmd) Run(ctx context.Context, a *app) error {
	return a.view(ctx, func(tx store.Tx) error {
		id, public, err := a.find(ctx, tx, c.ID)
		if err != nil {
			return err
		}
		from, to, err := c.bounds(ctx, tx, id)
		if err != nil {
			return err
		}
		for r, err := range tx.Revisions(ctx, store.RevisionFilter{Record: id}) {
			if err != nil {
				return err
			}
			if r.N <= from || r.N > to {
				continue
			}
			fmt.Fprintf(a.stdout, "%s revision %d, %s: %s\n", public, r.N, r.At, r.Reason)
			for _, ch := range r.Changes {
				fmt.Fprintf(a.stdout, "  %-28s %s → %s\n", wording.Code(ch.Attribute), orDash(ch.Before), orDash(ch.After))
			}
		}
		return nil
	})
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return printable(s)
}

func (c diffCmd) bounds(ctx context.Context, tx store.Tx, id dateline.ID) (from, to int, err error) {
	if c.Range == "" {
		inc, err := tx.Incident(ctx, id)
		if err != nil {
			return 0, 0, err
		}
		return inc.Revision - 1, inc.Revision, nil
	}
	if _, err := fmt.Sscanf(c.Range, "%d..%d", &from, &to); err != nil || from >= to {
		return 0, 0, dateline.Errorf(dateline.Invalid, "%q is no range of revisions; want 5..6", c.Range)
	}
	return from, to, nil
}

type citeCmd struct {
	ID string `arg:"" help:"INC-…, INC-…#killed, or R-…"`
}

// Run prints a citation: the record, its revision and its sources.
func (c citeCmd) Run(ctx context.Context, a *app) error {
	return a.view(ctx, func(tx store.Tx) error {
		typed, fact, _ := strings.Cut(c.ID, "#")
		id, public, err := a.find(ctx, tx, typed)
		if err != nil {
			return err
		}
		if id.Prefix() != dateline.PrefixIncident {
			return dateline.Errorf(dateline.Unsupported, "only incidents can be cited so far; %s is none", public)
		}
		p, err := a.page(ctx, tx, id)
		if err != nil {
			return err
		}
		return a.cite(p, fact)
	})
}

func (a *app) cite(p *page, fact string) error {
	about := p.Title
	if fact != "" {
		f := p.Figure(dateline.Measure(fact), dateline.PopAll)
		if f == nil {
			return dateline.Errorf(dateline.NotFound, "%s has no number for %q", p.Public, fact)
		}
		about += ": " + fact + " " + wording.Figure(*f) + " (rule " + f.Rule + ")"
	}
	day := a.now().UTC().Format("2 January 2006")
	switch a.global.Output {
	case "bibtex":
		fmt.Fprintf(a.stdout, "@misc{%s,\n  title = {%s},\n  author = {{Dateline}},\n  note = {%s, revision %d, %s; %s},\n  urldate = {%s}\n}\n",
			strings.ReplaceAll(string(p.Public), "-", ""), about, p.Public, p.Revision, wording.Status(p.Incident), wording.CountsLine(p.Independence), a.now().UTC().Format("2006-01-02"))
	case "ris":
		fmt.Fprintf(a.stdout, "TY  - DATA\nTI  - %s\nAU  - Dateline\nAN  - %s\nN1  - revision %d, %s; %s\nER  - \n", about, p.Public, p.Revision, wording.Status(p.Incident), wording.CountsLine(p.Independence))
	case "", "text", "table", "tsv", "md":
		fmt.Fprintf(a.stdout, "Dateline, %s, revision %d (%s): %s. %s. As known on %s.\n", p.Public, p.Revision, wording.Status(p.Incident), about, wording.CountsLine(p.Independence), day)
		for _, id := range p.Reports {
			r := p.reports[id]
			fmt.Fprintf(a.stdout, "  %s: %s, %s. sha256 %s\n", p.outlet(id), printable(titleOf(r)), wording.Published(r.Published), r.SHA256Raw)
		}
	default:
		return dateline.Errorf(dateline.Invalid, "cite writes text, bibtex or ris, not %q", a.global.Output)
	}
	return nil
}
