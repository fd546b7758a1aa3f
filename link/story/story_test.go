package story

import (
	"reflect"
	"testing"

	"github.com/opendateline/dateline"
	"pgregory.net/rapid"
)

func report(day, title, text string) *dateline.Report {
	d := dateline.Day(day)
	return &dateline.Report{Title: title, Text: text, Published: dateline.Published{Earliest: d, Latest: d}}
}

// Two stories told twice and one told once; the first and the last use the same
// words two years apart.
var told = []*dateline.Report{
	report("2031-04-02", "Ferry runs aground off Tessalin", "The ferry Orsova ran aground near Tessalin with ninety passengers."),
	report("2031-04-02", "Orchestra names conductor", "The Hallim orchestra has chosen a conductor from Marvesk."),
	report("2031-04-03", "Passengers leave the Orsova", "All passengers of the ferry aground off Tessalin were brought ashore."),
	report("2031-04-03", "New conductor for Hallim", "The orchestra of Hallim welcomed its conductor."),
	report("2033-04-02", "Ferry collides off Tessalin", "A ferry collided with a trawler near Tessalin."),
}

func TestGroup(t *testing.T) {
	got := Group(told, Config{Title: 1, Fade: 90, Alike: 0.1})
	if want := [][]int{{0, 2}, {1, 3}, {4}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	got = Group(told, Config{Title: 1, Fade: 1e9, Alike: 0.1})
	if want := [][]int{{0, 2, 4}, {1, 3}}; !reflect.DeepEqual(got, want) {
		t.Errorf("with no fading: %v, want %v", got, want)
	}
}

func TestGroupOfNone(t *testing.T) {
	if got := Group(nil, Default); len(got) != 0 {
		t.Errorf("%v", got)
	}
	if got := Group([]*dateline.Report{{}, {}}, Default); len(got) != 2 {
		t.Errorf("reports without words: %v", got)
	}
}

// Every report lies in one story, however likely stories are to grow.
func TestEveryReportOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var reports []*dateline.Report
		for range rapid.IntRange(0, 12).Draw(t, "reports") {
			reports = append(reports, report("2031-01-01", "", rapid.StringMatching(`([a-d]{2} ){0,6}`).Draw(t, "text")))
		}
		seen := map[int]bool{}
		for _, group := range Group(reports, Config{Fade: 1, Alike: rapid.Float64Range(0, 1).Draw(t, "alike")}) {
			for _, i := range group {
				if seen[i] {
					t.Fatalf("report %d stands in two stories", i)
				}
				seen[i] = true
			}
		}
		if len(seen) != len(reports) {
			t.Fatalf("%d of %d reports", len(seen), len(reports))
		}
	})
}
