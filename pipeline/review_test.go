package pipeline_test

import (
	"context"
	"encoding/json"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/pipeline"
	"github.com/opendateline/dateline/store"
)

// desk is a store with a reviewer in front of it.
type desk struct {
	t     *testing.T
	store store.Store
	*pipeline.Pipeline
}

func newDesk(t *testing.T, order ...int) desk {
	t.Helper()
	s := open(t)
	minute := time.Date(2031, 6, 1, 0, 0, 0, 0, time.UTC)
	p, err := pipeline.New(s, pipeline.Options{Workers: 1, Now: func() time.Time { minute = minute.Add(time.Minute); return minute }})
	if err != nil {
		t.Fatal(err)
	}
	d := desk{t, s, p}
	d.read(order...)
	return d
}

func (d desk) read(order ...int) {
	d.t.Helper()
	if _, err := d.Run(context.Background(), raws(order)); err != nil {
		d.t.Fatal(err)
	}
}

func (d desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// tell reads one more text.
func (d desk) tell(text string) {
	d.t.Helper()
	_, err := d.Run(context.Background(), func(yield func(dateline.Raw, error) bool) {
		yield(dateline.Raw{Bytes: []byte(text), Name: text[:8], Published: "2031-05-20"}, nil)
	})
	d.must(err)
}

// records are the incidents of the store, in order of id.
func (d desk) records() []*dateline.Incident {
	d.t.Helper()
	var out []*dateline.Incident
	d.must(d.store.View(context.Background(), func(tx store.Tx) error {
		for row, err := range tx.ListIncidents(context.Background(), store.Filter{Sort: store.SortID}) {
			if err != nil {
				return err
			}
			out = append(out, row.Incident)
		}
		return nil
	}))
	return out
}

func (d desk) only() *dateline.Incident {
	d.t.Helper()
	all := d.records()
	if len(all) != 1 {
		d.t.Fatalf("%d incidents, want one", len(all))
	}
	return all[0]
}

// last is the last decision of a person.
func (d desk) last() dateline.Decision {
	d.t.Helper()
	var out dateline.Decision
	d.must(d.store.View(context.Background(), func(tx store.Tx) error {
		for x, err := range tx.ListDecisions(context.Background(), store.DecisionFilter{Persons: true, Newest: true, Limit: 1}) {
			if err != nil {
				return err
			}
			out = x
		}
		return nil
	}))
	return out
}

func (d desk) sound() {
	d.t.Helper()
	if v, err := d.store.Verify(context.Background()); err != nil || !v.OK() {
		d.t.Errorf("verify: %v %v", v.Problems, err)
	}
}

// TestAcceptETH14: only a person's decision makes a record reviewed; it holds
// when reports come in, and goes when it is taken back.
func TestAcceptETH14(t *testing.T) {
	d, ctx := newDesk(t, 0), context.Background()
	i := d.only()
	if i.Status != dateline.Candidate {
		t.Fatalf("a new record is %s", i.Status)
	}
	if err := d.AcceptIncident(ctx, i.ID, i.Revision+1, "R. Amani", ""); dateline.CodeOf(err) != dateline.Conflict {
		t.Errorf("a revision that nobody can have read: %v", err)
	}
	d.must(d.AcceptIncident(ctx, i.ID, i.Revision, "R. Amani", "read"))
	first := d.last()
	accepted := d.only()
	if accepted.Status != dateline.Reviewed || accepted.Accepted != accepted.Revision || accepted.ChangedSinceReview() {
		t.Fatalf("accepted: %s, revision %d, accepted %d", accepted.Status, accepted.Revision, accepted.Accepted)
	}
	if err := d.AcceptIncident(ctx, i.ID, 0, "R. Amani", ""); dateline.CodeOf(err) != dateline.Conflict {
		t.Errorf("accepted twice as it stands: %v", err)
	}

	d.read(1)
	grown := d.only()
	if grown.Status != dateline.Reviewed || !grown.ChangedSinceReview() || grown.Accepted != accepted.Accepted {
		t.Fatalf("after another report: %s, revision %d, accepted %d", grown.Status, grown.Revision, grown.Accepted)
	}
	d.must(d.AcceptIncident(ctx, i.ID, 0, "R. Amani", ""))
	if now := d.only(); now.ChangedSinceReview() {
		t.Error("accepted again, and still changed since review")
	}

	undo := func(id dateline.ID) {
		t.Helper()
		if _, err := d.UndoDecision(ctx, id, "R. Amani", ""); err != nil {
			t.Fatal(err)
		}
	}
	undo(d.last().ID)
	if now := d.only(); now.Status != dateline.Reviewed || now.Accepted != accepted.Accepted || !now.ChangedSinceReview() {
		t.Errorf("the acceptance before should hold again: %s, accepted %d", now.Status, now.Accepted)
	}
	undo(first.ID)
	if now := d.only(); now.Status != dateline.Linked || now.Accepted != 0 {
		t.Errorf("all taken back: %s, accepted %d", now.Status, now.Accepted)
	}
	d.sound()
}

// TestAnswers: what a person says of two records outranks the program, is asked
// no more, and can be taken back.
func TestAnswers(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct {
		name   string
		reads  []int
		answer func(d desk, all []*dateline.Incident) error
		want   int // incidents
	}{
		{"two are one", []int{0, 2}, func(d desk, all []*dateline.Incident) error {
			_, err := d.MergeIncidents(ctx, all[0].ID, all[1].ID, "R. Amani", "")
			return err
		}, 1},
		{"two are two", []int{0, 2}, func(d desk, all []*dateline.Incident) error {
			_, err := d.SeparateIncidents(ctx, all[0].ID, all[1].ID, "R. Amani", "")
			return err
		}, 2},
		{"one is two", []int{0, 1}, func(d desk, all []*dateline.Incident) error {
			_, err := d.SplitIncident(ctx, all[0].ID, all[0].Reports[:1], "R. Amani", "")
			return err
		}, 2},
		{"one is one", []int{0, 1}, func(d desk, all []*dateline.Incident) error {
			_, err := d.KeepTogether(ctx, all[0].ID, "R. Amani", "")
			return err
		}, 1},
		{"nobody can tell", []int{0, 1}, func(d desk, all []*dateline.Incident) error {
			_, err := d.LeaveOpen(ctx, []dateline.ID{all[0].ID}, "R. Amani", "")
			return err
		}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t, c.reads...)
			before := d.records()
			d.must(c.answer(d, before))
			if got := len(d.records()); got != c.want {
				t.Errorf("%d incidents, want %d", got, c.want)
			}
			if q := d.questions(); len(q) != 0 {
				t.Errorf("still asked: %+v", q)
			}
			if _, err := d.UndoDecision(ctx, d.last().ID, "R. Amani", ""); err != nil {
				t.Fatal(err)
			}
			if got := len(d.records()); got != len(before) {
				t.Errorf("taken back: %d incidents, want %d", got, len(before))
			}
			d.sound()
		})
	}
}

