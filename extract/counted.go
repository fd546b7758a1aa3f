package extract

import (
	"slices"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
	"github.com/opendateline/dateline/extract/mend"
)

func (p *pass) newHarm(t *tree, sentence, from, to int, c dateline.Count, m dateline.Measure) harm {
	c.Measure, c.Population = m, dateline.PopUnknown
	return harm{count: c, sentence: sentence, span: p.span(t, from, to)}
}

// counted reads the phrase of head i as people counted under a measure: its
// number, its conjuncts as further parts (CAS-3), and what it includes (CAS-4).
func (p *pass) counted(t *tree, sentence, i int, m dateline.Measure) (harm, bool) {
	var parts []dateline.Count
	var h harm
	heads := t.withSome(t.notIncluded(append(t.conjuncts(i), t.besides(i)...)))
	if p.spellOut(t, sentence, heads) {
		heads = heads[:1]
	}
	for n, k := range heads {
		if n > 0 && t.someOfThose(k) {
			break
		}
		c, from, to, ok := p.phraseCount(t, sentence, k)
		if n > 0 && len(parts) > 0 && parts[0].Anchor != nil && itemises(t, from) {
			break
		}
		if !ok || n > 0 && (t.marker(k) == "accord" || t.marker(k) == "include" || p.ofOtherMeasure(t, k, m) || p.harmedApart(t, from) || t.underNumber(k, c, parts) || len(parts) == 1 && t.explains(k, c, parts[0])) {
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

// underNumber: a plural without a word before it that counts or points is counted by the
// number before it, "20 fighters and COMMANDERS", "18 soldiers and allied MILITIAMEN".
func (t *tree) underNumber(k int, c dateline.Count, parts []dateline.Count) bool {
	if !c.PluralOnly || len(parts) == 0 {
		return false
	}
	n := parts[len(parts)-1].Anchor
	return n != nil && *n > 1 && t.lemmaAt(t.child(k, "cc")) == "and" && t.child(k, "det", "nummod", "nmod:poss") < 0
}

// harmedApart: a word for what befell them stands right before the phrase that
// begins at from: "killed nine men, and injured others" counts no others dead.
func (p *pass) harmedApart(t *tree, from int) bool {
	if from == 0 || t.Tokens[from-1].POS == "VERB" {
		return false
	}
	_, ok := p.lex.State[lower(t.Tokens[from-1].Text)]
	return ok
}

// notIncluded leaves out of a list the members that "including" or "among them" opens: they are
// some of those before (CAS-4), as are "five OF THEM". Only an aside of one may end before an "and":
// "six soldiers, including a major, and TWO CIVILIANS".
func (t *tree) notIncluded(list []int) []int {
	some := -1 // the last that tells of some of those before
	return slices.DeleteFunc(list, func(k int) bool {
		goesOn := some >= 0 && !slices.ContainsFunc(t.Tokens[some:k], func(x dateline.Token) bool { return x.Text == "," })
		if k != list[0] && (goesOn || t.someOfThose(k)) {
			some = k
			return true
		}
		for i, commas := k-1, 0; i > list[0]; i-- {
			switch {
			case t.Tokens[i].Text == ",":
				commas++
			case lower(t.Tokens[i].Text) == "including", t.lemmaAt(i) == "among" && lower(t.Tokens[i+1].Text) == "them":
				from, _ := t.phrase(k)
				return commas != 1 || t.lemmaAt(from-1) != "and" || t.lemmaAt(from-2) != ","
			}
		}
		return false
	})
}

// spellOut: the members behind the first of a list say whom it counts and are
// nobody else, "three civilians, TWO WOMEN AND A CHILD": it counts people as such, a
// comma alone stands before the next, and they are as many (CAS-4).
func (p *pass) spellOut(t *tree, sentence int, list []int) bool {
	if len(list) < 2 || !t.holdsAll(list) || t.child(list[1], "cc") >= 0 {
		return false
	}
	whole, _, _, ok := p.phraseCount(t, sentence, list[0])
	if !ok || whole.Anchor == nil || *whole.Anchor < 1 {
		return false
	}
	sum := 0
	for _, k := range list[1:] {
		c, _, _, ok := p.phraseCount(t, sentence, k)
		if !ok || c.Anchor == nil {
			return false
		}
		sum += *c.Anchor
	}
	return *whole.Anchor == sum
}

// holdsAll: the noun of the first member of a list is one for anybody, or for
// children where all others are.
func (t *tree) holdsAll(list []int) bool {
	bySex := !slices.ContainsFunc(list[1:], func(k int) bool { return lexicon.Sex(t.lemmaAt(k)) == 0 && !t.lex.Is(lexicon.Child, t.lemmaAt(k)) })
	if bySex && t.lex.Nouns[t.lemmaAt(list[0])].Population == dateline.PopCivilians {
		return true // "four villagers, three men and a woman"
	}
	return t.lex.Is(lexicon.Anybody, t.lemmaAt(list[0])) || !slices.ContainsFunc(list, func(k int) bool { return !t.lex.Is(lexicon.Child, t.lemmaAt(k)) })
}

// itemises: a dash or colon before the member that begins at from says that a list
// of those counted follows: "six people - FOUR SOLDIERS and two civilians" (CAS-4).
func itemises(t *tree, from int) bool {
	switch t.lemmaAt(from - 1) {
	case "-", "–", "—", ":":
		return true
	}
	return false
}

// ofOtherMeasure: the member k of a list counts another fate by its own noun: "11
// deaths and 30 INJURIES", or by the word behind it.
func (p *pass) ofOtherMeasure(t *tree, k int, m dateline.Measure) bool {
	if of, ok := p.lex.State[t.fateBehind(k)]; ok && of != m {
		return true
	}
	for _, i := range append(t.all(k, "nmod"), k) {
		if of, ok := p.lex.State[lower(t.Tokens[i].Text)]; ok && of != m {
			return true
		}
		if of, ok := p.lex.HarmNoun[t.lemmaAt(i)]; ok && of != m {
			return true
		}
	}
	return false
}

// fateBehind is the word that says what befell those of token k right behind it: "dozens of
// WOUNDED", "27 (INJURED)".
func (t *tree) fateBehind(k int) string {
	if next := t.lemmaAt(k + 1); k+2 < len(t.Tokens) && (next == "of" || next == "(") {
		return lower(t.Tokens[k+2].Text)
	}
	return ""
}

// explains: a plural set beside a number without an "and" says who they are: "at
// least 10 people, members of one family".
func (t *tree) explains(k int, c, whole dateline.Count) bool {
	return c.PluralOnly && whole.Anchor != nil && *whole.Anchor > 1 && t.rel(k, "conj") && t.child(k, "cc") < 0
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

// phraseCount reads the number of one noun phrase and the tokens it takes.
func (p *pass) phraseCount(t *tree, sentence, i int) (c dateline.Count, from, to int, ok bool) {
	if t.lex.Is(lexicon.Beast, t.Tokens[i].Lemma) {
		return c, 0, 0, false
	}
	from, to = t.phrase(i)
	if n := p.lex.Nouns[t.Tokens[p.countedOf(t, i)].Lemma]; n.Thing && !n.Person || t.lex.Is(lexicon.Happening, t.lemmaAt(partOf(t, i))) {
		return c, 0, 0, false // houses and cars are not counted as people, nor "three of these cases"
	}
	if p.negatedPhrase(t, i) {
		return p.unnumbered(t, sentence, i, from, to)
	}
	if mend.Sentence(t.Tokens).AgeNumber(i) || t.Tokens[i].Lemma == "block" {
		return c, 0, 0, false
	}
	if of := t.membersOf(i); of >= 0 {
		return p.phraseCount(t, sentence, of)
	}
	if c, at, found := p.someMembers(t, i); found {
		c.Population = p.populationOf(t, i)
		return c, at, to, true
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
	start := p.numberStart(t, sentence, from)
	for k := start; k < to && k <= head; k++ {
		c, found := p.counts.Read(t.Tokens, k)
		if !found || c.End > to || theNumber(t, k) || inTime(p.times[sentence], t.Tokens[c.End-1].Start) || isAge(t, c.End) || p.ageBehind(t, k) {
			continue
		}
		if c.Count.Qualifier == dateline.VagueWord && vagueDeterminer(t, c, head) {
			continue
		}
		return c, c.End, true
	}
	return phrase{}, 0, false
}

// numberStart is where the number of the phrase that begins at from may begin: at the
// words that lean on it ("at least"), or at a number that the parser hung elsewhere: "on
// Monday; 20 PEOPLE died", "thirteen (13) PERSONS".
func (p *pass) numberStart(t *tree, sentence, from int) int {
	start := from
	if start > 3 && t.lemmaAt(start-1) == ")" && t.Tokens[start-2].POS == "NUM" && t.lemmaAt(start-3) == "(" && t.Tokens[start-4].POS == "NUM" {
		start -= 4
	} else if start > 0 && t.Tokens[start-1].POS == "NUM" && !inTime(p.times[sentence], t.Tokens[start-1].Start) && t.Tokens[start-1].Head != start-2 {
		start--
	}
	for first := start; start > 0 && first-start < 3 && t.lex.Is(lexicon.LeansRight, t.lemmaAt(start-1)); start-- {
	}
	return start
}

// theNumber: "the number of" counts nobody, "a number of" does.
func theNumber(t *tree, k int) bool {
	if t.lemmaAt(k) == "the" {
		k++
	}
	return t.lemmaAt(k) == "number" && t.lemmaAt(k-1) == "the"
}

// ageBehind: "a man of 22", "a boy of ten": a number behind one person with "of"
// tells how old they are.
func (p *pass) ageBehind(t *tree, k int) bool {
	who := t.lemmaAt(k - 2)
	return k >= 2 && t.lemmaAt(k-1) == "of" && p.lex.Nouns[who].Person && !t.lex.Is(lexicon.Collective, who) && !isPlural(t.Tokens[k-2]) && !t.isNoun(min(k+1, len(t.Tokens)-1))
}

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
	case tok.Lemma == "pair" && !isPlural(tok) && t.lemmaAt(i+1) == "of", isPlural(tok) && (tok.Lemma == "parent" && t.child(i, "nmod:poss") >= 0 || tok.Lemma == "twin" || t.lemmaAt(i-1) == "twin"), tok.Lemma == "couple" && !isPlural(tok) && t.lemmaAt(i+1) != "of":
		c = dateline.Count{Qualifier: dateline.Exactly, Lo: &two, Anchor: &two, Hi: &two, Population: p.populationOf(t, i)}
	case (t.lex.Is(lexicon.OtherPerson, tok.Lemma) || lexicon.Ordinal(tok.Lemma) > 1) && (t.isNoun(i) || t.rel(i, "obj")) && !isPlural(tok) && !known:
		c = dateline.Count{Qualifier: dateline.Exactly, Lo: &one, Anchor: &one, Hi: &one, Population: dateline.PopUnknown}
	case (known && noun.Person || p.lex.HarmNoun[tok.Lemma] != "") && isPlural(tok):
		c = dateline.Count{Qualifier: dateline.BarePlural, Lo: &two, PluralOnly: true, Population: p.populationOf(t, i)}
	case known && noun.Person && !t.lex.Is(lexicon.Collective, tok.Lemma):
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

// countedOf is what a word of number counts with "of", "dozens of HOUSES"; any other
// token is it itself.
func (p *pass) countedOf(t *tree, i int) int {
	c := t.child(i, "nmod")
	if c < i || t.marker(c) != "of" {
		return i
	}
	if read, ok := p.counts.Read(t.Tokens, i); !ok || read.End != i+1 {
		return i
	}
	return c
}

// membersOf is the number or the numbered noun that a collective at i consists
// of, "a family of six", "a group of four men"; -1 if none is told.
func (t *tree) membersOf(i int) int {
	if !t.lex.Is(lexicon.Collective, t.Tokens[i].Lemma) || isPlural(t.Tokens[i]) || t.child(i, "nummod") >= 0 {
		return -1
	}
	for _, c := range t.all(i, "nmod") {
		if t.marker(c) == "of" && (t.Tokens[c].POS == "NUM" || t.child(c, "nummod") >= 0) {
			return c
		}
	}
	return -1
}

// someMembers is the number before a collective at i, some of whose members it counts:
// "FOUR of a family", and the token that it stands at.
func (p *pass) someMembers(t *tree, i int) (c dateline.Count, at int, ok bool) {
	if at = i - 3; at < 0 || !t.lex.Is(lexicon.Collective, t.lemmaAt(i)) || isPlural(t.Tokens[i]) || t.lemmaAt(i-2) != "of" || t.Tokens[i-1].POS != "DET" || t.Tokens[at].POS != "NUM" {
		return c, 0, false
	}
	read, ok := p.counts.Read(t.Tokens, at)
	return read.Count, at, ok && read.End == at+1
}

func (p *pass) negatedPhrase(t *tree, i int) bool {
	d := t.child(i, "det")
	return d >= 0 && t.Tokens[d].Lemma == "no" && t.lemmaAt(i+1) != "else"
}

func definite(t *tree, i int) bool {
	d := t.child(i, "det")
	return d >= 0 && t.Tokens[d].Lemma == "the" || t.child(i, "nmod:poss") >= 0
}

func (p *pass) personAt(t *tree, sentence, i int) bool {
	a := p.actorAt(t, sentence, i)
	return a != nil && a.Kind == dateline.PersonExpression || t.aged(i)
}

// aged: an age stands beside the name at i, which can then only be a person's:
// "25-year-old Ann Reed", "Ann Reed, 25,".
func (t *tree) aged(i int) bool {
	if t.Tokens[i].POS != "PROPN" {
		return false
	}
	first, last := i, i
	for first > 0 && t.Tokens[first-1].POS == "PROPN" {
		first--
	}
	for last+1 < len(t.Tokens) && t.Tokens[last+1].POS == "PROPN" {
		last++
	}
	if first > 2 && t.lemmaAt(first-1) == "old" && (lexicon.AgeUnit(t.lemmaAt(first-2)) || lexicon.AgeUnit(t.lemmaAt(first-3))) {
		return true
	}
	return last > first && t.lemmaAt(last+1) == "," && ageAt(t, last+2) > 0
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
		if t.Tokens[i].Lemma == "guard" && t.lex.Is(lexicon.Hired, t.Tokens[c].Lemma) {
			return dateline.PopUnknown
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

// someOfThose: the number of the member k of a list is one "of them" or "of whom".
func (t *tree) someOfThose(k int) bool {
	from, _ := t.phrase(k)
	for i := max(0, from-3); i <= k; i++ {
		if next := lower(t.Tokens[min(i+2, len(t.Tokens)-1)].Text); t.lemmaAt(i+1) == "of" && (next == "them" || next == "whom") {
			return true
		}
	}
	return false
}
