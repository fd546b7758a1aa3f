package chart

import (
	"fmt"
	"math"
	"sort"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/wording"
)

// Map draws where incidents happened, one mark a place: a filled dot is a site,
// a ring a settlement or near one, a ring with a dashed halo of the real radius
// a district or wider. The area of a mark is the number of incidents, never of
// people. What is known no better than to the province is not drawn but counted
// beside the map.
func Map(all []*dateline.Incident, what string, o Options) (*Picture, error) {
	m := atlas{absent: map[string][]*dateline.Incident{}}
	m.gather(all)
	var err error
	if m.sheet, err = begin(o, "Where incidents happened", under(what, all), m.conclusion(len(all))); err != nil {
		return nil, err
	}
	if len(m.spots) > 0 {
		land, err := loadWorld()
		if err != nil {
			return nil, err
		}
		m.draw(land)
	}
	for _, why := range m.reasons() {
		m.beside(iso(wording.Plural(len(m.absent[why]), "incident")) + " " + why + ".")
	}
	m.table()
	p := m.end()
	p.Lines = nil
	return p, nil
}

// symbol is the form of a mark by how finely a place is known.
type symbol uint8

const (
	dot symbol = iota
	ring
	haloed
)

var symbolWords = []string{dot: "site", ring: "settlement, or near one", haloed: "district; the halo is its radius"}

// farFromSite is a radius, in metres, that no site has: the coordinates are
// those of the settlement that it is in.
const farFromSite = 2000

func symbolOf(p *dateline.PlaceRef) symbol {
	switch p.Precision {
	case dateline.P0:
		if p.RadiusM != nil && *p.RadiusM > farFromSite {
			return ring
		}
		return dot
	case dateline.P1, dateline.P2:
		return ring
	}
	return haloed
}

// spot is one mark: the incidents of one point, drawn as coarsely as the
// coarsest of them is known.
type spot struct {
	ref       *dateline.PlaceRef
	symbol    symbol
	incidents []*dateline.Incident
	at        point
	r         float64
}

type atlas struct {
	*sheet
	spots  []*spot
	absent map[string][]*dateline.Incident // why they are not drawn
	projection
	named int // spots whose name found room
}

// gather puts incidents into spots, or aside with the reason.
func (m *atlas) gather(all []*dateline.Incident) {
	at := map[string]*spot{}
	for _, i := range all {
		ref := i.Place.Ref
		if why := notDrawn(ref); why != "" {
			m.absent[why] = append(m.absent[why], i)
			continue
		}
		key := fmt.Sprintf("%.4f %.4f", *ref.Lat, *ref.Lon)
		if at[key] == nil {
			at[key] = &spot{ref: ref}
			m.spots = append(m.spots, at[key])
		}
		at[key].take(i)
	}
	sort.SliceStable(m.spots, func(i, k int) bool { return len(m.spots[i].incidents) > len(m.spots[k].incidents) })
}

func (s *spot) take(i *dateline.Incident) {
	ref := i.Place.Ref
	s.incidents = append(s.incidents, i)
	if k := symbolOf(ref); k > s.symbol || len(s.incidents) == 1 {
		s.symbol, s.ref = k, ref
	}
}

// label is the name of a spot: of the settlement where its point is that of one.
func (s *spot) label() string {
	if s.ref.City != "" && s.symbol == ring {
		return s.ref.City
	}
	return s.ref.Name
}

// notDrawn says why a place is no mark; "" for one that is.
func notDrawn(ref *dateline.PlaceRef) string {
	switch {
	case ref == nil:
		return "not mapped: place not reported"
	case wording.Unresolved(ref):
		return "not mapped: place not resolved"
	}
	if why := wording.NotMapped(ref); why != "" {
		return why
	}
	if ref.Lat == nil || ref.Lon == nil {
		return "not mapped: its place has no coordinates"
	}
	return ""
}

