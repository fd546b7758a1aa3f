package chart

import (
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/opendateline/dateline"
	"pgregory.net/rapid"
)

// told is a record of some reports that say all sorts of numbers.
func told(t *rapid.T) Record {
	r := Record{Incident: &dateline.Incident{Public: "INC-TEST01", Status: dateline.Candidate, Title: "Attack, Oberak"},
		Reports: map[dateline.ID]*dateline.Report{}, Origins: map[dateline.ID]*dateline.Origin{}, Public: map[dateline.ID]dateline.PublicID{}}
	tell := teller{&r}
	voices := []voice{police, residents, clinic, nobody, rumour, group}
	for i := range rapid.IntRange(0, 14).Draw(t, "reports") {
		id := strconv.Itoa(i)
		at := ""
		if rapid.Bool().Draw(t, "dated") {
			at = time.Date(2031, 5, 3, rapid.IntRange(0, 2000).Draw(t, "hour"), 0, 0, 0, time.UTC).Format(time.RFC3339)
		}
		tell.report(id, rapid.SampledFrom([]string{"", "Harbour Post", "صدای کوهسار", "The Very Long Name of an Evening Paper of the Harbour District"}).Draw(t, "outlet"), at,
			rapid.SampledFrom([]string{"", "fam_1"}).Draw(t, "family"))
		c := tell.says(id, rapid.SampledFrom(voices).Draw(t, "voice"), counted(t))
		c.Status = rapid.SampledFrom([]dateline.ClaimStatus{dateline.Active, dateline.Active, dateline.Superseded}).Draw(t, "status")
	}
	if rapid.Bool().Draw(t, "figure") {
		low := rapid.IntRange(0, 50).Draw(t, "low")
		best := low + rapid.IntRange(0, 50).Draw(t, "best")
		high := best + rapid.SampledFrom([]int{0, 3, 60, 5000}).Draw(t, "high")
		r.Incident.Figures = []dateline.Figure{{Measure: dateline.Killed, Population: dateline.PopAll, Low: &low, Best: &best, High: &high,
			HighOpen: rapid.Bool().Draw(t, "open"), Explanation: "Said by somebody."}}
	}
	return r
}

func counted(t *rapid.T) dateline.Count {
	n := rapid.SampledFrom([]int{0, 1, 2, 14, 150, 5000}).Draw(t, "number")
	return rapid.SampledFrom([]dateline.Count{
		exactly(n), exactly(n), atLeast(n),
		{Measure: dateline.Killed, Lo: whole(0), Hi: &n, Qualifier: dateline.UpTo},
		{Measure: dateline.Killed, Lo: &n, Hi: whole(n + 40), Qualifier: dateline.Between},
		{Measure: dateline.Killed, Lo: whole(24), Qualifier: dateline.VagueWord, Word: "dozens", Vague: true},
		{Measure: dateline.Killed, Lo: whole(2), Qualifier: dateline.BarePlural, PluralOnly: true},
		{Measure: dateline.Killed, Qualifier: dateline.UnknownWord},
	}).Draw(t, "count")
}

// Whatever reports say, on a desk or a phone, every line of text and every mark
// stays on the sheet, no line runs into another, and no coordinate is lost.
func TestEverythingFits(t *testing.T) {
	set, err := newSetter()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		o := with(made, func(o *Options) { o.Width = rapid.SampledFrom([]float64{320, 390, 520, 720, 1200}).Draw(t, "width") })
		r := told(t)
		ladder, err := Ladder(r, dateline.Killed, dateline.PopAll, o)
		if err != nil {
			t.Fatal(err)
		}
		origins, err := Origins(r, dateline.AttrKilled, o)
		if err != nil {
			t.Fatal(err)
		}
		numbers, err := Numbers(r, growing(), dateline.Killed, dateline.PopAll, Published, o)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range []*Picture{ladder, origins, numbers} {
			fits(t, set, p)
			var b strings.Builder
			if err := p.SVG(&b); err != nil {
				t.Fatal(err)
			}
			if strings.Contains(b.String(), "NaN") || strings.Contains(b.String(), "Inf") {
				t.Fatalf("%s: a coordinate is no number", p.Title)
			}
		}
		if rows := len(ladder.Table.Rows); rows < len(r.entries(dateline.AttrKilled)) {
			t.Fatalf("the table has %d rows", rows)
		}
	})
}

// fits holds the lines of a picture to its sheet and to one another.
func fits(t interface{ Errorf(string, ...any) }, set *setter, p *Picture) {
	type placed struct {
		y, a, b float64
		s       string
	}
	var lines []placed
	walk(p.Nodes, func(n Node) {
		switch n := n.(type) {
		case Text:
			w := set.width(n.S, n.Size, n.Bold)
			a := n.X - w*map[Anchor]float64{Middle: 0.5, End: 1}[n.Anchor]
			if a < -0.5 || a+w > p.Width+0.5 || n.Y > p.Height {
				t.Errorf("%s at %g: %q leaves the sheet", p.Title, p.Width, n.S)
			}
			for _, l := range lines {
				if math.Abs(l.y-n.Y) < 9 && a < l.b-0.5 && a+w > l.a+0.5 {
					t.Errorf("%s at %g: %q runs into %q", p.Title, p.Width, n.S, l.s)
				}
			}
			lines = append(lines, placed{n.Y, a, a + w, n.S})
		case Circle:
			if n.X < 0 || n.X > p.Width || n.Y < 0 || n.Y > p.Height {
				t.Errorf("%s at %g: a mark at %g, %g leaves the sheet", p.Title, p.Width, n.X, n.Y)
			}
		}
	})
}
