package chart

import (
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/wording"
)

// Origins draws who got it from whom, for one fact: on the left who is said to
// know, then the reports that have it from them, then those that took it from
// other reports. Time runs down and to the right. At most twelve nodes are
// drawn; pick-ups fold into a count first, then whole origins, and the table
// holds all. On a phone it is a tree.
func Origins(r Record, a dateline.Attribute, o Options) (*Picture, error) {
	g := graph{record: &r, fact: a, all: r.sources(a)}
	g.sources = g.all
	title := "Who got it from whom: " + strings.ToLower(wording.Fact(a))
	var err error
	if g.sheet, err = begin(o, title, r.heading(), g.conclusion()); err != nil {
		return nil, err
	}
	g.foldPickUps()
	g.foldSources()
	switch {
	case len(g.sources) == 0:
	case g.narrow():
		g.drawTree()
	default:
		g.drawColumns()
	}
	g.explain()
	g.text()
	if g.skipped > 0 {
		g.beside(wording.Plural(g.skipped, "more origin") + " not drawn; the table lists all.")
	}
	g.table()
	return g.end(), nil
}

// mostNodes is how many nodes a picture may have before it folds.
const mostNodes = 12

type graph struct {
	*sheet
	record   *Record
	fact     dateline.Attribute
	all      []source
	sources  []source       // of all, what is drawn
	folded   map[string]int // copies that are counted: by origin and the report they come from
	skipped  int            // origins that are not drawn
	baseless int            // reports without a stated basis that are one node
}

func (g *graph) conclusion() string {
	if len(g.all) == 0 {
		return "No report says anything about this."
	}
	reports := map[dateline.ID]bool{}
	unknown, parties, picked := 0, 0, 0
	for _, s := range g.all {
		for _, c := range s.carriers {
			reports[c.report] = true
		}
		switch {
		case s.party:
			parties++
		case s.unknown:
			unknown++
		}
	}
	first := firstCarriers(g.all)
	for id := range reports {
		if !first[id] {
			picked++
		}
	}
	out := iso(wording.Plural(len(reports), "report"))
	out += " · " + g.counted(len(g.all)-parties)
	if parties > 0 {
		out += " + " + iso(itoa(parties)) + " interested"
	}
	if unknown > 0 {
		out += " · " + iso(itoa(unknown)) + " without a stated basis"
	}
	if picked > 0 {
		out += " · " + iso(itoa(picked)) + " only took it from another report"
	}
	return out + "."
}

// counted is the number of independent origins as the record has it, or, for a
// fact whose origins it does not count, how many stand in the picture.
func (g *graph) counted(drawn int) string {
	if f := g.record.Incident.Figure(dateline.Measure(g.fact), dateline.PopAll); f != nil {
		if f.OriginsMin == 1 && f.OriginsMax == 1 {
			return iso("1") + " independent origin"
		}
		return iso(wording.Interval(f.OriginsMin, f.OriginsMax)) + " independent origins"
	}
	return iso(wording.Plural(drawn, "origin"))
}

// nodes counts what would be drawn.
func (g *graph) nodes() int {
	reports := map[dateline.ID]bool{}
	for _, s := range g.sources {
		for _, c := range s.carriers {
			reports[c.report] = true
		}
	}
	n := len(g.sources) + len(reports) + len(g.folded)
	if g.baseless > 0 {
		n++
	}
	return n
}

// foldPickUps counts the copies of a report instead of drawing them, the
// largest number of copies first, until the rest fits.
func (g *graph) foldPickUps() {
	g.folded = map[string]int{}
	first := firstCarriers(g.all)
	for g.nodes() > mostNodes {
		at, most := -1, 1
		for i, s := range g.sources {
			if n := len(s.pickUps(first)); n > most {
				at, most = i, n
			}
		}
		if at < 0 {
			return
		}
		s := g.sources[at]
		gone := s.pickUps(first)
		g.folded[string(s.id)] = len(gone)
		kept := source{s.id, s.words, s.basis, s.unknown, s.party, nil}
		for _, c := range s.carriers {
			if !gone[c.report] {
				kept.carriers = append(kept.carriers, c)
			}
		}
		g.sources = append(append(append([]source{}, g.sources[:at]...), kept), g.sources[at+1:]...)
	}
}

