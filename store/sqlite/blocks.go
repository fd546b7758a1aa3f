package sqlite

import (
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

// Keys are 64-bit numbers. The list of keys stands packed beside its owner as
// well, so that they can be taken out again without an index the other way.

// keyOf hashes a block key.
func keyOf(key string) int64 {
	sum := sha256.Sum256([]byte(key))
	return int64(binary.BigEndian.Uint64(sum[:8]))
}

func distinct(keys []int64) []int64 {
	slices.Sort(keys)
	return slices.Compact(keys)
}

func packKeys(keys []int64) []byte {
	out := make([]byte, 0, 8*len(keys))
	for _, k := range keys {
		out = binary.BigEndian.AppendUint64(out, uint64(k))
	}
	return out
}

func unpackKeys(b []byte) []int64 {
	out := make([]int64, 0, len(b)/8)
	for ; len(b) >= 8; b = b[8:] {
		out = append(out, int64(binary.BigEndian.Uint64(b)))
	}
	return out
}

// dropKeys takes out the packed keys of an owner.
func (t *tx) dropKeys(ctx context.Context, remove string, owner int64, packed []byte) error {
	for _, k := range unpackKeys(packed) {
		if err := t.put(ctx, remove, k, owner); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) addKeys(ctx context.Context, insert string, owner int64, keys []int64) error {
	for _, k := range keys {
		if err := t.put(ctx, insert, k, owner); err != nil {
			return err
		}
	}
	return nil
}

// PutBlocks replaces the keys of a mention.
func (t *tx) PutBlocks(ctx context.Context, mention dateline.ID, keys []string) error {
	var n int64
	var old []byte
	if found, err := t.get(ctx, []any{&n, &old}, "SELECT n, blocks FROM mentions WHERE id = ?", string(mention)); err != nil {
		return err
	} else if !found {
		return notFound("mention", mention)
	}
	if err := t.dropKeys(ctx, "DELETE FROM blocks WHERE key = ? AND mention = ?", n, old); err != nil {
		return err
	}
	numbers := hashed(keys)
	if err := t.put(ctx, "UPDATE mentions SET blocks = ? WHERE n = ?", packKeys(numbers), n); err != nil {
		return err
	}
	return t.addKeys(ctx, "INSERT INTO blocks (key, mention) VALUES (?, ?)", n, numbers)
}

func hashed(keys []string) []int64 {
	numbers := make([]int64, len(keys))
	for i, k := range keys {
		numbers[i] = keyOf(k)
	}
	return distinct(numbers)
}

// tally counts how many of the keys each owner shares.
func (t *tx) tally(ctx context.Context, query string, keys []int64) (map[int64]int, error) {
	shared := map[int64]int{}
	for _, k := range keys {
		err := t.all(ctx, func(r *sql.Rows) error {
			var owner int64
			err := r.Scan(&owner)
			shared[owner]++
			return err
		}, query, k)
		if err != nil {
			return nil, err
		}
	}
	return shared, nil
}

// Candidates gives the mentions that share keys.
func (t *tx) Candidates(ctx context.Context, keys []string, limit int) ([]store.Candidate, error) {
	shared, err := t.tally(ctx, "SELECT mention FROM blocks WHERE key = ?", hashed(keys))
	if err != nil {
		return nil, err
	}
	out := make([]store.Candidate, 0, len(shared))
	for n, count := range shared {
		var mention, report string
		var incident sql.NullString
		found, err := t.get(ctx, []any{&mention, &report, &incident}, `SELECT m.id, r.id, i.id FROM mentions m
			JOIN reports r ON r.n = m.report LEFT JOIN incidents i ON i.n = m.incident WHERE m.n = ?`, n)
		if err != nil {
			return nil, err
		}
		if found {
			out = append(out, store.Candidate{Mention: dateline.ID(mention), Report: dateline.ID(report), Incident: dateline.ID(incident.String), Shared: count})
		}
	}
	slices.SortFunc(out, func(a, b store.Candidate) int {
		return cmp.Or(b.Shared-a.Shared, cmp.Compare(a.Mention, b.Mention))
	})
	return first(out, limit), nil
}

// first keeps the first n, all if n is 0.
func first[T any](s []T, n int) []T {
	if n > 0 && len(s) > n {
		return s[:n]
	}
	return s
}

// PutBands replaces the bands of a report.
func (t *tx) PutBands(ctx context.Context, report dateline.ID, bands []uint64) error {
	var n int64
	var old []byte
	if found, err := t.get(ctx, []any{&n, &old}, "SELECT n, bands FROM reports WHERE id = ?", string(report)); err != nil {
		return err
	} else if !found {
		return notFound("report", report)
	}
	if err := t.dropKeys(ctx, "DELETE FROM bands WHERE band = ? AND report = ?", n, old); err != nil {
		return err
	}
	numbers := signed(bands)
	if err := t.put(ctx, "UPDATE reports SET bands = ? WHERE n = ?", packKeys(numbers), n); err != nil {
		return err
	}
	return t.addKeys(ctx, "INSERT INTO bands (band, report) VALUES (?, ?)", n, numbers)
}

func signed(bands []uint64) []int64 {
	numbers := make([]int64, len(bands))
	for i, b := range bands {
		numbers[i] = int64(b)
	}
	return distinct(numbers)
}

// Similar gives the reports that share bands.
func (t *tx) Similar(ctx context.Context, bands []uint64, limit int) ([]store.Similar, error) {
	shared, err := t.tally(ctx, "SELECT report FROM bands WHERE band = ?", signed(bands))
	if err != nil {
		return nil, err
	}
	out := make([]store.Similar, 0, len(shared))
	for n, count := range shared {
		var id string
		if _, err := t.get(ctx, []any{&id}, "SELECT id FROM reports WHERE n = ?", n); err != nil {
			return nil, err
		}
		out = append(out, store.Similar{Report: dateline.ID(id), Shared: count})
	}
	slices.SortFunc(out, func(a, b store.Similar) int {
		return cmp.Or(b.Shared-a.Shared, cmp.Compare(a.Report, b.Report))
	})
	return first(out, limit), nil
}
