package pipeline

import (
	"context"
	"errors"
	"iter"
	"runtime"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

// Pipeline reads reports into a store and matches them.
type Pipeline struct {
	Store   store.Store
	Read    *Stages
	Match   *Matcher
	Now     func() time.Time // stamps revisions and jobs; never dates an incident
	Workers int              // 0: one a processor
	Notify  func(Progress)   // told after every input, from one goroutine; may be nil
}

// Progress of a job.
type Progress struct {
	Done, New, Duplicates, Aside, Rejected int
	Last                                   dateline.Outcome
}

// Run is one job: read every input, then match what is new. Inputs come with
// their errors; a bad one is recorded with its reason and the others go on. It
// returns the finished job. On a cancelled context what was read stays, and the
// next job matches it.
func (p *Pipeline) Run(ctx context.Context, inputs iter.Seq2[dateline.Raw, error]) (*dateline.Job, error) {
	job, err := p.begin(ctx)
	if err != nil {
		return nil, err
	}
	if err := p.readAll(ctx, job, inputs); err != nil {
		return job, p.end(context.WithoutCancel(ctx), job, err)
	}
	if err := p.match(ctx, job, nil); err != nil {
		return job, p.end(context.WithoutCancel(ctx), job, err)
	}
	return job, nil
}

// rematch matches the reports that a decision of a person touches, and others that
// wait since a job was interrupted.
func (p *Pipeline) rematch(ctx context.Context, because dateline.Decision) (*dateline.Job, error) {
	job, err := p.begin(ctx)
	if err != nil {
		return nil, err
	}
	if err := p.match(ctx, job, &because); err != nil {
		return job, p.end(context.WithoutCancel(ctx), job, err)
	}
	return job, nil
}

func (p *Pipeline) stamp() string { return p.Now().UTC().Format(time.RFC3339) }

func (p *Pipeline) begin(ctx context.Context) (*dateline.Job, error) {
	job := &dateline.Job{Kind: "ingest", Status: "running", Started: p.stamp(), Counts: map[string]int{}}
	return job, p.Store.Update(ctx, func(tx store.Tx) error {
		n := 0 // jobs of the same moment
		for other, err := range tx.ListJobs(ctx, 0) {
			if err != nil {
				return err
			}
			if other.Started != job.Started {
				break
			}
			n++
		}
		job.ID = dateline.NewID(dateline.PrefixJob, job.Started, itoa(n))
		if err := tx.PutJob(ctx, job); err != nil {
			return err
		}
		if err := tx.Mint(ctx, job.ID); err != nil {
			return err
		}
		names, err := tx.Public(ctx, job.ID)
		job.Public = names[job.ID]
		return err
	})
}

// end writes down why a job stopped, and gives that.
func (p *Pipeline) end(ctx context.Context, job *dateline.Job, cause error) error {
	p.close(job, cause)
	return errors.Join(cause, p.Store.Update(ctx, func(tx store.Tx) error { return tx.PutJob(ctx, job) }))
}

// close says how a job ended.
func (p *Pipeline) close(job *dateline.Job, cause error) {
	job.Status, job.Ended = "done", p.stamp()
	switch {
	case cause != nil:
		job.Status = "stopped"
	case job.Counts["rejected"] > 0:
		job.Status = "partial"
	}
}

func (p *Pipeline) workers() int {
	if p.Workers > 0 {
		return p.Workers
	}
	return runtime.GOMAXPROCS(0)
}
