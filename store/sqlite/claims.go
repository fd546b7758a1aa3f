package sqlite

import (
	"context"
	"database/sql"
	"iter"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

// Mention gives one mention.
func (t *tx) Mention(ctx context.Context, id dateline.ID) (*dateline.Mention, error) {
	if m, ok := t.conn.lately.mentions.Get(id); ok {
		return m, nil
	}
	var doc string
	found, err := t.get(ctx, []any{&doc}, "SELECT doc FROM mentions WHERE id = ?", string(id))
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, notFound("mention", id)
	}
	return t.mention(id, doc)
}

// mention reads a mention, in an Update each once.
func (t *tx) mention(id dateline.ID, doc string) (*dateline.Mention, error) {
	if m, ok := t.conn.lately.mentions.Get(id); ok {
		return m, nil
	}
	m := &dateline.Mention{}
	if err := decode(doc, m, "mention", id); err != nil {
		return nil, err
	}
	if t.writing {
		t.conn.lately.mentions.Put(id, m)
	}
	return m, nil
}

// ListMentions yields the mentions of a filter.
func (t *tx) ListMentions(ctx context.Context, f store.MentionFilter) iter.Seq2[*dateline.Mention, error] {
	w := &where{}
	in(w, "m.kind", f.Kinds)
	if f.Report != "" {
		w.add("m.report = (SELECT n FROM reports WHERE id = ?)", string(f.Report))
	}
	if f.Incident != "" {
		w.add("m.incident = (SELECT n FROM incidents WHERE id = ?)", string(f.Incident))
	}
	if f.After != "" {
		w.add("m.id > ?", string(f.After))
	}
	return rows(ctx, t, func(row *sql.Rows) (*dateline.Mention, error) {
		var id, doc string
		if err := row.Scan(&id, &doc); err != nil {
			return nil, err
		}
		return t.mention(dateline.ID(id), doc)
	}, "SELECT m.id, m.doc FROM mentions m"+w.String()+" ORDER BY m.id"+limited(f.Limit), w.args...)
}

// IncidentOf gives the incident that a mention is part of, or "".
func (t *tx) IncidentOf(ctx context.Context, mention dateline.ID) (dateline.ID, error) {
	var id sql.NullString
	found, err := t.get(ctx, []any{&id}, "SELECT i.id FROM mentions m LEFT JOIN incidents i ON i.n = m.incident WHERE m.id = ?", string(mention))
	if err == nil && !found {
		err = notFound("mention", mention)
	}
	return dateline.ID(id.String), err
}

const claimColumns = `SELECT c.id, c.doc, i.id FROM claims c JOIN mentions m ON m.n = c.mention LEFT JOIN incidents i ON i.n = m.incident`

// Claim gives one claim, with the incident of its mention.
func (t *tx) Claim(ctx context.Context, id dateline.ID) (*dateline.Claim, error) {
	var doc string
	var incident sql.NullString
	found, err := t.get(ctx, []any{&id, &doc, &incident}, claimColumns+" WHERE c.id = ?", string(id))
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, notFound("claim", id)
	}
	return t.claim(id, doc, incident.String)
}

// claim reads a claim, which in an Update may be written next.
func (t *tx) claim(id dateline.ID, doc, incident string) (*dateline.Claim, error) {
	c, err := claim(id, doc, incident)
	if err == nil && t.writing {
		t.conn.lately.claims.Put(id, quotation{c.MentionID, c.Span, c.Exact})
	}
	return c, err
}

func claim(id dateline.ID, doc, incident string) (*dateline.Claim, error) {
	c := &dateline.Claim{}
	if err := decode(doc, c, "claim", id); err != nil {
		return nil, err
	}
	c.IncidentID = dateline.ID(incident)
	return c, nil
}

// ListClaims yields the claims of a filter by report, then place in the text.
func (t *tx) ListClaims(ctx context.Context, f store.ClaimFilter) iter.Seq2[*dateline.Claim, error] {
	w := &where{}
	if f.Report != "" {
		w.add("m.report = (SELECT n FROM reports WHERE id = ?)", string(f.Report))
	}
	equal(w, "m.id", f.Mention)
	if f.Incident != "" {
		w.add("m.incident = (SELECT n FROM incidents WHERE id = ?)", string(f.Incident))
	}
	equal(w, "c.origin", f.Origin)
	equal(w, "c.attribute", f.Attribute)
	from, order := claimColumns, " ORDER BY c.start, c.id"
	if f.Report == "" && f.Mention == "" {
		from, order = from+" JOIN reports r ON r.n = m.report", " ORDER BY r.id, c.start, c.id"
	}
	return rows(ctx, t, func(row *sql.Rows) (*dateline.Claim, error) {
		var id, doc string
		var incident sql.NullString
		if err := row.Scan(&id, &doc, &incident); err != nil {
			return nil, err
		}
		return t.claim(dateline.ID(id), doc, incident.String)
	}, from+w.String()+order, w.args...)
}

// PutClaims rewrites stored claims; their words cannot change.
func (t *tx) PutClaims(ctx context.Context, claims ...dateline.Claim) error {
	for _, c := range claims {
		c.IncidentID = ""
		if err := t.putClaim(ctx, &c); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) putClaim(ctx context.Context, c *dateline.Claim) error {
	doc, err := encode(c)
	if err != nil {
		return err
	}
	before, known := t.conn.lately.claims.Get(c.ID)
	if !known {
		stored, err := t.Claim(ctx, c.ID)
		if err != nil {
			return err
		}
		before = quotation{stored.MentionID, stored.Span, stored.Exact}
	}
	if (quotation{c.MentionID, c.Span, c.Exact}) != before {
		return dateline.Errorf(dateline.Conflict, "claim %s quotes other words than the stored claim with its id", c.ID)
	}
	return t.put(ctx, "UPDATE claims SET origin = ?, attribute = ?, doc = ? WHERE id = ?",
		null(c.Origin), string(c.Attribute), doc, string(c.ID))
}
