package fill

import (
	"slices"
	"strings"
	"time"

	"github.com/opendateline/dateline/eval/muc4"
)

// option is a value that a slot may have, with the features that speak for it.
type option struct {
	value string
	bag   bag
	near  int     // sentences from the group to its nearest mention, far without one
	times int     // mentions
	p     float64 // by its features
}

// far stands for a distance to nothing.
const far = 99

// offer adds an option that is mentioned at a distance from the group, or the
// features to the option with that value.
func offer(list []option, value string, distance int, b bag) []option {
	at := slices.IndexFunc(list, func(o option) bool { return o.value == value })
	if at < 0 {
		at = len(list)
		list = append(list, option{value: value, near: far})
	}
	o := &list[at]
	o.bag = append(o.bag, b...)
	o.near = min(o.near, abs(distance))
	o.times += int(one(distance < far))
	return list
}

// open is a slot whose values the message offers.
type open struct {
	slot    muc4.Slot
	options func(*reading, *group) []option
	row     func(*reading, *group, option) []float32 // what is known of the value
}

var openSlots = []open{
	{muc4.Date, (*reading).dateOptions, (*reading).dateRow},
	{muc4.Location, (*reading).placeOptions, (*reading).placeRow},
}

// offerStage looks at each option by itself, openStage at one beside the others.
func offerStage(o open) stage {
	return stage{
		name: "offer " + o.slot.Row(), classes: 1,
		prepare: func(r *reading) {
			for _, g := range r.groups {
				r.options[g] = o.options(r, g)
			}
		},
		bags: func(r *reading) (out []bag) {
			for _, g := range r.groups {
				for _, o := range r.options[g] {
					out = append(out, o.bag)
				}
			}
			return out
		},
		keep: func(r *reading, p [][]float64) {
			for _, g := range r.groups {
				for i := range r.options[g] {
					r.options[g][i].p = p[i][0]
				}
				p = p[len(r.options[g]):]
			}
		},
		answer: func(t *taught, i int) answer { return t.ofOption(o.slot, i) },
		how:    learning{passes: 10, trust: 10, least: 2, rarity: .5},
	}
}

func openStage(o open) stage {
	return stage{
		name: "open " + o.slot.Row(), classes: 1,
		rows: func(r *reading) (out [][]float32) {
			for _, g := range r.groups {
				for i, x := range r.options[g] {
					out = append(out, append(r.optionRow(g, i), o.row(r, g, x)...))
				}
			}
			return out
		},
		keep: func(r *reading, p [][]float64) {
			for _, g := range r.groups {
				n := len(r.options[g])
				r.set[question{o.slot, g, nil}] = choose(o.slot, values(r.options[g]), firsts(p[:n]))
				p = p[n:]
			}
		},
		answer: func(t *taught, i int) answer { return t.ofOption(o.slot, i) },
		grow:   roleForest,
	}
}

// optionRow compares an option with the others.
func (r *reading) optionRow(g *group, at int) []float32 {
	list := r.options[g]
	own := list[at]
	rank, top, sum, nearer, inside := 0., 0., 0., 0., 0.
	wider, narrower := 0., 0.
	for i, o := range list {
		sum += o.p
		if i == at {
			continue
		}
		rank += one(o.p > own.p)
		top = max(top, o.p)
		nearer += one(o.near < own.near)
		inside += one(o.near == 0)
		if strings.HasPrefix(o.value, own.value+":") {
			narrower = max(narrower, o.p)
		}
		if strings.HasPrefix(own.value, o.value+":") {
			wider = max(wider, o.p)
		}
	}
	return floats(own.p, own.p/sum, rank, top, sum, float64(len(list)), float64(own.near), float64(own.times), nearer, inside, wider, narrower,
		g.relevance, g.valid, float64(len(g.sentences)), float64(g.sentences[0]), float64(len(r.groups)), float64(len(r.Sentences)))
}

func values(options []option) []string {
	out := make([]string, len(options))
	for i, o := range options {
		out[i] = o.value
	}
	return out
}

// daysBefore is how many days a date lies before the message; a date "on or
// before" it lies half a day before, and one that cannot be told a day after.
func (m *Message) daysBefore(value string) float64 {
	if strings.HasPrefix(value, "- ") {
		return .5
	}
	_, last, ranged := strings.Cut(value, " - ")
	if !ranged {
		last = value
	}
	day, err := time.Parse("02 Jan 06", last)
	if err != nil || m.Published.IsZero() {
		return -1
	}
	return m.Published.Sub(day).Hours() / 24
}

// dateRow is what is known of a date.
func (r *reading) dateRow(g *group, o option) []float32 {
	days, past := 0., 0.
	for _, x := range r.dates {
		if g.has(x.sentence) {
			days++
			past = max(past, r.daysBefore(x.value))
		}
	}
	form := map[string]float64{"": 0, "<": 1, "..": 2}[shape(o.value)]
	row := floats(form, r.daysBefore(o.value), days, past, float64(len(r.dates)), one(g.has(0)))
	return append(row, r.accountDays(g, o.value)...)
}

// accountDays counts the dated accounts of incidents: those with this date in the
// group and elsewhere, all of the group, and those of no single day.
func (r *reading) accountDays(g *group, value string) []float32 {
	var here, elsewhere, all, ranges float64
	for i := range r.Accounts {
		a := &r.Accounts[i]
		if !a.incident() || a.To == "" {
			continue
		}
		if !slices.ContainsFunc(a.Sentences, g.has) {
			elsewhere += one(a.dated(value))
			continue
		}
		here += one(a.dated(value))
		all++
		ranges += one(a.From != a.To)
	}
	return floats(here, elsewhere, all, ranges)
}

// placeRow is what is known of a place.
func (r *reading) placeRow(g *group, o option) []float32 {
	country, _ := countryOf(o.value)
	home, most := r.home(), r.mostNamed()
	parts := strings.Split(o.value, ": ")
	narrowest, kind, _ := strings.Cut(parts[len(parts)-1], " (")
	wide := 0
	if len(parts) > 1 {
		wide = width(strings.TrimSuffix(kind, ")"))
	}
	here := 0.
	for _, x := range r.places {
		here += one(g.has(x.sentence))
	}
	return floats(float64(len(parts)), float64(wide), one(country == home), one(country == most), one(expected[country]),
		float64(r.tables.chains[narrowest][o.value]), one(narrowest == r.City), here, float64(len(r.places)))
}
