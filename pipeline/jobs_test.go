package pipeline

import (
	"context"
	"testing"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/link"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/store/sqlite"
)

// TestMint: ids of incidents that a mention left or that were merged are not
// given again, however often a cluster begins with that mention.
func TestMint(t *testing.T) {
	ctx := context.Background()
	s, err := sqlite.Create(ctx, t.TempDir(), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}()
	err = s.Update(ctx, func(tx store.Tx) error {
		n := &neighbourhood{tx: tx}
		seen := map[dateline.ID]bool{}
		for range 4 {
			id, err := n.mint(ctx, link.Cluster{ID: "c", Mentions: []dateline.ID{"mnt_a", "mnt_b"}})
			if err != nil {
				return err
			}
			if seen[id] {
				t.Errorf("%s is given twice", id)
			}
			seen[id] = true
			rev := &dateline.Revision{Record: id, N: 1, At: "2031-01-01T00:00:00Z"}
			if err := tx.PutIncident(ctx, &dateline.Incident{ID: id}, rev); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestSettle: a pair that is judged anew gets another id, the same judgement
// the same one.
func TestSettle(t *testing.T) {
	judge := func(after string) dateline.ID {
		ds := []dateline.Decision{{ID: "dec_pair", Action: dateline.ActLink, Parts: []dateline.Part{{What: "date"}}, After: after}}
		if err := settle(ds); err != nil {
			t.Fatal(err)
		}
		return ds[0].ID
	}
	probable, again, certain := judge("probable"), judge("probable"), judge("certain")
	if probable == certain {
		t.Error("two judgements have one id")
	}
	if probable != again {
		t.Error("one judgement has two ids")
	}
}
