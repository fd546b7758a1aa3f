package pipeline

import (
	"context"

	"github.com/opendateline/dateline/store"
)

// setAside stores a report that the gate refused: its text, which can be
// searched, and why. It has no reading, which is how it is told from others; the
// same bytes given to a pipeline without a gate are read.
func (p *Pipeline) setAside(ctx context.Context, tx store.Tx, a *Account) error {
	if err := tx.PutReport(ctx, a.Report); err != nil {
		return err
	}
	if err := tx.Decide(ctx, *a.Refused); err != nil {
		return err
	}
	return tx.Mint(ctx, a.Report.ID, a.Refused.ID)
}
