package edtf

import (
	"fmt"
	"testing"
	"time"

	"github.com/opendateline/dateline"
	"pgregory.net/rapid"
)

func TestBounds(t *testing.T) {
	for _, c := range []struct{ edtf, earliest, latest string }{
		{"2022-09-05", "2022-09-05", "2022-09-05"},
		{"2022-09", "2022-09-01", "2022-09-30"},
		{"2024-02~", "2024-02-01", "2024-02-29"},
		{"2009~", "2009-01-01", "2009-12-31"},
		{"199X", "1990-01-01", "1999-12-31"},
		{"20XX", "2000-01-01", "2099-12-31"},
		{"2022-XX", "2022-01-01", "2022-12-31"},
		{"2022-05-XX", "2022-05-01", "2022-05-31"},
		{"2022-24", "2022-12-01", "2023-02-28"},
		{"2022?-06-09", "2022-06-09", "2022-06-09"},
		{"XXXX-06-09", "", ""},
		{"-0489", "", ""},
		{"Y170000", "", ""},
		{"2019-05-21~/2019-05-31~", "2019-05-21", "2019-05-31"},
		{"2019-05/..", "2019-05-01", ""},
		{"/2014-11-30", "", "2014-11-30"},
		{"[2006-03-14,2017-03-14,2023-03-14]", "2006-03-14", "2023-03-14"},
		{"2022-09-05T10:47:00+04:30", "2022-09-05", "2022-09-05"},
	} {
		v, err := Parse(c.edtf)
		if err != nil {
			t.Errorf("%s: %v", c.edtf, err)
			continue
		}
		earliest, latest := v.Bounds()
		if string(earliest) != c.earliest || string(latest) != c.latest || v.String() != c.edtf {
			t.Errorf("%s: bounds %s %s, prints %s", c.edtf, earliest, latest, v)
		}
	}
}

func TestParseRejects(t *testing.T) {
	for _, s := range []string{"", "2022-13", "2022-02-30", "2023-02-29", "22-01-01", "2022-9-5", "2022/2021", "/", "../..",
		"[2022", "[]", "2022-21-01", "20X2", "2022-XX-05", "199X-05", "2022-05T10:00:00", "T", "2022-05-01T25:00:00", "Y2022", "??", "2022-05-01-01"} {
		if v, err := Parse(s); dateline.CodeOf(err) != dateline.Invalid {
			t.Errorf("%q was read as %v, error %v", s, v, err)
		}
	}
}

func TestCompareAndOverlap(t *testing.T) {
	for _, c := range []struct {
		a, b    string
		compare int
		overlap bool
	}{
		{"2022-09-05", "2022-09-05", 0, true},
		{"2022-09-05", "2022-09", 1, true},
		{"2022-09", "2022-10", -1, false},
		{"2022-09/..", "2022-09-01/2022-09-30", 1, true},
		{"../2022-09", "2022-10/..", -1, false},
		{"[2022-01-01,2023-01-01]", "2022-06", -1, false},
		{"XXXX-06-09", "2022-06", -1, true},
	} {
		a, b := must(t, c.a), must(t, c.b)
		if Compare(a, b) != c.compare || Compare(b, a) != -c.compare {
			t.Errorf("compare %s %s: %d", c.a, c.b, Compare(a, b))
		}
		if Overlap(a, b) != c.overlap || Overlap(b, a) != c.overlap {
			t.Errorf("overlap %s %s: %v", c.a, c.b, !c.overlap)
		}
	}
}

func must(t *testing.T, s string) Value {
	t.Helper()
	v, err := Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func drawDate(t *rapid.T) Date {
	day := dateline.NewDay(rapid.IntRange(1, 2999).Draw(t, "year"), time.January, rapid.IntRange(1, 365).Draw(t, "day"))
	d := OfDay(day)
	quals := []Qualifier{Plain, Uncertain, Approximate, Both}
	draw := func() Qualifier { return rapid.SampledFrom(quals).Draw(t, "qualifier") }
	d.YearQ, d.MonthQ, d.DayQ = draw(), draw(), draw()
	switch rapid.IntRange(0, 5).Draw(t, "shape") {
	case 0:
		d.Month, d.MonthQ, d.Day, d.DayQ = "", 0, "", 0
	case 1:
		d.Day, d.DayQ = "", 0
	case 2:
		d.Month, d.Day, d.DayQ = fmt.Sprint(rapid.IntRange(21, 24).Draw(t, "season")), "", 0
	case 3:
		d.Year = "XXXX"
	case 4:
		d.Day = "XX"
	}
	return d
}

func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := Of(drawDate(t))
		switch rapid.IntRange(0, 2).Draw(t, "form") {
		case 1:
			v = OneOf(drawDate(t), drawDate(t))
		case 2:
			v = Value{Interval, []End{{Date: drawDate(t)}, {Open: true}}}
		}
		back, err := Parse(v.String())
		if err != nil || back.String() != v.String() || fmt.Sprint(back) != fmt.Sprint(v) {
			t.Fatalf("%s reads back as %s, error %v", v, back, err)
		}
		if first, last := back.Bounds(); first.Known() && last.Known() && first > last {
			t.Fatalf("%s has bounds %s %s", v, first, last)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2022-09-05", "[2022,2023]", "2019-05-21~/2019-05-31~", "XXXX-06-09", "../2022?", "-0489-XX"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, err := Parse(s)
		if err == nil && v.String() != s {
			t.Fatalf("%q prints as %q", s, v)
		}
		v.Bounds()
	})
}