func (d desk) questions() []pipeline.Question {
	d.t.Helper()
	var out []pipeline.Question
	d.must(d.store.View(context.Background(), func(tx store.Tx) (err error) {
		out, err = pipeline.Questions(context.Background(), tx)
		return err
	}))
	return out
}

// TestQuestions: an account that is of its record by less than a link is asked
// about until a person answers, and again when the answer is taken back. So are
// two records that may be one.
func TestQuestions(t *testing.T) {
	d, ctx := newDesk(t), context.Background()
	d.tell(reports[0])
	d.tell("An attack in Quetta, Pakistan, in March 2031 killed several people, officials said.")
	asked := d.questions()
	if len(asked) != 1 || asked[0].Kind != pipeline.QuestionSplit || asked[0].Other.Prefix() != dateline.PrefixReport || len(asked[0].Decision.Parts) == 0 {
		t.Fatalf("asked: %+v", asked)
	}
	_, err := d.KeepTogether(ctx, asked[0].Incident, "R. Amani", "one attack")
	d.must(err)
	if q := d.questions(); len(q) != 0 {
		t.Errorf("asked what was answered: %+v", q)
	}
	_, err = d.UndoDecision(ctx, d.last().ID, "R. Amani", "")
	d.must(err)
	if q := d.questions(); len(q) != 1 {
		t.Errorf("asked after the answer was taken back: %+v", q)
	}

	d.tell("Gunmen killed two people in Quetta, Pakistan, on 12 March 2031, police said.")
	all := d.records()
	same := slices.ContainsFunc(d.questions(), func(q pipeline.Question) bool {
		return q.Kind == pipeline.QuestionSame && q.Incident == all[0].ID && q.Other == all[1].ID
	})
	if len(all) != 2 || !same {
		t.Errorf("%d records, asked: %+v", len(all), d.questions())
	}
}

