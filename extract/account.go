package extract

import (
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// account is a draft of a mention: the triggers of one sentence, and later of
// several, that speak of one happening.
type account struct {
	sentences    []int // ascending
	triggers     []located
	kind         dateline.MentionKind
	temporal     dateline.Temporality
	hedged       bool
	negated      bool
	attempted    bool
	plural       bool // "attacks", several happenings of one kind
	number       *int // how many, if said ("two attacks")
	facets       dateline.Facets
	times        []Time
	places       []placed
	perps        []argument
	targets      []argument
	harms        []harm
	stances      []stance
	names        []argument // names of attackers
	denials      []located  // triggers of those who deny that it happened
	partDenied   bool       // of a denial: a part in it is denied, not that it happened
	subCount     int
	bare         bool // opened by a number, a name or a stance, without a word of violence
	part         int  // number in a distributive list
	reported     bool // DAT-10: only the report of it is dated
	apart        bool // "in a separate incident", "an earlier attack": nothing told before
	passing      bool // told only to date or place something else; what follows does not speak of it
	inferredTime bool // the date stands in the lede, not beside a trigger
	salience     dateline.Salience
}

// located is a trigger with its sentence.
type located struct {
	found
	sentence int
}

// placed is a place with its part in the incident.
type placed struct {
	Place
	role dateline.PlaceRole
}

// sentence reads the accounts of one sentence.
func (p *pass) sentence(i int) {
	t := p.trees[i]
	triggers := p.triggers(t)
	groups := p.group(t, i, triggers)
	anew := startsAnew(t)
	for _, g := range groups {
		g.passing = len(groups) > 1 && longAfter(t, g) || elsewhereBefore(t, g)
		g.apart = g.apart || anew || p.anotherOne(t, g) || g.passing
		p.fill(t, i, g, groups)
		g.apart = g.apart || p.nextOneElsewhere(t, g)
		p.accounts = append(p.accounts, p.distribute(t, i, g)...)
	}
	p.responsibility(t, i, groups)
}

// group puts the triggers of a sentence that speak of one happening together.
// A trigger joins the group of the nearest trigger above it in the tree, else
// the one before it, unless it has something of its own that tells it apart.
func (p *pass) group(t *tree, sentence int, triggers []found) []*account {
	var groups []*account
	for _, f := range triggers {
		own := p.open(t, sentence, f)
		at := p.governing(t, f, groups)
		if at < 0 || p.tellsApart(t, sentence, groups[at], own) {
			groups = append(groups, own)
			continue
		}
		groups[at].absorb(own)
	}
	return p.dropWeak(t, groups)
}

// open makes an account of one trigger.
func (p *pass) open(t *tree, sentence int, f found) *account {
	a := &account{sentences: []int{sentence}, triggers: []located{{f, sentence}}}
	a.facets = dateline.Facets{Act: f.Act, Means: f.Means, Aim: f.Aim}
	if f.Role == lexicon.Harm && f.Act == dateline.Attack {
		a.facets.Act = dateline.ActUnknown // people die in clashes too: the word of harm says how it ended
	}
	for _, flag := range f.Flags {
		if flag == dateline.FlagAttempted {
			a.attempted = true
		}
		a.facets.Flags = append(a.facets.Flags, flag)
	}
	a.plural = f.POS == "N" && f.Role == lexicon.Event && isPlural(t.Tokens[f.to-1])
	p.classify(t, f, a)
	return a
}

// governing is the index of the group that a trigger would join, -1 for none.
func (p *pass) governing(t *tree, f found, groups []*account) int {
	for h, steps := t.Tokens[f.head].Head, 0; h >= 0 && steps < len(t.Tokens); h, steps = t.Tokens[h].Head, steps+1 {
		for g := range groups {
			if groups[g].holds(h) {
				return g
			}
		}
	}
	for g := len(groups) - 1; g >= 0; g-- {
		for _, tr := range groups[g].triggers {
			if t.under(tr.head, f.head) || t.clause(tr.head) == t.clause(f.head) {
				return g
			}
		}
	}
	return len(groups) - 1
}

func (a *account) holds(token int) bool {
	for _, tr := range a.triggers {
		if token >= tr.from && token < tr.to {
			return true
		}
	}
	return false
}

// tellsApart says whether b speaks of another happening than the group a of
// the same sentence: another kind of account, a date or a particular target of
// its own, or a past within the past ("was killed four years before").
func (p *pass) tellsApart(t *tree, sentence int, a, b *account) bool {
	tb := b.triggers[0]
	if tb.Role == lexicon.Device || tb.Role == lexicon.Perpetrator {
		return false
	}
	if exclusive(a.facets.Act, b.facets.Act) || otherTime(t, a.triggers[0].head, tb.head) {
		return true
	}
	if countable(a.kind) != countable(b.kind) && tb.Role == lexicon.Event && hasEvent(a) {
		return true
	}
	for _, ta := range a.triggers {
		if p.ownDates(t, sentence, ta.head, tb.head) || tb.Role == lexicon.Event && ta.Role == lexicon.Event && p.ownPlaces(t, sentence, ta.head, tb.head) {
			return true
		}
	}
	ta := a.triggers[0]
	if generality(a) && p.ownSubject(t, tb.head, ta) || generality(a) != generality(b) && tb.Role == lexicon.Event && ta.Role == lexicon.Event {
		return true
	}
	return tb.Role == lexicon.Event && ta.Role == lexicon.Event && tb.POS == "V" && ta.POS == "V" &&
		t.mainVerb(tb.head) == t.mainVerb(ta.head) && p.particularObject(t, tb.head) && p.particularObject(t, ta.head)
}

// otherTime says that the words between two triggers put the second at another
// time or place than the first: "the first attack since a bomb killed …", "came
// a week after gunmen stormed …", "two streets from where a man was stabbed"
// (DAT-14).
func otherTime(t *tree, a, b int) bool {
	for k := a + 1; k < b; k++ {
		switch t.lemmaAt(k) {
		case "since":
			return t.lemmaAt(k+1) != "then"
		case "after", "before":
			if longWhile[t.lemmaAt(k-1)] {
				return true
			}
		case "where":
			if t.Tokens[k-1].POS == "ADP" {
				return true
			}
		}
	}
	return false
}

// longWhile are units of time that no incident bridges.
var longWhile = set("day", "week", "month", "year", "decade", "fortnight", "hour")

// longAfter: the account is only what something else is dated by, "ten days
// after the attack on the bus".
func longAfter(t *tree, a *account) bool {
	c := t.child(a.triggers[0].head, "case", "mark")
	return c > 0 && (t.Tokens[c].Lemma == "after" || t.Tokens[c].Lemma == "before") && longWhile[t.lemmaAt(c-1)]
}

// elsewhereBefore: the account says of a place what had happened there, "from
// the bazaar, where a bus had been attacked".
func elsewhereBefore(t *tree, a *account) bool {
	v := a.triggers[0].head
	if !t.isVerb(v) || !t.rel(v, "acl:relcl", "advcl") {
		return false
	}
	where, had := false, false
	for _, c := range t.children[v] {
		where = where || c < v && t.Tokens[c].Lemma == "where"
		had = had || t.rel(c, "aux") && lower(t.Tokens[c].Text) == "had"
	}
	return where && had
}

// startsAnew: the sentence says of itself that it tells of something else.
func startsAnew(t *tree) bool {
	if l := t.lemmaAt(2); t.lemmaAt(0) == "the" && longWhile[t.lemmaAt(1)] && (l == "before" || l == "earlier") && t.lemmaAt(3) == "," {
		return true // "The day before, a bomb had killed …"
	}
	for k := 0; k < min(4, len(t.Tokens)); k++ {
		switch t.lemmaAt(k) {
		case "separately", "elsewhere":
			return true
		case "separate", "another", "unrelated", "different":
			return t.lemmaAt(0) == "in" && happening[t.lemmaAt(k+1)]
		}
	}
	return false
}

var happening = set("incident", "attack", "shooting", "case", "episode", "raid", "ambush", "blast", "explosion", "bombing", "strike", "clash", "assault", "stabbing", "abduction", "killing", "development")

// anotherOne: the noun that opens the account is told from what went before,
// "a similar attack", "an earlier bombing". A second blast belongs to the first
// (domain §7.1).
func (p *pass) anotherOne(t *tree, a *account) bool {
	tr := a.triggers[0]
	if tr.POS != "N" || tr.Role != lexicon.Event {
		return false
	}
	for _, c := range t.all(tr.head, "amod", "det") {
		if other[t.Tokens[c].Lemma] {
			return true
		}
	}
	return false
}

// nextOneElsewhere: "the second explosion, at a police post in the south".
func (p *pass) nextOneElsewhere(t *tree, a *account) bool {
	tr := a.triggers[0]
	if tr.POS != "N" || len(a.places) == 0 {
		return false
	}
	for _, c := range t.all(tr.head, "amod", "det") {
		if next[t.Tokens[c].Lemma] {
			return true
		}
	}
	return false
}

var next = set("second", "third", "fourth", "another", "other")

var other = set("separate", "unrelated", "similar", "earlier", "previous", "different")

// generality: a plural noun without a number, "their attacks".
func generality(a *account) bool { return a.plural && a.number == nil && a.subCount == 0 }

// ownSubject says that the verb at token v has a subject that is not the
// trigger itself: "attacks have grown: the group killed …".
func (p *pass) ownSubject(t *tree, v int, trigger located) bool {
	if !t.isVerb(v) {
		return false
	}
	s, passive := t.subject(v)
	return s >= 0 && !passive && (s < trigger.from || s >= trigger.to) && t.clause(v) != t.clause(trigger.head) && p.canAct(t, trigger.sentence, s)
}

// mainVerb goes up from a verb through control and coordination to the first
// verb of its series.
func (t *tree) mainVerb(i int) int {
	for steps := 0; steps < 6 && t.rel(i, "conj", "xcomp") && t.Tokens[i].Head >= 0; steps++ {
		i = t.Tokens[i].Head
	}
	return i
}

// ownPlaces says whether two triggers each have a place of their own and the
// places cannot be one.
func (p *pass) ownPlaces(t *tree, sentence, a, b int) bool {
	pa, pb := p.placeOf(t, sentence, a, b), p.placeOf(t, sentence, b, a)
	if pa == nil || pb == nil || pa.Start == pb.Start {
		return false
	}
	x, y := pa.Ref, pb.Ref
	return x.Country != y.Country && x.Country != "" && y.Country != "" || x.City != "" && y.City != "" && x.City != y.City
}

// placeOf is the locative place nearest to trigger head h and nearer to it than
// to the other trigger.
func (p *pass) placeOf(t *tree, sentence, h, other int) *Place {
	var best *Place
	least := 0
	for i := range p.places[sentence] {
		x := &p.places[sentence][i]
		k := tokenAt(t, x.Start)
		if !x.Locative || k < 0 {
			continue
		}
		d := t.distance(k, h)
		if d < t.distance(k, other) && (best == nil || d < least) {
			best, least = x, d
		}
	}
	return best
}

// exclusive acts cannot be one happening: an abduction is no clash.
func exclusive(a, b dateline.Act) bool {
	attackLike := func(x dateline.Act) bool {
		return x == dateline.Attack || x == dateline.PropertyDamage || x == dateline.IllTreatment || x == dateline.Clash
	}
	return a != b && a != dateline.ActUnknown && b != dateline.ActUnknown && !(attackLike(a) && attackLike(b)) && !(a == dateline.Abduction || b == dateline.Abduction) &&
		(a == dateline.Riot || b == dateline.Riot)
}

func countable(k dateline.MentionKind) bool {
	return k == dateline.KindIncident || k == dateline.KindFoiled
}

// ownDates says whether the triggers at a and b are each dated by an
// expression of their own, and the two differ.
func (p *pass) ownDates(t *tree, sentence, a, b int) bool {
	da, db := p.dateOf(t, sentence, a, b), p.dateOf(t, sentence, b, a)
	if da == nil || db == nil || da.Start == db.Start {
		return false
	}
	return !datesMeet(da.Date, db.Date) || da.Date.EDTF != db.Date.EDTF && p.relative(p.trees[sentence], b)
}

// relative: the trigger stands in a relative clause about somebody: "a general,
// who was killed by a strike four years before".
func (p *pass) relative(t *tree, i int) bool {
	for steps := 0; i >= 0 && steps < 5; i, steps = t.Tokens[i].Head, steps+1 {
		if s := t.child(i, "nsubj", "nsubj:pass"); s >= 0 && t.Tokens[s].Tag == "WP" {
			return true
		}
		if t.rel(i, "acl:relcl") {
			return p.lex.Nouns[t.lemmaAt(t.Tokens[i].Head)].Person || t.Tokens[max(t.Tokens[i].Head, 0)].POS == "PROPN"
		}
	}
	return false
}

// dateOf is the time expression in the subtree of trigger head h that lies
// nearer to h than to the other trigger.
func (p *pass) dateOf(t *tree, sentence, h, other int) *Time {
	var best *Time
	for i := range p.times[sentence] {
		x := &p.times[sentence][i]
		k := tokenAt(t, x.Start)
		if x.Class == "duration" || k < 0 || t.distance(k, h) >= t.distance(k, other) {
			continue
		}
		if best == nil || t.distance(k, h) < t.distance(tokenAt(t, best.Start), h) {
			best = x
		}
	}
	return best
}

func tokenAt(t *tree, b int) int {
	for i := range t.Tokens {
		if t.Tokens[i].End > b {
			return i
		}
	}
	return -1
}

// distance counts the arcs between two tokens.
func (t *tree) distance(a, b int) int {
	depth := map[int]int{}
	for i, d := a, 0; i >= 0 && d <= len(t.Tokens); i, d = t.Tokens[i].Head, d+1 {
		depth[i] = d
	}
	for i, d := b, 0; i >= 0 && d <= len(t.Tokens); i, d = t.Tokens[i].Head, d+1 {
		if up, ok := depth[i]; ok {
			return up + d
		}
	}
	return len(t.Tokens)
}

// particularObject says whether a verb has an object that can be told from
// others: a named or possessed thing or office, not "people".
func (p *pass) particularObject(t *tree, verb int) bool {
	for _, o := range t.all(verb, "obj", "nsubj:pass", "obl") {
		from, to := t.phrase(o)
		for i := from; i < to; i++ {
			if t.Tokens[i].POS == "PROPN" && p.lex.Nouns[t.Tokens[o].Lemma].Category != "" {
				return true
			}
		}
	}
	return false
}

// absorb adds the triggers and facets of b.
func (a *account) absorb(b *account) {
	a.triggers = append(a.triggers, b.triggers...)
	a.facets = joinFacets(a.facets, b.facets)
	a.attempted = a.attempted || b.attempted
	a.hedged = a.hedged || b.hedged
	if b.triggers[0].Role == lexicon.Event && a.triggers[0].Role != lexicon.Event || a.kind == dateline.KindIncident && b.kind != dateline.KindIncident && b.triggers[0].Role == lexicon.Event {
		a.kind, a.temporal, a.plural, a.number = b.kind, b.temporal, b.plural, b.number
	}
	a.subCount = max(a.subCount, b.subCount)
}

// joinFacets keeps the more telling of two acts and all means in order.
func joinFacets(a, b dateline.Facets) dateline.Facets {
	if rank(b.Act) > rank(a.Act) {
		a.Act = b.Act
	}
	for _, m := range b.Means {
		if !a.Has(m) && !(m == dateline.ExplosiveUnspecific && explosive(a)) {
			a.Means = append(a.Means, m)
		}
	}
	if explosive(a) {
		a.Means = without(a.Means, dateline.ExplosiveUnspecific)
	}
	if a.Aim == "" {
		a.Aim = b.Aim
	}
	for _, f := range b.Flags {
		if !a.Flag(f) {
			a.Flags = append(a.Flags, f)
		}
	}
	return a
}

// acted is the act of facets; harm that no word of an act explains came of an
// attack.
func acted(f dateline.Facets) dateline.Act {
	if f.Act == dateline.ActUnknown {
		return dateline.Attack
	}
	return f.Act
}

// rank: seizure and siege say more than attack, attack more than damage.
func rank(a dateline.Act) int {
	switch a {
	case dateline.Hijacking, dateline.HostageSiege:
		return 5
	case dateline.Abduction:
		return 4
	case dateline.Clash:
		return 2
	case dateline.Attack:
		return 3
	case dateline.SexualViolence:
		return 4
	case dateline.Riot:
		return 2
	case dateline.ActUnknown:
		return 0
	}
	return 1
}

func explosive(f dateline.Facets) bool {
	return f.Has(dateline.SuicideBody, dateline.SuicideVehicle, dateline.ExplosiveVehicle, dateline.ExplosivePlaced, dateline.Grenade, dateline.MineUXO)
}

func without(list []dateline.Means, m dateline.Means) []dateline.Means {
	out := list[:0:0]
	for _, x := range list {
		if x != m {
			out = append(out, x)
		}
	}
	return out
}

// dropWeak removes groups made only of devices, and tools named in passing.
func (p *pass) dropWeak(t *tree, groups []*account) []*account {
	out := groups[:0]
	for _, g := range groups {
		strong := false
		for _, tr := range g.triggers {
			if tr.Role == lexicon.Event || tr.Role == lexicon.Harm && p.hurts(t, tr) || tr.Role == lexicon.Soft || tr.Role == lexicon.Perpetrator {
				strong = true
			}
		}
		if strong {
			out = append(out, g)
		}
	}
	return out
}

// hurts: harm words open an account on their own only for killing and
// wounding, not for damage.
func (p *pass) hurts(t *tree, tr located) bool {
	switch tr.Words[0] {
	case "kill", "die", "death", "perish", "wound", "injure", "maim", "find":
		return true
	}
	return false
}
