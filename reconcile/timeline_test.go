package reconcile

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/opendateline/dateline"
)

// A number as it was known hour by hour (experience S2, number over time): the
// second origin for 14 moves best there, a single higher number only moves high.
func TestTimeline(t *testing.T) {
	in := build(t, []string{
		"police official_statement killed unknown 11 report=0840",
		"today u killed unknown dozens report=1130",
		"witnesses eyewitness killed unknown >=12 report=1205",
		"hospital official_statement killed unknown 14 report=1510",
		"reporter own_reporting killed unknown 14 report=1702",
		"hospital official_statement killed unknown 14 report=1820",
		"post u killed unknown 23 report=2015",
		"nobody u killed unknown 99 report=undated",
	})
	for _, r := range in.Reports {
		if hhmm := strings.TrimPrefix(r.Outlet, "Outlet "); hhmm != "undated" {
			r.Published.At = "2024-03-12T" + hhmm[:2] + ":" + hhmm[2:] + ":00Z"
		}
	}
	rules, err := Preset("dateline-1")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range (&Reconciler{Rules: rules}).Timeline(in, dateline.Killed, dateline.PopAll) {
		got = append(got, s.At.Format("15:04")+" "+showBounds(s.Figure))
	}
	want := "08:40 11 11 11, 11:30 11 11 11, 12:05 11 11 12+, 15:10 11 11 14, 17:02 11 14 14, 18:20 11 14 14, 20:15 11 14 23"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

func showBounds(f dateline.Figure) string {
	open := ""
	if f.HighOpen {
		open = "+"
	}
	show := func(n *int) string {
		if n == nil {
			return "-"
		}
		return strconv.Itoa(*n)
	}
	return show(f.Low) + " " + show(f.Best) + " " + show(f.High) + open
}

// A report of which only the day is known counts from the end of that day
// (DAT-15), and what it replaces counted until then.
func TestTimelineOfWindows(t *testing.T) {
	in := build(t, []string{
		"police official_statement killed unknown 9 report=first as_of=2024-03-12T08:00",
		"police official_statement killed unknown 7 report=second as_of=2024-03-13T08:00",
	})
	for _, r := range in.Reports {
		r.Published.Earliest, r.Published.Latest = "2024-03-12", "2024-03-12"
		if r.Outlet == "Outlet second" {
			r.Published.Earliest, r.Published.Latest = "2024-03-13", "2024-03-14"
		}
	}
	in.Claims[0].Status = dateline.Superseded // as a store holds it
	rules, err := Preset("dateline-1")
	if err != nil {
		t.Fatal(err)
	}
	steps := (&Reconciler{Rules: rules}).Timeline(in, dateline.Killed, dateline.PopAll)
	if len(steps) != 2 {
		t.Fatalf("%d steps", len(steps))
	}
	for i, want := range []struct {
		day  string
		best int
	}{{"2024-03-13", 9}, {"2024-03-15", 7}} {
		if got := steps[i].At.Format(time.DateOnly); got != want.day || *steps[i].Figure.Best != want.best {
			t.Errorf("step %d: %s %d, want %s %d", i, got, *steps[i].Figure.Best, want.day, want.best)
		}
	}
}
