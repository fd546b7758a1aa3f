package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

// verifier goes through the store and notes what does not agree.
type verifier struct {
	t *tx
	store.Verification
}

// Verify compares everything with its hashes and with what refers to it.
func (s *Store) Verify(ctx context.Context) (v store.Verification, err error) {
	err = s.inside(ctx, s.readers, "BEGIN", func(t *tx) error {
		check := &verifier{t: t, Verification: store.Verification{Checked: map[string]int{}, Problems: []store.Problem{}}}
		for _, step := range []func(context.Context) error{
			check.database, check.reports, check.incidents, check.revisions, check.decisions, check.publics,
		} {
			if err := step(ctx); err != nil {
				return err
			}
		}
		v = check.Verification
		return check.name(ctx, v.Problems)
	})
	return v, err
}

// note records a problem; err may be nil for none.
func (v *verifier) note(record dateline.ID, check string, err error) {
	v.Checked[check]++
	if err != nil {
		v.Problems = append(v.Problems, store.Problem{Record: record, Check: check, What: err.Error()})
	}
}

// differ is an error unless the two are equal.
func differ[T comparable](what string, want, got T) error {
	if want == got {
		return nil
	}
	return fmt.Errorf("%s should be %v and is %v", what, want, got)
}

// name puts in the public ids of records with problems.
func (v *verifier) name(ctx context.Context, problems []store.Problem) error {
	for k := range problems {
		names, err := v.t.Public(ctx, problems[k].Record)
		if err != nil {
			return err
		}
		problems[k].Public = names[problems[k].Record]
	}
	return nil
}

// database asks SQLite whether its pages and indexes are whole.
func (v *verifier) database(ctx context.Context) error {
	return v.t.all(ctx, func(r *sql.Rows) error {
		var line string
		err := r.Scan(&line)
		v.note("", "database", differ("the integrity check", "ok", line))
		return err
	}, "PRAGMA integrity_check(20)")
}

// damaged says whether err is about stored data, which is noted, and not about
// the check itself, which ends it.
func damaged(err error) bool {
	code := dateline.CodeOf(err)
	return code == dateline.Damaged || code == dateline.NotFound
}

func (v *verifier) reports(ctx context.Context) error {
	return v.t.all(ctx, func(row *sql.Rows) error {
		var id, sha, doc, text string
		if err := row.Scan(&id, &sha, &doc, &text); err != nil {
			return err
		}
		r, err := report(dateline.ID(id), doc, text)
		v.note(dateline.ID(id), "report", err)
		if err != nil {
			return nil
		}
		if err := v.bytes(ctx, r, dateline.ID(id), sha); err != nil {
			return err
		}
		return v.reading(ctx, dateline.ID(id), r)
	}, "SELECT id, sha256_raw, doc, text FROM reports ORDER BY id")
}

// bytes compares the raw bytes and the text of a report with their hashes.
func (v *verifier) bytes(ctx context.Context, r *dateline.Report, id dateline.ID, sha string) error {
	v.note(id, "report", errors.Join(differ("the id", dateline.ReportID(r.SHA256Raw), id), differ("the SHA-256 of the raw bytes", r.SHA256Raw, sha)))
	v.note(id, "text", differ("the SHA-256 of the text", r.SHA256Text, dateline.Hash([]byte(r.Text))))
	_, err := v.t.store.raw.Get(ctx, r.SHA256Raw)
	if err != nil && !damaged(err) {
		return err
	}
	v.note(id, "raw", err)
	return nil
}

// reading checks that every passage, mention and claim says what stands at its span.
func (v *verifier) reading(ctx context.Context, id dateline.ID, report *dateline.Report) error {
	r, _, err := v.t.Reading(ctx, id)
	switch {
	case dateline.CodeOf(err) == dateline.NotFound:
		return nil
	case damaged(err):
		v.note(id, "reading", err)
		return nil
	case err != nil:
		return err
	}
	passages := map[dateline.ID]bool{}
	for _, p := range r.Passages {
		passages[p.ID] = true
		v.note(id, "passage", words("passage", p.ID, p.Span, p.Exact, report.Text))
	}
	for _, m := range r.Mentions {
		v.note(id, "mention", words("mention", m.ID, m.Trigger, m.TriggerText, report.Text))
	}
	for _, c := range r.Claims {
		v.note(id, "claim", errors.Join(c.Check(report.Text), cited(c, passages)))
	}
	return nil
}

