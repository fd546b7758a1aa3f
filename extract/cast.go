package extract

import (
	"slices"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file keeps apart the people of one account who are told of one by one.
// Local news seldom gives a total: it tells of "a man", then of "Reed, 35", who
// "died at a hospital", then of "another man". Whoever may be one person is
// taken for one; the dead are not counted among the wounded as well (CAS-12); a
// list of persons is counted (CAS-13, rung 4); and those who were shot and of
// whom no death is told were wounded, by inference.

// person is one member of an account's cast, with the harms that tell of them.
type person struct {
	name  string
	age   int
	sex   byte
	dead  bool
	hurt  bool
	shot  bool
	apart bool // hurt, told beside the death of somebody else
	harms []int
}

// settlePeople reads the cast of an account and brings its counts into line.
func (p *pass) settlePeople(a *account) {
	p.settleJoint(a)
	p.settleFirst(a)
	p.settleAlso(a)
	p.settleParts(a)
	p.settleShown(a)
	p.settleOwnLives(a)
	p.settleAttackers(a)
	cast := p.cast(a)
	for _, who := range cast {
		for _, h := range who.harms {
			if who.dead && a.harms[h].count.Measure == dateline.Wounded {
				a.harms[h].count.Measure = dateline.KilledOrWounded
			}
		}
	}
	p.shotWounded(a, cast)
	a.told = map[dateline.Measure]int{}
	for _, m := range []dateline.Measure{dateline.Killed, dateline.Wounded, dateline.KilledOrWounded} {
		listed := listedUnder(cast, m)
		a.told[m] = len(listed)
		p.countList(a, listed, m)
	}
	p.offer(a, cast)
}

// cast gathers the persons told of one by one, in the order of the text.
func (p *pass) cast(a *account) []*person {
	var out []*person
	for i, h := range a.harms {
		if !p.single(h) {
			continue
		}
		who, another := p.describe(h)
		beside := p.besideDeath(a, i) || p.newlyHurt(h)
		known := recent(out, func(w *person) bool {
			return !(beside && w.dead) && w.mayBe(who) && !(w.apart && h.count.Measure == dateline.Killed && (who.name == "" || w.name == ""))
		})
		if known == nil && !another && len(out) == 1 && p.onlyNamed(h, who) {
			known = out[0]
		}
		if another || known == nil {
			known = &who
			out = append(out, known)
		}
		known.learn(who)
		known.harms = append(known.harms, i)
		known.dead = known.dead || h.count.Measure == dateline.Killed
		known.hurt = known.hurt || h.count.Measure == dateline.Wounded
		known.shot = known.shot || h.count.Measure == dateline.KilledOrWounded
		known.apart = known.apart || beside
	}
	return out
}

// onlyNamed: a first name or surname alone introduces nobody.
func (p *pass) onlyNamed(h harm, who person) bool {
	return who.name != "" && who.age == 0 && !strings.Contains(h.span.Of(p.doc.Report.Text), " ")
}

// single: the harm is of one person, not of a number of people ("one killed").
func (p *pass) single(h harm) bool {
	if !one(h.count) || h.count.Approximate || len(h.names) > 1 || h.partial || h.count.Population == dateline.PopPerpetrators {
		return false
	}
	switch h.count.Measure {
	case dateline.Killed, dateline.Wounded, dateline.KilledOrWounded:
		return !p.numeral(h)
	}
	return false
}

// numeral: the words give a number ("one person", "1 killed").
func (p *pass) numeral(h harm) bool {
	t := p.trees[h.sentence]
	k := tokenAt(t, h.span.Start)
	if k < 0 {
		return false
	}
	c, ok := p.counts.Read(t.Tokens, k)
	oneOfTheirs := t.lemmaAt(k+1) == "of" && k+2 < len(t.Tokens) && t.Tokens[k+2].Tag == "PRP$" // "one of his friends"
	return ok && !oneOfTheirs && !isAge(t, c.End) && t.lemmaAt(k+1) != "-" && !isAge(t, k+1) && t.lemmaAt(k) != "a" && t.lemmaAt(k) != "an"
}

// newlyHurt: who is wounded, and told of by what they are to somebody or by an office
// not told before, is nobody of whom a death was told: "HIS DRIVER was wounded", "A
// NEIGHBOUR was injured".
func (p *pass) newlyHurt(h harm) bool {
	if h.count.Measure != dateline.Wounded || h.rule != "CAS-2/verb" || len(h.names) > 0 || p.pronoun(h) {
		return false
	}
	t := p.trees[h.sentence]
	from, to := p.tokensOf(h)
	if from < 0 || t.Tokens[from].Tag != "PRP$" && t.lemmaAt(from) != "a" {
		return false
	}
	for k := from; k <= to; k++ {
		if l := t.lemmaAt(k); lexicon.Sex(l) != 0 && t.Tokens[from].Tag != "PRP$" || t.lex.Is(lexicon.Anybody, l) || t.lex.Is(lexicon.Child, l) || strings.HasPrefix(l, "teen") || l == "year-old" {
			return false
		}
	}
	return true
}

// besideDeath: the sentence of harm i, of one hurt, tells of the death of somebody
// else too: "killing a customer and WOUNDING A CLERK". Who is told dead later is
// more likely the other.
func (p *pass) besideDeath(a *account, i int) bool {
	h := a.harms[i]
	if h.count.Measure != dateline.Wounded && h.rule != ruleShot || p.pronoun(h) || patientRule(h) && !p.others(h) && !p.companion(h) {
		return false
	}
	return slices.ContainsFunc(a.harms, func(x harm) bool {
		return x.sentence == h.sentence && x.count.Measure == dateline.Killed && x.count.Population != dateline.PopPerpetrators && !x.span.Overlaps(h.span) && !p.pronoun(x) && (h.rule != ruleShot || !p.single(x))
	})
}

// companion: somebody told of by whose they are, "HIS COLLEAGUE sustained injuries".
func (p *pass) companion(h harm) bool {
	from, to := p.tokensOf(h)
	return from >= 0 && to > from && p.trees[h.sentence].Tokens[from].Tag == "PRP$" && p.lex.Nouns[p.trees[h.sentence].lemmaAt(to)].Person
}

// pronoun: the harm is of "him" or "her".
func (p *pass) pronoun(h harm) bool {
	from, _ := p.tokensOf(h)
	return from >= 0 && isThirdPerson(p.trees[h.sentence].Tokens[from])
}

// recent is the last person of the cast whom a description may mean, nil if there
// is none.
func recent(cast []*person, may func(*person) bool) *person {
	for i := len(cast) - 1; i >= 0; i-- {
		if may(cast[i]) {
			return cast[i]
		}
	}
	return nil
}

func (w *person) mayBe(o person) bool {
	return !(w.name != "" && o.name != "" && !sameName(w.name, o.name) || w.age > 0 && o.age > 0 && w.age != o.age || w.sex != 0 && o.sex != 0 && w.sex != o.sex)
}

func (w *person) learn(o person) {
	if len(o.name) > len(w.name) {
		w.name = o.name
	}
	if w.age == 0 {
		w.age = o.age
	}
	if w.sex == 0 {
		w.sex = o.sex
	}
}

// describe reads name, age and sex of the one that a harm tells of; another
// says that the words set them apart from those before.
func (p *pass) describe(h harm) (who person, another bool) {
	t := p.trees[h.sentence]
	if len(h.names) == 1 {
		who.name = h.names[0]
	}
	from, to := tokenAt(t, h.span.Start), tokenAt(t, h.span.End-1)
	if from < 0 || to < 0 {
		return who, false
	}
	for k := max(0, from-1); k <= to && k < len(t.Tokens); k++ {
		l := t.lemmaAt(k)
		switch {
		case t.lex.Is(lexicon.OtherPerson, l):
			another = true
		case who.sex == 0 && lexicon.Sex(l) != 0:
			who.sex = lexicon.Sex(l)
		case who.name == "" && k == to && t.Tokens[k].POS == "PROPN" && (p.looksNamed(t, h.sentence, k) || p.surname(t, h.sentence, k) || t.aged(k)):
			who.name = t.Tokens[k].Text
		}
		if n := ageAt(t, k); n > 0 {
			who.age = n
		}
	}
	if n := ageAt(t, to+2); who.age == 0 && t.lemmaAt(to+1) == "," && n > 0 {
		who.age = n
	}
	another = another || t.lemmaAt(to+1) == "," && t.lemmaAt(to+2) == "another" // "the driver, ANOTHER student,"
	return who, another || p.diedToo(t, h)
}

// diedToo: who "ALSO died" is none of those told of before, unless a pronoun.
func (p *pass) diedToo(t *tree, h harm) bool {
	return h.count.Measure == dateline.Killed && !p.pronoun(h) && h.anchor > 0 && slices.ContainsFunc(t.all(h.anchor, "advmod"), func(c int) bool { return c < h.anchor && t.lemmaAt(c) == "also" })
}

// ageAt reads an age that begins at token k: "17-year-old", "35" between commas.
func ageAt(t *tree, k int) int {
	if k < 0 || k >= len(t.Tokens) || t.Tokens[k].POS != "NUM" {
		return 0
	}
	n, err := strconv.Atoi(t.Tokens[k].Text)
	if err != nil || n < 1 || n > 110 {
		return 0
	}
	if isAge(t, k+1) || t.lemmaAt(k-1) == "," && (k+1 >= len(t.Tokens) || t.Tokens[k+1].POS == "PUNCT") {
		return n
	}
	return 0
}

// stated is the largest number that the account states for a measure, and
// whether its words leave room for more.
func (p *pass) stated(a *account, m dateline.Measure) (n int, open bool) {
	for _, h := range a.harms {
		if c := h.count; c.Measure == m && c.Population != dateline.PopPerpetrators && c.Anchor != nil && !p.single(h) && *c.Anchor >= n && !h.partial && !h.bettered {
			n, open = *c.Anchor, c.Hi == nil && c.Qualifier != dateline.NamedPerson
		}
	}
	return n, open
}

func tell(cast []*person, is func(*person) bool) int {
	n := 0
	for _, who := range cast {
		if is(who) {
			n++
		}
	}
	return n
}

// shotWounded infers who was wounded of those who were shot: each person of whom no
// death is told (CAS-11).
func (p *pass) shotWounded(a *account, cast []*person) {
	shot, _ := p.stated(a, dateline.KilledOrWounded)
	killed, _ := p.stated(a, dateline.Killed)
	killed = max(killed, tell(cast, func(w *person) bool { return w.dead }))
	if wounded, _ := p.stated(a, dateline.Wounded); wounded > 0 {
		return
	}
	if shot > 1 {
		return // see offerRest
	}
	if shot == 1 && killed == 0 && tell(cast, func(w *person) bool { return w.hurt }) == 0 {
		p.inferOne(a)
	}
	allDead := killed > 1 && killed >= tell(cast, func(w *person) bool { return w.shot || w.dead }) // whoever is told of may be one of the dead
	for _, who := range cast {
		if who.shot && !who.dead && !who.hurt && (!allDead || who.apart) {
			h := a.harms[who.harms[0]]
			if h.rule != ruleShot {
				continue
			}
			h.count.Measure, h.inferred = dateline.Wounded, true
			who.harms = append(who.harms, len(a.harms))
			who.hurt = true
			a.harms = append(a.harms, h)
		}
	}
}

// inferOne: the one who was shot, and of whom no death is told, was wounded.
func (p *pass) inferOne(a *account) {
	for _, h := range a.harms {
		if c := h.count; c.Measure == dateline.KilledOrWounded && c.Anchor != nil && *c.Anchor == 1 && h.rule == ruleShot {
			h.count.Measure, h.count.Parts, h.count.Derived, h.inferred, h.rule = dateline.Wounded, nil, true, true, ruleRest
			a.harms = append(a.harms, h)
			return
		}
	}
}

// countList offers the number of the persons of whom a measure is told one by one,
// where no number as large is stated; the single counts then say only that each is one.
func (p *pass) countList(a *account, listed []*person, m dateline.Measure) {
	stated, _ := p.stated(a, m)
	if len(listed) < 2 && stated < 2 {
		return
	}
	last := -1
	for i := range a.harms {
		if c := &a.harms[i].count; c.Measure == m && p.single(a.harms[i]) {
			c.Qualifier, c.Hi, last = dateline.NamedPerson, nil, i
		}
	}
	if n := len(listed); last >= 0 && n >= 2 && n > stated && m != dateline.KilledOrWounded {
		h := a.harms[last]
		h.count.Parts = nil
		for range listed {
			h.count.Parts = append(h.count.Parts, bareOf(a.harms[last].count))
		}
		h.count.Lo, h.count.Anchor, h.count.Qualifier, h.count.Derived, h.rule = &n, &n, dateline.Exactly, true, "CAS-13/list"
		h.count.Population, h.names = dateline.PopUnknown, nil
		a.offered = append(a.offered, h)
	}
}

func bareOf(c dateline.Count) dateline.Count {
	c.Parts = nil
	return c
}

// listedUnder are the persons of whom a measure is told; the dead are not among the
// wounded too (CAS-12).
func listedUnder(cast []*person, m dateline.Measure) []*person {
	var listed []*person
	for _, who := range cast {
		if m == dateline.Killed && who.dead || m == dateline.Wounded && who.hurt && !who.dead {
			listed = append(listed, who)
		}
	}
	return listed
}
