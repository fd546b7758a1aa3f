package chart

import (
	"time"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/wording"
)

// Period is how wide a bar is.
type Period string

const (
	Daily   Period = "day"
	Weekly  Period = "week" // from Monday
	Monthly Period = "month"
	Yearly  Period = "year"
)

var periods = []Period{Daily, Weekly, Monthly, Yearly}

// start is the first day of the period that a day is in.
func (p Period) start(t time.Time) time.Time {
	switch p {
	case Weekly:
		return t.AddDate(0, 0, -(int(t.Weekday())+6)%7)
	case Monthly:
		return time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC)
	case Yearly:
		return time.Date(t.Year(), time.January, 1, 0, 0, 0, 0, time.UTC)
	}
	return t
}

func (p Period) next(t time.Time) time.Time {
	switch p {
	case Weekly:
		return t.AddDate(0, 0, 7)
	case Monthly:
		return t.AddDate(0, 1, 0)
	case Yearly:
		return t.AddDate(1, 0, 0)
	}
	return t.AddDate(0, 0, 1)
}

// label names a period in full.
func (p Period) label(t time.Time) string {
	switch p {
	case Weekly:
		return "week of " + iso(t.Format("2 January 2006"))
	case Monthly:
		return iso(t.Format("January 2006"))
	case Yearly:
		return iso(t.Format("2006"))
	}
	return iso(t.Format("2 January 2006"))
}

// bin is one bar.
type bin struct {
	start     time.Time
	incidents []*dateline.Incident
}

// bins are the bars of a list of incidents, empty ones between them too, and
// what has no place in any.
type bins struct {
	period  Period
	bars    []bin
	coarse  []*dateline.Incident // dated more coarsely than a bar is wide, or across the edge of one
	undated []*dateline.Incident
}

// mostBars is how many bars a picture takes.
const mostBars = 400

// sorted puts incidents into bars; an empty period stands for [fitting].
func sorted(all []*dateline.Incident, p Period) (bins, error) {
	if p == "" {
		return fitting(all), nil
	}
	b := binned(all, p)
	if len(b.bars) > mostBars {
		return b, dateline.Errorf(dateline.Invalid, "%d bars, one a %s, cannot be told apart; take a longer period or a shorter range of dates", len(b.bars), p)
	}
	return b, nil
}

// fitting are the finest bars, not more than 60, that leave hardly more beside
// them than bars of a year would.
func fitting(all []*dateline.Incident) bins {
	years := binned(all, Yearly)
	for _, p := range periods {
		b := binned(all, p)
		if held := len(all) - len(b.coarse); len(b.bars) <= 60 && 10*held >= 9*(len(all)-len(years.coarse)) {
			return b
		}
	}
	return years
}

func binned(all []*dateline.Incident, p Period) bins {
	b := bins{period: p}
	at := map[time.Time][]*dateline.Incident{}
	var first, last time.Time
	for _, i := range all {
		d := i.Date.Date
		switch {
		case !d.Earliest.Known() && !d.Latest.Known():
			b.undated = append(b.undated, i)
			continue
		case !d.Earliest.Known() || !d.Latest.Known() || !p.start(d.Earliest.Time()).Equal(p.start(d.Latest.Time())):
			b.coarse = append(b.coarse, i)
			continue
		}
		t := p.start(d.Earliest.Time())
		at[t] = append(at[t], i)
		if first.IsZero() || t.Before(first) {
			first = t
		}
		if t.After(last) {
			last = t
		}
	}
	if first.IsZero() {
		return b
	}
	for t := first; !t.After(last); t = p.next(t) {
		b.bars = append(b.bars, bin{t, at[t]})
	}
	return b
}

// besides says what is not in the bars, and why.
func (b bins) besides() []string {
	var out []string
	if n := len(b.coarse); n > 0 {
		out = append(out, iso(wording.Plural(n, "incident"))+" beside the bars: dated more coarsely than one "+string(b.period)+", or across the end of one.")
	}
	if n := len(b.undated); n > 0 {
		out = append(out, iso(wording.Plural(n, "incident"))+" beside the bars: date not known.")
	}
	return out
}

// unreviewed says how many of the incidents no person has accepted (ETH-14).
func unreviewed(all []*dateline.Incident) string {
	n := 0
	for _, i := range all {
		if i.Unreviewed() {
			n++
		}
	}
	switch {
	case n == 0:
		return "all reviewed"
	case n == len(all):
		return "all unreviewed"
	}
	return iso(itoa(n)) + " of them unreviewed"
}
