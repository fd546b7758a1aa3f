package chart

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/binary"
	"io"
	"math"
	"sync"

	"github.com/opendateline/dateline"
)

// worldFile is written by train/worldmap, which says its form.
//
//go:embed data/world.bin.gz
var worldFile []byte

// world is the land of the earth: the rings of its countries, and the lines
// between them and along the sea. Points are longitude and latitude.
type world struct {
	rings []shape
	lines []shape
}

// shape is a line of points with the box around it.
type shape struct {
	points []point
	kind   lineKind
	box    geoBox
}

type lineKind uint8

const (
	coast lineKind = iota
	border
	openBorder // of a territory that has no code of its own
)

var loadWorld = sync.OnceValues(func() (*world, error) {
	z, err := gzip.NewReader(bytes.NewReader(worldFile))
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(z)
	if err != nil {
		return nil, err
	}
	return readWorld(b)
})

// worldReader reads varints; the first that cannot be read is kept.
type worldReader struct {
	b   []byte
	bad error
}

func (r *worldReader) fail() { r.bad = dateline.Errorf(dateline.Damaged, "the map data end too early") }

func (r *worldReader) uint() int {
	v, n := binary.Uvarint(r.b)
	if n <= 0 || v > uint64(len(r.b)) {
		r.fail()
		return 0
	}
	r.b = r.b[n:]
	return int(v)
}

func (r *worldReader) int() int {
	v, n := binary.Varint(r.b)
	if n <= 0 {
		r.fail()
		return 0
	}
	r.b = r.b[n:]
	return int(v)
}

func (r *worldReader) float() float64 {
	if len(r.b) < 8 {
		r.fail()
		return 0
	}
	v := math.Float64frombits(binary.LittleEndian.Uint64(r.b))
	r.b = r.b[8:]
	return v
}

// readWorld decodes the map data: Damaged if they are cut off or name an arc
// that is not there.
func readWorld(b []byte) (*world, error) {
	r := &worldReader{b: b}
	arcs := r.arcs()
	uses := make([][2]int, len(arcs)) // by countries with and without a code
	w := &world{}
	for range r.uint() {
		code := r.uint()
		for range r.uint() {
			ring, ok := r.ring(arcs, uses, min(code, 1))
			if r.bad != nil || !ok {
				r.fail()
				return nil, r.bad
			}
			w.rings = append(w.rings, shape{ring, coast, boxOf(ring)})
		}
	}
	for i, a := range arcs {
		kind := coast
		switch {
		case uses[i][0] > 0 && uses[i][0]+uses[i][1] > 1:
			kind = openBorder
		case uses[i][1] > 1:
			kind = border
		}
		w.lines = append(w.lines, shape{a, kind, boxOf(a)})
	}
	return w, r.bad
}

// farthest bounds the scale and origin of map data, in degrees.
const farthest = 1e6

func (r *worldReader) arcs() [][]point {
	sx, sy, ox, oy := r.float(), r.float(), r.float(), r.float()
	for _, v := range []float64{sx, sy, ox, oy} {
		if !(math.Abs(v) <= farthest) { // NaN too
			r.fail()
			return nil
		}
	}
	arcs := make([][]point, r.uint())
	for i := range arcs {
		x, y := 0, 0
		arcs[i] = make([]point, r.uint())
		for k := range arcs[i] {
			x, y = x+r.int(), y+r.int()
			arcs[i][k] = point{float64(x)*sx + ox, float64(y)*sy + oy}
		}
		if r.bad != nil {
			return nil
		}
	}
	return arcs
}

// ring joins arcs; each begins where the one before it ends.
func (r *worldReader) ring(arcs [][]point, uses [][2]int, code int) ([]point, bool) {
	var ring []point
	for range r.uint() {
		i, back := r.int(), false
		if i < 0 {
			i, back = ^i, true
		}
		if r.bad != nil || i >= len(arcs) {
			return nil, false
		}
		uses[i][code]++
		for k := range arcs[i] {
			at := k
			if back {
				at = len(arcs[i]) - 1 - k
			}
			if k > 0 || len(ring) == 0 {
				ring = append(ring, arcs[i][at])
			}
		}
	}
	return ring, true
}

// geoBox is a window in degrees. East of a window may be above 180: it then
// goes on beyond the antimeridian.
type geoBox struct{ west, south, east, north float64 }

func boxOf(points []point) geoBox {
	b := geoBox{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, p := range points {
		b.west, b.east = min(b.west, p.x), max(b.east, p.x)
		b.south, b.north = min(b.south, p.y), max(b.north, p.y)
	}
	return b
}

// meets says whether two boxes overlap when o is moved by so many degrees east.
func (b geoBox) meets(o geoBox, by float64) bool {
	return o.west+by <= b.east && o.east+by >= b.west && o.south <= b.north && o.north >= b.south
}
