package pipeline

import (
	"context"
	"fmt"
	"sort"
	"strconv"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/link"
	"github.com/opendateline/dateline/reconcile"
	"github.com/opendateline/dateline/store"
)

// partUnsure holds the two sides of a question that a person could not answer.
const partUnsure = "unsure"

// Kinds of questions (domain §1.11).
const (
	QuestionSame  = "same_incident" // two records that may be one
	QuestionSplit = "split"         // an account that may be of another incident than its record
)

// Question is put to a person where the program is not sure (§7.2: probable).
type Question struct {
	Kind     string
	Incident dateline.ID
	Other    dateline.ID       // the other incident, or for a split the report of the account in doubt
	Decision dateline.Decision // the program's, on the two accounts that fit best
}

// Questions are those that no person has answered, the best fit first.
func Questions(ctx context.Context, tx store.Tx) ([]Question, error) {
	answered, err := answers(ctx, tx)
	if err != nil {
		return nil, err
	}
	best := map[[2]dateline.ID]Question{}
	newest, err := judgements(ctx, tx)
	if err != nil {
		return nil, err
	}
	for _, d := range newest {
		if answered.hold(d.Targets[0], d.Targets[1]) {
			continue
		}
		q, err := question(ctx, tx, d)
		if err != nil {
			return nil, err
		}
		at := [2]dateline.ID{q.Incident, q.Other}
		if known, ok := best[at]; q.Kind != "" && (!ok || d.Score() > known.Decision.Score()) {
			best[at] = q
		}
	}
	out := make([]Question, 0, len(best))
	for _, q := range best {
		out = append(out, q)
	}
	sort.Slice(out, func(i, k int) bool {
		a, b := out[i], out[k]
		if x, y := a.Decision.Score(), b.Decision.Score(); x != y {
			return x > y
		}
		return a.Incident < b.Incident || a.Incident == b.Incident && a.Other < b.Other
	})
	return out, nil
}

// judgements are the program's newest decisions on pairs that it found at least
// probable.
func judgements(ctx context.Context, tx store.Tx) ([]dateline.Decision, error) {
	newest := map[[2]dateline.ID]dateline.Decision{}
	for d, err := range tx.ListDecisions(ctx, store.DecisionFilter{Actions: []dateline.Action{dateline.ActLink, dateline.ActSeparate}}) {
		if err != nil {
			return nil, err
		}
		if !d.Person && len(d.Targets) == 2 {
			newest[[2]dateline.ID{d.Targets[0], d.Targets[1]}] = d
		}
	}
	var out []dateline.Decision
	for _, d := range newest {
		if d.Action == dateline.ActLink {
			out = append(out, d)
		}
	}
	return out, nil
}

// question is what a decision on two accounts leaves open; one of no kind if it
// leaves nothing open.
func question(ctx context.Context, tx store.Tx, d dateline.Decision) (Question, error) {
	var in [2]dateline.ID
	for i, m := range d.Targets {
		var err error
		if in[i], err = tx.IncidentOf(ctx, m); err != nil || in[i] == "" {
			return Question{}, err
		}
	}
	if in[0] != in[1] {
		return Question{Kind: QuestionSame, Incident: min(in[0], in[1]), Other: max(in[0], in[1]), Decision: d}, nil
	}
	incident, err := tx.Incident(ctx, in[0])
	if err != nil || d.After != string(link.Probable) {
		return Question{}, err
	}
	for _, m := range d.Targets {
		if contains(incident.Probable, m) {
			mention, err := tx.Mention(ctx, m)
			if err != nil {
				return Question{}, err
			}
			return Question{Kind: QuestionSplit, Incident: in[0], Other: mention.ReportID, Decision: d}, nil
		}
	}
	return Question{}, nil
}

func contains(ids []dateline.ID, id dateline.ID) bool {
	for _, x := range ids {
		if x == id {
			return true
		}
	}
	return false
}

// answered are the accounts that people have spoken about, by decision.
type answered []map[dateline.ID]bool

// hold says whether one decision is about both accounts.
func (a answered) hold(x, y dateline.ID) bool {
	for _, about := range a {
		if about[x] && about[y] {
			return true
		}
	}
	return false
}

func answers(ctx context.Context, tx store.Tx) (answered, error) {
	var out answered
	for d, err := range tx.ListDecisions(ctx, store.DecisionFilter{Persons: true, Standing: true, Actions: append([]dateline.Action{dateline.ActNotEnough}, ruling...)}) {
		if err != nil {
			return nil, err
		}
		about := map[dateline.ID]bool{}
		for _, part := range d.Parts {
			for _, v := range part.Values {
				about[dateline.ID(v)] = true
			}
		}
		out = append(out, about)
	}
	return out, nil
}

