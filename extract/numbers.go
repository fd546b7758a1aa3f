package extract

import (
	"context"
	"slices"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
	"github.com/opendateline/dateline/extract/whole"
)

// measuresWeighed are the measures whose numbers are weighed against each other.
var measuresWeighed = []dateline.Measure{dateline.Killed, dateline.Wounded}

// Numbers are, by measure, the numbers that the main account of a report gives,
// with what speaks for and against each as that of everybody; none if there is
// no such account. They are what package whole is taught on.
func (r *Reader) Numbers(ctx context.Context, doc *dateline.Document, ann Annotations) (map[dateline.Measure][]whole.Candidate, error) {
	pass := newPass(r, doc, ann)
	if err := pass.settled(ctx); err != nil {
		return nil, err
	}
	out := map[dateline.Measure][]whole.Candidate{}
	for _, a := range pass.accounts {
		if a.salience != dateline.Main {
			continue
		}
		m := pass.mention(a)
		w := &writer{pass: pass, account: a, mention: &m}
		w.write()
		for _, measure := range measuresWeighed {
			list := w.numbersOf(measure)
			out[measure] = list.candidates()
			w.choose(list)
		}
	}
	return out, nil
}

// weighNumbers sets the confidence of the claims of the account that count the
// killed or the wounded: how likely theirs is the number of everybody. A number
// that is only offered becomes a claim if it is the likeliest. If none but the
// dead were hurt, what tells of their wounds counts nobody more (CAS-12).
func (w *writer) weighNumbers() {
	for _, measure := range measuresWeighed {
		w.choose(w.numbersOf(measure))
	}
}

// choose weighs the numbers of one measure.
func (w *writer) choose(list numbers) {
	if len(list) == 0 {
		return
	}
	shares := w.wholes.Likely(list.candidates())
	most := slices.Max(shares)
	chosen := list[slices.Index(shares, most)]
	for i, share := range shares {
		for _, c := range list[i].claims {
			if c.Confidence = share; isToll(c) {
				c.Confidence = most
			}
		}
	}
	switch {
	case chosen.offer != nil:
		w.harm(*chosen.offer)
		w.claims[len(w.claims)-1].Confidence = most
	case chosen.nobody:
		w.recast(dateline.Wounded, dateline.KilledOrWounded)
	}
}

// recast counts those of one measure under another.
func (w *writer) recast(from, to dateline.Measure) {
	for _, c := range w.counting(from) {
		c.Attribute, c.Value.Count.Measure = harmAttributes[to], to
		c.ID = w.claimID(c.Attribute, c.Span)
	}
}

// headNumber is the number that a claim gives, the low end of a range; nil for
// vague words, plurals and ceilings.
func headNumber(c *dateline.Claim) *int {
	if count := c.Value.Count; count.Anchor == nil && count.Qualifier == dateline.Between {
		return count.Lo
	}
	return c.Value.Count.Anchor
}

// isToll: "the toll rose to five" is of everybody by its own words.
func isToll(c *dateline.Claim) bool { return strings.HasPrefix(c.Rule, ruleToll) }

// counting are the claims of the account that count people under a measure, other
// than those who did it.
func (w *writer) counting(m dateline.Measure) []*dateline.Claim {
	var out []*dateline.Claim
	for i := range w.claims {
		c := &w.claims[i]
		if c.Attribute == harmAttributes[m] && c.Population != dateline.PopPerpetrators && c.Modality != dateline.Denied && c.Status != dateline.Superseded {
			out = append(out, c)
		}
	}
	return out
}

// number is one number of an account, with the claims that give it, or the harm
// that offers it, and what was seen around them.
type number struct {
	n      int
	open   bool // "the injured": two at least
	nobody bool // of the wounded: all who were hurt are dead
	claims []*dateline.Claim
	offer  *harm
	seen   map[string]float64
}

type numbers []*number

