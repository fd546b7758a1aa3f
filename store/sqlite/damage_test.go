package sqlite_test

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/store/sqlite"
	"github.com/opendateline/dateline/store/storetest"
)

// filled makes a closed store with two reports, an incident of two revisions
// and two decisions.
func filled(t testing.TB, dir string) (storetest.Sample, *dateline.Incident) {
	t.Helper()
	ctx := t.Context()
	s, err := sqlite.Create(ctx, dir, sqlite.Options{})
	x, y := storetest.NewSample(1, 14), storetest.NewSample(2, 11)
	i := storetest.Incident(x, y)
	for _, step := range []func() error{
		func() error { return storetest.Keep(ctx, s, x, y) },
		func() error { return storetest.Link(ctx, s, i, storetest.Revision(1, 0)) },
		func() error { return storetest.Link(ctx, s, i, storetest.Revision(2, 1)) },
		func() error {
			return s.Update(ctx, func(tx store.Tx) error {
				return errors.Join(tx.Mint(ctx, x.Report.ID, i.ID), tx.Set(ctx, "preset", "dateline-1"),
					tx.Decide(ctx, dateline.Decision{ID: "dec_1", Action: dateline.ActLink, Rule: "LNK-1"}, dateline.Decision{ID: "dec_2", Action: dateline.ActUndo, Targets: []dateline.ID{"dec_1"}}))
			})
		},
		func() error { return s.Close() },
	} {
		if err == nil {
			err = step()
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	return x, i
}

func verify(t testing.TB, dir string) store.Verification {
	t.Helper()
	s, err := sqlite.Open(t.Context(), dir, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	v, err := s.Verify(t.Context())
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	return v
}

// TestDamageIsFound_ETH6 changes one thing behind the store's back and expects
// Verify to find it and to name the record.
func TestDamageIsFound_ETH6(t *testing.T) {
	x, i := filled(t, t.TempDir())
	report, incident := x.Report.ID, i.ID
	for _, c := range []struct {
		name   string
		sql    string
		check  string
		record dateline.ID
	}{
		{"text of a report", `UPDATE reports SET text = replace(text, 'Harvashan', 'Harvashun') WHERE id = $id`, "text", report},
		{"a number in a report", `UPDATE reports SET text = replace(text, 'killed 14', 'killed 15') WHERE id = $id`, "claim", report},
		{"hash of the raw bytes", `UPDATE reports SET sha256_raw = replace(sha256_raw, 'a', 'b') WHERE id = $id`, "report", report},
		{"document of a report", `UPDATE reports SET doc = '{' WHERE id = $id`, "report", report},
		{"words of a passage", `UPDATE readings SET passages = replace(passages, 'Sirvaz', 'Sirvax')`, "passage", report},
		{"span of a passage", `UPDATE readings SET passages = replace(passages, '"start":', '"start":1')`, "passage", report},
		{"words of a claim", `UPDATE claims SET doc = replace(doc, '"exact":"14"', '"exact":"41"')`, "claim", report},
		{"a claim is gone", `DELETE FROM claims WHERE n = 1`, "figure", incident},
		{"state of an incident", `UPDATE incidents SET doc = replace(doc, '"best":14', '"best":13') WHERE id = $id`, "state", incident},
		{"content of an incident", `UPDATE incidents SET doc = replace(doc, '"sub_incident_count":1', '"sub_incident_count":2') WHERE id = $id`, "content", incident},
		{"owner of a mention", `UPDATE mentions SET incident = NULL WHERE n = 1`, "mention", incident},
		{"reason of a revision", `UPDATE revisions SET doc = replace(doc, '"reason":"test"', '"reason":"tess"') WHERE seq = 1`, "revisions", incident},
		{"state of a revision", `UPDATE revisions SET state = (SELECT state FROM revisions WHERE seq = 2) WHERE seq = 1`, "revisions", incident},
		{"time of a revision", `UPDATE revisions SET at = '2020' WHERE seq = 1`, "revisions", incident},
		{"a revision is gone", `DELETE FROM revisions WHERE seq = 1`, "revisions", incident},
		{"the last revision is gone", `DELETE FROM revisions WHERE seq = 2`, "state", incident},
		{"a decision", `UPDATE decisions SET doc = replace(doc, 'LNK-1', 'LNK-2') WHERE seq = 1`, "decisions", "dec_1"},
		{"a decision is gone", `DELETE FROM decisions WHERE seq = 1`, "decisions", "dec_2"},
		{"the last decision is gone", `DELETE FROM decisions WHERE seq = 2`, "decisions", ""},
		{"a decision loses its undoing", `UPDATE decisions SET undone_by = NULL`, "decisions", "dec_1"},
		{"a public id", `UPDATE publics SET public = 'INC-AAAAAA' WHERE id = $id`, "public", incident},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			filled(t, dir)
			tamper(t, dir, c.sql, c.record)
			wantProblem(t, verify(t, dir), c.check, c.record)
		})
	}
}

func tamper(t *testing.T, dir, query string, id dateline.ID) {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(dir, "dateline.db"))
	if err != nil {
		t.Fatal(err)
	}
	result, err := db.Exec(strings.ReplaceAll(query, "$id", "'"+string(id)+"'"))
	if err == nil {
		if n, _ := result.RowsAffected(); n == 0 {
			t.Error("nothing was tampered with")
		}
	}
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
}

func wantProblem(t *testing.T, v store.Verification, check string, record dateline.ID) {
	t.Helper()
	for _, p := range v.Problems {
		if p.Check == check && p.Record == record {
			return
		}
	}
	t.Errorf("no %s problem of %q among %+v", check, record, v.Problems)
}

// TestEveryByteOfRaw_ETH6 flips each byte of a raw file in turn.
func TestEveryByteOfRaw_ETH6(t *testing.T) {
	dir := t.TempDir()
	x, _ := filled(t, dir)
	s, err := sqlite.Open(t.Context(), dir, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	hash := x.Report.SHA256Raw
	path := filepath.Join(dir, "raw", hash[:2], hash)
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	for at := range x.Raw {
		flipped := append([]byte(nil), x.Raw...)
		flipped[at] ^= 1
		if err := os.WriteFile(path, flipped, 0o644); err != nil {
			t.Fatal(err)
		}
		v, err := s.Verify(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if len(v.Problems) != 1 || v.Problems[0].Record != x.Report.ID || v.Problems[0].Check != "raw" || v.Problems[0].Public == "" {
			t.Fatalf("byte %d: %+v", at, v.Problems)
		}
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	v, err := s.Verify(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	wantProblem(t, v, "raw", x.Report.ID)
}
