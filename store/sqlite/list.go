package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"iter"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

// Lists are written with @ before the names of the three tables that say how
// incidents are. The names are those of today's tables, or those of the tables
// that as-of fills with the states of another time (asof.go).

const listColumns = "SELECT i.id, i.seq, i.changed, i.doc, p.public FROM @incidents i LEFT JOIN publics p ON p.id = i.id"

// ListIncidents yields the incidents of a filter.
func (t *tx) ListIncidents(ctx context.Context, f store.Filter) iter.Seq2[store.Row, error] {
	if f.AsOf != "" {
		return t.listAsOf(ctx, f)
	}
	return t.list(ctx, f, "")
}

func (t *tx) list(ctx context.Context, f store.Filter, tables string) iter.Seq2[store.Row, error] {
	order, err := f.Sort.Order()
	if err != nil {
		return failing[store.Row](err)
	}
	w, err := t.incidentsOf(ctx, f, tables)
	if err == nil && f.After != "" {
		err = w.behind(order, f.After)
	}
	if err != nil {
		return failing[store.Row](err)
	}
	query := listColumns + w.String() + " ORDER BY " + order.Key + direction(order) + ", i.id" + limited(f.Limit)
	return rows(ctx, t, func(r *sql.Rows) (store.Row, error) {
		var s rowScan
		if err := r.Scan(s.dest()...); err != nil {
			return store.Row{}, err
		}
		return s.row()
	}, named(query, tables), w.args...)
}

// named puts in the names of the tables.
func named(query, tables string) string { return strings.ReplaceAll(query, "@", tables) }

func direction(o store.Order) string {
	if o.Descending {
		return " DESC"
	}
	return ""
}

// behind goes on after the row of a cursor.
func (w *where) behind(o store.Order, cursor string) error {
	key, id, err := o.ParseCursor(cursor)
	if err != nil {
		return err
	}
	further := " > "
	if o.Descending {
		further = " < "
	}
	w.add("("+o.Key+further+"? OR ("+o.Key+" = ? AND i.id > ?))", key, key, string(id))
	return nil
}

// incidentsOf turns a filter into conditions on @incidents i.
func (t *tx) incidentsOf(ctx context.Context, f store.Filter, tables string) (*where, error) {
	w := &where{}
	w.when(f)
	w.facets(f)
	w.numbers(f)
	w.provenance(f)
	w.box(f.Box)
	if f.Words != "" {
		if err := errors.Join(t.indexAll(ctx), w.words(f.Words)); err != nil {
			return nil, err
		}
	}
	if f.Near != nil {
		return w, t.near(ctx, w, *f.Near, tables)
	}
	return w, nil
}

func (w *where) when(f store.Filter) {
	early, late := "coalesce(i.earliest, '')", "coalesce(i.latest, '9999-99-99')"
	if f.Within {
		early, late = late, early
		w.add("(i.earliest IS NOT NULL AND i.latest IS NOT NULL)")
	}
	if f.From.Known() || f.To.Known() {
		w.add("(i.earliest IS NOT NULL OR i.latest IS NOT NULL)")
	}
	if f.From.Known() {
		w.add(late+" >= ?", string(f.From))
	}
	if f.To.Known() {
		w.add(early+" <= ?", string(f.To))
	}
	if f.ChangedAfter > 0 {
		w.add("i.seq > ?", f.ChangedAfter)
	}
	if f.ChangedSince != "" {
		w.add("i.changed >= ?", f.ChangedSince)
	}
}

var listed = []dateline.IncidentStatus{dateline.Candidate, dateline.Linked, dateline.Reviewed}

func (w *where) facets(f store.Filter) {
	if len(f.Status.Any) == 0 {
		in(w, "i.status", listed)
	}
	chosen(w, "i.status", f.Status)
	chosen(w, "i.type", f.Type)
	chosen(w, "i.act", f.Act)
	chosen(w, "i.aim", f.Aim)
	chosen(w, "i.country", f.Country)
	chosen(w, "i.admin1", f.Admin1)
	chosen(w, "i.place", f.Place)
	chosen(w, "i.precision", f.Precision)
	chosen(w, "i.support", f.Support)
	chosenBy(w, ofKind("means"), f.Means)
	chosenBy(w, ofKind("flag"), f.Flag)
	chosenBy(w, ofKind("target"), f.Target)
	chosenBy(w, ofKind("stance"), f.Stance)
	w.actors(f)
}

// ofKind is the subquery for the incidents with one of the values of a kind.
func ofKind(kind string) string {
	return "SELECT x.incident FROM @incident_terms x WHERE x.kind = '" + kind + "' AND x.value IN %s"
}

