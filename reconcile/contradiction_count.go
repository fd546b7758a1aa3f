package reconcile

import (
	"strconv"

	"github.com/opendateline/dateline"
)

// countDisputes finds numbers that cannot all hold: intervals that stay
// disjoint after their qualifiers and their populations are taken into account
// (§9, CAS-14), and parts that do not fit their whole (CAS-4, CAS-11).
func (d *docket) countDisputes(inc *dateline.Incident) []dateline.Contradiction {
	var out []dateline.Contradiction
	for _, m := range dateline.Measures {
		voices := d.counted(m)
		perps := d.attackers(voices)
		x := dispute{kind: dateline.ContraCount, attribute: dateline.Attribute(m), clash: perps.clash}
		x.wording = func(c dateline.Contradiction) string { return countWording(c, m, inc) }
		for _, v := range voices {
			x.statements = append(x.statements, countStatement(v))
		}
		out = append(out, x.find()...)
		out = append(out, d.compositions(m, voices)...)
	}
	return append(out, d.combined(inc)...)
}

func countStatement(v *voice) statement {
	c := v.claim.Value.Count
	words := countWords(*c)
	if p := populationOf(v); p != dateline.PopUnknown && p != dateline.PopAll {
		words += " (" + populationWords(p) + ")"
	}
	return statement{voice: v, value: words, count: c}
}

// clash compares two counts. Equal or unknown populations compare as they
// stand; all and victims compare after the attackers are added; other groups
// compare only with themselves, and as a part that exceeds its whole.
func (a attackers) clash(x, y statement) clash {
	p, q := populationOf(x.voice), populationOf(y.voice)
	if !general(p) || !general(q) {
		if p == q {
			return apartBy(*x.count, *y.count)
		}
		return exceeds(x, y, p, q)
	}
	if (p == dateline.PopAll && q == dateline.PopVictims) || (q == dateline.PopAll && p == dateline.PopVictims) {
		return a.clashAligned(x, y)
	}
	c := apartBy(*x.count, *y.count)
	if c.severity != "" && p != q {
		c.reason = a.maybeAttackers(x, y)
	}
	return c
}

func general(p dateline.Population) bool {
	return p == dateline.PopAll || p == dateline.PopVictims || p == dateline.PopUnknown
}

// clashAligned compares a count of all with one of the victims.
func (a attackers) clashAligned(x, y statement) clash {
	if p := populationOf(x.voice); p == dateline.PopVictims {
		x, y = y, x
	}
	victims, _ := a.alignAll(y.voice)
	if a.of(y.voice) == nil { // nobody counts the attackers: all can only not be fewer
		victims.count.Hi = nil
	}
	return apartBy(*x.count, victims.count)
}

// exceeds finds a group counted larger than the whole it is part of.
func exceeds(x, y statement, p, q dateline.Population) clash {
	if general(p) {
		x, y, p, q = y, x, q, p
	}
	if !general(q) || general(p) || p == dateline.PopPerpetrators && q == dateline.PopVictims {
		return clash{}
	}
	part := *x.count
	part.Hi = nil
	return apartBy(part, *y.count)
}

// maybeAttackers offers the attackers as the reason of a difference, where
// counting them would join the two numbers (example 1).
func (a attackers) maybeAttackers(x, y statement) string {
	less, more := x, y
	if orZero(less.count.Lo) > orZero(more.count.Lo) {
		less, more = y, x
	}
	perp := a.of(less.voice)
	if perp == nil {
		perp = a.of(more.voice)
	}
	if perp == nil || apartBy(add(*less.count, perp.count), *more.count).severity != "" {
		return ""
	}
	return more.value + " may include " + countWords(perp.count) + " killed on the attackers' side, and " + less.value + " may not."
}

// apartBy says whether two counts cannot both hold, and how far apart they are:
// major from a ratio above 1.25 or a difference of 5.
func apartBy(a, b dateline.Count) clash {
	if !below(a, b) && !below(b, a) {
		return clash{}
	}
	x, y := nearest(a, b)
	if y-x >= 5 || float64(y) > 1.25*float64(x) {
		return clash{severity: dateline.Major}
	}
	return clash{severity: dateline.Minor}
}

func below(a, b dateline.Count) bool { return a.Hi != nil && b.Lo != nil && *a.Hi < *b.Lo }

// nearest gives the two numbers to compare: the anchors where both have one,
// else the ends that face each other; the smaller first.
func nearest(a, b dateline.Count) (int, int) {
	if below(b, a) {
		a, b = b, a
	}
	if a.Anchor != nil && b.Anchor != nil && *a.Anchor < *b.Anchor {
		return *a.Anchor, *b.Anchor
	}
	return *a.Hi, *b.Lo
}

