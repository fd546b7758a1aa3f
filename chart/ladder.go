package chart

import (
	"sort"
	"strings"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/wording"
)

// Ladder draws every number that reports give for a measure, by who counted,
// over low, best and high of one population as the record has them.
//
// The axis begins at 0. Where high is more than eight times best it ends at a
// quarter beyond the second highest number, and what lies further stands behind
// a break with its number.
func Ladder(r Record, m dateline.Measure, p dateline.Population, o Options) (*Picture, error) {
	l := ladder{record: &r, figure: r.Incident.Figure(m, p), measure: m}
	l.rungs = l.fold(r.counted(m, p, l.figure))
	title := "Reported number " + wording.Measure(m) + ", by source"
	if p != dateline.PopAll {
		title = "Reported number " + wording.Measure(m) + " (" + wording.Population(p) + "), by source"
	}
	var err error
	if l.sheet, err = begin(o, title, r.heading(), l.conclusion()); err != nil {
		return nil, err
	}
	l.scale()
	l.draw()
	l.legends()
	l.text()
	if l.figure != nil {
		l.beside(l.figure.Explanation + " Rule " + iso(l.figure.Rule) + ".")
	}
	l.table()
	return l.end(), nil
}

type ladder struct {
	*sheet
	record  *Record
	measure dateline.Measure
	figure  *dateline.Figure // nil: nobody gives a number for this population
	rungs   []entry
	top     float64 // value at the right end of the axis
	cut     bool    // numbers above top stand behind a break
}

// counted are the entries that count a measure; for a population other than
// all, those that count it or that its figure rests on.
func (r *Record) counted(m dateline.Measure, p dateline.Population, f *dateline.Figure) []entry {
	cited := map[dateline.ID]bool{}
	if f != nil {
		for _, ids := range [][]dateline.ID{f.LowClaims, f.BestClaims, f.HighClaims} {
			for _, id := range ids {
				cited[id] = true
			}
		}
	}
	var out []entry
	for _, e := range r.entries(dateline.Attribute(m)) {
		if e.claim.Value.Count == nil {
			continue
		}
		if p == dateline.PopAll || e.claim.Population == p || cited[e.claim.ID] {
			out = append(out, e)
		}
	}
	return out
}

// manyCopies is how many copies of one number are still drawn.
const manyCopies = 3

// fold orders the rungs from low to high, copies under what they copy, and
// counts copies instead of drawing them where there are many.
func (l *ladder) fold(all []entry) []entry {
	copies := map[string][]entry{}
	key := func(e entry) string { return string(e.claim.Origin) + "\x00" + wording.Said(*e.claim.Value.Count) }
	var roots []entry
	for _, e := range all {
		if e.from == copied {
			copies[key(e)] = append(copies[key(e)], e)
		} else {
			roots = append(roots, e)
		}
	}
	sort.SliceStable(roots, func(i, k int) bool {
		return weight(*roots[i].claim.Value.Count) < weight(*roots[k].claim.Value.Count)
	})
	var out []entry
	for _, e := range roots {
		out = append(out, e)
		c := copies[key(e)]
		delete(copies, key(e))
		if len(c) > manyCopies {
			c[0].folded = len(c)
			c = c[:1]
		}
		out = append(out, c...)
	}
	return out
}

// weight orders numbers as they stand on the axis; vague ones come last, and
// those that cannot be read after them.
func weight(c dateline.Count) int {
	const vague = 1 << 40
	switch at := standsAt(c); {
	case at < 0:
		return 2 * vague
	case c.Vague || c.PluralOnly:
		return vague + at
	default:
		return at
	}
}

func (l *ladder) conclusion() string {
	if len(l.rungs) == 0 {
		return "No report gives a number " + wording.Measure(l.measure) + "."
	}
	return bounds(l.figure)
}

// bounds says low, best and high of a figure.
func bounds(f *dateline.Figure) string {
	if f == nil {
		return "Low, best and high are not known."
	}
	number := func(n *int) string {
		if n == nil {
			return "not known"
		}
		return iso(wording.Thousands(*n))
	}
	s := "Low " + number(f.Low) + ", best " + number(f.Best) + ", high " + number(f.High)
	if f.HighOpen {
		s += " or more"
	}
	if f.Approximate || f.Vague {
		s += "; as said: " + iso(wording.Figure(*f))
	}
	if f.InterestedOnly {
		s += "; said only by a party to the incident"
	}
	return s + "."
}

