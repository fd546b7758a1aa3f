package pipeline_test

import (
	"context"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/pipeline"
	"github.com/opendateline/dateline/store"
)

// depots are told of together and one by one, and so are two blasts.
var depots = []string{
	"Attacks on fuel depots in Multan and Sukkur, Pakistan, killed nine people on 9 May 2031, the interior ministry said. Six people were killed in Multan. In Sukkur, gunmen killed three guards.",
	"Gunmen shot dead three guards at a fuel depot in Sukkur, Pakistan, on 9 May 2031, police said.",
	"The attacks on the fuel depots in Multan and Sukkur on 9 May 2031 have now killed 11 people, a hospital said.",
	"Twin bombings at a livestock market in Peshawar, Pakistan, killed at least 23 people on 12 March 2031, officials said.",
	"Two bombs exploded at a livestock market in Peshawar, Pakistan, on 12 March 2031. The first bomb killed six people. The second blast killed 17 people who had come to help, police said.",
}

// record is what a store holds of one incident, in words.
type record struct {
	title, whole  string
	killed, parts int
}

// arrive puts texts through the pipeline, a job for each list, and gives the
// records by title.
func arrive(t *testing.T, texts []string, jobs ...[]int) map[string]record {
	t.Helper()
	s, ctx := open(t), context.Background()
	p, err := pipeline.New(s, pipeline.Options{Now: func() time.Time { return time.Date(2031, 6, 1, 0, 0, 0, 0, time.UTC) }})
	if err != nil {
		t.Fatal(err)
	}
	for _, order := range jobs {
		_, err := p.Run(ctx, func(yield func(dateline.Raw, error) bool) {
			for _, i := range order {
				if !yield(dateline.Raw{Bytes: []byte(texts[i]), Name: string(rune('a' + i)), Published: "2031-05-20"}, nil) {
					return
				}
			}
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	out := map[string]record{}
	if err := s.View(ctx, func(tx store.Tx) error { return gather(ctx, tx, out) }); err != nil {
		t.Fatal(err)
	}
	return out
}

func gather(ctx context.Context, tx store.Tx, out map[string]record) error {
	titles := map[dateline.ID]string{}
	var rows []*dateline.Incident
	for row, err := range tx.ListIncidents(ctx, store.Filter{}) {
		if err != nil {
			return err
		}
		titles[row.Incident.ID] = row.Incident.Title
		rows = append(rows, row.Incident)
	}
	for _, i := range rows {
		r := record{title: i.Title, whole: titles[i.Operation], parts: len(i.Children)}
		if f := i.Figure(dateline.Killed, dateline.PopAll); f != nil && f.Best != nil {
			r.killed = *f.Best
		}
		out[i.Title] = r
	}
	return nil
}

// TestOperations: what is told of several places, or blasts, is a record of its
// own with parts (LNK-6, LNK-7); its number is not theirs, and each part takes in
// what other reports tell of it alone.
func TestOperations(t *testing.T) {
	depot, market := "Attack at 2 sites, Pakistan, 9 May 2031", "Bombing targeting a livestock market, Peshawar, 12 March 2031"
	want := map[string]record{}
	for _, r := range []record{
		{depot, "", 9, 2}, {"Attack in Multan, 9 May 2031", depot, 6, 0}, {"Armed attack in Sukkur, 9 May 2031", depot, 3, 0},
		{market, "", 23, 2}, {"First bombing in Peshawar, 12 March 2031", market, 6, 0}, {"Second bombing in Peshawar, 12 March 2031", market, 17, 0},
	} {
		want[r.title] = r
	}
	rng := rand.New(rand.NewPCG(3, 4))
	for n := range 4 {
		order, cut := rng.Perm(len(depots)), n
		got := arrive(t, depots, order[:cut], order[cut:])
		if len(got) != len(want) {
			t.Errorf("order %v cut at %d: %v", order, cut, got)
		}
		for title, r := range want {
			if got[title] != r {
				t.Errorf("order %v cut at %d: %v, want %v", order, cut, got[title], r)
			}
		}
	}
}
