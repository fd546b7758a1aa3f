package chart

import (
	"math"
	"strings"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/wording"
)

// Step is a figure as it was known from a time on. Cause says why it was drawn
// anew there: a report, or a revision of the record.
type Step struct {
	At     time.Time
	Figure dateline.Figure
	Cause  string
}

// Clock says which time a number over time goes by.
type Clock string

const (
	Published Clock = "published" // when reports appeared
	Learned   Clock = "learned"   // when the store was told: its revisions
)

// Numbers draws how a figure changed: best as a line of steps, low to high as a
// band, and by the clock of publication the numbers of the reports as marks. The
// steps, in order of time, are the caller's: reconciled again at each
// publication, or taken from the revisions of the record.
func Numbers(r Record, steps []Step, m dateline.Measure, p dateline.Population, c Clock, o Options) (*Picture, error) {
	n := numbers{record: &r, steps: steps, clock: c, measure: m}
	if c == Published {
		n.place(r.counted(m, p, r.Incident.Figure(m, p)))
	}
	title := "How the number " + wording.Measure(m) + " changed"
	if p != dateline.PopAll {
		title += " (" + wording.Population(p) + ")"
	}
	var err error
	if n.sheet, err = begin(o, title, r.heading(), n.conclusion()); err != nil {
		return nil, err
	}
	n.Lines = []string{n.Title, r.heading(), n.Conclusion, ""}
	if len(steps) > 0 {
		n.draw()
		n.text()
	}
	n.besides()
	n.table()
	return n.end(), nil
}

type numbers struct {
	*sheet
	record  *Record
	measure dateline.Measure
	clock   Clock
	steps   []Step
	said    []entry // with a time
	untimed []entry
	broken  bool // the axis of time leaves something out
}

func (n *numbers) place(all []entry) {
	for _, e := range all {
		if n.record.window(e.claim.ReportID).known {
			n.said = append(n.said, e)
		} else {
			n.untimed = append(n.untimed, e)
		}
	}
}

// conclusion says where the number began and where it came to.
func (n *numbers) conclusion() string {
	if len(n.steps) == 0 {
		return "No report that is dated gives a number " + wording.Measure(n.measure) + "."
	}
	first, last := n.steps[0], n.steps[0]
	for _, s := range n.steps {
		if wording.Figure(s.Figure) != wording.Figure(last.Figure) {
			last = s
		}
	}
	s := "From " + iso(wording.Figure(first.Figure)) + " on " + iso(clock(first.At))
	if last.At.Equal(first.At) {
		return iso(wording.Figure(first.Figure)) + " since " + iso(clock(first.At)) + "; it has not changed."
	}
	return s + " to " + iso(wording.Figure(last.Figure)) + " on " + iso(clock(last.At)) + "."
}

func (n *numbers) besides() {
	if k := len(n.untimed); k > 0 {
		n.beside(wording.Plural(k, "number") + " not drawn: when the report appeared is not known.")
	}
	if n.broken {
		n.beside("The axis of time is broken where nothing new came for long.")
	}
	by := "Times are those of publication, UTC. A report known only to the day counts from the end of it."
	if n.clock == Learned {
		by = "Times are those at which the record was revised, UTC."
	}
	n.beside(by)
}

// frame is where the axes run.
type frame struct {
	x timeAxis
	y axis
}

// moments are all times that must be on the axis.
func (n *numbers) moments() []time.Time {
	var out []time.Time
	for _, s := range n.steps {
		out = append(out, s.At)
	}
	for _, e := range n.said {
		w := n.record.window(e.claim.ReportID)
		out = append(out, w.from, w.to)
	}
	return out
}

// highest is the highest number that is drawn, at least 1.
func (n *numbers) highest() int {
	top := 1
	for _, s := range n.steps {
		for _, v := range []*int{s.Figure.Low, s.Figure.Best, s.Figure.High} {
			if v != nil {
				top = max(top, *v)
			}
		}
	}
	for _, e := range n.said {
		top = max(top, standsAt(*e.claim.Value.Count))
	}
	return top
}

