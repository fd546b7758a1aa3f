package chart

import (
	"image"
	"image/draw"
	"image/png"
	"io"
	"math"

	"golang.org/x/image/vector"
)

// PNG writes the picture as drawn from the embedded fonts, at Options.Scale
// pixels a CSS pixel.
func (p *Picture) PNG(w io.Writer) error {
	img, err := p.image()
	if err != nil {
		return err
	}
	return png.Encode(w, img)
}

func (p *Picture) image() (*image.RGBA, error) {
	set, err := newSetter()
	if err != nil {
		return nil, err
	}
	k := p.options.Scale
	img := image.NewRGBA(image.Rect(0, 0, int(math.Ceil(p.Width*k)), int(math.Ceil(p.Height*k))))
	d := raster{img: img, theme: p.options.Theme, scale: k, set: set, clip: img.Bounds()}
	draw.Draw(img, img.Bounds(), image.NewUniform(d.theme.rgb(Paper)), image.Point{}, draw.Src)
	for _, n := range p.Nodes {
		d.draw(n)
	}
	return img, nil
}

// raster draws nodes on an image.
type raster struct {
	img   *image.RGBA
	theme Theme
	scale float64
	set   *setter
	clip  image.Rectangle
	pen   vector.Rasterizer
}

func (d *raster) draw(n Node) {
	switch n := n.(type) {
	case Rect:
		d.path(Path{Segs: rectSegs(n), Fill: n.Fill, Stroke: n.Stroke})
	case Circle:
		d.path(Path{Segs: circleSegs(n.X, n.Y, n.R), Fill: n.Fill, Stroke: n.Stroke})
	case Path:
		d.path(n)
	case Text:
		d.path(d.set.outline(n))
	case Group:
		d.group(n)
	}
}

func (d *raster) group(g Group) {
	outer := d.clip
	if c := g.Clip; c != nil {
		d.clip = outer.Intersect(image.Rect(int(c.X*d.scale), int(c.Y*d.scale), int(math.Ceil((c.X+c.W)*d.scale)), int(math.Ceil((c.Y+c.H)*d.scale))))
	}
	for _, n := range g.Nodes {
		d.draw(n)
	}
	d.clip = outer
}

func (d *raster) path(p Path) {
	if p.Fill != NoInk {
		d.fill(p.Segs, p.Fill)
	}
	if p.Stroke.Ink != NoInk {
		p.Stroke.Width = d.theme.thickness(p.Stroke)
		d.fill(strokeSegs(p.Segs, p.Stroke), p.Stroke.Ink)
	}
}

// fill paints the inside of segments, as far as it lies within the clip.
func (d *raster) fill(segs []Seg, ink Ink) {
	box := d.bounds(segs).Intersect(d.clip)
	if box.Empty() {
		return
	}
	d.pen.Reset(box.Dx(), box.Dy())
	at := func(x, y float64) (float32, float32) {
		return float32(x*d.scale - float64(box.Min.X)), float32(y*d.scale - float64(box.Min.Y))
	}
	for _, s := range segs {
		x, y := at(s.P[0], s.P[1])
		switch s.Op {
		case 'M':
			d.pen.MoveTo(x, y)
		case 'L':
			d.pen.LineTo(x, y)
		case 'Q':
			x1, y1 := at(s.P[2], s.P[3])
			d.pen.QuadTo(x, y, x1, y1)
		case 'C':
			x1, y1 := at(s.P[2], s.P[3])
			x2, y2 := at(s.P[4], s.P[5])
			d.pen.CubeTo(x, y, x1, y1, x2, y2)
		case 'Z':
			d.pen.ClosePath()
		}
	}
	d.pen.ClosePath()
	d.pen.Draw(d.img, box, image.NewUniform(d.theme.rgb(ink)), image.Point{})
}

func (d *raster) bounds(segs []Seg) image.Rectangle {
	minX, minY, maxX, maxY := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, s := range segs {
		for i := 0; i < points(s.Op); i++ {
			minX, maxX = min(minX, s.P[2*i]), max(maxX, s.P[2*i])
			minY, maxY = min(minY, s.P[2*i+1]), max(maxY, s.P[2*i+1])
		}
	}
	if minX > maxX {
		return image.Rectangle{}
	}
	limit := func(v float64) int { return int(max(-1e6, min(1e6, v))) }
	return image.Rect(limit(math.Floor(minX*d.scale)), limit(math.Floor(minY*d.scale)), limit(math.Ceil(maxX*d.scale))+1, limit(math.Ceil(maxY*d.scale))+1)
}
