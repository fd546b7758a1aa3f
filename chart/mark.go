package chart

import "github.com/opendateline/dateline"

// markAt draws where a number comes from, at its value.
func markAt(x, y float64, f from, ink Ink) []Node {
	const r = 5.5
	edge := solid(ink, 2)
	switch f {
	case copied:
		return []Node{Circle{x, y, r - 1, Paper, edge}}
	case noBasis:
		return []Node{Rect{x - r, y - r, 2 * r, 2 * r, 0, ink, Stroke{}}}
	case superseded:
		return []Node{polyline(edge, x-4, y-4, x+4, y+4), polyline(edge, x-4, y+4, x+4, y-4)}
	}
	return []Node{Circle{x, y, r, ink, Stroke{}}}
}

// triangle is the sign for what contradicts, drawn because few fonts have it.
func triangle(x, y float64) Node {
	return Path{Segs: []Seg{move(x, y), line(x+4.5, y-8.5), line(x+9, y), closed()}, Fill: Contested}
}

// legend explains marks that occur, in one or more lines.
func (s *sheet) legend(items []legendItem) {
	x, y := s.left(), s.y+18
	for _, it := range items {
		w := 22 + s.width(it.words, small, false) + 18
		if x > s.left() && x+w-18 > s.right() {
			x, y = s.left(), y+20
		}
		s.add(it.draw(x+8, y-4)...)
		s.add(Text{X: x + 22, Y: y, S: it.words, Size: small, Ink: Second})
		x += w
	}
	if len(items) > 0 {
		s.y = y + 8
	}
}

type legendItem struct {
	words string
	draw  func(x, y float64) []Node
}

var fromWords = []string{ownOrigin: "from an origin of its own", copied: "same origin, another report", noBasis: "no basis stated", superseded: "replaced by a newer number"}

func markLegend(f from) legendItem {
	return legendItem{fromWords[f], func(x, y float64) []Node { return markAt(x, y, f, Second) }}
}

func bandLegend(s *sheet) legendItem {
	return legendItem{"low to high", func(x, y float64) []Node { return s.band(Rect{X: x - 8, Y: y - 6, W: 16, H: 12}) }}
}

// band is the stretch from low to high: a tint, or hatched in print.
func (s *sheet) band(r Rect) []Node {
	if s.options.Theme != Print {
		r.Fill = Band
		return []Node{r}
	}
	r.Stroke = solid(Rule, 1)
	return append(hatch(r, 9, solid(Rule, 1)), r)
}

// standsAt is the value at which a number is drawn: the one in the text, else a
// bound; -1 if it gives none.
func standsAt(c dateline.Count) int {
	order := []*int{c.Anchor, c.Lo, c.Hi}
	if upTo(c) {
		order = []*int{c.Anchor, c.Hi, c.Lo}
	}
	for _, n := range order {
		if n != nil {
			return *n
		}
	}
	return -1
}

// upTo says that a number is open downwards.
func upTo(c dateline.Count) bool {
	return c.Hi != nil && (c.Qualifier == dateline.UpTo || c.Qualifier == dateline.FewerThan)
}

// fitOf says whether a number and the best one can both hold.
func fitOf(e entry, f *dateline.Figure) fit {
	c := e.claim.Value.Count
	if c.Vague || c.PluralOnly || e.from == superseded || f == nil || f.Best == nil || !comparable(e.claim.Population, f.Population) {
		return uncounted
	}
	if c.Lo != nil && *c.Lo > *f.Best || c.Hi != nil && *c.Hi < *f.Best {
		return against
	}
	if c.Lo == nil && c.Hi == nil {
		return uncounted
	}
	return holds
}

// comparable says that a claim counts those whom the figure counts, as far as
// it says whom.
func comparable(claimed, drawn dateline.Population) bool {
	return claimed == drawn || claimed == "" || claimed == dateline.PopUnknown
}

var fitInk = []Ink{holds: Supported, against: Contested, uncounted: Least}
