package chart

// Node is a part of a scene. Coordinates are CSS pixels, y down.
type Node interface{ node() }

// Stroke is how an outline is drawn; a zero Ink draws none.
type Stroke struct {
	Ink   Ink
	Width float64
	Dash  float64 // length of dash and gap; 0 is solid
}

// Rect is a box, with round corners of radius R.
type Rect struct {
	X, Y, W, H, R float64
	Fill          Ink
	Stroke        Stroke
}

// Circle is a disc or ring.
type Circle struct {
	X, Y, R float64
	Fill    Ink
	Stroke  Stroke
}

// Path is a line or an area of any form.
type Path struct {
	Segs   []Seg
	Fill   Ink
	Stroke Stroke
}

// Seg is one segment of a path: M, L, Q, C or Z with as many points as it
// takes, the last one being where the pen goes.
type Seg struct {
	Op byte
	P  [6]float64
}

// Anchor says which end of a text stands at its point.
type Anchor uint8

const (
	Start Anchor = iota
	Middle
	End
)

// Text is one line of text; Y is its baseline. S may hold isolates.
type Text struct {
	X, Y   float64
	S      string
	Size   float64
	Bold   bool
	Ink    Ink
	Anchor Anchor
}

// Group keeps nodes together: with an id, with a link if Href is not "", and
// cut off at Clip if that is given.
type Group struct {
	ID, Href string
	Clip     *Rect
	Nodes    []Node
}

func (Rect) node()   {}
func (Circle) node() {}
func (Path) node()   {}
func (Text) node()   {}
func (Group) node()  {}

func move(x, y float64) Seg { return Seg{'M', [6]float64{x, y}} }
func line(x, y float64) Seg { return Seg{'L', [6]float64{x, y}} }
func closed() Seg           { return Seg{Op: 'Z'} }

// polyline joins points: x, y, x, y …
func polyline(s Stroke, xy ...float64) Path {
	p := Path{Stroke: s}
	for i := 0; i+1 < len(xy); i += 2 {
		seg := line(xy[i], xy[i+1])
		if i == 0 {
			seg.Op = 'M'
		}
		p.Segs = append(p.Segs, seg)
	}
	return p
}

func solid(i Ink, width float64) Stroke        { return Stroke{Ink: i, Width: width} }
func dashed(i Ink, width, dash float64) Stroke { return Stroke{i, width, dash} }

// hatch fills a box with slanting lines, for print, where a tint is not seen.
func hatch(r Rect, every float64, s Stroke) []Node {
	var out []Node
	for d := every; d < r.W+r.H; d += every {
		x0, y0 := max(0, d-r.H), min(d, r.H)
		x1, y1 := min(d, r.W), max(0, d-r.W)
		out = append(out, polyline(s, r.X+x0, r.Y+y0, r.X+x1, r.Y+y1))
	}
	return out
}
