package main

import (
	"context"
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

// person is who decides: the name given, else the user's.
type person struct {
	By   string `help:"Who decides. Default: $USER."`
	Note string `help:"Why."`
}

func (p person) name(a *app) string {
	if p.By != "" {
		return p.By
	}
	if u := a.env("USER"); u != "" {
		return u
	}
	return "unnamed"
}

type mergeCmd struct {
	person
	A string `arg:"" help:"An incident."`
	B string `arg:"" help:"Another."`
}

func (c mergeCmd) Run(ctx context.Context, a *app) error {
	s, x, y, err := a.two(ctx, c.A, c.B)
	if err != nil {
		return err
	}
	if x == y {
		return dateline.Errorf(dateline.Invalid, "%s and %s are one incident already", c.A, c.B)
	}
	if a.global.DryRun {
		a.talk("Would make one incident of %s and %s. Nothing was written.", c.A, c.B)
		return nil
	}
	p, err := a.pipeline(s)
	if err != nil {
		return err
	}
	if _, err := p.MergeIncidents(ctx, x, y, c.name(a), c.Note); err != nil {
		return err
	}
	a.talk("%s and %s are one incident now. To take it back: dateline undo", c.A, c.B)
	return nil
}

// two opens the store and finds two incidents.
func (a *app) two(ctx context.Context, first, second string) (s store.Store, x, y dateline.ID, err error) {
	s, err = a.open(ctx)
	if err != nil {
		return nil, "", "", err
	}
	err = s.View(ctx, func(tx store.Tx) error {
		if x, _, err = a.incident(ctx, tx, first); err != nil {
			return err
		}
		y, _, err = a.incident(ctx, tx, second)
		return err
	})
	return s, x, y, err
}

type splitCmd struct {
	person
	ID      string   `arg:"" help:"An incident."`
	Reports []string `help:"The reports that tell of another incident." required:""`
}

func (c splitCmd) Run(ctx context.Context, a *app) error {
	s, err := a.open(ctx)
	if err != nil {
		return err
	}
	id, reports, err := c.find(ctx, a, s)
	if err != nil {
		return err
	}
	if a.global.DryRun {
		a.talk("Would take %s out of %s. Nothing was written.", plural(len(reports), "report"), c.ID)
		return nil
	}
	p, err := a.pipeline(s)
	if err != nil {
		return err
	}
	left, err := accountsIn(ctx, s, id, reports)
	if err != nil {
		return err
	}
	if _, err := p.SplitIncident(ctx, id, reports, c.name(a), c.Note); err != nil {
		return err
	}
	now, err := holders(ctx, s, left)
	if err != nil {
		return err
	}
	a.talk("%s was split: what these reports tell is %s now. To take it back: dateline undo", c.ID, strings.Join(now, " and "))
	return nil
}

// find finds the incident and the reports whose ids were typed.
func (c splitCmd) find(ctx context.Context, a *app, s store.Store) (incident dateline.ID, reports []dateline.ID, err error) {
	err = s.View(ctx, func(tx store.Tx) error {
		if incident, _, err = a.incident(ctx, tx, c.ID); err != nil {
			return err
		}
		reports, err = a.typedReports(ctx, tx, c.Reports)
		return err
	})
	return incident, reports, err
}

// typedReports finds the reports whose ids were typed.
func (a *app) typedReports(ctx context.Context, tx store.Tx, typed []string) ([]dateline.ID, error) {
	var out []dateline.ID
	for _, t := range typed {
		r, _, err := a.find(ctx, tx, t)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

// accountsIn are the accounts of an incident that the given reports hold.
func accountsIn(ctx context.Context, s store.Store, incident dateline.ID, reports []dateline.ID) (out []dateline.ID, err error) {
	err = s.View(ctx, func(tx store.Tx) error {
		for m, err := range tx.ListMentions(ctx, store.MentionFilter{Incident: incident}) {
			if err != nil {
				return err
			}
			if slices.Contains(reports, m.ReportID) {
				out = append(out, m.ID)
			}
		}
		return nil
	})
	return out, err
}

// holders names the incidents that accounts are part of, each once.
func holders(ctx context.Context, s store.Store, accounts []dateline.ID) (out []string, err error) {
	err = s.View(ctx, func(tx store.Tx) error {
		for _, m := range accounts {
			id, err := tx.IncidentOf(ctx, m)
			if err != nil || id == "" {
				return err
			}
			names, err := tx.Public(ctx, id)
			if err != nil {
				return err
			}
			if name := string(names[id]); !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
		return nil
	})
	return out, err
}

type undoCmd struct {
	person
	Decision string `arg:"" optional:"" help:"D-…; default: the last decision of a person."`
}

func (c undoCmd) Run(ctx context.Context, a *app) error {
	s, err := a.open(ctx)
	if err != nil {
		return err
	}
	var id dateline.ID
	err = s.View(ctx, func(tx store.Tx) error {
		if c.Decision != "" {
			id, _, err = a.find(ctx, tx, c.Decision)
			return err
		}
		id, err = lastOfPerson(ctx, tx)
		return err
	})
	if err != nil {
		return err
	}
	if a.global.DryRun {
		a.talk("Would take a decision back. Nothing was written.")
		return nil
	}
	p, err := a.pipeline(s)
	if err != nil {
		return err
	}
	if _, err := p.UndoDecision(ctx, id, c.name(a), c.Note); err != nil {
		return err
	}
	a.talk("The decision was taken back.")
	return nil
}

func lastOfPerson(ctx context.Context, tx store.Tx) (dateline.ID, error) {
	for d, err := range tx.ListDecisions(ctx, store.DecisionFilter{Persons: true, Standing: true, Newest: true}) {
		if err != nil || d.Action != dateline.ActUndo {
			return d.ID, err
		}
	}
	return "", dateline.Errorf(dateline.NotFound, "no decision of a person stands; there is nothing to undo")
}
