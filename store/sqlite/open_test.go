package sqlite_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/store/sqlite"
	"github.com/opendateline/dateline/store/storetest"
)

func wantCode(t *testing.T, want dateline.Code, err error) {
	t.Helper()
	if got := dateline.CodeOf(err); got != want {
		t.Errorf("code %q, want %q: %v", got, want, err)
	}
}

func TestOpenAndCreate(t *testing.T) {
	ctx, dir := t.Context(), filepath.Join(t.TempDir(), "a folder with ? and # and é")
	_, err := sqlite.Open(ctx, dir, sqlite.Options{})
	wantCode(t, dateline.NotFound, err)
	filled(t, dir)
	_, err = sqlite.Create(ctx, dir, sqlite.Options{})
	wantCode(t, dateline.Conflict, err)
	s, err := sqlite.Open(ctx, dir, sqlite.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	_, err = s.PutRaw(ctx, []byte("x"))
	wantCode(t, dateline.Forbidden, err)
	wantCode(t, dateline.Forbidden, s.Update(ctx, func(store.Tx) error { return nil }))
	if v, err := s.Verify(ctx); err != nil || !v.OK() {
		t.Errorf("%+v %v", v, err)
	}
}

func TestNewerSchemaIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	filled(t, dir)
	tamper(t, dir, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (999, 1)", "")
	_, err := sqlite.Open(t.Context(), dir, sqlite.Options{})
	wantCode(t, dateline.Unavailable, err)
}

func TestNoDatabase(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "dateline.db"), []byte("this is a text file, not a database; it is long enough to have a header of 100 bytes or more, I think"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := sqlite.Open(t.Context(), dir, sqlite.Options{})
	wantCode(t, dateline.Damaged, err)
}

func TestLockedByAnotherProcess(t *testing.T) {
	ctx, dir := t.Context(), t.TempDir()
	filled(t, dir)
	a, err := sqlite.Open(ctx, dir, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	b, err := sqlite.Open(ctx, dir, sqlite.Options{BusyMillis: 20})
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	err = a.Update(ctx, func(store.Tx) error {
		wantCode(t, dateline.Unavailable, b.Update(ctx, func(store.Tx) error { return nil }))
		return b.View(ctx, func(tx store.Tx) error { _, err := tx.Setting(ctx, "preset"); return err })
	})
	if err != nil {
		t.Error(err)
	}
}

// TestOldStoreIsUpgraded opens a store as schema 1 made it.
func TestOldStoreIsUpgraded(t *testing.T) {
	dir := t.TempDir()
	script, err := os.ReadFile("testdata/schema-1.sql")
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", filepath.Join(dir, "dateline.db"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(string(script)); err != nil {
		t.Fatal(err)
	}
	merge(t, db)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := sqlite.Open(t.Context(), dir, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	x := storetest.NewSample(1, 14)
	if _, err := s.PutRaw(t.Context(), x.Raw); err != nil {
		t.Fatal(err)
	}
	if v, err := s.Verify(t.Context()); err != nil || !v.OK() {
		t.Errorf("%+v %v", v.Problems, err)
	}
	err = s.View(t.Context(), func(tx store.Tx) error {
		r, err := tx.Report(t.Context(), x.Report.ID)
		if err != nil {
			return err
		}
		i, err := tx.Incident(t.Context(), storetest.Incident(x).ID)
		if err != nil {
			return err
		}
		if d := cmp.Diff(x.Report, r) + cmp.Diff("Armed attack on a bus, Sirvaz Bazaar, 2024-03-02", i.Title); d != "" {
			t.Error(d)
		}
		for _, key := range []string{"day:" + x.Report.Published.EDTF, "place:sirvaz"} {
			if c, err := tx.Candidates(t.Context(), []string{key}, 0); err != nil || len(c) != 1 || c[0].Mention != x.Reading.Mentions[0].ID {
				t.Errorf("by its key %q: %v %v", key, c, err)
			}
		}
		found := 0
		for _, err := range tx.ListDecisions(t.Context(), store.DecisionFilter{About: []dateline.ID{"mnt_2"}}) {
			if found++; err != nil {
				return err
			}
		}
		if found != 1 {
			t.Errorf("%d rulings about an account that a person had merged", found)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// merge writes a person's decision as schema 1 kept it.
func merge(t *testing.T, db *sql.DB) {
	t.Helper()
	doc, err := json.Marshal(dateline.Decision{ID: "dec_1", By: "Roza", Person: true, Action: dateline.ActMerge, Targets: []dateline.ID{"inc_1", "inc_2"},
		Parts: []dateline.Part{{What: "together", Values: []string{"mnt_1", "mnt_2"}}}})
	if err != nil {
		t.Fatal(err)
	}
	hash := store.ChainHash("", 1, string(doc))
	_, err = db.Exec("INSERT INTO decisions (seq, id, action, person, doc, hash) VALUES (1, 'dec_1', 'merge', 1, ?, ?)", string(doc), hash)
	if _, err2 := db.Exec("INSERT INTO heads VALUES ('decisions', 1, ?)", hash); err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
}

func TestBackupAndRestore(t *testing.T) {
	ctx := t.Context()
	s := create(t)
	x, y := storetest.NewSample(1, 14), storetest.NewSample(2, 11)
	for _, err := range []error{storetest.Keep(ctx, s, x, y), storetest.Link(ctx, s, storetest.Incident(x, y), storetest.Revision(1, 0))} {
		if err != nil {
			t.Fatal(err)
		}
	}
	copied, restored := filepath.Join(t.TempDir(), "copy"), filepath.Join(t.TempDir(), "restored")
	if err := s.Backup(ctx, copied); err != nil {
		t.Fatal(err)
	}
	wantCode(t, dateline.Conflict, s.Backup(ctx, copied))
	if err := storetest.Keep(ctx, s, storetest.NewSample(3, 1)); err != nil { // not in the copy
		t.Fatal(err)
	}
	if err := sqlite.Restore(ctx, copied, restored); err != nil {
		t.Fatal(err)
	}
	wantCode(t, dateline.NotFound, sqlite.Restore(ctx, t.TempDir(), filepath.Join(t.TempDir(), "x")))
	v := verify(t, restored)
	if !v.OK() || v.Checked["raw"] != 2 {
		t.Errorf("%+v", v)
	}
	if err := os.Remove(rawPath(restored, x)); err != nil {
		t.Fatal(err)
	}
	broken, err := sqlite.Open(context.Background(), restored, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer broken.Close()
	wantCode(t, dateline.NotFound, broken.Backup(ctx, filepath.Join(t.TempDir(), "y")))
}

func rawPath(dir string, x storetest.Sample) string {
	h := x.Report.SHA256Raw
	return filepath.Join(dir, "raw", h[:2], h)
}

// TestKilledMaker: what a maker that was killed left behind is no store, and
// the next one clears it away.
func TestKilledMaker(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"dateline.db.new-17", "dateline.db.new-17-wal"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("half a database"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	_, err := sqlite.Open(t.Context(), dir, sqlite.Options{})
	wantCode(t, dateline.NotFound, err)
	s, err := sqlite.Create(t.Context(), dir, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if d := cmp.Diff([]string{"dateline.db", "raw"}, names); d != "" {
		t.Error(d)
	}
}
