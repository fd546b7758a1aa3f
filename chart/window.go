package chart

import (
	"math"
	"slices"
)

// projection maps degrees to pixels: longitudes are drawn as wide as they are in
// the middle of the window, so that a small window is true to shape.
type projection struct {
	geoBox
	frame Rect
	k     float64 // pixels a degree of latitude
	ratio float64 // width of a degree of longitude, in degrees of latitude
}

// kmPerDegree of latitude.
const kmPerDegree = 111.2

const (
	smallest  = 1.2 // degrees: nothing is drawn larger than that
	flattest  = 0.42
	steepest  = 0.72 // height of a map, by its width
	paddingBy = 0.14
)

// windowFor is the projection of a frame at x, y of a width that holds all
// points; it chooses the height. Points on either side of the antimeridian are
// kept together.
func windowFor(points []point, x, y, width float64) projection {
	b := around(points)
	lat := (b.south + b.north) / 2
	ratio := max(0.2, math.Cos(lat*math.Pi/180))
	w, h := max((b.east-b.west)*ratio, smallest), max(b.north-b.south, smallest*flattest)
	w, h = w*(1+2*paddingBy), h*(1+2*paddingBy)
	shape := min(max(h/w, flattest), steepest)
	w = max(w, h/shape)
	h = w * shape
	if limit := 360 * ratio; w > limit {
		w, h = limit, limit*shape
	}
	h = min(h, 180)
	lat = min(max(lat, -90+h/2), 90-h/2)
	lon := (b.west + b.east) / 2
	return projection{geoBox{lon - w/ratio/2, lat - h/2, lon + w/ratio/2, lat + h/2}, Rect{X: x, Y: y, W: width, H: width * h / w}, width / w, ratio}
}

// around is the smallest window that holds all points.
func around(points []point) geoBox {
	b := boxOf(points)
	lons := make([]float64, len(points))
	for i, p := range points {
		lons[i] = p.x
	}
	slices.Sort(lons)
	gap, at := lons[0]+360-lons[len(lons)-1], 0
	for i := 1; i < len(lons); i++ {
		if d := lons[i] - lons[i-1]; d > gap {
			gap, at = d, i
		}
	}
	if at > 0 {
		b.west, b.east = lons[at], lons[at-1]+360
	}
	return b
}

// at is the pixel of a point; by moves it so many degrees east.
func (p projection) at(g point, by float64) point {
	return point{p.frame.X + (g.x+by-p.west)*p.ratio*p.k, p.frame.Y + (p.north-g.y)*p.k}
}

// place is the pixel of a longitude and latitude, on whichever turn around the
// earth the window shows.
func (p projection) place(lon, lat float64) point {
	for lon < p.west {
		lon += 360
	}
	for lon > p.east && lon-360 >= p.west {
		lon -= 360
	}
	return p.at(point{lon, lat}, 0)
}

// turns are the moves by whole circles with which a shape may meet a window.
var turns = []float64{-360, 0, 360}

// area cuts a ring to the frame and leaves out what cannot be seen.
func (p projection) area(ring []point, by float64) []Seg {
	out := make([]point, len(ring))
	for i, g := range ring {
		out[i] = p.at(g, by)
	}
	f := p.frame
	out = halfPlane(out, func(q point) float64 { return q.x - f.X })
	out = halfPlane(out, func(q point) float64 { return f.X + f.W - q.x })
	out = halfPlane(out, func(q point) float64 { return q.y - f.Y })
	out = halfPlane(out, func(q point) float64 { return f.Y + f.H - q.y })
	out = thin(out)
	if len(out) < 3 {
		return nil
	}
	segs := []Seg{move(out[0].x, out[0].y)}
	for _, q := range out[1:] {
		segs = append(segs, line(q.x, q.y))
	}
	return append(segs, closed())
}

// halfPlane cuts a ring along a line: kept is where inside is not negative.
func halfPlane(ring []point, inside func(point) float64) []point {
	var out []point
	for i, q := range ring {
		before := ring[(i+len(ring)-1)%len(ring)]
		a, b := inside(before), inside(q)
		if a < 0 != (b < 0) {
			t := a / (a - b)
			out = append(out, point{before.x + (q.x-before.x)*t, before.y + (q.y-before.y)*t})
		}
		if b >= 0 {
			out = append(out, q)
		}
	}
	return out
}

// line cuts a line to the frame. Pieces on the antimeridian itself are edges
// of the data and no lines of the earth.
func (p projection) line(l []point, by float64) []Seg {
	var out []Seg
	var piece []point
	flush := func() {
		if piece = thin(piece); len(piece) > 1 {
			out = append(out, move(piece[0].x, piece[0].y))
			for _, q := range piece[1:] {
				out = append(out, line(q.x, q.y))
			}
		}
		piece = nil
	}
	for i := 1; i < len(l); i++ {
		a, b, ok := p.cut(p.at(l[i-1], by), p.at(l[i], by))
		if !ok || math.Abs(l[i].x) > 179.99 && math.Abs(l[i-1].x) > 179.99 {
			flush()
			continue
		}
		if len(piece) == 0 || piece[len(piece)-1] != a {
			flush()
			piece = []point{a}
		}
		piece = append(piece, b)
	}
	flush()
	return out
}

// cut is the part of a straight line that lies in the frame.
func (p projection) cut(a, b point) (point, point, bool) {
	t0, t1 := 0.0, 1.0
	f := p.frame
	for _, edge := range [][2]float64{{b.x - a.x, f.X - a.x}, {a.x - b.x, a.x - f.X - f.W}, {b.y - a.y, f.Y - a.y}, {a.y - b.y, a.y - f.Y - f.H}} {
		d, q := edge[0], edge[1]
		switch {
		case d == 0 && q > 0:
			return a, b, false
		case d > 0:
			t0 = max(t0, q/d)
		case d < 0:
			t1 = min(t1, q/d)
		}
	}
	if t0 >= t1 {
		return a, b, false
	}
	at := func(t float64) point {
		switch t {
		case 0:
			return a
		case 1:
			return b
		}
		return point{a.x + (b.x-a.x)*t, a.y + (b.y-a.y)*t}
	}
	return at(t0), at(t1), true
}

// thin leaves out points that are closer than three quarters of a pixel to the
// one before, the last one stays, and puts them on tenths of a pixel.
func thin(l []point) []point {
	var out []point
	for i, q := range l {
		q = point{math.Round(q.x*10) / 10, math.Round(q.y*10) / 10}
		if n := len(out); n > 0 && i < len(l)-1 && math.Hypot(q.x-out[n-1].x, q.y-out[n-1].y) < 0.75 {
			continue
		}
		out = append(out, q)
	}
	return out
}