func (list numbers) of(n int) *number {
	for _, x := range list {
		if x.n == n {
			return x
		}
	}
	return nil
}

func (list numbers) has(n int) bool { return list.of(n) != nil }

func (list numbers) candidates() []whole.Candidate {
	out := make([]whole.Candidate, len(list))
	for i, x := range list {
		out[i] = x.candidate()
	}
	return out
}

// numbersOf groups the claims of the account under one measure by their number,
// the lowest first, with the numbers that are offered beside them and the answer
// that nobody but the dead was hurt.
func (w *writer) numbersOf(m dateline.Measure) numbers {
	claims := w.counting(m)
	var list numbers
	for _, c := range claims {
		if n := headNumber(c); n != nil {
			list = list.give(*n, c)
		}
	}
	for i, h := range w.account.offered {
		if h.count.Measure == m && !list.has(*h.count.Anchor) {
			list = append(list, &number{n: *h.count.Anchor, offer: &w.account.offered[i]})
		}
	}
	if len(list) == 0 {
		list = someOf(claims)
	}
	slices.SortFunc(list, func(a, b *number) int { return a.n - b.n })
	if m == dateline.Wounded && len(list) > 0 && w.mayAllBeDead(claims) {
		list = append(list, &number{nobody: true})
	}
	w.describeNumbers(m, list)
	return list
}

// give adds a claim to its number.
func (list numbers) give(n int, c *dateline.Claim) numbers {
	x := list.of(n)
	if x == nil {
		x = &number{n: n}
		list = append(list, x)
	}
	x.claims = append(x.claims, c)
	return list
}

// someOf is what plurals and vague words count where no number is given.
func someOf(claims []*dateline.Claim) numbers {
	some := &number{open: true}
	for _, c := range claims {
		if lo := c.Value.Count.Lo; lo != nil && *lo > 0 {
			some.n, some.claims = max(some.n, *lo), append(some.claims, c)
		}
	}
	if some.n == 0 {
		return nil
	}
	return numbers{some}
}

// dead are the claims that count the dead, whoever they are.
func (w *writer) dead() []*dateline.Claim {
	var out []*dateline.Claim
	for i := range w.claims {
		c := &w.claims[i]
		if lo := c.Value.Count; c.Attribute == dateline.AttrKilled && lo.Lo != nil && *lo.Lo > 0 && c.Modality != dateline.Denied && c.Status != dateline.Superseded {
			out = append(out, c)
		}
	}
	return out
}

// mayAllBeDead: each of the claims that count wounded may be of the dead: it tells of
// as many people, or of nobody in particular, and only by their wounds, by where they
// were taken or by their being shot (CAS-12). Persons whom the account tells apart
// from the dead are not among them.
func (w *writer) mayAllBeDead(claims []*dateline.Claim) bool {
	if w.account.told[dateline.Wounded] > 0 {
		return false
	}
	dead := map[int]bool{}
	for _, c := range w.dead() {
		dead[*c.Value.Count.Lo] = true
	}
	for _, c := range claims {
		if lo := c.Value.Count.Lo; lo == nil || !dead[*lo] && !c.Value.Count.PluralOnly || !w.ofPatients(c) {
			return false
		}
	}
	return len(dead) > 0
}

// ofPatients: the claim was read from wounds, a hospital or being shot, and not from
// a word that sets the wounded apart.
func (w *writer) ofPatients(c *dateline.Claim) bool {
	return slices.Contains([]string{ruleWound, ruleCondition, ruleHospital, ruleShot, ruleRest}, ruleOf(c)) || ruleOf(c) == "CAS-2/noun" && w.pointsToSome(c)
}

// pointsToSome: "the injuries", "his wounds".
func (w *writer) pointsToSome(c *dateline.Claim) bool {
	first, _, _ := strings.Cut(lower(c.Exact), " ")
	return c.Value.Count.PluralOnly && (first == "the" || w.lex.Is(lexicon.Possessive, first))
}