func (m *atlas) reasons() []string {
	var out []string
	for why := range m.absent {
		out = append(out, why)
	}
	sort.Strings(out)
	return out
}

func (m *atlas) conclusion(all int) string {
	if all == 0 {
		return "No incidents match."
	}
	drawn := 0
	for _, s := range m.spots {
		drawn += len(s.incidents)
	}
	s := iso(itoa(drawn)) + " of " + iso(wording.Plural(all, "incident")) + " at " + iso(wording.Plural(len(m.spots), "place"))
	if len(m.spots) > 1 && len(m.spots[0].incidents) > 1 {
		s += "; most, " + iso(itoa(len(m.spots[0].incidents))) + ", in " + name(m.spots[0].label())
	}
	return s + "."
}

func (m *atlas) draw(land *world) {
	points := make([]point, len(m.spots))
	for i, s := range m.spots {
		points[i] = point{*s.ref.Lon, *s.ref.Lat}
	}
	m.projection = windowFor(points, m.left(), m.y+6, m.inner())
	m.y = m.frame.Y + m.frame.H + 4
	for _, s := range m.spots {
		s.at = m.place(*s.ref.Lon, *s.ref.Lat)
		s.r = radius(len(s.incidents))
	}
	nodes := m.graticule()
	shores, open := m.land(land)
	nodes = append(shores, nodes...)
	nodes = append(nodes, m.halos()...)
	for _, s := range m.spots {
		nodes = append(nodes, m.mark(s))
	}
	nodes = append(nodes, m.names()...)
	nodes = append(nodes, m.scaleBar()...)
	frame := m.frame
	m.add(Group{Clip: &frame, Nodes: nodes}, Rect{frame.X, frame.Y, frame.W, frame.H, 0, NoInk, solid(Border, 1)})
	m.legends()
	if left := len(m.spots) - m.named; left > 0 {
		m.beside(iso(wording.Plural(left, "place")) + " without room for a name; the table names all.")
	}
	m.boundaries(len(shores) > 0, open)
}

// radius of a mark: its area is the number of incidents.
func radius(n int) float64 {
	if n == 1 {
		return 5
	}
	return min(9+2.6*math.Sqrt(float64(n-2)), 26)
}

// land draws land, shores and borders; open says that one of a territory
// without a code of its own is among them.
func (m *atlas) land(w *world) (nodes []Node, open bool) {
	var area []Seg
	lines := map[lineKind][]Seg{}
	for _, by := range turns {
		for _, r := range w.rings {
			if m.meets(r.box, by) {
				area = append(area, m.area(r.points, by)...)
			}
		}
		for _, l := range w.lines {
			if m.meets(l.box, by) {
				lines[l.kind] = append(lines[l.kind], m.line(l.points, by)...)
			}
		}
	}
	if len(area) > 0 {
		nodes = append(nodes, Path{Segs: area, Fill: Land})
	}
	for _, l := range []struct {
		kind   lineKind
		stroke Stroke
	}{{coast, solid(Border, 0.75)}, {border, solid(Border, 0.75)}, {openBorder, dashed(Border, 0.75, 4)}} {
		if segs := lines[l.kind]; len(segs) > 0 {
			nodes = append(nodes, Path{Segs: segs, Stroke: l.stroke})
		}
	}
	return nodes, len(lines[openBorder]) > 0
}

// boundaries says whose lines are drawn.
func (m *atlas) boundaries(land, open bool) {
	if !land {
		m.beside("No land within the frame; the lines are degrees of latitude and longitude.")
		return
	}
	m.beside("Boundaries as drawn by Natural Earth; no position is implied.")
	if open {
		m.beside("Dashed boundaries are those of territories that have no country code in that data.")
	}
}

