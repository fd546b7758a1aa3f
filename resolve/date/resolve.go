package date

import (
	"time"

	"github.com/opendateline/dateline"
)

// Governs says what an expression dates, where its words tell.
type Governs string

const (
	GovernsHappening  Governs = ""           // what the clause tells of, as far as is known
	GovernsReported   Governs = "reported"   // DAT-10: the report of it
	GovernsClaimed    Governs = "claimed"    // DAT-11: the claim, or the act
	GovernsBackground Governs = "background" // DAT-14: a "since" clause or an anniversary
)

// Options of a Resolver. Ceiling is the last day that a report can speak of,
// for instance the day it was first seen; it bounds and never dates (DAT-15).
type Options struct {
	FloorYear int // earliest year taken for a date without one; 0 is 2001
	Ceiling   dateline.Day
}

// Resolved is an expression with the date it stands for. An expression that
// names no date (a duration, a set, "recently") has precision D9.
type Resolved struct {
	Expression dateline.Expression
	Date       dateline.Date
	Governs    Governs
	reading    reading
}

// Resolver turns expressions into dates. It holds no state of a text, so one
// Resolver may serve many goroutines.
type Resolver struct {
	grammar *grammar
	options Options
}

// NewResolver makes a Resolver that reads with the grammar of f.
func NewResolver(f *Finder, o Options) *Resolver {
	if o.FloorYear == 0 {
		o.FloorYear = 2001
	}
	return &Resolver{f.grammar, o}
}

// Resolve gives one Resolved for each expression, in their order. Expressions
// must be ordered by Start, as Find gives them.
func (r *Resolver) Resolve(doc *dateline.Document, exprs []dateline.Expression) []Resolved {
	c := r.context(doc, exprs)
	resolved := c.pass()
	if c.dated || doc.Report == nil {
		return resolved
	}
	c.window, c.frame, c.first = r.window(doc, resolved), c.latestWritten(resolved), resolved
	if day, ok := c.tellersDay(resolved); ok {
		c.now, c.dated, c.byTellers = day, true, true
		return c.pass()
	}
	resolved = c.pass()
	c.narrativeOrder(resolved)
	return resolved
}

// context is what is known while one report is resolved.
type context struct {
	*Resolver
	doc        *dateline.Document
	forms      []form
	exprs      []dateline.Expression
	now        time.Time // publication, if dated
	dated      bool
	byTellers  bool               // now is the day on which its tellers spoke, in an undated report
	chronicle  bool               // dates lean on one another, not on publication
	window     dateline.Published // of an undated report
	frame      period             // the latest day or month written out in an undated report
	first      []Resolved         // of an undated report, as the first pass reads it
	text       period             // the date last spoken of
	spoken     bool
	textAt     int // its sentence
	yearlessIn int // the sentence, from 1, that named a month of an unknown year last; 0 for none
	last       map[unit]period
	current    *dateline.Expression
	at         int // index of current
}

func (r *Resolver) context(doc *dateline.Document, exprs []dateline.Expression) *context {
	c := &context{Resolver: r, doc: doc, exprs: exprs}
	c.forms = r.forms(doc, exprs)
	p := doc.Report.Published
	if d := p.Day(); d.Known() && (p.Basis != dateline.PublishedUnknown) {
		c.now, c.dated = d.Time(), true
	}
	c.chronicle = c.dated && isChronicle(c.forms, c.now.Year())
	return c
}

// forms reads each expression with the grammar again.
func (r *Resolver) forms(doc *dateline.Document, exprs []dateline.Expression) []form {
	forms := make([]form, len(exprs))
	var m machine
	var atoms []atom
	sentence := -1
	for i, e := range exprs {
		if e.Sentence != sentence {
			sentence = e.Sentence
			atoms = r.grammar.atoms(doc, &doc.Sentences[sentence], nil)
		}
		forms[i] = form{g: r.grammar, atoms: atoms, sentence: e.Sentence}
		for at := range atoms {
			if atoms[at].start == e.Start {
				r.read(&forms[i], &m, at)
				break
			}
		}
	}
	return forms
}

func (r *Resolver) read(f *form, m *machine, at int) {
	end, rule := r.grammar.longest(m, f.atoms, at)
	if rule != nil {
		f.rule, f.from, f.to = rule.name, at, end
		f.caps = append([]capture(nil), m.winner...)
	}
}

// isChronicle says whether a text tells of a time long before it was written:
// most of the years it gives are more than three years back, and it hardly names
// a day by its weekday or as "today". Its dates then lean on the date spoken of
// before (§4.2 no. 5).
func isChronicle(forms []form, now int) bool {
	old, given, news := 0, 0, 0
	for i := range forms {
		switch forms[i].rule {
		case "date", "iso":
		case "day":
			if !forms[i].hasMonth() {
				news++
			}
			continue
		default:
			continue
		}
		if y, ok := forms[i].year(); ok {
			if y == now && len(forms) <= longText {
				return false
			}
			given++
			if y < now-3 || y < now && len(forms) > longText {
				old++
			}
		}
	}
	return given >= 5 && old*4 >= given*3 && news*8 <= given
}

// longText is the number of expressions from which a text is a history rather
// than a report.
const longText = 60

// pass resolves every expression once, in order.
func (c *context) pass() []Resolved {
	c.spoken, c.yearlessIn, c.last = false, 0, map[unit]period{}
	out := make([]Resolved, len(c.exprs))
	for i := range c.exprs {
		f := &c.forms[i]
		c.current, c.at = &c.exprs[i], i
		rd := c.interpret(f)
		out[i] = Resolved{Expression: c.exprs[i], reading: rd, Governs: governs(f)}
		out[i].Date = c.date(f, rd)
		if out[i].Governs == GovernsClaimed && out[i].Date.Earliest.Known() {
			out[i].Date.Basis = dateline.BasisAmbiguous // DAT-11: of the claim, or of the act
			out[i].Date.Chain = append(out[i].Date.Chain, "dates the claim or what is claimed")
		}
		if !rd.known && rd.constraint != nil && rd.constraint.Month != nil {
			c.yearlessIn = f.sentence + 1
		}
		if rd.known && rd.anchors && !c.digresses(f, rd.p) {
			c.speak(rd.p, c.exprs[i].Sentence)
		}
	}
	c.offsets(out)
	c.opened(out)
	c.clocks(out)
	c.overnight(out)
	c.sameText(out)
	c.stretches(out)
	return out
}

func (c *context) speak(p period, sentence int) {
	c.text, c.spoken, c.textAt = p, true, sentence
	c.last[p.unit] = p
}

// digresses says that a date inside a sentence of a chronicle leads years away
// from the time that is told of: "as a report of 2005 says". The story goes on
// where it was.
func (c *context) digresses(f *form, p period) bool {
	if !c.chronicle || !c.spoken || f.from <= 3 {
		return false
	}
	years := p.start.Year() - c.text.start.Year()
	return max(years, -years) > 3
}

// governs reads DAT-10, DAT-11 and DAT-14 off the words around.
func governs(f *form) Governs {
	for n := 1; n <= 4; n++ {
		switch f.before(n) {
		case "since", "anniversary":
			return GovernsBackground
		case "reported", "revealed", "disclosed", "emerged":
			return GovernsReported
		}
	}
	if f.from > 1 || f.rule != "date" {
		return GovernsHappening
	}
	for i := f.to; i < len(f.atoms) && i < f.to+12; i++ {
		switch f.atoms[i].lower {
		case "claimed", "boasted":
			return GovernsClaimed
		case "reported":
			return GovernsReported
		}
	}
	return GovernsHappening
}
