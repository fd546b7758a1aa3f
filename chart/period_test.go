package chart

import (
	"testing"
	"time"

	"github.com/opendateline/dateline"
	"pgregory.net/rapid"
)

func dated(first, last dateline.Day) *dateline.Incident {
	i := &dateline.Incident{}
	i.Date.Earliest, i.Date.Latest = first, last
	return i
}

// An incident is in the bar that holds all of its days, and beside the bars if
// there is none.
func TestBinned(t *testing.T) {
	all := []*dateline.Incident{dated("2031-01-06", "2031-01-06"), dated("2031-01-06", "2031-01-12"), dated("2031-01-12", "2031-01-13"),
		dated("2031-01-01", "2031-01-31"), dated("", "2031-01-06"), dated("", "")}
	for _, c := range []struct {
		p                     Period
		in, coarse, undatedIn int
	}{{Daily, 1, 4, 1}, {Weekly, 2, 3, 1}, {Monthly, 4, 1, 1}, {Yearly, 4, 1, 1}} {
		b := binned(all, c.p)
		if in := len(barred(b)); in != c.in || len(b.coarse) != c.coarse || len(b.undated) != c.undatedIn {
			t.Errorf("%s: %d in bars, %d coarser, %d undated", c.p, in, len(b.coarse), len(b.undated))
		}
	}
}

func TestFitting(t *testing.T) {
	days := []*dateline.Incident{dated("2031-01-06", "2031-01-06"), dated("2031-01-20", "2031-01-20")}
	if p := fitting(days).period; p != Daily {
		t.Errorf("two days of one month: bars of a %s", p)
	}
	if p := fitting(append(days, dated("2031-03-01", "2031-03-31"))).period; p != Monthly {
		t.Errorf("with a month beside them: bars of a %s", p)
	}
	if p := fitting(append(days, dated("2001-03-01", "2001-03-01"))).period; p != Yearly {
		t.Errorf("thirty years: bars of a %s", p)
	}
}

// Every incident is counted once, bars follow one another, and each bar holds
// its incidents.
func TestBinsHoldEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := rapid.Custom(func(t *rapid.T) dateline.Day {
			return dateline.NewDay(2031, 1, rapid.IntRange(1, 400).Draw(t, "day"))
		})
		var all []*dateline.Incident
		for range rapid.IntRange(0, 20).Draw(t, "n") {
			first := day.Draw(t, "first")
			all = append(all, dated(first, first.Add(rapid.IntRange(0, 20).Draw(t, "long"))))
		}
		b := binned(all, rapid.SampledFrom(periods).Draw(t, "period"))
		if n := len(barred(b)) + len(b.coarse) + len(b.undated); n != len(all) {
			t.Fatalf("%d of %d", n, len(all))
		}
		for i, x := range b.bars {
			end := b.period.next(x.start)
			if i+1 < len(b.bars) && !b.bars[i+1].start.Equal(end) {
				t.Fatalf("after %s comes %s", x.start.Format(time.DateOnly), b.bars[i+1].start.Format(time.DateOnly))
			}
			for _, k := range x.incidents {
				if k.Date.Earliest.Time().Before(x.start) || !k.Date.Latest.Time().Before(end) {
					t.Fatalf("%v is not in the %s from %s", k.Date.Date, b.period, x.start.Format(time.DateOnly))
				}
			}
		}
	})
}
