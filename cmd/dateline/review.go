package main

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/pipeline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/wording"
)

// reviewCmd is the queue of what a person is asked, and the answers. There is no
// way to accept several records at once (ETH-14).
type reviewCmd struct {
	List      reviewListCmd      `cmd:"" default:"withargs" help:"What waits for a person: questions first, the nearest to an answer at the top, then records to accept."`
	Accept    reviewAcceptCmd    `cmd:"" help:"Accept an incident as it stands; its contradictions are shown first."`
	Same      reviewSameCmd      `cmd:"" help:"Two incidents are one, or the account of a report belongs to its incident."`
	Different reviewDifferentCmd `cmd:"" help:"Two incidents are two, or the account of a report is of another incident."`
	Skip      reviewSkipCmd      `cmd:"" help:"Not enough information: ask no more."`
}

// asked is one row of the queue.
type asked struct {
	Type           string            `json:"type"` // same_incident, split, accept
	ID             dateline.PublicID `json:"id"`
	Other          dateline.PublicID `json:"other,omitempty"`
	Points         *float64          `json:"points,omitempty"`
	Contradictions int               `json:"contradictions"`
	Title          string            `json:"title"`
	OtherTitle     string            `json:"other_title,omitempty"`
	Status         string            `json:"status"`
	Doubtful       string            `json:"least_sure,omitempty"` // a fact and its confidence
	Answer         string            `json:"answer"`
}

type reviewListCmd struct {
	Type []string `help:"same_incident, split, accept."`
}

func (c reviewListCmd) Run(ctx context.Context, a *app) error {
	for _, t := range c.Type {
		if known := []string{pipeline.QuestionSame, pipeline.QuestionSplit, "accept"}; !has(known, t) {
			return dateline.Errorf(dateline.Invalid, "unknown type %q%s", t, suggestion(t, known, "--type ", "Types: "+list(known)))
		}
	}
	return a.view(ctx, func(tx store.Tx) error {
		rows, err := a.queue(ctx, tx)
		if err != nil {
			return err
		}
		var chosen []asked
		counts := map[string]int{}
		for _, r := range rows {
			counts[r.Type]++
			if len(c.Type) == 0 || has(c.Type, r.Type) {
				chosen = append(chosen, r)
			}
		}
		a.talk("%s whether two incidents are one, %s whether one is two, %s to accept.", plural(counts[pipeline.QuestionSame], "question"), plural(counts[pipeline.QuestionSplit], "question"), plural(counts["accept"], "record"))
		if len(chosen) == 0 && a.global.ExitStatus {
			a.exit = exitNo
		}
		return listing(a, askedColumns, chosen)
	})
}

var askedColumns = []column[asked]{
	{name: "type", show: func(r asked) string { return wording.Code(r.Type) }, data: func(r asked) any { return r.Type }},
	{name: "id", kind: "id", firm: true, show: func(r asked) string { return string(r.ID) }},
	{name: "other", kind: "id", firm: true, show: func(r asked) string { return string(r.Other) }},
	{name: "points", kind: "number", show: func(r asked) string {
		if r.Points == nil {
			return ""
		}
		return strconv.FormatFloat(*r.Points, 'g', -1, 64)
	}, data: func(r asked) any { return r.Points }},
	{name: "contradictions", kind: "number", show: func(r asked) string { return itoa(r.Contradictions) }, data: func(r asked) any { return r.Contradictions }},
	{name: "status", show: func(r asked) string { return r.Status }},
	{name: "least_sure", show: func(r asked) string { return r.Doubtful }},
	{name: "title", show: func(r asked) string { return r.Title }},
	{name: "other_title", show: func(r asked) string { return r.OtherTitle }},
	{name: "answer", wide: true, show: func(r asked) string { return r.Answer }},
}

// queue is everything that waits for a person, as it may be read.
func (a *app) queue(ctx context.Context, tx store.Tx) ([]asked, error) {
	questions, err := pipeline.Questions(ctx, tx)
	if err != nil {
		return nil, err
	}
	var out []asked
	for _, q := range questions {
		row, err := a.question(ctx, tx, q)
		if err != nil {
			return nil, err
		}
		out = append(out, row)
	}
	rows, err := a.selected(ctx, tx, filters{Sort: string(store.SortMostKilled)})
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		if row.Unreviewed() || row.ChangedSinceReview() {
			shown := waiting(row.Incident)
			shown.Type, shown.Answer = "accept", "dateline review accept "+string(shown.ID)
			if shown.Doubtful, err = doubtful(ctx, tx, row.Incident); err != nil {
				return nil, err
			}
			out = append(out, shown)
		}
	}
	return out, nil
}

// waiting is an incident in the queue.
func waiting(i *dateline.Incident) asked {
	return asked{ID: i.Public, Title: i.Title, Contradictions: len(i.Disputes()), Status: wording.Status(i)}
}

// openOnes are the contradictions that nobody has settled.
func openOnes(i *dateline.Incident) []dateline.Contradiction {
	var out []dateline.Contradiction
	for _, c := range i.Contradictions {
		if c.Status == "open" {
			out = append(out, c)
		}
	}
	return out
}

