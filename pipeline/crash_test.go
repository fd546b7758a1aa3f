package pipeline_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/demo"
	"github.com/opendateline/dateline/pipeline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/store/sqlite"
)

const (
	crashStore = "DATELINE_TEST_CRASH_STORE" // names the store of the process that will be killed
	crashKills = "DATELINE_TEST_KILLS"       // how many kills; a few if it is not set
)

// TestMain runs as the process that will be killed if the variable names a store.
func TestMain(m *testing.M) {
	dir := os.Getenv(crashStore)
	if dir == "" {
		os.Exit(m.Run())
	}
	if err := ingestDemo(context.Background(), dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// ingestDemo reads the reports of the demonstration into a store, which is made
// if it is not there.
func ingestDemo(ctx context.Context, dir string) (err error) {
	s, err := sqlite.Open(ctx, dir, sqlite.Options{})
	if dateline.CodeOf(err) == dateline.NotFound {
		s, err = sqlite.Create(ctx, dir, sqlite.Options{})
	}
	if err != nil {
		return err
	}
	p, err := pipeline.New(s, pipeline.Options{Own: demo.Own(), Now: func() time.Time { return time.Date(2031, 6, 1, 0, 0, 0, 0, time.UTC) }})
	if err == nil {
		_, err = p.Run(ctx, demo.Reports())
	}
	if err != nil {
		return err
	}
	return s.Close()
}

// TestKilledWhileIngesting kills an ingest at random moments from its first
// millisecond on. What it leaves is no store or one that verifies, and another
// run brings it to the records that an undisturbed run makes.
func TestKilledWhileIngesting(t *testing.T) {
	if testing.Short() {
		t.Skip("kills processes for some seconds")
	}
	whole := filepath.Join(t.TempDir(), "whole")
	began := time.Now()
	if err := runDemo(t, whole).Wait(); err != nil {
		t.Fatal(err)
	}
	took, want := time.Since(began), contentsOf(t, whole)
	if len(want) < 15 {
		t.Fatalf("%d incidents", len(want))
	}
	r := rand.New(rand.NewPCG(7, 11))
	for round := range kills(t) {
		after := time.Duration(r.Float64() * float64(took))
		if round%4 == 0 {
			after = time.Duration(r.Float64() * float64(took) / 20)
		}
		killedAfter(t, after, want)
	}
}

func kills(t *testing.T) int {
	s := os.Getenv(crashKills)
	if s == "" {
		return 5
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func runDemo(t *testing.T, dir string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "-test.run=^$")
	cmd.Env = append(os.Environ(), crashStore+"="+dir)
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd
}

func killedAfter(t *testing.T, after time.Duration, want []string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "store")
	cmd := runDemo(t, dir)
	time.Sleep(after)
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // killed: an error is what we want
	if _, err := os.Stat(filepath.Join(dir, "dateline.db")); err == nil {
		contentsOf(t, dir)
	}
	if err := ingestDemo(t.Context(), dir); err != nil {
		t.Fatalf("going on after %v: %v", after, err)
	}
	if got := contentsOf(t, dir); !slices.Equal(got, want) {
		t.Errorf("killed after %v: the records differ: %d incidents, want %d", after, len(got), len(want))
	}
}

// contentsOf verifies a store and gives the sorted content hashes of its
// incidents that stand.
func contentsOf(t *testing.T, dir string) []string {
	t.Helper()
	s, err := sqlite.Open(t.Context(), dir, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	v, err := s.Verify(t.Context())
	if err != nil || !v.OK() {
		t.Fatalf("verify: %+v %v", v.Problems, err)
	}
	var out []string
	err = s.View(t.Context(), func(tx store.Tx) error {
		for row, err := range tx.ListIncidents(t.Context(), store.Filter{}) {
			if err != nil {
				return err
			}
			out = append(out, row.ContentHash)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	slices.Sort(out)
	return out
}