// actors joins actor and role: the actor in that role. Without an actor the
// role alone chooses.
func (w *where) actors(f store.Filter) {
	if f.Actor.Empty() || len(f.Role.Any) == 0 {
		chosenBy(w, ofKind("actor"), f.Actor)
		chosenBy(w, ofKind("role"), f.Role)
		return
	}
	var kinds []string
	for _, r := range f.Role.Any {
		kinds = append(kinds, "actor:"+string(r))
	}
	for _, side := range []struct {
		actors []dateline.ID
		not    string
	}{{f.Actor.Any, ""}, {f.Actor.None, "NOT "}} {
		if len(side.actors) > 0 {
			w.add("i.n "+side.not+"IN (SELECT x.incident FROM @incident_terms x WHERE x.kind IN "+marks(len(kinds))+
				" AND x.value IN "+marks(len(side.actors))+")", append(texts(kinds), texts(side.actors)...)...)
		}
	}
	chosenBy(w, ofKind("role"), store.Terms[dateline.ActorRole]{None: f.Role.None})
}

func (w *where) numbers(f store.Filter) {
	atLeast(w, "i.killed_best", f.KilledMin)
	atMost(w, "i.killed_best", f.KilledMax)
	atLeast(w, "i.killed_low", f.KilledLowMin)
	atMost(w, "i.killed_high", f.KilledHighMax)
	atLeast(w, "i.origins_min", f.OriginsMin)
	atMost(w, "i.origins_max", f.OriginsMax)
	atLeast(w, "i.reports", f.ReportsMin)
}

func (w *where) provenance(f store.Filter) {
	const throughReport = "SELECT x.incident FROM @incident_reports x JOIN reports r ON r.n = x.report WHERE "
	const throughClaim = "SELECT m.incident FROM claims c JOIN mentions m ON m.n = c.mention "
	const assigned = " AND m.incident IS NOT NULL"
	chosenBy(w, throughReport+"r.language IN %s", f.Language)
	chosenBy(w, throughReport+"r.id IN %s", f.Report)
	chosenBy(w, throughClaim+"WHERE c.origin IN %s"+assigned, f.Origin)
	chosenBy(w, throughReport+"r.outlet_id IN %s UNION "+throughClaim+
		"JOIN entries e ON e.kind = 'origin' AND e.id = c.origin WHERE e.ref IN %s"+assigned, f.Source)
}

// countBy says how incidents are counted by a column: the expression, and
// what must be joined for it.
var countBy = map[store.Column]struct{ value, join string }{
	"":                {"''", ""},
	store.ByType:      {"i.type", ""},
	store.ByAct:       {"i.act", ""},
	store.ByCountry:   {"i.country", ""},
	store.ByAdmin1:    {"i.admin1", ""},
	store.ByPlace:     {"i.place", ""},
	store.ByPrecision: {"i.precision", ""},
	store.BySupport:   {"i.support", ""},
	store.ByStatus:    {"i.status", ""},
	store.ByDay:       {"CASE WHEN i.earliest = i.latest THEN i.latest END", ""},
	store.ByMonth:     {"CASE WHEN substr(i.earliest, 1, 7) = substr(i.latest, 1, 7) THEN substr(i.latest, 1, 7) END", ""},
	store.ByYear:      {"CASE WHEN substr(i.earliest, 1, 4) = substr(i.latest, 1, 4) THEN substr(i.latest, 1, 4) END", ""},
	store.ByMeans:     {"k.value", joinTerms + "'means'"},
	store.ByFlag:      {"k.value", joinTerms + "'flag'"},
	store.ByActor:     {"k.value", joinTerms + "'actor'"},
	store.ByTarget:    {"k.value", joinTerms + "'target'"},
	store.ByStance:    {"k.value", joinTerms + "'stance'"},
	store.BySource:    {"rr.outlet_id", joinReports},
	store.ByLanguage:  {"rr.language", joinReports},
}

const (
	joinTerms   = " JOIN @incident_terms k ON k.incident = i.n AND k.kind = "
	joinReports = " JOIN @incident_reports ir ON ir.incident = i.n JOIN reports rr ON rr.n = ir.report"
)

// CountIncidents counts the incidents of a filter by the values of a column.
func (t *tx) CountIncidents(ctx context.Context, f store.Filter, by store.Column) ([]store.Bucket, error) {
	column, ok := countBy[by]
	if !ok {
		return nil, dateline.Errorf(dateline.Invalid, "incidents cannot be counted by %q", by)
	}
	if f.AsOf != "" {
		return t.countAsOf(ctx, f, column.value, column.join)
	}
	return t.count(ctx, f, "", column.value, column.join)
}

// count leaves out incidents without a value.
func (t *tx) count(ctx context.Context, f store.Filter, tables, value, join string) ([]store.Bucket, error) {
	w, err := t.incidentsOf(ctx, f, tables)
	if err != nil {
		return nil, err
	}
	w.add(value + " IS NOT NULL")
	var out []store.Bucket
	query := "SELECT " + value + ", count(DISTINCT i.n) AS many FROM @incidents i" + join + w.String() + " GROUP BY 1 ORDER BY many DESC, 1"
	err = t.all(ctx, func(r *sql.Rows) error {
		var b store.Bucket
		err := r.Scan(&b.Value, &b.N)
		out = append(out, b)
		return err
	}, named(query, tables), w.args...)
	return out, err
}