// words checks that text says exact at a span.
func words(what string, id dateline.ID, s dateline.Span, exact, text string) error {
	if err := s.Check(text); err != nil {
		return fmt.Errorf("%s %s: %w", what, id, err)
	}
	if s.Of(text) != exact {
		return fmt.Errorf("%s %s quotes %q, the text at its span says %q", what, id, exact, s.Of(text))
	}
	return nil
}

func cited(c dateline.Claim, passages map[dateline.ID]bool) error {
	for _, p := range c.Passages {
		if !passages[p] {
			return fmt.Errorf("claim %s cites passage %s, which its report does not have", c.ID, p)
		}
	}
	return nil
}

func (v *verifier) incidents(ctx context.Context) error {
	return v.t.all(ctx, func(row *sql.Rows) error {
		var s rowScan
		if err := row.Scan(s.dest()...); err != nil {
			return err
		}
		id := dateline.ID(s.id)
		r, err := s.row()
		v.note(id, "incident", err)
		if err != nil {
			return nil
		}
		if err := v.state(ctx, r, s.doc); err != nil {
			return err
		}
		hash, err := store.ContentHash(r.Incident)
		v.note(id, "content", errors.Join(err, differ("the content hash", r.ContentHash, hash)))
		return v.standing(ctx, r.Incident)
	}, rowColumns+" ORDER BY i.id")
}

// state compares the newest state with the one in the log.
func (v *verifier) state(ctx context.Context, r store.Row, doc string) error {
	rev, logged, err := v.t.StateAt(ctx, r.ID, 0, "")
	if err != nil && !damaged(err) {
		return err
	}
	if err == nil {
		err = errors.Join(differ("the last revision", rev.N, r.Revision), differ("its number in the log", rev.Seq, r.Seq))
		if string(logged) != doc {
			err = errors.Join(err, errors.New("the record is not as its last revision left it"))
		}
	}
	v.note(r.ID, "state", err)
	return nil
}

// standing checks that what an incident rests on is there.
func (v *verifier) standing(ctx context.Context, i *dateline.Incident) error {
	if !owns(i.Status) {
		return nil
	}
	for _, f := range i.Figures {
		v.note(i.ID, "figure", f.Check())
		for _, claims := range [][]dateline.ID{f.LowClaims, f.BestClaims, f.HighClaims} {
			if err := v.claimsOf(ctx, i.ID, f, claims); err != nil {
				return err
			}
		}
	}
	for _, m := range i.Mentions {
		owner, err := v.t.IncidentOf(ctx, m)
		if err != nil && !damaged(err) {
			return err
		}
		v.note(i.ID, "mention", errors.Join(err, differ("the incident of mention "+string(m), i.ID, owner)))
	}
	return nil
}

func (v *verifier) claimsOf(ctx context.Context, id dateline.ID, f dateline.Figure, claims []dateline.ID) error {
	for _, claim := range claims {
		found, err := v.t.get(ctx, []any{new(int)}, "SELECT n FROM claims WHERE id = ?", string(claim))
		if err != nil {
			return err
		}
		if !found {
			err = fmt.Errorf("the figure %s of %s rests on claim %s, which is not in the store", f.Measure, f.Population, claim)
		}
		v.note(id, "figure", err)
	}
	return nil
}

// publics checks that public ids are well formed and lead to their records'
// kind; that each is there once the table itself ensures.
func (v *verifier) publics(ctx context.Context) error {
	return v.t.all(ctx, func(row *sql.Rows) error {
		var public, id string
		if err := row.Scan(&public, &id); err != nil {
			return err
		}
		parsed, err := dateline.ParsePublic(public)
		prefix, _ := dateline.PublicPrefix(dateline.ID(id))
		err = errors.Join(err, differ("the public id", dateline.PublicID(public), parsed))
		if err == nil {
			err = differ("the prefix of "+public, prefix, public[:min(len(prefix), len(public))])
		}
		v.note(dateline.ID(id), "public", err)
		return nil
	}, "SELECT public, id FROM publics ORDER BY public")
}
