//go:build unix

package pipeline_test

import (
	"context"
	_ "embed"
	"fmt"
	"iter"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract"
	"github.com/opendateline/dateline/pipeline"
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

// BenchmarkRead takes one report from bytes to claims.
func BenchmarkRead(b *testing.B) {
	stages, n := benchStages(b), 0
	measure(b, 1, func() {
		if _, err := stages.Read(b.Context(), benchReport(n)); err != nil {
			b.Fatal(err)
		}
		n++
	})
}

// BenchmarkStage takes the same report through each stage of Read alone.
func BenchmarkStage(b *testing.B) {
	stages, raw, ctx := benchStages(b), benchReport(0), context.Background()
	report, err := stages.Clean.Clean(raw)
	if err != nil {
		b.Fatal(err)
	}
	doc := stages.Parse.Parse(report)
	notes := stages.Annotate.Annotate(doc)
	for _, stage := range []struct {
		name string
		run  func() error
	}{
		{"clean", func() error { _, err := stages.Clean.Clean(raw); return err }},
		{"parse", func() error { stages.Parse.Parse(report); return nil }},
		{"annotate", func() error { stages.Annotate.Annotate(doc); return nil }},
		{"extract", func() error { return extracted(ctx, stages, doc, notes) }},
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

func extracted(ctx context.Context, s *pipeline.Stages, doc *dateline.Document, notes extract.Annotations) error {
	_, err := s.Extract.Read(ctx, doc, notes)
	return err
}

// BenchmarkPipeline runs jobs of 100 relevant reports from bytes to stored
// incidents, into one store that grows.
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
