package pipeline_test

import (
	"context"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/pipeline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/store/sqlite"
)

// reports are invented; their year has not come.
var reports = []string{
	"A bomb exploded at a bus station in Quetta, Pakistan, on 12 March 2031, killing nine people and wounding 21 others, police said.",
	"A bomb blast at a bus station in Quetta, Pakistan, killed 11 people and injured at least 20 on 12 March 2031, doctors at a hospital said.",
	"Gunmen attacked a police post near Sukkur, Pakistan, on 4 May 2031 and killed two officers, the provincial government said.",
	"Two months after the bombing of the bus station in Quetta on 12 March 2031, traders reopened their shops. Eleven people were killed in that attack.",
	"On 4 May 2031 armed men opened fire at a police post near Sukkur, Pakistan. Two officers died and one attacker was shot dead, police said.",
	"The football club from Quetta lost its attack leader to a heart attack scare before the final, its coach said on Sunday.",
}

func raws(order []int) iter.Seq2[dateline.Raw, error] {
	return func(yield func(dateline.Raw, error) bool) {
		for _, i := range order {
			if !yield(dateline.Raw{Bytes: []byte(reports[i]), Name: string(rune('a' + i)), Published: "2031-05-20"}, nil) {
				return
			}
		}
	}
}

func open(t *testing.T) store.Store {
	t.Helper()
	s, err := sqlite.Create(context.Background(), t.TempDir(), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// ingest reads the reports in jobs of the given orders and gives the sorted
// content hashes of what came out.
func ingest(t *testing.T, workers int, jobs ...[]int) []string {
	t.Helper()
	s, ctx := open(t), context.Background()
	p, err := pipeline.New(s, pipeline.Options{Workers: workers, Now: func() time.Time { return time.Date(2031, 6, 1, 0, 0, 0, 0, time.UTC) }})
	if err != nil {
		t.Fatal(err)
	}
	for _, order := range jobs {
		if _, err := p.Run(ctx, raws(order)); err != nil {
			t.Fatal(err)
		}
	}
	v, err := s.Verify(ctx)
	if err != nil || !v.OK() {
		t.Fatalf("verify: %v %v", v.Problems, err)
	}
	var hashes []string
	err = s.View(ctx, func(tx store.Tx) error {
		for row, err := range tx.ListIncidents(ctx, store.Filter{}) {
			if err != nil {
				return err
			}
			hashes = append(hashes, row.ContentHash)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(hashes)
	return hashes
}

// TestOrderOfArrival: any order, any number of workers and any cut into jobs
// gives records with the same content (architecture §4).
func TestOrderOfArrival(t *testing.T) {
	want := ingest(t, 1, []int{0, 1, 2, 3, 4, 5})
	if len(want) != 2 {
		t.Fatalf("%d incidents from two happenings and a look-alike", len(want))
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for n := range 4 {
		order := rng.Perm(len(reports))
		cut := 1 + rng.IntN(len(order)-1)
		if got := ingest(t, 1+n%2, order[:cut], order[cut:]); !slices.Equal(got, want) {
			t.Errorf("order %v cut at %d: %v, want %v", order, cut, got, want)
		}
	}
}

// TestRecord reads the record of the first bombing: who says what stays apart.
func TestRecord(t *testing.T) {
	s, ctx := open(t), context.Background()
	p, err := pipeline.New(s, pipeline.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Run(ctx, raws([]int{0, 1})); err != nil {
		t.Fatal(err)
	}
	err = s.View(ctx, func(tx store.Tx) error {
		for row, err := range tx.ListIncidents(ctx, store.Filter{}) {
			if err != nil {
				return err
			}
			checkBombing(t, row.Incident)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func checkBombing(t *testing.T, i *dateline.Incident) {
	t.Helper()
	if i.Date.EDTF != "2031-03-12" || i.Place.Ref == nil || i.Place.Ref.City != "Quetta" || len(i.Reports) != 2 {
		t.Errorf("date %s, place %+v, %d reports", i.Date.EDTF, i.Place.Ref, len(i.Reports))
	}
	f := i.Figure(dateline.Killed, dateline.PopAll)
	if f == nil || f.Low == nil || *f.Low != 9 || *f.High != 11 {
		t.Errorf("killed %+v, want 9 to 11", f)
	}
	if i.Type != dateline.TypeBombing || i.Independence.OriginsMin != 2 {
		t.Errorf("type %s, origins %d", i.Type, i.Independence.OriginsMin)
	}
	if !slices.ContainsFunc(i.Contradictions, func(c dateline.Contradiction) bool { return c.Type == dateline.ContraCount }) {
		t.Error("9 by the police and 11 by the hospital is no contradiction")
	}
}

// TestOrderOfInputs: a report that takes long to read is stored in its turn. Of
// a key that many share the store notices the newest, and which these are must
// not be a race between workers.
func TestOrderOfInputs(t *testing.T) {
	long := strings.Repeat(reports[0]+"\n\n", 200)
	var got []string
	p, err := pipeline.New(open(t), pipeline.Options{Workers: 3, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	p.Notify = func(at pipeline.Progress) { got = append(got, at.Last.Input) }
	want := []string{"long"}
	_, err = p.Run(t.Context(), func(yield func(dateline.Raw, error) bool) {
		if !yield(dateline.Raw{Bytes: []byte(long), Name: "long", Published: "2031-05-20"}, nil) {
			return
		}
		for raw, err := range raws([]int{3, 1, 5, 2, 4}) {
			want = append(want, raw.Name)
			if !yield(raw, err) {
				return
			}
		}
	})
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("stored as %v, given as %v: %v", got, want, err)
	}
}
