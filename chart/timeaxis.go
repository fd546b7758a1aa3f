package chart

import (
	"slices"
	"time"
)

// timeAxis maps times to pixels. Long stretches in which nothing happens are
// cut out of it, so that the hours in which a number moved can be read.
type timeAxis struct {
	zero  time.Time
	parts []axis // in hours since zero, ascending
}

const (
	longGap  = 0.35 // of what is left of the axis: a longer gap is cut out
	maxParts = 3
	gapWidth = 22 // pixels
)

// newTimeAxis makes an axis that holds all moments between two pixels.
func newTimeAxis(moments []time.Time, a, b float64) timeAxis {
	slices.SortFunc(moments, time.Time.Compare)
	x := timeAxis{zero: moments[0]}
	hours := make([]float64, len(moments))
	for i, m := range moments {
		hours[i] = m.Sub(x.zero).Hours()
	}
	groups := split(hours)
	x.parts = layOut(groups, a, b)
	return x
}

// split cuts a list of ascending hours at its longest gaps.
func split(hours []float64) [][]float64 {
	groups := [][]float64{hours}
	for len(groups) < maxParts {
		total, longest, at, in := 0.0, 0.0, 0, 0
		for g, group := range groups {
			total += group[len(group)-1] - group[0]
			for i := 1; i < len(group); i++ {
				if gap := group[i] - group[i-1]; gap > longest {
					longest, at, in = gap, i, g
				}
			}
		}
		if longest < 12 || longest <= longGap*total || total == longest {
			return groups
		}
		groups = slices.Insert(groups, in+1, groups[in][at:])
		groups[in] = groups[in][:at]
	}
	return groups
}

// layOut gives every group its share of the pixels by its length, with some
// room on either side.
func layOut(groups [][]float64, a, b float64) []axis {
	total := 0.0
	for _, g := range groups {
		total += g[len(g)-1] - g[0]
	}
	room := max(total/20, 1)
	free := b - a - gapWidth*float64(len(groups)-1)
	total += 2 * room * float64(len(groups))
	var out []axis
	for _, g := range groups {
		part := axis{from: g[0] - room, to: g[len(g)-1] + room, a: a}
		part.b = a + free*(part.to-part.from)/total
		out = append(out, part)
		a = part.b + gapWidth
	}
	return out
}

func (x timeAxis) left() float64  { return x.parts[0].a }
func (x timeAxis) right() float64 { return x.parts[len(x.parts)-1].b }

// at is the pixel of a time; one that was cut out stands at the cut.
func (x timeAxis) at(t time.Time) float64 {
	h := t.Sub(x.zero).Hours()
	for _, p := range x.parts {
		if h <= p.to {
			return p.at(max(h, p.from))
		}
	}
	return x.right()
}

func (x timeAxis) time(hours float64) time.Time {
	return x.zero.Add(time.Duration(hours * float64(time.Hour)))
}

// ticks are the labelled times of a part; a narrow one has its day only. The
// first says the year where the axis holds more than one.
func (x timeAxis) ticks(p axis) []timeTick {
	from, to := x.time(p.from), x.time(p.to)
	day := "2 Jan"
	if first, last := x.time(x.parts[0].from), x.time(x.parts[len(x.parts)-1].to); first.Year() != last.Year() {
		day = "2 Jan 2006"
	}
	var out []timeTick
	if p.b-p.a >= 120 {
		out = timeTicks(from, to, int((p.b-p.a)/84))
	}
	if len(out) == 0 {
		middle := from.Add(to.Sub(from) / 2)
		return []timeTick{{middle, middle.Format(day)}}
	}
	switch first := out[0].at; {
	case first.Hour() > 0:
		out[0].label = first.Format("2 Jan 15:04")
	case out[0].label == first.Format("2 Jan"):
		out[0].label = first.Format(day)
	}
	return out
}
