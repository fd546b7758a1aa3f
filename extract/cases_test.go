package extract_test

import (
	"context"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/opendateline/dateline"
	"github.com/opendateline/dateline/pipeline"
)

// TestCases reads the texts of testdata/cases.txt with the real stages.
func TestCases(t *testing.T) {
	b, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	stages, _, err := pipeline.NewStages("2031-12-31")
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range strings.Split(string(b), "\n== ")[1:] {
		name, rest, _ := strings.Cut(block, "\n")
		lines := strings.Split(strings.TrimSpace(rest), "\n")
		t.Run(name, func(t *testing.T) {
			read, err := stages.Read(context.Background(), dateline.Raw{Bytes: []byte(lines[0]), Name: name, Published: "2031-05-20"})
			if err != nil {
				t.Fatal(err)
			}
			got := strings.Join(describe(read.Reading), "\n")
			if want := strings.Join(lines[1:], "\n"); normal(got) != normal(want) {
				t.Errorf("%s\n got:\n%s\nwant:\n%s", lines[0], got, want)
			}
			for _, c := range read.Reading.Claims {
				if err := c.Check(read.Report.Text); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

// describe writes each mention as a line of the case file.
func describe(r dateline.Reading) []string {
	var out []string
	for _, m := range r.Mentions {
		date, place := "", ""
		if m.Date != nil {
			date = m.Date.EDTF
		}
		if m.Place != nil {
			place = m.Place.Name
		}
		out = append(out, strings.Join([]string{string(m.Kind), m.Facets.Words(), date, place, number(r, m.ID, dateline.Killed), number(r, m.ID, dateline.Wounded)}, " | "))
	}
	return out
}

// number is the count of a measure: "9", "11+" if it is open.
func number(r dateline.Reading, mention dateline.ID, m dateline.Measure) string {
	for _, c := range r.Claims {
		n := c.Value.Count
		if c.MentionID != mention || n == nil || n.Measure != m || n.Lo == nil || n.Population == dateline.PopPerpetrators {
			continue
		}
		if n.Hi == nil {
			return strconv.Itoa(*n.Lo) + "+"
		}
		return strconv.Itoa(*n.Lo)
	}
	return ""
}

func normal(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "|", " | ")), " ")
}

// FuzzRead: whatever the text, reading gives claims whose spans say what they
// quote, and never ends in a fault.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"A bomb killed nine, including two, of whom one died.", "Four Shot, Man Dead", "“Killed” said police, said", "at least and killing killed", ", police said."} {
		f.Add(s)
	}
	stages, _, err := pipeline.NewStages("")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		read, err := stages.Read(context.Background(), dateline.Raw{Bytes: []byte(s), Name: "fuzz"})
		if err != nil {
			if dateline.CodeOf(err) == dateline.Damaged {
				t.Fatal(err)
			}
			return
		}
		for _, c := range read.Reading.Claims {
			if err := c.Check(read.Report.Text); err != nil {
				t.Fatal(err)
			}
		}
	})
}
