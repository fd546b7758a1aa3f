package chart

import (
	"sort"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/wording"
)

// box is a node where it is drawn.
type box struct {
	x, y, w, h float64
	lines      [2]string
	dash       float64 // of its outline
	round      bool    // a pill: who knows, not who reports
	href, id   string
}

func (b box) left() point  { return point{b.x, b.y + b.h/2} }
func (b box) right() point { return point{b.x + b.w, b.y + b.h/2} }

const (
	nodeHeight = 40.0
	nodeGap    = 10.0
)

// drawColumns lays the graph out from left to right.
func (g *graph) drawColumns() {
	width := (g.inner() - 2*56) / 3
	x := []float64{g.left(), g.left() + width + 56, g.left() + 2*(width+56)}
	top := g.y + 8
	reports := g.reportBoxes(x, width, top)
	pills := g.pills(x[0], width, top, reports)
	folds := g.folds(x[2], width, reports)
	for i, s := range g.sources {
		for _, c := range s.carriers {
			if c.from == nil {
				g.edge(pills[i].right(), reports[c.report].left(), c.tie)
			} else if from, ok := reports[c.from.ID]; ok {
				g.edge(from.right(), reports[c.report].left(), c.tie)
			}
		}
	}
	for _, f := range folds {
		g.edge(f.from.right(), f.box.left(), textTie)
		g.node(f.box)
	}
	for _, b := range pills {
		g.node(b)
	}
	for _, id := range g.record.inOrder(g.sources) {
		g.node(reports[id])
	}
	g.y = g.bottom(pills, reports, folds) + 10
	if g.baseless > 0 {
		g.node(g.baselessBox(x[1], g.y, width))
		g.y += nodeHeight + nodeGap
	}
}

// reportBoxes places first carriers in the middle column by time, and pick-ups
// in the right one beside what they took it from.
func (g *graph) reportBoxes(x []float64, width, top float64) map[dateline.ID]box {
	out := map[dateline.ID]box{}
	first := firstCarriers(g.sources)
	y := top
	for _, id := range g.record.inOrder(g.sources) {
		if first[id] {
			out[id] = g.reportBox(id, x[1], y, width)
			y += nodeHeight + nodeGap
		}
	}
	y = top
	for _, p := range g.wanted(out, first) {
		b := g.reportBox(p.id, x[2], max(y, p.y), width)
		b.dash = 5
		out[p.id] = b
		y = b.y + nodeHeight + nodeGap
	}
	return out
}

type wish struct {
	id dateline.ID
	y  float64
}

// wanted lists pick-ups with the height of what they took it from.
func (g *graph) wanted(placed map[dateline.ID]box, first map[dateline.ID]bool) []wish {
	var out []wish
	seen := map[dateline.ID]bool{}
	for _, s := range g.sources {
		for _, c := range s.carriers {
			if c.from != nil && !first[c.report] && !seen[c.report] {
				seen[c.report] = true
				out = append(out, wish{c.report, placed[c.from.ID].y})
			}
		}
	}
	sort.SliceStable(out, func(i, k int) bool { return out[i].y < out[k].y })
	return out
}

func (g *graph) reportBox(id dateline.ID, x, y, w float64) box {
	b := box{x: x, y: y, w: w, h: nodeHeight, lines: [2]string{outlet(g.record.Reports[id]), g.record.when(id)}, id: "report-" + g.record.public(id)}
	for _, s := range g.sources {
		for _, c := range s.carriers {
			if c.report == id && c.shared > 0 && c.from != nil {
				b.lines[1] += " · " + c.how()
				return g.linked(b, id)
			}
		}
	}
	return g.linked(b, id)
}

func (g *graph) linked(b box, id dateline.ID) box {
	if public := g.record.public(id); g.options.Base != "" && public != "" {
		b.href = g.options.Base + "r/" + public
	}
	return b
}

// pills places each origin beside the reports that have it from there.
func (g *graph) pills(x, width, top float64, reports map[dateline.ID]box) []box {
	out := make([]box, len(g.sources))
	order := make([]int, len(g.sources))
	want := make([]float64, len(g.sources))
	for i, s := range g.sources {
		order[i] = i
		sum, n := 0.0, 0.0
		for _, c := range s.carriers {
			if c.from == nil {
				sum, n = sum+reports[c.report].y, n+1
			}
		}
		want[i] = sum / max(n, 1)
	}
	sort.SliceStable(order, func(a, b int) bool { return want[order[a]] < want[order[b]] })
	y := top
	for _, i := range order {
		out[i] = pill(g.sources[i], x, max(y, want[i]), width)
		y = out[i].y + nodeHeight + nodeGap
	}
	return out
}

