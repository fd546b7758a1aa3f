package store

import (
	"context"
	"iter"
	"math/bits"

	"github.com/opendateline/dateline"
)

// Blocks finds mentions that may be of the same incident without looking at
// all of them: mentions that share a key.
type Blocks interface {
	// PutBlocks replaces the keys of a stored mention.
	PutBlocks(ctx context.Context, mention dateline.ID, keys []string) error
	// Candidates gives mentions that have at least one of the keys: the ones
	// whose keys in common tell most first, then by id; at most limit, 0 for all.
	// Keys are hashed to 64 bits, so a rare candidate may share none. Of a key
	// that more than MostSharing mentions have, the newest stored are looked at.
	Candidates(ctx context.Context, keys []string, limit int) ([]Candidate, error)
}

// Bounds of what one look-up costs in a large store: of how many mentions of a
// key, and reports of a band, it takes notice. What so many share tells little,
// and where it is one story or incident some of it are enough to find it by.
const (
	MostSharing = 64
	MostCopies  = 64
)

// Weight says how much a key tells that so many owners share, of at most most
// that are looked at: one more for each halving of them.
func Weight(owners, most int) int { return bits.Len(uint(most / max(owners, 1))) }

// Candidate is a mention that shares keys with a new one.
type Candidate struct {
	Mention dateline.ID
	Report  dateline.ID
	Weight  int // sum of the weights of the keys in common
}

// Bands finds reports that may share text, by the bands of their MinHash
// signatures (IND-1).
type Bands interface {
	// PutBands replaces the bands of a stored report.
	PutBands(ctx context.Context, report dateline.ID, bands []uint64) error
	// Similar gives reports with at least one of the bands: those whose bands in
	// common tell most first, then by id; at most limit, 0 for all. Of a band
	// that more than MostCopies reports have, the newest stored are looked at.
	Similar(ctx context.Context, bands []uint64, limit int) ([]Similar, error)
}

// Similar is a report that shares bands with another.
type Similar struct {
	Report dateline.ID
	Weight int // sum of the weights of the bands in common
}

// PublicIDs keeps the ids that people see (domain §1.1).
type PublicIDs interface {
	// Mint gives public ids to those records that have none, in the order of
	// their internal ids. The pipeline calls it once at the end of a job with
	// all records the job made. Records of a kind without public ids are passed over.
	Mint(ctx context.Context, ids ...dateline.ID) error
	// Public gives the public ids of those of the records that have one.
	Public(ctx context.Context, ids ...dateline.ID) (map[dateline.ID]dateline.PublicID, error)
	// Find gives the record with that public id, or NotFound. It does not
	// follow redirects.
	Find(ctx context.Context, p dateline.PublicID) (dateline.ID, error)
}

// Redirects keeps what became of ids that lost a merge. No id is used again.
type Redirects interface {
	// Redirect makes an id lead to another from now on. A circle is a Conflict.
	Redirect(ctx context.Context, from, to dateline.ID) error
	// Canonical follows redirects to their end; an id without one is its own.
	Canonical(ctx context.Context, id dateline.ID) (dateline.ID, error)
	// Aliases gives the ids that lead to id, sorted.
	Aliases(ctx context.Context, id dateline.ID) ([]dateline.ID, error)
}

// Registries are the tables of things that records point at, as used: a
// snapshot, so that a record keeps its meaning when a registry is updated.
type Registries interface {
	Sources() Registry[dateline.Source]
	Actors() Registry[dateline.Actor]
	Places() Registry[dateline.Place]
	Texts
}

// Texts are the registries of how reports hang together.
type Texts interface {
	Origins() Registry[dateline.Origin]
	Families() Registry[dateline.Family]
	// Documents keeps other JSON documents by kind: briefs, review items.
	Documents(kind string) Registry[Document]
}

// Registry keeps entries of one type by id.
type Registry[T any] interface {
	// Put adds or replaces entries.
	Put(ctx context.Context, entries ...T) error
	// Get gives one entry, or NotFound.
	Get(ctx context.Context, id dateline.ID) (*T, error)
	// All yields the entries in the order of their ids.
	All(ctx context.Context) iter.Seq2[*T, error]
	// Delete removes entries; one that is not there is no error.
	Delete(ctx context.Context, ids ...dateline.ID) error
}

// Document is JSON that the store keeps without knowing its form.
type Document struct {
	ID   dateline.ID
	JSON []byte
}

// Search finds records by words.
type Search interface {
	// Search gives the best hits for words, "phrases" and -not, reports and
	// incidents mixed, best first. A query without a word is Invalid. Stretches
	// that a report masks (ETH-10), boilerplate and suppressed words (ETH-1)
	// are not found.
	Search(ctx context.Context, query string, limit int) ([]Hit, error)
	// Suppress takes a name out of the index, now and in all that is indexed
	// later, or with lift puts it back (ETH-1).
	Suppress(ctx context.Context, name string, lift bool) error
}

// Hit is one record that was found. Score orders hits of one search.
type Hit struct {
	ID     dateline.ID
	Public dateline.PublicID
	Title  string
	Score  float64
}

// Synthetic is the setting that says in one sentence that the data of a store
// are made up; everything that is shown of them says it too.
const Synthetic = "synthetic"

// Settings keeps short values by name: stage versions, the preset, when the
// last check was.
type Settings interface {
	// Set writes a value; an empty value removes it.
	Set(ctx context.Context, name, value string) error
	// Setting gives a value, or "" if it was never set.
	Setting(ctx context.Context, name string) (string, error)
}
