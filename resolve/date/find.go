package date

import (
	"github.com/opendateline/dateline"
)

// Finder finds time expressions. It holds no state of a text, so one Finder
// may serve many goroutines.
type Finder struct{ grammar *grammar }

// New compiles the grammar. The error is coded dateline.Damaged and can
// only come from the embedded files.
func New() (*Finder, error) {
	g, err := newGrammar()
	if err != nil {
		return nil, err
	}
	return &Finder{g}, nil
}

// Find gives the time expressions of the report in order. They do not overlap.
func (f *Finder) Find(doc *dateline.Document) []dateline.Expression {
	var found []dateline.Expression
	var buf []atom
	var m machine
	for i := range doc.Sentences {
		buf = f.grammar.atoms(doc, &doc.Sentences[i], buf)
		for at := 0; at < len(buf); {
			end, r := f.grammar.longest(&m, buf, at)
			if end <= at {
				at++
				continue
			}
			if r.name == "none" { // "three quarters of" looks like a time and is none
				at = end
				continue
			}
			start, stop := buf[at].start, buf[end-1].end
			found = append(found, dateline.Expression{Kind: dateline.TimeExpression, Start: start, End: stop,
				Sentence: i, Text: doc.Text()[start:stop], Class: classOf(r.name)})
			at = end
		}
	}
	return found
}

// longest finds the rule with the longest match at atom i; its captures are
// left in m.winner.
func (g *grammar) longest(m *machine, atoms []atom, i int) (int, *rule) {
	best, bestRule := -1, (*rule)(nil)
	for _, w := range atoms[i].meanings {
		if int(w.symbol) >= len(g.first) || w.needCapital && !atoms[i].capital {
			continue
		}
		for _, n := range g.first[w.symbol] {
			r := &g.rules[n]
			if !r.mayGoOn(atoms, i) {
				continue
			}
			end := m.longest(r, atoms, i)
			if end > best || end == best && bestRule != nil && n < int32(bestRule.index) {
				best, bestRule = end, r
				m.winner = append(m.winner[:0], m.bestCaps...)
			}
		}
	}
	return best, bestRule
}

func classOf(rule string) string {
	switch rule {
	case "duration":
		return "duration"
	case "set":
		return "set"
	case "clock":
		return "clock"
	}
	return "date"
}
