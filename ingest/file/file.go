package file

import (
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"sort"
	"strings"

	dateline "github.com/opendateline/dateline"
)

// Options bound and feed a reading. The zero value reads up to DefaultLimit
// bytes a report and has no standard input.
type Options struct {
	Stdin io.Reader
	Limit int64 // bytes of one report
	Total int64 // bytes out of one archive; 100 times Limit if zero
}

// DefaultLimit is the largest report that is read if nothing else is said.
const DefaultLimit = 32 << 20

func (o Options) limit() int64 {
	if o.Limit > 0 {
		return o.Limit
	}
	return DefaultLimit
}

func (o Options) total() int64 {
	if o.Total > 0 {
		return o.Total
	}
	return 100 * o.limit()
}

// Read yields the reports of the given paths: files, folders (read through,
// in the order of their names, hidden ones left out), patterns such as
// "news/*.txt", and "-" for the standard input. Files that end in .jsonl or
// .ndjson hold one report a line; .gz is unpacked, .zip is read file by file.
func Read(paths []string, o Options) iter.Seq2[dateline.Raw, error] {
	return func(yield func(dateline.Raw, error) bool) {
		for _, path := range paths {
			if !readPath(path, o, yield) {
				return
			}
		}
	}
}

type yielder = func(dateline.Raw, error) bool

func readPath(path string, o Options, yield yielder) bool {
	if path == "-" {
		return readStdin(o, yield)
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(path, "*?["):
		return readPattern(path, o, yield)
	case err != nil:
		return yield(dateline.Raw{Name: path}, readError(path, err))
	case info.IsDir():
		return readFolder(path, o, yield)
	}
	return readFile(path, o, yield)
}

func readError(path string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return &dateline.Error{Code: dateline.NotFound, What: "there is no file or folder " + path, Next: "Check the path"}
	}
	return dateline.Errorf(dateline.Unreadable, "%s cannot be read: %w", path, err)
}

func readStdin(o Options, yield yielder) bool {
	if o.Stdin == nil {
		return yield(dateline.Raw{Name: "-"}, dateline.Errorf(dateline.Invalid, "there is no standard input to read"))
	}
	return readStream(o.Stdin, "-", "", o, yield)
}

func readPattern(pattern string, o Options, yield yielder) bool {
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		return yield(dateline.Raw{Name: pattern}, &dateline.Error{Code: dateline.NotFound, What: "no file fits " + pattern, Next: "Check the pattern"})
	}
	sort.Strings(names)
	for _, name := range names {
		if !readPath(name, o, yield) {
			return false
		}
	}
	return true
}

// readFolder reads through a folder. Links are not followed, so that no loop
// and no file outside the folder is read.
func readFolder(dir string, o Options, yield yielder) bool {
	going := true
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			going = yield(dateline.Raw{Name: path}, readError(path, err))
		case path != dir && strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case entry.Type().IsRegular():
			going = readFile(path, o, yield)
		}
		if !going {
			return fs.SkipAll
		}
		return nil
	})
	if err != nil {
		return yield(dateline.Raw{Name: dir}, readError(dir, err))
	}
	return going
}

func readFile(path string, o Options, yield yielder) bool {
	f, err := os.Open(path)
	if err != nil {
		return yield(dateline.Raw{Name: path}, readError(path, err))
	}
	defer f.Close()
	return readStream(f, path, strings.ToLower(filepath.Ext(path)), o, yield)
}
