package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
)

// owners is a table that says who was filed under a key: the newest of them, so
// many that a look-up takes notice of no more. Owners are numbers of four bytes,
// the last filed at the end.
type owners struct {
	table string
	most  int
}

var (
	blockOwners = owners{"block_owners", store.MostSharing}
	bandOwners  = owners{"band_owners", store.MostCopies}
)

const (
	ownerBytes = 4
	keysAtOnce = 16 // in one statement, so that there are few different ones
)

// refile takes an owner out of the keys that it no longer has and files it under
// those that are new.
func (t *tx) refile(ctx context.Context, in owners, owner int64, before, after []int64) error {
	if err := t.unfile(ctx, in, owner, missing(before, after)); err != nil {
		return err
	}
	return t.file(ctx, in, owner, missing(after, before))
}

// file adds an owner to keys that it is not filed under.
func (t *tx) file(ctx context.Context, in owners, owner int64, keys []int64) error {
	filed := make(map[int64][]byte, len(keys))
	err := t.ownersOf(ctx, in, keys, func(key int64, owners []byte) error {
		filed[key] = slices.Clone(owners[max(0, len(owners)-(in.most-1)*ownerBytes):])
		return nil
	})
	if err != nil {
		return err
	}
	for len(keys) > 0 {
		n := 1
		if len(keys) >= keysAtOnce {
			n = keysAtOnce
		}
		args := make([]any, 0, 2*n)
		for _, k := range keys[:n] {
			args = append(args, k, append(filed[k], packOwner(owner)...))
		}
		if err := t.put(ctx, "REPLACE INTO "+in.table+" (key, owners) VALUES (?, ?)"+strings.Repeat(", (?, ?)", n-1), args...); err != nil {
			return err
		}
		keys = keys[n:]
	}
	return nil
}

// ownersOf calls each for the keys under which anyone is filed. What it is given
// is its own for the call only.
func (t *tx) ownersOf(ctx context.Context, in owners, keys []int64, each func(key int64, owners []byte) error) error {
	if len(keys) == 0 {
		return nil
	}
	args := make([]any, (len(keys)+keysAtOnce-1)/keysAtOnce*keysAtOnce)
	for i, k := range keys {
		args[i] = k
	}
	return t.all(ctx, func(r *sql.Rows) error {
		var key int64
		var owners sql.RawBytes
		if err := r.Scan(&key, &owners); err != nil {
			return err
		}
		if len(owners)%ownerBytes != 0 {
			return dateline.Errorf(dateline.Damaged, "the index of keys cannot be read: an entry of %d bytes", len(owners))
		}
		return each(key, owners)
	}, "SELECT key, owners FROM "+in.table+" WHERE key IN "+marks(len(args)), args...)
}

// unfile takes an owner out of keys.
func (t *tx) unfile(ctx context.Context, in owners, owner int64, keys []int64) error {
	for _, k := range keys {
		var owners []byte
		if _, err := t.get(ctx, []any{&owners}, "SELECT owners FROM "+in.table+" WHERE key = ?", k); err != nil {
			return err
		}
		if rest := dropOwner(owners, owner); len(rest) > 0 {
			if err := t.put(ctx, "UPDATE "+in.table+" SET owners = ? WHERE key = ?", rest, k); err != nil {
				return err
			}
		} else if err := t.put(ctx, "DELETE FROM "+in.table+" WHERE key = ?", k); err != nil {
			return err
		}
	}
	return nil
}

// tally weighs the keys that each owner shares.
func (t *tx) tally(ctx context.Context, in owners, keys []int64) (map[int64]int, error) {
	shared := make(map[int64]int, in.most*8)
	return shared, t.ownersOf(ctx, in, keys, func(_ int64, owners []byte) error {
		weight := store.Weight(len(owners)/ownerBytes, in.most)
		for ; len(owners) > 0; owners = owners[ownerBytes:] {
			shared[int64(binary.BigEndian.Uint32(owners))] += weight
		}
		return nil
	})
}

func packOwner(n int64) []byte { return binary.BigEndian.AppendUint32(nil, uint32(n)) }

func dropOwner(owners []byte, n int64) []byte {
	var out []byte
	for gone := packOwner(n); len(owners) >= ownerBytes; owners = owners[ownerBytes:] {
		if !bytes.Equal(owners[:ownerBytes], gone) {
			out = append(out, owners[:ownerBytes]...)
		}
	}
	return out
}

// missing gives the keys of one list that another lacks; both are in order.
func missing(keys, from []int64) []int64 {
	var out []int64
	for _, k := range keys {
		for len(from) > 0 && from[0] < k {
			from = from[1:]
		}
		if len(from) == 0 || from[0] != k {
			out = append(out, k)
		}
	}
	return out
}
