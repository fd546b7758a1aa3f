package sqlite

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store/raw"
)

// Backup writes a consistent copy of the store into dir. Records are copied
// first: raw bytes are always there before the rows that name them, so every
// row of the copy finds its bytes. Each file is compared with its hash on the way.
func (s *Store) Backup(ctx context.Context, dir string) error {
	if err := emptyFolder(dir); err != nil {
		return err
	}
	c, err := s.db.Conn(ctx)
	if err != nil {
		return coded(err)
	}
	path := filepath.Join(dir, databaseFile)
	_, err = c.ExecContext(ctx, "VACUUM INTO ?", path)
	if err = errors.Join(coded(err), c.Close()); err != nil {
		return err
	}
	if err := syncFile(path); err != nil {
		return unavailable("the copy cannot be synced", err)
	}
	return s.copyRaw(ctx, dir)
}

// copyRaw copies the raw bytes that the records in dir name.
func (s *Store) copyRaw(ctx context.Context, dir string) error {
	to, err := raw.Open(filepath.Join(dir, rawFolder))
	if err != nil {
		return err
	}
	copied, err := Open(ctx, dir, Options{})
	if err != nil {
		return err
	}
	err = copied.inside(ctx, copied.readers, "BEGIN", func(t *tx) error {
		hashes, err := t.rawHashes(ctx)
		for _, h := range hashes {
			err = errors.Join(err, s.raw.Copy(ctx, h, to))
		}
		return err
	})
	return errors.Join(err, copied.Close())
}

func emptyFolder(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return unavailable("the folder of the copy cannot be made", err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return unavailable("the folder of the copy cannot be read", err)
	}
	if len(entries) > 0 {
		return &dateline.Error{Code: dateline.Conflict, What: dir + " is not empty", Kept: "Nothing was written", Next: "Name a new folder"}
	}
	return nil
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// Restore makes a store in dir from a backup, verifies it and leaves it closed.
// The backup is not changed.
func Restore(ctx context.Context, backup, dir string) error {
	if _, err := os.Stat(filepath.Join(backup, databaseFile)); errors.Is(err, fs.ErrNotExist) {
		return dateline.Errorf(dateline.NotFound, "there is no backup in %s", backup)
	}
	from, err := Open(ctx, backup, Options{})
	if err != nil {
		return err
	}
	if err := errors.Join(from.Backup(ctx, dir), from.Close()); err != nil {
		return err
	}
	return verified(ctx, dir)
}

func verified(ctx context.Context, dir string) error {
	s, err := Open(ctx, dir, Options{})
	if err != nil {
		return err
	}
	v, err := s.Verify(ctx)
	if err == nil && !v.OK() {
		err = &dateline.Error{Code: dateline.Damaged, What: "the restored store has " + itoa(len(v.Problems)) + " problems, the first: " + v.Problems[0].What,
			Kept: "It was left in " + dir, Next: "Run dateline verify " + dir}
	}
	return errors.Join(err, s.Close())
}
