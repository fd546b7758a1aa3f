package chart

import "math"

type point struct{ x, y float64 }

// arc is the length of the handles of a cubic curve that follows a quarter of
// a circle of radius 1.
const arc = 0.5522847498

func circleSegs(x, y, r float64) []Seg {
	k := arc * r
	return []Seg{
		move(x+r, y),
		{'C', [6]float64{x + r, y + k, x + k, y + r, x, y + r}},
		{'C', [6]float64{x - k, y + r, x - r, y + k, x - r, y}},
		{'C', [6]float64{x - r, y - k, x - k, y - r, x, y - r}},
		{'C', [6]float64{x + k, y - r, x + r, y - k, x + r, y}},
		closed(),
	}
}

func rectSegs(b Rect) []Seg {
	x, y, x1, y1, r := b.X, b.Y, b.X+b.W, b.Y+b.H, min(b.R, b.W/2, b.H/2)
	if r <= 0 {
		return []Seg{move(x, y), line(x1, y), line(x1, y1), line(x, y1), closed()}
	}
	k := r - arc*r
	return []Seg{
		move(x+r, y), line(x1-r, y), {'C', [6]float64{x1 - k, y, x1, y + k, x1, y + r}},
		line(x1, y1-r), {'C', [6]float64{x1, y1 - k, x1 - k, y1, x1 - r, y1}},
		line(x+r, y1), {'C', [6]float64{x + k, y1, x, y1 - k, x, y1 - r}},
		line(x, y+r), {'C', [6]float64{x, y + k, x + k, y, x + r, y}},
		closed(),
	}
}

// strokeSegs is the area that a pen covers along segments: a box for every
// straight piece and a disc at every joint, all wound the same way.
func strokeSegs(segs []Seg, s Stroke) []Seg {
	var out []Seg
	for _, l := range flatten(segs) {
		for _, piece := range dashes(l, s.Dash) {
			out = append(out, along(piece, s.Width/2)...)
		}
	}
	return out
}

func along(l []point, half float64) []Seg {
	var out []Seg
	for i := 1; i < len(l); i++ {
		a, b := l[i-1], l[i]
		length := math.Hypot(b.x-a.x, b.y-a.y)
		if length == 0 {
			continue
		}
		nx, ny := (a.y-b.y)/length*half, (b.x-a.x)/length*half
		out = append(out, move(a.x-nx, a.y-ny), line(b.x-nx, b.y-ny), line(b.x+nx, b.y+ny), line(a.x+nx, a.y+ny), closed())
		if i < len(l)-1 && half > 0.7 {
			out = append(out, circleSegs(b.x, b.y, half)...)
		}
	}
	return out
}

// flatten turns segments into lines of points; curves become short lines.
func flatten(segs []Seg) [][]point {
	var out [][]point
	var l []point
	for _, s := range segs {
		end := 2 * max(0, points(s.Op)-1)
		to := point{s.P[end], s.P[end+1]}
		switch s.Op {
		case 'M':
			if len(l) > 1 {
				out = append(out, l)
			}
			l = []point{to}
		case 'Z':
			if len(l) > 1 {
				l = append(l, l[0])
				out = append(out, l)
			}
			l = nil
		case 'L':
			l = append(l, to)
		default:
			l = append(l, curve(l[len(l)-1], s)...)
		}
	}
	if len(l) > 1 {
		out = append(out, l)
	}
	return out
}

const curveSteps = 16

func curve(from point, s Seg) []point {
	out := make([]point, curveSteps)
	for i := range out {
		t := float64(i+1) / curveSteps
		out[i] = point{bezier(s.Op, t, from.x, s.P[0], s.P[2], s.P[4]), bezier(s.Op, t, from.y, s.P[1], s.P[3], s.P[5])}
	}
	return out
}

func bezier(op byte, t, a, b, c, d float64) float64 {
	u := 1 - t
	if op == 'Q' {
		return u*u*a + 2*u*t*b + t*t*c
	}
	return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d
}

// dashes cuts a line into dashes with gaps of the same length.
func dashes(l []point, dash float64) [][]point {
	if dash <= 0 {
		return [][]point{l}
	}
	var out [][]point
	on, left := true, dash
	piece := []point{l[0]}
	for i := 1; i < len(l); i++ {
		a, b := l[i-1], l[i]
		for length := math.Hypot(b.x-a.x, b.y-a.y); length > left; length = math.Hypot(b.x-a.x, b.y-a.y) {
			a = point{a.x + (b.x-a.x)*left/length, a.y + (b.y-a.y)*left/length}
			if on {
				out = append(out, append(piece, a))
			}
			on, left, piece = !on, dash, []point{a}
		}
		left -= math.Hypot(b.x-a.x, b.y-a.y)
		piece = append(piece, b)
	}
	if on && len(piece) > 1 {
		out = append(out, piece)
	}
	return out
}
