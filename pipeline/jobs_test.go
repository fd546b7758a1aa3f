package pipeline

import (
	"cmp"
	"context"
	"testing"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/link"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/store/sqlite"
)

// TestMint: ids of incidents that stand are not given again, however often a
// cluster begins with that mention; one that was merged is.
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
		cluster, first, seen := link.Cluster{ID: "c", Mentions: []dateline.ID{"mnt_a", "mnt_b"}}, dateline.ID(""), map[dateline.ID]bool{}
		for range 4 {
			id, minted, err := n.mint(ctx, cluster)
			if err != nil {
				return err
			}
			first = cmp.Or(first, id)
			if seen[id] || !minted {
				t.Errorf("%s is given twice", id)
			}
			seen[id] = true
			rev := &dateline.Revision{Record: id, N: 1, At: "2031-01-01T00:00:00Z"}
			if err := tx.PutIncident(ctx, &dateline.Incident{ID: id}, rev); err != nil {
				return err
			}
		}
		rev := &dateline.Revision{Record: first, N: 2, At: "2031-01-02T00:00:00Z"}
		if err := tx.PutIncident(ctx, &dateline.Incident{ID: first, Status: dateline.Merged}, rev); err != nil {
			return err
		}
		if id, minted, err := n.mint(ctx, cluster); err != nil || id != first || minted {
			t.Errorf("after a merge: %s, new %v, %v; want %s again", id, minted, err, first)
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
