package sqlite_test

import (
	"errors"
	"testing"

	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/store/sqlite"
	"github.com/opendateline/dateline/store/storetest"
)

// TestWhatWasReadLately: an Update sees what another process changed since it
// last read a record, and not what an Update changed that failed.
func TestWhatWasReadLately(t *testing.T) {
	ctx, dir := t.Context(), t.TempDir()
	x, _ := filled(t, dir)
	open := func() *sqlite.Store {
		s, err := sqlite.Open(ctx, dir, sqlite.Options{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
		return s
	}
	a, b := open(), open()
	words := x.Reading.Mentions[0].TriggerText
	sees := func(s store.Store, title, trigger string) {
		t.Helper()
		err := s.Update(ctx, func(tx store.Tx) error {
			r, err := tx.Report(ctx, x.Report.ID)
			if err != nil || r.Title != title {
				t.Errorf("title %q, want %q; %v", r.Title, title, err)
			}
			m, err := tx.Mention(ctx, x.Reading.Mentions[0].ID)
			if err != nil || m.TriggerText != trigger {
				t.Errorf("trigger %q, want %q; %v", m.TriggerText, trigger, err)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
	change := func(s store.Store, title, trigger string, end error) {
		t.Helper()
		err := s.Update(ctx, func(tx store.Tx) error {
			r, read := *x.Report, *x.Reading
			r.Title = title
			read.Mentions = append(read.Mentions[:0:0], read.Mentions...)
			read.Mentions[0].TriggerText = trigger
			if err := errors.Join(tx.PutReport(ctx, &r), tx.PutReading(ctx, r.ID, "v", &read)); err != nil {
				return err
			}
			if _, err := tx.Report(ctx, r.ID); err != nil {
				return err
			}
			_, err := tx.Mention(ctx, read.Mentions[0].ID)
			return errors.Join(err, end)
		})
		if end != nil && !errors.Is(err, end) || end == nil && err != nil {
			t.Error(err)
		}
	}
	sees(a, x.Report.Title, words)
	change(b, "changed", "shot", nil)
	sees(a, "changed", "shot")
	change(a, "changed again", "killed", errors.New("an Update that fails"))
	sees(a, "changed", "shot")
	change(a, "changed at last", "fell", nil)
	sees(a, "changed at last", "fell")
	sees(b, "changed at last", "fell")
	if err := storetest.Keep(ctx, a, storetest.NewSample(9, 2)); err != nil {
		t.Error(err)
	}
}
