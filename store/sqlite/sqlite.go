// Package sqlite is the store of one machine: one folder that holds
//
//	dateline.db   all records (SQLite, write-ahead log beside it)
//	raw/          the bytes as received, see store/raw
//
// One connection writes, several read beside it; a reader sees the store as it
// was when it began. Every Update ends with a sync of the write-ahead log, so
// what was said to be kept survives a crash of the process or of the machine.
// Opening an older store brings its schema up to date; a store written by a
// newer program is left alone (Unavailable).
//
// SQL here keeps to what PostgreSQL understands as well, save for the full-text
// index in search.go, the upkeep in doctor.go and backup.go, and the table options
// of the migrations.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"

	_ "modernc.org/sqlite" // the database driver "sqlite"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/store/raw"
)

const (
	databaseFile = "dateline.db"
	rawFolder    = "raw"
)

// Options change how a store is opened. The zero value is right for most.
type Options struct {
	ReadOnly bool // refuse Update and PutRaw, and do not bring the schema up to date
	Readers  int  // Views at a time; 0 is 4
	// BusyMillis is how long to wait for another process that writes, in
	// milliseconds; 0 is 5000.
	BusyMillis int
}

// Store is a store folder that is open.
type Store struct {
	dir     string
	options Options
	db      *sql.DB
	raw     *raw.Dir
	packer  *packer
	writer  chan *conn // holds the one writing connection when it is free
	readers chan *conn // holds a nil for every connection not yet opened
	closed  chan struct{}
}

var _ store.Store = (*Store)(nil)

// Open opens the store in dir: NotFound if there is none.
func Open(ctx context.Context, dir string, o Options) (*Store, error) {
	if _, err := os.Stat(filepath.Join(dir, databaseFile)); errors.Is(err, fs.ErrNotExist) {
		return nil, &dateline.Error{Code: dateline.NotFound, What: "there is no store in " + dir,
			Next: "Make one with: dateline init " + dir}
	}
	mode := "rw"
	if o.ReadOnly {
		mode = "ro"
	}
	return open(ctx, dir, o, mode)
}

func open(ctx context.Context, dir string, o Options, mode string) (*Store, error) {
	if o.Readers <= 0 {
		o.Readers = 4
	}
	if o.BusyMillis <= 0 {
		o.BusyMillis = 5000
	}
	db, err := sql.Open("sqlite", dsn(filepath.Join(dir, databaseFile), mode, o.BusyMillis))
	if err != nil {
		return nil, unavailable("the store cannot be opened", err)
	}
	s := &Store{dir: dir, options: o, db: db, writer: make(chan *conn, 1), readers: make(chan *conn, o.Readers), closed: make(chan struct{})}
	if err := s.start(ctx); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return s, nil
}

// start fills the pools and brings the schema up to date.
func (s *Store) start(ctx context.Context) error {
	s.writer <- nil
	for range cap(s.readers) {
		s.readers <- nil
	}
	if err := migrate(ctx, s.db, s.options.ReadOnly); err != nil {
		return err
	}
	var err error
	if s.packer, err = newPacker(); err != nil {
		return err
	}
	s.raw, err = raw.Open(filepath.Join(s.dir, rawFolder))
	return err
}

// dsn names the database and what every connection to it is told.
func dsn(path, mode string, busyMillis int) string {
	q := url.Values{"mode": {mode}, "_pragma": {
		"busy_timeout(" + itoa(busyMillis) + ")", "journal_mode(wal)", "synchronous(full)",
		"foreign_keys(on)", "temp_store(memory)", "cache_size(-16000)", "mmap_size(268435456)", "wal_autocheckpoint(16000)",
	}}
	if mode == "ro" {
		q["_pragma"] = append(q["_pragma"][:1], "temp_store(memory)")
	}
	return (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: q.Encode()}).String()
}

// Close waits for work that is going on and closes the store.
func (s *Store) Close() error {
	select {
	case <-s.closed:
		return nil
	default:
	}
	errs := []error{closeConn(<-s.writer)}
	for range cap(s.readers) {
		errs = append(errs, closeConn(<-s.readers))
	}
	close(s.closed)
	return errors.Join(append(errs, s.db.Close())...)
}

// Dir is the folder of the store.
func (s *Store) Dir() string { return s.dir }

// PutRaw stores bytes under their SHA-256.
func (s *Store) PutRaw(ctx context.Context, blobs ...[]byte) ([]string, error) {
	if s.options.ReadOnly {
		return nil, readOnly()
	}
	return s.raw.Put(ctx, blobs...)
}

// GetRaw gives the bytes with that SHA-256.
func (s *Store) GetRaw(ctx context.Context, sha256 string) ([]byte, error) {
	return s.raw.Get(ctx, sha256)
}
