package link

import (
	"slices"
	"strconv"
)

// dayMinutes is how many minutes a day has.
const dayMinutes = 24 * 60

// hour reads a time of the clock off the last words: "8:40 p.m.", "8pm", "at 20:40".
// Capitals ("7:58 PM") are how pages write when they were put up, and digits by
// themselves ("1:49") how long a film runs, so they tell nothing.
func (s *scanner) hour(last []token) {
	t := last[len(last)-1]
	half, before := t.form, last[:len(last)-1]
	if t.form == "m" && t.gap == "." && len(before) > 0 {
		half, before = before[len(before)-1].form+"m", before[:len(before)-1]
	}
	if h, glued := cutHalf(t.form); glued {
		half, before = t.form[len(h):], append(slices.Clone(before), token{form: h, gap: t.gap})
	}
	switch {
	case half == "am" || half == "pm":
		s.clock(before, half == "pm")
	case t.gap == ":" && len(before) > 1 && timed[before[len(before)-2].lower]:
		s.fullClock(before[len(before)-1], t)
	}
}

// timed are the words before a time of the clock of 24 hours.
var timed = wordSet("at around about approximately by near shortly before after")

// fullClock notes an hour and minutes of a clock of 24 hours.
func (s *scanner) fullClock(hour, minute token) {
	h, m := number(hour.form), number(minute.form)
	if len(minute.form) == 2 && m >= 0 && m < 60 && (h > 12 && h < 24 || len(hour.form) == 2 && hour.form[0] == '0') {
		s.hours[h*60+m] = true
	}
}

// cutHalf takes "8pm" apart.
func cutHalf(form string) (hour string, ok bool) {
	n := len(form) - 2
	if n < 1 || n > 2 || form[n:] != "am" && form[n:] != "pm" || !digits(form[:n]) {
		return "", false
	}
	return form[:n], true
}

// clock notes the hour, or hour and minutes, that words end in.
func (s *scanner) clock(words []token, afternoon bool) {
	if len(words) == 0 || !digits(words[len(words)-1].form) {
		return
	}
	minutes, hour := 0, words[len(words)-1]
	if hour.gap == ":" && len(words) > 1 {
		minutes, hour = number(hour.form), words[len(words)-2]
	}
	h := number(hour.form)
	if h < 1 || h > 12 || minutes < 0 || minutes > 59 {
		return
	}
	h %= 12
	if afternoon {
		h += 12
	}
	s.hours[h*60+minutes] = true
}

// number is a small number in digits, -1 if the word is none.
func number(word string) int {
	n, err := strconv.Atoi(word)
	if err != nil {
		return -1
	}
	return n
}

// minutesApart is how far apart two sets of times of the clock are at the least,
// on any day.
func minutesApart(a, b []int) int {
	least := dayMinutes
	for _, x := range a {
		for _, y := range b {
			d := max(x-y, y-x)
			least = min(least, d, dayMinutes-d)
		}
	}
	return least
}
