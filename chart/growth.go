package chart

import (
	"encoding/csv"
	"io"
	"math"
	"sort"
	"strconv"
	"strings"

	"github.com/opendateline/dateline"
)

// Series is one line of a measurement: y over x, in order of x.
type Series struct {
	Name string
	X, Y []float64
}

// Measured is a table of measurements: what grows, over what.
type Measured struct {
	Title  string
	XName  string
	Series []Series
	LogX   bool
	LogY   bool
}

// mostSeries is how many lines can be told apart.
const mostSeries = 4

// ReadMeasured reads a CSV: the first row names the columns, the first column is
// x, every other one a series; an empty cell is no point. A cell that is no
// number, a series without points and more than four series are errors of code
// Invalid.
func ReadMeasured(in io.Reader) (Measured, error) {
	rows, err := csv.NewReader(in).ReadAll()
	if err != nil {
		return Measured{}, dateline.Errorf(dateline.Invalid, "%w", err)
	}
	if len(rows) < 2 || len(rows[0]) < 2 || len(rows[0]) > mostSeries+1 {
		return Measured{}, dateline.Errorf(dateline.Invalid, "want a row of names and rows of numbers: x, then one to four series")
	}
	m := Measured{XName: rows[0][0]}
	for col, name := range rows[0][1:] {
		s, err := column(rows[1:], col+1)
		if err != nil {
			return Measured{}, err
		}
		s.Name = name
		m.Series = append(m.Series, s)
	}
	return m, nil
}

func column(rows [][]string, col int) (Series, error) {
	var s Series
	for n, row := range rows {
		if strings.TrimSpace(row[col]) == "" {
			continue
		}
		x, errX := strconv.ParseFloat(strings.TrimSpace(row[0]), 64)
		y, errY := strconv.ParseFloat(strings.TrimSpace(row[col]), 64)
		if errX != nil || errY != nil || math.IsInf(x, 0) || math.IsInf(y, 0) || math.IsNaN(x) || math.IsNaN(y) {
			return s, dateline.Errorf(dateline.Invalid, "row %d holds no number: %q, %q", n+2, row[0], row[col])
		}
		s.X, s.Y = append(s.X, x), append(s.Y, y)
	}
	if len(s.X) == 0 {
		return s, dateline.Errorf(dateline.Invalid, "column %d holds no number", col+1)
	}
	sort.Sort(byX(s))
	return s, nil
}

type byX Series

func (s byX) Len() int           { return len(s.X) }
func (s byX) Less(i, k int) bool { return s.X[i] < s.X[k] }
func (s byX) Swap(i, k int)      { s.X[i], s.X[k], s.Y[i], s.Y[k] = s.X[k], s.X[i], s.Y[k], s.Y[i] }

// Growth draws measurements as points joined by lines, each named at its end.
// On two logarithmic axes the slope is the power with which it grows, and the
// conclusion says it.
func Growth(m Measured, o Options) (*Picture, error) {
	if err := m.positive(); err != nil {
		return nil, err
	}
	g := growth{Measured: m}
	title := m.Title
	if title == "" {
		title = "Measured over " + m.XName
	}
	var err error
	if g.sheet, err = begin(o, title, "", g.conclusion()); err != nil {
		return nil, err
	}
	g.draw()
	g.Lines = append([]string{title, g.Conclusion, ""}, g.rows()...)
	g.Table.Head = append([]string{m.XName}, g.names()...)
	g.Table.Rows = g.cells()
	return g.end(), nil
}

// positive holds what a logarithm needs.
func (m Measured) positive() error {
	for _, s := range m.Series {
		for i := range s.X {
			if m.LogX && s.X[i] <= 0 || m.LogY && s.Y[i] <= 0 {
				return dateline.Errorf(dateline.Invalid, "%s holds %g, %g; a logarithmic axis begins above 0 (--log none)", s.Name, s.X[i], s.Y[i])
			}
		}
	}
	return nil
}

type growth struct {
	*sheet
	Measured
	across, up axis
}

var (
	seriesInk  = []Ink{CatA, CatB, CatC, CatD}
	seriesMark = []from{ownOrigin, noBasis, copied, superseded}
)

func (g *growth) conclusion() string {
	var out []string
	for _, s := range g.Series {
		last := len(s.X) - 1
		words := name(s.Name) + ": " + iso(plain(s.Y[0])) + " at " + iso(plain(s.X[0])) + ", " + iso(plain(s.Y[last])) + " at " + iso(plain(s.X[last]))
		if g.LogX && g.LogY && s.X[last] > s.X[0] {
			words += ", power " + iso(strconv.FormatFloat(math.Log(s.Y[last]/s.Y[0])/math.Log(s.X[last]/s.X[0]), 'f', 2, 64))
		}
		out = append(out, words)
	}
	return strings.Join(out, "; ") + "."
}

// plain is a number with four digits that mean something.
func plain(v float64) string {
	if v == math.Trunc(v) && math.Abs(v) < 1e9 {
		return numberLabel(v)
	}
	return strconv.FormatFloat(v, 'g', 4, 64)
}

