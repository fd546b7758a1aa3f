package extract

import (
	"slices"

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
	offered      []harm                   // numbers that may be reckoned from those
	told         map[dateline.Measure]int // how many persons are told of one by one
	stances      []stance
	names        []argument // names of attackers
	denials      []located  // triggers of those who deny that it happened
	partDenied   bool       // of a denial: a part in it is denied, not that it happened
	subCount     int
	bare         bool     // opened by a number, a name or a stance, without a word of violence
	part         int      // number in a distributive list
	sites        []placed // LNK-7: the towns that it is told of at once, none or at least two
	whole        *account // the account that this one tells a part of
	ordinal      int      // LNK-6: "the second blast" is 2, 0 if no number is said
	reported     bool     // DAT-10: only the report of it is dated
	apart        bool     // "in a separate incident", "an earlier attack": nothing told before
	from         *account // told before, and what this one is dated by: "three days after the attack"
	passing      bool     // told only to date or place something else; what follows does not speak of it
	inferredTime bool     // the date stands in the lede, not beside a trigger
	namedTime    bool     // its noun names its day: "the May 6 shooting"
	listed       bool     // LNK-8: one of the places that its noun lists
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
	triggers, back := p.withoutBack(t, i, p.triggers(t))
	groups := p.group(t, i, triggers)
	anew := startsAnew(t)
	for _, g := range groups {
		g.passing = len(groups) > 1 && longAfter(t, g) || elsewhereBefore(t, g)
		g.apart = g.apart || anew || p.anotherOne(t, g) || g.passing || t.hadEarlier(g) || t.alsoIn(g) || p.formerly(t, i, g) || p.avenged(t, g.triggers[0].found) || slices.ContainsFunc(p.times[i], func(x Time) bool { return t.sinceWhen(x, g) })
		p.fill(t, i, g, groups)
		for _, f := range back {
			if nearest(t, f.head, groups) == g {
				p.countFrom(t, g, f)
			}
		}
		g.ordinal = p.ordinalOf(t, g.triggers[0].found)
		if t.ranks(g) {
			g.kind, g.temporal = dateline.KindAggregate, dateline.Ongoing
		}
		p.noteCoordination(t, g)
		p.noteDevices(t, g)
		g.apart = g.apart || p.nextOneElsewhere(t, g) || p.hoursAway(g) && len(cities(g)) > 0
		p.accounts = append(p.accounts, p.distribute(t, i, g)...)
	}
	p.responsibility(t, i, groups)
	p.namedBeside(t, i, groups)
}

// ranks: "it was the FOURTH attack on a hostel this year" counts, and tells of
// nothing that was not told before.
func (t *tree) ranks(a *account) bool {
	tr := a.triggers[0]
	subject := t.child(tr.head, "nsubj")
	if tr.POS != "N" || len(a.harms) > 0 || t.child(tr.head, "cop") < 0 || subject < 0 {
		return false
	}
	l := t.lemmaAt(subject)
	return (l == "it" || l == "this" || l == "that") && slices.ContainsFunc(t.all(tr.head, "amod"), func(c int) bool { return lexicon.Ordinal(t.lemmaAt(c)) > 1 })
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
	if t.firebombs(f) {
		a.facets.Means = []dateline.Means{dateline.Incendiary}
	}
	if f.Role == lexicon.Harm && f.Act == dateline.Attack {
		a.facets.Act = dateline.ActUnknown // people die in clashes too: the word of harm says how it ended
	}
	for _, flag := range f.Flags {
		if flag == dateline.FlagAttempted {
			a.attempted = true
		}
		a.facets.Flags = append(a.facets.Flags, flag)
	}
	a.plural = f.POS == "N" && f.Role == lexicon.Event && isPlural(t.Tokens[f.to-1]) && !t.oneOf(f.head)
	p.classify(t, f, a)
	return a
}

// oneOf: the noun says of which sort the one is, "in ONE OF the worst ATTACKS for years".
func (t *tree) oneOf(noun int) bool {
	return t.rel(noun, "nmod") && t.marker(noun) == "of" && t.lemmaAt(t.Tokens[noun].Head) == "one"
}