func (n *numbers) frame() frame {
	const height = 240.0
	top := n.highest()
	y0 := n.y + 12
	left := n.left() + 14 + n.width(numberLabel(float64(top)), small, false)
	n.y = y0 + height + 40
	return frame{
		x: newTimeAxis(n.moments(), left, n.right()-12-n.width(numberLabel(float64(top)), normal, true)),
		y: axis{from: 0, to: float64(top) * 1.1, a: y0 + height, b: y0},
	}
}

func (n *numbers) draw() {
	f := n.frame()
	n.broken = len(f.x.parts) > 1
	n.axes(f)
	n.bands(f)
	n.bestSteps(f)
	for _, e := range n.said {
		n.add(n.mark(f, e)...)
	}
	var items []legendItem
	items = append(items, legendItem{"best", func(x, y float64) []Node { return []Node{polyline(solid(Full, 2), x-8, y, x+8, y)} }}, bandLegend(n.sheet))
	used := map[from]bool{}
	for _, e := range n.said {
		used[e.from] = true
	}
	for k := ownOrigin; k <= superseded; k++ {
		if used[k] {
			items = append(items, markLegend(k))
		}
	}
	n.legend(items)
}

func (n *numbers) axes(f frame) {
	for _, v := range ticks(f.y.to/1.1, 5) {
		y := f.y.at(v)
		n.add(polyline(solid(Rule, 1), f.x.left(), y, f.x.right(), y))
		n.add(Text{X: f.x.left() - 6, Y: y + 4.5, S: iso(numberLabel(v)), Size: small, Ink: Least, Anchor: End})
	}
	labelled := n.left() - 4 // how far labels reach
	for i, part := range f.x.parts {
		if i > 0 {
			n.timeBreak(f.x.parts[i-1].b, part.a, f.y)
		}
		for _, t := range f.x.ticks(part) {
			x := f.x.at(t.at)
			half := n.width(t.label, small, false) / 2
			n.add(polyline(solid(Border, 1), x, f.y.a, x, f.y.a+6))
			if x-half > labelled {
				n.add(Text{X: x, Y: f.y.a + 21, S: iso(t.label), Size: small, Ink: Least, Anchor: Middle})
				labelled = x + half + 6
			}
		}
		n.add(polyline(solid(Border, 1), part.a, f.y.a, part.b, f.y.a))
	}
}

// timeBreak marks a stretch of time that is left out.
func (n *numbers) timeBreak(a, b float64, y axis) {
	for _, x := range []float64{a + 4, b - 4} {
		n.add(polyline(solid(Border, 1.5), x-3, y.a+6, x+3, y.a-6))
	}
	for _, x := range []float64{a, b} {
		n.add(polyline(dashed(Border, 1, 3), x, y.a, x, y.b))
	}
}

// span is the stretch of the axis over which a step holds.
func (n *numbers) span(f frame, i int) (a, b float64) {
	a, b = f.x.at(n.steps[i].At), f.x.right()
	if i+1 < len(n.steps) {
		b = f.x.at(n.steps[i+1].At)
	}
	return a, b
}

func (n *numbers) bands(f frame) {
	for i, s := range n.steps {
		if s.Figure.Low == nil || s.Figure.High == nil {
			continue
		}
		if i > 0 && sameBand(n.steps[i-1].Figure, s.Figure) {
			continue
		}
		a, b := n.span(f, i)
		for k := i + 1; k < len(n.steps) && sameBand(s.Figure, n.steps[k].Figure); k++ {
			_, b = n.span(f, k)
		}
		top := f.y.at(float64(*s.Figure.High))
		if s.Figure.HighOpen {
			top -= 10
		}
		r := Rect{X: a, Y: top, W: b - a, H: f.y.at(float64(*s.Figure.Low)) - top}
		n.add(n.band(r)...)
		if s.Figure.HighOpen {
			n.add(polyline(dashed(Border, 1, 3), a, top, b, top))
		}
	}
}

// sameBand says that two figures are drawn as one band.
func sameBand(a, b dateline.Figure) bool {
	return digits(a.Low) == digits(b.Low) && digits(a.High) == digits(b.High) && a.HighOpen == b.HighOpen
}

