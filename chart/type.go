package chart

import (
	"bytes"
	"embed"
	"strings"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

//go:embed fonts/*.woff
var fontFiles embed.FS

// The order is the order of choice: the first font that knows a character
// draws it. A bold line falls back to regular letters where no bold ones are.
var fontNames = map[bool][]string{
	false: {"source-sans-3-latin-400-normal", "source-sans-3-latin-ext-400-normal", "vazirmatn-arabic-400-normal"},
	true:  {"source-sans-3-latin-600-normal", "source-sans-3-latin-ext-400-normal", "vazirmatn-arabic-400-normal"},
}

// fonts reads the embedded fonts once; what it gives is never written to.
var fonts = sync.OnceValues(func() (map[string]*font.Font, error) {
	out := map[string]*font.Font{}
	for _, names := range fontNames {
		for _, n := range names {
			b, err := fontFiles.ReadFile("fonts/" + n + ".woff")
			if err != nil {
				return nil, err
			}
			face, err := font.ParseTTF(bytes.NewReader(b))
			if err != nil {
				return nil, err
			}
			out[n] = face.Font
		}
	}
	return out, nil
})

// setter sets lines of text. It serves one picture and one goroutine.
type setter struct {
	faces  map[bool][]*font.Face
	shaper shaping.HarfbuzzShaper
}

func newSetter() (*setter, error) {
	all, err := fonts()
	if err != nil {
		return nil, err
	}
	s := &setter{faces: map[bool][]*font.Face{}}
	for bold, names := range fontNames {
		for _, n := range names {
			s.faces[bold] = append(s.faces[bold], font.NewFace(all[n]))
		}
	}
	return s, nil
}

// glyph is one outline and where its origin stands, in pixels from the start
// of the line and up from the baseline.
type glyph struct {
	face *font.Face
	id   font.GID
	x, y float64
}

// sizeUnit is the size at which text is shaped: advances scale from there, so
// that a line is as wide at twice the size as twice the line.
const sizeUnit = 64

// set shapes a line and gives its glyphs and its width, in pixels.
func (s *setter) set(text string, size float64, bold bool) ([]glyph, float64) {
	var out []glyph
	pen, scale := 0.0, size/sizeUnit/64
	for _, r := range visual(text) {
		pieces := s.byFace(r, bold)
		for _, p := range pieces {
			for _, g := range s.shape(p, r.rtl) {
				out = append(out, glyph{p.face, g.GlyphID, pen + float64(g.XOffset)*scale, float64(g.YOffset) * scale})
				pen += float64(g.Advance) * scale
			}
		}
	}
	return out, pen
}

// width is how wide a line of text is.
func (s *setter) width(text string, size float64, bold bool) float64 {
	_, w := s.set(text, size, bold)
	return w
}

// piece is text that one face can draw.
type piece struct {
	text []rune
	face *font.Face
}

// byFace cuts a run where the face changes, in visual order.
func (s *setter) byFace(r run, bold bool) []piece {
	var out []piece
	for _, c := range r.text {
		f := s.face(c, bold)
		if n := len(out); n > 0 && (out[n-1].face == f || unicode.Is(unicode.Mn, c)) {
			out[n-1].text = append(out[n-1].text, c)
			continue
		}
		out = append(out, piece{[]rune{c}, f})
	}
	if r.rtl {
		for i, k := 0, len(out)-1; i < k; i, k = i+1, k-1 {
			out[i], out[k] = out[k], out[i]
		}
	}
	return out
}

// face is the first that knows the character; where none does, the first
// draws its box.
func (s *setter) face(c rune, bold bool) *font.Face {
	for _, f := range s.faces[bold] {
		if _, ok := f.NominalGlyph(c); ok {
			return f
		}
	}
	return s.faces[bold][0]
}

func (s *setter) shape(p piece, rtl bool) []shaping.Glyph {
	in := shaping.Input{Text: p.text, RunEnd: len(p.text), Direction: di.DirectionLTR, Face: p.face, Size: fixed.I(sizeUnit), Script: language.Latin, Language: language.NewLanguage("en")}
	if rtl {
		in.Direction, in.Script, in.Language = di.DirectionRTL, language.Arabic, language.NewLanguage("ar")
	}
	return s.shaper.Shape(in).Glyphs
}

// outline is a line of text as one path, its baseline starting at x, y.
func (s *setter) outline(t Text) Path {
	glyphs, width := s.set(t.S, t.Size, t.Bold)
	x := t.X - width*map[Anchor]float64{Start: 0, Middle: 0.5, End: 1}[t.Anchor]
	p := Path{Fill: t.Ink}
	for _, g := range glyphs {
		shape, ok := g.face.GlyphData(g.id).(font.GlyphOutline)
		if !ok {
			continue
		}
		k := t.Size / float64(g.face.Upem())
		for i, seg := range shape.Segments {
			if seg.Op == 0 && i > 0 {
				p.Segs = append(p.Segs, closed())
			}
			p.Segs = append(p.Segs, scaled(seg, k, x+g.x, t.Y-g.y))
		}
		if len(shape.Segments) > 0 {
			p.Segs = append(p.Segs, closed())
		}
	}
	return p
}

// scaled turns a segment of a font, y up, into one of the scene.
func scaled(seg font.Segment, k, x, y float64) Seg {
	out := Seg{Op: "MLQC"[seg.Op]}
	for i, a := range seg.ArgsSlice() {
		out.P[2*i], out.P[2*i+1] = x+float64(a.X)*k, y-float64(a.Y)*k
	}
	return out
}

// wrap breaks text into lines no wider than width. A word that is wider stands
// alone. An isolate that is broken is closed and opened again.
func (s *setter) wrap(text string, size float64, bold bool, width float64) []string {
	var out []string
	current := ""
	for _, word := range strings.Fields(text) {
		longer := strings.TrimSpace(current + " " + word)
		if current != "" && s.width(longer, size, bold) > width {
			out, longer = append(out, current), word
		}
		current = longer
	}
	if current != "" {
		out = append(out, current)
	}
	return mend(out)
}

// mend closes isolates at the end of a line and opens them again on the next.
func mend(lines []string) []string {
	open := false
	for i, l := range lines {
		if open {
			l = string(fsi) + l
		}
		open = strings.LastIndex(l, string(fsi)) > strings.LastIndex(l, string(pdi))
		if open {
			l += string(pdi)
		}
		lines[i] = l
	}
	return lines
}

// clip cuts text to a width, with an ellipsis.
func (s *setter) clip(text string, size float64, bold bool, width float64) string {
	if s.width(text, size, bold) <= width {
		return text
	}
	runes := []rune(text)
	lo, hi := 0, len(runes)
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if s.width(cutAt(runes, mid), size, bold) <= width {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return cutAt(runes, lo)
}

func cutAt(runes []rune, n int) string {
	return mend([]string{strings.TrimRight(string(runes[:n]), " ,") + "…"})[0]
}