// firebombs: the house "was PETROL-bombed".
func (t *tree) firebombs(f found) bool {
	k := f.from - 1
	if k > 0 && t.Tokens[k].Text == "-" {
		k--
	}
	return f.POS == "V" && f.Words[0] == "bomb" && k >= 0 && t.lex.Is(lexicon.BurnsWith, t.lemmaAt(k))
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

// dropWeak removes groups made only of devices, and tools named in passing.
func (p *pass) dropWeak(t *tree, groups []*account) []*account {
	out := groups[:0]
	for _, g := range groups {
		strong := false
		for _, tr := range g.triggers {
			if tr.Role == lexicon.Event || tr.Role == lexicon.Harm && p.hurts(t, tr) || tr.Role == lexicon.Soft || tr.Role == lexicon.Perpetrator || tr.Role == lexicon.Device && (t.hurled(tr.head) || t.leaves(tr.head) || p.madeSafe(t, tr.head)) {
				strong = true
			}
		}
		if strong {
			out = append(out, g)
		}
	}
	return out
}

// madeSafe: the device was found and did no harm: "a bomb was found at the station
// and DEFUSED" (§7.4). Bombs of an old war are nobody's attack.
func (p *pass) madeSafe(t *tree, device int) bool {
	if from, to := t.phrase(device); slices.ContainsFunc(t.Tokens[from:to], func(x dateline.Token) bool { return x.Lemma == "war" || x.Lemma == "wartime" || x.Lemma == "wwii" }) {
		return false
	}
	for v := range t.Tokens {
		if class, _, ok := p.lex.Cue(t.Tokens, v); !ok || class != lexicon.CueFoiled || !t.isVerb(v) || hasModal(t, v) {
			continue
		}
		if s, passive := t.subject(v); s == device && passive || slices.Contains(t.objects(v), device) {
			return true
		}
	}
	return false
}

// hurled: the device is thrown or dropped at somebody, "threw two INCENDIARY
// DEVICES at a hostel".
func (t *tree) hurled(device int) bool {
	verb := t.Tokens[device].Head
	return t.rel(device, "obj", "nsubj:pass") && t.lex.Is(lexicon.Hurls, t.lemmaAt(verb)) && len(t.thrownAt(verb)) > 0
}

// thrownAt is what the verb of throwing at verb sends a thing at.
func (t *tree) thrownAt(verb int) []int {
	return slices.DeleteFunc(t.all(verb, "obl"), func(c int) bool {
		m := t.marker(c)
		return m != "at" && m != "into" && m != "on" && m != "against" && m != "through"
	})
}

// hurts: harm words open an account on their own only for killing and
// wounding, not for damage.
func (p *pass) hurts(t *tree, tr located) bool {
	switch tr.Words[0] {
	case "kill", "slay", "martyr", "die", "death", "perish", "lose", "embrace", "attain", "wound", "injure", "maim", "find", "confirm", "fear":
		return true
	case "burn":
		return p.setFire(t, tr.head)
	case "hurt":
		who, passive := t.subject(tr.head)
		return passive && t.child(who, "nummod") >= 0 // fighters and feelings are hurt too
	}
	return false
}

// leaves: the device is what left people dead or went through something: "GUNFIRE in the
// city left four dead", "a BOMB ripped through a market".
func (t *tree) leaves(device int) bool {
	verb := t.Tokens[device].Head
	return t.rel(device, "nsubj") && (t.lemmaAt(verb) == "leave" || t.lex.Is(lexicon.Rips, t.lemmaAt(verb)) && (t.lemmaAt(verb+1) == "through" || len(t.objects(verb)) > 0))
}

// setFire: attackers burn a thing, "hoodlums BURNT a police station".
func (p *pass) setFire(t *tree, verb int) bool {
	who, passive := t.subject(verb)
	what := t.child(verb, "obj")
	if who < 0 || passive || what < 0 || !p.lex.Nouns[t.lemmaAt(what)].Thing {
		return false
	}
	doer := p.lex.Nouns[t.lemmaAt(who)].Population
	x := p.actorAt(t, t.Index, who)
	return doer == dateline.PopPerpetrators || bearsArms(doer) || x != nil && (x.Class == "crowd" || organised(x.Ref.Kind))
}