func pill(s source, x, y, w float64) box {
	b := box{x: x, y: y, w: w, h: nodeHeight, round: true, lines: [2]string{s.words, wording.Basis(s.basis)}}
	if b.lines[0] == b.lines[1] {
		b.lines[1] = ""
	}
	if s.party {
		b.lines[1] = "a party to the incident"
	}
	if s.unknown {
		b.dash = 2
	}
	return b
}

// fold is a node that stands for copies that are only counted.
type fold struct {
	box
	from box
}

func (g *graph) folds(x, width float64, reports map[dateline.ID]box) []fold {
	var out []fold
	y := 0.0
	for _, b := range reports {
		if b.x == x {
			y = max(y, b.y+nodeHeight+nodeGap)
		}
	}
	for _, s := range g.sources {
		if n := g.folded[string(s.id)]; n > 0 && len(s.carriers) > 0 {
			from := reports[s.carriers[0].report]
			y = max(y, from.y)
			out = append(out, fold{box{x: x, y: y, w: width, h: nodeHeight, dash: 5, lines: [2]string{"+ " + iso(itoa(n)) + " copies", "listed in the table"}}, from})
			y += nodeHeight + nodeGap
		}
	}
	return out
}

func (g *graph) bottom(pills []box, reports map[dateline.ID]box, folds []fold) float64 {
	y := g.y
	for _, b := range pills {
		y = max(y, b.y+b.h)
	}
	for _, b := range reports {
		y = max(y, b.y+b.h)
	}
	for _, f := range folds {
		y = max(y, f.y+f.h)
	}
	return y
}

// edge is a curve from the right of one node to the left of another, or, where
// both stand in one column, around the right of them.
func (g *graph) edge(a, b point, t tie) {
	p := Path{Stroke: t.stroke()}
	if b.x < a.x {
		b.x = a.x
		p.Segs = []Seg{move(a.x, a.y), {'C', [6]float64{a.x + 40, a.y, b.x + 40, b.y, b.x + 7, b.y}}}
		g.add(p, polyline(solid(Second, 1.5), b.x+7, b.y-4, b.x+1, b.y, b.x+7, b.y+4))
		return
	}
	half := (b.x - a.x) / 2
	p.Segs = []Seg{move(a.x, a.y), {'C', [6]float64{a.x + half, a.y, b.x - half, b.y, b.x - 2, b.y}}}
	g.add(p, polyline(solid(Second, 1.5), b.x-7, b.y-4, b.x-1, b.y, b.x-7, b.y+4))
}

func (g *graph) node(b box) {
	r := Rect{b.x, b.y, b.w, b.h, 2, Paper, Stroke{Border, 1, b.dash}}
	if b.round {
		r.R = b.h / 2
	}
	inset := 10.0
	if b.round {
		inset = 16
	}
	nodes := []Node{r}
	y := b.y + 17
	if b.lines[1] == "" {
		y = b.y + 25
	}
	nodes = append(nodes, Text{X: b.x + inset, Y: y, S: g.clip(b.lines[0], normal, false, b.w-2*inset+4), Size: normal, Ink: Full})
	if b.lines[1] != "" {
		nodes = append(nodes, Text{X: b.x + inset, Y: b.y + 33, S: g.clip(b.lines[1], small, false, b.w-2*inset+4), Size: small, Ink: Second})
	}
	g.add(Group{ID: b.id, Href: b.href, Nodes: nodes})
}

// drawTree is the same for a phone: each origin with its reports under it.
func (g *graph) drawTree() {
	g.y += 8
	for _, s := range g.sources {
		root := pill(s, g.left(), g.y, g.inner())
		g.node(root)
		g.y += nodeHeight + nodeGap
		depth := map[dateline.ID]box{}
		for _, c := range s.carriers {
			from, indent := root, 20.0
			if c.from != nil {
				if b, ok := depth[c.from.ID]; ok {
					from, indent = b, b.x-g.left()+20
				}
			}
			b := g.reportBox(c.report, g.left()+indent, g.y, g.inner()-indent)
			if c.from != nil {
				b.dash = 5
			}
			b.id = ""
			x := from.x + 10
			g.add(polyline(c.tie.stroke(), x, from.y+from.h, x, b.y+b.h/2, b.x, b.y+b.h/2))
			g.node(b)
			depth[c.report] = b
			g.y += nodeHeight + nodeGap
		}
		if n := g.folded[string(s.id)]; n > 0 {
			g.node(box{x: g.left() + 40, y: g.y, w: g.inner() - 40, h: nodeHeight, dash: 5, lines: [2]string{"+ " + iso(itoa(n)) + " copies", "listed in the table"}})
			g.y += nodeHeight + nodeGap
		}
		g.y += 6
	}
	if g.baseless > 0 {
		g.node(g.baselessBox(g.left(), g.y, g.inner()))
		g.y += nodeHeight + nodeGap
	}
}
