package link

import (
	"slices"
	"strconv"

	"github.com/opendateline/dateline"
)

// Bin is one piece of evidence that the main accounts of two reports are of one
// incident: a part of [Parts] and one of its steps.
type Bin struct{ Part, Step int }

// Part is a kind of evidence. What it says is one of its steps: a grade, or a
// measure from that number up.
type Part struct {
	Name  string // in the table of weights
	What  string // in words, in a Decision
	Steps []string
	from  []float64
	trend int // 1: more is never worth less; -1: never worth more; 0: anything goes
	still int // the step that has no points; -1 if all have
}

// Index of each part in Parts.
const (
	partStart = iota
	partShort
	partMiddle
	partLong
	partThird
	partFifth
	partNames
	partAges
	partNumbers
	partStreets
	partHours
	partOutlet
	partPublished
	partDay
	partDayAtOnce
	partDate
	partPlace
	partTarget
	partAct
)

var likeness = []float64{0, .05, .08, .11, .14, .17, .2, .25, .3, .4, .5}

// Parts are the kinds of evidence that whole reports give, in the order in
// which a Decision has them.
var Parts = []Part{
	partStart:     {Name: "start", What: "two reports, nothing compared", Steps: []string{"any"}, still: -1},
	partShort:     measured("alike short", "whole reports alike, one very short", 1, likeness...),
	partMiddle:    measured("alike", "whole reports alike", 1, likeness...),
	partLong:      measured("alike long", "whole reports alike, both long", 1, likeness...),
	partThird:     measured("third word", "three rare words in common", 1, 0, 3, 4, 5, 6, 6.5),
	partFifth:     measured("fifth word", "five rare words in common", 1, 0, 3, 4, 5, 6),
	partNames:     measured("names", "names in common", 1, 0, .1, 5, 7, 10, 14, 20, 30),
	partAges:      {Name: "ages", What: "ages in common", Steps: []string{"not given", "0", "1", "2", "3"}},
	partNumbers:   {Name: "numbers", What: "house numbers in common", Steps: []string{"not given", "0", "1"}},
	partStreets:   {Name: "streets", What: "streets in common", Steps: []string{"not given", "0", "1", "2"}},
	partHours:     measured("hours", "minutes between times of the clock", -1, 0, 1, 16, 46, 91, 181, 361).against(-1),
	partOutlet:    {Name: "outlet", What: "outlets of the reports", Steps: outletSteps},
	partPublished: measured("published", "days between the reports", -1, 0, 1, 2, 4, 8, 15, 31, 91, 200, 400, 800),
	partDay:       measured("days", "days between the dates", -1, 0, 1, 2, 3, 5, 8, 15, 31, 91).against(-1),
	partDayAtOnce: measured("days at once", "days between the dates, told in one week", -1, 0, 1, 2, 3, 5, 8, 31).against(-1),
	partDate:      gradedPart("date", "date"),
	partPlace: {Name: "place", What: "place", Steps: append(slices.Clone(gradeSteps), "conflict, one inferred", "conflict, other region",
		"exact, one inferred")},
	partTarget: gradedPart("target", "target"),
	partAct:    gradedPart("act", "act and means").against(int(Exact)),
}

// Two reports of one outlet have its own phrases in common, whatever they tell.
const (
	otherOutlet = iota
	sameAtOnce
	sameLater
)

var outletSteps = []string{otherOutlet: "not the same", sameAtOnce: "the same, at once", sameLater: "the same, later"}

func outletBin(x, y *Text, atOnce bool) Bin {
	switch {
	case x.outlet == "" || x.outlet != y.outlet:
		return Bin{partOutlet, otherOutlet}
	case atOnce:
		return Bin{partOutlet, sameAtOnce}
	}
	return Bin{partOutlet, sameLater}
}

var gradeSteps = []string{Silent: "silent", Conflict: "conflict", Near: "near", Compatible: "compatible", Coarse: "coarse", Exact: "exact"}

func gradedPart(name, what string) Part { return Part{Name: name, What: what, Steps: gradeSteps} }

// Still is the step against which the points of the others count, and that has
// none itself; -1 if there is none.
func (p Part) Still() int { return p.still }

func (p Part) against(step int) Part {
	p.still = step
	return p
}

// Trend says how a measure may weigh: 1 if more is never worth less, -1 if never
// more, 0 for grades, where anything goes.
func (p Part) Trend() int { return p.trend }

func measured(name, what string, trend int, from ...float64) Part {
	p := Part{Name: name, What: what, trend: trend, from: from}
	for _, x := range from {
		p.Steps = append(p.Steps, strconv.FormatFloat(x, 'g', -1, 64))
	}
	return p
}

// bin is the step of a part that a measure reaches.
func bin(part int, x float64) Bin {
	step := 0
	for i, from := range Parts[part].from {
		if x >= from {
			step = i
		}
	}
	return Bin{part, step}
}

