package chart

import (
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/wording"
)

// Toll draws how many people were killed, or another measure, in each period:
// the sums of the best, low and high numbers of its incidents as the records
// have them. Incidents without a best number are counted beside the bars, as
// are those dated more coarsely than a bar is wide. Nobody is counted for an
// incident that no report gives a number for.
func Toll(all []*dateline.Incident, m dateline.Measure, pop dateline.Population, p Period, what string, o Options) (*Picture, error) {
	b, err := sorted(all, p)
	if err != nil {
		return nil, err
	}
	t := toll{histogram{bins: b, value: func(x bin) amount { v, _ := total(x.incidents, m, pop); return v }}, m, pop}
	title := "People " + wording.Measure(m) + " per " + string(b.period)
	if pop != dateline.PopAll {
		title += " (" + wording.Population(pop) + ")"
	}
	if t.sheet, err = begin(o, title, under(what, all), t.conclusion()); err != nil {
		return nil, err
	}
	t.Lines = []string{t.Title, under(what, all), t.Conclusion, ""}
	t.draw()
	if len(b.bars) > 0 {
		t.legend(tollLegend)
	}
	t.text()
	t.beside(b.besides()...)
	if _, none := total(barred(b), m, pop); len(none) > 0 {
		t.beside(iso(wording.Plural(len(none), "incident")) + " in the bars without a number: not reported, or not known.")
	}
	t.table()
	return t.end(), nil
}

type toll struct {
	histogram
	measure    dateline.Measure
	population dateline.Population
}

var tollLegend = []legendItem{
	{"sum of best numbers", func(x, y float64) []Node { return []Node{Rect{x - 6, y - 6, 12, 12, 0, Supported, Stroke{}}} }},
	{"sums of low and of high", func(x, y float64) []Node {
		s := solid(Full, 1.5)
		return []Node{polyline(s, x, y-6, x, y+6), polyline(s, x-4, y-6, x+4, y-6), polyline(s, x-4, y+6, x+4, y+6)}
	}},
}

func (t *toll) table() {
	t.Table.Head = []string{string(t.period), "low", "best", "high", "or_more", "incidents", "without_number", "ids"}
	for _, x := range t.bars {
		t.row(x.start.Format(time.DateOnly), x.incidents)
	}
	t.row("coarser", t.coarse)
	t.row("not known", t.undated)
}

func (t *toll) row(label string, list []*dateline.Incident) {
	v, none := total(list, t.measure, t.population)
	more := ""
	if v.open {
		more = "yes"
	}
	t.Table.Rows = append(t.Table.Rows, []string{label, itoa(v.low), itoa(v.best), itoa(v.high), more, itoa(len(list)), itoa(len(none)), ids(list)})
}

func barred(b bins) []*dateline.Incident {
	var out []*dateline.Incident
	for _, x := range b.bars {
		out = append(out, x.incidents...)
	}
	return out
}

// total sums the figures of incidents; none are those without a best number.
func total(list []*dateline.Incident, m dateline.Measure, p dateline.Population) (sum amount, none []*dateline.Incident) {
	sum.whisker = true
	inWhole := counting(list, m, p)
	for _, i := range list {
		if inWhole[i.Operation] {
			continue // CAS-9: whom the whole counts is not counted again
		}
		f := i.Figure(m, p)
		if f == nil || f.Best == nil {
			none = append(none, i)
			continue
		}
		low, high := f.Best, f.Best
		if f.Low != nil {
			low = f.Low
		}
		if f.High != nil {
			high = f.High
		}
		sum.best, sum.low, sum.high = sum.best+*f.Best, sum.low+*low, sum.high+*high
		sum.open = sum.open || f.HighOpen
	}
	return sum, none
}

// counting are the incidents of a list that have parts and a best number of
// their own.
func counting(list []*dateline.Incident, m dateline.Measure, p dateline.Population) map[dateline.ID]bool {
	out := map[dateline.ID]bool{}
	for _, i := range list {
		if f := i.Figure(m, p); len(i.Children) > 0 && f != nil && f.Best != nil {
			out[i.ID] = true
		}
	}
	return out
}

func (t *toll) conclusion() string {
	in := barred(t.bins)
	v, none := total(in, t.measure, t.population)
	if len(in) == len(none) {
		return "No number of people " + wording.Measure(t.measure) + " stands in the bars."
	}
	s := "Sum of best numbers " + iso(wording.Thousands(v.best)) + ", of low " + iso(wording.Thousands(v.low)) + ", of high " + iso(wording.Thousands(v.high))
	if v.open {
		s += " or more"
	}
	s += ", in " + iso(wording.Plural(len(in)-len(none), "incident")) + "."
	var open []*dateline.Incident
	for _, i := range in {
		if i.Unreviewed() {
			open = append(open, i)
		}
	}
	if len(open) > 0 && len(open) < len(in) {
		u, _ := total(open, t.measure, t.population)
		s += " Of these " + iso(wording.Thousands(u.best)) + " (" + iso(wording.Interval(u.low, u.high)) + ") in " + iso(itoa(len(open))) + " unreviewed incidents."
	}
	return s
}
