package run

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/eval"
	"github.com/opendateline/dateline/store"
)

// dups scores the families of a store against the pairs that a corpus names as
// one text, if it names any. Only reports of its pairs are asked: the labels were
// looked for within incidents, and a pair of two incidents is nowhere denied.
func dups(ctx context.Context, c *eval.Corpus, s store.Store, filed map[dateline.ID][]string) (eval.Result, error) {
	var gold []eval.Pair
	if _, err := os.Stat(filepath.Join(c.Dir, "dups.jsonl")); errors.Is(err, fs.ErrNotExist) {
		return eval.Result{}, nil
	}
	named := map[string]bool{}
	for p, err := range eval.Rows[eval.Pair](c, "dups.jsonl") {
		if err != nil {
			return eval.Result{}, err
		}
		gold = append(gold, p)
		named[p.A], named[p.B] = true, true
	}
	families, err := familyMembers(ctx, s, filed)
	if err != nil {
		return eval.Result{}, err
	}
	return eval.ScorePairs(gold, pairsAmong(families, named)), nil
}

// familyMembers are the reports of each family by their ids in the corpus;
// reports of the same bytes are stored once and are of one family.
func familyMembers(ctx context.Context, s store.Store, filed map[dateline.ID][]string) (map[dateline.ID][]string, error) {
	out := map[dateline.ID][]string{}
	return out, s.View(ctx, func(tx store.Tx) error {
		for r, err := range tx.ListReports(ctx, store.ReportFilter{}) {
			if err != nil {
				return err
			}
			family := r.Family
			if family == "" {
				family = r.ID
			}
			out[family] = append(out[family], filed[r.ID]...)
		}
		return nil
	})
}

func pairsAmong(families map[dateline.ID][]string, named map[string]bool) []eval.Pair {
	var out []eval.Pair
	for _, members := range families {
		for i, a := range members {
			for _, b := range members[:i] {
				if named[a] && named[b] {
					out = append(out, eval.Pair{A: a, B: b})
				}
			}
		}
	}
	return out
}