// graticule is the net of degrees with its numbers along the edges.
func (m *atlas) graticule() []Node {
	step := degreeStep((m.east - m.west) / 5)
	var out []Node
	for lon := math.Ceil(m.west/step) * step; lon <= m.east; lon += step {
		x := m.at(point{lon, 0}, 0).x
		out = append(out, polyline(solid(Rule, 0.75), x, m.frame.Y, x, m.frame.Y+m.frame.H))
		if x > m.frame.X+60 && x < m.frame.X+m.frame.W-30 {
			out = append(out, Text{X: x, Y: m.frame.Y + 14, S: iso(degrees(math.Mod(lon+540, 360)-180, "E", "W")), Size: 12, Ink: Least, Anchor: Middle})
		}
	}
	for lat := math.Ceil(m.south/step) * step; lat <= m.north; lat += step {
		y := m.at(point{0, lat}, 0).y
		out = append(out, polyline(solid(Rule, 0.75), m.frame.X, y, m.frame.X+m.frame.W, y))
		if y > m.frame.Y+24 && y < m.frame.Y+m.frame.H-30 {
			out = append(out, Text{X: m.frame.X + 5, Y: y - 3, S: iso(degrees(lat, "N", "S")), Size: 12, Ink: Least})
		}
	}
	return out
}

func degreeStep(raw float64) float64 {
	for _, s := range []float64{0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30} {
		if s >= raw {
			return s
		}
	}
	return 60
}

func degrees(v float64, plus, minus string) string {
	v = math.Round(v*100) / 100
	switch {
	case v == 0 || v == 180 || v == -180:
		return strconv.FormatFloat(math.Abs(v), 'f', -1, 64) + "°"
	case v < 0:
		return strconv.FormatFloat(-v, 'f', -1, 64) + "° " + minus
	}
	return strconv.FormatFloat(v, 'f', -1, 64) + "° " + plus
}

// halos are the real radii of districts, under all marks.
func (m *atlas) halos() []Node {
	var out []Node
	for _, s := range m.spots {
		if s.symbol != haloed {
			continue
		}
		r := s.r + 6
		if s.ref.RadiusM != nil {
			r = max(r, float64(*s.ref.RadiusM)/1000/kmPerDegree*m.k)
		}
		out = append(out, Circle{s.at.x, s.at.y, r, NoInk, dashed(Supported, 1.5, 4)})
	}
	return out
}

func (m *atlas) mark(s *spot) Node {
	c := Circle{s.at.x, s.at.y, s.r, Paper, solid(Supported, 2)}
	ink := Supported
	if s.symbol == dot {
		c.Fill, ink = Supported, Paper
	}
	nodes := []Node{c}
	if n := len(s.incidents); n > 1 {
		nodes = append(nodes, Text{X: s.at.x, Y: s.at.y + 4.5, S: iso(itoa(n)), Size: small, Bold: true, Ink: ink, Anchor: Middle})
	}
	g := Group{Nodes: nodes}
	if m.options.Base != "" {
		g.Href = fmt.Sprintf("%sincidents?near=%.4f,%.4f&km=1", m.options.Base, *s.ref.Lat, *s.ref.Lon)
	}
	return g
}

// mostNames is how many places are tried for a name; on a fuller map only the
// largest marks are named.
const mostNames = 200

// names sets the names of places where they find room, the places with most
// incidents first.
func (m *atlas) names() []Node {
	var taken []Rect
	for _, s := range m.spots {
		taken = append(taken, Rect{X: s.at.x - s.r - 1, Y: s.at.y - s.r - 1, W: 2*s.r + 2, H: 2*s.r + 2})
	}
	var out []Node
	for _, s := range m.spots[:min(mostNames, len(m.spots))] {
		t := Text{S: m.clip(name(s.label()), small, false, 150), Size: small, Ink: Full}
		w := m.sheet.width(t.S, small, false)
		if box, ok := m.room(s, w, taken); ok {
			t.X, t.Y = box.X, box.Y+13
			taken = append(taken, box)
			out = append(out, t)
			m.named++
		}
	}
	return out
}

