package chart

import (
	"github.com/opendateline/dateline/wording"
)

// The columns of a ladder and the height of a rung.
type columns struct {
	track0, track1 float64 // pixels
	said           float64
	rung           float64
	stacked        bool // label above the track, for phones
}

func (l *ladder) columns() columns {
	if l.narrow() {
		return columns{l.left() + 8, l.right() - 10, l.right(), 66, true}
	}
	label, said := l.inner()*0.36, l.inner()*0.22
	return columns{l.left() + label + 12, l.right() - said - 14, l.right() - said, 42, false}
}

func (l *ladder) axis(c columns) axis {
	a := axis{from: 0, to: l.top, a: c.track0, b: c.track1}
	if l.cut {
		a.b -= 34 // room for the break
	}
	return a
}

// x is where a value stands; behind the break if it lies beyond the axis.
func (l *ladder) x(c columns, v int) float64 {
	a := l.axis(c)
	if float64(v) > l.top {
		return c.track1 - 8
	}
	return a.at(float64(v))
}

func (l *ladder) draw() {
	if len(l.rungs) == 0 {
		return
	}
	c := l.columns()
	top := l.y + 44
	bottom := top + c.rung*float64(len(l.rungs))
	l.y = bottom + 6
	l.axisWords(c, top)
	for _, strip := range l.strips(c, top, bottom) {
		l.figureBand(c, strip[0], strip[1])
		l.grid(c, strip[0], strip[1])
	}
	for i, e := range l.rungs {
		y := top + c.rung*float64(i)
		l.add(polyline(solid(Rule, 1), l.left(), y, l.right(), y))
		l.add(Group{ID: "claim-" + l.record.public(e.claim.ReportID) + "-" + itoa(i+1), Href: l.href(e), Nodes: l.rung(c, e, y)})
	}
	l.bestWords(c, top-26)
}

// strips are where the track is: from top to bottom, or on a phone a strip
// under the words of each rung.
func (l *ladder) strips(c columns, top, bottom float64) [][2]float64 {
	if !c.stacked {
		return [][2]float64{{top, bottom}}
	}
	var out [][2]float64
	for i := range l.rungs {
		y := top + c.rung*float64(i)
		out = append(out, [2]float64{y + 38, y + c.rung - 3})
	}
	return out
}

func (l *ladder) href(e entry) string {
	id := l.record.public(e.claim.ReportID)
	if l.options.Base == "" || id == "" {
		return ""
	}
	return l.options.Base + "r/" + id
}

// figureBand is the stretch from low to high behind the rungs.
func (l *ladder) figureBand(c columns, top, bottom float64) {
	f := l.figure
	if f == nil || f.Low == nil || f.High == nil {
		return
	}
	x0, x1 := l.x(c, *f.Low), l.x(c, *f.High)
	if f.HighOpen {
		x1 = c.track1
	}
	if x1-x0 < 2 {
		return
	}
	b := Rect{X: x0, Y: top, W: x1 - x0, H: bottom - top}
	l.add(l.band(b)...)
	if f.Vague {
		l.add(Rect{b.X, b.Y, b.W, b.H, 0, NoInk, dashed(Border, 1, 4)})
	}
}

// axisWords are the numbers along the axis, and the break if there is one.
func (l *ladder) axisWords(c columns, top float64) {
	a := l.axis(c)
	for _, v := range ticks(l.top, 6) {
		l.add(Text{X: a.at(v), Y: top - 9, S: iso(numberLabel(v)), Size: small, Ink: Least, Anchor: Middle})
	}
	if l.cut {
		for _, dx := range []float64{8, 13} {
			l.add(polyline(solid(Border, 1.5), a.b+dx-3, top-2, a.b+dx+3, top-14))
		}
	}
}