// SeparateIncidents records that two records are of two incidents.
func (p *Pipeline) SeparateIncidents(ctx context.Context, a, b dateline.ID, by, note string) (*dateline.Job, error) {
	return p.rule(ctx, dateline.ActSeparate, []dateline.ID{a, b}, by, note, accounts(ctx, partApart, a, b))
}

// KeepTogether records that all accounts of a record are of one incident.
func (p *Pipeline) KeepTogether(ctx context.Context, id dateline.ID, by, note string) (*dateline.Job, error) {
	return p.rule(ctx, dateline.ActLink, []dateline.ID{id}, by, note, accounts(ctx, partTogether, id))
}

// LeaveOpen records that a person cannot tell whether two records, or the
// accounts of one, are of one incident. It changes nothing but the queue.
func (p *Pipeline) LeaveOpen(ctx context.Context, ids []dateline.ID, by, note string) (*dateline.Job, error) {
	return p.rule(ctx, dateline.ActNotEnough, ids, by, note, accounts(ctx, partUnsure, ids...))
}

// accounts are the mentions of records, a part each.
func accounts(ctx context.Context, what string, ids ...dateline.ID) func(store.Tx) ([]dateline.Part, error) {
	return func(tx store.Tx) ([]dateline.Part, error) {
		var out []dateline.Part
		for _, id := range ids {
			mentions, err := mentionsOf(ctx, tx, id)
			if err != nil {
				return nil, err
			}
			out = append(out, dateline.Part{What: what, Values: mentions})
		}
		return out, nil
	}
}

// AcceptIncident records that a person accepts a record as it stands (ETH-14).
// seen is the revision that they looked at: Conflict if it is no longer the
// newest, so that nobody accepts what they have not read; 0 is the newest.
func (p *Pipeline) AcceptIncident(ctx context.Context, id dateline.ID, seen int, by, note string) error {
	return p.Store.Update(ctx, func(tx store.Tx) error {
		i, err := tx.Incident(ctx, id)
		if err != nil {
			return err
		}
		switch {
		case seen != 0 && seen != i.Revision:
			return &dateline.Error{Code: dateline.Conflict, What: fmt.Sprintf("%s is at revision %d now, not %d", i.Public, i.Revision, seen), Kept: "Nothing was written",
				Next: "Read it again, then accept what it says now"}
		case !i.Unreviewed() && i.Status != dateline.Reviewed:
			return dateline.Errorf(dateline.Conflict, "%s is %s and cannot be accepted", i.Public, i.Status)
		case i.Accepted == i.Revision && i.Status == dateline.Reviewed:
			return dateline.Errorf(dateline.Conflict, "%s was accepted as it stands", i.Public)
		}
		n := i.Revision + 1
		d, err := p.decide(ctx, tx, dateline.Decision{Action: dateline.ActReview, Targets: []dateline.ID{id}, By: by, Note: note, After: strconv.Itoa(n)})
		if err != nil {
			return err
		}
		return restate(ctx, tx, i, dateline.Reviewed, n, d, "accepted")
	})
}

// restate writes a record again with another status: what a person's decision
// on the whole record brings about.
func restate(ctx context.Context, tx store.Tx, i *dateline.Incident, status dateline.IncidentStatus, accepted int, d dateline.Decision, reason string) error {
	before := wordsOf(i)
	i.Status, i.Accepted = status, accepted
	return tx.PutIncident(ctx, i, &dateline.Revision{Record: i.ID, N: i.Revision + 1, Cause: "decision", Reason: reason, Decision: d.ID,
		Changes: []dateline.Change{{Attribute: "status", Before: before, After: wordsOf(i)}}, At: d.At, By: d.By})
}

func wordsOf(i *dateline.Incident) string {
	if i.Unreviewed() {
		return "unreviewed"
	}
	return string(i.Status)
}

// unaccept takes an acceptance back: the one before it holds again, if there
// was one.
func unaccept(ctx context.Context, tx store.Tx, id dateline.ID, undo dateline.Decision) error {
	i, err := tx.Incident(ctx, id)
	if err != nil || i.Status != dateline.Reviewed {
		return err
	}
	accepted := 0
	filter := store.DecisionFilter{Target: id, Persons: true, Standing: true, Newest: true, Limit: 1, Actions: []dateline.Action{dateline.ActReview}}
	for d, err := range tx.ListDecisions(ctx, filter) {
		if err != nil {
			return err
		}
		if accepted, err = strconv.Atoi(d.After); err != nil {
			return dateline.Errorf(dateline.Damaged, "decision %s accepts no revision: %w", d.ID, err)
		}
	}
	status := dateline.Reviewed
	if accepted == 0 {
		status = reconcile.Proposed(len(i.Reports))
	}
	for _, r := range i.Reports { // what it was kept from taking in may come
		if err := markPending(ctx, tx, r); err != nil {
			return err
		}
	}
	return restate(ctx, tx, i, status, accepted, undo, "acceptance taken back")
}
