package main

import (
	"sort"

	"github.com/opendateline/dateline"
)

// byNumber sorts claims with counts by their least number, those without one
// last; equal ones keep their order.
func byNumber(claims []*dateline.Claim) []*dateline.Claim {
	sort.SliceStable(claims, func(i, k int) bool {
		a, b := least(claims[i]), least(claims[k])
		if a == nil || b == nil {
			return a != nil
		}
		return *a < *b
	})
	return claims
}

// least is the number that a count stands at in the ladder.
func least(c *dateline.Claim) *int {
	n := c.Value.Count
	switch {
	case n.PluralOnly:
		return nil
	case n.Anchor != nil:
		return n.Anchor
	case n.Lo != nil:
		return n.Lo
	}
	return n.Hi
}