// grid draws the lines of the axis, of the break and of the best number.
func (l *ladder) grid(c columns, top, bottom float64) {
	a := l.axis(c)
	for _, v := range ticks(l.top, 6) {
		l.add(polyline(solid(Rule, 1), a.at(v), top, a.at(v), bottom))
	}
	if l.cut {
		l.add(polyline(dashed(Border, 1, 3), a.b+8, top, a.b+8, bottom), polyline(dashed(Border, 1, 3), a.b+13, top, a.b+13, bottom))
	}
	if f := l.figure; f != nil && f.Best != nil {
		stroke := solid(Full, 2)
		if f.Vague {
			stroke.Dash = 4
		}
		l.add(polyline(stroke, l.x(c, *f.Best), top-3, l.x(c, *f.Best), bottom))
	}
}

// bestWords say what the lines are: low ends at its line, best and high start
// at theirs. On a phone there is no room, and the conclusion says it.
func (l *ladder) bestWords(c columns, y float64) {
	f := l.figure
	if f == nil || f.Best == nil || c.stacked {
		return
	}
	best := l.x(c, *f.Best)
	words := "best " + iso(wording.Thousands(*f.Best))
	end := best + l.width(words, small, true)
	low := f.Low != nil && *f.Low < *f.Best
	if low {
		x := l.x(c, *f.Low)
		l.add(Text{X: min(x, best-6), Y: y, S: "low " + iso(wording.Thousands(*f.Low)), Size: small, Ink: Second, Anchor: End})
	}
	l.add(Text{X: best, Y: y, S: words, Size: small, Bold: true, Ink: Full})
	if f.High != nil && (*f.High > *f.Best || f.HighOpen) {
		high := "high " + iso(wording.Thousands(*f.High))
		if f.HighOpen {
			high += " or more"
		}
		if x := min(max(l.x(c, *f.High), end+10), l.right()-l.width(high, small, false)); x >= end+10 {
			l.add(Text{X: x, Y: y, S: high, Size: small, Ink: Second}) // without room the conclusion alone says it
		}
	}
}

// rung draws one row: who and which report, the mark, and what was said.
func (l *ladder) rung(c columns, e entry, y float64) []Node {
	said, note := l.number(e)
	f := fitOf(e, l.figure)
	ink := Full
	if f == against {
		ink = Contested
	}
	if c.stacked {
		return l.stacked(c, e, y, said, note, f, ink)
	}
	label := c.track0 - l.left() - 20
	indent := 0.0
	if e.from == copied {
		indent = 12
	}
	out := []Node{
		Text{X: l.left() + indent, Y: y + 17, S: l.clip(l.who(e), normal, false, label-indent), Size: normal, Ink: Full},
		Text{X: l.left() + indent, Y: y + 33, S: l.clip(l.carrier(e), small, false, label-indent), Size: small, Ink: Second},
	}
	out = append(out, l.mark(c, e, f, y+21)...)
	x := c.said
	if f == against {
		out = append(out, triangle(x, y+22))
		x += 14
	}
	baseline := y + 22
	if note != "" {
		baseline = y + 17
		out = append(out, Text{X: c.said, Y: y + 33, S: l.clip(note, small, false, l.right()-c.said), Size: small, Ink: Second})
		if f == against {
			out[len(out)-2] = triangle(c.said, y+17)
		}
	}
	return append(out, Text{X: x, Y: baseline, S: l.clip(iso(said), normal, true, l.right()-x), Size: normal, Bold: f == against, Ink: ink})
}

// stacked is a row for phones: words above, track below.
func (l *ladder) stacked(c columns, e entry, y float64, said, note string, f fit, ink Ink) []Node {
	width := l.width(iso(said), normal, f == against)
	room := l.inner() - width - 26
	out := []Node{
		Text{X: l.left(), Y: y + 16, S: l.clip(l.who(e), normal, false, room), Size: normal, Ink: Full},
		Text{X: l.right(), Y: y + 16, S: iso(said), Size: normal, Bold: f == against, Ink: ink, Anchor: End},
	}
	if f == against {
		out = append(out, triangle(l.right()-width-14, y+16))
	}
	second := l.carrier(e)
	if note != "" {
		second = note + " · " + second
	}
	out = append(out, Text{X: l.left(), Y: y + 33, S: l.clip(second, small, false, l.inner()), Size: small, Ink: Second})
	return append(out, l.mark(c, e, f, y+50)...)
}

