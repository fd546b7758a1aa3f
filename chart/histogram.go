package chart

import (
	"strings"
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/wording"
)

// Histogram draws how many incidents there were in each period. An incident
// dated more coarsely than a bar is wide is counted beside them. what names the
// selection ("Afghanistan, from 2022"), "" for everything.
func Histogram(all []*dateline.Incident, p Period, what string, o Options) (*Picture, error) {
	b, err := sorted(all, p)
	if err != nil {
		return nil, err
	}
	h := histogram{bins: b, value: func(x bin) amount { return amount{best: len(x.incidents)} }}
	if h.sheet, err = begin(o, "Incidents per "+string(b.period), under(what, all), h.conclusion(len(all))); err != nil {
		return nil, err
	}
	h.Lines = []string{h.Title, under(what, all), h.Conclusion, ""}
	h.draw()
	h.text()
	h.beside(b.besides()...)
	h.Table.Head = []string{string(b.period), "incidents", "ids"}
	for _, x := range b.bars {
		h.Table.Rows = append(h.Table.Rows, []string{x.start.Format(time.DateOnly), itoa(len(x.incidents)), ids(x.incidents)})
	}
	h.Table.Rows = append(h.Table.Rows, []string{"coarser", itoa(len(b.coarse)), ids(b.coarse)}, []string{"not known", itoa(len(b.undated)), ids(b.undated)})
	return h.end(), nil
}

func ids(all []*dateline.Incident) string {
	out := make([]string, len(all))
	for i, x := range all {
		out[i] = string(x.Public)
	}
	return strings.Join(out, " ")
}

func under(what string, all []*dateline.Incident) string {
	s := iso(wording.Plural(len(all), "incident")) + " · " + unreviewed(all)
	if what != "" {
		s = visible(what) + " · " + s
	}
	return s
}

// amount is the height of a bar, with its whisker.
type amount struct {
	best, low, high int
	whisker         bool
	open            bool // high is open upwards
}

type histogram struct {
	*sheet
	bins
	value func(bin) amount
}

func (h *histogram) conclusion(all int) string {
	if all == 0 {
		return "No incidents match."
	}
	if len(h.bars) == 0 {
		return "No incident is dated finely enough for a bar."
	}
	most, in := -1, 0
	for i, x := range h.bars {
		in += len(x.incidents)
		if most < 0 || len(x.incidents) > len(h.bars[most].incidents) {
			most = i
		}
	}
	s := iso(itoa(in)) + " of " + iso(itoa(all)) + " in " + iso(wording.Plural(len(h.bars), "bar"))
	return s + "; most, " + iso(itoa(len(h.bars[most].incidents))) + ", " + h.inPeriod(h.bars[most].start) + "."
}

func (h *histogram) inPeriod(t time.Time) string {
	switch h.period {
	case Daily:
		return "on " + h.period.label(t)
	case Weekly:
		return "in the " + h.period.label(t)
	}
	return "in " + h.period.label(t)
}

const barsHeight = 220.0

func (h *histogram) draw() {
	if len(h.bars) == 0 {
		return
	}
	top := 1
	for _, x := range h.bars {
		v := h.value(x)
		top = max(top, v.best, v.high)
	}
	y0 := h.y + 18
	left := h.left() + 12 + h.width(numberLabel(float64(top)), small, false)
	y := axis{from: 0, to: float64(top) * 1.04, a: y0 + barsHeight, b: y0}
	for _, v := range ticks(float64(top), 5) {
		h.add(polyline(solid(Rule, 1), left, y.at(v), h.right(), y.at(v)))
		h.add(Text{X: left - 6, Y: y.at(v) + 4.5, S: iso(numberLabel(v)), Size: small, Ink: Least, Anchor: End})
	}
	step := min((h.right()-left)/float64(len(h.bars)), 64)
	for i, x := range h.bars {
		h.bar(left+step*float64(i), step, y, h.value(x))
	}
	h.add(polyline(solid(Border, 1), left, y.a, h.right(), y.a))
	h.labels(left, step, y.a)
	h.y = y.a + 34
}

// bar draws one bar of a step of the axis, with its number where there is room.
func (h *histogram) bar(x, step float64, y axis, v amount) {
	gap := min(4, step*0.2)
	w := step - gap
	if v.best > 0 {
		h.add(Rect{X: x + gap/2, Y: y.at(float64(v.best)), W: w, H: y.a - y.at(float64(v.best)), Fill: Supported})
	}
	top := v.best
	if v.whisker && (v.high > v.low || v.open) {
		top = max(top, v.high)
		h.whisker(x+step/2, min(w/2, 6), y, v)
	}
	if label := iso(wording.Thousands(v.best)); top > 0 && h.sheet.width(label, small, false) < step-2 {
		dy := -5.0
		if v.open {
			dy = -14
		}
		h.add(Text{X: x + step/2, Y: y.at(float64(top)) + dy, S: label, Size: small, Ink: Full, Anchor: Middle})
	}
}

// whisker runs from low to high; an arrow says that high is open.
func (h *histogram) whisker(x, half float64, y axis, v amount) {
	low, high := y.at(float64(v.low)), y.at(float64(v.high))
	s := solid(Full, 1.5)
	h.add(Rect{x - 2.5, min(low, high) - 1, 5, max(2, low-high) + 2, 0, Paper, Stroke{}}, Rect{x - half - 1.5, low - 2, 2*half + 3, 4, 0, Paper, Stroke{}})
	h.add(polyline(s, x, low, x, high), polyline(s, x-half, low, x+half, low))
	if v.open {
		h.add(polyline(s, x, high, x, high-9), polyline(s, x-4, high-5, x, high-9, x+4, high-5))
		return
	}
	h.add(polyline(s, x-half, high, x+half, high))
}

// labels names periods under the bars, as many as there is room for.
func (h *histogram) labels(left, step, y float64) {
	reach := h.left() - 40
	for i, x := range h.bars {
		at := left + step*(float64(i)+0.5)
		words := h.tick(i, x.start)
		half := h.sheet.width(words, small, false) / 2
		if at-half < reach+10 || at+half > h.right()+8 {
			continue
		}
		h.add(polyline(solid(Border, 1), at, y, at, y+5))
		h.add(Text{X: at, Y: y + 20, S: iso(words), Size: small, Ink: Least, Anchor: Middle})
		reach = at + half
	}
}

// tick is the short name of a period; the year stands with the first of it.
func (h *histogram) tick(i int, t time.Time) string {
	newYear := i == 0 || h.bars[i-1].start.Year() != t.Year()
	switch {
	case h.period == Yearly:
		return t.Format("2006")
	case h.period == Monthly && newYear:
		return t.Format("Jan 2006")
	case h.period == Monthly:
		return t.Format("Jan")
	case newYear:
		return t.Format("2 Jan 2006")
	}
	return t.Format("2 Jan")
}

// text is one line a bar.
func (h *histogram) text() {
	top := 1
	for _, x := range h.bars {
		top = max(top, h.value(x).best)
	}
	for _, x := range h.bars {
		v := h.value(x)
		l := "  " + pad(bare(h.period.label(x.start)), 26) + pad(strings.Repeat("█", (v.best*40+top-1)/top), 42) + wording.Thousands(v.best)
		if v.whisker && (v.high > v.low || v.open) {
			l += " (" + wording.Interval(v.low, v.high)
			if v.open {
				l += " or more"
			}
			l += ")"
		}
		h.Lines = append(h.Lines, l)
	}
	h.Lines = append(h.Lines, "")
}
