//go:build unix

package synth_test

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval/synth"
	"github.com/opendateline/dateline/pipeline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/store/sqlite"
)

var (
	sizes = flag.String("sizes", "1000,10000", "numbers of reports at which BenchmarkGrowth measures, ascending")
	seed  = flag.Uint64("seed", 1, "seed of the world of BenchmarkGrowth")
	kept  = flag.String("kept", "", "directory in which BenchmarkGrowth leaves its store")
	mixed = flag.Bool("mixed", false, "BenchmarkGrowth prints the reports of every incident that holds several happenings")
)

func registries(t testing.TB) pipeline.Registries {
	t.Helper()
	_, r, err := pipeline.NewStages("")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func world(t testing.TB, seed uint64, g synth.Gazetteer) *synth.World {
	t.Helper()
	w, err := synth.New(seed, g)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func texts(t *testing.T, w *synth.World, n int) (out []string, about map[int]int) {
	t.Helper()
	about = map[int]int{}
	for raw, err := range w.Reports(n, func(told synth.Truth) { about[told.Happening]++ }) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, raw.Published+" "+string(raw.Bytes))
	}
	return out, about
}

// TestWorld: a seed makes the same reports each time, another seed others; some
// are copies, some of nothing, days ascend.
func TestWorld(t *testing.T) {
	g := registries(t).Places
	a, about := texts(t, world(t, 1, g), 600)
	b, _ := texts(t, world(t, 1, g), 600)
	c, _ := texts(t, world(t, 2, g), 600)
	if !slices.Equal(a, b) || slices.Equal(a, c) {
		t.Error("not decided by the seed")
	}
	if !slices.IsSortedFunc(a, func(x, y string) int { return strings.Compare(x[:10], y[:10]) }) {
		t.Error("days do not ascend")
	}
	if n := len(slices.Compact(slices.Sorted(slices.Values(a)))); n != len(a) {
		t.Errorf("%d of %d reports are the same as others", len(a)-n, len(a))
	}
	if about[0] < 30 || about[0] > 250 || len(about) < 80 {
		t.Errorf("%d of 600 are of nothing, %d happenings", about[0], len(about)-1)
	}
	for _, text := range a {
		if strings.ContainsAny(text, "{}") {
			t.Errorf("a name was not filled in: %s", text)
		}
	}
}

func growth(t testing.TB, seed uint64, dir string) *synth.Growth {
	t.Helper()
	r := registries(t)
	s, m := storeAndMatcher(t, r, dir)
	return &synth.Growth{World: world(t, seed, r.Places), Store: s, Match: m, Clock: processorTime, Held: held, Job: 500}
}

// storeAndMatcher makes a store that is closed with the test, and what links its
// reports.
func storeAndMatcher(t testing.TB, r pipeline.Registries, dir string) (*sqlite.Store, *pipeline.Matcher) {
	t.Helper()
	s, err := sqlite.Create(t.Context(), dir, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	m, err := pipeline.NewMatcher(r, pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s, m
}

// held is what the system says that the process holds besides files, 0 where it
// does not say.
func held() uint64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "RssAnon:")
	number, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
	kilobytes, err := strconv.ParseUint(number, 10, 64)
	if err != nil {
		return 0
	}
	return kilobytes << 10
}

// size is what the files of a folder take.
func size(t testing.TB, dir string) (bytes int64) {
	t.Helper()
	err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			bytes += info.Size()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return bytes
}

func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // cannot happen: both arguments are right
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// TestGrowth: the store verifies, and most happenings have their record.
func TestGrowth(t *testing.T) {
	g := growth(t, 3, t.TempDir())
	for step, err := range g.Run(t.Context(), 1200) {
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%+v, F %.4f", step, step.F())
		if step.F() < 0.98 || step.Wrong > 8 || step.Incidents < 200 {
			t.Errorf("F %.3f, %d incidents, %d of several happenings", step.F(), step.Incidents, step.Wrong)
		}
	}
	if v, err := g.Store.Verify(t.Context()); err != nil || !v.OK() {
		t.Errorf("%+v %v", v.Problems, err)
	}
}

// BenchmarkGrowth measures what one more report costs at several sizes of a
// store, and how right the records are. It says each step when it is measured, so
// that a long run may be stopped; with -sizes 1000,2000 it is done in a minute.
// Budgets: at 1,000,000 reports at most twice the cost at 10,000; F ≥ .97 and at
// most 5 wrong incidents in 10,000.
func BenchmarkGrowth(b *testing.B) {
	var at []int
	for _, s := range strings.Split(*sizes, ",") {
		n, err := strconv.Atoi(s)
		if err != nil {
			b.Fatal(err)
		}
		at = append(at, n)
	}
	for b.Loop() {
		dir := *kept
		if dir == "" {
			dir = b.TempDir()
		}
		g := growth(b, *seed, dir)
		for step, err := range g.Run(b.Context(), at...) {
			if err != nil {
				b.Fatal(err)
			}
			report(b, step, size(b, dir))
		}
		if *mixed {
			printMixed(b, g)
		}
	}
}

// printMixed prints the reports of each incident that holds several happenings.
func printMixed(b *testing.B, g *synth.Growth) {
	list, err := g.Mixed(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	for _, incident := range list {
		fmt.Fprintln(os.Stderr, "one incident:")
		for _, told := range incident {
			fmt.Fprintf(os.Stderr, "\n%s of happening %d\n%s\n", told.Report, told.Happening, textOf(b, g.Store, told.Report))
		}
	}
}

// textOf is a report with the day on which it appeared.
func textOf(b *testing.B, s store.Store, id dateline.ID) (text string) {
	err := s.View(b.Context(), func(tx store.Tx) error {
		r, err := tx.Report(b.Context(), id)
		if err == nil {
			text = string(r.Published.Day()) + " " + r.Text
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return text
}

func report(b *testing.B, s synth.Step, disk int64) {
	n := fmt.Sprint("@", s.Stored)
	b.ReportMetric(float64(s.Filling.Microseconds())/1000, "ms/filled"+n)
	b.ReportMetric(float64(s.Linking.Microseconds())/1000, "ms/report"+n)
	b.ReportMetric(float64(s.Memory>>20), "MiB"+n)
	b.ReportMetric(s.F(), "F"+n)
	b.ReportMetric(float64(s.Wrong)*10000/float64(max(s.Incidents, 1)), "wrong/10k"+n)
	fmt.Fprintf(os.Stderr, "%d reports: %v a report in jobs, %v to link one more, %d MiB held, %d MiB on disk, %d incidents, %d of several happenings, %d happenings in several, B³ P %.4f R %.4f F %.4f\n",
		s.Stored, s.Filling, s.Linking, s.Memory>>20, disk>>20, s.Incidents, s.Wrong, s.Split, s.Precision, s.Recall, s.F())
}
