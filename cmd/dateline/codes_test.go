package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/pipeline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/store/sqlite"
)

// inTest is the program with a store in a folder of the test.
func inTest(t *testing.T) (*app, *bytes.Buffer) {
	t.Helper()
	var talk bytes.Buffer
	dir := filepath.Join(t.TempDir(), "store")
	return &app{stdin: strings.NewReader(""), stdout: io.Discard, stderr: &talk, now: time.Now, env: func(key string) string {
		return map[string]string{"DATELINE_STORE": dir, "USER": "tester"}[key]
	}}, &talk
}

// TestExitCodes: what an error says decides how the program ends.
func TestExitCodes(t *testing.T) {
	for _, c := range []struct {
		err  error
		want int
	}{
		{dateline.Errorf(dateline.Invalid, "x"), 2}, {dateline.Errorf(dateline.Unsupported, "x"), 2},
		{dateline.Errorf(dateline.NotFound, "x"), 4}, {dateline.Errorf(dateline.Mistyped, "x"), 4},
		{dateline.Errorf(dateline.Conflict, "x"), 5},
		{dateline.Errorf(dateline.Unavailable, "x"), 6}, {dateline.Errorf(dateline.Damaged, "x"), 6}, {errors.New("disk"), 6},
		{dateline.Errorf(dateline.Forbidden, "x"), 7},
		{dateline.Errorf(dateline.Unavailable, "while reading: %w", context.Canceled), 130},
		{failure{exitNo, errors.New("no")}, 1},
	} {
		a, talk := inTest(t)
		if got := a.fail(c.err); got != c.want {
			t.Errorf("%v ends with %d, want %d", c.err, got, c.want)
		}
		if !strings.HasPrefix(talk.String(), "dateline: ") {
			t.Errorf("%v says %q", c.err, talk)
		}
	}
}

// TestStoppedIngest130: a job that the user stops says what was kept and how to
// go on.
func TestStoppedIngest130(t *testing.T) {
	a, talk := inTest(t)
	file := filepath.Join(t.TempDir(), "one.txt")
	if err := os.WriteFile(file, []byte("A bomb exploded in Quetta, Pakistan, on 12 March 2031, killing nine people, police said."), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	if code := a.run(ctx, []string{"ingest", file}); code != exitDone {
		t.Fatalf("ended with %d: %s", code, talk)
	}
	stop()
	a.store, a.exit = nil, 0
	if code := a.run(ctx, []string{"ingest", file}); code != exitStopped {
		t.Errorf("a stopped job ends with %d: %s", code, talk)
	}
}

// TestUndoneTwice5: somebody else was first.
func TestUndoneTwice5(t *testing.T) {
	a, talk := inTest(t)
	ctx := context.Background()
	s, err := sqlite.Create(ctx, a.storeDir(), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d := dateline.Decision{ID: dateline.NewID(dateline.PrefixDecision, "d"), By: "tester", Person: true, Action: dateline.ActMerge, Rule: "person", Version: "1", At: "2031-05-04T00:00:00Z"}
	var public dateline.PublicID
	err = s.Update(ctx, func(tx store.Tx) error {
		if err := tx.Decide(ctx, d); err != nil {
			return err
		}
		if err := tx.Mint(ctx, d.ID); err != nil {
			return err
		}
		names, err := tx.Public(ctx, d.ID)
		public = names[d.ID]
		return err
	})
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	for i, want := range []int{exitDone, exitConflict} {
		a.store = nil
		if code := a.run(ctx, []string{"undo", string(public)}); code != want {
			t.Errorf("undo no. %d ends with %d, want %d: %s", i+1, code, want, talk)
		}
	}
}

// TestComparedAsStored: what two accounts have in common by scoring now is what
// was stored when they were matched, in whichever order the two are given.
func TestComparedAsStored(t *testing.T) {
	a, talk := inTest(t)
	ctx := context.Background()
	dir := t.TempDir()
	var files []string
	for name, text := range map[string]string{
		"a.txt": "A bomb exploded at a bus station in Quetta, Pakistan, on 12 March 2031, killing nine people, police said.",
		"b.txt": "A bomb blast at a bus station in Quetta, Pakistan, killed 11 people on 12 March 2031, doctors at a hospital said.",
		"c.txt": "A bomb exploded in a market in Quetta, Pakistan, on 13 March 2031 and killed four people, police said.",
		"d.txt": "Gunmen attacked a police post in Quetta, Pakistan, on 12 March 2031 and killed two officers, the government said.",
	} {
		files = append(files, filepath.Join(dir, name))
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if code := a.run(ctx, append([]string{"ingest"}, files...)); code != exitDone {
		t.Fatalf("ended with %d: %s", code, talk)
	}
	a.store = nil
	compared := 0
	err := a.view(ctx, func(tx store.Tx) error {
		registry, err := a.registry()
		if err != nil {
			return err
		}
		m, err := pipeline.NewMatcher(pipeline.Registries{Actors: registry}, pipeline.Options{})
		if err != nil {
			return err
		}
		var ids []dateline.ID
		for row, err := range tx.ListIncidents(ctx, store.Filter{}) {
			if err != nil {
				return err
			}
			ids = append(ids, row.Incident.ID)
		}
		for _, x := range ids {
			for _, y := range ids {
				pairs, err := m.Compare(ctx, tx, x, y)
				if err != nil {
					return err
				}
				back, err := m.Compare(ctx, tx, y, x)
				if err != nil {
					return err
				}
				for i, p := range pairs {
					if back[i].Decision().ID != p.Decision().ID || back[i].Score != p.Score {
						t.Errorf("pair %d of %s and %s differs the other way round", i, x, y)
					}
					d, stored, err := storedOn(ctx, tx, p)
					if err != nil {
						return err
					}
					if stored && p.A.ID != p.B.ID {
						compared++
						if show(d) != show(p.Decision()) {
							t.Errorf("stored %s %g, scored now %s %g\n%s\n%s", d.Action, d.Score(), p.Decision().Action, p.Score, show(d), show(p.Decision()))
						}
					}
				}
			}
		}
		return nil
	})
	if err := errors.Join(err, a.store.Close()); err != nil {
		t.Fatal(err)
	}
	if compared == 0 {
		t.Error("no stored pair was compared")
	}
}

// show is a comparison without the point for being the only one that fits,
// which depends on what else was there when it was matched.
func show(d dateline.Decision) string {
	var out []string
	for _, p := range d.Parts {
		if p.What == "no other incident compatible" {
			continue
		}
		out = append(out, fmt.Sprintf("%s %v %g", p.What, p.Values, *p.Points))
	}
	return d.Rule + " " + strings.Join(out, " | ")
}
