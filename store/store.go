// Package store says what a Dateline store keeps and in which terms others
// talk to it. It holds contracts only: store/sqlite is the store of one
// machine, store/raw keeps the bytes as received, and store/storetest is the
// one suite that every implementation passes.
//
// # What is kept
//
// Raw bytes lie apart from the records, under their SHA-256; they are on disk
// before any row names them and nothing here can change them (ETH-6).
// Everything else is a record with an internal id: reports with their text,
// readings (passages, mentions, claims), incidents, the registries, jobs, and
// two logs that only grow: decisions and revisions. Each entry of a log holds
// the hash of the one before it. An incident is stored as its newest state
// beside the full state of every revision, so that "as known on" is a look-up.
//
// # Transactions
//
// All reading and writing goes through View or Update. One Update is atomic:
// either everything its function did is there afterwards, or nothing. The
// pipeline writes one report (report, reading, blocks, bands) in one Update
// and one linking step (incidents with their revisions, decisions, claims) in
// another. Only one Update runs at a time; Views run beside it and see the
// state as of their first read.
//
// The store never looks at the clock: every At comes from the caller.
//
// # Errors
//
// Errors carry a code of the root package. NotFound: no such record. Conflict:
// somebody changed it first, or an id is taken by something else. Damaged:
// stored data does not agree with itself. Unavailable: the store is locked,
// full, or was written by a newer version of the program.
package store

import (
	"context"
	"io"

	"github.com/opendateline/dateline"
)

// Store is an open store. It is safe for use by several goroutines.
type Store interface {
	Transactor
	Raw
	Checker
	Keeper
	io.Closer
}

// Transactor runs functions in transactions. An Update within an Update waits
// for itself until ctx ends; a View may hold an Update.
type Transactor interface {
	// View calls read once with a consistent view of the store. Writing in a
	// View is an error with code Invalid.
	View(ctx context.Context, read func(Tx) error) error
	// Update calls write once and keeps what it did if it returns nil; if it
	// returns an error or panics nothing is kept. The Tx must not be used
	// after write returns, nor from another goroutine. Mentions and reports that
	// it gives may be given again: they must not be changed.
	Update(ctx context.Context, write func(Tx) error) error
}

// Raw keeps bytes under their SHA-256.
type Raw interface {
	// PutRaw stores each blob and gives the hashes in the same order. When it
	// returns, the bytes survive a crash. Bytes already there cost nothing.
	PutRaw(ctx context.Context, blobs ...[]byte) ([]string, error)
	// GetRaw gives the bytes with that hash: NotFound if there are none,
	// Damaged if they no longer have it.
	GetRaw(ctx context.Context, sha256 string) ([]byte, error)
}

// Checker looks for damage.
type Checker interface {
	// Verify reads everything and compares it with its hashes and with what
	// refers to it (ETH-6). Damage is in the result; the error says that the
	// check itself could not be done.
	Verify(ctx context.Context) (Verification, error)
	// Doctor looks at the state of the store as a thing on a disk and advises.
	Doctor(ctx context.Context) ([]Advice, error)
}

// Keeper makes copies.
type Keeper interface {
	// Backup writes a consistent copy of the whole store into dir, which must
	// not exist or be empty. Work on the store goes on meanwhile.
	Backup(ctx context.Context, dir string) error
}

// Tx is one transaction: everything that can be read and written in it.
type Tx interface {
	Reports
	Readings
	Mentions
	Claims
	Incidents
	History
	Decisions
	Jobs
	Blocks
	Bands
	PublicIDs
	Redirects
	Registries
	Search
	Settings
}

// Verification is what Verify found.
type Verification struct {
	Checked  map[string]int `json:"checked"` // how many of each kind of thing were compared
	Problems []Problem      `json:"problems"`
}

// OK says that nothing was found.
func (v Verification) OK() bool { return len(v.Problems) == 0 }

// Problem is one thing that does not agree.
type Problem struct {
	Record dateline.ID       `json:"record"`       // the report, incident, decision …
	Public dateline.PublicID `json:"id,omitempty"` // its public id, if it has one
	Check  string            `json:"check"`        // raw, text, passage, claim, figure, decisions, revisions, state, content, public
	What   string            `json:"what"`
}

// Advice is one finding of Doctor.
type Advice struct {
	Check string `json:"check"`
	OK    bool   `json:"ok"`
	Found string `json:"found"`
	Next  string `json:"next,omitempty"` // what to do, if not OK
}
