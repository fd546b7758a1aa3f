package sqlite_test

import (
	"fmt"
	"testing"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/store/sqlite"
	"github.com/opendateline/dateline/store/storetest"
)

// BenchmarkKeep stores a report with its reading and blocks in one Update.
func BenchmarkKeep(b *testing.B) {
	s := create(b)
	n := 0
	for b.Loop() {
		if err := storetest.Keep(b.Context(), s, storetest.NewSample(n, n)); err != nil {
			b.Fatal(err)
		}
		n++
	}
}

// BenchmarkKeepBatch stores 100 reports with readings in one Update.
func BenchmarkKeepBatch(b *testing.B) {
	s, ctx := create(b), b.Context()
	n := 0
	for b.Loop() {
		batch := make([]storetest.Sample, 100)
		raw := make([][]byte, 100)
		for k := range batch {
			batch[k] = storetest.NewSample(n, n)
			raw[k] = batch[k].Raw
			n++
		}
		if _, err := s.PutRaw(ctx, raw...); err != nil {
			b.Fatal(err)
		}
		err := s.Update(ctx, func(tx store.Tx) error {
			for _, x := range batch {
				if err := tx.PutReport(ctx, x.Report); err != nil {
					return err
				}
				if err := tx.PutReading(ctx, x.Report.ID, "v", x.Reading); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "reports/s")
}

// BenchmarkSmallRows appends outcomes of a job, 1,000 an Update.
func BenchmarkSmallRows(b *testing.B) {
	s, n := create(b), 0
	for b.Loop() {
		rows := make([]dateline.Outcome, 1000)
		for k := range rows {
			rows[k] = dateline.Outcome{Input: fmt.Sprint(n), Result: "new"}
			n++
		}
		if err := s.Update(b.Context(), func(tx store.Tx) error { return tx.PutOutcomes(b.Context(), "job_1", rows...) }); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "rows/s")
}

// withIncidents stores n incidents in one Update.
func withIncidents(b *testing.B, n int) (*sqlite.Store, []dateline.ID) {
	s, ctx := create(b), b.Context()
	samples := make([]storetest.Sample, n)
	ids := make([]dateline.ID, n)
	raw := make([][]byte, n)
	for k := range samples {
		samples[k] = storetest.NewSample(k, k%50)
		raw[k] = samples[k].Raw
	}
	if _, err := s.PutRaw(ctx, raw...); err != nil {
		b.Fatal(err)
	}
	err := s.Update(ctx, func(tx store.Tx) error {
		for k, x := range samples {
			i := storetest.Incident(x)
			ids[k] = i.ID
			if err := tx.PutReport(ctx, x.Report); err != nil {
				return err
			}
			if err := tx.PutReading(ctx, x.Report.ID, "v", x.Reading); err != nil {
				return err
			}
			if err := tx.PutIncident(ctx, i, storetest.Revision(1, k%60)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return s, ids
}

func BenchmarkIncidents(b *testing.B) {
	s, ids := withIncidents(b, 5000)
	ctx := b.Context()
	measure := func(name string, f func(tx store.Tx, n int) error) {
		b.Run(name, func(b *testing.B) {
			n := 0
			for b.Loop() {
				if err := s.View(ctx, func(tx store.Tx) error { return f(tx, n) }); err != nil {
					b.Fatal(err)
				}
				n++
			}
		})
	}
	list := func(f store.Filter) func(store.Tx, int) error {
		return func(tx store.Tx, _ int) error {
			for _, err := range tx.ListIncidents(ctx, f) {
				if err != nil {
					return err
				}
			}
			return nil
		}
	}
	measure("get", func(tx store.Tx, n int) error { _, err := tx.Incident(ctx, ids[n%len(ids)]); return err })
	measure("list50", list(store.Filter{Limit: 50}))
	measure("list50filtered", list(store.Filter{Limit: 50, From: "2024-03-05", Means: store.Terms[dateline.Means]{Any: []dateline.Means{dateline.Firearms}}}))
	measure("list50words", list(store.Filter{Limit: 50, Words: "harvashan doctors"}))
	measure("count", func(tx store.Tx, _ int) error {
		_, err := tx.CountIncidents(ctx, store.Filter{}, store.ByType)
		return err
	})
	measure("search20", func(tx store.Tx, _ int) error { _, err := tx.Search(ctx, "sirvaz doctors", 20); return err })
	measure("asof", list(store.Filter{Limit: 50, AsOf: "2024-03-12T08:30:00Z"}))
}
