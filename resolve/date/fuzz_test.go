package date

import (
	"strings"
	"testing"
	"time"

	"github.com/opendateline/dateline"
)

// FuzzResolve holds what every date of every text must satisfy: its words stand
// at its offsets, and its bounds are days in order.
func FuzzResolve(f *testing.F) {
	for _, s := range []string{
		"last Tuesday, March 14th", "three days after the 31 February 1999 strike", "between 5 and 9 June", "in the early 1990s.",
		"overnight into Sunday", "the 29th of February", "2022-09-05T10:00", "five centuries ago, a week before Monday", "\xff 1 Jan 0000 to 9/11",
	} {
		f.Add(s, uint16(9000))
	}
	finder, err := New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string, day uint16) {
		published := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(day)).Format(time.DateOnly)
		doc := document(strings.ToValidUTF8(text, "?"), published)
		exprs := finder.Find(doc)
		for _, r := range NewResolver(finder, Options{}).Resolve(doc, exprs) {
			if r.Expression.Text != doc.Text()[r.Expression.Start:r.Expression.End] {
				t.Fatalf("%q does not stand at its offsets", r.Expression.Text)
			}
			checkBounds(t, r.Date)
		}
	})
}

func checkBounds(t *testing.T, d dateline.Date) {
	for _, day := range []dateline.Day{d.Earliest, d.Latest} {
		if _, err := time.Parse(time.DateOnly, string(day)); day.Known() && err != nil {
			t.Fatalf("%+v: %v", d, err)
		}
	}
	if d.Earliest.Known() && d.Latest.Known() && d.Earliest.DaysUntil(d.Latest) < 0 {
		t.Fatalf("%+v ends before it begins", d)
	}
}
