package model

import "testing"

func TestHabitsAreLearnedFromDecisions(t *testing.T) {
	h := NewHabits()
	always, mostly, seldom := one(1, 1), one(1, 2), one(1, 3)
	for i := range 200 {
		h.decide(always, func() int { return 3 })
		h.decide(mostly, func() int { return min(i%50, 1) })
		if i < 5 {
			h.decide(seldom, func() int { return 2 })
		}
	}
	read, err := OpenHabits(h.Encode(100, .005))
	if err != nil {
		t.Fatal(err)
	}
	weighed := func() int { return 9 }
	for _, row := range []struct {
		name string
		k    key
		want int
	}{
		{"the same way two hundred times", always, 3},
		{"another way once in fifty", mostly, 9},
		{"five times", seldom, 9},
	} {
		if got := read.decide(row.k, weighed); got != row.want {
			t.Errorf("%s: %d, want %d", row.name, got, row.want)
		}
	}
	if got := (*Habits)(nil).decide(always, weighed); got != 9 {
		t.Errorf("a model without habits decided %d", got)
	}
}

func TestDamagedHabits(t *testing.T) {
	for _, data := range []string{"", "DLN2", "DLH1 and half a row"} {
		if _, err := OpenHabits([]byte(data)); err == nil {
			t.Errorf("%q was opened", data)
		}
	}
}
