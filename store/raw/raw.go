// Package raw keeps bytes in files named after their SHA-256:
//
//	ab/abcd…  (64 hexadecimal digits)
//
// A file is written under another name, synced, made read-only and renamed, and
// its folder synced, so that a file with a hash for a name is whole or absent,
// whatever happens to the machine (ETH-6). Nothing here changes or removes a file.
package raw

import (
	"context"
	"errors"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/opendateline/dateline"
)

// Dir is a folder of content-addressed files. It is safe for use by several
// goroutines and processes.
type Dir struct{ root string }

// Open gives the folder at root, which is made if it is not there.
func Open(root string) (*Dir, error) {
	if err := os.MkdirAll(root, 0o755); err != nil {
		return nil, failed("the folder of raw bytes cannot be made", err)
	}
	return &Dir{root}, nil
}

// Path is where the bytes with that hash lie, if they are there. The hash must
// be one: 64 lower-case hexadecimal digits.
func (d *Dir) Path(hash string) string {
	return filepath.Join(d.root, hash[:min(2, len(hash))], hash)
}

// Put stores each blob and gives the hashes in the same order. When it returns
// the bytes survive a crash. Many blobs in one call share the waiting for the disk.
func (d *Dir) Put(ctx context.Context, blobs ...[]byte) ([]string, error) {
	hashes := make([]string, len(blobs))
	fresh := map[string][]byte{} // by path
	folders := map[string]bool{}
	for i, b := range blobs {
		hashes[i] = dateline.Hash(b)
		if path := d.Path(hashes[i]); !there(path, len(b)) {
			fresh[path] = b
			folders[filepath.Dir(path)] = true
		}
	}
	for folder := range folders {
		if err := d.makeFolder(folder); err != nil {
			return nil, failed("the folder of raw bytes cannot be made", err)
		}
	}
	if err := together(ctx, maps.Keys(fresh), func(path string) error { return write(path, fresh[path]) }); err != nil {
		return nil, failed("raw bytes cannot be written", err)
	}
	if err := together(ctx, maps.Keys(folders), syncFolder); err != nil {
		return nil, failed("the folder of raw bytes cannot be synced", err)
	}
	return hashes, nil
}

// together does work for each item, many at a time: a disk serves many syncs
// almost as fast as one.
func together(ctx context.Context, items iter.Seq[string], work func(string) error) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(64)
	for item := range items {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			return work(item)
		})
	}
	return group.Wait()
}

// isHash keeps everything that is no hash from becoming part of a path.
func isHash(s string) bool {
	return len(s) == 64 && strings.Trim(s, "0123456789abcdef") == ""
}

// there says whether a file of that size stands at path; Get compares the hash.
func there(path string, size int) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() && info.Size() == int64(size)
}

// write puts b under another name, syncs it and renames it to path.
func write(path string, b []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	err = errors.Join(err, f.Sync(), f.Chmod(0o444), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// makeFolder makes ab and syncs the folder above it, so that the name of a new
// folder survives a crash as well.
func (d *Dir) makeFolder(folder string) error {
	if _, err := os.Stat(folder); err == nil {
		return nil
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	return syncFolder(d.root)
}

func syncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// Get gives the bytes with that hash: NotFound if there are none, Damaged if
// they have another hash now.
func (d *Dir) Get(ctx context.Context, hash string) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if !isHash(hash) {
		return nil, dateline.Errorf(dateline.NotFound, "%q is no SHA-256", hash)
	}
	b, err := os.ReadFile(d.Path(hash))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, dateline.Errorf(dateline.NotFound, "no raw bytes with SHA-256 %s", hash)
	}
	if err != nil {
		return nil, failed("raw bytes cannot be read", err)
	}
	if now := dateline.Hash(b); now != hash {
		return nil, dateline.Errorf(dateline.Damaged, "raw bytes stored as %s have SHA-256 %s", hash, now)
	}
	return b, nil
}

// Has says whether bytes with that hash are there, without reading them.
func (d *Dir) Has(hash string) bool {
	if !isHash(hash) {
		return false
	}
	info, err := os.Stat(d.Path(hash))
	return err == nil && info.Mode().IsRegular()
}

// All yields the names of all files in order: hashes, and whatever else lies
// there, such as the rest of a write that was cut short.
func (d *Dir) All(ctx context.Context) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		err := filepath.WalkDir(d.root, func(path string, entry fs.DirEntry, err error) error {
			if err == nil {
				err = ctx.Err()
			}
			if err != nil || entry.IsDir() {
				return err
			}
			if !yield(entry.Name(), nil) {
				return fs.SkipAll
			}
			return nil
		})
		if err != nil {
			yield("", failed("the folder of raw bytes cannot be listed", err))
		}
	}
}

// Copy puts the file with that hash into another folder of raw bytes. It is
// compared with its hash on the way.
func (d *Dir) Copy(ctx context.Context, hash string, to *Dir) error {
	b, err := d.Get(ctx, hash)
	if err != nil {
		return err
	}
	_, err = to.Put(ctx, b)
	return err
}

func failed(what string, err error) error {
	return &dateline.Error{Code: dateline.Unavailable, What: what, Kept: "Nothing was changed", Err: err}
}
