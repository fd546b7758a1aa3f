package synth_test

import (
	"iter"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval/synth"
	"github.com/opendateline/dateline/link"
	"github.com/opendateline/dateline/pipeline"
	"github.com/opendateline/dateline/store"
)

// newsroom is a store that takes in the first reports of a world, in any order.
type newsroom struct {
	*testing.T
	raws []dateline.Raw
	p    *pipeline.Pipeline
}

func newNewsroom(t *testing.T, reports, workers int) *newsroom {
	t.Helper()
	r := registries(t)
	w := world(t, 5, r.Places)
	s, m := storeAndMatcher(t, r, t.TempDir())
	n := &newsroom{T: t, p: &pipeline.Pipeline{Store: s, Read: w.Stages(), Match: m, Workers: workers, Now: time.Now}}
	for raw, err := range w.Reports(reports, func(synth.Truth) {}) {
		if err != nil {
			t.Fatal(err)
		}
		n.raws = append(n.raws, raw)
	}
	return n
}

// take is one job.
func (n *newsroom) take(which []int) {
	n.Helper()
	_, err := n.p.Run(n.Context(), iter.Seq2[dateline.Raw, error](func(yield func(dateline.Raw, error) bool) {
		for _, i := range which {
			if !yield(n.raws[i], nil) {
				return
			}
		}
	}))
	if err != nil {
		n.Fatal(err)
	}
}

// records are those that stand.
func (n *newsroom) records() (out []*dateline.Incident) {
	n.Helper()
	n.view(func(tx store.Tx) error {
		for row, err := range tx.ListIncidents(n.Context(), store.Filter{Sort: store.SortID}) {
			if err != nil {
				return err
			}
			out = append(out, row.Incident)
		}
		return nil
	})
	return out
}

func (n *newsroom) view(read func(store.Tx) error) {
	n.Helper()
	if err := n.p.Store.View(n.Context(), read); err != nil {
		n.Fatal(err)
	}
}

func (n *newsroom) hashes() (out []string) {
	n.Helper()
	for _, i := range n.records() {
		out = append(out, i.ContentHash)
	}
	slices.Sort(out)
	return out
}

func upTo(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// TestOrderAndWorkers: the records of several hundred reports are the same
// whatever came first, in whatever jobs, read by however many workers.
func TestOrderAndWorkers(t *testing.T) {
	const reports = 240
	first := newNewsroom(t, reports, 1)
	first.take(upTo(reports))
	want := first.hashes()
	if len(want) < 50 {
		t.Fatalf("%d records", len(want))
	}
	rng := rand.New(rand.NewPCG(7, 7))
	for workers := 1; workers <= 2; workers++ {
		n := newNewsroom(t, reports, workers)
		order := rng.Perm(reports)
		for len(order) > 0 {
			size := min(len(order), 1+rng.IntN(80))
			n.take(order[:size])
			order = order[size:]
		}
		got := n.hashes()
		same := 0
		for _, h := range got {
			if _, found := slices.BinarySearch(want, h); found {
				same++
			}
		}
		if same != len(want) || len(got) != len(want) {
			t.Errorf("%d workers, in another order: %d records, %d the same as %d", workers, len(got), same, len(want))
		}
	}
}

// TestIdsUnderGrowth: as reports come, a record whose accounts stay the same keeps
// its id, and every id that was given leads to a record with one of its accounts.
func TestIdsUnderGrowth(t *testing.T) {
	n := newNewsroom(t, 250, 2)
	var before []*dateline.Incident
	for from := 0; from < len(n.raws); from += 50 {
		n.take(upTo(len(n.raws))[from : from+50])
		now := n.records()
		byFirst := map[dateline.ID]*dateline.Incident{}
		for _, i := range now {
			byFirst[i.Mentions[0]] = i
		}
		for _, old := range before {
			if i := byFirst[old.Mentions[0]]; i != nil && slices.Equal(i.Mentions, old.Mentions) && i.ID != old.ID {
				t.Errorf("%s is %s with the same accounts", old.ID, i.ID)
			}
			n.view(func(tx store.Tx) error {
				id, err := tx.Canonical(t.Context(), old.ID)
				if err != nil {
					return err
				}
				i, err := tx.Incident(t.Context(), id)
				if err != nil {
					return err
				}
				if !slices.ContainsFunc(i.Mentions, func(m dateline.ID) bool { return slices.Contains(old.Mentions, m) }) || i.Public == "" {
					t.Errorf("%s leads to %s, which has none of its accounts", old.ID, id)
				}
				return nil
			})
		}
		before = now
	}
}

// TestWhyIsWhatDecided: of every record with several accounts the log of
// decisions says which pairs hold it together, and the parts of each sum to what
// was decided.
func TestWhyIsWhatDecided(t *testing.T) {
	n := newNewsroom(t, 250, 2)
	n.take(upTo(150))
	n.take(upTo(250)[150:])
	last := map[[2]dateline.ID]dateline.Decision{} // of each pair
	n.view(func(tx store.Tx) error {
		for d, err := range tx.ListDecisions(t.Context(), store.DecisionFilter{Actions: []dateline.Action{dateline.ActLink, dateline.ActSeparate}}) {
			if err != nil {
				return err
			}
			if len(d.Targets) == 2 && d.Targets[0].Prefix() == dateline.PrefixMention {
				last[[2]dateline.ID(d.Targets)] = d
			}
		}
		return nil
	})
	held := 0
	for pair, d := range last {
		sum := 0.0
		for _, part := range d.Parts {
			sum += *part.Points
		}
		band := link.Band(d.After)
		if band == link.Linked && sum < link.Default.Link || band == link.Probable && sum < link.Default.Probable || band == link.Separate && sum >= link.Default.Probable {
			t.Errorf("%v is %q with %v points", pair, band, sum)
		}
	}
	for _, i := range n.records() {
		for _, m := range i.Mentions {
			tied := len(i.Mentions) == 1
			for _, o := range i.Mentions {
				d, known := last[[2]dateline.ID{min(m, o), max(m, o)}]
				tied = tied || known && d.Action == dateline.ActLink
			}
			if !tied {
				t.Errorf("nothing says why %s is of %s", m, i.ID)
			}
			held++
		}
	}
	if len(last) < 100 || held < 180 {
		t.Errorf("%d pairs, %d accounts", len(last), held)
	}
}
