package extract

import (
	"slices"
	"sort"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file tells an operation from its parts (LNK-6, LNK-7). "Bombs in A and B
// killed 18" is an account of two places with one number: the number stays with
// the whole, and each place is an account of its own, that of the sentences
// that tell of this place alone, or one that says no more than that it was
// struck. Of several blasts at one place, those that are told by their number
// ("the second killed 12") are parts in the same way.

// mostSites is how many places one account may name; a longer list is one of
// places and not of what happened there.
const mostSites = 8

// atSites notes the towns that an account is told of at once, if it is told of
// several. A number of attacks that agrees with the number of places is one of
// them and no total of others.
func atSites(t *tree, a *account) bool {
	sites := sitesOf(t, a)
	if len(sites) == 0 || a.kind == dateline.KindAggregate && (a.number == nil || *a.number != len(sites)) {
		return false
	}
	a.sites, a.kind = sites, dateline.KindIncident
	if a.temporal == dateline.Ongoing {
		a.temporal = dateline.Past
	}
	return true
}

// sitesOf are the towns that the words of one account coordinate: at least two,
// none twice, with nothing between them but words of a list ("in A and B", "on
// a market in A and a bus station in B").
func sitesOf(t *tree, a *account) []placed {
	if !severally(t, a) {
		return nil
	}
	var run []placed
	and, last := false, 0
	for _, x := range townsInOrder(t, a) {
		k := tokenAt(t, x.Start)
		joined, final := listed(t, last, k)
		last = afterPlace(t, x, k)
		switch {
		case joined && len(run) > 0:
			run, and = addTown(run, x), and || final
		case and:
			return enough(run, and)
		case pointsAt(t, k):
			run = []placed{x}
		default:
			run = nil
		}
	}
	return enough(run, and)
}

// townsInOrder are the towns of an account that its sentence names, in its
// order, without those that only a building stands in.
func townsInOrder(t *tree, a *account) []placed {
	var out []placed
	for _, x := range a.places {
		if tokenAt(t, x.Start) >= 0 && x.role == dateline.PlaceSite && x.Ref.City != "" && x.Class != "site" && !x.Filing {
			out = append(out, x)
		}
	}
	sort.SliceStable(out, func(i, k int) bool { return out[i].Start < out[k].Start })
	return out
}

// addTown adds a town to a list that does not hold it.
func addTown(list []placed, x placed) []placed {
	if slices.ContainsFunc(list, func(y placed) bool { return townKey(y.Ref) == townKey(x.Ref) }) {
		return list
	}
	return append(list, x)
}

func enough(run []placed, and bool) []placed {
	if !and || len(run) < 2 || len(run) > mostSites {
		return nil
	}
	return run
}

// severally: the words leave room for more than one happening, and do not keep
// them apart. One noun in the singular, "the attack", and one person hurt do
// not; "three separate shootings" are no operation.
func severally(t *tree, a *account) bool {
	for k := range t.Tokens {
		if t.lex.Is(lexicon.Unrelated, t.lemmaAt(k)) {
			return false
		}
	}
	single := len(a.harms) == 1 && one(a.harms[0].count)
	for _, tr := range a.triggers {
		if tr.Role != lexicon.Event || tr.POS != "N" {
			continue
		}
		if isPlural(t.Tokens[tr.to-1]) {
			return true
		}
		single = true
	}
	return !single
}

// listed says whether tokens [from,to) only go on with a list, and whether they
// hold its last link.
func listed(t *tree, from, to int) (joined, final bool) {
	if to-from > 8 {
		return false, false
	}
	for k := from; k < to; k++ {
		switch tok := t.Tokens[k]; {
		case tok.Lemma == "and" || tok.Lemma == "or":
			joined, final = true, true
		case tok.Text == ",":
			joined = true
		case tok.POS == "VERB" || tok.POS == "AUX" || tok.POS == "PUNCT" || tok.POS == "SCONJ" || tok.POS == "PRON":
			return false, false
		}
	}
	return joined, final
}

// pointsAt: the words before token k place what happened, and do not stretch it
// over a way ("between A and B", "from A", "the road linking A and B").
func pointsAt(t *tree, k int) bool {
	for i := max(0, k-4); i < k; i++ {
		if t.lex.Is(lexicon.Stretch, t.lemmaAt(i)) {
			return false
		}
	}
	return true
}

// afterPlace is the token after the place that begins at token k.
func afterPlace(t *tree, x placed, k int) int {
	for k < len(t.Tokens) && t.Tokens[k].Start < x.End {
		k++
	}
	return k
}

// sitesConflict says that two accounts, one of them of several places, are not
// the same: they share no place, or one is told of a single one of them.
func sitesConflict(a, b *account) bool {
	if len(a.sites) == 0 {
		a, b = b, a
	}
	if len(b.sites) > 0 {
		return !slices.ContainsFunc(a.sites, func(x placed) bool { return strikes(b, x) })
	}
	if len(cities(b)) > 1 {
		return slices.ContainsFunc(cities(b), func(x placed) bool { return !strikes(a, x) })
	}
	best := bestPlace(b)
	if best == nil {
		return false
	}
	return best.Ref.City != "" || !slices.ContainsFunc(a.sites, func(x placed) bool { return mayHold(best.Ref, x.Ref) })
}

// cities are the different towns that an account is placed in.
func cities(a *account) []placed {
	var out []placed
	for _, x := range a.places {
		if x.role == dateline.PlaceSite && x.Ref.City != "" {
			out = addTown(out, x)
		}
	}
	return out
}

// strikes: the place is one of those of the account.
func strikes(a *account, x placed) bool {
	return slices.ContainsFunc(a.sites, func(y placed) bool { return townKey(y.Ref) == townKey(x.Ref) })
}

// operations gives every account of several places its parts. One that has
// nothing of its own, no number and no word of coordination, is a mere list and
// gives way to them (LNK-8).
func (p *pass) operations() {
	var out []*account
	for _, a := range p.accounts {
		if len(a.sites) == 0 {
			out = append(out, a)
			continue
		}
		parts := p.partsOf(a)
		whole := oneOperation(a)
		if whole {
			a.subCount = max(a.subCount, len(a.sites))
			out = append(out, a)
		}
		for _, part := range parts {
			if whole {
				part.whole = a
			}
			if !slices.Contains(p.accounts, part) {
				out = append(out, part)
			}
		}
	}
	p.accounts = out
}

// oneOperation: something is told of all the places together, a number or that
// they were one plan.
func oneOperation(a *account) bool {
	return len(a.harms) > 0 || a.facets.Flag(dateline.FlagCoordinated)
}

// partsOf finds or makes the account of each place of an operation.
func (p *pass) partsOf(a *account) []*account {
	parts := make([]*account, len(a.sites))
	for i, x := range a.sites {
		if parts[i] = p.toldOf(a, x); parts[i] == nil {
			parts[i] = partAt(a, x, i+1)
		}
	}
	p.shareOut(a, parts)
	for _, part := range parts {
		part.inherit(a)
	}
	return parts
}

// toldOf is the account of the report that tells of one place of an operation
// alone, at a time that may be that of the operation; nil if there is none.
func (p *pass) toldOf(a *account, x placed) *account {
	for _, b := range p.accounts {
		if b == a || b.kind != a.kind || len(b.sites) > 0 || b.whole != nil || p.datesConflict(a, b) || actsConflict(a.facets, b.facets) {
			continue
		}
		if in := cities(b); len(in) == 1 && townKey(in[0].Ref) == townKey(x.Ref) {
			return b
		}
	}
	return nil
}

// partAt is the account of one place that the report only names.
func partAt(a *account, x placed, n int) *account {
	part := *a
	part.part, part.places, part.sites = n, []placed{x}, nil
	part.kind, part.temporal, part.plural, part.number, part.subCount = dateline.KindIncident, dateline.Past, false, nil, 0
	part.harms, part.targets, part.names, part.stances, part.denials = nil, nil, nil, nil, nil
	part.sentences = []int{x.Sentence}
	return &part
}

// inherit gives a part the time of the whole where it has none of its own, the
// place of the whole if that has one, and what was done where its own words only
// say how it ended. All are told elsewhere.
func (a *account) inherit(whole *account) {
	if a.facets.Act == dateline.ActUnknown {
		a.facets = joinFacets(a.facets, whole.facets)
	}
	if best := bestPlace(whole); len(whole.sites) == 0 && best != nil && bestPlace(a) == nil {
		x := *best
		x.Ref.Inferred = true
		a.places = append(a.places, x)
	}
	if bestDate(a) == nil && bestDate(whole) != nil {
		a.times, a.inferredTime = whole.times, true
	}
}

// whereabouts are the places that an account claims: of one place, those that
// its words give; of several, what holds them all, as stated or as the gazetteer
// has it.
func (a *account) whereabouts() []placed {
	if len(a.sites) == 0 {
		return a.places
	}
	var out []placed
	for _, x := range a.places {
		if x.Ref.City == "" && !slices.ContainsFunc(a.sites, func(y placed) bool { return !mayHold(x.Ref, y.Ref) }) {
			out = append(out, x)
		}
	}
	if common, ok := commonUnit(a.sites); ok && len(out) == 0 {
		out = append(out, common)
	}
	return out
}

// commonUnit is the division, else the country, that all sites lie in.
func commonUnit(sites []placed) (placed, bool) {
	x := sites[0]
	for _, y := range sites[1:] {
		if y.Ref.Country != x.Ref.Country {
			return placed{}, false
		}
		if y.Ref.Admin1 != x.Ref.Admin1 {
			x.Ref.Admin1 = ""
		}
	}
	unit := unitOf(x.Ref)
	unit.Text, x.Ref = x.Ref.Text, unit
	return x, unit.Country != ""
}
