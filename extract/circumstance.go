package extract

import (
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// fillTimes gives the account the time expressions of its sentence that hang
// nearer to its triggers than to another account's. Times in a clause of
// reporting ("it was reported in June that …") date the report (DAT-10).
func (p *pass) fillTimes(t *tree, sentence int, a *account, groups []*account) {
	for _, x := range p.times[sentence] {
		k := tokenAt(t, x.Start)
		if x.Class == "duration" || x.Class == "set" || k < t.Filing || !saysWhen(x) || x.Background || sinceThen(t, k) || nearest(t, k, groups) != a && !p.datesSeries(t, k, a) {
			continue
		}
		if entryTime(t, k) {
			if x.Class == "clock" {
				x.Date.Precision, x.Date.LocalTime = max(x.Date.Precision, dateline.D1), nil
				a.times, a.inferredTime = append(a.times, x), true
			}
			continue
		}
		if p.datesSomethingElse(t, k, a) {
			continue
		}
		if x.Reported || reports(t, k) && !a.holds(t.clause(k)) {
			a.reported = true
			continue
		}
		a.times = append(a.times, x)
	}
}

// entryTime: the time that opens an entry of a live blog, "17:52 - Police now
// say …", is that of the entry; only its day can be the incident's.
func entryTime(t *tree, k int) bool {
	if k != 0 || len(t.Tokens) < 3 {
		return false
	}
	for i := 1; i < min(4, len(t.Tokens)); i++ {
		switch t.Tokens[i].Text {
		case "-", "–", "—", ":", "|":
			return true
		}
	}
	return false
}

// datesSeries: a time that hangs on the first verb of a series dates the whole
// series: "in 2019 they attacked X, seized Y and shot Z".
func (p *pass) datesSeries(t *tree, k int, a *account) bool {
	v := t.clause(k)
	if !t.isVerb(v) || k > v {
		return false
	}
	for _, tr := range a.triggers {
		if tr.POS == "V" && t.mainVerb(tr.head) == v && tr.head != v {
			return true
		}
	}
	return false
}

// sinceThen: "since the fall of the city in May" dates what went before
// (DAT-14): a "since" stands before the time with no verb or comma between.
func sinceThen(t *tree, k int) bool {
	for i := k - 1; i >= max(0, k-9); i-- {
		switch {
		case t.Tokens[i].Lemma == "since":
			return true
		case t.Tokens[i].Text == "," || t.isVerb(i):
			return false
		}
	}
	return false
}

// saysWhen: the expression has bounds, or a relation to something that may get
// them ("the day before the attack").
func saysWhen(x Time) bool {
	return x.Date.Known() && x.Date.Precision != dateline.D9 || x.Date.Constraint != nil
}

// datesSomethingElse: a time inside a "since" clause or hanging on a noun or
// verb that is no trigger of the account and no carrier of it (DAT-14).
func (p *pass) datesSomethingElse(t *tree, k int, a *account) bool {
	top := k
	for t.Tokens[top].Head >= 0 && !t.isVerb(top) && !a.holds(top) {
		if m := t.marker(top); m == "since" || m == "until" {
			return true
		}
		if t.Tokens[top].POS == "PROPN" && !inTime(p.times[a.sentences[0]], t.Tokens[top].Start) && t.rel(k, "nmod") {
			return false
		}
		top = t.Tokens[top].Head
	}
	if t.rel(top, "acl:relcl", "acl") && !a.holds(top) {
		for _, perp := range a.perps {
			if perp.sentence == a.sentences[0] && t.Tokens[top].Head == perp.head {
				return false // "by armed men who stopped their car on 14 September"
			}
		}
		for _, tr := range a.triggers {
			if t.under(tr.head, top) || t.under(top, tr.head) && t.Tokens[top].Head == tr.head {
				return false
			}
		}
		return true
	}
	return false
}

// reports says whether the time at token k hangs on a verb of reporting.
func reports(t *tree, k int) bool {
	v := t.clause(k)
	if t.isVerb(v) && t.rel(v, "parataxis") && says[t.lemmaAt(v)] && k > v {
		return true // "…, police said on Monday"
	}
	return t.isVerb(v) && (t.lemmaAt(v) == "report" || t.lemmaAt(v) == "say" && t.child(v, "ccomp") >= 0 && k > v && t.distance(k, v) <= 2 && t.rel(k, "obl", "obl:tmod", "obl:unmarked"))
}

// says are the verbs whose own time is that of the saying.
var says = set("say", "tell", "announce", "report", "confirm", "add", "state")

// fillPlaces gives the account the locative places of its sentence (PLC-5);
// "from X into Y" makes X the start (PLC-6).
func (p *pass) fillPlaces(t *tree, sentence int, a *account, groups []*account) {
	for _, x := range p.places[sentence] {
		k := tokenAt(t, x.Start)
		if !p.locative(t, sentence, x, k) || k < 0 || hollow(x) || p.ownCountry(sentence, x) || nearest(t, k, groups) != a || p.insideName(t, sentence, k) || p.titleOf(t, k) || p.insideSite(sentence, x) || broughtTo(t, k) {
			continue
		}
		role := dateline.PlaceSite
		if t.marker(p.topOf(t, x, k)) == "from" && crossFire(a) {
			role = dateline.PlaceStart
		}
		x.Ref.Role = role
		a.places = append(a.places, placed{x, role})
	}
}

// locative: the place stands in locative syntax, or is coordinated with one
// that does ("on A in April and B in May").
func (p *pass) locative(t *tree, sentence int, x Place, k int) bool {
	if x.Locative || k < 0 || x.Class == "demonym" {
		return x.Locative
	}
	if t.lemmaAt(k-1) != "and" && t.lemmaAt(k-1) != "," && t.lemmaAt(k-1) != "or" {
		return false
	}
	for _, y := range p.places[sentence] {
		j := tokenAt(t, y.Start)
		if y.Locative && j >= 0 && j < k && y.Class == x.Class && (t.firstConjunct(k) == t.firstConjunct(j) || k-j <= 6) {
			return true
		}
	}
	return false
}

// ownCountry: a mission of a country does not lie in that country (PLC-2); a
// place taken for it from the sentence is none.
func (p *pass) ownCountry(sentence int, x Place) bool {
	if x.Class != "site" || x.Ref.Country == "" || !x.Ref.Inferred {
		return false
	}
	for _, y := range p.places[sentence] {
		if y.Class == "demonym" && x.Start <= y.Start && y.End <= x.End && y.Ref.Country == x.Ref.Country {
			return true
		}
	}
	for _, a := range p.actors[sentence] {
		if x.Start <= a.Start && a.End <= x.End && a.Ref.Country == x.Ref.Country {
			return true
		}
	}
	return false
}

// hollow: "the embassy", "a market" with nothing that says which.
func hollow(x Place) bool {
	return x.Ref.Precision == dateline.P9 && x.Ref.Place == "" && len(x.Ref.Candidates) == 0
}

// titleOf: "ambassador to Turkey", "minister of X" place nobody.
func (p *pass) titleOf(t *tree, k int) bool {
	h := t.Tokens[k].Head
	if h < 0 || !t.rel(k, "nmod") || !p.lex.Nouns[t.Tokens[h].Lemma].Person {
		return false
	}
	m := t.marker(k)
	return m == "to" || m == "of" || m == "for"
}

// topOf is the token of the expression that its arcs come from.
func (p *pass) topOf(t *tree, x Place, k int) int {
	for i := k; i < len(t.Tokens) && t.Tokens[i].Start < x.End; i++ {
		if h := t.Tokens[i].Head; h < 0 || t.Tokens[h].Start < x.Start || t.Tokens[h].Start >= x.End {
			return i
		}
	}
	return k
}

// insideSite: the name is part of the name of a site.
func (p *pass) insideSite(sentence int, x Place) bool {
	for _, y := range p.places[sentence] {
		if y.Class == "site" && y.Start <= x.Start && x.End <= y.End && x.Class != "site" && y.Ref.Place == "" {
			return true
		}
	}
	return false
}

// broughtTo: "taken to Marvesk General Hospital" says where the wounded went,
// not where they were hurt.
func broughtTo(t *tree, k int) bool {
	for steps := 0; k >= 0 && steps < 4; k, steps = t.Tokens[k].Head, steps+1 {
		if t.isVerb(k) {
			return false
		}
		if v := t.Tokens[k].Head; v >= 0 && t.isVerb(v) && t.marker(k) == "to" && brings[t.lemmaAt(v)] {
			return true
		}
	}
	return false
}

var brings = set("take", "rush", "transport", "airlift", "fly", "transfer", "evacuate", "bring", "send", "admit")

func crossFire(a *account) bool {
	return a.facets.Has(dateline.IndirectFire, dateline.Missile) || a.facets.Act == dateline.Abduction
}

func (p *pass) insideName(t *tree, sentence, k int) bool {
	a := p.actorAt(t, sentence, k)
	return a != nil && (a.Kind == dateline.PersonExpression || a.Kind == dateline.SourceExpression)
}

// meansNouns are things named beside an attack that say how it was done. A
// trigger may already have said so.
var meansNouns = map[string]dateline.Means{
	"gunman": dateline.Firearms, "gunmen": dateline.Firearms, "rifle": dateline.Firearms, "pistol": dateline.Firearms, "handgun": dateline.Firearms,
	"gunfire": dateline.Firearms, "gun": dateline.Firearms, "shot": dateline.Firearms, "bullet": dateline.Firearms, "machine-gun": dateline.Firearms,
	"firearm": dateline.Firearms, "shotgun": dateline.Firearms, "submachine": dateline.Firearms, "ak-47": dateline.Firearms, "gunshot": dateline.Firearms,
	"grenade": dateline.Grenade, "rpg": dateline.RPG, "mortar": dateline.IndirectFire, "rocket": dateline.IndirectFire, "artillery": dateline.IndirectFire,
	"missile": dateline.Missile, "dynamite": dateline.ExplosivePlaced, "knife": dateline.EdgedBlunt, "machete": dateline.EdgedBlunt, "axe": dateline.EdgedBlunt,
	"drone": dateline.AirDrone, "warplane": dateline.AirCrewed, "jet": dateline.AirCrewed, "bomb": dateline.ExplosiveUnspecific, "explosive": dateline.ExplosiveUnspecific,
	"landmine": dateline.MineUXO, "mine": dateline.MineUXO, "molotov": dateline.Incendiary, "ied": dateline.ExplosivePlaced,
}

// fillMeans adds weapons named in the sentence to an attack or clash.
func (p *pass) fillMeans(t *tree, sentence int, a *account, groups []*account) {
	if act := acted(a.facets); act != dateline.Attack && act != dateline.Clash {
		return
	}
	for i, tok := range t.Tokens {
		m, ok := meansNouns[tok.Lemma]
		if !ok || nearest(t, i, groups) != a || a.holds(i) {
			continue
		}
		if tok.Lemma == "grenade" && (t.lemmaAt(i-1) == "propel" || t.lemmaAt(i-1) == "propelled" || t.lemmaAt(i-1) == "rocket-propelled" || t.lemmaAt(i-1) == "rocket") {
			m = dateline.RPG
		}
		if tok.Lemma == "rocket" && (t.lemmaAt(i+1) == "propel" || t.lemmaAt(i+1) == "propelled" || t.lemmaAt(i+1) == "-" || t.lemmaAt(i+1) == "grenade") {
			continue
		}
		a.facets = joinFacets(a.facets, dateline.Facets{Act: a.facets.Act, Means: []dateline.Means{m}})
	}
	p.attackerFromMeans(t, a)
}

// attackerFromMeans: a "suicide" among the modifiers of a bomb, bomber or
// attack makes the means (TAX-1).
func (p *pass) attackerFromMeans(t *tree, a *account) {
	for _, tr := range a.triggers {
		for _, c := range t.children[tr.head] {
			if t.Tokens[c].Lemma == "suicide" && t.rel(c, "compound", "amod") {
				a.facets = joinFacets(a.facets, dateline.Facets{Act: dateline.Attack, Means: []dateline.Means{dateline.SuicideBody}, Flags: []dateline.Flag{dateline.FlagSuicide}})
			}
		}
	}
}

// attackerWords are nouns whose name is the name of the attacker.
var attackerWords = set("attacker", "bomber", "gunman", "shooter", "assailant", "perpetrator", "hijacker", "killer", "suspect", "murderer")

// fillNames finds the name of an attacker: "the bomber, named X", "the
// attacker was identified as X", "the gunman, X,".
func (p *pass) fillNames(t *tree, sentence int, a *account) {
	for i, tok := range t.Tokens {
		if !attackerWords[tok.Lemma] {
			continue
		}
		for _, x := range p.actors[sentence] {
			k := tokenAt(t, x.Start)
			if x.Kind != dateline.PersonExpression || k < 0 || !p.namedBy(t, i, k) {
				continue
			}
			a.names = appendArgument(a.names, argument{sentence: sentence, head: k, span: p.runes.Span(x.Start, x.End), text: x.Text, actors: []Actor{x}})
		}
	}
}

// namedBy says whether the person at token k is the one called i: apposition,
// copula, or a verb of naming between them.
func (p *pass) namedBy(t *tree, i, k int) bool {
	for h, steps := k, 0; h >= 0 && steps < 5; h, steps = t.Tokens[h].Head, steps+1 {
		if h == i {
			return t.rel(k, "appos", "nmod", "flat", "compound") || steps <= 2 && k > i
		}
		if t.child(h, "nsubj", "nsubj:pass") == i && (naming[t.lemmaAt(h)] || t.child(h, "cop") >= 0) {
			return true
		}
	}
	return false
}

var naming = set("identify", "name", "call", "be", "known")

// bareNames reads a sentence that holds no trigger and still names an attacker
// or counts the dead: it gives
// a bare account that can only be joined to another, or nil.
func (p *pass) bareNames(t *tree, sentence int) *account {
	a := &account{sentences: []int{sentence}, kind: dateline.KindIncident, temporal: dateline.Past, bare: true}
	p.fillNames(t, sentence, a)
	for _, h := range p.harms(t, sentence) {
		if h.count.Measure == dateline.Killed || h.count.Measure == dateline.Wounded || h.count.Measure == dateline.KilledOrWounded {
			a.harms = append(a.harms, h)
		}
	}
	p.partialDead(t, sentence, a)
	if len(a.names) == 0 && len(a.harms) == 0 {
		return nil
	}
	anchor := 0
	if len(a.harms) > 0 {
		anchor = a.harms[0].anchor
	} else {
		anchor = a.names[0].head
	}
	a.triggers = []located{{found{Trigger: lexicon.Trigger{Words: []string{t.Tokens[anchor].Lemma}, Role: lexicon.Harm, Act: dateline.Attack, POS: "N"}, from: anchor, to: anchor + 1, head: anchor}, sentence}}
	a.facets.Act = dateline.ActUnknown
	return a
}

// partialDead: "among the dead were at least two guards and a driver" gives
// parts and no total (CAS-4).
func (p *pass) partialDead(t *tree, sentence int, a *account) {
	for i := 0; i+2 < len(t.Tokens); i++ {
		if t.Tokens[i].Lemma != "among" {
			continue
		}
		m, ok := p.lex.State[lower(t.Tokens[min(i+2, len(t.Tokens)-1)].Text)]
		if !ok || t.Tokens[i+1].Lemma != "the" {
			continue
		}
		for _, part := range p.listed(t, sentence, i+3, m) {
			if part.Population == dateline.PopUnknown && part.Noun == "" || part.Qualifier == dateline.NamedPerson {
				continue
			}
			part.Measure = m
			if part.Population == dateline.PopUnknown {
				part.Population = dateline.Population(dateline.PrefixNamedGroup + lower(part.Noun))
			}
			end := p.listEnd(t, i+3)
			a.harms = append(a.harms, harm{count: part, sentence: sentence, span: p.span(t, i, end), rule: "CAS-4/among", partial: true, anchor: i + 2})
		}
		return
	}
}

// distribute makes one account of each member of a list of several happenings
// (LNK-8): "attacks on the A and B consulates and a school". A pair at one
// place stays one (LNK-6).
func (p *pass) distribute(t *tree, sentence int, a *account) []*account {
	if a.kind != dateline.KindIncident && a.kind != dateline.KindAggregate || a.subCount > 0 {
		return []*account{a}
	}
	if parts := p.byPlace(t, a); len(parts) > 1 {
		return parts
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
		if j >= 0 && j != k && t.firstConjunct(j) == t.firstConjunct(k) {
			return true
		}
	}
	return false
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
			one.Unique = one.Category == dateline.TargetDiplomatic
			copy := arg
			copy.target = &one
			out = append(out, copy)
		}
	}
	return out
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