func (a *app) question(ctx context.Context, tx store.Tx, q pipeline.Question) (asked, error) {
	p, err := a.page(ctx, tx, q.Incident)
	if err != nil {
		return asked{}, err
	}
	names, err := tx.Public(ctx, q.Other)
	if err != nil {
		return asked{}, err
	}
	row, score := waiting(&p.Incident), q.Decision.Score()
	row.Type, row.Other, row.Points = q.Kind, names[q.Other], &score
	row.Answer = "dateline review same|different|skip " + string(row.ID) + " " + string(row.Other)
	if q.Kind == pipeline.QuestionSplit {
		if r := p.Reports[q.Other]; r != nil {
			row.OtherTitle = titleOf(r)
		}
		return row, nil
	}
	other, err := a.page(ctx, tx, q.Other)
	if err == nil {
		row.OtherTitle = other.Incident.Title
	}
	return row, err
}

type reviewAcceptCmd struct {
	person
	ID       string `arg:"" help:"An incident."`
	Revision int    `help:"The revision that you read; if it is no longer the newest nothing is accepted."`
}

func (c reviewAcceptCmd) Run(ctx context.Context, a *app) error {
	var read *page
	err := a.view(ctx, func(tx store.Tx) error {
		id, _, err := a.incident(ctx, tx, c.ID)
		if err == nil {
			read, err = a.page(ctx, tx, id)
		}
		return err
	})
	if err != nil {
		return err
	}
	i := &read.Incident
	a.talk("%s · %s · revision %d · %s", i.Public, wording.Status(i), i.Revision, i.Title)
	for _, d := range openOnes(i) {
		a.talk("▲ %s", d.Wording)
	}
	if a.global.DryRun {
		a.talk("Would be accepted as it stands. Nothing was written.")
		return nil
	}
	p, err := a.pipeline(a.store)
	if err != nil {
		return err
	}
	if err := p.AcceptIncident(ctx, i.ID, cmp.Or(c.Revision, i.Revision), c.name(a), c.Note); err != nil {
		return err
	}
	a.talk("Accepted by %s. To take it back: dateline undo", c.name(a))
	return nil
}

// pairArgs are what a question is about.
type pairArgs struct {
	person
	ID    string `arg:"" help:"An incident."`
	Other string `arg:"" help:"Another incident, or a report of it."`
}

// subject finds the two; inside says that the other is a report of the incident.
func (c pairArgs) subject(ctx context.Context, a *app) (id, other dateline.ID, inside bool, err error) {
	err = a.view(ctx, func(tx store.Tx) error {
		if id, _, err = a.incident(ctx, tx, c.ID); err != nil {
			return err
		}
		if other, _, err = a.find(ctx, tx, c.Other); err != nil {
			return err
		}
		if inside = other.Prefix() == dateline.PrefixReport; !inside {
			other, _, err = a.incident(ctx, tx, c.Other)
			return err
		}
		i, err := tx.Incident(ctx, id)
		if err == nil && !slices.Contains(i.Reports, other) {
			err = dateline.Errorf(dateline.Invalid, "%s is no report of %s", c.Other, c.ID)
		}
		return err
	})
	if err == nil && id == other {
		err = dateline.Errorf(dateline.Invalid, "%s and %s are one incident already", c.ID, c.Other)
	}
	return id, other, inside, err
}

// answer finds the subject and records what a person said of it.
func (c pairArgs) answer(ctx context.Context, a *app, said string, record func(p *pipeline.Pipeline, id, other dateline.ID, inside bool) (*dateline.Job, error)) error {
	id, other, inside, err := c.subject(ctx, a)
	if err != nil {
		return err
	}
	if a.global.DryRun {
		a.talk("Would record of %s and %s: %s. Nothing was written.", c.ID, c.Other, said)
		return nil
	}
	p, err := a.pipeline(a.store)
	if err != nil {
		return err
	}
	if _, err := record(p, id, other, inside); err != nil {
		return err
	}
	a.talk("Recorded of %s and %s: %s. To take it back: dateline undo", c.ID, c.Other, said)
	return nil
}

type reviewSameCmd struct{ pairArgs }

func (c reviewSameCmd) Run(ctx context.Context, a *app) error {
	return c.answer(ctx, a, "one incident", func(p *pipeline.Pipeline, id, other dateline.ID, inside bool) (*dateline.Job, error) {
		if inside {
			return p.KeepTogether(ctx, id, c.name(a), c.Note)
		}
		return p.MergeIncidents(ctx, id, other, c.name(a), c.Note)
	})
}

type reviewDifferentCmd struct{ pairArgs }

func (c reviewDifferentCmd) Run(ctx context.Context, a *app) error {
	return c.answer(ctx, a, "two incidents", func(p *pipeline.Pipeline, id, other dateline.ID, inside bool) (*dateline.Job, error) {
		if inside {
			return p.SplitIncident(ctx, id, []dateline.ID{other}, c.name(a), c.Note)
		}
		return p.SeparateIncidents(ctx, id, other, c.name(a), c.Note)
	})
}

type reviewSkipCmd struct{ pairArgs }

func (c reviewSkipCmd) Run(ctx context.Context, a *app) error {
	return c.answer(ctx, a, "not enough information", func(p *pipeline.Pipeline, id, other dateline.ID, inside bool) (*dateline.Job, error) {
		ids := []dateline.ID{id}
		if !inside {
			ids = append(ids, other)
		}
		return p.LeaveOpen(ctx, ids, c.name(a), c.Note)
	})
}
