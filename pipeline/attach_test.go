package pipeline_test

import (
	"context"
	"iter"
	"slices"
	"testing"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/pipeline"
	"github.com/opendateline/dateline/store"
)

// spokenOf are reports of one attack, and of what was said of it besides.
var spokenOf = []string{
	"Soldiers attacked a police post near Sukkur, Pakistan, on 4 May 2031 and killed two officers, the provincial government said.",
	"Two officers were killed on 4 May 2031 when armed men attacked a police post near Sukkur, Pakistan, a doctor said.",
	"The army of Pakistan denied that its troops had attacked a police post near Sukkur, Pakistan, on 4 May 2031.",
	"A spokesman denied that anybody had attacked a police post near Sukkur, Pakistan, on 4 May 2031.",
	"In May 2031 there were repeated attacks on police posts near Sukkur, Pakistan, a monitoring group said.",
	"Elsewhere, the government of Peru denied that its troops had shelled the town of Iquitos, Peru, on 9 April 2031.",
}

func texts(list []string, order []int) iter.Seq2[dateline.Raw, error] {
	return func(yield func(dateline.Raw, error) bool) {
		for _, i := range order {
			if !yield(dateline.Raw{Bytes: []byte(list[i]), Name: string(rune('a' + i)), Published: "2031-05-20"}, nil) {
				return
			}
		}
	}
}

// records reads the reports, one job a list, and gives the incidents.
func records(t *testing.T, list []string, jobs ...[]int) []*dateline.Incident {
	t.Helper()
	s, ctx := open(t), context.Background()
	p, err := pipeline.New(s, pipeline.Options{Now: func() time.Time { return time.Date(2031, 6, 1, 0, 0, 0, 0, time.UTC) }})
	if err != nil {
		t.Fatal(err)
	}
	for _, order := range jobs {
		if _, err := p.Run(ctx, texts(list, order)); err != nil {
			t.Fatal(err)
		}
	}
	var out []*dateline.Incident
	err = s.View(ctx, func(tx store.Tx) error {
		for row, err := range tx.ListIncidents(ctx, store.Filter{}) {
			if err != nil {
				return err
			}
			out = append(out, row.Incident)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(out, func(a, b *dateline.Incident) int { return len(b.Reports) - len(a.Reports) })
	return out
}

// TestWhatIsSaidOfAnIncident: denials and totals are attached to the attack
// that they speak of, in any order of arrival, and are no incidents; a denial
// of what nobody tells is none either (§7.3–§7.5).
func TestWhatIsSaidOfAnIncident(t *testing.T) {
	var want string
	for _, jobs := range [][][]int{{{0, 1, 2, 3, 4, 5}}, {{2, 4}, {5, 0}, {3, 1}}, {{5}, {4}, {3}, {2}, {1}, {0}}} {
		list := records(t, spokenOf, jobs...)
		if len(list) != 1 {
			t.Fatalf("%v: %d incidents", jobs, len(list))
		}
		checkSpoken(t, list[0])
		if want == "" {
			want = list[0].ContentHash
		}
		if list[0].ContentHash != want {
			t.Errorf("%v: the record differs", jobs)
		}
	}
}

func checkSpoken(t *testing.T, i *dateline.Incident) {
	t.Helper()
	if len(i.Reports) != 4 || len(i.Mentions) != 4 {
		t.Errorf("%d reports, %d mentions, want the two accounts and the two denials", len(i.Reports), len(i.Mentions))
	}
	if len(i.Related) != 1 || i.Related[0].Kind != dateline.KindAggregate {
		t.Errorf("related: %+v, want the total", i.Related)
	}
	if !slices.ContainsFunc(i.Responsibility, func(r dateline.Responsibility) bool { return r.Stance == dateline.StanceDenied }) {
		t.Errorf("responsibility: %+v, want a denial", i.Responsibility)
	}
	if !slices.ContainsFunc(i.Contradictions, func(c dateline.Contradiction) bool { return c.Type == dateline.ContraExistence }) {
		t.Error("that it happened is denied, and no contradiction")
	}
	if f := i.Figure(dateline.Killed, dateline.PopAll); f == nil || f.Best == nil || *f.Best != 2 {
		t.Errorf("killed %+v, want 2", f)
	}
}
