package extract

import (
	"cmp"

	"github.com/opendateline/dateline"
)

// distribute makes one account of each member of a list of several happenings
// (LNK-8): "attacks on the A and B consulates and a school". A pair at one
// place stays one (LNK-6).
func (p *pass) distribute(t *tree, sentence int, a *account) []*account {
	if a.kind != dateline.KindIncident && a.kind != dateline.KindAggregate {
		return []*account{a}
	}
	if parts := p.firstOf(a); parts != nil {
		return parts
	}
	if parts := p.severalPlaces(t, a); parts != nil {
		return parts
	}
	if a.subCount == 0 {
		if parts := p.byPlace(t, a); len(parts) > 1 {
			return parts
		}
	}
	if atSites(t, a) || a.subCount > 0 {
		return []*account{a}
	}
	targets := p.splitTargets(t, sentence, a)
	if a.kind != dateline.KindIncident || len(targets) < 2 || !a.plural {
		return []*account{a.jointly()}
	}
	var out []*account
	for n, target := range targets {
		part := *a
		part.part = n
		part.plural, part.number = false, nil
		part.targets = []argument{target}
		if n > 0 {
			part.harms = nil
			part.places = p.attachPlaces(a.places, n)
		}
		out = append(out, &part)
	}
	return out
}

// jointly: a number of happenings told with one count, place and time is one
// incident with that many parts (LNK-6).
func (a *account) jointly() *account {
	if a.number != nil && *a.number > 1 && len(a.harms) > 0 && len(a.places) > 0 && *a.number <= 4 {
		a.kind, a.temporal, a.subCount = dateline.KindIncident, dateline.Past, *a.number
	}
	return a
}

// byPlace makes one account of each of several coordinated places that have a
// date each, "on A in April and on B in May", or lie in different countries.
func (p *pass) byPlace(t *tree, a *account) []*account {
	var out []*account
	seen := map[string]bool{}
	for _, x := range a.places {
		k := tokenAt(t, x.Start)
		if x.role != dateline.PlaceSite || k < 0 || x.Ref.Country == "" || seen[x.Ref.Country] || len(a.places) > 1 && !p.coordinated(t, k, a) {
			continue
		}
		seen[x.Ref.Country] = true
		part := *a
		part.kind, part.temporal, part.plural, part.number = dateline.KindIncident, dateline.Past, false, nil
		part.part, part.places = len(out), []placed{x}
		if len(out) > 0 {
			part.harms, part.targets = nil, nil
		}
		part.times = p.timesNear(t, a, k)
		out = append(out, &part)
	}
	if len(out) > 1 && a.kind == dateline.KindAggregate && len(a.times) == 0 {
		return nil
	}
	return out
}

// coordinated: the place at token k stands in one coordination with another
// place of the account.
func (p *pass) coordinated(t *tree, k int, a *account) bool {
	for _, x := range a.places {
		j := tokenAt(t, x.Start)
		if j >= 0 && j != k && (t.firstConjunct(j) == t.firstConjunct(k) || p.datesBetween(t, min(j, k), max(j, k))) {
			return true
		}
	}
	return false
}

// datesBetween: between two places stand a date and "and" alone, "on A in
// FEBRUARY and on B in June", which a parser may hang on one another in any way.
func (p *pass) datesBetween(t *tree, from, to int) bool {
	and, dated := false, false
	for k := from + 1; k < to; k++ {
		switch {
		case inTime(p.times[t.Index], t.Tokens[k].Start):
			dated = true
		case t.lemmaAt(k) == "and":
			and = true
		case t.Tokens[k].POS != "ADP" && t.lemmaAt(k) != "," && t.lemmaAt(k) != "the":
			return false
		}
	}
	return and && dated
}

// timesNear are the times of an account that hang nearest to token k among its
// places, or all if none hangs on any.
func (p *pass) timesNear(t *tree, a *account, k int) []Time {
	var near []Time
	for _, x := range a.times {
		i := tokenAt(t, x.Start)
		closest := k
		for _, y := range a.places {
			if j := tokenAt(t, y.Start); j >= 0 && j < i && (closest > i || i-j < i-closest) {
				closest = j
			}
		}
		if closest == k {
			near = append(near, x)
		}
	}
	if len(near) == 0 {
		return a.times
	}
	return near
}

// attachPlaces marks the place of later members as inferred (PLC-11).
func (p *pass) attachPlaces(list []placed, member int) []placed {
	out := make([]placed, len(list))
	for i, x := range list {
		x.Ref.Inferred = member > 0
		out[i] = x
	}
	return out
}

// splitTargets opens "the Russian and Pakistani embassies" into one target a
// nationality; targets that cannot be told apart stay as they are.
func (p *pass) splitTargets(t *tree, sentence int, a *account) []argument {
	var out []argument
	for _, arg := range a.targets {
		if arg.target == nil || !p.canBeTold(arg) {
			continue
		}
		if len(arg.target.Nationality) < 2 || !isPlural(t.Tokens[arg.head]) {
			out = append(out, arg)
			continue
		}
		for _, nation := range arg.target.Nationality {
			one := *arg.target
			one.Nationality = []string{nation}
			one.Specific = p.singly(arg, nation)
			one.Unique = one.Category == dateline.TargetDiplomatic
			copy := arg
			copy.target = &one
			out = append(out, copy)
		}
	}
	return out
}

// singly names one of several by its country: of "the Russian and Pakistani
// EMBASSIES" the "embassy of Pakistan".
func (p *pass) singly(arg argument, nation string) string {
	noun := p.trees[arg.sentence].lemmaAt(arg.head)
	for _, x := range p.places[arg.sentence] {
		if arg.span.Start <= x.Start && x.End <= arg.span.End && x.Ref.Country == nation {
			return noun + " of " + cmp.Or(x.Ref.CountryName, x.Ref.Name)
		}
	}
	return noun
}

// canBeTold: a target that can be told from others of its kind.
func (p *pass) canBeTold(arg argument) bool {
	t := p.trees[arg.sentence]
	if isPlural(t.Tokens[arg.head]) {
		return len(arg.target.Nationality) > 0 && p.lex.Nouns[t.Tokens[arg.head].Lemma].Category == dateline.TargetDiplomatic
	}
	return arg.target.Unique || len(arg.target.Nationality) > 0 || arg.target.Name != "" || p.singularThing(arg)
}

func (p *pass) singularThing(arg argument) bool {
	t := p.trees[arg.sentence]
	return !isPlural(t.Tokens[arg.head]) && p.lex.Nouns[t.Tokens[arg.head].Lemma].Thing
}