// compositions finds one total that is made up of different parts, and parts
// that exceed their total (CAS-4).
func (d *docket) compositions(m dateline.Measure, voices []*voice) []dateline.Contradiction {
	x := dispute{kind: dateline.ContraComposition, attribute: dateline.Attribute(m), clash: composedApart, wording: compositionWording}
	var out []dateline.Contradiction
	for _, v := range voices {
		c := v.claim.Value.Count
		if len(c.Parts) == 0 {
			continue
		}
		s := statement{voice: v, value: countWords(*c) + ", made up of " + partList(c.Parts), count: c}
		if c.Breakdown == dateline.Impossible {
			out = append(out, x.impossible(s))
			continue
		}
		x.statements = append(x.statements, s)
	}
	return append(out, x.find()...)
}

func (x dispute) impossible(s statement) dateline.Contradiction {
	x.statements = []statement{s}
	c := x.record(map[int]bool{0: true}, sameReport, clash{severity: dateline.Minor})
	c.Wording = "The parts given by " + c.Sides[0].Sources + " come to more than their total: " + s.value + "."
	return c
}

func composedApart(a, b statement) clash {
	if !same(a.count.Anchor, b.count.Anchor) || a.count.Anchor == nil {
		return clash{}
	}
	for _, p := range a.count.Parts {
		for _, q := range b.count.Parts {
			if p.Population == q.Population && !general(p.Population) && p.Population != "" && apartBy(p, q).severity != "" {
				return clash{severity: dateline.Minor}
			}
		}
	}
	return clash{}
}

func partList(parts []dateline.Count) string {
	words := make([]string, len(parts))
	for i, p := range parts {
		words[i] = countWords(p)
		if p.Noun != "" {
			words[i] += " " + p.Noun
		} else if p.Population != "" && p.Population != dateline.PopUnknown {
			words[i] += " " + populationWords(p.Population)
		}
	}
	return list(words)
}

// combined checks killed plus wounded against what is said of both together
// (CAS-11). It computes nothing out of the combined number.
func (d *docket) combined(inc *dateline.Incident) []dateline.Contradiction {
	killed, wounded := inc.Figure(dateline.Killed, dateline.PopAll), inc.Figure(dateline.Wounded, dateline.PopAll)
	if killed == nil || wounded == nil {
		return nil
	}
	sum := add(figureCount(*killed), figureCount(*wounded))
	var out []dateline.Contradiction
	for _, v := range d.counted(dateline.KilledOrWounded) {
		if general(populationOf(v)) {
			if c := apartBy(sum, *v.claim.Value.Count); c.severity != "" {
				out = append(out, d.combinedRecord(v, killed, wounded, c))
			}
		}
	}
	return out
}

func figureCount(f dateline.Figure) dateline.Count {
	c := dateline.Count{Lo: f.Low, Anchor: f.Best, Hi: f.High, Qualifier: dateline.Exactly}
	if f.HighOpen {
		c.Hi = nil
	}
	return c
}

func (d *docket) combinedRecord(v *voice, killed, wounded *dateline.Figure, c clash) dateline.Contradiction {
	together := statement{voice: v, value: countWords(*v.claim.Value.Count) + " killed or injured"}
	apart := map[dateline.ID]bool{}
	for _, id := range union(killed.BestClaims, killed.HighClaims, wounded.BestClaims, wounded.HighClaims) {
		apart[id] = true
	}
	statements := []statement{together}
	words := figureWords(*killed) + " killed and " + figureWords(*wounded) + " injured"
	for _, o := range d.voices {
		if apart[o.claim.ID] {
			statements = append(statements, statement{voice: o, value: words})
		}
	}
	all := map[int]bool{}
	for i := range statements {
		all[i] = true
	}
	x := dispute{kind: dateline.ContraCount, attribute: dateline.AttrKilledOrWounded, statements: statements}
	x.wording = func(con dateline.Contradiction) string { return "The numbers do not add up: " + says(con) + "." }
	return x.record(all, apart2(statements), c)
}

// apart2 is the layer of a set: one report only if all stand in it.
func apart2(statements []statement) layer {
	closest := sameReport
	for _, s := range statements[1:] {
		closest = min(closest, layerOf(statements[0], s))
	}
	return closest
}

func countWording(c dateline.Contradiction, m dateline.Measure, inc *dateline.Incident) string {
	text := "Reports disagree on the number " + measureWords[m] + ": " + says(c) + "."
	if f := inc.Figure(m, dateline.PopAll); f != nil {
		text += " Dateline shows " + figureWords(*f) + "."
	}
	return text
}

func compositionWording(c dateline.Contradiction) string {
	values := make([]string, len(c.Sides))
	for i, s := range c.Sides {
		values[i] = s.Value + " (" + s.Sources + ")"
	}
	return "Those counted are described differently in " + strconv.Itoa(len(values)) + " ways: " + list(values) + "."
}
