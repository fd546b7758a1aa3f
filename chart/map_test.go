package chart

import (
	"bytes"
	"math"
	"testing"

	"github.com/opendateline/dateline"
	"pgregory.net/rapid"
)

func happened(lat, lon float64, p dateline.PlacePrecision) *dateline.Incident {
	i := &dateline.Incident{Public: "INC-TEST02", Status: dateline.Candidate}
	i.Place.Ref = &dateline.PlaceRef{Place: "plc_x", Name: "Place", Precision: p, Lat: &lat, Lon: &lon}
	return i
}

// P4–P6 and P9 are never points; they are counted beside the map in their words.
func TestMapDrawsOnlyWhatIsKnownFinely(t *testing.T) {
	all := []*dateline.Incident{{Public: "INC-TEST03"}}
	for _, p := range []dateline.PlacePrecision{dateline.P0, dateline.P1, dateline.P2, dateline.P3, dateline.P4, dateline.P5, dateline.P6, dateline.P7, dateline.P9} {
		all = append(all, happened(30+float64(len(all)), 60, p))
	}
	p, err := Map(all, "", made)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := p.SVG(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"known only to province", "known only to region", "known only to country", "not mapped: place not known", "not mapped: place not reported"} {
		if !bytes.Contains(b.Bytes(), []byte(want)) {
			t.Errorf("the map does not say %q", want)
		}
	}
	drawn := 0
	for _, row := range p.Table.Rows {
		if row[1] != "" {
			drawn++
		}
	}
	if drawn != 5 { // P0–P3 and P7
		t.Errorf("%d places drawn: %v", drawn, p.Table.Rows)
	}
	if err := p.Text(&b); dateline.CodeOf(err) != dateline.Unsupported {
		t.Errorf("a map has no text form, got %v", err)
	}
}

// A site whose coordinates are those of its town is no dot.
func TestSymbols(t *testing.T) {
	wide, close := 25000, 300
	for _, c := range []struct {
		p      dateline.PlacePrecision
		radius *int
		want   symbol
	}{{dateline.P0, &close, dot}, {dateline.P0, nil, dot}, {dateline.P0, &wide, ring}, {dateline.P1, &wide, ring}, {dateline.P2, nil, ring}, {dateline.P3, nil, haloed}, {dateline.P7, nil, haloed}} {
		if got := symbolOf(&dateline.PlaceRef{Precision: c.p, RadiusM: c.radius}); got != c.want {
			t.Errorf("%s %v: %d, want %d", c.p, c.radius, got, c.want)
		}
	}
}

// Points on either side of the antimeridian make one small window, and every
// point lies in it.
func TestWindow(t *testing.T) {
	w := windowFor([]point{{179.5, -17}, {-179.5, -17.5}}, 0, 0, 600)
	if width := w.east - w.west; width > 3 {
		t.Errorf("the window is %g degrees wide", width)
	}
	one := windowFor([]point{{10, 50}}, 0, 0, 600)
	if span := one.north - one.south; span < 0.5 || span > 3 {
		t.Errorf("one place fills %g degrees", span)
	}
	rapid.Check(t, func(t *rapid.T) {
		points := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) point {
			return point{rapid.Float64Range(-180, 180).Draw(t, "lon"), rapid.Float64Range(-85, 85).Draw(t, "lat")}
		}), 1, 6).Draw(t, "points")
		w := windowFor(points, 10, 20, 500)
		for _, p := range points {
			at := w.place(p.x, p.y)
			if at.x < w.frame.X-1e-6 || at.x > w.frame.X+w.frame.W+1e-6 || at.y < w.frame.Y-1e-6 || at.y > w.frame.Y+w.frame.H+1e-6 {
				t.Fatalf("%v is drawn at %v, outside %v", p, at, w.frame)
			}
		}
		if w.frame.H < 100 || w.frame.H > 500 {
			t.Fatalf("the frame is %g high", w.frame.H)
		}
	})
}

// Whatever is cut to a window lies in it.
func TestCutLiesInFrame(t *testing.T) {
	land, err := loadWorld()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		w := windowFor([]point{{rapid.Float64Range(-180, 180).Draw(t, "lon"), rapid.Float64Range(-85, 85).Draw(t, "lat")}}, 0, 0, 400)
		r := land.rings[rapid.IntRange(0, len(land.rings)-1).Draw(t, "ring")]
		l := land.lines[rapid.IntRange(0, len(land.lines)-1).Draw(t, "line")]
		for _, s := range append(w.area(r.points, 0), w.line(l.points, 0)...) {
			if s.Op != 'Z' && (s.P[0] < -0.1 || s.P[0] > 400.1 || s.P[1] < -0.1 || s.P[1] > w.frame.H+0.1) {
				t.Fatalf("%c %v lies outside", s.Op, s.P)
			}
		}
	})
}

// The earth is there: towns inland are on land and the middle of oceans is not.
func TestWorld(t *testing.T) {
	land, err := loadWorld()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		lon, lat float64
		want     bool
	}{{69.2, 34.5, true}, {2.3, 48.9, true}, {-60, -10, true}, {61, -38, false}, {-30, 30, false}, {-150, 0, false}} {
		if got := land.holds(point{c.lon, c.lat}); got != c.want {
			t.Errorf("%g, %g is land: %v", c.lat, c.lon, got)
		}
	}
}

// holds counts crossings of a line to the east.
func (w *world) holds(p point) bool {
	in := false
	for _, r := range w.rings {
		for i, b := range r.points {
			a := r.points[(i+len(r.points)-1)%len(r.points)]
			if (a.y > p.y) != (b.y > p.y) && p.x < a.x+(p.y-a.y)/(b.y-a.y)*(b.x-a.x) {
				in = !in
			}
		}
	}
	return in
}

func FuzzReadWorld(f *testing.F) {
	f.Add([]byte{})
	f.Add(bytes.Repeat([]byte{1}, 60))
	f.Add(append(make([]byte, 32), 1, 2, 2, 2, 4, 4, 1, 1, 1, 1, 0))
	f.Fuzz(func(t *testing.T, b []byte) {
		w, err := readWorld(b)
		if err != nil && dateline.CodeOf(err) != dateline.Damaged {
			t.Fatal(err)
		}
		if err == nil {
			for _, r := range w.rings {
				if len(r.points) > 0 && math.IsInf(r.box.west, 0) && !math.IsInf(r.points[0].x, 0) && !math.IsNaN(r.points[0].x) {
					t.Fatal("a ring without a box")
				}
			}
		}
	})
}