// room is a free box beside a mark: right, left, below or above.
func (m *atlas) room(s *spot, w float64, taken []Rect) (Rect, bool) {
	gap := s.r + 4
	for _, at := range []point{{s.at.x + gap, s.at.y - 9}, {s.at.x - gap - w, s.at.y - 9}, {s.at.x - w/2, s.at.y + gap}, {s.at.x - w/2, s.at.y - gap - 17}} {
		box := Rect{X: at.x, Y: at.y, W: w, H: 17}
		if inside(m.frame, box) && free(box, taken) {
			return box, true
		}
	}
	return Rect{}, false
}

func inside(f, b Rect) bool {
	return b.X > f.X+4 && b.Y > f.Y+18 && b.X+b.W < f.X+f.W-4 && b.Y+b.H < f.Y+f.H-26
}

func free(b Rect, taken []Rect) bool {
	for _, t := range taken {
		if b.X < t.X+t.W && b.X+b.W > t.X && b.Y < t.Y+t.H && b.Y+b.H > t.Y {
			return false
		}
	}
	return true
}

// scaleBar is a round number of kilometres, true in the middle of the map.
func (m *atlas) scaleBar() []Node {
	km := niceStep(90 / m.k * kmPerDegree / 2)
	w := km / kmPerDegree * m.k
	x, y := m.frame.X+m.frame.W-w-12, m.frame.Y+m.frame.H-10
	return []Node{polyline(solid(Second, 1.5), x, y-4, x, y, x+w, y, x+w, y-4),
		Text{X: x + w/2, Y: y - 5, S: iso(numberLabel(km) + " km"), Size: 12, Ink: Second, Anchor: Middle}}
}

func (m *atlas) legends() {
	used := map[symbol]bool{}
	many := false
	for _, s := range m.spots {
		used[s.symbol] = true
		many = many || len(s.incidents) > 1
	}
	var items []legendItem
	for k := dot; k <= haloed; k++ {
		if used[k] {
			items = append(items, legendItem{symbolWords[k], func(x, y float64) []Node { return legendMark(k, x, y) }})
		}
	}
	if many {
		items = append(items, legendItem{"number of incidents", func(x, y float64) []Node {
			return []Node{Text{X: x, Y: y + 4.5, S: iso("2"), Size: small, Bold: true, Ink: Supported, Anchor: Middle}}
		}})
	}
	m.legend(items)
}

func legendMark(k symbol, x, y float64) []Node {
	switch k {
	case dot:
		return []Node{Circle{x, y, 5, Supported, solid(Supported, 2)}}
	case ring:
		return []Node{Circle{x, y, 5, Paper, solid(Supported, 2)}}
	}
	return []Node{Circle{x, y, 8, NoInk, dashed(Supported, 1.5, 3)}, Circle{x, y, 4, Paper, solid(Supported, 2)}}
}

func (m *atlas) table() {
	m.Table.Head = []string{"place", "lat", "lon", "known_to", "incidents", "ids"}
	for _, s := range m.spots {
		byName := map[string][]*dateline.Incident{}
		var names []string
		for _, i := range s.incidents {
			n := wording.Place(i.Place.Ref) + "\x00" + wording.Radius(i.Place.Ref)
			if byName[n] == nil {
				names = append(names, n)
			}
			byName[n] = append(byName[n], i)
		}
		for _, n := range names {
			place, known, _ := strings.Cut(n, "\x00")
			m.Table.Rows = append(m.Table.Rows, []string{place, fmt.Sprintf("%.4f", *s.ref.Lat), fmt.Sprintf("%.4f", *s.ref.Lon), known, itoa(len(byName[n])), ids(byName[n])})
		}
	}
	for _, why := range m.reasons() {
		m.Table.Rows = append(m.Table.Rows, []string{why, "", "", "", itoa(len(m.absent[why])), ids(m.absent[why])})
	}
}