// span is the axis over values between two pixels, with its ticks.
func span(log bool, a, b float64, values ...[]float64) (axis, []float64) {
	low, high := math.Inf(1), math.Inf(-1)
	for _, list := range values {
		for _, v := range list {
			low, high = min(low, v), max(high, v)
		}
	}
	if log {
		x := axis{from: low / 1.2, to: high * 1.2, a: a, b: b, log: true}
		return x, decades(x.from, x.to)
	}
	low, high = min(0, low), max(high, low+1)
	step := niceStep((high - low) / 5)
	var out []float64
	for v := math.Ceil(low/step) * step; v <= high*1.0001; v += step {
		out = append(out, v)
	}
	return axis{from: low, to: high + (high-low)*0.04, a: a, b: b}, out
}

const growthHeight = 280.0

func (g *growth) draw() {
	var xs, ys [][]float64
	label := 0.0
	for _, s := range g.Series {
		xs, ys = append(xs, s.X), append(ys, s.Y)
		label = max(label, g.width(g.endLabel(s), small, false))
	}
	top := g.y + 10
	var xTicks, yTicks []float64
	g.up, yTicks = span(g.LogY, top+growthHeight, top, ys...)
	wide := 0.0
	for _, v := range yTicks {
		wide = max(wide, g.width(plain(v), small, false))
	}
	g.across, xTicks = span(g.LogX, g.left()+wide+10, g.right()-label-14, xs...)
	g.net(xTicks, yTicks)
	for i, s := range g.Series {
		g.line(i, s)
	}
	g.labels()
	g.y = top + growthHeight + 48
}

// net draws the axes with their values.
func (g *growth) net(xTicks, yTicks []float64) {
	a, b, top, bottom := g.across.a, g.across.b, g.up.b, g.up.a
	for _, v := range yTicks {
		y := g.up.at(v)
		g.add(polyline(solid(Rule, 1), a, y, b, y), Text{X: a - 6, Y: y + 4.5, S: iso(plain(v)), Size: small, Ink: Least, Anchor: End})
	}
	reach := math.Inf(-1)
	for _, v := range xTicks {
		x, half := g.across.at(v), g.width(plain(v), small, false)/2
		g.add(polyline(solid(Rule, 1), x, top, x, bottom))
		if x-half > reach+8 {
			g.add(Text{X: x, Y: bottom + 18, S: iso(plain(v)), Size: small, Ink: Least, Anchor: Middle})
			reach = x + half
		}
	}
	g.add(polyline(solid(Border, 1), a, top, a, bottom, b, bottom))
	g.add(Text{X: (a + b) / 2, Y: bottom + 38, S: name(g.XName), Size: small, Ink: Second, Anchor: Middle})
}

func (g *growth) line(i int, s Series) {
	p := Path{Stroke: solid(seriesInk[i], 2)}
	for k := range s.X {
		seg := line(g.across.at(s.X[k]), g.up.at(s.Y[k]))
		if k == 0 {
			seg.Op = 'M'
		}
		p.Segs = append(p.Segs, seg)
	}
	if len(p.Segs) > 1 {
		g.add(p)
	}
	for _, seg := range p.Segs {
		g.add(markAt(seg.P[0], seg.P[1], seriesMark[i], seriesInk[i])...)
	}
}

func (g *growth) endLabel(s Series) string { return g.clip(name(s.Name), small, false, 140) }

// labels names each line at its end; where ends are close, labels make way
// downwards.
func (g *growth) labels() {
	order := make([]int, len(g.Series))
	for i := range order {
		order[i] = i
	}
	end := func(i int) float64 { s := g.Series[i]; return g.up.at(s.Y[len(s.Y)-1]) }
	sort.SliceStable(order, func(a, b int) bool { return end(order[a]) < end(order[b]) })
	y := math.Inf(-1)
	for _, i := range order {
		s := g.Series[i]
		y = max(y+16, end(i)+4.5)
		g.add(Text{X: g.across.at(s.X[len(s.X)-1]) + 10, Y: y, S: g.endLabel(s), Size: small, Ink: Full})
	}
}

func (g *growth) rows() []string {
	widths := make([]int, len(g.Series)+1)
	table := append([][]string{append([]string{g.XName}, g.names()...)}, g.cells()...)
	for _, row := range table {
		for i, c := range row {
			widths[i] = max(widths[i], columnsOf(c)+2)
		}
	}
	var out []string
	for _, row := range table {
		l := ""
		for i, c := range row {
			l += strings.Repeat(" ", widths[i]-columnsOf(c)) + c
		}
		out = append(out, l)
	}
	return out
}

func (g *growth) names() []string {
	var out []string
	for _, s := range g.Series {
		out = append(out, s.Name)
	}
	return out
}

// cells is the table with x once in every row.
func (g *growth) cells() [][]string {
	at := map[float64][]string{}
	var xs []float64
	for i, s := range g.Series {
		for k, x := range s.X {
			if at[x] == nil {
				at[x] = make([]string, len(g.Series)+1)
				at[x][0] = strconv.FormatFloat(x, 'g', -1, 64)
				xs = append(xs, x)
			}
			at[x][i+1] = strconv.FormatFloat(s.Y[k], 'g', -1, 64)
		}
	}
	sort.Float64s(xs)
	out := make([][]string, len(xs))
	for i, x := range xs {
		out[i] = at[x]
	}
	return out
}