// Evidence is what two reports, and their main accounts, say for or against
// their being of one incident. ok is false unless both mentions are main
// accounts of different reports whose texts are known, and the day each
// appeared: the points were learned from dated news, and undated texts of one
// form, such as the pages of a register of strikes, are alike whatever they
// tell of.
func (l *Linker) Evidence(a, b *dateline.Mention) (bins []Bin, ok bool) {
	x, y := l.look(a), l.look(b)
	if !x.dated() || !y.dated() || a.ReportID == b.ReportID {
		return nil, false
	}
	bins = append(make([]Bin, 0, 20), Bin{partStart, 0})
	bins = textEvidence(x, y, bins)
	return l.accountEvidence(a, b, x, y, bins), true
}

// short and long are the numbers of telling words that divide texts by length.
const short, long = 30, 140

// textEvidence compares the texts. In a very short one the name of the place
// identifies nothing: the axis of places weighs it.
func textEvidence(a, b *look, bins []Bin) []Bin {
	x, y := a.text, b.text
	alike, rarest := 0.0, [5]float64{}
	shared(x.words, y.words, func(p, q *term) {
		alike += p.weight * q.weight
		insert(&rarest, p.rarity)
	})
	kind := partMiddle
	switch n := min(len(x.words), len(y.words)); {
	case n < short:
		kind = partShort
	case n >= long:
		kind = partLong
	}
	names := 0.0
	shared(x.names, y.names, func(p, _ *term) {
		if kind != partShort || !a.named(p.word) || !b.named(p.word) {
			names += p.rarity
		}
	})
	if len(x.hours) > 0 && len(y.hours) > 0 {
		bins = append(bins, bin(partHours, float64(minutesApart(x.hours, y.hours))))
	}
	return append(bins, bin(kind, alike), bin(partThird, rarest[2]), bin(partFifth, rarest[4]), bin(partNames, names),
		inCommon(partAges, x.ages, y.ages), inCommon(partNumbers, x.numbers, y.numbers), inCommon(partStreets, x.streets, y.streets))
}

// insert keeps the largest numbers, in falling order.
func insert(top *[5]float64, x float64) {
	for i := range top {
		if x > top[i] {
			top[i], x = x, top[i]
		}
	}
}

// signs counts what identifies in some evidence: names, ages and house numbers
// in common, texts much alike.
func signs(bins []Bin) int {
	n := 0
	for _, b := range bins {
		if from := identifying[b.Part]; from > 0 && b.Step >= from {
			n++
		}
	}
	return n
}

// identifying gives the step from which a part of the evidence identifies.
var identifying = map[int]int{partMiddle: 8, partLong: 8, partNames: 4, partAges: 2, partNumbers: 2}

// inCommon counts the values that both texts give; where one gives none, that
// says nothing.
func inCommon(part int, a, b []string) Bin {
	if len(a) == 0 || len(b) == 0 {
		return Bin{part, 0}
	}
	n := 0
	for _, x := range a {
		if _, ok := slices.BinarySearch(b, x); ok {
			n++
		}
	}
	return Bin{part, min(n+1, len(Parts[part].Steps)-1)}
}

// week is up to how many days apart two reports tell of a thing at once.
const week = 7

func (l *Linker) accountEvidence(a, b *dateline.Mention, x, y *look, bins []Bin) []Bin {
	gap := days(x.text.published, y.text.published)
	atOnce := gap <= week
	bins = append(bins, outletBin(x.text, y.text, atOnce), bin(partPublished, float64(gap)))
	switch p, q := a.Date, b.Date; {
	case oneDay(p) && oneDay(q) && atOnce:
		bins = append(bins, bin(partDayAtOnce, float64(days(p.Earliest, q.Earliest))))
	case oneDay(p) && oneDay(q):
		bins = append(bins, bin(partDay, float64(days(p.Earliest, q.Earliest))))
	default:
		bins = append(bins, Bin{partDate, int(dateAxis(p, q).grade)})
	}
	return append(bins, l.placeBin(a, b), Bin{partTarget, int(l.targetAxis(a, b).grade)}, Bin{partAct, int(l.actAxis(a, b).grade)})
}

func oneDay(d *dateline.Date) bool {
	return d.Known() && d.Earliest.Known() && d.Earliest == d.Latest
}

func days(p, q dateline.Day) int {
	n := p.DaysUntil(q)
	return max(n, -n)
}

// placeBin grades two places by how sure they are.
func (l *Linker) placeBin(a, b *dateline.Mention) Bin {
	step := int(l.placeAxis(a, b).grade)
	p, q := a.Place, b.Place
	if p == nil || q == nil {
		return Bin{partPlace, step}
	}
	inferred := p.Inferred || q.Inferred
	switch Grade(step) {
	case Conflict:
		if p.Admin1 != "" && q.Admin1 != "" && p.Admin1 != q.Admin1 {
			step = len(gradeSteps) + 1
		} else if inferred {
			step = len(gradeSteps)
		}
	case Exact:
		if inferred {
			step = len(gradeSteps) + 2
		}
	}
	return Bin{partPlace, step}
}
