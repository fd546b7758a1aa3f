package chart

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// SVG writes the picture with its title and its conclusion as description.
func (p *Picture) SVG(w io.Writer) error {
	set, err := newSetter()
	if err != nil {
		return err
	}
	d := svgDrawing{theme: p.options.Theme, outline: p.options.Outline, set: set}
	d.open(p)
	for _, n := range p.Nodes {
		d.draw(n)
	}
	d.line("</svg>")
	_, err = w.Write(d.out.Bytes())
	return err
}

// firmWidth is from which width on a line of text is held to its length, so
// that nothing runs into anything where another font must do. A page brings the
// fonts along.
const firmWidth = 60

type svgDrawing struct {
	out     bytes.Buffer
	theme   Theme
	outline bool
	set     *setter
	clips   int
	id      string
}

func (d *svgDrawing) open(p *Picture) {
	d.id = p.options.ID
	if d.id == "" {
		d.id = "picture"
	}
	role := ` role="img"`
	if p.options.Base != "" {
		role = ` role="group"` // a picture with links inside is more than an image
	}
	d.line(`<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" direction="ltr"%s aria-labelledby="%s-title" aria-describedby="%s-desc" font-family="'Source Sans 3','DL Sans',Vazirmatn,'DL Arab Sans',sans-serif" font-variant-numeric="lining-nums tabular-nums">`,
		num(p.Width), num(p.Height), num(p.Width), num(p.Height), role, d.id, d.id)
	d.line(`<title id="%s-title">%s</title>`, d.id, escape(p.Title))
	d.line(`<desc id="%s-desc">%s</desc>`, d.id, escape(p.description()))
	if d.theme != Page {
		d.line(`<rect width="%s" height="%s" fill="%s"/>`, num(p.Width), num(p.Height), d.theme.hex(Paper))
	}
}

func (d *svgDrawing) line(format string, args ...any) { fmt.Fprintf(&d.out, format+"\n", args...) }

func (d *svgDrawing) draw(n Node) {
	switch n := n.(type) {
	case Rect:
		round := ""
		if n.R > 0 {
			round = ` rx="` + num(n.R) + `"`
		}
		d.line(`<rect x="%s" y="%s" width="%s" height="%s"%s%s/>`, num(n.X), num(n.Y), num(n.W), num(n.H), round, d.paint(n.Fill, n.Stroke))
	case Circle:
		d.line(`<circle cx="%s" cy="%s" r="%s"%s/>`, num(n.X), num(n.Y), num(n.R), d.paint(n.Fill, n.Stroke))
	case Path:
		d.line(`<path d="%s"%s/>`, pathData(n.Segs), d.paint(n.Fill, n.Stroke))
	case Text:
		d.text(n)
	case Group:
		d.group(n)
	}
}

func (d *svgDrawing) text(t Text) {
	if d.outline {
		d.draw(d.set.outline(t))
		return
	}
	extra := ""
	if t.Bold {
		extra += ` font-weight="600"`
	}
	switch t.Anchor {
	case Middle:
		extra += ` text-anchor="middle"`
	case End:
		extra += ` text-anchor="end"`
	}
	if w := d.set.width(t.S, t.Size, t.Bold); d.theme != Page && w > firmWidth {
		extra += ` textLength="` + num(w) + `" lengthAdjust="spacingAndGlyphs"`
	}
	d.line(`<text x="%s" y="%s" font-size="%s" fill="%s"%s>%s</text>`, num(t.X), num(t.Y), num(t.Size), d.theme.hex(t.Ink), extra, escape(t.S))
}

func (d *svgDrawing) group(g Group) {
	attrs := ""
	if g.ID != "" {
		attrs += ` id="` + escape(d.id+"-"+g.ID) + `"`
	}
	if g.Clip != nil {
		d.clips++
		clip := fmt.Sprintf("%s-clip%d", d.id, d.clips)
		d.line(`<clipPath id="%s"><rect x="%s" y="%s" width="%s" height="%s"/></clipPath>`, clip, num(g.Clip.X), num(g.Clip.Y), num(g.Clip.W), num(g.Clip.H))
		attrs += ` clip-path="url(#` + clip + `)"`
	}
	tag := "g"
	if g.Href != "" {
		tag, attrs = "a", ` href="`+escape(g.Href)+`"`+attrs
	}
	d.line("<%s%s>", tag, attrs)
	for _, n := range g.Nodes {
		d.draw(n)
	}
	d.line("</%s>", tag)
}

func (d *svgDrawing) paint(fill Ink, s Stroke) string {
	out := ` fill="none"`
	if fill != NoInk {
		out = ` fill="` + d.theme.hex(fill) + `"`
	}
	if s.Ink == NoInk {
		return out
	}
	out += ` stroke="` + d.theme.hex(s.Ink) + `" stroke-width="` + num(d.theme.thickness(s)) + `"`
	if s.Dash > 0 {
		out += ` stroke-dasharray="` + num(s.Dash) + `"`
	}
	return out
}

func pathData(segs []Seg) string {
	var b strings.Builder
	for _, s := range segs {
		b.WriteByte(s.Op)
		for i := 0; i < 2*points(s.Op); i++ {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(num(s.P[i]))
		}
	}
	return b.String()
}

// points is how many points a segment has.
func points(op byte) int {
	switch op {
	case 'M', 'L':
		return 1
	case 'Q':
		return 2
	case 'C':
		return 3
	}
	return 0
}

// num writes a coordinate to a hundredth of a pixel.
func num(v float64) string {
	v = math.Round(v*100) / 100
	if v == 0 {
		return "0"
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

var xmlEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func escape(s string) string { return xmlEscapes.Replace(s) }
