package synth

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"

	"github.com/opendateline/dateline"
)

// Gazetteer gives the places of the world.
type Gazetteer interface {
	Named(name string) []dateline.Place
	Nearest(lat, lon float64, n int) []dateline.Place
}

// World is a stream of reports about known happenings. It is for one goroutine,
// save for what Stages reads.
type World struct {
	*tables
	rand    *rand.Rand
	places  [][]dateline.Place // by centre
	day     dateline.Day
	planned map[dateline.Day][]draft
	number  int // of happenings so far
	written int // reports so far
	notes   notes
}

// happening is one thing that happened.
type happening struct {
	n               int
	act             act
	day             dateline.Day
	place           dateline.Place
	site            []string
	official        string // "" if none was there
	names, things   []string
	killed, wounded int
}

// kind of a report.
type kind int

const (
	account kind = iota
	undated
	reprint
	correction
	followup
	noise
)

// draft is a report that will be written on some day.
type draft struct {
	kind
	of    *happening
	first *written // what reprints repeat, set by the first account
}

// Truth says of a report which happening it is about; 0 is none.
type Truth struct {
	Report    dateline.ID
	Happening int
}

const (
	placesPerCentre = 40
	happeningsADay  = 42 // about 140 reports
)

// New makes the world of a seed. NotFound: the gazetteer has none of the cities.
func New(seed uint64, g Gazetteer) (*World, error) {
	t, err := readTables()
	if err != nil {
		return nil, err
	}
	w := &World{tables: t, rand: rand.New(rand.NewPCG(seed, 0x5eed)), day: "2031-01-01", planned: map[dateline.Day][]draft{}, notes: notes{m: map[string]marks{}}}
	for _, name := range t.centres {
		if city := largest(g.Named(name)); city != nil {
			w.places = append(w.places, g.Nearest(*city.Lat, *city.Lon, placesPerCentre))
		}
	}
	if len(w.places) == 0 {
		return nil, dateline.Errorf(dateline.NotFound, "the gazetteer has none of the cities of synthetic news")
	}
	return w, nil
}

func largest(list []dateline.Place) *dateline.Place {
	var best *dateline.Place
	for i := range list {
		if p := &list[i]; p.Lat != nil && p.Lon != nil && (best == nil || p.Population > best.Population) {
			best = p
		}
	}
	return best
}

// Reports writes the next n reports, in the order of the days on which they
// appear. Where it ends, the next call goes on.
func (w *World) Reports(n int, note func(Truth)) iter.Seq2[dateline.Raw, error] {
	return func(yield func(dateline.Raw, error) bool) {
		for ; n > 0; n-- {
			raw, truth := w.next()
			note(truth)
			if !yield(raw, nil) {
				return
			}
		}
	}
}

// next writes one report; a day with nothing left to write ends.
func (w *World) next() (dateline.Raw, Truth) {
	for len(w.planned[w.day]) == 0 {
		delete(w.planned, w.day)
		w.day = w.day.Add(1)
		for range happeningsADay {
			w.happen()
		}
		today := w.planned[w.day]
		w.rand.Shuffle(len(today), func(i, k int) { today[i], today[k] = today[k], today[i] })
	}
	today := w.planned[w.day]
	d := today[0]
	w.planned[w.day] = today[1:]
	return w.write(d)
}

// happen makes one happening, perhaps its twin, and plans the reports.
func (w *World) happen() {
	h := w.invent()
	w.report(h)
	if w.rand.IntN(12) == 0 {
		w.report(w.twin(h))
	}
	if w.rand.IntN(2) == 0 {
		w.plan(0, draft{kind: noise, of: w.nothing()})
	}
}

func (w *World) invent() *happening {
	h := w.nothing()
	w.number++
	h.n, h.act, h.site, h.day = w.number, pick(w, w.acts), pick(w, w.sites), w.day.Add(-w.rand.IntN(2))
	h.killed, h.wounded = 1+w.small(9), 1+w.small(25)
	if w.rand.IntN(25) == 0 {
		h.official = w.name()
	}
	return h
}

// nothing is the scene of a report that is of something else.
func (w *World) nothing() *happening {
	centre := w.places[min(w.small(len(w.places)/4), len(w.places)-1)]
	h := &happening{day: w.day, place: pick(w, centre)}
	for range 4 {
		h.names = append(h.names, w.name())
	}
	h.things = []string{pick(w, w.things), pick(w, w.things), pick(w, w.things)}
	return h
}

// twin is like h: in the same town soon after, or that day in a town near by.
func (w *World) twin(h *happening) *happening {
	t := w.invent()
	t.act, t.day, t.place = h.act, h.day, h.place
	if w.rand.IntN(2) == 0 {
		t.day = h.day.Add(1 + w.rand.IntN(4))
		return t
	}
	for _, centre := range w.places {
		for i, p := range centre {
			if p.ID == h.place.ID {
				t.place = centre[(i+1)%len(centre)]
			}
		}
	}
	return t
}

// report plans what outlets write of a happening. A few happenings are written
// of by many.
func (w *World) report(h *happening) {
	late := h.day.DaysUntil(w.day)
	first := new(written)
	outlets := 1 + min(w.small(2), 30)
	if w.rand.IntN(60) == 0 {
		outlets += 10 + w.rand.IntN(20)
	}
	for i := range outlets {
		d := draft{account, h, first}
		switch n := w.rand.IntN(20); {
		case i > 0 && n < 6:
			d.kind = reprint
		case i > 0 && n < 8:
			d.kind = undated
		}
		w.plan(max(0, -late)+w.small(1), d)
	}
	if w.rand.IntN(20) == 0 {
		w.plan(max(0, -late)+2+w.rand.IntN(2), draft{correction, h, first})
	}
	for w.rand.IntN(7) == 0 {
		w.plan(30+w.rand.IntN(370), draft{followup, h, first})
	}
}

func (w *World) plan(in int, d draft) {
	day := w.day.Add(in)
	w.planned[day] = append(w.planned[day], d)
}

// small is 0 or more, about mean on the average, seldom much more.
func (w *World) small(mean int) int { return int(w.rand.ExpFloat64() * float64(mean)) }

// name is an invented name.
func (w *World) name() string {
	first, second, third := pick(w, w.halves[0]), pick(w, w.halves[1]), pick(w, w.halves[1])
	return first + second[:2] + third
}

func pick[T any](w *World, list []T) T { return list[w.rand.IntN(len(list))] }

// spelled are the numbers that are written as words. Like those of any account
// they are not among the words that tell what it is about (§7.2).
const spelled = "no one two three four five six seven eight nine"

// spell writes small numbers as words.
func spell(n int) string {
	if words := strings.Fields(spelled); n < len(words) {
		return words[n]
	}
	return fmt.Sprint(n)
}
