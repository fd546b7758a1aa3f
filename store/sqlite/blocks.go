package sqlite

import (
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"slices"
	"strconv"
	"strings"

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

// tally weighs the keys that each owner shares, of every key the newest so many
// owners. owners is the query for the owners of the key k.column1. All keys are
// looked up in one statement.
func (t *tx) tally(ctx context.Context, owners string, each int, keys []int64) (map[int64]int, error) {
	const step = 16 // so that there are few different statements
	args := make([]any, (len(keys)+step-1)/step*step)
	for i, k := range keys {
		args[i] = k
	}
	if len(args) == 0 {
		return nil, nil
	}
	var lists string
	if _, err := t.get(ctx, []any{&lists}, `SELECT string_agg(coalesce((SELECT string_agg(CAST(owner AS TEXT), ',') FROM (`+owners+
		" ORDER BY owner DESC LIMIT "+itoa(each)+")), ''), ';') FROM (VALUES (?)"+strings.Repeat(", (?)", len(args)-1)+") AS k", args...); err != nil {
		return nil, err
	}
	shared := map[int64]int{}
	for list := range strings.SplitSeq(lists, ";") {
		owners, err := numbers(list)
		if err != nil {
			return nil, err
		}
		weight := store.Weight(len(owners), each)
		for _, n := range owners {
			shared[n] += weight
		}
	}
	return shared, nil
}

// numbers reads "3,14,15".
func numbers(list string) ([]int64, error) {
	var out []int64
	for len(list) > 0 {
		var number string
		number, list, _ = strings.Cut(list, ",")
		n, err := strconv.ParseInt(number, 10, 64)
		if err != nil {
			return nil, dateline.Errorf(dateline.Damaged, "the index of keys cannot be read: %w", err)
		}
		out = append(out, n)
	}
	return out, nil
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
	shared, err := t.tally(ctx, "SELECT mention AS owner FROM blocks WHERE key = k.column1", store.MostSharing, hashed(keys))
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

// candidate gives what stands for a mention, looked up once until a report, a
// reading or an incident is written.
func (t *tx) candidate(ctx context.Context, n int64) (store.Candidate, bool, error) {
	if c, ok := t.met[n]; ok {
		return c, true, nil
	}
	var mention, report string
	var incident sql.NullString
	found, err := t.get(ctx, []any{&mention, &report, &incident}, `SELECT m.id, r.id, i.id FROM mentions m
		JOIN reports r ON r.n = m.report LEFT JOIN incidents i ON i.n = m.incident WHERE m.n = ?`, n)
	if err != nil || !found {
		return store.Candidate{}, false, err
	}
	c := store.Candidate{Mention: dateline.ID(mention), Report: dateline.ID(report), Incident: dateline.ID(incident.String)}
	if t.met == nil {
		t.met = map[int64]store.Candidate{}
	}
	t.met[n] = c
	return c, true, nil
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
	shared, err := t.tally(ctx, "SELECT report AS owner FROM bands WHERE band = k.column1", store.MostCopies, signed(bands))
	if err != nil {
		return nil, err
	}
	out := make([]store.Similar, 0, len(shared))
	for _, n := range most(shared, limit) {
		var id string
		if _, err := t.get(ctx, []any{&id}, "SELECT id FROM reports WHERE n = ?", n); err != nil {
			return nil, err
		}
		out = append(out, store.Similar{Report: dateline.ID(id), Weight: shared[n]})
	}
	slices.SortFunc(out, func(a, b store.Similar) int {
		return cmp.Or(b.Weight-a.Weight, cmp.Compare(a.Report, b.Report))
	})
	return first(out, limit), nil
}