// mark draws a number on the track: a point, or a point with the side to which
// it is open, or a dashed box over the span of a vague word.
func (l *ladder) mark(c columns, e entry, f fit, y float64) []Node {
	n, ink := e.claim.Value.Count, fitInk[f]
	line := solid(ink, 2)
	switch {
	case n.Vague || n.PluralOnly:
		return l.vague(c, n.Lo, n.Hi, y)
	case n.Anchor == nil && n.Lo != nil && n.Hi != nil && !upTo(*n):
		a, b := l.x(c, *n.Lo), l.x(c, *n.Hi)
		return append([]Node{polyline(line, a, y, b, y), polyline(line, b, y-6, b, y+6)}, markAt(a, y, e.from, ink)...)
	}
	v := standsAt(*n)
	if v < 0 {
		return nil
	}
	x := l.x(c, v)
	var out []Node
	switch {
	case n.Lo != nil && n.Hi == nil:
		out = arrow(line, x, min(x+40, max(x+14, c.track1+6)), y)
	case upTo(*n):
		out = arrow(line, x, max(x-40, c.track0-6), y)
	case n.Lo != nil && n.Hi != nil && *n.Lo < *n.Hi:
		out = []Node{polyline(line, l.x(c, *n.Lo), y, l.x(c, *n.Hi), y)}
	}
	out = append(out, markAt(x, y, e.from, ink)...)
	if l.cut && float64(v) > l.top {
		out = append(out, Text{X: x - 10, Y: y + 5, S: iso(wording.Thousands(v)), Size: small, Bold: true, Ink: ink, Anchor: End})
	}
	return out
}

func (l *ladder) vague(c columns, lo, hi *int, y float64) []Node {
	if lo == nil {
		return nil
	}
	edge := dashed(Least, 1.5, 4)
	a := l.x(c, *lo)
	if hi != nil {
		return []Node{Rect{a, y - 6, max(4, l.x(c, *hi)-a), 12, 0, NoInk, edge}}
	}
	b := min(a+60, max(a+18, c.track1+8))
	return []Node{polyline(edge, b, y-6, a, y-6, a, y+6, b, y+6), polyline(solid(Least, 1.5), b-5, y-5, b, y, b-5, y+5)}
}

// arrow starts at a number with an upright and points to where it is open.
func arrow(s Stroke, from, to, y float64) []Node {
	d := 5.0
	if to < from {
		d = -5
	}
	return []Node{polyline(s, from, y-9, from, y+9), polyline(s, from, y, to, y), polyline(s, to-d, y-5, to, y, to-d, y+5)}
}

// legends explains the marks that are there.
func (l *ladder) legends() {
	var items []legendItem
	used := map[from]bool{}
	contra, open, vague := false, false, false
	for _, e := range l.rungs {
		c := e.claim.Value.Count
		if c.Vague || c.PluralOnly {
			vague = true
			continue
		}
		used[e.from] = true
		contra = contra || fitOf(e, l.figure) == against
		open = open || c.Hi == nil && c.Lo != nil
	}
	for f := ownOrigin; f <= superseded; f++ {
		if used[f] {
			items = append(items, markLegend(f))
		}
	}
	if contra {
		items = append(items, legendItem{"contradicts the best number", func(x, y float64) []Node { return []Node{triangle(x-5, y+4)} }})
	}
	if open {
		items = append(items, legendItem{"at least", func(x, y float64) []Node { return arrow(solid(Second, 2), x-6, x+8, y) }})
	}
	if vague {
		items = append(items, legendItem{"a word, not a number", func(x, y float64) []Node { return []Node{Rect{x - 8, y - 5, 16, 10, 0, NoInk, dashed(Least, 1.5, 3)}} }})
	}
	if f := l.figure; f != nil && f.Low != nil && f.High != nil && *f.Low < *f.High {
		items = append(items, bandLegend(l.sheet))
	}
	l.legend(items)
}
