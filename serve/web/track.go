package web

import (
	"fmt"
	"html/template"
	"math"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// axis is the scale that all tracks of a ladder share: linear from 0 to max
// persons over the whole width. With cut, numbers above max sit behind a
// visible break at the right edge.
type axis struct {
	max  int
	cut  bool
	head template.HTML
}

// Head is the row of labels over the tracks. Screen readers have the caption.
func (a axis) Head() template.HTML { return a.head }

// Cut says that the axis is broken.
func (a axis) Cut() bool { return a.cut }

// newAxis fits the numbers of a figure and its claims. If the largest is more
// than eight times best, the axis ends at 1.25 times the second largest.
func newAxis(f *dateline.Figure, claims []*dateline.Claim) axis {
	var numbers []int
	add := func(n *int) {
		if n != nil {
			numbers = append(numbers, *n)
		}
	}
	for _, c := range claims {
		add(c.Value.Count.Lo)
		add(c.Value.Count.Anchor)
		add(c.Value.Count.Hi)
	}
	best := 0
	if f != nil {
		add(f.Low)
		add(f.High)
		add(f.Best)
		if f.Best != nil {
			best = *f.Best
		}
	}
	first, second := 0, 0
	for _, n := range numbers {
		if n > first {
			first, second = n, first
		} else if n > second && n < first {
			second = n
		}
	}
	a := axis{max: ceiling(float64(first) * 1.2)}
	if best > 0 && first > 8*best && second > 0 {
		a.max, a.cut = ceiling(float64(second)*1.25), true
	}
	a.head = a.labels(f)
	return a
}

// ceiling is the next number that reads well on an axis, at least 2.
func ceiling(x float64) int {
	if x <= 2 {
		return 2
	}
	step := math.Pow(10, math.Floor(math.Log10(x)))
	for _, part := range []float64{0.1, 0.2, 0.5, 1} {
		if s := step * part; s >= 1 && x/s <= 12 {
			return int(math.Ceil(x/s) * s)
		}
	}
	return int(math.Ceil(x))
}

// at is where a number stands, in percent of the width.
func (a axis) at(n int) float64 {
	if n > a.max {
		return 97
	}
	return float64(n) / float64(a.max) * 100
}

func percent(x float64) string { return strconv.FormatFloat(x, 'f', 2, 64) + "%" }

// room is how far from the label of best another one must stand, in percent of a
// track of 15rem: a label that ends at its line has its whole length before it.
var room = map[string]float64{"start": 24, "end": 46}

// labels are 0, low, best and high over their lines; what would run into its
// neighbour is left out, the caption says it.
func (a axis) labels(f *dateline.Figure) template.HTML {
	var b strings.Builder
	text := func(x float64, anchor, class, words string) {
		fmt.Fprintf(&b, `<text x="%s" y="16" text-anchor="%s" class="%s">%s</text>`, percent(x), anchor, class, template.HTMLEscapeString(words))
	}
	best := -1.0
	if f != nil && f.Best != nil {
		best = a.at(*f.Best)
		text(best, edge(best), "best", "best "+strconv.Itoa(*f.Best))
		if f.Low != nil && *f.Low < *f.Best && a.at(*f.Low) > 30 && edge(best) == "start" {
			text(a.at(*f.Low), "end", "", "low "+strconv.Itoa(*f.Low))
		}
		if f.High != nil && a.at(*f.High)-best > room[edge(a.at(*f.High))] && edge(best) == "start" {
			text(a.at(*f.High), edge(a.at(*f.High)), "", "high "+strconv.Itoa(*f.High))
		}
	}
	if best < 0 || best > 8 {
		text(0, "start", "least", "0")
	}
	return svg("head", b.String())
}

// edge says on which side of its line a label stands, so that it stays inside.
func edge(x float64) string {
	if x > 74 {
		return "end"
	}
	return "start"
}

func svg(class, body string) template.HTML {
	return template.HTML(`<svg class="` + class + `" width="100%" height="100%" aria-hidden="true" focusable="false" direction="ltr">` + body + `</svg>`)
}

// track is the drawing of one claim; what it means is in the row's text.
type track template.HTML

// HTML is the drawing for a template.
func (t track) HTML() template.HTML { return template.HTML(t) }

// mark is how a claim is drawn: its shape says where the number comes from, its
// colour whether it and best can both hold.
type mark struct {
	count   dateline.Count
	copied  bool
	noBasis bool
	struck  bool
	against bool
}

// track draws band, best line and mark. Shapes are placed in percent, so that
// they cannot be scaled wrongly.
func (a axis) track(f *dateline.Figure, m mark) track {
	var b strings.Builder
	if f != nil && f.Low != nil {
		a.band(&b, f)
	}
	a.shape(&b, m)
	if a.cut {
		b.WriteString(`<svg x="92%" y="50%" overflow="visible"><path class="cut" d="M-4 10L2-10M2 10L8-10"/></svg>`)
	}
	return track(svg("", b.String()))
}

func (a axis) band(b *strings.Builder, f *dateline.Figure) {
	low, high := a.at(*f.Low), 100.0
	if f.High != nil && !f.HighOpen {
		high = a.at(*f.High)
	}
	class := "band"
	if f.Vague {
		class = "band dashed"
	}
	fmt.Fprintf(b, `<rect class="%s" x="%s" y="0" width="%s" height="100%%"/>`, class, percent(low), percent(math.Max(high-low, 0)))
	if f.Best != nil {
		fmt.Fprintf(b, `<line class="best" x1="%[1]s" x2="%[1]s" y1="0" y2="100%%"/>`, percent(a.at(*f.Best)))
	}
}

// Shapes around the point of a number, in pixels.
const (
	dot     = `<circle r="6"/>`
	square  = `<rect x="-6" y="-6" width="12" height="12"/>`
	atLeast = `<path d="M0-7V7M0 0H40M34-5L40 0L34 5"/>`
	atMost  = `<path d="M0-7V7M0 0H-40M-34-5L-40 0L-34 5"/>`
	crossed = `<path class="x" d="M-9-9L9 9M-9 9L9-9"/>`
)

func (a axis) shape(b *strings.Builder, m mark) {
	c := m.count
	switch {
	case c.Vague || c.PluralOnly || c.Qualifier == dateline.BarePlural:
		a.box(b, c)
	case c.Anchor != nil && c.Hi == nil && c.Qualifier != dateline.NamedPerson:
		a.place(b, *c.Anchor, m, "open", atLeast)
	case c.Anchor == nil && c.Lo != nil && c.Hi == nil:
		a.place(b, *c.Lo, m, "open", atLeast)
	case c.Qualifier == dateline.UpTo || c.Qualifier == dateline.FewerThan || c.Lo == nil && c.Hi != nil:
		if c.Hi != nil {
			a.place(b, *c.Hi, m, "open", atMost)
		}
	case c.Anchor == nil && c.Lo != nil && c.Hi != nil:
		fmt.Fprintf(b, `<line class="between" x1="%s" x2="%s" y1="50%%" y2="50%%"/>`, percent(a.at(*c.Lo)), percent(a.at(*c.Hi)))
		a.place(b, *c.Lo, m, "", dot)
		a.place(b, *c.Hi, m, "", dot)
	case c.Anchor != nil && m.noBasis:
		a.place(b, *c.Anchor, m, "", square)
	case c.Anchor != nil:
		a.place(b, *c.Anchor, m, "", dot)
	}
}

// box is a vague word drawn over the numbers it can mean (CAS-1).
func (a axis) box(b *strings.Builder, c dateline.Count) {
	if c.Lo == nil {
		return
	}
	from, to := a.at(*c.Lo), 100.0
	if c.Hi != nil {
		to = a.at(*c.Hi)
	}
	fmt.Fprintf(b, `<rect class="vague" x="%s" y="50%%" width="%s" height="12" transform="translate(0 -6)"/>`, percent(from), percent(math.Max(to-from, 3)))
}

func (a axis) place(b *strings.Builder, n int, m mark, class, shape string) {
	classes := []string{"m"}
	for _, c := range []struct {
		on   bool
		name string
	}{{class != "", class}, {m.copied, "copy"}, {m.against, "con"}, {m.struck, "old"}} {
		if c.on {
			classes = append(classes, c.name)
		}
	}
	if m.struck {
		shape += crossed
	}
	fmt.Fprintf(b, `<svg x="%s" y="50%%" overflow="visible"><g class="%s">%s</g></svg>`, percent(a.at(n)), strings.Join(classes, " "), shape)
}
