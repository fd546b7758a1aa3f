package pipeline

import (
	"context"
	"encoding/json"
	"iter"
	"strconv"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/clean"
	"github.com/opendateline/dateline/link"
	"github.com/opendateline/dateline/link/family"
	"github.com/opendateline/dateline/store"
	"golang.org/x/sync/errgroup"
)

func itoa(n int) string { return strconv.Itoa(n) }

// input is one raw report or the error that came instead.
type input struct {
	raw dateline.Raw
	err error
}

// readAll reads the inputs with a pool of workers. Workers read; one goroutine
// writes, so that the store sees one report after the other, in the order of
// the inputs whoever read them: of a key that many share the store notices the
// newest ([store.MostSharing]), and which these are must not be chance.
func (p *Pipeline) readAll(ctx context.Context, job *dateline.Job, inputs iter.Seq2[dateline.Raw, error]) error {
	group, ctx := errgroup.WithContext(ctx)
	todo, order := make(chan turn), make(chan turn, batch)
	group.Go(func() error { return feed(ctx, inputs, todo, order) })
	for range p.workers() {
		group.Go(func() error { return p.work(ctx, todo) })
	}
	group.Go(func() error { return p.keep(ctx, job, order) })
	return group.Wait()
}

// turn is an input and the place where its result will be.
type turn struct {
	input
	done chan result
}

// feed gives every input to a worker, and to the writer in its turn.
func feed(ctx context.Context, inputs iter.Seq2[dateline.Raw, error], todo, order chan<- turn) error {
	defer close(todo)
	defer close(order)
	for raw, err := range inputs {
		t := turn{input{raw, err}, make(chan result, 1)}
		for _, to := range []chan<- turn{todo, order} {
			select {
			case to <- t:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
	}
	return nil
}

// result is what became of one input, before it is stored.
type result struct {
	outcome dateline.Outcome
	raw     []byte
	read    *Account
}

func (p *Pipeline) work(ctx context.Context, todo <-chan turn) error {
	for t := range todo {
		r, err := p.one(ctx, t.input)
		if err != nil {
			return err
		}
		t.done <- r
	}
	return nil
}

// one reads one input. The error is that of the context or the store; what is
// wrong with the input is in its outcome, and its bytes are kept.
func (p *Pipeline) one(ctx context.Context, in input) (result, error) {
	in.raw = clean.Whole(in.raw)
	r := result{outcome: dateline.Outcome{Input: in.raw.Name, Result: "new"}, raw: in.raw.Bytes}
	if in.err != nil {
		return rejected(r, in.err), nil
	}
	id := dateline.ReportID(dateline.Hash(in.raw.Bytes))
	r.outcome.Report = id
	known, err := p.known(ctx, id)
	if err != nil {
		return r, err
	}
	if known {
		r.outcome.Result = "duplicate"
		return r, nil
	}
	read, err := p.Read.Read(ctx, in.raw)
	switch {
	case ctx.Err() != nil:
		return r, ctx.Err()
	case err != nil:
		return rejected(r, err), nil
	}
	if r.read = read; read.Refused != nil {
		r.outcome.Result, r.outcome.Reason = "set_aside", "its words do not speak of violence"
	}
	return r, nil
}

func rejected(r result, err error) result {
	r.outcome.Result, r.outcome.Reason, r.outcome.Code, r.outcome.Report = "rejected", err.Error(), dateline.CodeOf(err), ""
	return r
}

func (p *Pipeline) known(ctx context.Context, id dateline.ID) (found bool, err error) {
	err = p.Store.View(ctx, func(tx store.Tx) error {
		_, _, err := tx.Reading(ctx, id)
		found = err == nil
		if dateline.CodeOf(err) == dateline.NotFound {
			return nil
		}
		return err
	})
	return found, err
}

// batch is how many reports one transaction keeps.
const batch = 256

// keep stores what the workers read, in transactions of a batch.
func (p *Pipeline) keep(ctx context.Context, job *dateline.Job, order <-chan turn) error {
	var progress Progress
	var waiting []result
	flush := func() error {
		err := p.store(ctx, job, waiting)
		waiting = waiting[:0]
		return err
	}
	for t := range order {
		var r result
		select {
		case r = <-t.done:
		case <-ctx.Done():
			return ctx.Err()
		}
		waiting = append(waiting, r)
		progress.add(r.outcome)
		job.Counts[r.outcome.Result]++
		if p.Notify != nil {
			p.Notify(progress)
		}
		if len(waiting) >= batch {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return flush()
}

func (p *Progress) add(o dateline.Outcome) {
	p.Done++
	p.Last = o
	switch o.Result {
	case "new":
		p.New++
	case "duplicate":
		p.Duplicates++
	case "set_aside":
		p.Aside++
	case "rejected":
		p.Rejected++
	}
}

// store keeps a batch: bytes first, then rows.
func (p *Pipeline) store(ctx context.Context, job *dateline.Job, rs []result) error {
	var blobs [][]byte
	for _, r := range rs {
		if len(r.raw) > 0 {
			blobs = append(blobs, r.raw)
		}
	}
	if _, err := p.Store.PutRaw(ctx, blobs...); err != nil {
		return err
	}
	return p.Store.Update(ctx, func(tx store.Tx) error {
		for _, r := range rs {
			if err := p.keepRead(ctx, tx, r.read); err != nil {
				return err
			}
			if err := tx.PutOutcomes(ctx, job.ID, r.outcome); err != nil {
				return err
			}
		}
		return nil
	})
}

// keepRead stores what came of one input, nothing if it is nil.
func (p *Pipeline) keepRead(ctx context.Context, tx store.Tx, a *Account) error {
	switch {
	case a == nil:
		return nil
	case a.Refused != nil:
		return p.setAside(ctx, tx, a)
	}
	return p.keepOne(ctx, tx, a)
}

// pending is the kind of document that marks a report as read and not matched.
const pending = "pending"

// keepOne stores one report, its reading and the keys by which it is found.
func (p *Pipeline) keepOne(ctx context.Context, tx store.Tx, a *Account) error {
	if err := tx.PutReport(ctx, a.Report); err != nil {
		return err
	}
	if err := tx.PutReading(ctx, a.Report.ID, p.Match.Version(), &a.Reading); err != nil {
		return err
	}
	text, linker := link.Read(a.Report), *p.Match.Linker
	linker.Text = func(dateline.ID) *link.Text { return text }
	for i := range a.Reading.Mentions {
		m := &a.Reading.Mentions[i]
		if err := tx.PutBlocks(ctx, m.ID, linker.KeysOf(m).Post); err != nil {
			return err
		}
	}
	if err := tx.PutBands(ctx, a.Report.ID, family.Sign(a.Report).Keys()); err != nil {
		return err
	}
	return markPending(ctx, tx, a.Report.ID)
}

func markPending(ctx context.Context, tx store.Tx, report dateline.ID) error {
	doc, err := json.Marshal(string(report))
	if err != nil {
		return err
	}
	return tx.Documents(pending).Put(ctx, store.Document{ID: report, JSON: doc})
}
