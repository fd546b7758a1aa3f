package extract

import (
	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/extract/lexicon"
)

// This file reads counts that stand in no number of people: "a triple homicide",
// and lists that call the dead by name.

// multiples count the people that a killing befell.
var multiples = map[string]int{"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}

// multiple: "a DOUBLE homicide"; in "a (deadly) triple shooting" three were
// shot, in "a triple fatal shooting" three died. Beside a
// suicide the one who did it is not among them (CAS-6). A "double murder-suicide"
// leaves that open.
func (p *pass) multiple(t *tree, sentence, i int) []harm {
	from := i - 1
	for from > i-3 && from > 0 && t.Tokens[from].POS == "ADJ" && multiples[t.lemmaAt(from)] == 0 {
		from--
	}
	n := multiples[t.lemmaAt(from)]
	if n == 0 || isPlural(t.Tokens[i]) || t.lemmaAt(i+1) == "-" {
		return nil
	}
	m, rule := dateline.Killed, "CAS-1/multiple"
	if l := t.lemmaAt(i); from == i-1 && (l == "shooting" || l == "stabbing") {
		m, rule = dateline.KilledOrWounded, ruleShot
	}
	h := p.newHarm(t, sentence, from, i+1, dateline.Count{Qualifier: dateline.Exactly, Lo: &n, Anchor: &n, Hi: &n}, m)
	if m == dateline.Killed && (t.lemmaAt(i+1) == "suicide" || t.lemmaAt(i+2) == "suicide") {
		h.count.Population = dateline.PopVictims
	}
	h.anchor, h.rule = i, rule
	return []harm{h}
}

// namedDead: "the DEAD were identified as A, B and C", "KILLED were A and B": the
// list is of all of them (CAS-13, rung 4).
func (p *pass) namedDead(t *tree, sentence, i int, m dateline.Measure) []harm {
	verb, who := t.Tokens[i].Head, -1
	switch {
	case verb < 0:
	case t.lemmaAt(i-1) == "the" && t.lex.Is(lexicon.Naming, t.lemmaAt(verb)):
		for _, c := range append(t.all(verb, "obl"), t.all(i, "nmod")...) {
			if t.marker(c) == "as" {
				who = c
			}
		}
	case i == 0 && verb > i && t.child(verb, "cop") > i:
		who = verb
	}
	if who < 0 {
		return nil
	}
	h, ok := p.counted(t, sentence, who, m)
	if !ok {
		return nil
	}
	h.anchor, h.rule = i, "CAS-13/named"
	return []harm{h}
}
