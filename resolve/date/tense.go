package date

import (
	"slices"

	"github.com/opendateline/dateline"
)

// tense says which way the words around an expression point: 1 to what is to
// come, -1 to what was, 0 if they do not tell. The verb that governs the
// expression in the parse decides; without a parse, or where that verb says
// nothing, the nearest word that does.
func (c *context) tense(f *form) int {
	if c.comesDue(f) {
		return 1
	}
	if t := c.governingTense(f); t != 0 {
		return t
	}
	if f.from > 0 {
		if _, ok := f.atoms[f.from-1].has(c.grammar.symbols["DEADLINE"]); ok {
			return 1
		}
	}
	return c.nearestTense(f)
}

// comesDue: "declared a dividend payable Dec. 15" points ahead whatever its verb.
func (c *context) comesDue(f *form) bool {
	if f.from == 0 {
		return false
	}
	_, ok := f.atoms[f.from-1].has(c.grammar.symbols["COMESDUE"])
	return ok
}

func (c *context) nearestTense(f *form) int {
	for n := 1; n < 16; n++ {
		for _, i := range [2]int{f.from - n, f.to - 1 + n} {
			if i < 0 || i >= len(f.atoms) {
				continue
			}
			if t := c.grammar.verbTense(&f.atoms[i]); t != 0 {
				return t
			}
		}
	}
	return 0
}

func (g *grammar) verbTense(a *atom) int {
	if _, ok := a.has(g.symbols["FUTUREVERB"]); ok {
		return 1
	}
	if _, ok := a.has(g.symbols["PASTVERB"]); ok {
		return -1
	}
	switch a.tag {
	case "VBD":
		return -1
	case "":
		if n := len(a.lower); n > 4 && a.lower[n-2:] == "ed" && !a.capital {
			return -1
		}
	}
	return 0
}

// governingTense climbs from the expression to the verbs above it, until one
// tells: over "to meet" to "was due", over "trying" to "were shot".
func (c *context) governingTense(f *form) int {
	if f.to <= f.from {
		return 0
	}
	tokens := c.doc.Sentences[f.sentence].Tokens
	for i := range tokens {
		if tokens[i].End <= f.atoms[f.from].start {
			continue
		}
		for steps := 0; i >= 0 && steps < 8; i, steps = tokens[i].Head, steps+1 {
			if c.grammar.plans(tokens[i]) && !acted(tokens, i) {
				return 1
			}
			if tokens[i].POS != "VERB" {
				continue
			}
			if t := c.grammar.clauseTense(tokens, i); t != 0 {
				return t
			}
		}
		return 0
	}
	return 0
}

// acted: the verb has an object and lies in the past, "SET fire to a shop on Saturday".
func acted(tokens []dateline.Token, verb int) bool {
	if tokens[verb].Tag != "VBD" && tokens[verb].Tag != "VBN" {
		return false
	}
	for _, t := range tokens {
		if t.Head == verb && t.Rel == "obj" {
			return true
		}
	}
	return false
}

// clauseTense reads one verb with its auxiliaries: "will meet" lies ahead; a
// past or a participle lies behind.
func (g *grammar) clauseTense(tokens []dateline.Token, verb int) int {
	for i := range tokens {
		if tokens[i].Head != verb {
			continue
		}
		if tokens[i].Rel == "aux" && g.plans(tokens[i]) {
			return 1
		}
		if tokens[i].Rel == "aux" && tokens[i].Lemma == "have" {
			return -1
		}
	}
	switch tokens[verb].Tag {
	case "VBD", "VBN":
		return -1
	case "VBG":
		return gerundTense(tokens, verb)
	}
	return 0
}

// gerundTense: who is "accused of shooting" or was hit "while sitting" somewhere
// on Tuesday looks back, whatever the clause above expects.
func gerundTense(tokens []dateline.Token, verb int) int {
	for i := range tokens[:verb] {
		if t := tokens[i]; t.Head == verb && t.Rel == "mark" && (t.Lemma == "of" || t.Lemma == "for" || t.Lemma == "with" || t.Lemma == "while") {
			return -1
		}
	}
	return 0
}

// plans says whether a token is a word of what is to come.
func (g *grammar) plans(t dateline.Token) bool {
	const still = 2 // the value of a lemma that plans nothing while it goes on
	return slices.ContainsFunc(g.words[t.Lemma], func(m meaning) bool {
		return m.symbol == g.symbols["PLAN"] && (m.value != still || t.Tag != "VBG")
	})
}
