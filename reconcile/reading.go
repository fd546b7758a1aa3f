package reconcile

import "github.com/opendateline/dateline"

// weight ranks how much of a number a count is; the heavier replaces the
// lighter inside one origin (CAS-17).
type weight int

const (
	silent  weight = iota // a number word that no table holds
	ceiling               // "up to 20": bounds from above only (example 10)
	plural                // "deaths": two at least
	named                 // one named person; says nothing of others (example 16)
	vague                 // "dozens"
	numeric
)

func weigh(c dateline.Count) weight {
	switch {
	case c.PluralOnly || c.Qualifier == dateline.BarePlural:
		return plural
	case c.Vague || c.Qualifier == dateline.VagueWord:
		return vague
	case c.Qualifier == dateline.NamedPerson:
		return named
	case c.Qualifier == dateline.UpTo || c.Qualifier == dateline.FewerThan:
		return ceiling
	case c.Anchor != nil || (c.Lo != nil && c.Hi != nil):
		return numeric
	}
	return silent
}

// reading is what one voice means for one population. Lo, Anchor and Hi of
// count are those of the aligned number; floor and reach say how low and how
// high it goes when it is not known whether attackers are in it (CAS-6).
type reading struct {
	*voice
	count   dateline.Count
	weight  weight
	floor   *int
	reach   *int
	shifted bool          // attackers may or may not be in it
	also    []dateline.ID // further claims it was computed with
	derived bool          // the number is a sum or difference of stated ones
}

// read takes a count as it stands.
func read(v *voice, c dateline.Count) reading {
	return reading{voice: v, count: c, weight: weigh(c), floor: c.Lo, reach: greater(c.Anchor, c.Hi), derived: c.Derived}
}

func (r reading) open() bool { return r.count.Hi == nil }

// top is the highest number of the reading, the least one if no other is given.
func (r reading) top() *int {
	if r.reach != nil {
		return r.reach
	}
	return r.count.Lo
}

func (r reading) claims() []dateline.ID { return union([]dateline.ID{r.claim.ID}, r.also) }

func (r reading) exhaustive() bool {
	c := r.claim.Value.Count
	return c.Breakdown == dateline.Exhaustive && !c.Derived
}

func ptr(n int) *int { return &n }

func greater(a, b *int) *int {
	if a == nil || (b != nil && *b > *a) {
		return b
	}
	return a
}

func lesser(a, b *int) *int {
	if a == nil || (b != nil && *b < *a) {
		return b
	}
	return a
}

func plus(a, b *int) *int {
	if a == nil || b == nil {
		return nil
	}
	return ptr(*a + *b)
}

// minus is a-b, not below zero; nil if one of them is not known.
func minus(a, b *int) *int {
	if a == nil || b == nil {
		return nil
	}
	return ptr(max(0, *a-*b))
}

func same(a, b *int) bool { return (a == nil) == (b == nil) && (a == nil || *a == *b) }

// add sums two disjoint counts (CAS-3): anchors add, lows add, highs add
// unless one is open.
func add(a, b dateline.Count) dateline.Count {
	sum := a
	sum.Lo, sum.Anchor, sum.Hi = plus(a.Lo, b.Lo), plus(a.Anchor, b.Anchor), plus(a.Hi, b.Hi)
	sum.Approximate = a.Approximate || b.Approximate
	sum.PluralOnly = a.PluralOnly || b.PluralOnly
	sum.Vague = a.Vague || b.Vague
	sum.Qualifier = looser(a, b)
	sum.Parts = []dateline.Count{bare(a), bare(b)}
	sum.Derived, sum.Breakdown = true, a.Breakdown
	return sum
}

func bare(c dateline.Count) dateline.Count {
	c.Parts = nil
	return c
}

func looser(a, b dateline.Count) dateline.Qualifier {
	if weigh(b) < weigh(a) || a.Qualifier == dateline.Exactly {
		return b.Qualifier
	}
	return a.Qualifier
}

// take subtracts a part from its whole. The number stays one only when both
// are exact to the person.
func take(whole, part dateline.Count) dateline.Count {
	rest := whole
	rest.Lo = ptr(0)
	if part.Hi != nil {
		rest.Lo = minus(whole.Lo, part.Hi)
	}
	rest.Anchor, rest.Hi = minus(whole.Anchor, part.Anchor), minus(whole.Hi, part.Lo)
	if !same(part.Lo, part.Hi) {
		rest.Anchor = nil
	}
	rest.Derived, rest.Parts = true, nil
	return rest
}
