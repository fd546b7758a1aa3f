package chart

import (
	"math"
	"strconv"
	"time"

	"github.com/opendateline/dateline/wording"
)

// axis maps values to pixels, linearly unless log is set.
type axis struct {
	from, to float64 // values
	a, b     float64 // pixels
	log      bool
}

func (x axis) at(v float64) float64 {
	from, to := x.from, x.to
	if x.log {
		v, from, to = math.Log10(v), math.Log10(from), math.Log10(to)
	}
	if to == from {
		return (x.a + x.b) / 2
	}
	return x.a + (v-from)/(to-from)*(x.b-x.a)
}

// ticks are round values from 0 to max, about n of them; whole ones only.
func ticks(top float64, n int) []float64 {
	step := max(1, niceStep(top/float64(max(1, n))))
	var out []float64
	for v := 0.0; v <= top+step/1000; v += step {
		out = append(out, v)
	}
	return out
}

// niceStep is the smallest of 1, 2, 5, 10, 20 … that is not below raw.
func niceStep(raw float64) float64 {
	if raw <= 0 {
		return 1
	}
	unit := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, k := range []float64{1, 2, 5, 10} {
		if k*unit >= raw*0.999 {
			return k * unit
		}
	}
	return 10 * unit
}

// decades are the powers of ten from below to above; between two of them stand
// 2 and 5 if there are few.
func decades(from, to float64) []float64 {
	var out []float64
	lo, hi := math.Floor(math.Log10(from)), math.Ceil(math.Log10(to))
	for e := lo; e <= hi; e++ {
		for _, k := range []float64{1, 2, 5} {
			v := k * math.Pow(10, e)
			if v >= from*0.999 && v <= to*1.001 && (k == 1 || hi-lo <= 2) {
				out = append(out, v)
			}
		}
	}
	return out
}

func numberLabel(v float64) string {
	if v == math.Trunc(v) && math.Abs(v) < 1e15 {
		return wording.Thousands(int(v))
	}
	return strconv.FormatFloat(v, 'g', 4, 64)
}

// timeTick is a mark on an axis of time.
type timeTick struct {
	at    time.Time
	label string
}

var tickSteps = []struct {
	step   time.Duration
	layout string
}{
	{time.Hour, "15:04"}, {2 * time.Hour, "15:04"}, {3 * time.Hour, "15:04"}, {6 * time.Hour, "15:04"}, {12 * time.Hour, "15:04"},
	{24 * time.Hour, "2 Jan"}, {2 * 24 * time.Hour, "2 Jan"}, {7 * 24 * time.Hour, "2 Jan"}, {14 * 24 * time.Hour, "2 Jan"},
}

// timeTicks are at most n round moments between two times, UTC. Midnights are
// labelled with their day.
func timeTicks(from, to time.Time, n int) []timeTick {
	for _, s := range tickSteps {
		if to.Sub(from) > s.step*time.Duration(n) {
			continue
		}
		var out []timeTick
		for t := from.Truncate(s.step); !t.After(to); t = t.Add(s.step) {
			layout := s.layout
			if t.Hour() == 0 {
				layout = "2 Jan"
			}
			if !t.Before(from) {
				out = append(out, timeTick{t, t.Format(layout)})
			}
		}
		return out
	}
	return monthTicks(from, to, n)
}

func monthTicks(from, to time.Time, n int) []timeTick {
	months := int(to.Sub(from).Hours()/24/30) + 1
	step, layout := 1, "Jan 2006"
	for _, s := range []int{1, 2, 3, 6, 12, 24, 60, 120} {
		if step = s; months/s <= n {
			break
		}
	}
	if step >= 12 {
		layout = "2006"
	}
	var out []timeTick
	first := time.Date(from.Year(), time.January, 1, 0, 0, 0, 0, time.UTC)
	for t := first; !t.After(to); t = t.AddDate(0, step, 0) {
		if !t.Before(from) {
			out = append(out, timeTick{t, t.Format(layout)})
		}
	}
	return out
}

// clock is a moment for readers, short: "12 Mar 2024 15:10".
func clock(t time.Time) string { return t.UTC().Format("2 Jan 2006 15:04") }

func asOfWords(rfc3339 string) string {
	if at := wording.Time(rfc3339); at != "" {
		return "As known on " + iso(at) + "."
	}
	return ""
}
