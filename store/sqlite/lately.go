package sqlite

import (
	"context"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/recent"
	"github.com/opendateline/dateline/store"
)

// lately is what the connection that writes has read and nobody has changed
// since: linking looks at the same mentions and reports again and again. A
// connection that only reads has an empty one.
type lately struct {
	version  int64 // of the database, which others change
	mentions recent.Map[dateline.ID, *dateline.Mention]
	reports  recent.Map[dateline.ID, *dateline.Report]
	claims   recent.Map[dateline.ID, quotation]
	met      recent.Map[int64, store.Candidate] // by number of the mention
	numbered recent.Map[int64, dateline.ID]     // reports by number
}

// quotation is what never changes of a claim.
type quotation struct {
	mention dateline.ID
	span    dateline.Span
	exact   string
}

// How many of each it keeps, twice at the most.
const (
	keptDocuments = 4096
	keptNumbers   = 32768
)

func newLately() *lately {
	l := &lately{}
	l.forget()
	return l
}

// forget empties it.
func (l *lately) forget() {
	*l = lately{version: l.version}
	l.mentions.Limit, l.reports.Limit, l.claims.Limit = keptDocuments, keptDocuments, keptDocuments
	l.met.Limit, l.numbered.Limit = keptNumbers, keptNumbers
}

// refresh forgets everything if another connection has written since.
func (t *tx) refresh(ctx context.Context) error {
	var version int64
	_, err := t.get(ctx, []any{&version}, "PRAGMA data_version")
	if l := t.conn.lately; version != l.version {
		l.version = version
		l.forget()
	}
	return err
}
