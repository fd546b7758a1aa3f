//go:build unix

package pipeline_test

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"iter"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract"
	"github.com/opendateline/dateline/extract/syntax"
	"github.com/opendateline/dateline/link/family"
	"github.com/opendateline/dateline/pipeline"
	"github.com/opendateline/dateline/resolve/actor"
	"github.com/opendateline/dateline/resolve/date"
	"github.com/opendateline/dateline/resolve/place"
	"github.com/opendateline/dateline/store/sqlite"
)

// template is an invented report of about 600 words with names and numbers to
// fill in, so that a benchmark can read many reports that are no copies.
//
//go:embed testdata/report.txt
var template string

var (
	benchCities = []string{"Kandahar", "Jalalabad", "Ghazni", "Kunduz", "Herat", "Lashkar Gah", "Khost", "Gardez", "Zaranj", "Farah"}
	benchTowns  = []string{"Peshawar", "Quetta", "Sukkur", "Multan", "Bannu", "Kohat", "Sibi"}
	benchPlaces = []string{"a hotel", "a bank", "a bus station", "a police station", "a mosque"}
)

// benchReport is the nth report: every one has its own mixture of city, day
// and numbers.
func benchReport(n int) dateline.Raw {
	day := time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n%300)
	city := benchCities[n%len(benchCities)]
	text := strings.NewReplacer(
		"{city}", city, "{CITY}", strings.ToUpper(city), "{town}", benchTowns[n/3%len(benchTowns)],
		"{place}", benchPlaces[n/2%len(benchPlaces)], "{day}", day.Weekday().String(), "{date}", day.Format("2 January 2006"),
		"{past}", day.AddDate(0, -7, 3).Format("January 2006"), "{killed}", strconv.Itoa(8+n%37), "{wounded}", strconv.Itoa(20+n%51),
		"{bodies}", strconv.Itoa(7+n%37), "{soldiers}", []string{"three", "four", "five", "six"}[n%4],
	).Replace(template)
	return dateline.Raw{Bytes: []byte(text), Name: fmt.Sprintf("bench-%d", n), Published: day.Format("2006-01-02")}
}

func benchRaws(from, n int) iter.Seq2[dateline.Raw, error] {
	return func(yield func(dateline.Raw, error) bool) {
		for k := range n {
			if !yield(benchReport(from+k), nil) {
				return
			}
		}
	}
}

// measure runs do over n reports a turn and reports how many are read in a
// second of the clock and in a second of processor time; the second does not
// change when others use the machine.
func measure(b *testing.B, n int, do func()) {
	b.ReportAllocs()
	before, turns := processorTime(b), 0
	for b.Loop() {
		do()
		turns++
	}
	reports := float64(turns * n)
	b.ReportMetric(reports/b.Elapsed().Seconds(), "reports/s")
	b.ReportMetric(reports/(processorTime(b)-before).Seconds(), "reports/cpu-s")
}

func processorTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func benchStages(b *testing.B) *pipeline.Stages {
	stages, _, err := pipeline.NewStages("")
	if err != nil {
		b.Fatal(err)
	}
	return stages
}

// BenchmarkRead takes one report of about 600 words from bytes to claims, on
// one core. Budget: 170 reports a second of processor time (6 ms a report).
func BenchmarkRead(b *testing.B) {
	stages, n := benchStages(b), 0
	measure(b, 1, func() {
		if _, err := stages.Read(b.Context(), benchReport(n)); err != nil {
			b.Fatal(err)
		}
		n++
	})
}

// BenchmarkStage takes the same report through each stage alone, on one core.
// Budgets in reports a second of processor time: clean 5,000, segment 2,500,
// parse 400, times 4,000, places 2,000, actors 4,000, extract 1,000,
// keys 5,000, reconcile 2,000. All reading together has 6 ms.
func BenchmarkStage(b *testing.B) {
	m := newBenchMachine(b)
	for _, stage := range []struct {
		name string
		run  func() error
	}{
		{"clean", func() error { _, err := m.stages.Clean.Clean(m.raw); return err }},
		{"segment", func() error { m.parser.Segment(m.report); return nil }},
		{"parse", func() error { m.parser.Parse(m.report); return nil }},
		{"times", func() error { m.dates.Resolve(m.doc, m.times.Find(m.doc)); return nil }},
		{"places", func() error { m.places.Resolve(m.doc, m.places.Find(m.doc)); return nil }},
		{"actors", func() error { m.actors.Resolve(m.doc, m.actors.Find(m.doc), nil); return nil }},
		{"extract", func() error { return extracted(b.Context(), m.stages, m.doc, m.notes) }},
		{"keys", m.keys},
		{"reconcile", func() error { m.matcher.Each(m.account); return nil }},
	} {
		b.Run(stage.name, func(b *testing.B) {
			measure(b, 1, func() {
				if err := stage.run(); err != nil {
					b.Fatal(err)
				}
			})
		})
	}
}

// benchMachine holds the stages and what each has made of one report.
type benchMachine struct {
	stages  *pipeline.Stages
	parser  *syntax.Parser
	times   *date.Finder
	dates   *date.Resolver
	places  *place.Gazetteer
	actors  *actor.Registry
	matcher *pipeline.Matcher
	raw     dateline.Raw
	report  *dateline.Report
	doc     *dateline.Document
	notes   extract.Annotations
	account *pipeline.Account
}

func newBenchMachine(b *testing.B) *benchMachine {
	m := &benchMachine{raw: benchReport(0)}
	var registries pipeline.Registries
	var errs [6]error
	m.stages, registries, errs[0] = pipeline.NewStages("")
	m.places, m.actors = registries.Places, registries.Actors
	m.matcher, errs[1] = pipeline.NewMatcher(registries, pipeline.Options{})
	m.times, errs[2] = date.New()
	m.dates = date.NewResolver(m.times, date.Options{})
	m.parser, errs[3] = syntax.New()
	m.account, errs[4] = m.stages.Read(b.Context(), m.raw)
	m.report, errs[5] = m.stages.Clean.Clean(m.raw)
	if err := errors.Join(errs[:]...); err != nil {
		b.Fatal(err)
	}
	m.doc = m.parser.Parse(m.report)
	m.notes = m.stages.Annotate.Annotate(m.doc)
	return m
}

// keys makes all by which a report is found again.
func (m *benchMachine) keys() error {
	for i := range m.account.Reading.Mentions {
		m.matcher.Linker.KeysOf(&m.account.Reading.Mentions[i])
	}
	family.Sign(m.report).Keys()
	return nil
}

func extracted(ctx context.Context, s *pipeline.Stages, doc *dateline.Document, notes extract.Annotations) error {
	_, err := s.Extract.Read(ctx, doc, notes)
	return err
}

// BenchmarkPipeline runs jobs of 100 relevant reports of about 600 words from
// bytes to stored incidents, into one store that grows. Budget: 200 reports a
// second on two cores. The reports are variations on one text, and so more alike
// than news: everything may be the same as much else.
func BenchmarkPipeline(b *testing.B) {
	const job = 100
	s, err := sqlite.Create(b.Context(), b.TempDir(), sqlite.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer func() {
		if err := s.Close(); err != nil {
			b.Error(err)
		}
	}()
	p, err := pipeline.New(s, pipeline.Options{Now: time.Now})
	if err != nil {
		b.Fatal(err)
	}
	n := 0
	measure(b, job, func() {
		done, err := p.Run(b.Context(), benchRaws(n, job))
		if err != nil || done.Counts["new"] != job {
			b.Fatalf("job %v: %v", done.Counts, err)
		}
		n += job
	})
}