// scale chooses the axis.
func (l *ladder) scale() {
	var values []float64
	for _, e := range l.rungs {
		c := e.claim.Value.Count
		for _, n := range []*int{c.Lo, c.Anchor, c.Hi} {
			if n != nil {
				values = append(values, float64(*n))
			}
		}
	}
	if f := l.figure; f != nil && f.High != nil {
		values = append(values, float64(*f.High))
	}
	defer l.room()
	sort.Float64s(values)
	l.top = 1
	if n := len(values); n > 0 {
		l.top = max(1, values[n-1])
	}
	f := l.figure
	if f == nil || f.High == nil || f.Best == nil || *f.Best == 0 || *f.High <= 8**f.Best {
		return
	}
	for i := len(values) - 1; i >= 0; i-- {
		if values[i] < float64(*f.High) {
			l.top, l.cut = max(1, 1.25*values[i]), true
			return
		}
	}
}

// room lengthens the axis where the highest number is open upwards.
func (l *ladder) room() {
	for _, e := range l.rungs {
		c := e.claim.Value.Count
		if c.Hi == nil && c.Lo != nil && float64(*c.Lo) > 0.85*l.top && float64(*c.Lo) <= l.top {
			l.top *= 1.15
			return
		}
	}
}

// number is what the row says in the last column.
func (l *ladder) number(e entry) (said, note string) {
	said = wording.Said(*e.claim.Value.Count)
	var notes []string
	if n := e.copyNote(); n != "" && e.folded == 0 {
		notes = append(notes, n)
	}
	if p := e.claim.Population; l.figure == nil || !comparable(p, l.figure.Population) {
		notes = append(notes, wording.Population(p))
	}
	if e.claim.Interested || e.origin != nil && e.origin.Interested {
		notes = append(notes, "a party to the incident")
	}
	return said, strings.Join(notes, ", ")
}

// carrier is the second line of a row: the report and its time.
func (l *ladder) carrier(e entry) string {
	if e.folded > 0 {
		return outlet(e.report) + " and " + iso(itoa(e.folded-1)) + " more, listed in the table"
	}
	return outlet(e.report) + " · " + l.record.when(e.claim.ReportID)
}

func (l *ladder) who(e entry) string {
	if e.folded > 0 {
		return iso(itoa(e.folded)) + " copies"
	}
	return e.who()
}

// table is every entry, copies that were not drawn too, and the figure.
func (l *ladder) table() {
	l.Table.Head = []string{"row", "who", "basis", "outlet", "report", "published", "origin", "said", "lo", "number", "hi", "population", "from", "fit"}
	p := dateline.PopAll
	if l.figure != nil {
		p = l.figure.Population
	}
	for _, e := range l.record.counted(l.measure, p, l.figure) {
		c := e.claim.Value.Count
		l.Table.Rows = append(l.Table.Rows, []string{"claim", bare(e.who()), wording.Basis(e.basis()), bare(e.outlet()),
			l.record.public(e.claim.ReportID), l.record.published(e.claim.ReportID), l.record.public(e.claim.Origin), wording.Said(*c),
			digits(c.Lo), digits(c.Anchor), digits(c.Hi), wording.Population(e.claim.Population), fromWords[e.from], fitWords[fitOf(e, l.figure)]})
	}
	if f := l.figure; f != nil {
		l.Table.Rows = append(l.Table.Rows, []string{"figure", "", "", "", "", "", "", wording.Figure(*f), digits(f.Low), digits(f.Best), digits(f.High), wording.Population(f.Population), f.Rule, ""})
	}
}

var fitWords = []string{holds: "can hold with the best number", against: "contradicts the best number", uncounted: "not compared"}

// published is the publication of a report for data: RFC 3339 or EDTF.
func (r *Record) published(report dateline.ID) string {
	rep := r.Reports[report]
	switch {
	case rep == nil:
		return ""
	case rep.Published.At != "":
		return rep.Published.At
	case rep.Published.EDTF != "":
		return rep.Published.EDTF
	case rep.Published.Latest.Known():
		return string(rep.Published.Earliest) + "/" + string(rep.Published.Latest)
	}
	return ""
}
