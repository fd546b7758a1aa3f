package main

import (
	"context"
	"fmt"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/store"
	"github.com/opendateline/dateline/wording"
)

// doubtful is the fact of an incident that is held least surely, with its
// confidence: that of the surest claim that its value rests on. "" if no value
// rests on claims.
func doubtful(ctx context.Context, tx store.Tx, i *dateline.Incident) (string, error) {
	rests := map[dateline.Attribute][]dateline.ID{dateline.AttrDate: i.Date.Claims, dateline.AttrPlace: i.Place.Claims}
	for _, m := range []dateline.Measure{dateline.Killed, dateline.Wounded} {
		if f := i.Figure(m, dateline.PopAll); f != nil {
			rests[dateline.Attribute(m)] = f.BestClaims
		}
	}
	least, fact := 2.0, dateline.Attribute("")
	for _, attr := range dateline.Attributes {
		if len(rests[attr]) == 0 {
			continue
		}
		held, err := surest(ctx, tx, rests[attr])
		if err != nil {
			return "", err
		}
		if held < least {
			least, fact = held, attr
		}
	}
	if fact == "" {
		return "", nil
	}
	return fmt.Sprintf("%s %.2f", wording.Fact(fact), least), nil
}

func surest(ctx context.Context, tx store.Tx, ids []dateline.ID) (float64, error) {
	most := 0.0
	for _, id := range ids {
		c, err := tx.Claim(ctx, id)
		if err != nil {
			return 0, err
		}
		most = max(most, c.Confidence)
	}
	return most, nil
}