// pickUps are the reports that have it from other reports only.
func (s source) pickUps(first map[dateline.ID]bool) map[dateline.ID]bool {
	out := map[dateline.ID]bool{}
	for _, c := range s.carriers {
		if c.from != nil && !first[c.report] {
			out[c.report] = true
		}
	}
	return out
}

// foldSources makes one node of all reports that state no basis, and then
// leaves the latest origins out, until the rest fits.
func (g *graph) foldSources() {
	if g.nodes() <= mostNodes {
		return
	}
	var based []source
	for _, s := range g.sources {
		if s.unknown {
			g.baseless += len(s.carriers)
		} else {
			based = append(based, s)
		}
	}
	if g.baseless == 1 {
		g.baseless, based = 0, g.sources
	}
	g.sources = based
	for g.nodes() > mostNodes && len(g.sources) > 1 {
		g.sources = g.sources[:len(g.sources)-1]
		g.skipped++
	}
}

// baselessBox stands for the reports that state no basis.
func (g *graph) baselessBox(x, y, w float64) box {
	return box{x: x, y: y, w: w, h: nodeHeight, dash: 2, lines: [2]string{"+ " + iso(itoa(g.baseless)) + " reports", "no basis stated"}}
}

func (g *graph) explain() {
	var items []legendItem
	used := map[tie]bool{}
	for _, s := range g.sources {
		for _, c := range s.carriers {
			used[c.tie] = true
		}
	}
	for t := named; t <= unclearT; t++ {
		if used[t] {
			stroke := t.stroke()
			items = append(items, legendItem{tieWords[t], func(x, y float64) []Node { return []Node{polyline(stroke, x-8, y, x+10, y)} }})
		}
	}
	g.legend(items)
}

func (t tie) stroke() Stroke {
	return []Stroke{named: solid(Second, 1.5), textTie: dashed(Second, 1.5, 6), unclearT: dashed(Second, 1.5, 2)}[t]
}

// text is the tree in words: all origins, all reports.
func (g *graph) text() {
	g.Lines = []string{g.Title, g.record.heading(), g.Conclusion, ""}
	for _, s := range g.all {
		g.Lines = append(g.Lines, s.label())
		for _, c := range s.carriers {
			indent := "  └ "
			if c.from != nil {
				indent = "      └ "
			}
			l := indent + outlet(g.record.Reports[c.report]) + ", " + g.record.when(c.report) + "  " + c.words() + "  [" + c.how()
			if c.from != nil {
				l += ", from " + outlet(c.from)
			}
			g.Lines = append(g.Lines, l+"]")
		}
	}
	g.Lines = append(g.Lines, "")
}

func (s source) label() string {
	if s.party {
		return s.words + " (a party to the incident)"
	}
	return s.words
}

func (g *graph) table() {
	g.Table.Head = []string{"origin", "who", "basis", "interested", "report", "outlet", "published", "tie", "from_report", "shared_text", "said"}
	for _, s := range g.all {
		for _, c := range s.carriers {
			from, share, party := "", "", ""
			if c.from != nil {
				from = g.record.public(c.from.ID)
			}
			if c.shared > 0 {
				share = percent(c.shared)
			}
			if s.party {
				party = "yes"
			}
			g.Table.Rows = append(g.Table.Rows, []string{g.record.public(s.id), bare(s.words), wording.Basis(s.basis), party, g.record.public(c.report),
				bare(outlet(g.record.Reports[c.report])), g.record.published(c.report), tieWords[c.tie], from, share, c.words()})
		}
	}
}
