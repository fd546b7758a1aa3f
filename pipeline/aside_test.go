package pipeline_test

import (
	"context"
	_ "embed"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/gate"
	"github.com/opendateline/dateline/pipeline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/store/sqlite"
)

// other is an invented report of about 330 words on something else.
//
//go:embed testdata/other.txt
var other string

func otherReport(n int) dateline.Raw {
	text := strings.NewReplacer("{city}", benchCities[n%len(benchCities)], "{month}", time.Month(n%12+1).String(), "{cost}", strconv.Itoa(200_000+n),
		"{years}", strconv.Itoa(3+n%30), "{visitors}", strconv.Itoa(90+n%400)).Replace(other)
	return dateline.Raw{Bytes: []byte(text), Name: fmt.Sprintf("other-%d", n), Published: "2031-05-02"}
}

// mixed yields reports, one of violence in every five.
func mixed(from, n int) iter.Seq2[dateline.Raw, error] {
	return func(yield func(dateline.Raw, error) bool) {
		for k := from; k < from+n; k++ {
			raw := otherReport(k)
			if k%5 == 0 {
				raw = benchReport(k)
			}
			if !yield(raw, nil) {
				return
			}
		}
	}
}

// A report that the gate refuses is kept with the reason, stays so when it comes
// again, and is read when the gate is off.
func TestSetAside(t *testing.T) {
	ctx := context.Background()
	s, err := sqlite.Create(ctx, t.TempDir(), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}()
	run := func(gated bool) map[string]int {
		p, err := pipeline.New(s, pipeline.Options{Gate: gated, Now: func() time.Time { return time.Unix(0, 0) }})
		if err != nil {
			t.Fatal(err)
		}
		job, err := p.Run(ctx, mixed(0, 10))
		if err != nil {
			t.Fatal(err)
		}
		return job.Counts
	}
	unread := func() (n int) {
		err := s.View(ctx, func(tx store.Tx) (err error) {
			n, err = tx.CountReports(ctx, store.ReportFilter{Unread: true})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	for _, step := range []struct {
		name           string
		gated          bool
		aside, fresh   int
		duplicate, not int
	}{{"first", true, 8, 2, 0, 8}, {"again", true, 8, 0, 2, 8}, {"without a gate", false, 0, 8, 2, 0}, {"once more", true, 0, 0, 10, 0}} {
		c := run(step.gated)
		if c["set_aside"] != step.aside || c["new"] != step.fresh || c["duplicate"] != step.duplicate || unread() != step.not {
			t.Errorf("%s: %v, %d unread", step.name, c, unread())
		}
	}
	checkReasons(t, s)
	if v, err := s.Verify(ctx); err != nil || !v.OK() {
		t.Errorf("%v %v", v.Problems, err)
	}
}

// checkReasons: each report set aside has one decision, whose points are below
// zero.
func checkReasons(t *testing.T, s store.Store) {
	t.Helper()
	err := s.View(context.Background(), func(tx store.Tx) error {
		reasons := 0
		for d, err := range tx.ListDecisions(context.Background(), store.DecisionFilter{Actions: []dateline.Action{dateline.ActSetAside}}) {
			if err != nil {
				return err
			}
			reasons++
			if d.Score() >= 0 || len(d.Parts) < 2 || !slices.ContainsFunc(d.Parts, func(p dateline.Part) bool { return p.What == "word" }) {
				t.Errorf("set aside with %v", d.Parts)
			}
		}
		if reasons != 8 {
			t.Errorf("%d reasons, want 8", reasons)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// BenchmarkGate reads reports on something else from bytes to their refusal, and
// a stream of which one report in five is of violence. Budget: 4,000 refused
// reports a second on two cores.
func BenchmarkGate(b *testing.B) {
	const job = 500
	stages := benchStages(b)
	g, err := gate.Default()
	if err != nil {
		b.Fatal(err)
	}
	stages.Gate = g
	read := func(raws iter.Seq2[dateline.Raw, error]) {
		for raw, err := range raws {
			if err != nil {
				b.Fatal(err)
			}
			if _, err := stages.Read(b.Context(), raw); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.Run("other", func(b *testing.B) {
		n := 0
		measure(b, job, func() {
			for range job {
				n++
				if a, err := stages.Read(b.Context(), otherReport(n)); err != nil || a.Refused == nil {
					b.Fatal("read", err)
				}
			}
		})
	})
	b.Run("mixed", func(b *testing.B) {
		n := 0
		measure(b, job, func() { read(mixed(n, job)); n += job })
	})
}
