package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/opendateline/dateline"
)

// newFile names a database while it is made.
const newFile = databaseFile + ".new-"

// Create makes a new store in dir and opens it. A folder that holds a store
// already is a Conflict. The database is made under another name and takes its
// own when it is whole, so that a crash leaves a store or none.
func Create(ctx context.Context, dir string, o Options) (*Store, error) {
	final := filepath.Join(dir, databaseFile)
	if _, err := os.Stat(final); err == nil {
		return nil, storeThere(dir)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, unavailable("the folder of the store cannot be made", err)
	}
	path, err := makeDatabase(ctx, dir)
	if err == nil {
		err = takePlace(path, final)
	}
	if errors.Is(err, fs.ErrExist) {
		err = storeThere(dir)
	}
	if err != nil {
		return nil, errors.Join(err, clear(dir, filepath.Base(path)+"*"))
	}
	if err := clear(dir, newFile+"*"); err != nil { // of makers that were killed
		return nil, err
	}
	return open(ctx, dir, o, "rw")
}

func storeThere(dir string) error {
	return &dateline.Error{Code: dateline.Conflict, What: "there is a store in " + dir + " already",
		Kept: "It was left as it is", Next: "Open it, or choose another folder"}
}

// makeDatabase makes an empty database in dir and gives its path.
func makeDatabase(ctx context.Context, dir string) (string, error) {
	f, err := os.CreateTemp(dir, newFile+"*")
	if err != nil {
		return "", unavailable("the store cannot be made", err)
	}
	db, err := sql.Open("sqlite", dsn(f.Name(), "rwc", 0))
	if err == nil {
		err = errors.Join(migrate(ctx, db, false), db.Close()) // closing moves all that was written into the one file
	}
	return f.Name(), errors.Join(err, f.Chmod(0o644), f.Sync(), f.Close())
}

// takePlace gives the new database its name, if none has it.
func takePlace(path, final string) error {
	err := os.Link(path, final)
	if err != nil && !errors.Is(err, fs.ErrExist) { // a file system without links
		err = os.Rename(path, final)
	}
	if err != nil {
		return err
	}
	folder, err := os.Open(filepath.Dir(final))
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}

// clear removes the files of dir that match a pattern.
func clear(dir, pattern string) error {
	names, err := fs.Glob(os.DirFS(dir), pattern)
	for _, name := range names {
		if e := os.Remove(filepath.Join(dir, name)); !errors.Is(e, fs.ErrNotExist) {
			err = errors.Join(err, e)
		}
	}
	return err
}
