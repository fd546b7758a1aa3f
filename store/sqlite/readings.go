package sqlite

import (
	"context"
	"database/sql"
	"iter"
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

// PutReading replaces the reading of a report. Mentions that were there before
// keep their row, and so their incident and their blocks.
func (t *tx) PutReading(ctx context.Context, report dateline.ID, version string, r *dateline.Reading) error {
	n, err := t.reportN(ctx, report)
	if err != nil {
		return err
	}
	first, err := t.putReading(ctx, n, version, r)
	if err != nil {
		return err
	}
	if !first {
		if err := t.dropReading(ctx, n, r.Mentions); err != nil {
			return err
		}
	}
	mentions, err := t.putMentions(ctx, n, r.Mentions)
	if err != nil {
		return err
	}
	return t.addClaims(ctx, mentions, r.Claims)
}

// putReading writes what is no mention and no claim, and says whether it is the
// first reading of the report.
func (t *tx) putReading(ctx context.Context, report int64, version string, r *dateline.Reading) (first bool, err error) {
	passages, err := encode(r.Passages)
	if err != nil {
		return false, err
	}
	unused, err := encode(r.Unused)
	if err != nil {
		return false, err
	}
	added, err := t.exec(ctx, "INSERT INTO readings (report, version, passages, unused) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
		report, version, passages, unused)
	if err != nil || added > 0 {
		return added > 0, err
	}
	return false, t.put(ctx, "UPDATE readings SET version = ?, passages = ?, unused = ? WHERE report = ?", version, passages, unused, report)
}

// dropReading removes what an earlier reading of a report left and the next does
// not have.
func (t *tx) dropReading(ctx context.Context, report int64, next []dateline.Mention) error {
	t.conn.lately.forget()
	if err := t.put(ctx, "DELETE FROM claims WHERE mention IN (SELECT n FROM mentions WHERE report = ?)", report); err != nil {
		return err
	}
	return t.dropMentions(ctx, report, next)
}

// putMentions writes the mentions and gives the narrow number of each.
func (t *tx) putMentions(ctx context.Context, report int64, mentions []dateline.Mention) (map[dateline.ID]int64, error) {
	numbers := make(map[dateline.ID]int64, len(mentions))
	for i := range mentions {
		m := &mentions[i]
		doc, err := encode(m)
		if err != nil {
			return nil, err
		}
		var n int64
		if _, err := t.get(ctx, []any{&n}, `INSERT INTO mentions (id, report, kind, doc) VALUES (?, ?, ?, ?)
			ON CONFLICT (id) DO UPDATE SET report = excluded.report, kind = excluded.kind, doc = excluded.doc RETURNING n`,
			string(m.ID), report, string(m.Kind), doc); err != nil {
			return nil, err
		}
		numbers[m.ID] = n
	}
	return numbers, nil
}

// dropMentions removes the mentions of a report that are not kept, with their blocks.
func (t *tx) dropMentions(ctx context.Context, report int64, keep []dateline.Mention) error {
	kept := map[dateline.ID]bool{}
	for i := range keep {
		kept[keep[i].ID] = true
	}
	gone := map[int64][]byte{}
	err := t.all(ctx, func(row *sql.Rows) error {
		var n int64
		var id string
		var blocks []byte
		err := row.Scan(&n, &id, &blocks)
		if !kept[dateline.ID(id)] {
			gone[n] = blocks
		}
		return err
	}, "SELECT n, id, blocks FROM mentions WHERE report = ?", report)
	if err != nil {
		return err
	}
	for n, blocks := range gone {
		if err := t.unfile(ctx, blockOwners, n, unpackKeys(blocks)); err != nil {
			return err
		}
		if err := t.put(ctx, "DELETE FROM mentions WHERE n = ?", n); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) addClaims(ctx context.Context, mentions map[dateline.ID]int64, claims []dateline.Claim) error {
	for i := range claims {
		c := claims[i]
		mention, ok := mentions[c.MentionID]
		if !ok {
			return dateline.Errorf(dateline.Invalid, "claim %s is about mention %s, which is not in the reading", c.ID, c.MentionID)
		}
		c.IncidentID = ""
		doc, err := encode(c)
		if err != nil {
			return err
		}
		if err := t.put(ctx, "INSERT INTO claims (id, mention, origin, attribute, start, doc) VALUES (?, ?, ?, ?, ?, ?)",
			string(c.ID), mention, null(c.Origin), string(c.Attribute), c.Span.Start, doc); err != nil {
			return err
		}
	}
	return nil
}

// Reading gives the reading of a report and the version that made it.
func (t *tx) Reading(ctx context.Context, report dateline.ID) (*dateline.Reading, string, error) {
	var version, passages, unused string
	found, err := t.get(ctx, []any{&version, &passages, &unused},
		"SELECT d.version, d.passages, d.unused FROM readings d JOIN reports r ON r.n = d.report WHERE r.id = ?", string(report))
	if err != nil {
		return nil, "", err
	}
	if !found {
		return nil, "", notFound("reading of report", report)
	}
	r := &dateline.Reading{}
	if err := decode(passages, &r.Passages, "the passages of report", report); err != nil {
		return nil, "", err
	}
	if err := decode(unused, &r.Unused, "the unused spans of report", report); err != nil {
		return nil, "", err
	}
	if r.Mentions, err = collect(t.ListMentions(ctx, store.MentionFilter{Report: report})); err != nil {
		return nil, "", err
	}
	slices.SortStableFunc(r.Mentions, func(a, b dateline.Mention) int { return a.Trigger.Start - b.Trigger.Start })
	r.Claims, err = collect(t.ListClaims(ctx, store.ClaimFilter{Report: report}))
	return r, version, err
}

// collect takes the values of a sequence up to its first error.
func collect[T any](seq iter.Seq2[*T, error]) ([]T, error) {
	var out []T
	for v, err := range seq {
		if err != nil {
			return nil, err
		}
		out = append(out, *v)
	}
	return out, nil
}