func (n *numbers) bestSteps(f frame) {
	p := Path{Stroke: solid(Full, 2)}
	var last *int
	for i, s := range n.steps {
		if s.Figure.Best == nil {
			last = nil
			continue
		}
		a, b := n.span(f, i)
		y := f.y.at(float64(*s.Figure.Best))
		if last == nil {
			p.Segs = append(p.Segs, move(a, y))
		} else {
			p.Segs = append(p.Segs, line(a, y))
		}
		p.Segs = append(p.Segs, line(b, y))
		last = s.Figure.Best
	}
	if len(p.Segs) > 0 {
		n.add(p)
	}
	if last != nil {
		n.add(Text{X: f.x.right() + 5, Y: f.y.at(float64(*last)) + 5, S: iso(wording.Thousands(*last)), Size: normal, Bold: true, Ink: Full})
	}
}

// mark draws what one report says, at its time or over the window of it.
func (n *numbers) mark(f frame, e entry) []Node {
	c, w := e.claim.Value.Count, n.record.window(e.claim.ReportID)
	v := standsAt(*c)
	if v < 0 {
		return nil
	}
	figure := &n.steps[len(n.steps)-1].Figure
	ink, y := fitInk[fitOf(e, figure)], f.y.at(float64(v))
	a, b := f.x.at(w.from), f.x.at(w.to)
	var out []Node
	if b-a > 2 {
		out = append(out, polyline(dashed(ink, 2, 3), a, y, b, y))
	}
	switch {
	case c.Vague || c.PluralOnly:
		return append(out, Rect{b - 6, y - 6, 12, 12, 0, NoInk, dashed(ink, 1.5, 3)}, polyline(solid(ink, 1.5), b-4, y-9, b, y-13, b+4, y-9))
	case c.Hi == nil:
		out = append(out, upward(b, y, -16, ink)...)
	case upTo(*c):
		out = append(out, upward(b, y, 16, ink)...)
	}
	return append(out, markAt(b, y, e.from, ink)...)
}

// upward is an arrow from a number to the side to which it is open.
func upward(x, y, dy float64, ink Ink) []Node {
	back := math.Copysign(5, dy)
	return []Node{polyline(solid(ink, 2), x, y, x, y+dy), polyline(solid(ink, 2), x-5, y+dy-back, x, y+dy, x+5, y+dy-back)}
}

// bars are eight heights of a character.
var bars = []rune("▁▂▃▄▅▆▇█")

func (n *numbers) text() {
	top := 1
	for _, s := range n.steps {
		if s.Figure.Best != nil {
			top = max(top, *s.Figure.Best)
		}
	}
	var spark strings.Builder
	for _, s := range n.steps {
		if s.Figure.Best == nil {
			spark.WriteByte('?')
			continue
		}
		spark.WriteRune(bars[(*s.Figure.Best*(len(bars)-1)+top/2)/top])
	}
	n.Lines = append(n.Lines, "  "+spark.String(), "")
	for _, s := range n.steps {
		n.Lines = append(n.Lines, "  "+pad(s.At.UTC().Format("2 Jan 2006 15:04"), 20)+pad(wording.Figure(s.Figure), 26)+s.Cause)
	}
	n.Lines = append(n.Lines, "")
}

func (n *numbers) table() {
	n.Table.Head = []string{"row", "at", "low", "best", "high", "or_more", "rule", "cause", "report", "outlet", "said", "from"}
	for _, s := range n.steps {
		more := ""
		if s.Figure.HighOpen {
			more = "yes"
		}
		f := s.Figure
		n.Table.Rows = append(n.Table.Rows, []string{"figure", s.At.UTC().Format(time.RFC3339), digits(f.Low), digits(f.Best), digits(f.High), more, f.Rule, bare(s.Cause), "", "", "", ""})
	}
	for _, e := range append(append([]entry{}, n.said...), n.untimed...) {
		id := e.claim.ReportID
		n.Table.Rows = append(n.Table.Rows, []string{"claim", n.record.published(id), "", "", "", "", "", "", n.record.public(id), bare(e.outlet()), wording.Said(*e.claim.Value.Count), fromWords[e.from]})
	}
}
