package extract

import (
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// harm is one statement of how many people something befell.
type harm struct {
	count    dateline.Count
	sentence int
	span     dateline.Span // the counted phrase
	names    []string      // public names among the counted, as written
	rule     string
	inferred bool
	partial  bool // "among the dead were …": parts without a total (CAS-4)
	anchor   int  // token of the word that says what befell them
}

// fillHarm finds what befell whom in the sentence and gives it to the account
// whose triggers are nearest.
func (p *pass) fillHarm(t *tree, sentence int, a *account, groups []*account) {
	for _, h := range p.harms(t, sentence) {
		if nearest(t, h.anchor, groups) == a {
			a.harms = append(a.harms, h)
		}
	}
	if a.facets.Flag(dateline.FlagSuicide) {
		p.suicideDeath(t, sentence, a)
	}
}

// nearest is the group with a trigger closest to token i in the tree.
func nearest(t *tree, i int, groups []*account) *account {
	var best *account
	least := 0
	for _, g := range groups {
		for _, tr := range g.triggers {
			d := t.distance(i, tr.head)
			if i >= tr.from && i < tr.to {
				d = -1
			}
			if best == nil || d < least {
				best, least = g, d
			}
		}
	}
	return best
}

// harms finds every count of people hurt in a sentence, in order. A phrase is
// counted once for each measure.
func (p *pass) harms(t *tree, sentence int) []harm {
	var out []harm
	for i := range t.Tokens {
		for _, h := range p.harmAt(t, sentence, i) {
			if !p.alreadyCounted(out, h) {
				out = append(out, h)
			}
		}
	}
	return combine(t, out)
}

// harmAt reads the harm that token i tells of: by a state, a verb or a noun of
// harm, else as a plight.
func (p *pass) harmAt(t *tree, sentence, i int) []harm {
	if hs := p.plainHarm(t, sentence, i); len(hs) > 0 {
		return hs
	}
	return p.plight(t, sentence, i)
}

func (p *pass) plainHarm(t *tree, sentence, i int) []harm {
	tok := t.Tokens[i]
	if m, ok := p.lex.State[lower(tok.Text)]; ok && (!t.isVerb(i) || p.bareNumberBefore(t, i) || tok.Tag == "VBN" && !p.hasSufferer(t, i)) {
		if hs := p.stateHarm(t, sentence, i, m); len(hs) > 0 {
			return hs
		}
	}
	if m, ok := p.harmVerb(t, i); ok {
		return p.verbHarm(t, sentence, i, m)
	}
	if m, ok := p.lex.HarmNoun[tok.Lemma]; ok && t.isNoun(i) {
		return p.nounHarm(t, sentence, i, m)
	}
	if m, ok := p.tolled(t, i); ok {
		return p.toll(t, sentence, i, m)
	}
	return nil
}

// harmVerb is what a verb at token i does to people. Those treated for wounds
// are wounded.
func (p *pass) harmVerb(t *tree, i int) (dateline.Measure, bool) {
	if !t.isVerb(i) {
		return "", false
	}
	if t.Tokens[i].Lemma == "treat" {
		for _, c := range t.all(i, "obl") {
			if t.marker(c) == "for" && p.woundNoun(t, c) {
				return dateline.Wounded, true
			}
		}
		return "", false
	}
	if t.Tokens[i].Lemma == "find" && (t.lemmaAt(i+1) == "dead" || t.lemmaAt(i+2) == "dead") {
		return dateline.Killed, true
	}
	m, ok := p.lex.HarmVerb[t.Tokens[i].Lemma]
	return m, ok
}

func (p *pass) woundNoun(t *tree, i int) bool {
	return p.lex.HarmNoun[t.Tokens[i].Lemma] == dateline.Wounded || t.Tokens[i].Lemma == "wound" || t.Tokens[i].Lemma == "burn"
}

func (p *pass) hasSufferer(t *tree, i int) bool {
	return t.child(i, "obj", "nsubj:pass") >= 0 || t.rel(i, "acl", "acl:relcl")
}

// verbHarm counts the objects of active and the subjects of passive verbs.
func (p *pass) verbHarm(t *tree, sentence, i int, m dateline.Measure) []harm {
	if t.Tokens[i].Lemma == "gun" && t.lemmaAt(i+1) != "down" {
		return nil
	}
	if t.Tokens[i].Lemma == "shoot" && (t.lemmaAt(i+1) == "dead" || shotAndKilled(t, i)) {
		m = dateline.Killed
	}
	if t.lemmaAt(i-1) == "fatally" || t.lemmaAt(i+1) == "fatally" {
		m = dateline.Killed
	}
	if p.irrealis(t, i) || m == dateline.Abducted && seizing[t.Tokens[i].Lemma] && !p.seizesPeople(t, i) {
		return nil
	}
	var out []harm
	for _, c := range p.sufferers(t, located{found{Trigger: lexicon.Trigger{POS: "V", Words: []string{t.Tokens[i].Lemma}}, from: i, to: i + 1, head: i}, sentence}) {
		if h, ok := p.counted(t, sentence, c, m); ok {
			h.anchor, h.rule = i, "CAS-2/verb"
			nthDead(t, i, c, &h)
			besidesAttacker(t, c, &h)
			if m == dateline.KilledOrWounded && p.lex.HarmVerb[t.lemmaAt(i)] == m {
				h.rule = "CAS-2/shot"
			}
			out = append(out, h)
		}
	}
	return out
}

// ordinals count the dead up to the one that the words are about.
var ordinals = map[string]int{"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}

// nthDead: "a third officer has died" makes it three dead (CAS-12).
func nthDead(t *tree, verb, who int, h *harm) {
	if t.Tokens[verb].Lemma != "die" && t.Tokens[verb].Lemma != "succumb" {
		return
	}
	for _, c := range t.all(who, "amod") {
		if n := ordinals[t.Tokens[c].Lemma]; n > 0 {
			h.count.Qualifier, h.count.Lo, h.count.Anchor, h.count.Hi = dateline.Exactly, &n, &n, &n
			h.rule = "CAS-12/ordinal"
		}
	}
}

// besidesAttacker: "eight people besides himself", "not counting the bomber":
// the attackers are not in the number (CAS-6).
func besidesAttacker(t *tree, who int, h *harm) {
	for k := who + 1; k < min(who+7, len(t.Tokens)); k++ {
		switch t.Tokens[k].Lemma {
		case "himself", "herself", "themselves", "attacker", "bomber", "gunman", "assailant":
		default:
			continue
		}
		for back := max(who+1, k-3); back < k; back++ {
			if excludes[t.Tokens[back].Lemma] || excludes[lower(t.Tokens[back].Text)] {
				h.count.Population = dateline.PopVictims
				return
			}
		}
	}
}

var excludes = set("besides", "excluding", "apart", "aside", "plus")

// seizing are verbs that take people and things alike.
var seizing = set("seize", "snatch", "take")

// irrealis: what was only tried, planned, threatened or denied hurt nobody.
func (p *pass) irrealis(t *tree, verb int) bool {
	for v, steps := verb, 0; v >= 0 && steps < 4; steps++ {
		if hasModal(t, v) || t.child(v, "advmod") >= 0 && negation[t.lemmaAt(t.child(v, "advmod"))] {
			return true
		}
		if !t.rel(v, "xcomp", "acl", "advcl") || t.Tokens[v].Tag == "VBG" && !t.rel(v, "xcomp") {
			return false
		}
		h := t.Tokens[v].Head
		if class, _, ok := p.lex.Cue(t.Tokens, h); ok && (class == lexicon.CueAttempt || class == lexicon.CuePlot || class == lexicon.CueThreat || class == lexicon.CueFoiled) {
			return true
		}
		if t.rel(v, "advcl", "acl") && t.Tokens[v].Tag == "VB" && !done[t.lemmaAt(h)] {
			return true
		}
		v = h
	}
	return false
}

// shotAndKilled: "shot and killed", "shot to death".
func shotAndKilled(t *tree, i int) bool {
	for k := i + 1; k < min(i+6, len(t.Tokens)); k++ {
		if (t.Tokens[k].Lemma == "kill" || t.Tokens[k].Lemma == "death") && (t.lemmaAt(k-1) == "and" || t.lemmaAt(k-1) == "to") {
			return true
		}
	}
	return false
}

// stateHarm counts "12 dead", "30 others wounded", "left three men dead".
func (p *pass) stateHarm(t *tree, sentence, i int, m dateline.Measure) []harm {
	for from := max(i-9, 0); from < i; from++ {
		c, ok := p.counts.Read(t.Tokens, from)
		if !ok || c.End > i || theNumber(t, from) || !p.onlyPeopleBetween(t, c.End, i) || inTime(p.times[sentence], t.Tokens[c.End-1].Start) {
			continue
		}
		h := p.newHarm(t, sentence, from, i+1, c.Count, m)
		h.anchor, h.rule = i, "CAS-2/state"
		if c.End < i {
			h.count.Noun = t.text(p.doc.Report.Text, c.End, i)
			h.count.Population = p.populationOf(t, i-1)
		}
		return []harm{h}
	}
	return nil
}

// onlyPeopleBetween: between the number and the state stand only the people
// and forms of "be": "12 people were killed", "30 others wounded".
func (p *pass) onlyPeopleBetween(t *tree, from, to int) bool {
	for k := from; k < to; k++ {
		tok := t.Tokens[k]
		people := p.lex.Nouns[tok.Lemma].Person || tok.Lemma == "other" || tok.Lemma == "more"
		be := tok.Lemma == "be" || tok.Lemma == "have" || tok.Lemma == "get"
		if beasts[tok.Lemma] || !people && !be && tok.POS != "ADJ" && tok.POS != "ADV" && tok.Lemma != "of" && tok.Lemma != "the" && tok.Lemma != "them" && tok.POS != "NOUN" {
			return false
		}
	}
	return to-from <= 6
}

func (p *pass) bareNumberBefore(t *tree, i int) bool {
	return i > 0 && (t.Tokens[i-1].POS == "NUM" || t.Tokens[i-1].Lemma == "other")
}

// nounHarm counts "three deaths", "no casualties", "claimed 12 lives".
func (p *pass) nounHarm(t *tree, sentence, i int, m dateline.Measure) []harm {
	switch t.Tokens[i].Lemma {
	case "life":
		return p.lives(t, sentence, i)
	case "body":
		return p.bodies(t, sentence, i)
	}
	if t.Tokens[i].Lemma == "arrest" || t.Tokens[i].Lemma == "kidnapping" || t.Tokens[i].Lemma == "killing" {
		return nil
	}
	h, ok := p.counted(t, sentence, i, m)
	if !ok || h.count.Qualifier == dateline.NamedPerson || h.count.PluralOnly && t.child(i, "det", "amod") < 0 && m != dateline.Killed {
		return nil
	}
	if !isPlural(t.Tokens[i]) && h.count.Qualifier == dateline.Exactly && t.child(i, "nummod") < 0 && h.count.Anchor != nil && *h.count.Anchor == 1 {
		return nil // "the death", "a death" names no count
	}
	h.anchor, h.rule = i, "CAS-2/noun"
	return []harm{h}
}

// lives: "claimed the lives of 12 people", "12 lives were lost".
func (p *pass) lives(t *tree, sentence, i int) []harm {
	verb := t.Tokens[i].Head
	if verb < 0 || !(set("claim", "take", "lose", "cost")[t.lemmaAt(verb)]) {
		return nil
	}
	at := i
	if of := t.child(i, "nmod"); of >= 0 {
		at = of
	}
	h, ok := p.counted(t, sentence, at, dateline.Killed)
	if !ok {
		return nil
	}
	h.anchor, h.rule = i, "CAS-2/lives"
	return []harm{h}
}

// bodies: "the body of one of the five was found", "the bodies of three men have
// been recovered", "12 bodies were pulled from the rubble".
func (p *pass) bodies(t *tree, sentence, i int) []harm {
	verb := t.Tokens[i].Head
	if verb < 0 || !recovers[t.lemmaAt(verb)] || !t.rel(i, "nsubj", "nsubj:pass", "obj") {
		return nil
	}
	from, to := t.phrase(i)
	h := harm{sentence: sentence, span: p.span(t, from, to), anchor: i, rule: "CAS-2/body"}
	of := t.child(i, "nmod")
	switch c, _, _, ok := p.phraseCount(t, sentence, i); {
	case !isPlural(t.Tokens[i]):
		one := 1
		h.count = dateline.Count{Qualifier: dateline.Exactly, Lo: &one, Anchor: &one, Hi: &one, Population: dateline.PopUnknown}
	case ok && !c.PluralOnly:
		h.count = c
	case of >= 0 && t.marker(of) == "of":
		if c, _, _, ok = p.phraseCount(t, sentence, of); !ok {
			return nil
		}
		h.count = c
	default:
		return nil
	}
	h.count.Measure = dateline.Killed
	return []harm{h}
}

// recovers are verbs whose object is a body that was not known of before.
var recovers = set("find", "recover", "discover", "retrieve", "pull", "exhume", "uncover")

// tolled says that the noun at token i stands for a count of people, and of
// which: "the death toll", "the toll", "the number of people killed", "the
// number of dead".
func (p *pass) tolled(t *tree, i int) (dateline.Measure, bool) {
	switch t.Tokens[i].Lemma {
	case "toll":
		if t.lemmaAt(i-1) == "casualty" {
			return dateline.KilledOrWounded, true
		}
		return dateline.Killed, i == 0 || t.Tokens[i-1].POS != "NOUN" || t.lemmaAt(i-1) == "death"
	case "number":
		for k := i + 2; t.lemmaAt(i+1) == "of" && k < min(i+6, len(t.Tokens)) && t.Tokens[k].Text != ","; k++ {
			if m, ok := p.lex.State[lower(t.Tokens[k].Text)]; ok {
				return m, true
			}
			if m, ok := p.lex.HarmNoun[t.Tokens[k].Lemma]; ok {
				return m, true
			}
		}
	}
	return "", false
}

// toll: "the death toll rose to 12", "revised from 18 to 13", "a toll of at
// least 40", "put the number of dead at 11".
func (p *pass) toll(t *tree, sentence, i int, m dateline.Measure) []harm {
	for k := i + 1; k < min(i+30, len(t.Tokens)); k++ {
		c, ok := p.counts.Read(t.Tokens, k)
		if !ok {
			continue
		}
		before := t.lemmaAt(k - 1)
		if before == "from" || inTime(p.times[sentence], t.Tokens[k].Start) || k > i+13 && before != "to" && before != "at" {
			k = max(k, c.End-1)
			continue
		}
		h := p.newHarm(t, sentence, k, c.End, c.Count, m)
		h.anchor, h.rule = i, "CAS-2/toll"
		return []harm{h}
	}
	return nil
}

func (p *pass) newHarm(t *tree, sentence, from, to int, c dateline.Count, m dateline.Measure) harm {
	c.Measure, c.Population = m, dateline.PopUnknown
	return harm{count: c, sentence: sentence, span: p.span(t, from, to)}
}

// counted reads the phrase of head i as people counted under a measure: its
// number, its conjuncts as further parts (CAS-3), and what it includes (CAS-4).
func (p *pass) counted(t *tree, sentence, i int, m dateline.Measure) (harm, bool) {
	var parts []dateline.Count
	var h harm
	for n, k := range t.conjuncts(i) {
		c, from, to, ok := p.phraseCount(t, sentence, k)
		if !ok || n > 0 && t.marker(k) == "accord" {
			continue
		}
		c.Measure = m
		if n == 0 || h.span.End == 0 {
			h = harm{sentence: sentence, span: p.span(t, from, to)}
		}
		whole := p.span(t, from, to)
		h.span = p.runes.Span(min(h.span.Start, whole.Start), max(h.span.End, whole.End))
		if c.Qualifier == dateline.NamedPerson {
			h.names = append(h.names, p.namesIn(sentence, whole)...)
		}
		parts = append(parts, c)
	}
	if len(parts) == 0 {
		return harm{}, false
	}
	h.count = p.total(parts, m)
	p.included(t, sentence, i, &h)
	return h, true
}

// total is the single part, or the sum of several (CAS-3): anchors and lows
// add, highs add unless a part is open.
func (p *pass) total(parts []dateline.Count, m dateline.Measure) dateline.Count {
	if len(parts) == 1 {
		return headOf(parts[0])
	}
	sum := dateline.Count{Measure: m, Population: dateline.PopUnknown, Qualifier: dateline.Exactly, Parts: parts, Derived: true}
	lo, anchor, hi := 0, 0, 0
	closed, anchored := true, true
	for _, c := range parts {
		if c.Lo != nil {
			lo += *c.Lo
		}
		anchored = anchored && c.Anchor != nil
		closed = closed && c.Hi != nil
		if c.Anchor != nil {
			anchor += *c.Anchor
		}
		if c.Hi != nil {
			hi += *c.Hi
		}
		sum.Vague = sum.Vague || c.Vague
		sum.Approximate = sum.Approximate || c.Approximate
	}
	sum.Lo = &lo
	if anchored {
		sum.Anchor = &anchor
	}
	if closed {
		sum.Hi = &hi
	} else {
		sum.Qualifier = dateline.AtLeast
	}
	return sum
}

// headOf turns the count of one group into a total that keeps the group as its
// only part, so that "five soldiers were killed" counts five and says who.
func headOf(c dateline.Count) dateline.Count {
	if c.Population == dateline.PopUnknown || c.Population == dateline.PopPerpetrators {
		return c
	}
	part := c
	part.Parts = nil
	c.Population = dateline.PopUnknown
	if c.Lo != nil && *c.Lo == 0 && c.Hi != nil && *c.Hi == 0 {
		c.Population = part.Population // "no peacekeepers were killed" counts them alone
		return c
	}
	c.Parts = append([]dateline.Count{part}, c.Parts...)
	return c
}

// beasts are killed too, and no people.
var beasts = set("sheep", "goat", "cow", "cattle", "livestock", "horse", "donkey", "mule", "camel", "pig", "chicken", "dog", "cat", "animal", "bird", "elephant", "fish", "ox", "buffalo", "yak")

// phraseCount reads the number of one noun phrase and the tokens it takes.
func (p *pass) phraseCount(t *tree, sentence, i int) (c dateline.Count, from, to int, ok bool) {
	if beasts[t.Tokens[i].Lemma] {
		return c, 0, 0, false
	}
	from, to = t.phrase(i)
	if n := p.lex.Nouns[t.Tokens[i].Lemma]; n.Thing && !n.Person {
		return c, 0, 0, false // houses and cars are not counted as people
	}
	if read, end, found := p.numberIn(t, sentence, from, to, i); found {
		c = read.Count
		c.Noun = nounText(t, p.doc.Report.Text, end, to)
		c.Population = p.populationOf(t, i)
		if c.Noun == "" {
			c.Population = dateline.PopUnknown
		}
		return c, read.Start, max(to, read.End), true
	}
	return p.unnumbered(t, sentence, i, from, to)
}

// numberIn finds the count phrase in or at the left of a noun phrase; numbers
// inside times and ages do not count people.
func (p *pass) numberIn(t *tree, sentence, from, to, head int) (read phrase, end int, ok bool) {
	start := from
	for start > 0 && from-start < 3 && leansRight[t.lemmaAt(start-1)] {
		start--
	}
	for k := start; k < to && k <= head; k++ {
		c, found := p.counts.Read(t.Tokens, k)
		if !found || c.End > to || theNumber(t, k) || inTime(p.times[sentence], t.Tokens[c.End-1].Start) || isAge(t, c.End) {
			continue
		}
		if c.Count.Qualifier == dateline.VagueWord && vagueDeterminer(t, c, head) {
			continue
		}
		return phrase(c), c.End, true
	}
	return phrase{}, 0, false
}

// theNumber: "the number of" counts nobody, "a number of" does.
func theNumber(t *tree, k int) bool {
	if t.lemmaAt(k) == "the" {
		k++
	}
	return t.lemmaAt(k) == "number" && t.lemmaAt(k-1) == "the"
}

// leansRight are words that a parser may leave outside the phrase they qualify.
var leansRight = set("at", "least", "more", "than", "over", "about", "around", "some", "nearly", "almost", "as", "many", "up", "to", "fewer", "less", "no", "roughly", "approximately", "between")

func isAge(t *tree, end int) bool {
	l := t.lemmaAt(end)
	return l == "year" || l == "year-old" || l == "years-old" || l == "month" || l == "day" || l == "hour" || l == "minute" || l == "-" && t.lemmaAt(end+1) == "year"
}

// unnumbered counts phrases without a number: a person with a name or "a
// soldier" is one, a bare plural is at least two (CAS-1).
func (p *pass) unnumbered(t *tree, sentence, i, from, to int) (c dateline.Count, f, e int, ok bool) {
	tok := t.Tokens[i]
	noun, known := p.lex.Nouns[tok.Lemma]
	one, two := 1, 2
	switch {
	case tok.Lemma == "nobody" || tok.Lemma == "none" || lower(tok.Text) == "no-one" || tok.Lemma == "one" && t.lemmaAt(i-1) == "no" || p.negatedPhrase(t, i):
		zero := 0
		c = dateline.Count{Qualifier: dateline.None, Lo: &zero, Anchor: &zero, Hi: &zero, Population: p.populationOf(t, i)}
	case p.personAt(t, sentence, i) || isThirdPerson(tok) || p.looksNamed(t, sentence, i):
		c = dateline.Count{Qualifier: dateline.NamedPerson, Lo: &one, Anchor: &one, Population: p.populationOf(t, i)}
	case tok.Lemma == "number":
		return c, 0, 0, false
	case (known && noun.Person || p.lex.HarmNoun[tok.Lemma] != "") && isPlural(tok):
		c = dateline.Count{Qualifier: dateline.BarePlural, Lo: &two, PluralOnly: true, Population: p.populationOf(t, i)}
	case known && noun.Person && !collective[tok.Lemma]:
		c = dateline.Count{Qualifier: dateline.Exactly, Lo: &one, Anchor: &one, Hi: &one, Population: p.populationOf(t, i)}
		if definite(t, i) {
			c.Qualifier, c.Hi = dateline.NamedPerson, nil
		}
	default:
		return c, 0, 0, false
	}
	c.Noun = nounText(t, p.doc.Report.Text, from, to)
	return c, from, to, true
}

var collective = set("police", "staff", "family", "personnel", "people", "force", "troop", "body", "life", "group", "member")

func (p *pass) negatedPhrase(t *tree, i int) bool {
	d := t.child(i, "det")
	return d >= 0 && t.Tokens[d].Lemma == "no"
}

func definite(t *tree, i int) bool {
	d := t.child(i, "det")
	return d >= 0 && t.Tokens[d].Lemma == "the" || t.child(i, "nmod:poss") >= 0
}

func (p *pass) personAt(t *tree, sentence, i int) bool {
	a := p.actorAt(t, sentence, i)
	return a != nil && a.Kind == dateline.PersonExpression
}

func (p *pass) namesIn(sentence int, s dateline.Span) []string {
	var out []string
	for _, x := range p.actors[sentence] {
		if x.Kind == dateline.PersonExpression && s.Start <= x.Start && x.End <= s.End {
			out = append(out, x.Text)
		}
	}
	return out
}

// partOf is the noun that a number is some of, "one of the two attackers", else
// the token itself.
func partOf(t *tree, i int) int {
	if t.Tokens[i].POS != "NUM" && t.Tokens[i].Lemma != "one" && t.Tokens[i].Lemma != "some" {
		return i
	}
	for _, c := range t.all(i, "nmod") {
		if t.marker(c) == "of" && t.isNoun(c) {
			return c
		}
	}
	return i
}

// populationOf gives the population of a head noun; names of groups and
// nations are kept by the noun's words.
func (p *pass) populationOf(t *tree, i int) dateline.Population {
	i = partOf(t, i)
	noun, ok := p.lex.Nouns[t.Tokens[i].Lemma]
	for _, c := range t.all(i, "amod", "compound") {
		if l := t.Tokens[c].Lemma; l == "diplomatic" || l == "embassy" || l == "consular" || l == "consulate" {
			return dateline.PopDiplomats
		}
	}
	if !ok || noun.Population == "" || noun.Population == dateline.PopAll {
		return dateline.PopUnknown
	}
	return noun.Population
}

func nounText(t *tree, report string, from, to int) string {
	for from < to && (t.Tokens[from].Lemma == "of" || t.Tokens[from].Lemma == "the") {
		from++
	}
	if from >= to {
		return ""
	}
	return t.text(report, from, to)
}

func (p *pass) alreadyCounted(list []harm, h harm) bool {
	for _, x := range list {
		if x.count.Measure == h.count.Measure && x.span.Overlaps(h.span) {
			return true
		}
	}
	return false
}

// combine makes one count of "killed and wounded 25 people" (CAS-2): the same
// phrase under two measures in one coordination is a combined number.
func combine(t *tree, list []harm) []harm {
	var out []harm
next:
	for _, h := range list {
		for i, x := range out {
			if x.span == h.span && x.count.Measure != h.count.Measure && (x.count.Measure == dateline.Killed || x.count.Measure == dateline.Wounded || x.count.Measure == dateline.KilledOrWounded) {
				if x.count.Measure == dateline.KilledOrWounded && h.count.Measure == dateline.Killed {
					out[i].count.Measure = dateline.Killed // "shot and killed"
				} else if one(x.count) && (x.count.Measure == dateline.Killed || h.count.Measure == dateline.Killed) {
					out[i].count.Measure, out[i].rule = dateline.Killed, "CAS-12/died" // one person was hurt, and died of it
				} else if coordinated(t, x.anchor, h.anchor) {
					out[i].count.Measure, out[i].rule = dateline.KilledOrWounded, "CAS-2/combined"
				}
				continue next
			}
		}
		out = append(out, h)
	}
	return out
}

// one: the count is of one person.
func one(c dateline.Count) bool { return c.Anchor != nil && *c.Anchor == 1 }

func coordinated(t *tree, a, b int) bool {
	return t.firstConjunct(a) == t.firstConjunct(b) || t.distance(a, b) <= 2
}

// suicideDeath: an attacker who blew himself up is one dead, inferred (CAS-6).
func (p *pass) suicideDeath(t *tree, sentence int, a *account) {
	for _, tr := range a.triggers {
		if tr.Words[0] != "blow" && tr.Words[0] != "detonate" && tr.Role != lexicon.Perpetrator || a.kind != dateline.KindIncident {
			continue
		}
		if tr.Role == lexicon.Perpetrator && isPlural(t.Tokens[tr.to-1]) {
			continue
		}
		one := 1
		a.harms = append(a.harms, harm{
			count:    dateline.Count{Measure: dateline.Killed, Population: dateline.PopPerpetrators, Lo: &one, Anchor: &one, Hi: &one, Qualifier: dateline.Exactly, Noun: "attacker"},
			sentence: sentence, span: p.span(t, tr.from, tr.to), rule: "CAS-6/suicide", inferred: true, anchor: tr.head})
		return
	}
}