// TestAcceptedTakesInNothingProbable: what merely may be of an accepted record is
// a record of its own, and asked about, until a person answers (§7.2) or the
// acceptance is taken back.
func TestAcceptedTakesInNothingProbable(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct {
		name   string
		answer func(d desk, accepted, other *dateline.Incident, acceptance dateline.ID) error
	}{
		{"a person says that they are one", func(d desk, accepted, other *dateline.Incident, _ dateline.ID) error {
			_, err := d.MergeIncidents(ctx, accepted.ID, other.ID, "R. Amani", "")
			return err
		}},
		{"the acceptance is taken back", func(d desk, _, _ *dateline.Incident, acceptance dateline.ID) error {
			_, err := d.UndoDecision(ctx, acceptance, "R. Amani", "")
			return err
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t, 0)
			first := d.only()
			d.must(d.AcceptIncident(ctx, first.ID, 0, "R. Amani", ""))
			acceptance, accepted := d.last().ID, d.only()
			d.tell("An attack in Quetta, Pakistan, in March 2031 killed several people, officials said.")
			all := d.records()
			if len(all) != 2 {
				t.Fatalf("%d records, want the accepted one and one of its own", len(all))
			}
			if all[0].ID != first.ID {
				all[0], all[1] = all[1], all[0]
			}
			if all[0].Revision != accepted.Revision || all[0].ChangedSinceReview() || all[1].Status != dateline.Candidate {
				t.Errorf("the accepted record is at revision %d, was at %d; the other is %s", all[0].Revision, accepted.Revision, all[1].Status)
			}
			if q := d.questions(); len(q) != 1 || q[0].Kind != pipeline.QuestionSame {
				t.Errorf("asked: %+v", q)
			}
			d.must(c.answer(d, all[0], all[1], acceptance))
			if i := d.only(); len(i.Reports) != 2 {
				t.Errorf("after the answer: %d reports", len(i.Reports))
			}
			d.sound()
		})
	}
}

// TestAcceptedKeepsItsIdETH14: whichever of two records a person accepted, and
// however many accounts each has, the accepted one stands when they are joined
// and the other leads to it.
func TestAcceptedKeepsItsIdETH14(t *testing.T) {
	ctx := context.Background()
	for _, reads := range [][]int{{0, 2}, {0, 2, 4}, {0, 1, 2}} { // one account each; two and one
		for k := range 2 {
			d := newDesk(t, reads...)
			all := d.records()
			accepted, other := all[k], all[1-k]
			d.must(d.AcceptIncident(ctx, accepted.ID, 0, "R. Amani", ""))
			_, err := d.MergeIncidents(ctx, accepted.ID, other.ID, "R. Amani", "one attack")
			d.must(err)
			if i := d.only(); i.ID != accepted.ID || i.Status != dateline.Reviewed || !i.ChangedSinceReview() {
				t.Errorf("reports %v, record %d accepted: %s (%s) stands, want %s", reads, k, i.ID, i.Status, accepted.ID)
			}
			d.must(d.store.View(ctx, func(tx store.Tx) error {
				gone, err := tx.Incident(ctx, other.ID)
				if err == nil && gone.MergedInto != accepted.ID {
					t.Errorf("reports %v: the other leads to %s", reads, gone.MergedInto)
				}
				return err
			}))
			d.sound()
		}
	}
}

// TestFiguresAreMadeAnewCAS16: a new report makes the figures anew, and the
// revision before keeps those that it had.
func TestFiguresAreMadeAnewCAS16(t *testing.T) {
	d, ctx := newDesk(t, 0), context.Background()
	before := d.only()
	d.read(1)
	after := d.only()
	if after.Revision == before.Revision || len(before.Figures) == 0 || reflect.DeepEqual(after.Figures, before.Figures) {
		t.Fatalf("figures of revision %d: %+v, of %d: %+v", before.Revision, before.Figures, after.Revision, after.Figures)
	}
	d.must(d.store.View(ctx, func(tx store.Tx) error {
		_, state, err := tx.StateAt(ctx, before.ID, before.Revision, "")
		if err != nil {
			return err
		}
		var kept dateline.Incident
		if err := json.Unmarshal(state, &kept); err != nil {
			return err
		}
		if !reflect.DeepEqual(kept.Figures, before.Figures) {
			t.Errorf("revision %d keeps %+v, had %+v", before.Revision, kept.Figures, before.Figures)
		}
		return nil
	}))
}
