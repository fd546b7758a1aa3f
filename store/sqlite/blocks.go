package sqlite

import (
	"cmp"
	"context"
	"crypto/sha256"
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

// PutBlocks replaces the keys of a mention.
func (t *tx) PutBlocks(ctx context.Context, mention dateline.ID, keys []string) error {
	var n int64
	var old []byte
	if found, err := t.get(ctx, []any{&n, &old}, "SELECT n, blocks FROM mentions WHERE id = ?", string(mention)); err != nil {
		return err
	} else if !found {
		return notFound("mention", mention)
	}
	numbers := hashed(keys)
	if err := t.put(ctx, "UPDATE mentions SET blocks = ? WHERE n = ?", packKeys(numbers), n); err != nil {
		return err
	}
	return t.refile(ctx, blockOwners, n, unpackKeys(old), numbers)
}

func hashed(keys []string) []int64 {
	numbers := make([]int64, len(keys))
	for i, k := range keys {
		numbers[i] = keyOf(k)
	}
	return distinct(numbers)
}

// most gives the owners that may be among the first limit: those that share at
// least as many keys as the last of them.
func most(shared map[int64]int, limit int) []int64 {
	var with []int // number of owners by how many keys they share
	for _, count := range shared {
		with = append(with, make([]int, max(0, count+1-len(with)))...)
		with[count]++
	}
	least := len(with)
	for n := 0; least > 1 && (limit == 0 || n < limit); {
		least--
		n += with[least]
	}
	var out []int64
	for owner, count := range shared {
		if count >= least {
			out = append(out, owner)
		}
	}
	slices.Sort(out)
	return out
}

// Candidates gives the mentions that share keys.
func (t *tx) Candidates(ctx context.Context, keys []string, limit int) ([]store.Candidate, error) {
	shared, err := t.tally(ctx, blockOwners, hashed(keys))
	if err != nil {
		return nil, err
	}
	out := make([]store.Candidate, 0, len(shared))
	for _, n := range most(shared, limit) {
		c, found, err := t.candidate(ctx, n)
		if err != nil {
			return nil, err
		}
		if c.Weight = shared[n]; found {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b store.Candidate) int {
		return cmp.Or(b.Weight-a.Weight, cmp.Compare(a.Mention, b.Mention))
	})
	return first(out, limit), nil
}

// candidate gives what stands for a mention.
func (t *tx) candidate(ctx context.Context, n int64) (store.Candidate, bool, error) {
	if c, ok := t.conn.lately.met.Get(n); ok {
		return c, true, nil
	}
	var mention, report string
	found, err := t.get(ctx, []any{&mention, &report}, "SELECT m.id, r.id FROM mentions m JOIN reports r ON r.n = m.report WHERE m.n = ?", n)
	if err != nil || !found {
		return store.Candidate{}, false, err
	}
	c := store.Candidate{Mention: dateline.ID(mention), Report: dateline.ID(report)}
	if t.writing {
		t.conn.lately.met.Put(n, c)
	}
	return c, true, nil
}

// numbered gives the id of a report.
func (t *tx) numbered(ctx context.Context, n int64) (dateline.ID, error) {
	if id, ok := t.conn.lately.numbered.Get(n); ok {
		return id, nil
	}
	var id string
	found, err := t.get(ctx, []any{&id}, "SELECT id FROM reports WHERE n = ?", n)
	if found && t.writing {
		t.conn.lately.numbered.Put(n, dateline.ID(id))
	}
	return dateline.ID(id), err
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
	numbers := signed(bands)
	if err := t.put(ctx, "UPDATE reports SET bands = ? WHERE n = ?", packKeys(numbers), n); err != nil {
		return err
	}
	return t.refile(ctx, bandOwners, n, unpackKeys(old), numbers)
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
	shared, err := t.tally(ctx, bandOwners, signed(bands))
	if err != nil {
		return nil, err
	}
	out := make([]store.Similar, 0, len(shared))
	for _, n := range most(shared, limit) {
		id, err := t.numbered(ctx, n)
		if err != nil {
			return nil, err
		}
		out = append(out, store.Similar{Report: id, Weight: shared[n]})
	}
	slices.SortFunc(out, func(a, b store.Similar) int {
		return cmp.Or(b.Weight-a.Weight, cmp.Compare(a.Report, b.Report))
	})
	return first(out, limit), nil
}
