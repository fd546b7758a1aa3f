package fill

import (
	"testing"
	"time"
)

func TestAnOptionKeepsItsNearestMention(t *testing.T) {
	var list []option
	list = offer(list, "PERU", far, bag{1})
	list = offer(list, "PERU", -3, bag{2})
	list = offer(list, "PERU", 1, bag{3})
	list = offer(list, "CHILE", 2, bag{4})
	if len(list) != 2 || list[0].near != 1 || list[0].times != 2 || len(list[0].bag) != 3 {
		t.Errorf("%+v, want PERU near 1, mentioned twice, with three features", list)
	}
}

func TestDaysBefore(t *testing.T) {
	m := &Message{Published: time.Date(1990, 3, 12, 0, 0, 0, 0, time.UTC)}
	for value, want := range map[string]float64{
		"12 MAR 90":             0,
		"10 MAR 90":             2,
		"08 MAR 90 - 10 MAR 90": 2,
		"- 12 MAR 90":           .5,
		"MARCH":                 -1,
	} {
		if got := m.daysBefore(value); got != want {
			t.Errorf("%q lies %v days before, want %v", value, got, want)
		}
	}
	if got := (&Message{}).daysBefore("10 MAR 90"); got != -1 {
		t.Errorf("without a day of the message: %v, want -1", got)
	}
}

// An option beside a better one of the same country knows of it.
func TestOptionsAreCompared(t *testing.T) {
	g := &group{sentences: []int{0}}
	r := &reading{view: &view{Message: &Message{Sentences: make([]Sentence, 2)}}, options: map[*group][]option{g: {
		{value: "PERU", p: .25, near: far},
		{value: "PERU: LIMA (CITY)", p: .75, near: 0},
	}}}
	row := r.optionRow(g, 0)
	if rank, top, narrower := row[2], row[3], row[11]; rank != 1 || top != .75 || narrower != .75 {
		t.Errorf("rank %v, top %v, narrower %v; want 1, .75, .75", rank, top, narrower)
	}
	if wider := r.optionRow(g, 1)[10]; wider != .25 {
		t.Errorf("wider %v, want .25", wider)
	}
}
