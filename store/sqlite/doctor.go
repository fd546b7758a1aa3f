package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/opendateline/dateline/store"
)

const (
	lowSpace = 1 << 30   // bytes that should be free
	longLog  = 256 << 20 // bytes of write-ahead log that call for a checkpoint
)

// Doctor looks at the store as a thing on a disk.
func (s *Store) Doctor(ctx context.Context) (out []store.Advice, err error) {
	err = s.inside(ctx, s.readers, "BEGIN", func(t *tx) error {
		for _, check := range []func(context.Context) (store.Advice, error){t.schema, t.journal, t.pages, t.walSize, t.space, t.rawFiles} {
			a, err := check(ctx)
			if err != nil {
				return err
			}
			out = append(out, a)
		}
		return nil
	})
	return out, err
}

func (t *tx) schema(ctx context.Context) (store.Advice, error) {
	version, err := schemaVersion(ctx, t.store.db)
	return store.Advice{Check: "schema", OK: version == SchemaVersion, Found: "schema " + itoa(version), Next: "Open the store once for writing"}, err
}

func (t *tx) journal(ctx context.Context) (store.Advice, error) {
	var mode string
	_, err := t.get(ctx, []any{&mode}, "PRAGMA journal_mode")
	return store.Advice{Check: "journal", OK: mode == "wal", Found: "journal mode " + mode,
		Next: "Move the store to a local disk; network disks cannot keep a write-ahead log"}, err
}

func (t *tx) pages(ctx context.Context) (store.Advice, error) {
	var found string
	_, err := t.get(ctx, []any{&found}, "PRAGMA quick_check(1)")
	return store.Advice{Check: "pages", OK: found == "ok", Found: "quick check: " + found, Next: "Restore the last backup"}, err
}

func (t *tx) walSize(context.Context) (store.Advice, error) {
	info, err := os.Stat(filepath.Join(t.store.dir, databaseFile+"-wal"))
	if errors.Is(err, fs.ErrNotExist) {
		return store.Advice{Check: "wal", OK: true, Found: "no write-ahead log"}, nil
	}
	if err != nil {
		return store.Advice{}, unavailable("the write-ahead log cannot be looked at", err)
	}
	return store.Advice{Check: "wal", OK: info.Size() < longLog, Found: "write-ahead log of " + itoa(int(info.Size()>>10)) + " KiB",
		Next: "Close other programs that read the store, so that it can be folded in"}, nil
}

func (t *tx) space(context.Context) (store.Advice, error) {
	free, known := freeBytes(t.store.dir)
	if !known {
		return store.Advice{Check: "space", OK: true, Found: "free space is not known on this system"}, nil
	}
	return store.Advice{Check: "space", OK: free >= lowSpace, Found: itoa(int(free>>20)) + " MiB free", Next: "Make room on the disk of the store"}, nil
}

// rawFiles compares the names of raw files with the reports. A file without a
// report is harmless: its report was interrupted, and reading it again adopts it.
func (t *tx) rawFiles(ctx context.Context) (store.Advice, error) {
	hashes, err := t.rawHashes(ctx)
	if err != nil {
		return store.Advice{}, err
	}
	missing, named := 0, make(map[string]bool, len(hashes))
	for _, h := range hashes {
		named[h] = true
		if !t.store.raw.Has(h) {
			missing++
		}
	}
	orphans := 0
	for name, err := range t.store.raw.All(ctx) {
		if err != nil {
			return store.Advice{}, err
		}
		if !named[name] {
			orphans++
		}
	}
	return store.Advice{Check: "raw", OK: missing == 0,
		Found: itoa(len(hashes)) + " reports, " + itoa(missing) + " without raw bytes; " + itoa(orphans) + " files without a report",
		Next:  "Run dateline verify to see which, and restore them from a backup"}, nil
}

// rawHashes gives the hashes that reports name, in order.
func (t *tx) rawHashes(ctx context.Context) (out []string, err error) {
	err = t.all(ctx, func(r *sql.Rows) error {
		var h string
		err := r.Scan(&h)
		out = append(out, h)
		return err
	}, "SELECT DISTINCT sha256_raw FROM reports ORDER BY sha256_raw")
	return out, err
}
