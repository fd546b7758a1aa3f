package link

import (
	"slices"

	"github.com/opendateline/dateline"
)

// wholeAndPart says that two mentions are not of one incident because one tells
// of more than the other: an operation and what happened at a single one of its
// places (LNK-7), two operations that share no place, or of several blasts at
// one place a certain one and another, or all of them (LNK-6).
func wholeAndPart(a, b *dateline.Mention) bool {
	switch {
	case a.Operation() && b.Operation():
		return !slices.ContainsFunc(a.Sites, func(x dateline.PlaceRef) bool { return struckAt(b, x) })
	case a.Operation():
		return partial(b)
	case b.Operation():
		return partial(a)
	}
	return a.Ordinal != b.Ordinal
}

// partial: a mention that is told as a part, or of one town.
func partial(m *dateline.Mention) bool {
	return m.PartOf != "" || located(m.Place) && fine(m.Place)
}

// struckAt: the place is one of those of an operation.
func struckAt(m *dateline.Mention, x dateline.PlaceRef) bool {
	return slices.ContainsFunc(m.Sites, func(y dateline.PlaceRef) bool { return sameCity(&x, &y) })
}
