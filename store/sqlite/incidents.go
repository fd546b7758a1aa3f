package sqlite

import (
	"context"
	"database/sql"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

// PutIncident writes the state that rev brings about. The public id is kept in
// its own table only, so that a state is the same before and after minting.
func (t *tx) PutIncident(ctx context.Context, i *dateline.Incident, rev *dateline.Revision) error {
	bare := *i
	bare.Public, bare.Revision = "", rev.N
	var err error
	if bare.ContentHash, err = store.ContentHash(i); err != nil {
		return err
	}
	doc, err := encode(bare)
	if err != nil {
		return err
	}
	rev.Record = i.ID
	if err := t.Revise(ctx, rev, []byte(doc)); err != nil {
		return err
	}
	if err := t.keepIncident(ctx, &bare, rev, doc); err != nil {
		return err
	}
	i.Revision, i.ContentHash = bare.Revision, bare.ContentHash
	t.index(i.ID, i.Title, "")
	return nil
}

// keepIncident writes the newest state with all it is found by.
func (t *tx) keepIncident(ctx context.Context, i *dateline.Incident, rev *dateline.Revision, doc string) error {
	if err := t.put(ctx, incidentInsert+incidentUpdate, incidentValues(i, nil, rev.Seq, rev.At, doc)...); err != nil {
		return err
	}
	n, err := t.incidentN(ctx, i.ID)
	if err != nil {
		return err
	}
	if rev.N > 1 {
		if err := t.unlink(ctx, n); err != nil {
			return err
		}
	}
	if err := t.linkTerms(ctx, n, i); err != nil {
		return err
	}
	if err := t.linkReports(ctx, n, i.Reports); err != nil {
		return err
	}
	if err := t.linkMentions(ctx, n, i); err != nil {
		return err
	}
	switch {
	case i.MergedInto != "":
		return t.Redirect(ctx, i.ID, i.MergedInto)
	case rev.N > 1: // it may have led to another until now
		return t.put(ctx, "DELETE FROM redirects WHERE from_id = ?", string(i.ID))
	}
	return nil
}

func (t *tx) incidentN(ctx context.Context, id dateline.ID) (n int64, err error) {
	found, err := t.get(ctx, []any{&n}, "SELECT n FROM incidents WHERE id = ?", string(id))
	if err == nil && !found {
		err = notFound("incident", id)
	}
	return n, err
}

const (
	incidentInsert = `INSERT INTO incidents (n, id, revision, seq, changed, status, type, act, aim, country, admin1, place, precision,
		lat, lon, earliest, latest, killed_low, killed_best, killed_high, origins_min, origins_max, reports, support, doc)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	incidentUpdate = ` ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, seq = excluded.seq, changed = excluded.changed,
		status = excluded.status, type = excluded.type, act = excluded.act, aim = excluded.aim, country = excluded.country,
		admin1 = excluded.admin1, place = excluded.place, precision = excluded.precision, lat = excluded.lat, lon = excluded.lon,
		earliest = excluded.earliest, latest = excluded.latest, killed_low = excluded.killed_low, killed_best = excluded.killed_best,
		killed_high = excluded.killed_high, origins_min = excluded.origins_min, origins_max = excluded.origins_max,
		reports = excluded.reports, support = excluded.support, doc = excluded.doc`
)

// incidentValues are the columns of incidentInsert; a nil n is chosen by the
// database. An unknown place has precision P9, an open high end no number.
func incidentValues(i *dateline.Incident, n any, seq int64, changed, doc string) []any {
	place := i.Place.Ref
	if place == nil {
		place = &dateline.PlaceRef{Precision: dateline.P9}
	}
	killed := i.Figure(dateline.Killed, dateline.PopAll)
	if killed == nil {
		killed = &dateline.Figure{}
	}
	high := killed.High
	if killed.HighOpen {
		high = nil
	}
	return []any{n, string(i.ID), i.Revision, seq, changed, string(i.Status), string(i.Type), string(i.Facets.Act), string(i.Facets.Aim),
		null(place.Country), null(place.Admin1), null(place.Place), string(place.Precision), number(place.Lat), number(place.Lon),
		null(i.Date.Earliest), null(i.Date.Latest), number(killed.Low), number(killed.Best), number(high),
		i.Independence.OriginsMin, i.Independence.OriginsMax, len(i.Reports), string(store.SupportOf(i)), doc}
}

// term is one of several values that an incident has of a kind.
type term struct{ kind, value string }

// termsOf gives what an incident is found by besides its columns. An actor
// stands there once for itself and once for each role.
func termsOf(i *dateline.Incident) map[term]bool {
	terms := map[term]bool{}
	for _, m := range i.Facets.Means {
		terms[term{"means", string(m)}] = true
	}
	for _, f := range i.Facets.Flags {
		terms[term{"flag", string(f)}] = true
	}
	for _, a := range i.Actors {
		terms[term{"role", string(a.Role)}] = true
		if a.Actor != "" {
			terms[term{"actor", string(a.Actor)}] = true
			terms[term{"actor:" + string(a.Role), string(a.Actor)}] = true
		}
	}
	for _, x := range i.Targets {
		terms[term{"target", string(x.Category)}] = true
	}
	for _, r := range i.Responsibility {
		terms[term{"stance", string(r.Stance)}] = true
	}
	return terms
}

// unlink takes away what a stored incident is found by and the mentions it has.
func (t *tx) unlink(ctx context.Context, n int64) error {
	for _, query := range []string{
		"DELETE FROM incident_terms WHERE incident = ?",
		"DELETE FROM incident_reports WHERE incident = ?",
		"UPDATE mentions SET incident = NULL WHERE incident = ?",
	} {
		if err := t.put(ctx, query, n); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) linkTerms(ctx context.Context, n int64, i *dateline.Incident) error {
	for x := range termsOf(i) {
		if err := t.put(ctx, "INSERT INTO incident_terms (kind, value, incident) VALUES (?, ?, ?)", x.kind, x.value, n); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) linkReports(ctx context.Context, n int64, reports []dateline.ID) error {
	for _, id := range reports {
		report, err := t.reportN(ctx, id)
		if err != nil {
			return err
		}
		if err := t.put(ctx, "INSERT INTO incident_reports (incident, report) VALUES (?, ?) ON CONFLICT DO NOTHING", n, report); err != nil {
			return err
		}
	}
	return nil
}

// linkMentions gives the incident its mentions. A merged or split incident has none.
func (t *tx) linkMentions(ctx context.Context, n int64, i *dateline.Incident) error {
	if !owns(i.Status) {
		return nil
	}
	for _, id := range i.Mentions {
		changed, err := t.exec(ctx, "UPDATE mentions SET incident = ? WHERE id = ?", n, string(id))
		if err != nil {
			return err
		}
		if changed == 0 {
			return notFound("mention", id)
		}
	}
	return nil
}

// owns says whether mentions can belong to an incident of that status.
func owns(s dateline.IncidentStatus) bool { return s != dateline.Merged && s != dateline.Split }

const rowColumns = "SELECT i.id, i.seq, i.changed, i.doc, p.public FROM incidents i LEFT JOIN publics p ON p.id = i.id"

// Incident gives the newest state.
func (t *tx) Incident(ctx context.Context, id dateline.ID) (*dateline.Incident, error) {
	var r rowScan
	found, err := t.get(ctx, r.dest(), rowColumns+" WHERE i.id = ?", string(id))
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, notFound("incident", id)
	}
	row, err := r.row()
	return row.Incident, err
}

// rowScan holds the columns of rowColumns.
type rowScan struct {
	id, changed, doc string
	seq              int64
	public           sql.NullString
}

func (r *rowScan) dest() []any { return []any{&r.id, &r.seq, &r.changed, &r.doc, &r.public} }

func (r *rowScan) row() (store.Row, error) {
	i := &dateline.Incident{}
	err := decode(r.doc, i, "incident", dateline.ID(r.id))
	i.Public = dateline.PublicID(r.public.String)
	return store.Row{Incident: i, Seq: r.seq, Changed: r.changed}, err
}
