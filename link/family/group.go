package family

import (
	"sort"

	"github.com/opendateline/dateline"
)

// Thresholds of IND-2; Annex B family.containment5 and family.min_runs.
type Thresholds struct {
	Containment       float64 // with MinRuns runs
	MinRuns           int
	Longest           int     // tokens of the longest, or there are twice as many: set phrases are shorter
	Half              float64 // containment at which one long run may count for several
	CreditContainment float64 // with a shared credit or byline
	Copy              float64 // containment at which the number of runs no longer matters
}

// Default is IND-2 as the specification has it, but for Longest: of pairs of local
// news judged by eye, three set phrases in common made one in eight a family.
var Default = Thresholds{Containment: 0.05, MinRuns: 3, Longest: 12, Half: 0.5, CreditContainment: 0.03, Copy: 0.8}

// Same says whether the evidence makes two reports one story family (IND-2). A
// run counts once for every seven of its words where half of a text is in the
// other, because an untouched copy is one long run.
func (t Thresholds) Same(s dateline.Shared) bool {
	n, longest := 0, 0
	for _, r := range s.Runs {
		n, longest = n+r.Tokens/runWords, max(longest, r.Tokens)
	}
	switch {
	case s.Containment >= t.Copy:
		return true
	case s.Containment < t.Half && len(s.Runs) < t.MinRuns:
	case s.Containment >= t.Containment && n >= t.MinRuns && (longest >= t.Longest || n >= 2*t.MinRuns):
		return true
	}
	return s.Credit != "" && s.Containment >= t.CreditContainment && n > 0
}

// Same is IND-2 with its default thresholds.
func Same(s dateline.Shared) bool { return Default.Same(s) }

// Group joins reports into families along the pairs that are Same. Families
// have two members or more and come in order of their ids; the id is that of
// the first member, so that it does not depend on the order of pairs.
func (t Thresholds) Group(pairs []dateline.Shared) []dateline.Family {
	head := heads{}
	for _, p := range pairs {
		if t.Same(p) {
			head.join(p.A, p.B)
		}
	}
	byHead := map[dateline.ID]*dateline.Family{}
	for id := range head {
		h := head.of(id)
		if byHead[h] == nil {
			byHead[h] = &dateline.Family{ID: dateline.NewID(dateline.PrefixFamily, string(h))}
		}
		byHead[h].Reports = append(byHead[h].Reports, id)
	}
	for _, p := range pairs {
		if t.Same(p) {
			f := byHead[head.of(p.A)]
			f.Pairs = append(f.Pairs, p)
		}
	}
	return inOrder(byHead)
}

// Group is Thresholds.Group with the defaults.
func Group(pairs []dateline.Shared) []dateline.Family { return Default.Group(pairs) }

func inOrder(byHead map[dateline.ID]*dateline.Family) []dateline.Family {
	out := make([]dateline.Family, 0, len(byHead))
	for _, f := range byHead {
		sort.Slice(f.Reports, func(i, k int) bool { return f.Reports[i] < f.Reports[k] })
		sort.Slice(f.Pairs, func(i, k int) bool {
			p, q := f.Pairs[i], f.Pairs[k]
			return p.A < q.A || p.A == q.A && p.B < q.B
		})
		out = append(out, *f)
	}
	sort.Slice(out, func(i, k int) bool { return out[i].ID < out[k].ID })
	return out
}

// heads is a forest in which every tree's root is its smallest id.
type heads map[dateline.ID]dateline.ID

func (h heads) of(id dateline.ID) dateline.ID {
	if _, ok := h[id]; !ok {
		h[id] = id
	}
	for h[id] != id {
		h[id] = h[h[id]]
		id = h[id]
	}
	return id
}

func (h heads) join(a, b dateline.ID) {
	a, b = h.of(a), h.of(b)
	h[max(a, b)] = min(a, b)
}

// Relation says how two reports of one family relate (domain §1.10).
type Relation string

const (
	VerbatimCopy Relation = "verbatim_copy"
	EditedCopy   Relation = "edited_copy"
	Version      Relation = "version" // of one outlet's own story
)

// verbatim is the Jaccard from which two texts are the same words.
const verbatim = 0.9

// Relate names the relation of two reports that are Same. order says whether a
// is the "earlier" or "later" of the two, from what the reports say of their
// own publication; "unknown" otherwise, never guessed from file order.
func Relate(a, b *dateline.Report, s dateline.Shared) (rel Relation, order string) {
	rel = EditedCopy
	switch {
	case s.Jaccard >= verbatim:
		rel = VerbatimCopy
	case sameOutlet(a, b):
		rel = Version
	}
	return rel, publishedOrder(a.Published, b.Published)
}

func sameOutlet(a, b *dateline.Report) bool {
	return a.OutletKey() != "" && a.OutletKey() == b.OutletKey()
}

func publishedOrder(a, b dateline.Published) string {
	switch {
	case a.At != "" && b.At != "" && a.At != b.At:
		return earlierIf(a.At < b.At)
	case a.Latest.Known() && b.Earliest.Known() && a.Latest < b.Earliest:
		return "earlier"
	case b.Latest.Known() && a.Earliest.Known() && b.Latest < a.Earliest:
		return "later"
	}
	return "unknown"
}

func earlierIf(yes bool) string {
	if yes {
		return "earlier"
	}
	return "later"
}
