package sqlite_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/store/sqlite"
	"github.com/opendateline/dateline/store/storetest"
)

const crashEnv = "DATELINE_TEST_CRASH_STORE"

// TestMain runs as the process that will be killed if the variable names a store.
func TestMain(m *testing.M) {
	if dir := os.Getenv(crashEnv); dir != "" {
		if err := writeForever(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

// writeForever adds reports and incidents and says after each that it is kept.
func writeForever(dir string) error {
	ctx := context.Background()
	s, err := sqlite.Open(ctx, dir, sqlite.Options{})
	if err != nil {
		return err
	}
	from := 0
	if err := s.View(ctx, func(tx store.Tx) (err error) { from, err = tx.CountReports(ctx, store.ReportFilter{}); return err }); err != nil {
		return err
	}
	for n := from; ; n++ {
		x := storetest.NewSample(n, n)
		if err := storetest.Keep(ctx, s, x); err != nil {
			return err
		}
		fmt.Println(n + 1)
		if err := storetest.Link(ctx, s, storetest.Incident(x), storetest.Revision(1, n%60)); err != nil {
			return err
		}
	}
}

// TestKilledWhileWriting kills a writing process at random moments. The store
// must open, verify, and hold every report that was said to be kept.
func TestKilledWhileWriting(t *testing.T) {
	dir := t.TempDir()
	s, err := sqlite.Create(t.Context(), dir, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for round := range 20 {
		said := killed(t, dir, time.Duration(r.IntN(40))*time.Millisecond)
		v := verify(t, dir)
		if !v.OK() || v.Checked["raw"] < said {
			t.Fatalf("round %d: %d reports of %d; %+v", round, v.Checked["raw"], said, v.Problems)
		}
	}
}

// killed runs the writer, kills it some time after its first report, and gives
// the number of reports that it last said to have kept.
func killed(t *testing.T, dir string, after time.Duration) (said int) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "-test.run=^$")
	cmd.Env = append(os.Environ(), crashEnv+"="+dir)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for first := true; lines.Scan(); first = false {
		if said, err = strconv.Atoi(lines.Text()); err != nil {
			t.Fatal(err)
		}
		if first {
			time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
		}
	}
	_ = cmd.Wait() // killed: an error is what we want
	if said == 0 {
		t.Fatal("the writer kept nothing")
	}
	return said
}
